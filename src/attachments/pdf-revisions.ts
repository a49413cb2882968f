import { hasAt } from "./byte-sequences.ts";
import { readObject } from "./pdf-object.ts";
import { decodeStream } from "./pdf-stream.ts";
import {
  type Budget,
  type Cursor,
  damagedPdf,
  isWhite,
  nameOf,
  type PdfDictionary,
  readInteger,
  readValue,
  skipKeyword,
  skipSpace,
  streamOf,
} from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** Where an object is: in the file, in an object stream, or nowhere any more. */
export type PdfEntry =
  | { readonly kind: "free" }
  | { readonly kind: "at"; readonly offset: number; readonly generation: number }
  | { readonly kind: "in"; readonly stream: number; readonly index: number };

/** A run of bytes that is known for what it is. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

interface Section {
  readonly entries: Map<number, PdfEntry>;
  readonly trailer: PdfDictionary;
}

const MAX_SECTIONS = 500;
const TAIL = 1024;

/**
 * Follows all cross-reference sections of a PDF (ISO 32000-1, 7.5) from its end. Gives where each object is, the
 * newest trailer, and the extents of the sections. A section that replaces or frees an object of an earlier one is
 * refused, because the earlier object is still in the file; one that only adds objects passes, as in linearised files
 * and those of Word.
 */
export function readRevisions(
  bytes: Uint8Array,
  budget: Budget,
): {
  readonly entries: ReadonlyMap<number, PdfEntry>;
  readonly trailer: PdfDictionary;
  readonly extents: readonly Extent[];
} {
  const extents: Extent[] = [];
  const sections: Section[] = [];
  const visited = new Set<number>();
  let next: number | undefined = lastSection(bytes, budget);
  while (next !== undefined) {
    if (visited.has(next) || sections.length >= MAX_SECTIONS) throw damagedPdf();
    visited.add(next);
    const section = readSection(bytes, budget, next, extents);
    sections.push(section);
    if (section.trailer.has("Encrypt"))
      throw new RefusedFile(
        "it is locked or restricted by a password",
        "open it, print it to a new PDF without a password, and attach that",
      );
    const previous = section.trailer.get("Prev");
    if (previous !== undefined && !isOffset(previous)) throw damagedPdf();
    next = previous;
  }
  const [newest] = sections;
  if (newest === undefined) throw damagedPdf();
  const entries = new Map<number, PdfEntry>();
  for (const section of sections.reverse()) merge(entries, section.entries);
  return { entries, trailer: newest.trailer, extents };
}

