import { constants } from "node:os";
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
  waitSeconds?: number,
): Promise<Result> {
  const unlock = await lockOutput(output, waitSeconds);
  const end = (): void => {
    try {
      swept(() => putRight(output));
    } finally {
      unlock();
    }
  };
  const stops = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const stop = (): void => {
      end();
      process.stderr.write(
        `${process.stderr.isTTY ? "\n" : ""}Stopped: nothing was written, and ${output} is as it was\n`,
      );
      process.exit(128 + constants.signals[signal]);
    };
    return [signal, stop] as const;
  });
  for (const [signal, stop] of stops) process.once(signal, stop);
  process.once("exit", end);
  try {
    putRight(output);
    putRightBeside(output);
    return await run();
  } finally {
    for (const [event, listener] of [...stops, ["exit", end] as const]) process.off(event, listener);
    end();
  }
}
