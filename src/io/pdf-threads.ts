import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Pdf, type PdfInput, requirePdfEngine, startPdfEngine } from "./pdf-engine.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** A PDF, or what the engine said where it made none. */
export type PdfResult = { readonly pdf: Pdf } | { readonly refusal: string };

/** Each thread holds fonts and what the engine worked out, some 70 MB. */
const MOST_THREADS = 4;
/** Fewer documents are made sooner in this thread than others start. */
const WORTH_THREADS = 8;

/**
 * Makes PDFs, of many documents in threads; hands each over as soon as it is there. `areLarge` tells for each document whether it is
 * one that takes the memory of several. An `input` is asked for when its turn comes, so that no more of them are held than there are
 * threads. Throws `PublishError` where the engine is not installed.
 */
export async function makePdfs(
  areLarge: readonly boolean[],
  input: (index: number) => Promise<PdfInput>,
  done: (index: number, result: PdfResult) => void,
): Promise<void> {
  const make = async (queue: number[], run: (input: PdfInput) => Promise<PdfResult>): Promise<void> => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift())
      done(index, await run(await input(index)));
  };
  const makeInThreads = async (queue: number[], most: number): Promise<void> => {
    const threads = Array.from({ length: Math.min(most, queue.length) }, () => startThread());
    try {
      await Promise.all(threads.map((thread) => make(queue, (document) => inThread(thread, document))));
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  };
  const indexes = [...areLarge.keys()];
  if (indexes.length < WORTH_THREADS) return make(indexes, inThisThread());
  requirePdfEngine();
  // Large ones come one by one, and before the others, whose threads would hold memory beside them.
  await makeInThreads(
    indexes.filter((index) => areLarge[index]),
    1,
  );
  await makeInThreads(
    indexes.filter((index) => !areLarge[index]),
    Math.min(MOST_THREADS, availableParallelism()),
  );
}

function startThread(): Worker {
  return new Worker(addressOfProgramFile("lib/io/pdf-worker.js"));
}

function inThisThread(): (input: PdfInput) => Promise<PdfResult> {
  const engine = startPdfEngine();
  return async (input) => {
    // Between two documents the program hears that it is to stop.
    await nextTurn();
    try {
      return { pdf: await engine(input) };
    } catch (error) {
      return { refusal: error instanceof Error ? error.message : String(error) };
    }
  };
}

function inThread(thread: Worker, input: PdfInput): Promise<PdfResult> {
  return new Promise((settle, fail) => {
    thread.once("message", settle);
    thread.once("error", fail);
    thread.postMessage(input);
  });
}
