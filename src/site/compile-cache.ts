import type { Finding } from "../diagnostics/catalogue.ts";
import type { Frontmatter, Report } from "../model/report.ts";
import { Sealed } from "../model/sealed.ts";
import type { Edition, Settings } from "../model/settings.ts";
import type { Source } from "../model/source.ts";
import { type Compile, type Compiled, compile, type OpenedReport, openReport } from "../report/compile/compile.ts";
import { compilePlainFile } from "../report/compile/compile-page.ts";
import type { CompileContext } from "../report/compile/context.ts";
import type { FrontmatterReading } from "../report/frontmatter/read.ts";
import type { CompilePlainFile } from "./compile-reports.ts";
import { type HeldFinding, holdingFindings, type PutFindingsAside, withoutWords, wordsOf } from "./findings-aside.ts";
import type { PlainOpenings } from "./opened-plain-files.ts";
import type { Openings } from "./opened-reports.ts";
import { withShared } from "./shared-getters.ts";
import { isLengthened, type LongParts, lengthened, listedPart, type ShortReport, shortened } from "./short-reports.ts";

/** What was found out before, and holds as long as nothing that it rests on has changed. It is kept in memory only. */
export interface CompileCache {
  readonly openings: Openings;
  readonly open: (source: Source) => OpenedReport;
  /** Whether an earlier run opened a text; none did, if nothing is said. */
  readonly isKnown?: (source: Source) => boolean;
  readonly compile: Compile;
  readonly plainOpenings: PlainOpenings;
  readonly compilePlainFile: CompilePlainFile;
  /** The settings, by their bytes. */
  readonly settings: WeakMap<Uint8Array, SettingsReading>;
}

/** What `site.yml` says, and what is wrong with it. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/**
 * Where compiled reports are kept for later runs of the program. It may lose what it was given, and gives nothing else.
 */
export interface CompileStore {
  readonly digestOf: (...parts: readonly string[]) => string;
  /** What tells a text, and its path, from all others. */
  readonly keyOf: (source: Source) => string;
  /** What was kept of the report at a path under a key. */
  readonly read: (path: string, key: string) => Stored | undefined;
  /** Keeps a report, and gives what `read` would; nothing, where it cannot be kept. */
  readonly write: (path: string, key: string, kept: Kept, apart: KeptApart) => Stored | undefined;
}

/** What is kept of a report that few ask for. */
export interface KeptApart {
  readonly long: LongParts;
  /** The words of what was found in it. */
  readonly words: string;
}

/** What a store has of a report. */
export interface Stored {
  readonly kept: Kept;
  /** What tells all that the report was compiled to. */
  readonly digest: string;
  /** Reads what is long; nothing, where it is lost or damaged. */
  readonly long: () => LongParts | undefined;
  /** Reads the words of what was found; nothing, where they are lost or damaged. */
  readonly words: () => string | undefined;
}

/**
 * A compiled report, with what was read at the top of its file, and the digests of the settings and the answers that it
 * rests on.
 */
export interface Kept {
  readonly opening: KeptOpening;
  readonly settings: string;
  readonly answers: readonly Answer[];
  /** What tells all that lists show of the report. */
  readonly listed: string;
  readonly compiled: Omit<Compiled, "report" | "diagnostics"> & {
    readonly report: ShortReport;
    readonly diagnostics: readonly HeldFinding[];
  };
}

/** What the frontmatter of a report says that is public beyond doubt. */
interface KeptOpening extends Pick<OpenedReport, "findings" | "isTextPublic"> {
  readonly frontmatter: Frontmatter;
}

/** A cache that knows what its reports were compiled to. */
export interface KeptCache extends CompileCache {
  /** What tells all that a report was compiled to; nothing, where it is not kept. */
  readonly digestOfReport: (report: Report) => string | undefined;
  /** What tells all that lists show of a report; nothing, where it is not kept. */
  readonly digestOfListed: (report: Report) => string | undefined;
}

/**
 * Opens and compiles a report unless the store has it: under its text and its path, with the same settings, and the
 * same answers to every question that it asked. Only what is public as a whole, and rests on nothing that is withheld,
 * is kept.
 */
