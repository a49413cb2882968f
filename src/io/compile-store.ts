import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CompileStore, Kept, Stored } from "../site/compile-cache.ts";
import type { LongParts } from "../site/short-reports.ts";
import { digestOf, digestOfProgram, readEntryWithDigest, writeEntry } from "./kept-entries.ts";

/**
 * A store in a folder: an entry is a file under the name of its report, its key, and the program and Node that made it.
 */
export interface CompileStoreFolder extends CompileStore {
  /**
   * Deletes what this run did not ask for, so that nothing is kept of a report that was changed, withheld or taken
   * away.
   */
  readonly forgetUnused: () => void;
  /** Whether there is something of a text. */
  readonly has: (path: string) => boolean;
}

/**
 * Keeps compiled reports in a folder, which other runs may use at the same time. An entry that is damaged, or that
 * another version of the program made, is none; where the folder cannot be written, nothing is kept. `digestOfFile`
 * tells the bytes of a report.
 */
export function compileStoreIn(folder: string, digestOfFile: (path: string) => string): CompileStoreFolder {
  const program = digestOfProgram();
  const used = new Set<string>();
  /** What is there when that is first asked: what this run keeps comes after that. */
  let there: ReadonlySet<string> | undefined;
  const nameOf = (path: string, key: string): string => digestOf(path, key, program);
  const longIn = lastOf((name: string) => readEntryWithDigest<LongParts>(join(folder, name)));
  const stored = (name: string, { kept, longDigest }: Entry, digest: string): Stored => {
    used.add(name).add(longNameOf(name));
    const long = (): LongParts | undefined => {
      const entry = longIn(longNameOf(name));
      return entry?.digest === longDigest ? entry.value : undefined;
    };
    return { kept, digest, long };
  };
  return {
    digestOf,
    keyOf: ({ path }) => digestOfFile(path),
    has: (path) => {
      try {
        there ??= new Set(namesIn(folder));
        return there.has(nameOf(path, digestOfFile(path)));
      } catch {
        // It cannot be read, and whoever needs it says why.
        return false;
      }
    },
    read: (path, key) => {
      const name = nameOf(path, key);
      const entry = readEntryWithDigest<Entry>(join(folder, name));
      return entry && stored(name, entry.value, entry.digest);
    },
    write: (path, key, kept, long) => {
      const name = nameOf(path, key);
      const longDigest = writeEntry(folder, longNameOf(name), long);
      const digest = longDigest && writeEntry(folder, name, { kept, longDigest } satisfies Entry);
      if (digest === undefined) return undefined;
      // As it is read: a text that was cut out of another holds on to all of that.
      const entry = readEntryWithDigest<Entry>(join(folder, name));
      return entry?.digest === digest ? stored(name, entry.value, digest) : undefined;
    },
    forgetUnused: () => {
      for (const name of namesIn(folder))
        if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** What an entry has, beside the long parts that are in another. */
interface Entry {
  readonly kept: Kept;
  readonly longDigest: string;
}

function longNameOf(name: string): string {
  return `${name}-long`;
}

/** The same function, which remembers its last answer: what is asked for several times is asked for in a row. */
function lastOf<Answer>(ask: (name: string) => Answer): (name: string) => Answer {
  let last: { readonly name: string; readonly answer: Answer } | undefined;
  return (name) => {
    if (last?.name !== name) last = { name, answer: ask(name) };
    return last.answer;
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
