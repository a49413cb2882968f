import { resolvePath } from "../../addresses/addresses.ts";
import { annexLetters } from "../../text/annex-letters.ts";
import { abbreviate } from "../abbreviations/abbreviations.ts";
import { raiseUnmentioned } from "../annexes/annexes.ts";
import { reportOwner } from "../annexes/attached-files.ts";
import { raiseAmendedMissing } from "../links/amended-paragraphs.ts";
import { refer } from "../links/link-references.ts";
import type { WithheldTargets } from "../links/resolve-links.ts";
import type { Annotations } from "../page/annotations.ts";
import type { AssembledReport, LinkedReport } from "../withholding/triage.ts";
import type { ReportInProgress } from "./context.ts";
import { markdownAnnexes } from "./number-documents.ts";

export interface LinkOptions {
  /** The glossary holds what the text uses, and not what its list declares and nothing uses. */
  readonly isGlossaryOfUses: boolean;
  readonly withheld: WithheldTargets;
}

/** A report as it is rendered, and what was found of it on the way there. */
export interface LinkedDocuments {
  readonly report: LinkedReport;
  readonly annotations: Annotations;
}

/** Marks abbreviations and links references in the text of a report. */
export function linkAndMark(
  assembled: AssembledReport,
  { reading, context, raise }: ReportInProgress,
  { isGlossaryOfUses, withheld }: LinkOptions,
): LinkedDocuments {
  const { placeOf } = reading;
  const { settings, files, reportAt } = context;
  const { path, frontmatter, body, content, annexes, labels, definitions, recommendations } = assembled;
  const defined = abbreviate(
    body,
    content,
    {
      frontmatter: frontmatter.abbreviations,
      frontmatterPlace: (short) => placeOf(["abbreviations", short]),
      written: definitions,
      site: settings.abbreviations,
      known: settings.known,
      isGlossaryOfUses,
      title: { text: frontmatter.title, place: () => placeOf(["title"]) },
    },
    raise,
  );
  const targets = {
    path,
    owner: reportOwner(path),
    kind: "report" as const,
    lang: frontmatter.lang,
    annexes,
    labels,
    recommendations,
    files,
    reportAt,
    withheld,
    annexLetters: lettersByFile(assembled),
  };
  const links = refer(body, content, targets, raise);
  raiseUnmentioned(annexes, reading, links.annexes, raise);
  raiseAmendedMissing(reading, content, withheld, raise);
  return {
    report: { ...assembled, body: { ...body, stage: "linked" } },
    annotations: { abbreviations: defined, links },
  };
}

/** The files that lead to an annex's place on the page, with its letter: texts that stand there, and what is withheld. */
function lettersByFile({
  path: reportPath,
  view,
  frontmatter: { annexes },
}: AssembledReport): ReadonlyMap<string, string> {
  const letters = annexLetters(annexes);
  const withheld = annexes.flatMap(({ file, withholding }, index) => {
    const path = file === undefined || withholding === undefined ? undefined : resolvePath(reportPath, file);
    return path === undefined ? [] : [[path, letters[index] ?? ""] as const];
  });
  const texts = [...markdownAnnexes(reportPath, annexes)].map(([path, { letter }]) => [path, letter] as const);
  return new Map([...texts, ...(view === "public" ? withheld : [])]);
}
