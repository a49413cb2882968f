import { inflateSync } from "node:zlib";
import { damagedPdf, entriesOf, nameOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** How many bytes streams may still be decoded to. */
export interface DecodingBudget {
  decoded: number;
}

/** The bytes of a stream, without the filters that can be undone. */
export interface Unwrapped {
  /**
   * Undone as far as it goes: what the codec reads, or the bytes themselves with the predictor of `parameters` in them.
   */
  readonly data: Uint8Array;
  readonly parameters: PdfDictionary | undefined;
  /** A codec of pictures, which is not undone. */
  readonly codec?: string;
  /** The one filter is Flate, and these are the bytes in the file, to the end of the deflate stream and not beyond. */
  readonly deflated?: Uint8Array;
  /** There was no filter. */
  readonly isPlain: boolean;
}

/** What one stream may hold: a page in colours, scanned at the size of A2. */
const MAX_STREAM = 512 * 1024 * 1024;
const CODECS = new Set(["DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"]);
const SHORT_NAMES = new Map(
  Object.entries({
    AHx: "ASCIIHexDecode",
    A85: "ASCII85Decode",
    LZW: "LZWDecode",
    Fl: "FlateDecode",
    RL: "RunLengthDecode",
    CCF: "CCITTFaxDecode",
    DCT: "DCTDecode",
  }),
);

/**
 * Undoes the filters of a stream (ISO 32000-1, 7.4), so that nothing after the end of its data is left. Throws
 * `RefusedFile` where a filter is not known or the data are broken, and where they make more than the budget allows.
 */
export function unwrap(
  dictionary: PdfDictionary,
  encoded: Uint8Array,
  resolve: (value: PdfValue | undefined) => PdfValue,
  budget: DecodingBudget,
): Unwrapped {
  const list = (value: PdfValue): readonly PdfValue[] => (Array.isArray(value) ? value : value === null ? [] : [value]);
  const filters = list(resolve(dictionary.get("Filter"))).map((filter) => nameOf(resolve(filter)) ?? "");
  const given = list(resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP")));
  if (dictionary.has("F")) throw new RefusedFile("parts of it are in other files", PRINT);
  let data = encoded;
  for (const [index, filter] of filters.entries()) {
    const name = SHORT_NAMES.get(filter) ?? filter;
    const isLast = index === filters.length - 1;
    const parameters = entriesOf(resolve(given[index]));
    if (CODECS.has(name)) {
      if (!isLast) throw damagedPdf();
      return { data, parameters, codec: name, isPlain: false };
    }
    const { output, end } = undo(name, data, budget.decoded, resolve(parameters?.get("EarlyChange")) !== 0);
    budget.decoded -= output.length;
    if (isLast) {
      const deflated = filters.length === 1 && name === "FlateDecode" ? data.subarray(0, end) : undefined;
      const hasPredictor = name === "FlateDecode" || name === "LZWDecode";
      const kept = { data: output, parameters: hasPredictor ? parameters : undefined, isPlain: false };
      return deflated === undefined ? kept : { ...kept, deflated };
    }
    data = parameters === undefined ? output : unpredict(output, parameters, resolve);
  }
  budget.decoded -= data.length;
  if (budget.decoded < 0) throw tooMuch();
  return { data, parameters: undefined, isPlain: true };
}

const PRINT = "open it, print it to a new PDF, and attach that";

function tooMuch(): RefusedFile {
  return new RefusedFile(
    "what is drawn on its pages takes too much memory to check",
    "print it to a new PDF, or attach it in parts",
  );
}

interface Undone {
  readonly output: Uint8Array;
  /** Where the data end in the input. */
  readonly end: number;
}

function undo(filter: string, input: Uint8Array, limit: number, isEarly: boolean): Undone {
  if (filter === "FlateDecode") return inflate(input, limit);
  if (filter === "LZWDecode") return { output: undoLzw(input, limit, isEarly), end: input.length };
  if (filter === "ASCII85Decode") return { output: undoAscii85(input), end: input.length };
  if (filter === "ASCIIHexDecode") return { output: undoAsciiHex(input), end: input.length };
  if (filter === "RunLengthDecode") return { output: undoRunLength(input, limit), end: input.length };
  throw damagedPdf();
}

function inflate(input: Uint8Array, limit: number): Undone {
  if (input.length === 0) return { output: input, end: 0 };
  try {
    const result: unknown = inflateSync(input, {
      info: true,
      chunkSize: 1 << 20,
      maxOutputLength: Math.max(Math.min(limit, MAX_STREAM), 1),
    });
    const engine = propertyOf(result, "engine");
    const [output, end] = [propertyOf(result, "buffer"), propertyOf(engine, "bytesWritten")];
    if (output instanceof Uint8Array && typeof end === "number") return { output, end };
  } catch (error) {
    if (propertyOf(error, "code") === "ERR_BUFFER_TOO_LARGE") throw tooMuch();
  }
  throw damagedPdf();
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13) || byte === 0;

function undoAsciiHex(input: Uint8Array): Uint8Array {
  const output = new Uint8Array(Math.ceil(input.length / 2));
  let digits = 0;
  for (const byte of input) {
    if (isSpace(byte)) continue;
    if (byte === 0x3e) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) throw damagedPdf();
    const index = digits >> 1;
    output[index] = digits++ % 2 === 0 ? digit * 16 : (output[index] ?? 0) + digit;
  }
  return output.subarray(0, (digits + 1) >> 1);
}

function undoAscii85(input: Uint8Array): Uint8Array {
  const output = new Uint8Array(input.length * 4);
  let length = 0;
  let digits: number[] = [];
  const flush = (count: number): void => {
    let number = 0;
    for (let index = 0; index < 5; index++) number = number * 85 + (digits[index] ?? 84);
    if (number > 0xffffffff) throw damagedPdf();
    for (let index = 0; index < count; index++) output[length++] = Math.floor(number / 256 ** (3 - index)) % 256;
    digits = [];
  };
  for (const byte of input) {
    if (isSpace(byte)) continue;
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits.length === 0) length += 4;
    else if (byte < 0x21 || byte > 0x75) throw damagedPdf();
    else if (digits.push(byte - 0x21) === 5) flush(4);
  }
  if (digits.length === 1) throw damagedPdf();
  if (digits.length > 0) flush(digits.length - 1);
  return output.subarray(0, length);
}

