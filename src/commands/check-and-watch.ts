import { relative } from "node:path";
import { filesOnDisk } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { explainLine, formatCountsOf, type PrintOptions, printDiagnostics } from "../io/print-diagnostics.ts";
import { nothingRead, openContent } from "../io/read-content.ts";
import { formatSystemError } from "../io/system-errors.ts";
import { secondsSince, timeOfDay } from "../io/terminal.ts";
import type { WeighedBefore } from "../io/text-costs.ts";
import { watchFolder } from "../io/watch-folder.ts";
import { formatPlainFiles, inNumber } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import { emptyCache } from "../site/compile-cache.ts";
import { type FindingOptions, findingsOf } from "./findings.ts";
import { freshFindings } from "./fresh-findings.ts";
import { type Narrowing, narrowed } from "./narrowed-findings.ts";

/**
 * Checks what is named in a content folder, and again whenever something in the folder has changed, until the process
 * is told to end; gives the exit code of the last check. After a change it prints what is found in the files that
 * changed, and what was not found before; what is above stays there.
 */
export async function checkAndWatch(
  folder: string,
  named: readonly string[],
  printing: PrintOptions,
  { asOf, ...narrowing }: Narrowing & Pick<FindingOptions, "asOf"> = {},
): Promise<0 | 1> {
  const shownAs = relative(".", folder);
  const read = nothingRead();
  const cache = emptyCache();
  const weighed: WeighedBefore = new WeakMap();
  const seen = freshFindings();
  let code: 0 | 1 = 0;
  const check = async (): Promise<void> => {
    const started = performance.now();
    try {
      const files = filesOnDisk(folder);
      const content = await openContent(files, read);
      const { shown: all, reports, plainFiles } = await findingsOf(content, named, { asOf, cache, weighed });
      const { shown, rest: others } = narrowed(all, narrowing);
      files.confirm();
      const fresh = seen.among(shown);
      await printDiagnostics({ diagnostics: fresh, reports, plainFiles, folder: shownAs }, printing);
      const rest = shown.length - fresh.length;
      const above = rest === 0 ? "" : ` (${rest} of them as before, and shown above)`;
      process.stderr.write(
        `${timeOfDay()}  Checked ${inNumber(reports.length, "report")}${formatPlainFiles(plainFiles)}: ${formatCountsOf(shown)}${above}${others}, ${secondsSince(started)}\n${explainLine(fresh, printing)}`,
      );
      code = shown.some(({ severity }) => severity === "error") ? 1 : 0;
    } catch (error) {
      const words = error instanceof ContentFolderError ? error.message : formatSystemError(error);
      if (words === undefined) throw error;
      process.stderr.write(`${timeOfDay()}  error: ${printable(words)}\n`);
      seen.forget();
      code = 1;
    }
  };
  let isFirst = true;
  await watchFolder(folder, async () => {
    await check();
    if (isFirst) process.stderr.write(`Watching ${shownAs || "."} for changes; Ctrl-C ends it\n`);
    isFirst = false;
  });
  return code;
}
