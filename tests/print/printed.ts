import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Pdf, startPdfEngine } from "../../src/io/pdf-engine.ts";
import type { PrintJob, PrintReport } from "../../src/print/print-document.ts";
import type { PrintBlock } from "../../src/print/print-nodes.ts";

/** The one engine of the tests of a file: starting another takes its fonts again. */
export const engine = startPdfEngine();

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

/** A report of which nothing is said yet. */
export const EMPTY_REPORT: PrintReport = {
  title: "Report",
  lang: "en",
  date: [2019, 3, 24],
  formattedDate: "24 March 2019",
  authors: [],
  council: { name: "Council", colour: "#0b5359", logo: null },
  summary: "",
  translation: [],
  released: "",
  amended: [],
  mark: "",
  marking: "",
  contentsTitle: "Contents",
  pageOf: "Page {number} of {total}",
  facts: [],
  blocks: [],
  licence: [],
};

/** The PDF of a report with these blocks, and with these pictures by the names that it calls them. */
export async function printedBlocks(
  blocks: readonly PrintBlock[],
  images: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Uint8Array> {
  const document = JSON.stringify({ ...EMPTY_REPORT, blocks });
  return (await engine({ template: "report", document, images, annexes: new Map(), firstPage: 1 })).bytes;
}
