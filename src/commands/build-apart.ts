import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { Worker } from "node:worker_threads";
import type { ContentFiles } from "../io/content-files.ts";
import { formatStopped, SIGNALS, whatIsAt } from "../io/hold-output.ts";
import { forgetHalfWritten } from "../io/kept-entries.ts";
import { putRight } from "../io/killed-runs.ts";
import { lockOutput } from "../io/output-lock.ts";
import { addressOfProgramFile } from "../io/program-files.ts";
import { PublishError } from "../io/publish-error.ts";
import { type BuildCommandOptions, buildSite, keptFolders } from "./build.ts";

/*
 * While a program computes, it does not hear that it is to stop. So a large site is made by another process, and this one listens, and
 * ends the other.
 */

/** Does what `runBuild` does; a large site is made by a process that runs this very command line. Gives its exit code. */
export async function runBuildApart(folder: string, options: BuildCommandOptions): Promise<number> {
  const beganBy = process.env[APART];
  const isApart = beganBy === String(process.ppid);
  // Whoever kills the command has stopped all of it: nothing is published after that, however early it was.
  if (IS_COMPILED && beganBy !== undefined && !isApart)
    throw new PublishError(
      `the program that began this build was ended. Nothing was published, and ${options.out} is as it was`,
    );
  if (isApart) new Worker(addressOfProgramFile("lib/io/parent-watch.js"), { workerData: Number(beganBy) }).unref();
  const end = await buildSite(folder, isApart || !IS_COMPILED ? options : { ...options, isLeft: isLarge });
  return end.isLeft ? runAgain(options) : end.code;
}

/** Tests run the command line from its sources within their own process, which cannot be begun again. */
const IS_COMPILED = import.meta.url.endsWith(".js");

/** What tells the other process that it is the other one: who began it. */
const APART = "SCRUTINEER_BUILD_OF";

/** Whether a site takes longer to make than anybody waits after Ctrl-C. */
function isLarge({ paths, sizeOf }: ContentFiles): boolean {
  const texts = paths.filter((path) => path.endsWith(".md"));
  return texts.reduce((sum, path) => sum + (sizeOf(path) ?? 0), 0) > LARGE;
}

/** In bytes. */
const LARGE = 200 * 1024;
/** In milliseconds: as long as the other process has to end by itself. */
const PATIENCE = 300;
const FAILED = 2;

/**
 * V8 compiles a pattern for its interpreter first, and again where it is used a second time, as nearly all are. The flag
 * must be there when V8 starts: nobody promises what it does to patterns that were compiled already.
 */
const EACH_PATTERN_AT_ONCE = "--no-regexp-tier-up";
/**
 * V8 makes functions faster that run often, in each thread anew. It begins with that so early that for most of ours it
 * takes longer than it saves: this is how many bytes of a function are run before it looks at that again.
 */
const FASTER_LATER = "--interrupt-budget=600000";

async function runAgain(options: BuildCommandOptions): Promise<number> {
  const output = options.out;
  const before = whatIsAt(output);
  const child = spawn(
    process.execPath,
    [EACH_PATTERN_AT_ONCE, FASTER_LATER, ...process.execArgv, ...process.argv.slice(1)],
    {
      stdio: "inherit",
      env: { ...process.env, [APART]: String(process.pid) },
    },
  );
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
  async function sweepAfter(signal: string): Promise<number> {
    const unlock = await lockOutput(output, 1);
    try {
      putRight(output);
      for (const folder of keptFolders(options)) forgetHalfWritten(folder, child.pid);
    } finally {
      unlock();
    }
    const isThere = whatIsAt(output) !== before;
    if (isThere) process.stderr.write(`The new site is in ${output}; the build was stopped after that\n`);
    else if (stopped !== undefined) process.stderr.write(formatStopped(output));
    else
      process.stderr.write(
        `error: the process that made the site was ended (${signal}), as it is where a computer has too little memory: nothing was published, and ${output} is as it was\n`,
      );
    if (isThere) return 0;
    return stopped === undefined ? FAILED : 128 + constants.signals[stopped];
  }
}

function endOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
