import type { Report } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { abbreviate } from "./abbreviations.ts";
import { raiseUnmentioned } from "./annexes.ts";
import type { FrontmatterReading } from "./frontmatter.ts";
import { refer } from "./references.ts";
import { render } from "./render.ts";
import type { Surroundings } from "./surroundings.ts";
import { markdownAnnexes } from "./texts.ts";
import type { PublicReport } from "./triage.ts";

/** Marks abbreviations and links references in a public report; what it gives makes the page, which only a report without error gets. */
export function finishReport(
  report: PublicReport,
  { placeOf }: FrontmatterReading,
  around: Surroundings,
  raise: Raise,
): () => Report {
  const { settings, files, reportAt } = around;
  const { path, frontmatter, body, content, annexes, labels, definitions } = report;
  const abbreviations = abbreviate(
    body,
    content,
    {
      frontmatter: frontmatter.abbreviations,
      frontmatterPlace: () => placeOf(["abbreviations"]),
      written: definitions,
      site: settings.abbreviations,
      known: settings.known,
    },
    raise,
  );
  const annexTexts = markdownAnnexes(path, frontmatter.annexes);
  const links = refer(body, content, { reportPath: path, annexes, labels, files, reportAt, annexTexts }, raise);
  raiseUnmentioned(annexes, frontmatter.annexes, links.annexes, (index) => placeOf(["annexes", index]), raise);
  return () => render(report, abbreviations, links);
}