/** Where the newest section begins, by the last lines of the file. */
function lastSection(bytes: Uint8Array, budget: Budget): number {
  let end = bytes.length;
  while (isWhite(bytes[end - 1])) end--;
  if (!hasAt(bytes, end - 5, "%%EOF"))
    throw new RefusedFile(
      "there is something after its end, or its end is missing",
      "open it, print it to a new PDF, and attach that",
    );
  let start = end - 5;
  while (start > 0 && end - start < TAIL && !hasAt(bytes, start, "startxref")) start--;
  const cursor = { bytes, budget, position: start };
  if (!skipKeyword(cursor, "startxref")) throw damagedPdf();
  return readInteger(cursor);
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

function readSection(bytes: Uint8Array, budget: Budget, offset: number, extents: Extent[]): Section {
  const cursor = { bytes, budget, position: offset };
  skipSpace(cursor);
  const start = cursor.position;
  if (!skipKeyword(cursor, "xref")) return readStreamSection(bytes, budget, offset, extents);
  const entries = readTable(cursor);
  const trailer = readValue(cursor);
  if (!(trailer instanceof Map)) throw damagedPdf();
  extents.push({ start, end: cursor.position });
  const hybrid = trailer.get("XRefStm");
  if (hybrid !== undefined) {
    if (!isOffset(hybrid)) throw damagedPdf();
    merge(entries, readStreamSection(bytes, budget, hybrid, extents).entries, { isSameSection: true });
  }
  return { entries, trailer };
}

function readTable(cursor: Cursor): Map<number, PdfEntry> {
  const entries = new Map<number, PdfEntry>();
  for (skipSpace(cursor); !skipKeyword(cursor, "trailer"); skipSpace(cursor)) {
    const first = readInteger(cursor);
    const count = readInteger(cursor);
    for (let index = 0; index < count; index++) {
      const offset = readInteger(cursor);
      const generation = readInteger(cursor);
      skipSpace(cursor);
      const isUsed = skipKeyword(cursor, "n");
      if (!isUsed && !skipKeyword(cursor, "f")) throw damagedPdf();
      add(entries, first + index, isUsed && offset > 0 ? { kind: "at", offset, generation } : { kind: "free" });
    }
  }
  return entries;
}

function readStreamSection(bytes: Uint8Array, budget: Budget, offset: number, extents: Extent[]): Section {
  const {
    value: object,
    start,
    end,
  } = readObject(bytes, offset, budget, (length) => (typeof length === "number" ? length : undefined));
  const value = streamOf(object);
  if (value === undefined || nameOf(value.dictionary.get("Type")) !== "XRef") throw damagedPdf();
  const { dictionary } = value;
  extents.push({ start, end });
  const data = decodeStream(dictionary, bytes.subarray(value.start, value.end), budget);
  const widths = numbers(dictionary.get("W"));
  const runs = numbers(dictionary.get("Index") ?? [0, dictionary.get("Size") ?? 0]);
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = typeWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || width === 0 || widths.some((each) => each > 8)) throw damagedPdf();
  const entries = new Map<number, PdfEntry>();
  let position = 0;
  const field = (length: number): number => {
    let number = 0;
    for (let index = 0; index < length; index++) number = number * 256 + (data[position++] ?? 0);
    return number;
  };
  for (let run = 0; run + 1 < runs.length; run += 2) {
    const [first = 0, count = 0] = [runs[run], runs[run + 1]];
    if (position + count * width > data.length) throw damagedPdf();
    budget.values -= count;
    if (budget.values < 0) throw damagedPdf();
    for (let index = 0; index < count; index++) {
      const type = typeWidth === 0 ? 1 : field(typeWidth);
      const [second, third] = [field(secondWidth), field(thirdWidth)];
      add(entries, first + index, entryOf(type, second, third));
    }
  }
  return { entries, trailer: dictionary };
}

function entryOf(type: number, second: number, third: number): PdfEntry {
  if (type === 0) return { kind: "free" };
  if (type === 1) return { kind: "at", offset: second, generation: third };
  if (type === 2) return { kind: "in", stream: second, index: third };
  throw damagedPdf();
}

function numbers(value: unknown): readonly number[] {
  const isCount = (each: unknown): each is number => typeof each === "number" && Number.isInteger(each) && each >= 0;
  if (!Array.isArray(value) || !value.every(isCount)) throw damagedPdf();
  return value;
}

/** No object is listed twice in one section. */
function add(entries: Map<number, PdfEntry>, number: number, entry: PdfEntry): void {
  if (entries.has(number) || (number === 0 && entry.kind !== "free")) throw damagedPdf();
  entries.set(number, entry);
}

/** In one section a table names as free what the stream beside it holds, for readers that do not know such streams. */
function merge(
  into: Map<number, PdfEntry>,
  from: ReadonlyMap<number, PdfEntry>,
  { isSameSection = false }: { readonly isSameSection?: boolean } = {},
): void {
  for (const [number, entry] of from) {
    const earlier = into.get(number) ?? { kind: "free" };
    if (earlier.kind === "free") into.set(number, entry);
    else if (!isSame(earlier, entry) && !(isSameSection && entry.kind === "free"))
      throw new RefusedFile(
        "it was changed after it was made, and the earlier version of what was changed is still in it",
        "open it, print it to a new PDF, and attach that",
      );
  }
}

function isSame(one: PdfEntry, other: PdfEntry): boolean {
  if (one.kind === "at")
    return other.kind === "at" && one.offset === other.offset && one.generation === other.generation;
  return one.kind === "in" && other.kind === "in" && one.stream === other.stream && one.index === other.index;
}
