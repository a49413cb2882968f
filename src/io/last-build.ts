import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Counts } from "../printers/counts.ts";
import type { ContentFiles } from "./content-files.ts";
import { digestOf, digestOfProgram, forgetHalfWritten, readEntry, writeEntry } from "./kept-entries.ts";
import { formatSystemError } from "./system-errors.ts";

/** What the last build published, and how much it found: what it found may name what is withheld, and is not kept. */
export interface LastBuild {
  /** What the site was made of. */
  readonly inputs: string;
  /** What the output folder was like when it was published. */
  readonly output: string;
  readonly counts: Counts;
  /** The words of its closing line that say what was published. */
  readonly published: string;
}

const NAME = "last-build";

/** Files of more bytes are not read only to see whether they have changed. */
const LARGE = 100 * 1024 * 1024;

/**
 * The last build whose site was made of the same and still lies there as it was published; nothing, where there is
 * none.
 */
export function sameBuild(folder: string, inputs: string, output: string): LastBuild | undefined {
  const last = readEntry<LastBuild>(join(folder, NAME));
  return last?.inputs === inputs && last.output === stateOf(output) ? last : undefined;
}

/** Writes down what was published, for the next build; where that cannot be done, the next one makes the site anew. */
export function rememberBuild(folder: string, output: string, last: Omit<LastBuild, "output">): void {
  try {
    forgetHalfWritten(folder);
    writeEntry(folder, NAME, { ...last, output: stateOf(output) });
  } catch (error) {
    if (formatSystemError(error) === undefined) throw error;
  }
}

/**
 * What tells all that a site is made of: every byte of the content, the options and the program. Nothing, where
 * something cannot be read.
 */
export function digestOfInputs(files: ContentFiles, options: readonly unknown[]): string | undefined {
  if (files.unknown.length > 0 || files.paths.some((path) => (files.sizeOf(path) ?? 0) > LARGE)) return undefined;
  const parts: (string | Uint8Array)[] = [digestOfProgram(), JSON.stringify(options), ...files.links];
  try {
    for (const path of files.paths) parts.push(path, files.nameOnDisk(path), digestOf(files.read(path)));
  } catch {
    return undefined;
  }
  return digestOf(...parts);
}

/** What tells whether a folder holds the same files, untouched since. */
function stateOf(folder: string): string {
  const parts: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeNs, ctimeNs, ino, mode } = lstatSync(path, { bigint: true });
    parts.push(entry.isDirectory() ? `${path}/ ${mode}` : `${path} ${size} ${mtimeNs} ${ctimeNs} ${ino} ${mode}`);
  }
  return digestOf(...parts.sort());
}
