import { join } from "node:path";
import type { Report } from "../model/report.ts";
import type { KnownTexts } from "../outputs/known-texts.ts";
import { formatMaps } from "../site/compile-cache.ts";
import { digestOf, digestOfProgram, readEntry, writeEntry } from "./kept-entries.ts";

/** The texts that the last build published, by what they were made of. */
export interface TextsPublished extends KnownTexts {
  /** Writes down what this build published, for the next; `hashes` has each file's. */
  readonly remember: (hashes: ReadonlyMap<string, string>) => void;
}

/** Where texts lie until they are published. */
export interface TextsAside {
  /** Puts a text away, and gives what reads it. */
  readonly putText: (text: string) => () => string;
}

/** What is known of reports, and the folder in which it is kept that their texts were published. */
export interface KeptReports {
  readonly folder: string;
  readonly digestOfReport: (report: Report) => string | undefined;
}

const NAME = "texts";

/**
 * Knows texts of reports that are kept compiled, by their digests: what is kept of a text is its hash, and what it was
 * made of. What is made is put aside until it is published.
 */
export function textsPublished(aside: TextsAside, kept: KeptReports | undefined): TextsPublished {
  const before = (kept && readEntry<ReadonlyMap<string, string>>(join(kept.folder, NAME))) ?? new Map<string, string>();
  const keys = new Map<string, string>();
  const sharedDigests = new WeakMap<object, string>();
  const digestOfShared = (shared: object): string => {
    const digest = sharedDigests.get(shared) ?? digestOf(formatMaps(shared));
    sharedDigests.set(shared, digest);
    return digest;
  };
  const made = (text: string) => ({ again: aside.putText(text) });
  return {
    made,
    file: (path, { report, shared, rest, make }) => {
      const compiled = kept?.digestOfReport(report);
      const again = (): string => make(report, rest);
      if (compiled === undefined) return { path, content: made(again()) };
      const key = digestOf(digestOfProgram(), path, compiled, digestOfShared(shared), JSON.stringify(rest));
      keys.set(path, key);
      const hash = before.get(key);
      return { path, content: hash === undefined ? made(again()) : { hash, again } };
    },
    remember: (hashes) => {
      if (kept === undefined) return;
      const known = [...keys].flatMap(([path, key]) => {
        const hash = hashes.get(path);
        return hash === undefined ? [] : [[key, hash] as const];
      });
      writeEntry(kept.folder, NAME, new Map(known));
    },
  };
}
