import { reportAddress, resolvePath } from "../../addresses/addresses.ts";
import { type Finding, type Raise, toDiagnostic } from "../../diagnostics/catalogue.ts";
import { frontmatterChecks } from "../../diagnostics/checks.ts";
import { type Diagnostic, inReadingOrder, withoutQuotes } from "../../diagnostics/diagnostic.ts";
import { programFault } from "../../diagnostics/program-fault.ts";
import { withSeverities } from "../../diagnostics/severities.ts";
import { isFromOutside } from "../../model/content-error.ts";
import type { Report } from "../../model/report.ts";
import { Sealed } from "../../model/sealed.ts";
import type { Edition } from "../../model/settings.ts";
import type { Withdrawn, Withheld } from "../../model/site.ts";
import type { Source } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { lawOfReport, lawsOfMeetings, noticeOfReport } from "../frontmatter/law-of-report.ts";
import { type FrontmatterReading, type OpenedFrontmatter, readFrontmatter } from "../frontmatter/read.ts";
import type { ReportPlace, WithheldTargets } from "../links/resolve-links.ts";
import { raiseMarkedFields, raiseMarkings } from "../markings/raise-markings.ts";
import { render } from "../page/render.ts";
import { holdToLaw } from "../withholding/hold-to-law.ts";
import { raiseOtherLaws } from "../withholding/one-law.ts";
import { forMembers, triage } from "../withholding/triage.ts";
import { raiseUndescribed } from "../withholding/undescribed.ts";
import { withdrawnOf } from "../withholding/withdrawn.ts";
import { assembleReport } from "./assemble-report.ts";
import { assertSameNumbers } from "./assert-same-numbers.ts";
import { raiseBackgroundMissing } from "./background-list.ts";
import type { CompileContext, ReportInProgress } from "./context.ts";
import { type IgnoreComment, ignoreComments } from "./ignore-comments.ts";
import { type LinkedDocuments, linkAndMark } from "./link-and-mark.ts";
import {
  holdsWithheld,
  type NumberedDocuments,
  numberDocuments,
  publicDocuments,
  readText,
} from "./number-documents.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { isDoubt, mergeFindings, withFrames } from "./redact-findings.ts";
import { withheldTargets } from "./withheld-fragments.ts";

