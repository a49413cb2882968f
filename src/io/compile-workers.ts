import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { foldersAbove } from "../addresses/addresses.ts";
import { Sealed } from "../model/sealed.ts";
import type { Content } from "../site/content.ts";
import type { CompileStoreFolder } from "./compile-store.ts";
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
 * The reports that are not in a store, and will be when they are compiled, as far as their looks tell: others are
 * compiled each time, by whoever publishes them.
 */
export function reportsToKeep({ texts }: Pick<Content, "texts">, store: Pick<CompileStoreFolder, "has">): string[] {
  const isReport = (path: string): boolean =>
    /^reports\/.*\.md$/.test(path) && !foldersAbove(path).some((folder) => texts.has(`${folder}.md`));
  return [...texts.keys()].filter(isReport).filter((path) => {
    if (store.has(path)) return false;
    const text = texts.get(path);
    return text !== undefined && looksOpen(Buffer.from(Sealed.open(text)).toString("latin1"));
  });
}

function looksOpen(text: string): boolean {
  return (
    /^confidential:[ \t]*(?:no|false)[ \t]*\r?$/im.test(text) &&
    !/^(?:draft:[ \t]*(?:true|yes)|[ \t]*:::+[ \t]*exempt)/im.test(text)
  );
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
