import { Worker } from "node:worker_threads";
import { type PdfEngine, type PdfInput, startPdfEngine } from "./pdf-engine.ts";
import type { PdfAnswer } from "./pdf-processes.ts";
import { addressOfProgramFile } from "./program-files.ts";
import { formatSystemError } from "./system-errors.ts";

/**
 * A process that makes PDFs, one after another: it answers each document with its bytes, or with why there are none. It
 * is told who began it, who may be gone before it could ask.
 */
new Worker(addressOfProgramFile("lib/io/parent-watch.js"), { workerData: Number(process.argv[2]) }).unref();
let engine: PdfEngine | undefined;

process.on("message", async (input: PdfInput) => process.send?.(await answerTo(input)));

async function answerTo(input: PdfInput): Promise<PdfAnswer> {
  try {
    engine ??= startPdfEngine();
    return { pdf: await engine(input) };
  } catch (error) {
    const ofSystem = formatSystemError(error);
    return ofSystem === undefined ? { refusal: error instanceof Error ? error.message : String(error) } : { ofSystem };
  }
}