function undoRunLength(input: Uint8Array, limit: number): Uint8Array {
  const run = (position: number): { readonly count: number; readonly next: number } | undefined => {
    const code = input[position] ?? 128;
    if (code === 128) return undefined;
    return code < 128 ? { count: code + 1, next: position + code + 2 } : { count: 257 - code, next: position + 2 };
  };
  let length = 0;
  for (let position = 0, found = run(0); found !== undefined; position = found.next, found = run(position))
    length += found.count;
  if (length > limit) throw tooMuch();
  const output = new Uint8Array(length);
  let written = 0;
  for (let position = 0, found = run(0); found !== undefined; position = found.next, found = run(position)) {
    const isRepeated = found.next === position + 2 && (input[position] ?? 0) > 128;
    if (isRepeated) output.fill(input[position + 1] ?? 0, written, written + found.count);
    else output.set(input.subarray(position + 1, found.next), written);
    written += found.count;
  }
  return output;
}

/**
 * Codes of 9 to 12 bits (ISO 32000-1, 7.4.4). With `isEarly`, as is usual, their width grows one code before it must.
 */
function undoLzw(input: Uint8Array, limit: number, isEarly: boolean): Uint8Array {
  const [CLEAR, END] = [256, 257];
  // What a code stands for was put out before, one byte longer than what came before it.
  const [starts, lengths] = [new Uint32Array(4096), new Uint32Array(4096)];
  let output = new Uint8Array(Math.min(limit, input.length * 4) + 4096);
  let [written, known, width, bits, held] = [0, 258, 9, 0, 0];
  let [lastStart, lastLength] = [0, 0];
  for (const byte of input) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = held >> bits;
    held &= (1 << bits) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      [known, width, lastLength] = [258, 9, 0];
      continue;
    }
    if (code > known || (code === known && lastLength === 0)) throw damagedPdf();
    const isNew = code === known;
    const length = code < 256 ? 1 : isNew ? lastLength + 1 : (lengths[code] ?? 0);
    const from = isNew ? lastStart : (starts[code] ?? 0);
    if (written + length > limit) throw tooMuch();
    if (written + length > output.length) {
      const larger = new Uint8Array(Math.min(limit, output.length * 2) + 4096);
      larger.set(output);
      output = larger;
    }
    for (let index = 0; index < length; index++)
      output[written + index] = code < 256 ? code : (output[from + index] ?? 0);
    if (lastLength > 0 && known < 4096) {
      starts[known] = lastStart;
      lengths[known++] = lastLength + 1;
    }
    [lastStart, lastLength] = [written, length];
    written += length;
    const next = known + (isEarly ? 1 : 0);
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return output.subarray(0, written);
}

/** Undoes a predictor (ISO 32000-1, 7.4.4.4), one of PNG rows or none; throws `RefusedFile` at any other. */
export function unpredict(
  bytes: Uint8Array,
  parameters: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = resolve(parameters.get(key)) ?? otherwise;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 1) throw damagedPdf();
    return value;
  };
  const predictor = number("Predictor", 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw damagedPdf();
  const pixel = number("Colors", 1) * number("BitsPerComponent", 8);
  return undoPngRows(bytes, Math.ceil((number("Columns", 1) * pixel) / 8), Math.ceil(pixel / 8));
}

/** Undoes the filters of PNG rows (ISO/IEC 15948, 9). */
function undoPngRows(bytes: Uint8Array, columns: number, pixel: number): Uint8Array {
  if (bytes.length % (columns + 1) !== 0) throw damagedPdf();
  const rows = bytes.length / (columns + 1);
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const type = bytes[row * (columns + 1)] ?? 0;
    if (type > 4) throw damagedPdf();
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      const left = column >= pixel ? (plain[start + column - pixel] ?? 0) : 0;
      const up = row > 0 ? (plain[start + column - columns] ?? 0) : 0;
      const corner = row > 0 && column >= pixel ? (plain[start + column - columns - pixel] ?? 0) : 0;
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0;
      plain[start + column] = raw + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][type] ?? 0);
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
