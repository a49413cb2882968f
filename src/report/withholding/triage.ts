import type { RootContent } from "mdast";
import { stubAddress } from "../../addresses/addresses.ts";
import type { Law } from "../../law/law.ts";
import type { Annex, Frontmatter, FurtherMeeting, Grounds, Withholding } from "../../model/report.ts";
import type { Committee, Edition } from "../../model/settings.ts";
import type { Withheld } from "../../model/site.ts";
import type { CalendarDate } from "../../model/source.ts";
import type {
  LinkedText,
  MarkedRecommendation,
  NumberedParagraph,
  NumberedText,
  WrittenDefinition,
} from "../../model/tree.ts";
import { type Confidentiality, UNEXPLAINED } from "../frontmatter/forms.ts";
import { withheldNotice } from "./statutory-notices.ts";

/**
 * What a report consists of once its paragraphs are numbered and before anyone has decided that it may be published.
 */
export interface AssembledReport {
  readonly path: string;
  readonly view: View;
  readonly frontmatter: Frontmatter;
  readonly committee: Committee | undefined;
  /** Further meetings that receive it. */
  readonly alsoTo: readonly FurtherMeeting[];
  readonly body: NumberedText;
  readonly content: RootContent[];
  readonly annexes: readonly Annex[];
  /** Content paths of the files of its public annexes. */
  readonly files: readonly string[];
  readonly labels: ReadonlyMap<string, NumberedParagraph>;
  readonly definitions: readonly WrittenDefinition[];
  readonly recommendations: readonly MarkedRecommendation[];
}

/** A report whose abbreviations are marked and whose references are linked. */
export interface LinkedReport extends Omit<AssembledReport, "body"> {
  readonly body: LinkedText;
}

declare const isPublic: unique symbol;
declare const isForMembers: unique symbol;

/** A report that may be published. Only `triage` makes one. */
export type PublicReport = LinkedReport & { readonly [isPublic]: true };

/** A report with all that is withheld, for those who may read it. Only `forMembers` makes one. */
export type MembersReport = LinkedReport & {
  readonly [isForMembers]: true;
  /** That it, or part of it, is not for publication. */
  readonly marking: string | undefined;
  readonly isWithheld: boolean;
  readonly grounds: Grounds | undefined;
  readonly review: CalendarDate | undefined;
};

export type Verdict =
  | { readonly kind: "public"; readonly report: PublicReport }
  | { readonly kind: "withheld"; readonly stub: Withheld };

const made = new WeakSet<object>();
const madeForMembers = new WeakSet<object>();

/**
 * Decides whether a report is published: only `confidential: No`, read without doubt, makes it public.
 * Throws where a candidate that holds what is withheld would be public.
 */
export function triage(confidentiality: Confidentiality, linked: LinkedReport, law: Law): Verdict {
  if (confidentiality !== "public") {
    const withholding = isExplained(confidentiality) ? confidentiality : UNEXPLAINED;
    return { kind: "withheld", stub: stubOf(linked, withholding, law) };
  }
  if (linked.view !== "public") throw new Error("the whole of a report was to be published");
  const report = { ...linked };
  made.add(report);
  return { kind: "public", report: branded(report) };
}

/** A report for the members' edition, marked where it, or part of it, is withheld. */
export function forMembers(confidentiality: Confidentiality, linked: LinkedReport, law: Law): MembersReport {
  const withholding = isExplained(confidentiality) ? confidentiality : UNEXPLAINED;
  const isWithheld = confidentiality !== "public";
  const marking = isWithheld
    ? withheldNotice("This report", withholding, law)
    : linked.view === "whole"
      ? "Part of this report is not for publication."
      : undefined;
  const review = isWithheld ? withholding.review : undefined;
  const grounds = isWithheld ? groundsOf(withholding) : undefined;
  const report = { ...linked, marking, isWithheld, grounds, review };
  madeForMembers.add(report);
  if (!isMade(report)) throw new Error("a report was not let through");
  return report;
}

function isMade(report: LinkedReport): report is MembersReport {
  return madeForMembers.has(report);
}

/** Asked at run time, so that whatever gets round the types is withheld, too. */
function isExplained(confidentiality: Confidentiality): confidentiality is Withholding {
  return typeof confidentiality === "object" && Array.isArray(confidentiality?.paragraphs);
}

/** Takes from a withheld report, field by field, what may be public. */
function stubOf({ path, frontmatter, committee, alsoTo }: LinkedReport, withholding: Withholding, law: Law): Withheld {
  const { title, publicTitle, date, meeting, item } = frontmatter;
  return {
    kind: "withheld",
    address: stubAddress(path, publicTitle),
    title: publicTitle ?? title,
    date,
    committee,
    meeting,
    item,
    alsoTo,
    notice: withheldNotice("This report", withholding, law),
    grounds: groundsOf(withholding),
    review: withholding.review,
  };
}

function groundsOf({ basis, paragraphs }: Withholding): Grounds {
  return { basis, paragraphs };
}

function branded(report: LinkedReport): PublicReport {
  assertPublic(report);
  return report;
}

/** The edition that a report was let through to. Throws where it was let through to none. */
export function editionOf(report: LinkedReport): Edition {
  if (isMade(report)) return "members";
  assertPublic(report);
  return "public";
}

/** Throws unless `triage` made the report, whatever the types were told. */
export function assertPublic(report: LinkedReport): asserts report is PublicReport {
  if (!made.has(report)) throw new Error("a report that was not found to be public reached a stage that publishes");
}

/** What a candidate is made of: the whole of a report, or what the public may have of it. */
export type View = "whole" | "public";
