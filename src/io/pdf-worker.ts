import { type PdfInput, startPdfEngine } from "./pdf-engine.ts";

/** A process that makes PDFs, one after another: it answers each document with its bytes, or with why there are none. */
const engine = startPdfEngine();

process.on("message", async (input: PdfInput) => {
  try {
    process.send?.({ pdf: await engine(input) });
  } catch (error) {
    process.send?.({ refusal: error instanceof Error ? error.message : String(error) });
  }
});
