import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { realPath } from "./real-path.ts";

/** What lies beside an output folder: PDFs, until they are published and for the next build, and the search index until it is published. */
type Made = "pdf" | "search";

/** The folder beside an output folder, under a hidden name, in which what is made for the site lies. */
export function besideOutput(outputFolder: string, made: Made): string {
  const target = realPath(outputFolder);
  return join(dirname(target), `.${basename(target)}.scrutineer-${made}`);
}

/** Deletes what was made for a site, also by a run that was killed. */
export function forgetBesideOutput(outputFolder: string, made: Made): void {
  rmSync(besideOutput(outputFolder, made), { recursive: true, force: true });
}
