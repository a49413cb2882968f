import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { guards } from "../diagnostics/guards.ts";
import { compareTexts } from "../text/compare.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { hashOf } from "./file-hash.ts";
import { realPath } from "./real-path.ts";
import { putInPlaceOf } from "./replace-file.ts";
import { formatSystemError } from "./system-errors.ts";
import { wasWritten } from "./write-new-files.ts";

/** Findings of one rule at lines with the same words of one file, and how many there were. */
interface KnownFindings {
  readonly rule: string;
  readonly path: string;
  /** A digest of the line; none where the line may not be shown, because its words could be guessed from it. */
  readonly line?: string | undefined;
  readonly count: number;
}

/** What a check found when a baseline was written. */
export type Baseline = readonly KnownFindings[];

const ABOUT =
  "What `npx scrutineer check` found when this was written: --baseline leaves it out, so that only what is new fails.";

const schema = z.object({
  version: z.literal(1),
  findings: z.array(
    z.object({
      rule: z.string(),
      path: z.string(),
      line: z.string().optional(),
      count: z.int().positive(),
    }),
  ),
});

/** Reads a baseline. Throws `ContentFolderError` where there is none that can be read. */
export function readBaseline(file: string): Baseline {
  const found = baselineIn(readText(file));
  if (found !== undefined) return found;
  throw new ContentFolderError(
    `${file} is no baseline: name the file that --write-baseline wrote, or one that is not there yet, and it is written there`,
  );
}

function baselineIn(text: string): Baseline | undefined {
  try {
    return schema.parse(JSON.parse(text)).findings;
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new ContentFolderError(`there is no file ${file}: --baseline ${file} --write-baseline writes it`);
    throw new ContentFolderError(`${formatSystemError(error, file) ?? `${file} cannot be read`}`);
  }
}

/**
 * Writes down what was found, but for what guards what is withheld; gives how many findings that are. A file that is
 * there and is no baseline, such as a report, is left as it is: throws `ContentFolderError`.
 */
export function writeBaseline(file: string, diagnostics: readonly Diagnostic[]): number {
  if (!existsSync(dirname(file)))
    throw new ContentFolderError(`there is no folder ${dirname(file)}: make it first, or name another file`);
  if (existsSync(file) && baselineIn(readText(file)) === undefined)
    throw new ContentFolderError(`${file} is there already, and is no baseline: name another file`);
  const findings = knownFindings(diagnostics);
  const text = `${JSON.stringify({ about: ABOUT, version: 1, findings }, undefined, 2)}\n`;
  try {
    if (!wasWritten(file, text)) putInPlaceOf(realPath(file), Buffer.from(text), statSync(file).mode);
  } catch (error) {
    throw new ContentFolderError(formatSystemError(error, file) ?? `${file} cannot be written`);
  }
  return findings.reduce((sum, { count }) => sum + count, 0);
}

function knownFindings(diagnostics: readonly Diagnostic[]): Baseline {
  const known = new Map<string, KnownFindings>();
  for (const diagnostic of diagnostics.filter(mayBeKnown)) {
    const key = keyOf(diagnostic);
    const { rule, place } = diagnostic;
    const line = digestOfLine(diagnostic);
    const count = (known.get(key)?.count ?? 0) + 1;
    known.set(key, { rule, path: place.path, ...(line === undefined ? {} : { line }), count });
  }
  return [...known.entries()].sort(([a], [b]) => compareTexts(a, b)).map(([, findings]) => findings);
}

/** What is found that a baseline does not know, and how many of its findings are no longer there. */
export interface BeyondBaseline {
  readonly fresh: readonly Diagnostic[];
  readonly known: number;
  readonly gone: number;
}

/**
 * Holds what was found against a baseline: by the rule, the file and the words of the line, wherever it has moved to. A line that may
 * not be shown, now or then, is held against any line of its rule and file. What guards what is withheld is always new.
 */
export function beyondBaseline(diagnostics: readonly Diagnostic[], baseline: Baseline): BeyondBaseline {
  const left = new Map(baseline.map((findings) => [keyOfKnown(findings), findings.count]));
  const take = (key: string): boolean => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
  const isKnown = new Set(diagnostics.filter((one) => mayBeKnown(one) && take(keyOf(one))));
  for (const diagnostic of diagnostics) {
    if (isKnown.has(diagnostic) || !mayBeKnown(diagnostic)) continue;
    const { rule, place, frame } = diagnostic;
    const others = baseline.filter(
      (known) => known.rule === rule && known.path === place.path && (frame === undefined || known.line === undefined),
    );
    if (others.some((findings) => take(keyOfKnown(findings)))) isKnown.add(diagnostic);
  }
  return {
    fresh: diagnostics.filter((diagnostic) => !isKnown.has(diagnostic)),
    known: isKnown.size,
    gone: [...left.values()].reduce((sum, count) => sum + count, 0),
  };
}

function mayBeKnown({ rule }: Diagnostic): boolean {
  return !guards.has(rule);
}

function keyOf(diagnostic: Diagnostic): string {
  const { rule, place } = diagnostic;
  return keyOfKnown({ rule, path: place.path, line: digestOfLine(diagnostic), count: 1 });
}

function keyOfKnown({ rule, path, line = "" }: KnownFindings): string {
  return [path, rule, line].join("\n");
}

/** Of a line whose words may be shown; blanks at its ends and between its words play no part. */
function digestOfLine({ frame }: Diagnostic): string | undefined {
  return frame === undefined ? undefined : hashOf(frame.line.trim().replace(/\s+/g, " ")).slice(0, 16);
}
