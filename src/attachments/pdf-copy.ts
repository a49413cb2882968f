import { zlibSync } from "fflate";
import { cleanJpeg } from "./jpeg.ts";
import { type Drawing, readDrawing } from "./pdf-content-stream.ts";
import type { PdfFile } from "./pdf-file.ts";
import { type DecodingBudget, unpredict, unwrap } from "./pdf-filters.ts";
import {
  damagedPdf,
  entriesOf,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
  referenceOf,
  streamOf,
} from "./pdf-syntax.ts";
import { type NewStream, type PdfWriter, pdfName } from "./pdf-writer.ts";
import { RefusedFile } from "./refused-file.ts";

/** A PDF and the new one that is written of it. */
export interface Copying {
  readonly bytes: Uint8Array;
  readonly file: PdfFile;
  readonly out: PdfWriter;
  readonly budget: CopyingBudget;
  /** The object of the new file for an object of the old, copied in one way; it is copied when its turn comes. */
  readonly copyOnce: (reference: PdfReference, copy: CopyObject) => PdfReference;
  /** The same where it was copied, else undefined. */
  readonly copyOf: (reference: PdfReference | undefined, copy: CopyObject) => PdfReference | undefined;
  /** Copies all whose turn has not come. */
  readonly copyWaiting: () => void;
  /** Content streams that were read, by where they start. */
  readonly drawings: Map<number, CopiedDrawing>;
}

interface CopyingBudget {
  values: number;
  readonly pictures: DecodingBudget;
  readonly drawings: DecodingBudget;
}

/** Gives what is kept of a value that is part of an object; null, where that is nothing. */
export type Copy = (value: PdfValue | undefined, copying: Copying) => PdfValue;

/** Gives what is kept of an object. */
export type CopyObject = (value: PdfValue, copying: Copying) => PdfValue | NewStream;

const MAX_VALUES = 4_000_000;
const MAX_PICTURES = 2 ** 31 - 1;
const MAX_DRAWINGS = 128 * 1024 * 1024;

/** Begins to copy a PDF into a new one. */
export function copyPdf(bytes: Uint8Array, file: PdfFile, out: PdfWriter): Copying {
  const copies = new Map<CopyObject, Map<number, PdfReference>>();
  const waiting: (readonly [PdfReference, PdfValue, CopyObject])[] = [];
  const copying: Copying = {
    bytes,
    file,
    out,
    budget: { values: MAX_VALUES, pictures: { decoded: MAX_PICTURES }, drawings: { decoded: MAX_DRAWINGS } },
    copyOnce: (reference, copy) => {
      const known = copying.copyOf(reference, copy);
      if (known !== undefined) return known;
      const made = out.reserve();
      const ofKind = copies.get(copy) ?? new Map<number, PdfReference>();
      copies.set(copy, ofKind.set(reference.number, made));
      waiting.push([made, file.resolve(reference), copy]);
      return made;
    },
    copyOf: (reference, copy) => (reference === undefined ? undefined : copies.get(copy)?.get(reference.number)),
    drawings: new Map(),
    copyWaiting: () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [made, value, copy] = next;
        out.fill(made, copy(value, copying));
      }
    },
  };
  return copying;
}

function spend({ budget }: Copying): void {
  if (--budget.values < 0)
    throw new RefusedFile("it has too many parts to check", "print it to a new PDF, or attach it in parts");
}

/** Numbers, names, and lists of them. */
export const plain: Copy = (value, copying) => leaf(value, copying, false);

/** The same, and strings. */
export const text: Copy = (value, copying) => leaf(value, copying, true);

function leaf(value: PdfValue | undefined, copying: Copying, hasText: boolean): PdfValue {
  spend(copying);
  const found = copying.file.resolve(value);
  if (found === null || typeof found !== "object") return found;
  if (Array.isArray(found)) return found.map((each) => leaf(each, copying, hasText));
  if (!("kind" in found)) return null;
  return found.kind === "name" || (hasText && found.kind === "string") ? found : null;
}

/** A value that is written where it is, or that is an object of its own, if it is one in the old file. */
export function object(copy: CopyObject): Copy {
  return (value, copying) => {
    const reference = referenceOf(value);
    if (reference !== undefined)
      return copying.file.resolve(reference) === null ? null : copying.copyOnce(reference, copy);
    if (value === undefined || value === null) return null;
    spend(copying);
    const copied = copy(value, copying);
    if (isNewStream(copied)) throw damagedPdf();
    return copied;
  };
}

function isNewStream(value: PdfValue | NewStream): value is NewStream {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "new stream";
}

/** A list of such values, which may be an object of its own. */
export function listOf(copy: Copy): Copy {
  return (value, copying) => {
    const found = copying.file.resolve(value);
    return Array.isArray(found) ? found.map((each) => copy(each, copying)) : null;
  };
}

/** A dictionary of any keys. */
export function namedOf(copy: Copy): Copy {
  return (value, copying) => {
    const entries = entriesOf(copying.file.resolve(value));
    return entries === undefined ? null : new Map([...entries].map(([key, each]) => [key, copy(each, copying)]));
  };
}

