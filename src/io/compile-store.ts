import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { CompileStore, Kept, Stored } from "../site/compile-cache.ts";
import type { LongParts } from "../site/short-reports.ts";
import { digestOf, digestOfProgram, type Entry, openEntry, writeEntry } from "./kept-entries.ts";

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
  const longIn = lastOf((read: () => Uint8Array | undefined): LongParts | undefined => {
    const bytes = read();
    return bytes && deserialize(bytes);
  });
  const stored = (name: string, { value, digest, part }: Entry<Kept>): Stored => {
    used.add(name);
    const readLong = (): Uint8Array | undefined => part(LONG);
    return { kept: value, digest, long: () => longIn(readLong), words: () => textOf(part(WORDS)) };
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
      const entry = openEntry<Kept>(join(folder, name));
      return entry && stored(name, entry);
    },
    write: (path, key, kept, { long, words }) => {
      const name = nameOf(path, key);
      const digest = writeEntry(folder, name, kept, [Buffer.from(words), serialize(long)]);
      if (digest === undefined) return undefined;
      // As it is read: a text that was cut out of another holds on to all of that.
      const entry = openEntry<Kept>(join(folder, name));
      return entry?.digest === digest ? stored(name, entry) : undefined;
    },
    forgetUnused: () => {
      for (const name of namesIn(folder))
        if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** The parts of an entry, in their order. */
const [WORDS, LONG] = [0, 1];

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString();
}

/** The same function, which remembers its last answer: what is asked for several times is asked for in a row. */
function lastOf<Thing, Answer>(ask: (thing: Thing) => Answer): (thing: Thing) => Answer {
  let last: { readonly thing: Thing; readonly answer: Answer } | undefined;
  return (thing) => {
    if (last?.thing !== thing) last = { thing, answer: ask(thing) };
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
