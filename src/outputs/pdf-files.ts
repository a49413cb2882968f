import type { OutputFile } from "../model/site.ts";
import type { Output } from "./page.ts";

/** The PDFs that were made for the site. */
export const pdfFiles: Output = ({ pdfs }) =>
  [...pdfs].map(([path, { file, hash }]): OutputFile => ({ path, content: { madeAt: file, hash } }));
