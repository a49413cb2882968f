import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { besideOutput, forgetBesideOutput, otherOutputsBeside } from "./beside-output.ts";
import { placeOf } from "./live-link.ts";
import { sweepReleases } from "./live-releases.ts";
import { makeFolder, notWritable } from "./make-folder.ts";
import { tryLock } from "./output-lock.ts";
import { PublishError } from "./publish-error.ts";
import { editionIn } from "./published-edition.ts";
import { formatSystemError } from "./system-errors.ts";

/** What the old site is called in a work folder, between the two steps by which a new one takes its place. */
export const SET_ASIDE = "old";

/**
 * Makes a folder beside an output that nobody else can open, for what is not published yet. It has a name of its own.
 */
export function makeWorkFolder(output: string): string {
  const work = besideOutput(output, "work");
  makeFolder(work, 0o700);
  try {
    return mkdtempSync(`${work}/`);
  } catch (error) {
    throw notWritable(work, error);
  }
}

/** Deletes a work folder, and the one above it, unless another lies there. */
export function forgetWorkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  if (isEmpty(dirname(folder))) rmdirSync(dirname(folder));
}

/**
 * Puts right what a killed run left of an output: the old site is put back where it is missing, and all else is
 * deleted. Where something else has its place, the old site is left where it is. For whoever has the lock. Says in words
 * what was done, if anything was.
 */
export function putRight(output: string): string | undefined {
  const place = placeOf(output);
  const wasThere = existsSync(place);
  if (!restoreSite(output)) return undefined;
  let isLeft = sweepReleases(place);
  for (const made of ["work", "search", "pdf"] as const) {
    isLeft ||= existsSync(besideOutput(output, made));
    forgetBesideOutput(output, made);
  }
  if (!wasThere && existsSync(place))
    return `${output} was missing, because a build was killed while it put a new site there; the old site is back`;
  return isLeft ? `what a build that was killed left beside ${output} was deleted` : undefined;
}

/** The same for all other outputs in the folder of this one, as far as no build writes to them and this user may. */
export function putRightBeside(output: string): readonly string[] {
  const done: string[] = [];
  for (const other of otherOutputsBeside(output)) {
    try {
      const unlock = tryLock(other);
      if (typeof unlock === "string") continue;
      try {
        done.push(putRight(other) ?? "");
      } finally {
        unlock();
      }
    } catch (error) {
      if (!(error instanceof PublishError) && formatSystemError(error) === undefined) throw error;
    }
  }
  return done.filter((words) => words !== "");
}

/**
 * Puts back the old site that a run set aside which was killed before it could publish the new one; says whether none
 * is left aside.
 */
export function restoreSite(output: string): boolean {
  const target = placeOf(output);
  for (const aside of sitesAside(output)) {
    if (isEmpty(target)) rmdirSync(target);
    if (!existsSync(target)) renameSync(aside, target);
    else if (editionIn(target) === undefined) return false;
    else rmSync(aside, { recursive: true, force: true });
  }
  forgetBesideOutput(output, "new");
  return true;
}

function sitesAside(output: string): readonly string[] {
  const work = besideOutput(output, "work");
  const runs = existsSync(work) ? readdirSync(work).map((run) => join(work, run, SET_ASIDE)) : [];
  return [...runs, besideOutput(output, "old")].filter((path) => existsSync(path));
}

function isEmpty(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(path).length === 0;
}
