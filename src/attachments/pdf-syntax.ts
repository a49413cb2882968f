import { hasAt, latin1 } from "./byte-sequences.ts";
import { RefusedFile } from "./refused-file.ts";

interface PdfName {
  readonly kind: "name";
  readonly name: string;
}
export interface PdfReference {
  readonly kind: "reference";
  readonly number: number;
  readonly generation: number;
}
export interface PdfString {
  readonly kind: "string";
  readonly text: string;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
/** `start` and `end` are where its bytes, still encoded, are in the file. */
export interface PdfStream {
  readonly kind: "stream";
  readonly dictionary: PdfDictionary;
  readonly start: number;
  readonly end: number;
}
/** An object of a PDF (ISO 32000-1, 7.3). */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfStream
  | PdfDictionary
  | readonly PdfValue[];

/** How many values may still be made of a file, so that a small one cannot fill the memory. */
export interface Budget {
  values: number;
  /** Bytes that streams may still be decoded to. */
  decoded: number;
}

/** Where reading is. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  position: number;
}

const MAX_DEPTH = 100;
const WHITE = new Uint8Array(256);
const DELIMITER = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) WHITE[byte] = 1;
for (const character of "()<>[]{}/%") DELIMITER[character.charCodeAt(0)] = 1;

/** The refusal of a PDF whose structure cannot be followed. */
export function damagedPdf(): RefusedFile {
  return new RefusedFile(
    "it is damaged: its parts are not where it says they are",
    "open it, print it to a new PDF, and attach that",
  );
}

/** Whether a byte is white space; at the end of the bytes it is not. */
export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && WHITE[byte] === 1;
}

/** Moves over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    while (isWhite(cursor.bytes[cursor.position])) cursor.position++;
    if (cursor.bytes[cursor.position] !== 0x25) return;
    skipLine(cursor);
  }
}

/** Moves to the next line end. */
export function skipLine(cursor: Cursor): void {
  for (let byte = cursor.bytes[cursor.position]; byte !== undefined && byte !== 10 && byte !== 13; ) {
    byte = cursor.bytes[++cursor.position];
  }
}

/** Moves over a keyword if it is next, and says whether it did. */
export function skipKeyword(cursor: Cursor, keyword: string): boolean {
  if (!hasAt(cursor.bytes, cursor.position, keyword)) return false;
  const after = cursor.bytes[cursor.position + keyword.length];
  if (after !== undefined && WHITE[after] !== 1 && DELIMITER[after] !== 1) return false;
  cursor.position += keyword.length;
  return true;
}

/** Reads a whole number without sign, or throws `RefusedFile`. */
export function readInteger(cursor: Cursor): number {
  skipSpace(cursor);
  const token = readToken(cursor);
  if (!/^\d{1,15}$/.test(token)) throw damagedPdf();
  return Number(token);
}

/** Reads the value that is next; throws `RefusedFile` where there is none. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > MAX_DEPTH) throw damagedPdf();
  if (--cursor.budget.values < 0)
    throw new RefusedFile("it has too many parts to check", "print it to a new PDF, or attach it in parts");
  skipSpace(cursor);
  const { bytes, position } = cursor;
  switch (bytes[position]) {
    case 0x2f:
      cursor.position++;
      return { kind: "name", name: readName(cursor) };
    case 0x28:
      return readString(cursor);
    case 0x5b:
      return readArray(cursor, depth);
    case 0x3c:
      return bytes[position + 1] === 0x3c ? readDictionary(cursor, depth) : readHexString(cursor);
    default:
      return readWord(cursor);
  }
}

function readToken(cursor: Cursor): string {
  const start = cursor.position;
  for (let byte = cursor.bytes[start]; byte !== undefined && WHITE[byte] !== 1 && DELIMITER[byte] !== 1; ) {
    byte = cursor.bytes[++cursor.position];
  }
  return latin1(cursor.bytes.subarray(start, cursor.position));
}

/** A name can spell any of its characters as # and two digits, which must not hide it. */
function readName(cursor: Cursor): string {
  const token = readToken(cursor);
  if (!token.includes("#")) return token;
  return token.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function readString(cursor: Cursor): PdfString {
  const start = ++cursor.position;
  for (let depth = 1; depth > 0; cursor.position++) {
    const byte = cursor.bytes[cursor.position];
    if (byte === undefined) throw damagedPdf();
    if (byte === 0x5c) cursor.position++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29) depth--;
  }
  return { kind: "string", text: unescapeString(latin1(cursor.bytes.subarray(start, cursor.position - 1))) };
}

