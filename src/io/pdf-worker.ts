import { Worker } from "node:worker_threads";
import { type PdfInput, startPdfEngine } from "./pdf-engine.ts";
import { addressOfProgramFile } from "./program-files.ts";

/**
 * A process that makes PDFs, one after another: it answers each document with its bytes, or with why there are none. It
 * is told who began it, who may be gone before it could ask.
 */
new Worker(addressOfProgramFile("lib/io/parent-watch.js"), { workerData: Number(process.argv[2]) }).unref();
const engine = startPdfEngine();

process.on("message", async (input: PdfInput) => {
  try {
    process.send?.({ pdf: await engine(input) });
  } catch (error) {
    process.send?.({ refusal: error instanceof Error ? error.message : String(error) });
  }
});
