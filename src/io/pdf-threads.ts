import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Pdf, type PdfInput, startPdfEngine } from "./pdf-engine.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** A PDF, or what the engine said where it made none. */
export type PdfResult = { readonly pdf: Pdf } | { readonly refusal: string };

/** Each thread holds fonts and what the engine worked out, some 100 MB. */
const MOST_THREADS = 4;
/** Fewer documents are made sooner in this thread than others start. */
const WORTH_THREADS = 8;

/**
 * Makes PDFs, of many documents in threads; hands each over as soon as it is there. `inputs` are asked for one by one, so that no
 * more of them are held than there are threads. Throws `PublishError` where the engine is not installed.
 */
export async function makePdfs(
  count: number,
  input: (index: number) => Promise<PdfInput>,
  done: (index: number, result: PdfResult) => void,
): Promise<void> {
  const threads = count < WORTH_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism());
  let next = 0;
  const work = async (run: (input: PdfInput) => Promise<PdfResult>): Promise<void> => {
    for (let index = next++; index < count; index = next++) done(index, await run(await input(index)));
  };
  if (threads === 1) return work(inThisThread());
  // This thread's engine is not kept: starting it says, in one place, whether there is one.
  startPdfEngine();
  const workers = Array.from({ length: threads }, () => new Worker(addressOfProgramFile("lib/io/pdf-worker.js")));
  try {
    await Promise.all(workers.map((worker) => work((document) => inWorker(worker, document))));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function inThisThread(): (input: PdfInput) => Promise<PdfResult> {
  const engine = startPdfEngine();
  return async (input) => {
    try {
      return { pdf: await engine(input) };
    } catch (error) {
      return { refusal: error instanceof Error ? error.message : String(error) };
    }
  };
}

function inWorker(worker: Worker, input: PdfInput): Promise<PdfResult> {
  return new Promise((settle, fail) => {
    worker.once("message", settle);
    worker.once("error", fail);
    worker.postMessage(input);
  });
}
