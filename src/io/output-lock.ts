import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inNumber } from "../printers/counts.ts";
import { besideOutput } from "./beside-output.ts";
import { holderInLines, type LockHolder, readHolder, stateOf, thisProcess } from "./lock-holder.ts";
import { makeFolder, notWritable } from "./make-folder.ts";
import { PublishError } from "./publish-error.ts";
import { formatSystemError, onFile, shownPath } from "./system-errors.ts";

/**
 * Keeps other builds from writing to an output, given by any of its names, until the function that it gives is called, or this process
 * has ended. The lock is a folder beside the output with one file, which names this process; the file's own name is never used again.
 * Each step is one that a single process can win: to put a folder with a file where none is, or an empty one, and to delete a file by
 * that name. Where another build has it, or may have it, it waits for as many seconds as it is told, and throws `PublishError` then.
 */
export async function lockOutput(output: string, seconds = 0): Promise<() => void> {
  const end = performance.now() + seconds * 1000;
  for (let tries = 1; ; tries += 1) {
    const held = tryLock(output);
    if (typeof held !== "string") return held;
    // A build that sweeps what another left has its lock for a moment.
    const isOver = tries >= MOST_TRIES && performance.now() >= end;
    if (isOver)
      throw new PublishError(seconds === 0 ? held : `${held} (it was not done after ${inNumber(seconds, "second")})`);
    if (tries === MOST_TRIES) process.stderr.write(`Waiting: ${held}\n`);
    await wait(tries < MOST_TRIES ? BETWEEN_TRIES : BETWEEN_LATER_TRIES);
  }
}

const MOST_TRIES = 10;
/** In milliseconds. */
const BETWEEN_TRIES = 50;
const BETWEEN_LATER_TRIES = 500;

/** The same at once, and without throwing: says why not where another build has the lock. */
export function tryLock(output: string): (() => void) | string {
  const lock = besideOutput(output, "lock");
  const made = makeFolder(dirname(lock));
  const name = randomUUID();
  const release = (): void => {
    const steps = [() => unlinkSync(join(lock, name)), ...[lock, ...made].map((path) => () => rmdirSync(path))];
    // What is not empty is another's, and so is what lies above it.
    steps.every((step) => failureOf(step) === undefined);
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (putInPlace(lock, name)) {
      sweepLocks(lock);
      return release;
    }
    const refusal = refusalBy(lock, output);
    if (refusal !== undefined) return refusal;
    makeFolder(dirname(lock));
  }
  return `other builds are writing to ${output}: wait until they have finished`;
}

/** Makes the lock whole under a name of its own, and gives it the name that all look for, if no other has it. */
function putInPlace(lock: string, name: string): boolean {
  let folder = "";
  const text = holderInLines(thisProcess());
  const failure = failureOf(() => {
    folder = mkdtempSync(`${lock}-`);
    onFile(folder, () => writeFileSync(join(folder, name), text));
    chmodSync(folder, 0o755);
  });
  const isInPlace = failure === undefined && failureOf(() => renameSync(folder, lock)) === undefined;
  if (!isInPlace && folder !== "") failureOf(() => rmSync(folder, { recursive: true, force: true }));
  // The folder may be gone, with a build that made it, or swept; in some it is said of files that cannot be made.
  const isGone = failure?.code === "ENOENT" && !existsSync(folder === "" ? dirname(lock) : folder);
  if (failure !== undefined && !isGone) throw notWritable(dirname(lock), failure.error);
  return isInPlace;
}

/** Deletes what runs left that were killed while they made the lock. An empty one may be another's, which makes it again. */
function sweepLocks(lock: string): void {
  failureOf(() => {
    const prefix = `${basename(lock)}-`;
    for (const made of readdirSync(dirname(lock)).filter((name) => name.startsWith(prefix))) {
      const folder = join(dirname(lock), made);
      const names = readdirSync(folder);
      const files = names.map((name) => join(folder, name));
      const holders = files.map((file) => readHolder(readFileSync(file, "utf8")));
      if (!holders.every((holder) => holder !== undefined && stateOf(holder) === "ended")) continue;
      for (const file of files) unlinkSync(file);
      rmdirSync(folder);
    }
  });
}

/**
 * Why the lock that is there keeps others out; nothing once it has been taken from a process that has ended, or is
 * gone.
 */
function refusalBy(lock: string, output: string): string | undefined {
  const unsure = (why: string): string =>
    `another build is writing to ${output}, or was: ${why}. If no build is running, delete ${shownPath(lock)}`;
  let names: readonly string[] = [];
  const unlisted = failureOf(() => {
    names = readdirSync(lock);
  });
  if (unlisted !== undefined) return unlisted.code === "ENOENT" ? undefined : unsure(formatFailure(unlisted));
  const [name] = names;
  // Not every system puts a folder in the place of an empty one.
  if (name === undefined) return void failureOf(() => rmdirSync(lock));
  let text = "";
  const unread = failureOf(() => {
    text = readFileSync(join(lock, name), "utf8");
  });
  if (unread !== undefined) return unread.code === "ENOENT" ? undefined : unsure(formatFailure(unread));
  const holder = names.length === 1 ? readHolder(text) : undefined;
  if (holder === undefined) return unsure("its lock does not say who it is");
  const state = stateOf(holder);
  if (state !== "ended") return formatHolder(holder, state, output, lock);
  const kept = failureOf(() => unlinkSync(join(lock, name)));
  return kept === undefined || kept.code === "ENOENT" ? undefined : unsure(formatFailure(kept));
}

function formatHolder(holder: LockHolder, state: "running" | "elsewhere", output: string, lock: string): string {
  const which = `process ${holder.pid}, since ${holder.since.slice(0, 16).replace("T", " ")} UTC`;
  if (state === "running") return `another build is writing to ${output} (${which}): wait until it has finished`;
  return `another build is writing to ${output}, or was, on another computer or in another container (${which}, on ${holder.host}): wait until it has finished. If it no longer runs, delete ${shownPath(lock)}`;
}

interface Failure {
  readonly code: unknown;
  readonly error: Error;
}

function formatFailure({ error }: Failure): string {
  return formatSystemError(error) ?? "its lock cannot be read";
}

/** Runs a step, and gives the system's error where it fails. */
function failureOf(step: () => void): Failure | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) return { code: error.code, error };
    throw error;
  }
}
