import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Pdf, startPdfEngine } from "../../src/io/pdf-engine.ts";
import type { PrintJob } from "../../src/print/print-document.ts";

const engine = startPdfEngine();

/** The PDF of a job, with the files of a content folder as they lie there. */
export function printed({ print, images, annexes }: PrintJob, folder: string, firstPage = 1): Promise<Pdf> {
  const read = (files: ReadonlyMap<string, string>): ReadonlyMap<string, Uint8Array> =>
    new Map([...files].map(([name, path]) => [name, readFileSync(join(folder, path))]));
  const { template, document } = print;
  return engine({
    template,
    document: JSON.stringify(document),
    images: read(images),
    annexes: read(annexes),
    firstPage,
  });
}
