import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { placeOf } from "./live-link.ts";

/**
 * What lies beside an output folder: what is kept of the public edition for the next build; the lock; the folder in
 * which a build works, and which nobody else can open; the releases of a site that is published live; and what earlier
 * versions left.
 */
const MADE = ["cache", "lock", "work", "releases", "old", "new", "search", "pdf"] as const;
type Made = (typeof MADE)[number];

/** The path of something beside an output folder, under a hidden name. */
export function besideOutput(outputFolder: string, made: Made): string {
  const target = placeOf(outputFolder);
  return join(dirname(target), `.${basename(target)}.scrutineer-${made}`);
}

/** Deletes something beside an output folder, if it is there. */
export function forgetBesideOutput(outputFolder: string, made: Made): void {
  rmSync(besideOutput(outputFolder, made), { recursive: true, force: true });
}

const LEFT = /^\.(.+)\.scrutineer-(?:lock|work|old|new|search)$/s;

/** The other outputs in the same folder, beside which a build works, or worked when it was killed. */
export function otherOutputsBeside(outputFolder: string): readonly string[] {
  const target = placeOf(outputFolder);
  const names = readdirSync(dirname(target)).flatMap((name) => LEFT.exec(name)?.[1] ?? []);
  return [...new Set(names)].filter((name) => name !== basename(target)).map((name) => join(dirname(target), name));
}
