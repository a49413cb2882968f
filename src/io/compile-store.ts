import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CompileStore, Kept } from "../site/compile-cache.ts";
import { digestOf, digestOfProgram, readEntry, writeEntry } from "./kept-entries.ts";

/**
 * A store in a folder: an entry is a file under the name of its report, its key, and the program and Node that made it.
 */
export interface CompileStoreFolder extends CompileStore {
  /**
   * Deletes what this run did not ask for, so that nothing is kept of a report that was changed, withheld or taken
   * away.
   */
  readonly forgetUnused: () => void;
}

/**
 * Keeps compiled reports in a folder, which other runs may use at the same time. An entry that is damaged, or that
 * another version of the program made, is none; where the folder cannot be written, nothing is kept.
 */
export function compileStoreIn(folder: string): CompileStoreFolder {
  const program = digestOfProgram();
  const used = new Set<string>();
  const nameOf = (path: string, key: string): string => digestOf(path, key, program);
  return {
    digestOf,
    read: (path, key) => {
      const name = nameOf(path, key);
      const kept = readEntry<Kept>(join(folder, name));
      if (kept !== undefined) used.add(name);
      return kept;
    },
    write: (path, key, kept) => {
      const name = nameOf(path, key);
      if (writeEntry(folder, name, kept)) used.add(name);
    },
    forgetUnused: () => {
      for (const name of namesIn(folder))
        if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
