import type { Finding } from "../diagnostics/catalogue.ts";
import { Sealed } from "../model/sealed.ts";
import type { Edition, Settings } from "../model/settings.ts";
import { type Compile, compile } from "../report/compile/compile.ts";
import { compilePlainFile } from "../report/compile/compile-page.ts";
import type { CompileContext } from "../report/compile/context.ts";
import type { CompilePlainFile } from "./compile-reports.ts";
import type { PlainOpenings } from "./opened-plain-files.ts";
import type { Openings } from "./opened-reports.ts";

/** What was found out before, and holds as long as nothing that it rests on has changed. It is kept in memory only. */
export interface CompileCache {
  readonly openings: Openings;
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

/** A memory for one compilation of each report: none is kept. */
export function noCache(): CompileCache {
  return { ...emptyEntries(), compile, compilePlainFile };
}

/** An empty memory, for one run of the program. */
export function emptyCache(): CompileCache {
  return { ...emptyEntries(), compile: caching(compile), compilePlainFile: caching(compilePlainFile) };
}

function emptyEntries(): Pick<CompileCache, "openings" | "plainOpenings" | "settings"> {
  return { openings: new WeakMap(), plainOpenings: new WeakMap(), settings: new WeakMap() };
}

/** A question that a report put to the world around it, with the answer that it got, as a text. */
interface Answer {
  readonly ask: (context: CompileContext) => string;
  readonly answer: string;
}

interface Compilation<Result> {
  readonly settings: Settings;
  readonly edition: Edition;
  readonly answers: readonly Answer[];
  readonly compiled: Result;
}

/** A report is compiled for the first time, and again where its links lead into what is withheld: that many are kept. */
const KEPT = 3;

/** Compiles a report, or another file, unless it was compiled before, and every question that it asked then has the same answer now. */
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
  return (
    isSame(settings, context.settings) && edition === now && answers.every(({ ask, answer }) => ask(context) === answer)
  );
}

/** Whether two readings of one text of the settings say the same; each run puts the facts of the logo into a copy of its own. */
function isSame(one: Settings, other: Settings): boolean {
  if (one === other) return true;
  const { logo, ...rest } = one;
  const others = new Map<string, unknown>(Object.entries(other));
  return (
    JSON.stringify(logo) === JSON.stringify(other.logo) &&
    Object.entries(rest).every(([name, value]) => others.get(name) === value)
  );
}

/** The same world, which writes down what it is asked and what it answers. */
function recording(context: CompileContext, answers: Answer[]): CompileContext {
  const asked = new Set<string>();
  const record = (question: string, ask: Answer["ask"]): void => {
    if (asked.has(question)) return;
    asked.add(question);
    answers.push({ ask, answer: ask(context) });
  };
  return {
    settings: context.settings,
    files: {
      attachment: (path) => {
        record(`attachment ${path}`, ({ files }) => JSON.stringify(files.attachment(path)) ?? "");
        return context.files.attachment(path);
      },
      exists: (path) => {
        record(`exists ${path}`, ({ files }) => String(files.exists(path)));
        return context.files.exists(path);
      },
      isWithheld: (path) => {
        record(`isWithheld ${path}`, ({ files }) => String(files.isWithheld(path)));
        return context.files.isWithheld(path);
      },
      isInDoubt: (path) => {
        record(`isInDoubt ${path}`, ({ files }) => String(files.isInDoubt?.(path)));
        return context.files.isInDoubt?.(path) ?? false;
      },
      folderWithoutReport: (path) => {
        record(`folderWithoutReport ${path}`, ({ files }) => String(files.folderWithoutReport?.(path)));
        return context.files.folderWithoutReport?.(path);
      },
    },
    annexSource: (path, raise) => {
      record(`annexSource ${path}`, (world) => textAndFindings(world, path));
      return context.annexSource(path, raise);
    },
    reportAt: (path) => {
      record(`reportAt ${path}`, ({ reportAt }) => formatPlace(reportAt(path)));
      return context.reportAt(path);
    },
  };
}

function textAndFindings(context: CompileContext, path: string): string {
  const findings: Finding[] = [];
  const source = context.annexSource(path, (finding) => findings.push(finding));
  return `${JSON.stringify(findings)}\n${source === undefined ? "" : Sealed.open(source.text)}`;
}

function formatPlace(place: ReturnType<CompileContext["reportAt"]>): string {
  return JSON.stringify(place, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
