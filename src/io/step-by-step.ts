import { setImmediate as nextTurn } from "node:timers/promises";
import { SIGNALS } from "./hold-output.ts";

/**
 * Takes steps one after another until all are taken, or until the program is told to stop: never in the middle of one. Gives the
 * signal by which it was told, where steps are left.
 */
export async function stepByStep<Step>(
  steps: readonly Step[],
  take: (step: Step) => void,
): Promise<(typeof SIGNALS)[number] | undefined> {
  let stopped: (typeof SIGNALS)[number] | undefined;
  const stops = SIGNALS.map((signal) => [signal, (): unknown => (stopped ??= signal)] as const);
  for (const [signal, stop] of stops) process.on(signal, stop);
  try {
    for (const step of steps) {
      // A signal is heard between two turns: what comes before the first one may not be a whole turn.
      await nextTurn();
      if (stopped !== undefined) return stopped;
      take(step);
    }
  } finally {
    for (const [signal, stop] of stops) process.off(signal, stop);
  }
  return undefined;
}
