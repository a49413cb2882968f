import type { Raise } from "../../diagnostics/catalogue.ts";
import { type LawSettings, lawOfReport } from "../frontmatter/law-of-report.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";

/**
 * Raises further meetings of a report, all or part of which is withheld, whose committee follows another law than the report's own: the
 * public is excluded in the terms of the law of the meeting, and what is withheld is described in those of one law.
 */
export function raiseOtherLaws(
  { frontmatter, placeOf }: Pick<FrontmatterReading, "frontmatter" | "placeOf">,
  settings: LawSettings,
  raise: Raise,
): void {
  const own = lawOfReport(frontmatter, settings);
  for (const [index, further] of frontmatter.alsoTo.entries()) {
    const other = lawOfReport(further, settings);
    if (other === own) continue;
    raise({
      rule: "frontmatter-field-value",
      place: placeOf(["also-to", index]),
      message: `\`also-to\`, entry ${index + 1}, is a committee under the law of ${other.jurisdiction}, and what is withheld of this report is described in the terms of the law of ${own.jurisdiction}`,
      fix: `take the entry out, and give that committee a report of its own, which names the paragraphs of ${other.schedule}`,
      quotesNothing: true,
    });
  }
}