/** What is kept of a dictionary: the keys of the table alone, as far as they hold what they should. */
export function entriesFor(
  entries: PdfDictionary,
  table: Readonly<Record<string, Copy>>,
  copying: Copying,
): Map<string, PdfValue> {
  const kept = new Map<string, PdfValue>();
  for (const [key, copy] of Object.entries(table)) {
    if (!entries.has(key)) continue;
    const value = copy(entries.get(key), copying);
    if (value !== null) kept.set(key, value);
  }
  return kept;
}

/** A table of dictionaries in which every one of these keys holds numbers and names. */
export function plainKeys(keys: string): Readonly<Record<string, Copy>> {
  return Object.fromEntries(keys.split(" ").map((key) => [key, plain]));
}

/** The same of keys that can hold strings. */
export function textKeys(keys: string): Readonly<Record<string, Copy>> {
  return Object.fromEntries(keys.split(" ").map((key) => [key, text]));
}

/** A dictionary of these keys. */
export function dictionaryOf(table: () => Readonly<Record<string, Copy>>): CopyObject {
  let keys: Readonly<Record<string, Copy>> | undefined;
  return (value, copying) => {
    keys ??= table();
    return value instanceof Map ? entriesFor(value, keys, copying) : null;
  };
}

/** The same, or a stream with these keys. */
export function streamOrDictionaryOf(table: () => Readonly<Record<string, Copy>>): CopyObject {
  const copyDictionary = dictionaryOf(table);
  return (value, copying) => {
    const stream = streamOf(value);
    return stream === undefined
      ? copyDictionary(value, copying)
      : streamFor(stream, entriesFor(stream.dictionary, table(), copying), copying);
  };
}

const FILTER_PARAMETERS = {
  ...plainKeys("Predictor Colors BitsPerComponent Columns K EndOfLine EncodedByteAlign Rows EndOfBlock"),
  ...plainKeys("BlackIs1 DamagedRowsBeforeError ColorTransform"),
};

/**
 * A stream with these keys. What follows the end of its data is left out, or what goes beyond `length` when they are
 * decoded, and of JPEGs what `cleanJpeg` leaves out.
 */
export function streamFor(
  stream: PdfStream,
  entries: Map<string, PdfValue>,
  copying: Copying,
  length = Number.POSITIVE_INFINITY,
): NewStream {
  const { dictionary, start, end } = stream;
  const { resolve } = copying.file;
  const unwrapped = unwrap(dictionary, copying.bytes.subarray(start, end), resolve, copying.budget.pictures);
  const { codec, isPlain, parameters } = unwrapped;
  const isLonger = codec === undefined && unwrapped.data.length > length;
  const data = isLonger ? unwrapped.data.subarray(0, length) : unwrapped.data;
  const deflated = isLonger ? undefined : unwrapped.deflated;
  const put = (bytes: Uint8Array, filter: string): NewStream => {
    entries.set("Filter", pdfName(filter));
    const kept = entriesFor(parameters ?? new Map(), { ...FILTER_PARAMETERS, JBIG2Globals: object(copyData) }, copying);
    if (kept.size > 0) entries.set("DecodeParms", kept);
    return { kind: "new stream", dictionary: entries, data: bytes };
  };
  if (codec === "DCTDecode") return put(jpegOnly(data), codec);
  if (codec !== undefined) return put(data, codec);
  if (isPlain) return { kind: "new stream", dictionary: entries, data };
  return put(deflated ?? zlibSync(data), "FlateDecode");
}

/** A picture in a PDF is seen as its file is, so that what is after its end, and its properties, are not. */
function jpegOnly(bytes: Uint8Array): Uint8Array {
  try {
    return cleanJpeg(bytes).bytes;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw new RefusedFile("a picture in it is damaged", "open it, print it to a new PDF, and attach that");
  }
}

/** A stream of data that no part of the PDF is read from. */
const copyData: CopyObject = (value, copying) => {
  const stream = streamOf(value);
  return stream === undefined ? null : streamFor(stream, new Map(), copying);
};

/** A content stream as it is kept, and what it draws with. */
export interface CopiedDrawing {
  readonly drawing: Drawing;
  readonly stream: (entries: Map<string, PdfValue>) => NewStream;
}

/** Reads a content stream, and leaves its comments out. */
export function copyDrawing(stream: PdfStream, copying: Copying): CopiedDrawing {
  const { resolve } = copying.file;
  const known = copying.drawings.get(stream.start);
  if (known !== undefined) return known;
  const encoded = copying.bytes.subarray(stream.start, stream.end);
  const { data, codec, deflated, parameters } = unwrap(stream.dictionary, encoded, resolve, copying.budget.drawings);
  if (codec !== undefined) throw damagedPdf();
  const decoded = parameters === undefined ? data : unpredict(data, parameters, resolve);
  const drawing = readDrawing(decoded);
  const asItIs = drawing.withoutComments === undefined && parameters === undefined ? deflated : undefined;
  const copied: CopiedDrawing = {
    drawing,
    stream: (entries) => {
      entries.set("Filter", pdfName("FlateDecode"));
      const bytes = asItIs ?? zlibSync(drawing.withoutComments ?? decoded);
      return { kind: "new stream", dictionary: entries, data: bytes };
    },
  };
  copying.drawings.set(stream.start, copied);
  return copied;
}
