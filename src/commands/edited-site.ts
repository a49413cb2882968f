import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type EditedReport, editedReport, reportOf } from "../editor/edited-report.ts";
import { type FilesAround, filesAround } from "../editor/files-around.ts";
import type { IsAskedAt } from "../fixes/fix.ts";
import { filesOnDisk, type OpenFile, withOpenFiles } from "../io/content-files.ts";
import { nothingRead, openContent, type WholeContent } from "../io/read-content.ts";
import type { WeighedBefore } from "../io/text-costs.ts";
import type { Checked } from "../pipeline/check-content.ts";
import { type FixedContent, fixContent } from "../pipeline/fix-content.ts";
import { emptyCache } from "../site/compile-cache.ts";
import { checkWithinMeans } from "./check-within-means.ts";

/** A content folder as it is in an editor: what is typed and not saved goes before what is on disk. */
export interface EditedSite {
  readonly folder: string;
  /** Checks it again soon: it waits for as long as somebody types. */
  readonly changed: () => void;
  /** Waits until all that was typed by now is checked. */
  readonly settled: () => Promise<void>;
  /** What was checked last; nothing, where it never could be. */
  readonly seen: () => Seen | undefined;
  /** The report that a file is or belongs to, as it is now. */
  readonly reportAt: (path: string) => EditedReport | undefined;
  readonly around: () => FilesAround | undefined;
  /** Fixes a file, with all that belongs to its report, or only what is at some places. Writes nothing. */
  readonly fixed: (path: string, isAskedAt?: IsAskedAt) => Promise<FixedContent | undefined>;
  readonly close: () => void;
}

/** What a check saw. */
export interface Seen {
  readonly content: WholeContent;
  readonly checked: Checked;
  readonly nameOnDisk: (path: string) => string;
}

/** What is told of each check. */
export interface Listeners {
  readonly onChecked: (findings: readonly Diagnostic[], seen: Seen) => void;
  /** It could not be checked at all, as where the folder was deleted. */
  readonly onFailed: (error: unknown) => void;
}

/** While somebody types, it is waited for so long, in milliseconds; longer where a check takes long. */
const [SHORTEST_WAIT, LONGEST_WAIT] = [10, 500];
const LONG_CHECK = 100;

/** Texts of more bytes are looked into only when a check has found that they do not take too long. */
const LARGE = 64 * 1024;

/** After so many checks in a row that could not be made, the next waits until something changes. */
const MOST_FAILURES = 3;

/** Rules after which a text is not looked into. */
const LEFT_OUT: ReadonlySet<string> = new Set(["file-too-large", "report-too-costly"]);

/** The site of a content folder, with the files that are open in an editor, by their paths in it. */
export function editedSite(
  folder: string,
  open: () => ReadonlyMap<string, OpenFile>,
  { onChecked, onFailed }: Listeners,
): EditedSite {
  const read = nothingRead();
  const cache = emptyCache();
  const weighed: WeighedBefore = new WeakMap();
  const reports = new Map<string, EditedReport | undefined>();
  let seen: Seen | undefined;
  let leftOut: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isDue = false;
  let isClosed = false;
  let took = 0;
  let failures = 0;

  const check = async (): Promise<void> => {
    const started = performance.now();
    try {
      const files = withOpenFiles(filesOnDisk(folder), open());
      const content = await openContent(files, read);
      const checked = await checkWithinMeans(content, { cache }, weighed);
      reports.clear();
      seen = { content, checked, nameOnDisk: files.nameOnDisk };
      leftOut = new Set(checked.diagnostics.filter(({ rule }) => LEFT_OUT.has(rule)).map(({ place }) => place.path));
      failures = 0;
      if (!isClosed) onChecked(checked.diagnostics, seen);
    } catch (error) {
      if (isClosed) return;
      onFailed(error);
      // Something may have been written while it was read.
      if (++failures < MOST_FAILURES) changed();
    }
    took = performance.now() - started;
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    while (isDue || running !== undefined) {
      if (running === undefined) {
        isDue = false;
        running = check().finally(() => {
          running = undefined;
        });
      }
      await running;
    }
  };
  const changed = (): void => {
    isDue = true;
    reports.clear();
    clearTimeout(timer);
    timer = setTimeout(() => void run(), took < LONG_CHECK ? SHORTEST_WAIT : Math.min(took / 2, LONGEST_WAIT));
  };

  const around = (): FilesAround | undefined => {
    const files = open();
    return seen && filesAround(seen.content, seen.checked.settings, (path) => files.get(path)?.bytes);
  };
  const reportAt = (path: string): EditedReport | undefined => {
    const files = around();
    const report = reportOf(path, (one) => files?.bytesOf(one) !== undefined);
    if (files === undefined || report === undefined || leftOut.has(report)) return undefined;
    if (!reports.has(report)) reports.set(report, editedReport(report, files));
    return reports.get(report);
  };

  return {
    folder,
    changed,
    settled: run,
    seen: () => seen,
    around,
    reportAt,
    fixed: async (path, isAskedAt) => {
      await run();
      const { content } = seen ?? {};
      return (
        content &&
        fixContent(content, {
          isWanted: (one) => one === path,
          isAsked: () => true,
          isAskedAt,
          excessOf: (one) => (leftOut.has(one) ? "what is known of it" : undefined),
          cache,
        })
      );
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Whether a text is so large that nothing is asked of it before it was checked. */
export function isLarge(bytes: Uint8Array | undefined): boolean {
  return (bytes?.length ?? 0) > LARGE;
}
