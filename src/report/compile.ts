import { type Diagnostic, inReadingOrder, withoutQuotes } from "../diagnostic.ts";
import type { Report, Settings, Source, Withheld } from "../model.ts";
import { type Finding, type Raise, type RuleId, toDiagnostic } from "../rules/catalogue.ts";
import { abbreviate } from "./abbreviations.ts";
import { assembleAnnexes, raiseUnmentioned } from "./annexes.ts";
import { findCommittee } from "./committee.ts";
import type { FileLookup } from "./file-lookup.ts";
import { type FrontmatterReading, type OpenedFrontmatter, readFrontmatter } from "./frontmatter.ts";
import { identifyHeadings } from "./headings.ts";
import { takeLabels } from "./labels.ts";
import type { ReportPlace } from "./links.ts";
import { refer } from "./references.ts";
import { render } from "./render.ts";
import { type AnnexSource, markdownAnnexes, type NumberedTexts, numberTexts, readText } from "./texts.ts";
import { type Candidate, type PublicReport, triage } from "./triage.ts";

/** A report whose frontmatter has been read, and nothing else. */
export interface OpenedReport extends OpenedFrontmatter {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

/** What a report may know of the world around it. */
export interface Surroundings {
  readonly settings: Settings;
  readonly files: FileLookup;
  readonly annexSource: AnnexSource;
  readonly reportAt: (path: string) => ReportPlace;
}

export interface Compiled {
  readonly path: string;
  readonly outcome: "published" | "withheld" | "draft" | "refused";
  /** There only when the report is published. */
  readonly report?: Report;
  /** There only when the report is withheld. */
  readonly stub?: Withheld;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the frontmatter of a report, which says whether it is public. */
export function openReport(source: Source): OpenedReport {
  const findings: Finding[] = [];
  const opened = readFrontmatter(source, (finding) => findings.push(finding));
  return { ...opened, source, findings };
}

/** Compiles a report so that a fault of the program stops this report and no other. */
export function compile(opened: OpenedReport, around: Surroundings): Compiled {
  try {
    return runStages(opened, around);
  } catch {
    const { path } = opened.source;
    const message = "the program stopped at a fault of its own in this report, which is not published";
    const finding = toDiagnostic({ rule: "program-fault", place: { path, line: 1, column: 1 }, message });
    return { path, outcome: "refused", diagnostics: [withoutQuotes(finding)] };
  }
}

/** The stages in order. A report that is withheld, or may be, is checked as far as its numbers, and never rendered. */
function runStages(opened: OpenedReport, around: Surroundings): Compiled {
  const { source, reading } = opened;
  const findings = [...opened.findings];
  const raise: Raise = (finding) => findings.push(finding);

  const body = opened.body === undefined ? undefined : readText(source, opened.body, raise);
  const texts = reading && body && number(source, reading, body, around, raise);
  const candidate = reading && texts && prepare(source, reading, texts, around, raise);
  const verdict = reading && candidate && triage(reading.confidentiality, candidate, around.settings.jurisdiction);
  const finish = reading && verdict?.kind === "public" ? link(verdict.report, reading, around, raise) : undefined;

  const diagnostics = findings.map(toDiagnostic).sort(inReadingOrder);
  const isFaulty = diagnostics.some(({ severity }) => severity === "error");
  const mayQuote = opened.isPlainlyPublic && !findings.some(({ rule }) => DOUBTS.has(rule));
  const shown = { path: source.path, diagnostics: mayQuote ? diagnostics : diagnostics.map(withoutQuotes) };
  if (isFaulty) return { ...shown, outcome: "refused" };
  if (reading?.frontmatter.draft) return { ...shown, outcome: "draft" };
  if (verdict?.kind === "withheld") return { ...shown, outcome: "withheld", stub: verdict.stub };
  return finish === undefined ? { ...shown, outcome: "refused" } : { ...shown, outcome: "published", report: finish() };
}

/** Findings after which it is no longer beyond doubt what the author meant to publish. */
const DOUBTS: ReadonlySet<RuleId> = new Set([
  "block-fence",
  "exempt-passage",
  "confidential-in-body",
  "frontmatter-field-in-body",
]);

function number(
  { path }: Source,
  { frontmatter }: FrontmatterReading,
  body: NumberedTexts["body"],
  around: Surroundings,
  raise: Raise,
): NumberedTexts {
  return numberTexts(path, body, frontmatter, around.settings.numberingStyle, around.annexSource, raise);
}

/** Puts the annexes in their places, and names paragraphs and headings. */
function prepare(
  { path }: Source,
  reading: FrontmatterReading,
  texts: NumberedTexts,
  around: Surroundings,
  raise: Raise,
): Candidate {
  const { frontmatter, confidentiality, placeOf } = reading;
  const { body, annexTexts, definitions } = texts;
  const isPublic = confidentiality === "public";
  const { annexes, files } = assembleAnnexes(
    {
      reportPath: path,
      body,
      entries: frontmatter.annexes,
      placeOfEntry: (index, field) => placeOf(field === undefined ? ["annexes", index] : ["annexes", index, field]),
      texts: annexTexts,
      jurisdiction: around.settings.jurisdiction,
      files: isPublic ? around.files : { ...around.files, isWithheld: () => false },
    },
    raise,
  );
  const content = body.tree.children;
  const labels = takeLabels(body, content, raise);
  identifyHeadings(content, labels.keys());
  const committee = findCommittee(
    frontmatter.committee,
    around.settings.committees,
    () => placeOf(["committee"]),
    raise,
  );
  return { path, frontmatter, committee, body, content, annexes, files, labels, definitions };
}

/** Marks abbreviations and links references in a public report; what it gives makes the page. */
function link(report: PublicReport, { placeOf }: FrontmatterReading, around: Surroundings, raise: Raise): () => Report {
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
