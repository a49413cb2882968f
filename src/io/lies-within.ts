import { type BigIntStats, statSync } from "node:fs";
import { dirname } from "node:path";
import { realPath } from "./real-path.ts";

/**
 * Whether a path is a folder, or lies within it, whichever names lead there: symbolic links, or other capitals where
 * the disk takes them for the same. The path need not be there yet.
 */
export function liesWithin(folder: string, path: string): boolean {
  const outer = realPath(folder);
  const facts = factsOf(outer);
  for (let inner = realPath(path); ; inner = dirname(inner)) {
    if (inner === outer || isSame(facts, factsOf(inner))) return true;
    if (inner === dirname(inner)) return false;
  }
}

function factsOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function isSame(one: BigIntStats | undefined, other: BigIntStats | undefined): boolean {
  return one !== undefined && one.ino !== 0n && one.ino === other?.ino && one.dev === other.dev;
}
