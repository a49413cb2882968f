import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { Worker } from "node:worker_threads";
import { APART, CAN_RUN_APART, isBegunApart } from "./begun-apart.ts";
import { SIGNALS, whatIsAt } from "./hold-output.ts";
import { forgetHalfWritten } from "./kept-entries.ts";
import { putRight } from "./killed-runs.ts";
import { lockOutput } from "./output-lock.ts";
import { addressOfProgramFile } from "./program-files.ts";
import { PublishError } from "./publish-error.ts";

/*
 * While a program computes, it does not hear that it is to stop. So what takes long is done by another process, and this one listens, and
 * ends the other.
 */

/** Work that is done by another process. */
export interface ApartWork {
  /** Where it writes: what it leaves there, or beside it, when it is ended is put right. */
  readonly output: string;
  /** The folders in which it keeps entries for a later run. */
  readonly kept: readonly string[];
  /** What is said where it was told to stop before anything came of it. */
  readonly stopped: string;
  /** What did not come of it, for a sentence, where the system ended it. */
  readonly nothing: string;
}

/** What tells the other process where it is to write. */
const OUTPUT = "SCRUTINEER_BUILD_IN";

/**
 * Where this process is to write, if it was begun by one that listens in its place; it then ends with that. Throws `PublishError` where
 * that one has ended by now: whoever kills a command has stopped all of it, however early it was.
 */
export function outputOfApart(nothing: string): string | undefined {
  const beganBy = process.env[APART];
  if (!CAN_RUN_APART || beganBy === undefined) return undefined;
  if (!isBegunApart()) throw new PublishError(`the program that began this was ended: ${nothing}`);
  new Worker(addressOfProgramFile("lib/io/parent-watch.js"), { workerData: Number(beganBy) }).unref();
  return process.env[OUTPUT] ?? "";
}

/** Says to the process that listens, if there is one, with which exit code this one will end once its work is in its place. */
export function tellExitCode(code: number): void {
  if (process.env[APART] !== undefined) process.send?.(code, undefined, undefined, () => {});
}

/**
 * V8 compiles a pattern for its interpreter first, and again where it is used a second time, as nearly all are. The flag
 * must be there when V8 starts: nobody promises what it does to patterns that were compiled already.
 */
export const EACH_PATTERN_AT_ONCE = "--no-regexp-tier-up";

/** In milliseconds: as long as the other process has to end by itself. */
const PATIENCE = 300;
const FAILED = 2;

/** Runs this very command line in another process, and ends that when this one is told to stop. Gives its exit code. */
export async function runApart(work: ApartWork): Promise<number> {
  const { output } = work;
  const before = whatIsAt(output);
  const flags = [EACH_PATTERN_AT_ONCE, ...process.execArgv];
  const child = spawn(process.execPath, [...flags, ...process.argv.slice(1)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [APART]: String(process.pid), [OUTPUT]: output },
  });
  let codeInPlace: number | undefined;
  child.on("message", (code) => {
    if (typeof code === "number") codeInPlace = code;
  });
  let stopped: (typeof SIGNALS)[number] | undefined;
  const stops = SIGNALS.map((signal) => [signal, (): void => stop(signal)] as const);
  for (const [signal, listener] of stops) process.on(signal, listener);
  try {
    const { code, signal } = await endOf(child);
    if (code !== null) return code;
    return await sweepAfter(signal ?? "");
  } finally {
    for (const [signal, listener] of stops) process.off(signal, listener);
  }

  function stop(signal: (typeof SIGNALS)[number]): void {
    stopped ??= signal;
    child.kill(signal);
    setTimeout(() => {
      // A site that is in its place is soon done with.
      if (whatIsAt(output) === before) child.kill("SIGKILL");
    }, PATIENCE).unref();
  }

  /** Does what the other process would have done in the end. */
  async function sweepAfter(signal: NodeJS.Signals | ""): Promise<number> {
    // Whoever told it alone to stop, by the number that the lock has, means the command.
    stopped ??= SIGNALS.find((one) => one === signal);
    const unlock = await lockOutput(output, 1);
    try {
      putRight(output);
      for (const folder of work.kept) forgetHalfWritten(folder, child.pid);
    } finally {
      unlock();
    }
    if (codeInPlace !== undefined && whatIsAt(output) !== before) {
      process.stderr.write(`The new site is in ${output}; the build was stopped after that\n`);
      return codeInPlace;
    }
    if (stopped !== undefined) {
      process.stderr.write(work.stopped);
      return 128 + constants.signals[stopped];
    }
    process.stderr.write(
      `error: the process that made the site was ended (${signal}), as it is where a computer has too little memory: ${work.nothing}\n`,
    );
    return FAILED;
  }
}

function endOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
