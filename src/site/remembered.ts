import type { Finding } from "../diagnostics/catalogue.ts";
import { Sealed } from "../model/sealed.ts";
import type { Edition, Settings } from "../model/settings.ts";
import { type Compile, compile } from "../report/compile/compile.ts";
import { compilePlainFile } from "../report/compile/compile-page.ts";
import type { Surroundings } from "../report/compile/context.ts";
import type { CompilePlainFile } from "./compile-reports.ts";
import type { PlainOpenings } from "./opened-plain-files.ts";
import type { Openings } from "./opened-reports.ts";

/** What was found out before, and holds as long as nothing that it rests on has changed. It is kept in memory only. */
export interface Remembered {
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
export function forgetful(): Remembered {
  return { ...emptyMemory(), compile, compilePlainFile };
}

/** An empty memory, for one run of the program. */
export function rememberNothingYet(): Remembered {
  return { ...emptyMemory(), compile: remembering(compile), compilePlainFile: remembering(compilePlainFile) };
}

function emptyMemory(): Pick<Remembered, "openings" | "plainOpenings" | "settings"> {
  return { openings: new WeakMap(), plainOpenings: new WeakMap(), settings: new WeakMap() };
}

/** A question that a report put to the world around it, with the answer that it got, as a text. */
interface Answer {
  readonly ask: (around: Surroundings) => string;
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
function remembering<Opened extends object, Result>(
  compile: (opened: Opened, around: Surroundings, edition: Edition) => Result,
): typeof compile {
  const kept = new WeakMap<Opened, readonly Compilation<Result>[]>();
  return (opened, around, edition) => {
    const before = kept.get(opened) ?? [];
    const same = before.find((one) => holds(one, around, edition));
    if (same !== undefined) return same.compiled;
    const answers: Answer[] = [];
    const compiled = compile(opened, recording(around, answers), edition);
    kept.set(opened, [{ settings: around.settings, edition, answers, compiled }, ...before].slice(0, KEPT));
    return compiled;
  };
}

function holds({ settings, edition, answers }: Compilation<unknown>, around: Surroundings, now: Edition): boolean {
  return settings === around.settings && edition === now && answers.every(({ ask, answer }) => ask(around) === answer);
}

/** The same world, which writes down what it is asked and what it answers. */
function recording(around: Surroundings, answers: Answer[]): Surroundings {
  const asked = new Set<string>();
  const record = (question: string, ask: Answer["ask"]): void => {
    if (asked.has(question)) return;
    asked.add(question);
    answers.push({ ask, answer: ask(around) });
  };
  return {
    settings: around.settings,
    files: {
      attachment: (path) => {
        record(`attachment ${path}`, ({ files }) => JSON.stringify(files.attachment(path)) ?? "");
        return around.files.attachment(path);
      },
      exists: (path) => {
        record(`exists ${path}`, ({ files }) => String(files.exists(path)));
        return around.files.exists(path);
      },
      isWithheld: (path) => {
        record(`isWithheld ${path}`, ({ files }) => String(files.isWithheld(path)));
        return around.files.isWithheld(path);
      },
      isInDoubt: (path) => {
        record(`isInDoubt ${path}`, ({ files }) => String(files.isInDoubt?.(path)));
        return around.files.isInDoubt?.(path) ?? false;
      },
      folderWithoutReport: (path) => {
        record(`folderWithoutReport ${path}`, ({ files }) => String(files.folderWithoutReport?.(path)));
        return around.files.folderWithoutReport?.(path);
      },
    },
    annexSource: (path, raise) => {
      record(`annexSource ${path}`, (world) => textAndFindings(world, path));
      return around.annexSource(path, raise);
    },
    reportAt: (path) => {
      record(`reportAt ${path}`, ({ reportAt }) => placeInWords(reportAt(path)));
      return around.reportAt(path);
    },
  };
}

function textAndFindings(around: Surroundings, path: string): string {
  const findings: Finding[] = [];
  const source = around.annexSource(path, (finding) => findings.push(finding));
  return `${JSON.stringify(findings)}\n${source === undefined ? "" : Sealed.open(source.text)}`;
}

function placeInWords(place: ReturnType<Surroundings["reportAt"]>): string {
  return JSON.stringify(place, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
