import { resolvePath } from "../addresses.ts";
import { type Diagnostic, inReadingOrder, withoutQuotes } from "../diagnostic.ts";
import type { Committee, ParsedText, Report, Settings, Source } from "../model.ts";
import { type Finding, type Raise, type RuleId, toDiagnostic } from "../rules/catalogue.ts";
import { checks } from "../rules/index.ts";
import { abbreviate } from "./abbreviations.ts";
import { annexLetters, assembleAnnexes, raiseUnmentioned } from "./annexes.ts";
import { findCommittee } from "./committee.ts";
import { raiseFieldsInBody } from "./fields-in-body.ts";
import type { FileLookup } from "./file-lookup.ts";
import { type FrontmatterReading, type OpenedFrontmatter, readFrontmatter } from "./frontmatter.ts";
import { identifyHeadings } from "./headings.ts";
import { takeLabels } from "./labels.ts";
import { normalise, type WrittenDefinition } from "./normalise.ts";
import { numberParagraphs } from "./number.ts";
import { parseBody } from "./parse.ts";
import { type ReportStatus, refer } from "./references.ts";
import { render } from "./render.ts";
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
  readonly annexSource: (path: string, raise: Raise) => Source | undefined;
  readonly reportStatus: (path: string) => ReportStatus;
}

