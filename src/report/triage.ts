import type { RootContent } from "mdast";
import type {
  Annex,
  Committee,
  Frontmatter,
  NumberedParagraph,
  ParsedText,
  Withholding,
  WrittenDefinition,
} from "../model.ts";
import type { Confidentiality } from "./frontmatter-fields.ts";

/** What a report consists of once its paragraphs are numbered and before anyone has decided that it may be published. */
export interface Candidate {
  readonly path: string;
  readonly frontmatter: Frontmatter;
  readonly committee: Committee | undefined;
  readonly body: ParsedText;
  readonly content: RootContent[];
  readonly annexes: readonly Annex[];
  /** Content paths of the files of its public annexes. */
  readonly files: readonly string[];
  readonly labels: ReadonlyMap<string, NumberedParagraph>;
  readonly definitions: readonly WrittenDefinition[];
}

declare const isPublic: unique symbol;

/** A report that may be published. Only `triage` makes one. */
export type PublicReport = Candidate & { readonly [isPublic]: true };

export type Verdict =
  | { readonly kind: "public"; readonly report: PublicReport }
  | { readonly kind: "withheld"; readonly withholding: Withholding | undefined };

const made = new WeakSet<object>();

/** Decides whether a report is published: only `confidential: No`, read without doubt, makes it public. */
export function triage(confidentiality: Confidentiality, candidate: Candidate): Verdict {
  if (confidentiality !== "public") {
    return {
      kind: "withheld",
      withholding: confidentiality === "withheld without a reason" ? undefined : confidentiality,
    };
  }
  const report = { ...candidate };
  made.add(report);
  return { kind: "public", report: branded(report) };
}

function branded(report: Candidate): PublicReport {
  assertPublic(report);
  return report;
}

/** Throws unless `triage` made the report, whatever the types were told. */
export function assertPublic(report: Candidate): asserts report is PublicReport {
  if (!made.has(report)) throw new Error("a report that was not found to be public reached a stage that publishes");
}