/** What a string between brackets spells (ISO 32000-1, 7.3.4.2): an escape must not hide a character. */
function unescapeString(text: string): string {
  if (!/[\\\r]/.test(text)) return text;
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S])|$)|\r\n?/g, (match, octal?: string, character?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (character === undefined) return match.startsWith("\\") ? "" : "\n";
    return ESCAPES.get(character) ?? character;
  });
}

const ESCAPES = new Map(Object.entries({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "" }));

function readHexString(cursor: Cursor): PdfString {
  const start = cursor.position + 1;
  const end = cursor.bytes.indexOf(0x3e, start);
  if (end === -1) throw damagedPdf();
  cursor.position = end + 1;
  const digits = latin1(cursor.bytes.subarray(start, end)).replace(/[\0\s]/g, "");
  if (!/^[0-9a-f]*$/i.test(digits)) throw damagedPdf();
  const text = digits.replace(/..?/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, "0"), 16)));
  return { kind: "string", text };
}

function readArray(cursor: Cursor, depth: number): readonly PdfValue[] {
  const values: PdfValue[] = [];
  cursor.position++;
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.position] === 0x5d) break;
    values.push(readValue(cursor, depth + 1));
  }
  cursor.position++;
  return values;
}

function readDictionary(cursor: Cursor, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  cursor.position += 2;
  for (;;) {
    skipSpace(cursor);
    if (hasAt(cursor.bytes, cursor.position, ">>")) break;
    if (cursor.bytes[cursor.position] !== 0x2f) throw damagedPdf();
    cursor.position++;
    const name = readName(cursor);
    if (entries.has(name)) throw damagedPdf();
    entries.set(name, readValue(cursor, depth + 1));
  }
  cursor.position += 2;
  return entries;
}

function readWord(cursor: Cursor): PdfValue {
  const token = readToken(cursor);
  if (token === "true" || token === "false") return token === "true";
  if (token === "null") return null;
  if (token.length > 64) throw damagedPdf();
  if (!/^[-+]*(?:\d+(?:\.\d*)?|\.\d+)(?:-\d*)?$/.test(token)) throw damagedPdf();
  return (
    (/^\d{1,10}$/.test(token) && readReference(cursor, Number(token))) ||
    Number.parseFloat(token.replace(/^[-+]*(?=[-+])/, ""))
  );
}

function readReference(cursor: Cursor, number: number): PdfReference | undefined {
  const start = cursor.position;
  skipSpace(cursor);
  const generation = readToken(cursor);
  skipSpace(cursor);
  if (/^\d{1,5}$/.test(generation) && skipKeyword(cursor, "R"))
    return { kind: "reference", number, generation: Number(generation) };
  cursor.position = start;
  return undefined;
}

/** The entries of a dictionary or of a stream's dictionary; undefined of every other value. */
export function entriesOf(value: PdfValue | undefined): PdfDictionary | undefined {
  return value instanceof Map ? value : streamOf(value)?.dictionary;
}

/** The name that a value is, or undefined. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "name"
    ? value.name
    : undefined;
}

/** The value where it is a stream, or undefined. */
export function streamOf(value: PdfValue | undefined): PdfStream | undefined {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "stream" ? value : undefined;
}

/** The value where it is a reference, or undefined. */
export function referenceOf(value: PdfValue | undefined): PdfReference | undefined {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "reference"
    ? value
    : undefined;
}

/** What a string spells, or undefined. */
export function stringOf(value: PdfValue | undefined): string | undefined {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "string"
    ? value.text
    : undefined;
}
