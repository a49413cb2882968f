import { statSync } from "node:fs";
import { constants } from "node:os";
import { printable } from "../printers/printable.ts";
import { isBegunApart } from "./begun-apart.ts";
import { putRight, putRightBeside } from "./killed-runs.ts";
import { lockOutput } from "./output-lock.ts";
import { swept } from "./swept.ts";

/**
 * Runs a command that writes to an output, alone: other builds are kept out, what a killed run left of it or beside it is put right
 * first, and nothing of the work is left when it ends or is interrupted. Throws `PublishError` where another build has the output, and
 * still has it after as many seconds as it waits.
 */
export async function holdOutput<Result>(
  output: string,
  run: () => Promise<Result>,
  { waitSeconds, stopped = formatStopped(output) }: HoldOptions = {},
): Promise<Result> {
  const unlock = await lockOutput(output, waitSeconds);
  let isOver = false;
  // Once the lock is gone, all that is there is another's.
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    try {
      swept(() => putRight(output));
    } finally {
      unlock();
    }
  };
  let before = whatIsAt(output);
  const stops = SIGNALS.map((signal) => {
    const stop = (): void => {
      // What is left to do is short then, and the exit code is to say that it is there.
      if (whatIsAt(output) !== before) return;
      // Its threads write on until it is gone, so whoever began it puts right what it leaves.
      if (isBegunApart()) {
        dieBy(signal);
        return;
      }
      end();
      process.stderr.write(stopped);
      process.exit(128 + constants.signals[signal]);
    };
    return [signal, stop] as const;
  });
  // A signal that comes twice, as some shells send it, does not cut short what the first began.
  for (const [signal, stop] of stops) process.on(signal, stop);
  process.once("exit", end);
  try {
    for (const words of [putRight(output), ...putRightBeside(output)])
      if (words !== undefined) process.stderr.write(`note: ${printable(words)}\n`);
    before = whatIsAt(output);
    return await run();
  } finally {
    for (const [event, listener] of [...stops, ["exit", end] as const]) process.off(event, listener);
    end();
  }
}

interface HoldOptions {
  /** For how many seconds it waits for another build; none, if nothing is said. */
  readonly waitSeconds?: number | undefined;
  /** What is said where it is told to stop; that nothing was written, if nothing is said. */
  readonly stopped?: string;
}

/** Ends this process as a signal ends one that does not listen. */
function dieBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** By which a program is told to stop. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What is said in the end where a command was told to stop before it had written anything, or done what else is said. */
export function formatStopped(output: string, nothing = `nothing was written, and ${output} is as it was`): string {
  return `${process.stderr.isTTY ? "\n" : ""}Stopped: ${nothing}\n`;
}

/** What tells whether something else has been put in the place of what an output was. */
export function whatIsAt(output: string): string {
  try {
    const { dev, ino } = statSync(output, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return "";
  }
}
