import { type Diagnostic, inReadingOrder, withoutQuotes } from "../diagnostic.ts";
import type { Report, Source, Withheld } from "../model.ts";
import { type Finding, type Raise, type RuleId, toDiagnostic } from "../rules/catalogue.ts";
import { makeCandidate } from "./candidate.ts";
import { finishReport } from "./finish-report.ts";
import { type OpenedFrontmatter, readFrontmatter } from "./frontmatter.ts";
import type { Surroundings } from "./surroundings.ts";
import { numberTexts, readText } from "./texts.ts";
import { triage } from "./triage.ts";

/** A report whose frontmatter has been read, and nothing else. */
export interface OpenedReport extends OpenedFrontmatter {
  readonly source: Source;
  readonly findings: readonly Finding[];
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
function runStages(opened: OpenedReport, surroundings: Surroundings): Compiled {
  const { source, reading } = opened;
  const around = reading?.confidentiality === "public" ? surroundings : withOwnFiles(surroundings);
  const findings = [...opened.findings];
  const raise: Raise = (finding) => findings.push(finding);

  const body = opened.body === undefined ? undefined : readText(source, opened.body, raise);
  const texts = reading && body && numberTexts(source.path, body, reading.frontmatter, around, raise);
  const candidate = reading && texts && makeCandidate(source.path, reading, texts, around, raise);
  const verdict = reading && candidate && triage(reading.confidentiality, candidate, around.settings.jurisdiction);
  const finish =
    reading && verdict?.kind === "public" ? finishReport(verdict.report, reading, around, raise) : undefined;

  const diagnostics = findings.map(toDiagnostic).sort(inReadingOrder);
  const isFaulty = diagnostics.some(({ severity }) => severity === "error");
  const mayQuote = opened.isPlainlyPublic && !findings.some(({ rule }) => DOUBTS.has(rule));
  const shown = { path: source.path, diagnostics: mayQuote ? diagnostics : diagnostics.map(withoutQuotes) };
  if (isFaulty) return { ...shown, outcome: "refused" };
  if (reading?.frontmatter.draft) return { ...shown, outcome: "draft" };
  if (verdict?.kind === "withheld") return { ...shown, outcome: "withheld", stub: verdict.stub };
  return finish === undefined ? { ...shown, outcome: "refused" } : { ...shown, outcome: "published", report: finish() };
}

/** A withheld report may name the files that it withholds. */
function withOwnFiles(around: Surroundings): Surroundings {
  return { ...around, files: { ...around.files, isWithheld: () => false } };
}

/** Findings after which it is no longer beyond doubt what the author meant to publish. */
const DOUBTS: ReadonlySet<RuleId> = new Set([
  "block-fence",
  "comment-unread",
  "exempt-passage",
  "confidential-in-body",
  "frontmatter-field-in-body",
]);
