import type { Place } from "../model/source.ts";
import type { Edit } from "./edit.ts";
import type { FileText, FixableReport, FixableText } from "./types.ts";

/** What `fix` fixes: the names of rules, and of what no rule finds. */
export const fixNames = [
  "byte-order-mark",
  "hidden-character",
  "field-names",
  "dates",
  "heading-level-one",
  "heading-level-skipped",
  "spaces",
  "number-blanks",
  "bullets",
  "list-markers",
  "list-run-together",
  "note-typed",
  "typed-number-swallowed",
  "typed-number",
  "typed-number-all-ones",
  "sub-list-number",
  "dashes",
  "links",
] as const;

export type FixName = (typeof fixNames)[number];

/** Whether the person who runs `fix` asked for it. */
export type IsAsked = (name: FixName) => boolean;

/** Whether the person asked for what is wrong at a place. */
export type IsAskedAt = (place: Place) => boolean;

/** One thing that is fixed. */
export interface Correction {
  readonly name: FixName;
  readonly place: Place;
  readonly edits: readonly Edit[];
  /** What is made all together or not at all; corrections without it are. */
  readonly group?: number;
}

/** Something that the author should look at. */
export interface Remark {
  /** The fix that the remark is about. */
  readonly name: FixName;
  readonly place: Place;
  /** May quote the text. */
  readonly message: string;
  /** In fixed words, which quote nothing. */
  readonly summary: string;
}

export interface Found {
  readonly corrections: readonly Correction[];
  readonly remarks: readonly Remark[];
  /** Paragraphs that get another number, by the number that was typed; `undefined` where two were typed alike. */
  readonly moved?: Moved;
}

export type Moved = ReadonlyMap<string, string | undefined>;

/** A way to fix one kind of mistake. Each finds, and changes nothing. */
export interface FixOf<Subject> {
  readonly names: readonly FixName[];
  /** Each correction is right without the others. */
  readonly isEachAlone?: true;
  /** Markdown reads other blocks in the text afterwards, because that is what is fixed. */
  readonly changesBlocks?: true;
  /** There are links and images afterwards that were text. */
  readonly changesLinks?: true;
  /** The figures in the text change. */
  readonly changesFigures?: true;
  /** Empty lines are put in. */
  readonly addsEmptyLines?: true;
  /** Lines that ran together are broken. */
  readonly breaksLines?: true;
  /** What was typed as notes becomes notes. */
  readonly makesNotes?: true;
  /** What was taken for a paragraph may be none afterwards, as long as all others keep their numbers. */
  readonly takesParagraphs?: true;
  /** Numbers come to light that Markdown had swallowed: those before keep their order. */
  readonly addsParagraphs?: true;
  readonly find: (subject: Subject) => Found;
}

/** A fix of one file by itself, without which the file may not be read. */
export type FileFix = FixOf<FileText>;

/** A fix of a report, with those of its annexes that are Markdown files. */
export type ReportFix = FixOf<FixableReport>;

export const NOTHING_FOUND: Found = { corrections: [], remarks: [] };

/** A fix of each text of a report by itself. */
export function inEachText(find: (text: FixableText) => readonly Correction[]): ReportFix["find"] {
  return ({ texts }) => ({ corrections: texts.flatMap(find), remarks: [] });
}