export interface Compiled {
  readonly path: string;
  /** There only when the report is public, no draft, and without error. */
  readonly report?: Report;
  readonly outcome: "published" | "withheld" | "draft" | "refused";
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the frontmatter of a report, which says whether it is public. */
export function openReport(source: Source): OpenedReport {
  const findings: Finding[] = [];
  const opened = readFrontmatter(source, (finding) => findings.push(finding));
  return { ...opened, source, findings };
}

/** The stages in order. A report that is withheld, or may be, is checked as far as its numbers, and never rendered. */
export function compile(opened: OpenedReport, around: Surroundings): Compiled {
  const { source, reading, body } = opened;
  const findings = [...opened.findings];
  const raise: Raise = (finding) => findings.push(finding);

  const text = body === undefined ? undefined : readText(source, body, raise);
  const candidate = reading && text && prepare(source, reading, text, around, raise);
  const verdict = reading && candidate && triage(reading.confidentiality, candidate);
  const finished = reading && verdict?.kind === "public" ? finish(verdict.report, reading, around, raise) : undefined;

  const mayQuote = opened.isPlainlyPublic && !findings.some(({ rule }) => DOUBTS.has(rule));
  const diagnostics = findings.map(toDiagnostic).sort(inReadingOrder);
  return {
    path: source.path,
    diagnostics: mayQuote ? diagnostics : diagnostics.map(withoutQuotes),
    ...outcome(finished, verdict?.kind === "withheld", reading?.frontmatter.draft === true, hasError(findings)),
  };
}

/** Findings after which it is no longer beyond doubt what the author meant to publish. */
const DOUBTS: ReadonlySet<RuleId> = new Set([
  "block-fence",
  "exempt-passage",
  "confidential-in-body",
  "frontmatter-field-in-body",
]);

function readText(source: Source, body: string, raise: Raise): ParsedText | undefined {
  const text = parseBody(source, body, raise);
  if (text === undefined) return undefined;
  raiseFieldsInBody(text, raise);
  for (const check of checks) check(text, raise);
  if (text.tree.children.length === 0)
    raise({
      rule: "text-empty",
      place: { path: source.path, line: 1, column: 1 },
      message: "there is no text below the frontmatter",
      fix: "write the report below the second line of ---",
    });
  return text;
}

/** From the parsed texts to a candidate: paragraphs numbered, annexes in place, labels and headings named. */
function prepare(
  source: Source,
  reading: FrontmatterReading,
  body: ParsedText,
  around: Surroundings,
  raise: Raise,
): Candidate {
  const { frontmatter, placeOf } = reading;
  const { numbering } = frontmatter;
  const style = around.settings.numberingStyle;
  const definitions: WrittenDefinition[] = [...normalise(body)];
  numberParagraphs(body, { numbering, style }, raise);
  const letters = annexLetters(frontmatter.annexes);
  const texts = new Map<string, ParsedText>();
  for (const [index, { file, withholding }] of frontmatter.annexes.entries()) {
    const path = file?.endsWith(".md") && withholding === undefined ? resolvePath(source.path, file) : undefined;
    const annexSource = path === undefined ? undefined : around.annexSource(path, raise);
    const text = annexSource && readText(annexSource, annexSource.text, raise);
    if (path === undefined || text === undefined) continue;
    if (/^---\s*$/m.test(text.text.split("\n", 1)[0] ?? ""))
      raise({
        rule: "annex-frontmatter",
        place: { path, line: 1, column: 1, endColumn: 4 },
        message: "an annex begins with ---, and has no frontmatter of its own",
        fix: "take the lines between --- out; the title stands in the report's `annexes:`",
      });
    definitions.push(...normalise(text));
    numberParagraphs(
      text,
      { numbering: numbering === "none" ? "none" : undefined, style, letter: letters[index] ?? "" },
      raise,
    );
    texts.set(path, text);
  }
  const placeOfEntry = (index: number, field?: string) =>
    placeOf(field === undefined ? ["annexes", index] : ["annexes", index, field]);
  const lookup = reading.confidentiality === "public" ? around.files : { ...around.files, isWithheld: () => false };
  const { annexes, files } = assembleAnnexes(
    { reportPath: source.path, body, entries: frontmatter.annexes, placeOfEntry, texts, files: lookup },
    raise,
  );
  const content = body.tree.children;
  const labels = takeLabels(body, content, raise);
  identifyHeadings(content, labels.keys());
  return { path: source.path, frontmatter, body, content, annexes, files, labels, definitions };
}

/** From a public report to its page: abbreviations marked, references linked, HTML made. */
function finish(
  report: PublicReport,
  reading: FrontmatterReading,
  around: Surroundings,
  raise: Raise,
): (() => Report) | undefined {
  const { settings, files, reportStatus } = around;
  const { frontmatter, body, content, annexes } = report;
  const abbreviations = abbreviate(
    body,
    content,
    {
      frontmatter: frontmatter.abbreviations,
      frontmatterPlace: reading.placeOf(["abbreviations"]),
      written: report.definitions,
      site: settings.abbreviations,
      known: settings.known,
    },
    raise,
  );
  const letters = annexLetters(frontmatter.annexes);
  const annexTexts = new Map(
    frontmatter.annexes.flatMap(({ file, withholding }, index) => {
      const path = file?.endsWith(".md") && withholding === undefined ? resolvePath(report.path, file) : undefined;
      return path === undefined ? [] : [[path, letters[index] ?? ""] as const];
    }),
  );
  const references = refer(
    body,
    content,
    { reportPath: report.path, annexes, labels: report.labels, files, reportStatus, annexTexts },
    raise,
  );
  raiseUnmentioned(
    annexes,
    frontmatter.annexes,
    references.mentionedAnnexes,
    (index) => reading.placeOf(["annexes", index]),
    raise,
  );
  const committee: Committee | undefined = findCommittee(
    frontmatter.committee,
    settings.committees,
    reading.placeOf(["committee"]),
    raise,
  );
  return () => render(report, abbreviations, references, committee);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => toDiagnostic(finding).severity === "error");
}

function outcome(
  finished: (() => Report) | undefined,
  isWithheld: boolean,
  isDraft: boolean,
  isFaulty: boolean,
): Pick<Compiled, "report" | "outcome"> {
  if (isFaulty) return { outcome: "refused" };
  if (isWithheld) return { outcome: "withheld" };
  if (isDraft) return { outcome: "draft" };
  return finished === undefined ? { outcome: "refused" } : { outcome: "published", report: finished() };
}