export function keptIn(store: CompileStore, cache: CompileCache): KeptCache {
  const digests = new WeakMap<Report, { readonly whole: string; readonly listed: string }>();
  const digestOfSettings = once((settings: Settings) => store.digestOf(textOfSettings(settings)));
  /** What the store has of texts that are opened, and not compiled yet: few are compiled again. */
  const entries = new WeakMap<Source, { readonly key: string; readonly stored: Stored | undefined }>();
  const held = holdingFindings();
  const entryOf = (source: Source) => {
    const known = entries.get(source);
    if (known !== undefined) return known;
    const key = store.keyOf(source);
    const entry = { key, stored: store.read(source.path, key) };
    entries.set(source, entry);
    return entry;
  };
  const compile: Compile = (opened, context, edition) => {
    const { source, reading, findings, isTextPublic } = opened;
    const mayBeKept = opened.isPlainlyPublic && reading?.confidentiality === "public" && edition === "public";
    if (!mayBeKept) return cache.compile(opened, context, edition);
    const { key, stored } = entryOf(source);
    entries.delete(source);
    const settings = digestOfSettings(context.settings);
    const isSame = ({ question, path: asked, answer }: Answer): boolean =>
      store.digestOf(QUESTIONS[question](context, asked)) === answer;
    const given = ({ kept, digest, long, words }: Stored): Compiled => {
      const again = (): Compiled & { readonly report: Report } => {
        const { report, ...others } = cache.compile(opened, context, edition);
        if (report === undefined) throw new Error("a report that was published cannot be compiled again");
        return { ...others, report };
      };
      const report = lengthened(kept.compiled.report, () => long() ?? shortened(again().report).long);
      const diagnostics = held(kept.compiled.diagnostics, () => words() ?? wordsOf(again().diagnostics));
      digests.set(report, { whole: digest, listed: kept.listed });
      return { ...kept.compiled, diagnostics, report };
    };
    if (stored?.kept.settings === settings && stored.kept.answers.every(isSame)) return given(stored);
    const answers: Answer[] = [];
    const compiled = cache.compile(opened, recording(context, answers), edition);
    const { outcome, isWhollyPublic, report } = compiled;
    const isToBeKept = outcome === "published" && isWhollyPublic && !answers.some(mayTellOfWithheld);
    if (!isToBeKept || report === undefined) return compiled;
    const { short, long } = shortened(report);
    const { frontmatter } = short.shown;
    // What is written as one is one when it is read.
    const isSameAsOpened = formatMaps(frontmatter) === formatMaps(reading.frontmatter);
    const kept: Kept = {
      opening: { frontmatter: isSameAsOpened ? frontmatter : reading.frontmatter, findings, isTextPublic },
      settings,
      answers: answers.map(({ answer, ...asked }) => ({ ...asked, answer: store.digestOf(answer) })),
      listed: store.digestOf(formatMaps(listedPart(short))),
      compiled: { ...compiled, diagnostics: withoutWords(compiled.diagnostics), report: short },
    };
    const written = store.write(source.path, key, kept, { long, words: wordsOf(compiled.diagnostics) });
    return written === undefined ? compiled : given(written);
  };
  const isKnown = (source: Source): boolean => {
    try {
      return entryOf(source).stored !== undefined;
    } catch {
      // Why a file cannot be read is said where its bytes are asked for.
      return false;
    }
  };
  const open = (source: Source): OpenedReport => {
    const { stored } = entryOf(source);
    if (stored === undefined) return cache.open(source);
    const { frontmatter, findings, isTextPublic } = stored.kept.opening;
    const reading = { frontmatter, confidentiality: "public" } as const;
    return reopened({ source, findings, isPlainlyPublic: true, isTextPublic, reading }, cache.open);
  };
  return {
    ...cache,
    open,
    isKnown,
    compile,
    digestOfReport: (report) => digests.get(report)?.whole,
    digestOfListed: (report) => digests.get(report)?.listed,
  };
}

/** Where the long parts of reports lie until their pages are made. */
export interface LongPartsAside {
  /** Puts the long parts away, and gives all else as a copy that holds on to nothing, and what reads them. */
  readonly put: <Short>(short: Short, long: LongParts) => { readonly short: Short; readonly long: () => LongParts };
}

