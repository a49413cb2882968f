import { isOutcomesFile, ownFolder } from "../addresses/addresses.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type FixResult, fixFile, fixPlainFile, fixReport } from "../fixes/apply-fixes.ts";
import { type DiffLine, diffOf } from "../fixes/diff.ts";
import type { Correction, FixName, IsAsked, IsAskedAt, Moved, Remark } from "../fixes/fix.ts";
import { fileFixes, plainFileFixes, reportFixes } from "../fixes/index.ts";
import { linksIntoMoved } from "../fixes/links-into-moved.ts";
import { mayBeShown } from "../fixes/shown.ts";
import { Sealed } from "../model/sealed.ts";
import type { Place } from "../model/source.ts";
import type { PlainFileName } from "../report/compile/compile-page.ts";
import type { CompileCache } from "../site/compile-cache.ts";
import { compileContext } from "../site/compile-context.ts";
import type { Content } from "../site/content.ts";
import { sortFiles } from "../site/content-files.ts";
import type { ExcessOf } from "../site/file-excess.ts";
import { openedReports } from "../site/opened-reports.ts";
import { withheldFiles } from "../site/withheld-files.ts";
import { checkContent } from "./check-content.ts";

export interface FixOptions {
  /** Whether a file, by its path below the content folder, is to be fixed. */
  readonly isWanted: (path: string) => boolean;
  readonly isAsked: IsAsked;
  /** Whether what is wrong at a place is to be fixed, if not all is. */
  readonly isAskedAt?: IsAskedAt | undefined;
  /** What runs before this one found out. */
  readonly cache?: CompileCache | undefined;
  /** What takes more than a text may, and is not fixed. */
  readonly excessOf?: ExcessOf | undefined;
}

/** A file that is written anew. */
export interface FileChange {
  readonly path: string;
  /** The path of the report that it is, or belongs to; of a meeting or a plain page, its own. */
  readonly report: string;
  readonly before: Sealed<Uint8Array>;
  readonly after: Sealed<Uint8Array>;
  readonly corrections: readonly { readonly name: FixName; readonly line: number }[];
  /** The lines that change, and those around them, where every line of the file may be shown. */
  readonly diff: readonly DiffLine[] | undefined;
}

export interface FixedContent {
  readonly changes: readonly FileChange[];
  /** What the author should look at, in words that may be shown. */
  readonly remarks: readonly { readonly place: Place; readonly message: string }[];
  /** What is wrong with the files when they are fixed. */
  readonly left: readonly Diagnostic[];
  /** How many reports were asked for. */
  readonly reports: number;
  /** The meetings and plain pages that were asked for. */
  readonly plainFiles: readonly PlainFileName[];
}

/** Fixes what can be fixed for certain in the reports, meetings and plain pages that are wanted. Writes nothing. */
export function fixContent(content: Content, options: FixOptions): FixedContent {
  const { isAsked, isAskedAt, cache, excessOf = () => undefined } = options;
  const isWanted = (path: string): boolean => options.isWanted(path) && excessOf(path) === undefined;
  const before = checkContent(content, { excessOf, cache });
  const typed = textsOf(content);
  const texts = new Map(typed);
  const { reports, annexTexts, plainFiles } = sortFiles(content, () => {});
  // A report and its annexes refer to each other's paragraphs, so they are fixed together.
  const wanted = reports.filter(
    (path) =>
      excessOf(path) === undefined && [path, ...annexTexts].some((one) => belongsTo(one, path) && isWanted(one)),
  );
  const wantedPlain = plainFiles.filter(({ path }) => isWanted(path));
  const isPlain = (path: string): boolean => wantedPlain.some((name) => name.path === path);
  const isLeftAlone = (path: string): boolean => options.isWanted(path) && excessOf(path) !== undefined;
  const isToFix = (path: string): boolean => isPlain(path) || wanted.some((report) => belongsTo(path, report));
  const results: FixResult[] = [];
  const take = (result: FixResult): void => {
    results.push(result);
    for (const [path, bytes] of result.texts) texts.set(path, new Sealed(bytes));
  };
  for (const path of [...texts.keys()].filter((one) => isToFix(one) && !isOutcomesFile(one))) {
    const bytes = typed.get(path);
    const fixes = isPlain(path) ? plainFileFixes : fileFixes;
    if (bytes !== undefined)
      take(fixFile(path, Sealed.open(bytes), !annexTexts.has(path), { fixes, isAsked, isAskedAt }));
  }
  const readable = { ...content, texts: new Map(texts) };
  const opened = openedReports(readable, reports, cache);
  const withheld = withheldFiles(readable, opened, () => true);
  const context = {
    settings: before.settings,
    ...compileContext(readable, opened, { annexTexts, plainFiles, withheld }, "public"),
  };
  const bytesOf = (path: string): Uint8Array | undefined => {
    const bytes = readable.texts.get(path);
    return bytes && Sealed.open(bytes);
  };
  const asked = { fixes: reportFixes, isAsked, isAskedAt };
  const moved = new Map<string, Moved>();
  for (const path of wanted) {
    const result = fixReport(path, bytesOf, context, asked);
    if (result.moved.size > 0) moved.set(path, result.moved);
    take(result);
  }
  for (const name of wantedPlain) {
    const bytes = bytesOf(name.path);
    if (bytes !== undefined) take(fixPlainFile(name, bytes, context, asked));
  }
  const corrections = results.flatMap((one) => one.corrections);
  const after = corrections.length === 0 ? before : checkContent({ ...content, texts }, { excessOf, cache });
  const isShown = (path: string): boolean => mayBeShown(path, [typed, texts], [before, after], context.files);
  const remarks = [...results.flatMap((one) => one.remarks), ...linksIntoMoved(texts, moved)];
  return {
    changes: changesOf({ typed, texts, corrections }, wanted, isShown),
    remarks: remarks.map((remark) => inShownWords(remark, isShown)),
    left: after.diagnostics.filter(({ place }) => isToFix(place.path) || isLeftAlone(place.path)),
    reports: wanted.length,
    plainFiles: wantedPlain,
  };
}

function belongsTo(path: string, report: string): boolean {
  return path === report || path.startsWith(ownFolder(report));
}

function textsOf({ texts }: Content): ReadonlyMap<string, Sealed<Uint8Array>> {
  return new Map(
    [...texts.keys()].flatMap((path) => {
      const text = texts.get(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
}

/** Texts before and after, and what was put right in them. */
interface FixedTexts {
  readonly typed: ReadonlyMap<string, Sealed<Uint8Array>>;
  readonly texts: ReadonlyMap<string, Sealed<Uint8Array>>;
  readonly corrections: readonly Correction[];
}

function changesOf(
  { typed, texts, corrections }: FixedTexts,
  reports: readonly string[],
  isShown: (path: string) => boolean,
): readonly FileChange[] {
  return [...texts].flatMap(([path, after]): FileChange[] => {
    const before = typed.get(path);
    if (before === undefined || before === after) return [];
    const own = corrections
      .filter(({ place }) => place.path === path)
      .map(({ name, place }) => ({ name, line: place.line }));
    const diff = isShown(path) ? diffOf(Sealed.open(before), Sealed.open(after)) : undefined;
    const report = reports.find((one) => belongsTo(path, one)) ?? path;
    return [{ path, report, before, after, corrections: own, diff }];
  });
}

function inShownWords({ place, message, summary }: Remark, isShown: (path: string) => boolean) {
  return { place, message: isShown(place.path) ? message : summary };
}
