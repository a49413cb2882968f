import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { realPath } from "./real-path.ts";

/** The folder beside an output folder in which its PDFs lie until they are published, and for the next build. */
export function pdfFolder(outputFolder: string): string {
  const target = realPath(outputFolder);
  return join(dirname(target), `.${basename(target)}.scrutineer-pdf`);
}

/** Deletes the PDFs that builds left beside an output folder. */
export function forgetPdfs(outputFolder: string): void {
  rmSync(pdfFolder(outputFolder), { recursive: true, force: true });
}
