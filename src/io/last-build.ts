import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Counts } from "../printers/counts.ts";
import type { ContentFiles } from "./content-files.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { digestOf, digestOfProgram, forgetHalfWritten, readEntry, writeEntry } from "./kept-entries.ts";
import { listTree, stateOf } from "./listed-tree.ts";
import { formatSystemError } from "./system-errors.ts";

/** What the last build published, and how much it found: what it found may name what is withheld, and is not kept. */
export interface LastBuild {
  /** What the site was made of. */
  readonly inputs: string;
  /** What the disk said of the files that it was made of, which takes no reading to compare. */
  readonly listing: string;
  /** What the output folder was like when it was published. */
  readonly output: string;
  readonly counts: Counts;
  /** The words of its closing line that say what was published. */
  readonly published: string;
}

const NAME = "last-build";

/** Files of more bytes are not read only to see whether they have changed. */
const LARGE = 100 * 1024 * 1024;

/** Of what a site is made, and where to. */
export interface Inputs {
  readonly files: ContentFiles;
  readonly digestOfFile: (path: string) => string;
  readonly options: readonly unknown[];
  readonly output: string;
}

/** What is kept of what a site was made of. */
type InputDigests = Pick<LastBuild, "inputs" | "listing">;

/**
 * What tells what a site is made of, with the last build, where its site was made of the same and still lies there as
 * it was published. No file is read where the disk says of each what it said then: one that was changed a moment before
 * it was listed is listed otherwise each time, as it could be changed again without a sign of it. Nothing is told where
 * something cannot be read.
 */
export function compareWithLast(
  folder: string,
  { files, digestOfFile, options, output }: Inputs,
): { readonly digests?: InputDigests; readonly last?: LastBuild } {
  if (files.unknown.length > 0 || files.paths.some((path) => (files.sizeOf(path) ?? 0) > LARGE)) return {};
  const last = readEntry<LastBuild>(join(folder, NAME));
  const digestOfAll = (digestOf: (path: string) => string): string =>
    digestOfFiles({ files, options, output }, digestOf);
  const listing = digestOfAll((path) => files.stamp?.(path) ?? "");
  const isThere = (): boolean => existsSync(output) && last?.output === stateOf(output, listTree(output));
  if (files.stamp !== undefined && last?.listing === listing)
    return { digests: { inputs: last.inputs, listing }, ...(isThere() ? { last } : {}) };
  try {
    const inputs = digestOfAll(digestOfFile);
    if (last?.inputs !== inputs || !isThere()) return { digests: { inputs, listing } };
    files.confirm();
    writeEntry(folder, NAME, { ...last, listing });
    return { digests: { inputs, listing }, last };
  } catch (error) {
    if (error instanceof ContentFolderError) throw error;
    return {};
  }
}

/** Writes down what was published, for the next build; where that cannot be done, the next one makes the site anew. */
export function rememberBuild(folder: string, last: LastBuild): void {
  try {
    forgetHalfWritten(folder);
    writeEntry(folder, NAME, last);
  } catch (error) {
    if (formatSystemError(error) === undefined) throw error;
  }
}

/** A digest of all that a site is made of: every file, as `digestOfFile` tells it, the options and the program. */
function digestOfFiles(
  { files, options, output }: Omit<Inputs, "digestOfFile">,
  digestOfFile: (path: string) => string,
): string {
  const about = [options, resolve(output), files.links, files.findings];
  const parts = files.paths.map((path) => [path, files.nameOnDisk(path), digestOfFile(path)]);
  return digestOf(digestOfProgram(), JSON.stringify([about, parts]));
}