/** Holds of each report no more than the checks between reports need; all else is read again when it is asked for. */
export function lean(aside: LongPartsAside, putFindings: PutFindingsAside, cache: CompileCache): CompileCache {
  return {
    ...cache,
    compile: (opened, context, edition) => {
      const { diagnostics: found, report, ...compiled } = cache.compile(opened, context, edition);
      const diagnostics = putFindings(found);
      if (report === undefined) return { ...structuredClone(compiled), diagnostics };
      if (isLengthened(report)) return Object.assign(compiled, { report, diagnostics });
      const { short, long } = shortened(report);
      const put = aside.put({ ...compiled, report: short }, long);
      return { ...put.short, report: lengthened(put.short.report, put.long), diagnostics };
    },
  };
}

/** Opens reports so that of each no more is held than its fields: a part of a text, however short, holds all of it. */
export function openingLightly(cache: CompileCache): CompileCache {
  let last: OpenedReport | undefined;
  // They are compiled one after the other.
  const again = (source: Source): OpenedReport => {
    if (last?.source !== source) last = cache.open(source);
    return last;
  };
  return {
    ...cache,
    open: (source) => {
      last = cache.open(source);
      const { findings, isPlainlyPublic, isTextPublic, reading } = last;
      const { frontmatter, confidentiality } = reading ?? {};
      const isRead = frontmatter !== undefined && confidentiality !== undefined;
      const light = structuredClone({ findings, ...(isRead ? { reading: { frontmatter, confidentiality } } : {}) });
      return reopened({ ...light, source, isPlainlyPublic, isTextPublic }, again);
    },
  };
}

/** What is held of a report that was opened. */
interface LightlyOpened extends Omit<OpenedReport, "body" | "typed" | "reading"> {
  readonly reading?: Omit<FrontmatterReading, "placeOf">;
}

/** How the text of each report that is held lightly is opened again. */
const openingAgain = new WeakMap<Source, (source: Source) => OpenedReport>();

function openedAgain({ source }: { readonly source: Source }): OpenedReport {
  const open = openingAgain.get(source);
  if (open === undefined) throw new Error("a report was not opened before");
  return open(source);
}

const withRest = withShared<Omit<OpenedReport, "body" | "typed">, Pick<OpenedReport, "body" | "typed">>({
  body: (report) => openedAgain(report).body,
  typed: (report) => openedAgain(report).typed,
});

/** A report that was opened before, from the same text. What few ask for is read again when they ask. */
function reopened({ reading, ...light }: LightlyOpened, again: (source: Source) => OpenedReport): OpenedReport {
  openingAgain.set(light.source, again);
  if (reading === undefined) return withRest(light);
  const { frontmatter, confidentiality } = reading;
  return withRest({ ...light, reading: { frontmatter, confidentiality, placeOf: placesIn(light) } });
}

function placesIn(light: { readonly source: Source }): FrontmatterReading["placeOf"] {
  return (path) => {
    const whole = openedAgain(light).reading;
    if (whole === undefined) throw new Error("a text that could be read cannot be read again");
    return whole.placeOf(path);
  };
}

