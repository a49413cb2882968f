import { hasAt } from "./byte-sequences.ts";
import { readObject } from "./pdf-object.ts";
import { type Extent, readRevisions } from "./pdf-revisions.ts";
import { decodeStream } from "./pdf-stream.ts";
import {
  type Budget,
  type Cursor,
  damagedPdf,
  isWhite,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  readInteger,
  readValue,
  referenceOf,
  skipKeyword,
  skipLine,
  skipSpace,
  streamOf,
} from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** All that object streams may hold together: a few bytes of Flate can make gigabytes. */
const MAX_DECODED = 32 * 1024 * 1024;
const MAX_VALUES = 4_000_000;
/** Comments between objects tell the version and the program; more of them could hold anything. */
const MAX_COMMENTS = 4096;

/** A PDF that was read to its end. */
export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** Every object, whether something refers to it or not. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** The value itself, or what a reference leads to. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
}

/**
 * Reads every object of a PDF. Throws `RefusedFile` where one is not where the cross-references say, where they leave
 * out something that is in the file, or where an object was replaced in a later revision.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  if (!hasAt(bytes, 0, "%PDF-"))
    throw new RefusedFile("it is not a PDF as its name says", "save or print it as PDF, and attach that");
  const budget = { values: MAX_VALUES, decoded: MAX_DECODED };
  const { entries, trailer, extents: sections } = readRevisions(bytes, budget);
  const objects = new Map<number, PdfValue>();
  const extents = new Map<number, Extent>(sections.map((extent) => [extent.start, extent]));
  const streams = new Map<number, PdfStream>();
  const lengthOf = (length: PdfValue): number | undefined => {
    if (typeof length === "number") return length;
    const entry = entries.get(referenceOf(length)?.number ?? 0);
    const value = entry?.kind === "at" ? readObject(bytes, entry.offset, budget, () => undefined).value : undefined;
    return typeof value === "number" ? value : undefined;
  };
  for (const [number, entry] of entries) {
    if (entry.kind !== "at") continue;
    const object = readObject(bytes, entry.offset, budget, lengthOf);
    if (object.number !== number || object.generation !== entry.generation) throw damagedPdf();
    extents.set(object.start, object);
    objects.set(number, object.value);
    const stream = streamOf(object.value);
    if (nameOf(stream?.dictionary.get("Type")) === "ObjStm" && stream !== undefined) streams.set(number, stream);
  }
  for (const [stream, { dictionary, start, end }] of streams) {
    const decoded = decodeStream(dictionary, bytes.subarray(start, end), budget);
    for (const [index, [number, value]] of unpack(dictionary, decoded, budget).entries()) {
      const entry = entries.get(number);
      if (entry?.kind !== "in" || entry.stream !== stream || entry.index !== index) throw leftOver();
      objects.set(number, value);
    }
  }
  for (const [number, entry] of entries) if (entry.kind !== "free" && !objects.has(number)) throw damagedPdf();
  checkGaps(bytes, budget, [...extents.values()]);
  return { trailer, objects, resolve: (value) => resolve(objects, value) };
}

function leftOver(): RefusedFile {
  return new RefusedFile(
    "parts of an earlier version, or other parts that no reader sees, are left in it",
    "open it, print it to a new PDF, and attach that",
  );
}

function resolve(objects: ReadonlyMap<number, PdfValue>, value: PdfValue | undefined): PdfValue {
  let found: PdfValue = value ?? null;
  for (let hops = 0; hops < 10; hops++) {
    const reference = referenceOf(found);
    if (reference === undefined) return found;
    found = objects.get(reference.number) ?? null;
  }
  throw damagedPdf();
}

/** The objects of an object stream, in their order; they must fill it (ISO 32000-1, 7.5.7). */
function unpack(
  dictionary: PdfDictionary,
  decoded: Uint8Array,
  budget: Budget,
): readonly (readonly [number, PdfValue])[] {
  const [count, first] = [dictionary.get("N"), dictionary.get("First")];
  if (typeof count !== "number" || typeof first !== "number" || count > decoded.length) throw damagedPdf();
  const header = { bytes: decoded.subarray(0, first), budget, position: 0 };
  const places = Array.from({ length: count }, () => [readInteger(header), readInteger(header)] as const);
  const body: Cursor = { bytes: decoded, budget, position: first };
  const objects = places.map(([number, offset]) => {
    const from = body.position;
    skipSpace(body);
    if (first + offset < from || first + offset > body.position) throw leftOver();
    return [number, readValue(body)] as const;
  });
  skipSpace(body);
  if (body.position < decoded.length) throw leftOver();
  return objects;
}

/** Between objects and sections there is only white space, short comments, and the pointers to sections. */
function checkGaps(bytes: Uint8Array, budget: Budget, extents: readonly Extent[]): void {
  let position = 0;
  let comments = 0;
  for (const { start, end } of [
    ...extents.toSorted((one, other) => one.start - other.start),
    { start: bytes.length, end: bytes.length },
  ]) {
    if (start < position) throw damagedPdf();
    const cursor: Cursor = { bytes: bytes.subarray(0, start), budget, position };
    for (;;) {
      while (isWhite(cursor.bytes[cursor.position])) cursor.position++;
      if (cursor.position >= start) break;
      const from = cursor.position;
      if (bytes[from] === 0x25) {
        skipLine(cursor);
        comments += cursor.position - from;
        if (comments > MAX_COMMENTS) throw leftOver();
      } else if (skipKeyword(cursor, "startxref")) readInteger(cursor);
      else throw leftOver();
    }
    position = end;
  }
}
