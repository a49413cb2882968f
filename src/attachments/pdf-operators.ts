import { latin1 } from "./byte-sequences.ts";
import { endOfInlinePicture } from "./pdf-content-stream.ts";
import { isWhite, type PdfDictionary, type PdfValue, readValue, skipSpace } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** A picture that is within a content stream. */
export interface InlinePicture {
  readonly dictionary: PdfDictionary;
  readonly data: Uint8Array;
}

/** Does what an operator says; gives false where nothing more is to be done. */
export type Operate = (operator: string, operands: readonly PdfValue[], picture?: InlinePicture) => boolean;

/** A map of characters has up to 100 ranges of three before one operator. */
const MOST_OPERANDS = 1000;
const MOST_VALUES = 50_000_000;

/**
 * Gives each operator of a content stream (ISO 32000-1, 7.8.2), or of a map of characters, with what is before it. What
 * cannot be read is passed over, as viewers do.
 */
export function forEachOperator(bytes: Uint8Array, operate: Operate): void {
  const cursor = { bytes, budget: { values: MOST_VALUES, decoded: 0 }, position: 0 };
  let operands: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    const { position } = cursor;
    const byte = bytes[position];
    if (byte === undefined) return;
    if (isNumeric(byte)) {
      const end = endOfWord(bytes, position);
      operands.push(numberIn(bytes, position, end));
      cursor.position = end;
    } else if (isLetter(byte)) {
      cursor.position = endOfWord(bytes, position);
      const word = latin1(bytes.subarray(position, Math.min(cursor.position, position + 32)));
      if (word === "true" || word === "false") {
        operands.push(word === "true");
        continue;
      }
      const picture = word === "BI" ? inlinePicture(bytes, cursor.position) : undefined;
      if (picture !== undefined) cursor.position = picture.end;
      if (!operate(word, operands, picture)) return;
      operands = [];
    } else {
      try {
        operands.push(readValue(cursor));
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error;
        cursor.position = Math.max(cursor.position, position + 1);
      }
    }
    if (operands.length > MOST_OPERANDS) operands.shift();
  }
}

const isNumeric = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x2b && byte <= 0x2e);
const isLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x27 || byte === 0x22;

function endOfWord(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  for (let byte = bytes[end]; byte !== undefined && !isWhite(byte) && !isDelimiter(byte); byte = bytes[++end]);
  return end;
}

function isDelimiter(byte: number): boolean {
  return "()<>[]{}/%".includes(String.fromCharCode(byte));
}

function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const value = Number.parseFloat(
    latin1(bytes.subarray(start, Math.min(end, start + 64))).replace(/^[-+]*(?=[-+])/, ""),
  );
  return Number.isFinite(value) ? value : 0;
}

function inlinePicture(bytes: Uint8Array, start: number): InlinePicture & { readonly end: number } {
  const { data, end } = endOfInlinePicture(bytes, start);
  const dictionary = new Map<string, PdfValue>();
  const cursor = { bytes: bytes.subarray(0, data), budget: { values: 1000, decoded: 0 }, position: start };
  try {
    for (skipSpace(cursor); cursor.bytes[cursor.position] === 0x2f; skipSpace(cursor)) {
      const key = readValue(cursor);
      const value = readValue(cursor);
      if (key !== null && typeof key === "object" && "kind" in key && key.kind === "name")
        dictionary.set(key.name, value);
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
  }
  return { dictionary, data: bytes.subarray(data, Math.max(data, end - 3)), end };
}