/** Whether a report's page may be what it is because something is withheld. */
function mayTellOfWithheld({ question, answer }: Answer): boolean {
  if (question === "isWithheld" || question === "isInDoubt") return answer !== "false";
  return question === "reportAt" && !/^\{"kind":"(?:page|missing)"(?!.*"withheld")/.test(answer);
}

/** A memory for one compilation of each report: none is kept. */
export function noCache(): CompileCache {
  return { ...emptyEntries(), open: openReport, compile, compilePlainFile };
}

/** An empty memory, for one run of the program. */
export function emptyCache(): CompileCache {
  return {
    ...emptyEntries(),
    open: openReport,
    compile: caching(compile),
    compilePlainFile: caching(compilePlainFile),
  };
}

function emptyEntries(): Pick<CompileCache, "openings" | "plainOpenings" | "settings"> {
  return { openings: new WeakMap(), plainOpenings: new WeakMap(), settings: new WeakMap() };
}

/** What a report may ask of the context that it is compiled in, with the answer as a text. */
const QUESTIONS = {
  attachment: ({ files }, path) => JSON.stringify(files.attachment(path)) ?? "",
  exists: ({ files }, path) => String(files.exists(path)),
  isWithheld: ({ files }, path) => String(files.isWithheld(path)),
  isInDoubt: ({ files }, path) => String(files.isInDoubt?.(path) ?? false),
  folderWithoutReport: ({ files }, path) => files.folderWithoutReport?.(path) ?? "",
  annexSource: ({ annexSource }, path) => textAndFindings(annexSource, path),
  outcomesSource: ({ outcomesSource }, path) => textAndFindings(outcomesSource, path),
  reportAt: ({ reportAt }, path) => formatMaps(reportAt(path)),
} as const satisfies Record<string, (context: CompileContext, path: string) => string>;

/** A question that a report asked of a path, with the answer that it got. */
interface Answer {
  readonly question: keyof typeof QUESTIONS;
  readonly path: string;
  readonly answer: string;
}

interface Compilation<Result> {
  readonly settings: Settings;
  readonly edition: Edition;
  readonly answers: readonly Answer[];
  readonly compiled: Result;
}

/**
 * A report is compiled for the first time, and again where its links lead into what is withheld: that many are kept.
 */
const KEPT = 3;

/**
 * Compiles a report, or another file, unless it was compiled before, and every question that it asked then has the same
 * answer now.
 */
function caching<Opened extends object, Result>(
  compile: (opened: Opened, context: CompileContext, edition: Edition) => Result,
): typeof compile {
  const kept = new WeakMap<Opened, readonly Compilation<Result>[]>();
  return (opened, context, edition) => {
    const before = kept.get(opened) ?? [];
    const same = before.find((one) => holds(one, context, edition));
    if (same !== undefined) return same.compiled;
    const answers: Answer[] = [];
    const compiled = compile(opened, recording(context, answers), edition);
    kept.set(opened, [{ settings: context.settings, edition, answers, compiled }, ...before].slice(0, KEPT));
    return compiled;
  };
}

function holds({ settings, edition, answers }: Compilation<unknown>, context: CompileContext, now: Edition): boolean {
  const hasSameAnswer = ({ question, path, answer }: Answer): boolean => QUESTIONS[question](context, path) === answer;
  return (
    textOfSettings(settings) === textOfSettings(context.settings) && edition === now && answers.every(hasSameAnswer)
  );
}

/** What settings say, as a text: each run puts the facts of the logo into a copy of its own. */
const textOfSettings = once((settings: Settings) => formatMaps(settings));

/** The same function, which is asked once of each thing. */
function once<Thing extends object, Answer extends {}>(ask: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>();
  return (thing) => {
    const answer = known.get(thing) ?? ask(thing);
    known.set(thing, answer);
    return answer;
  };
}

/** The same context, which writes down what it is asked and what it answers. */
function recording(context: CompileContext, answers: Answer[]): CompileContext {
  const asked = new Set<string>();
  const record = (question: Answer["question"], path: string): void => {
    if (asked.has(`${question} ${path}`)) return;
    asked.add(`${question} ${path}`);
    answers.push({ question, path, answer: QUESTIONS[question](context, path) });
  };
  const { settings, files } = context;
  return {
    settings,
    files: {
      attachment: (path) => {
        record("attachment", path);
        return files.attachment(path);
      },
      exists: (path) => {
        record("exists", path);
        return files.exists(path);
      },
      isWithheld: (path) => {
        record("isWithheld", path);
        return files.isWithheld(path);
      },
      isInDoubt: (path) => {
        record("isInDoubt", path);
        return files.isInDoubt?.(path) ?? false;
      },
      folderWithoutReport: (path) => {
        record("folderWithoutReport", path);
        return files.folderWithoutReport?.(path);
      },
    },
    annexSource: (path, raise) => {
      record("annexSource", path);
      return context.annexSource(path, raise);
    },
    outcomesSource: (path, raise) => {
      record("outcomesSource", path);
      return context.outcomesSource?.(path, raise);
    },
    reportAt: (path) => {
      record("reportAt", path);
      return context.reportAt(path);
    },
  };
}

function textAndFindings(sourceOf: CompileContext["outcomesSource"], path: string): string {
  const findings: Finding[] = [];
  const source = sourceOf?.(path, (finding) => findings.push(finding));
  return `${JSON.stringify(findings)}\n${source === undefined ? "" : Sealed.open(source.text)}`;
}

/** A value as a text that no other value has, the maps in it too. */
export function formatMaps(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Map || part instanceof Set ? [...part] : part,
  );
}
