import { parentPort } from "node:worker_threads";
import { type PdfInput, startPdfEngine } from "./pdf-engine.ts";

/** A thread that makes PDFs, one after another: it answers each document with its bytes, or with why there are none. */
const engine = startPdfEngine();

parentPort?.on("message", async (input: PdfInput) => {
  try {
    parentPort?.postMessage({ pdf: await engine(input) });
  } catch (error) {
    parentPort?.postMessage({ refusal: error instanceof Error ? error.message : String(error) });
  }
});
