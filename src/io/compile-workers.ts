import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CompileOrder, CompileWork } from "./compile-worker.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** A thread takes as long to begin as about this many reports take to be compiled. */
const FEWEST = 150;
/** Reports that a thread is given at a time: few enough that all threads end at about the same time. */
const ORDER = 20;
/** A thread that needs more gives up, and what it was to compile is compiled without it. */
const MEGABYTES = 384;

/** How many threads are worth their while for so many reports: none, or at least two. */
export function threadsFor(reports: number, processors = availableParallelism()): number {
  const threads = Math.min(processors, Math.floor(reports / FEWEST));
  return threads < 2 ? 0 : threads;
}

/**
 * Compiles reports in several threads, each of which keeps them in the store, where whoever compiles them next finds
 * them. Nothing rests on it: what a thread did not keep, for whatever reason, is compiled then.
 */
export async function compileInThreads(
  work: CompileWork,
  paths: readonly string[],
  threads: number,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  let [next, done] = [0, 0];
  const take = (): CompileOrder => {
    const order = paths.slice(next, next + ORDER);
    next += order.length;
    return order;
  };
  const run = (): Promise<void> =>
    new Promise((settle) => {
      // What a thread prints may be what a report holds.
      const thread = new Worker(addressOfProgramFile("lib/io/compile-worker.js"), {
        workerData: work,
        resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
        stdout: true,
        stderr: true,
      });
      thread.on("message", (compiled: number) => {
        done += compiled;
        onProgress(done, paths.length);
        const order = take();
        if (order.length > 0) thread.postMessage(order);
        else thread.terminate().then(() => settle());
      });
      thread.on("error", () => settle());
      thread.on("exit", () => settle());
    });
  await Promise.all(Array.from({ length: threads }, run));
}
