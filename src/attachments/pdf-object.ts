import {
  type Budget,
  damagedPdf,
  isWhite,
  type PdfValue,
  readInteger,
  readValue,
  skipKeyword,
  skipSpace,
} from "./pdf-syntax.ts";

/** An object that is in the file by itself. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the object at an offset, `1 0 obj` to `endobj` (ISO 32000-1, 7.3.10). `lengthOf` gives the length that the
 * `Length` of a stream stands for. Throws `RefusedFile` where there is no such object, or its stream ends elsewhere.
 */
export function readObject(
  bytes: Uint8Array,
  offset: number,
  budget: Budget,
  lengthOf: (length: PdfValue) => number | undefined,
): PdfObject {
  const cursor = { bytes, budget, position: offset };
  skipSpace(cursor);
  const start = cursor.position;
  const number = readInteger(cursor);
  const generation = readInteger(cursor);
  skipSpace(cursor);
  if (!skipKeyword(cursor, "obj")) throw damagedPdf();
  let value = readValue(cursor);
  skipSpace(cursor);
  if (value instanceof Map && skipKeyword(cursor, "stream")) {
    if (bytes[cursor.position] === 13) cursor.position++;
    if (bytes[cursor.position] === 10) cursor.position++;
    const from = cursor.position;
    const length = lengthOf(value.get("Length") ?? null);
    if (length === undefined || !Number.isInteger(length) || length < 0 || from + length > bytes.length)
      throw damagedPdf();
    cursor.position = from + length;
    for (let spaces = 0; spaces < 2 && isWhite(bytes[cursor.position]); spaces++) cursor.position++;
    if (!skipKeyword(cursor, "endstream")) throw damagedPdf();
    value = { kind: "stream", dictionary: value, start: from, end: from + length };
    skipSpace(cursor);
  }
  if (!skipKeyword(cursor, "endobj")) throw damagedPdf();
  return { number, generation, value, start, end: cursor.position };
}