/** A report whose frontmatter has been read, and nothing else. */
export interface OpenedReport extends OpenedFrontmatter {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

export interface Compiled {
  readonly path: string;
  readonly outcome: "published" | "withheld" | "withdrawn" | "draft" | "refused";
  /** There only when the edition holds the report. */
  readonly report?: Report;
  /** There only when the report is withheld from the edition. */
  readonly stub?: Withheld;
  /** There only when the report was withdrawn. */
  readonly withdrawn?: Withdrawn;
  /** Addresses at which it was published before. */
  readonly formerly: readonly string[];
  /** Where links into what is withheld of it lead. */
  readonly withheld: WithheldTargets;
  /** Whether every line of its file may be shown. */
  readonly isWhollyPublic: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that are to silence some of what is found. */
  readonly ignores?: readonly IgnoreComment[];
}

/** Reads the frontmatter of a report, which says whether it is public. */
export function openReport(source: Source): OpenedReport {
  const findings: Finding[] = [];
  const opened = readFrontmatter(source, (finding) => findings.push(finding));
  return { ...opened, source, findings };
}

/** Compiles a report for an edition: a function of the report, and of what the world around answers. */
export type Compile = (opened: OpenedReport, context: CompileContext, edition: Edition) => Compiled;

/** Compiles a report so that a fault of the program stops this report and no other. */
export function compile(opened: OpenedReport, context: CompileContext, edition: Edition): Compiled {
  try {
    return runStages(opened, context, edition);
  } catch (error) {
    if (isFromOutside(error)) throw error;
    const { path } = opened.source;
    return refusedReport(path, programFault(path));
  }
}

/** A report that is left out for a fault; nothing of it is shown, and what is found quotes nothing. */
export function refusedReport(path: string, fault: Finding): Compiled {
  const diagnostics = [withoutQuotes(toDiagnostic(fault))];
  return { path, outcome: "refused", formerly: [], withheld: NOTHING, isWhollyPublic: false, diagnostics };
}

const NOTHING: WithheldTargets = new Map();

/** One way through the stages: what came of it. */
interface Pass extends LinkedDocuments {
  readonly texts: NumberedDocuments;
}

/**
 * The stages in order. The whole of a report is compiled, whoever may read it, so that every mistake is found; where
 * part of it is withheld, what may be public is compiled a second time, by itself.
 */
function runStages(opened: OpenedReport, context: CompileContext, edition: Edition): Compiled {
  const { path } = opened.source;
  const found: Finding[] = [...opened.findings];
  const raise: Raise = (finding) => found.push(finding);
  const law = lawOfReport({ committee: opened.reading?.frontmatter.committee }, context.settings);
  const reading = opened.reading && holdToLaw(opened.reading, law, raise);
  if (reading?.frontmatter.withdrawn !== undefined && !reading.frontmatter.draft)
    return compileWithdrawn(path, found, reading, context);
  const lang = reading?.frontmatter.lang ?? "en-GB";
  checkFrontmatter(reading, context, raise);
  const body = opened.body === undefined ? undefined : readText(path, Sealed.open(opened.body), lang, raise);
  if (reading === undefined && body !== undefined && opened.isPlainlyPublic)
    raiseMarkings(body, { annexes: [], hasPassages: false }, raise);
  const [ofMeeting] = reading === undefined ? [] : lawsOfMeetings(reading.frontmatter, context.settings);
  if (reading !== undefined && body !== undefined && ofMeeting !== undefined)
    raiseBackgroundMissing(reading, body, ofMeeting, raise);
  const whole = reading && body && compileWhole({ path, reading, context, raise }, body);
  if (opened.typed !== undefined && (reading?.confidentiality ?? (opened.isPlainlyPublic && "public")) === "public") {
    const annexes = reading?.frontmatter.annexes ?? [];
    const hasPassages = reading !== undefined && whole !== undefined && holdsWithheld(whole.texts, reading.frontmatter);
    const isReleased = reading?.frontmatter.released !== undefined;
    raiseMarkedFields(opened.typed, { annexes, hasPassages, isReleased }, raise);
  }
  if (reading !== undefined && whole !== undefined) {
    const isWithheld = reading.confidentiality !== "public" || holdsWithheld(whole.texts, reading.frontmatter);
    if (isWithheld) raiseOtherLaws(reading, context.settings, raise);
  }
  const undescribed: Finding[] = [];
  if (edition === "members" && reading !== undefined && whole !== undefined) {
    const { content } = whole.report;
    raiseUndescribed(reading, { path, content }, law, (finding) => undescribed.push(finding));
  }
  const isCut = reading?.confidentiality === "public" && whole?.report.view === "whole";
  const withheld = isCut ? withheldTargets(whole.report.content) : NOTHING;
  const foundInPublic: Finding[] = [];
  const raiseInPublic: Raise = (finding) => foundInPublic.push(finding);
  const cut = isCut ? compilePublic({ path, reading, context, raise: raiseInPublic }, whole, withheld) : undefined;

  if (isCut && cut !== undefined) assertSameNumbers(whole.report.content, cut.report.content);

  // It is an error then, and asks for more than a reason.
  const own = undescribed.length === 0 ? found : found.filter(({ rule }) => rule !== "confidential-reason");
  const findings = isCut
    ? mergeFindings([...own, ...undescribed], foundInPublic)
    : [...own, ...undescribed].map((finding) => ({ finding, mayQuote: true }));
  const framed = withFrames(findings, opened, isCut ? cut?.texts : whole?.texts);
  const isWhollyPublic = opened.isPlainlyPublic && whole?.report.view === "public";
  const pass = cut ?? whole;
  const isQuotable = isWhollyPublic && !findings.some(({ finding }) => isDoubt(finding.rule));
  const owner = reading &&
    whole && {
      path,
      date: reading.frontmatter.date,
      recommendations: whole.report.recommendations,
      published: reading.confidentiality === "public" ? (pass?.report.recommendations ?? []) : [],
      reportAt: (at: string) => (at === path ? ownPlace(path, edition, withheld) : context.reportAt(at)),
    };
  const { outcomes, diagnostics: ofOutcomes } = readOutcomes(path, owner, context, isQuotable);
  const diagnostics = withSeverities(
    onceEach([...framed, ...ofOutcomes].sort(inReadingOrder)),
    context.settings.severities,
  );
  const { formerly = [] } = reading?.frontmatter ?? {};
  const texts = whole && [whole.texts.body, ...whole.texts.annexes.values()].map(({ text }) => text);
  const ignores = texts === undefined ? [] : ignoreComments(opened.source, texts);
  const shown = { path, formerly, withheld, isWhollyPublic, diagnostics, ignores };
  if (diagnostics.some(({ severity }) => severity === "error")) return { ...shown, outcome: "refused" };
  if (reading?.frontmatter.draft) return { ...shown, outcome: "draft" };
  if (reading === undefined || whole === undefined) return { ...shown, outcome: "refused" };
  if (edition === "members") {
    const report = forMembers(reading.confidentiality, whole.report, law);
    return {
      ...shown,
      outcome: "published",
      report: { ...render(report, whole.annotations, outcomes), ...translationIn(reading, path) },
    };
  }
  const { report: linked, annotations } = cut ?? whole;
  const verdict = triage(reading.confidentiality, linked, law);
  if (verdict.kind === "withheld") return { ...shown, outcome: "withheld", stub: verdict.stub };
  return {
    ...shown,
    outcome: "published",
    report: { ...render(verdict.report, annotations, outcomes), ...translationIn(reading, path) },
  };
}

/** The report that is named as the same in the other language: whether the two are a pair is seen when all are known. */
function translationIn({ frontmatter, placeOf }: FrontmatterReading, path: string): Pick<Report, "translation"> {
  const { translation } = frontmatter;
  if (translation === undefined) return {};
  return { translation: { target: resolvePath(path, translation), place: placeOf(["translation"]) } };
}

/**
 * The report's own page, to which what became of a recommendation may lead; in the public edition without what is
 * withheld.
 */
function ownPlace(path: string, edition: Edition, withheld: WithheldTargets): ReportPlace {
  return { kind: "page", address: reportAddress(path), withheld: edition === "public" ? withheld : NOTHING };
}

/**
 * Of a report that was withdrawn nothing but the day and the reason is published, so nothing else is looked at or
 * quoted.
 */
function compileWithdrawn(
  path: string,
  findings: readonly Finding[],
  { frontmatter, confidentiality }: FrontmatterReading,
  { settings }: CompileContext,
): Compiled {
  const quoted = findings.map((finding) => withoutQuotes(toDiagnostic(finding))).sort(inReadingOrder);
  const diagnostics = withSeverities(quoted, settings.severities);
  const shown = { path, formerly: frontmatter.formerly, withheld: NOTHING, isWhollyPublic: false, diagnostics };
  const withdrawn = withdrawnOf(path, frontmatter, confidentiality);
  return withdrawn === undefined || diagnostics.some(({ severity }) => severity === "error")
    ? { ...shown, outcome: "refused" }
    : { ...shown, outcome: "withdrawn", withdrawn };
}

/** One folder without its report is one mistake, however many of its files a report names. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = diagnostics.findIndex(({ rule }) => rule === "folder-without-report");
  return diagnostics.filter(({ rule }, index) => rule !== "folder-without-report" || index === first);
}

/** Raises what is wrong with frontmatter that is sound in itself. */
function checkFrontmatter(reading: FrontmatterReading | undefined, { settings }: CompileContext, raise: Raise): void {
  if (reading === undefined) return;
  const { frontmatter, placeOf, confidentiality } = reading;
  const isWithheld = confidentiality !== "public";
  const law = lawOfReport(frontmatter, settings);
  const laws = lawsOfMeetings(frontmatter, settings);
  const noticeDays = noticeOfReport(frontmatter, settings);
  const { daysOff } = settings;
  const subject = { frontmatter, placeOf, law, laws, noticeDays, daysOff, isWithheld };
  for (const check of frontmatterChecks) check(subject, raise);
}

/** The whole of a report. Where nothing of it is withheld, that is what the public may have, too. */
function compileWhole(whole: ReportInProgress, body: ParsedText): Pass {
  const { reading, context, raise } = whole;
  const { frontmatter, confidentiality } = reading;
  const isOpen = confidentiality === "public";
  const texts = numberDocuments(
    body,
    { ...frontmatter, isPublic: isOpen },
    isOpen ? context : unrestricted(context),
    raise,
  );
  const isPublic = isOpen && !holdsWithheld(texts, frontmatter);
  const inReach = { ...whole, context: isPublic ? context : unrestricted(context) };
  const assembled = assembleReport(inReach, texts, isPublic ? "public" : "whole");
  return { texts, ...linkAndMark(assembled, inReach, { isGlossaryOfUses: false, withheld: NOTHING }) };
}

/** What the public may have of a report, made of that alone. */
function compilePublic(part: ReportInProgress, whole: Pass, withheld: WithheldTargets): Pass | undefined {
  const documents = publicDocuments(whole.texts, part);
  if (documents === undefined) return undefined;
  const texts = { ...documents, recommendations: whole.report.recommendations };
  const assembled = assembleReport(part, texts, "public");
  return { texts, ...linkAndMark(assembled, part, { isGlossaryOfUses: true, withheld }) };
}

/** Those who may read what is withheld may have the files that belong to it. */
function unrestricted(context: CompileContext): CompileContext {
  return { ...context, files: { ...context.files, isWithheld: () => false } };
}
