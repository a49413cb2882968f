import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../model/report.ts";
import type { CompileStore, Kept } from "../site/compile-cache.ts";
import { digestOf, digestOfProgram, readEntryWithDigest, writeEntry } from "./kept-entries.ts";

/**
 * A store in a folder: an entry is a file under the name of its report, its key, and the program and Node that made it.
 */
export interface CompileStoreFolder extends CompileStore {
  /** What tells all that a report was compiled to; nothing, where it is not kept. */
  readonly digestOfReport: (report: Report) => string | undefined;
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
  const digests = new WeakMap<Report, string>();
  const nameOf = (path: string, key: string): string => digestOf(path, key, program);
  return {
    digestOf,
    read: (path, key) => {
      const name = nameOf(path, key);
      const entry = readEntryWithDigest<Kept>(join(folder, name));
      if (entry === undefined) return undefined;
      used.add(name);
      if (entry.value.compiled.report !== undefined) digests.set(entry.value.compiled.report, entry.digest);
      return entry.value;
    },
    write: (path, key, kept) => {
      const name = nameOf(path, key);
      const digest = writeEntry(folder, name, kept);
      if (digest === undefined) return;
      used.add(name);
      if (kept.compiled.report !== undefined) digests.set(kept.compiled.report, digest);
    },
    digestOfReport: (report) => digests.get(report),
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
