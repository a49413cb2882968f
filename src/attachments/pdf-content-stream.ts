import { latin1 } from "./byte-sequences.ts";
import { damagedPdf } from "./pdf-syntax.ts";

/** The parts of a resource dictionary that content streams name (ISO 32000-1, 7.8.3). */
export type Resource = "ColorSpace" | "ExtGState" | "Font" | "Pattern" | "Properties" | "Shading" | "XObject";

/** What a content stream draws with. */
export interface Drawing {
  readonly names: ReadonlyMap<Resource, ReadonlySet<string>>;
  /** The marks by which the tags know its parts. */
  readonly marks: ReadonlySet<number>;
  /** Names for which an operator may come in the stream that follows. */
  readonly last: string | undefined;
  /** Its bytes without comments; undefined, where there are none. */
  readonly withoutComments: Uint8Array | undefined;
}

const OPERATORS: ReadonlyMap<string, Resource> = new Map(
  Object.entries({
    Do: "XObject",
    Tf: "Font",
    gs: "ExtGState",
    cs: "ColorSpace",
    CS: "ColorSpace",
    sh: "Shading",
    scn: "Pattern",
    SCN: "Pattern",
    BDC: "Properties",
    DP: "Properties",
  } as const),
);
/** So many different names and marks would fill the memory. */
const MOST_USES = 10_000_000;
const [WHITE, DELIMITER, REGULAR] = [1, 2, 0];
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = WHITE;
for (const character of "()<>[]{}/%") KIND[character.charCodeAt(0)] = DELIMITER;

/** Reads a content stream (ISO 32000-1, 7.8.2) as far as to know what it names. */
export function readDrawing(bytes: Uint8Array): Drawing {
  const names = new Map<Resource, Set<string>>();
  const marks = new Set<number>();
  let kept: Uint8Array | undefined;
  let [keptFrom, keptLength] = [0, 0];
  const keep = (end: number): void => {
    kept ??= new Uint8Array(bytes.length);
    kept.set(bytes.subarray(keptFrom, end), keptLength);
    keptLength += end - keptFrom;
  };
  let last: string | undefined;
  let isMark = false;
  let uses = 0;
  let position = 0;
  const use = (kind: Resource, name: string): void => {
    if (++uses > MOST_USES) throw damagedPdf();
    const known = names.get(kind);
    if (known === undefined) names.set(kind, new Set([name]));
    else known.add(name);
  };
  while (position < bytes.length) {
    const byte = bytes[position] ?? 0;
    if (KIND[byte] === WHITE) position++;
    else if (byte === 0x25) {
      keep(position);
      while (position < bytes.length && bytes[position] !== 10 && bytes[position] !== 13) position++;
      keptFrom = position;
    } else if (byte === 0x28) position = endOfString(bytes, position);
    else if (byte === 0x3c && bytes[position + 1] !== 0x3c) {
      while (position < bytes.length && bytes[position] !== 0x3e) position++;
      position++;
    } else if (byte === 0x2f) {
      const end = endOfToken(bytes, position + 1);
      const name = nameAt(bytes, position + 1, end);
      position = end;
      isMark = name === "MCID";
      if (!isMark) last = name;
    } else if (KIND[byte] === DELIMITER) position += byte === 0x3c ? 2 : 1;
    else {
      const end = endOfToken(bytes, position);
      const isNumber = byte < 0x40 && byte !== 0x27 && byte !== 0x22;
      if (isNumber) {
        if (isMark && ++uses > MOST_USES) throw damagedPdf();
        if (isMark) marks.add(Number(latin1(bytes.subarray(position, end))));
        isMark = false;
        position = end;
        continue;
      }
      const token = end - position > 5 ? "" : latin1(bytes.subarray(position, end));
      position = end;
      if (token === "true" || token === "false" || token === "null") continue;
      if (token === "BI") {
        const picture = endOfInlinePicture(bytes, position);
        for (const name of picture.names) use("ColorSpace", name);
        position = picture.end;
      }
      const kind = OPERATORS.get(token);
      if (kind !== undefined && last !== undefined) use(kind, last);
      last = undefined;
    }
  }
  if (kept !== undefined) keep(bytes.length);
  return { names, marks, last, withoutComments: kept?.subarray(0, keptLength) };
}

function endOfToken(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && KIND[bytes[end] ?? 0] === REGULAR) end++;
  return end;
}

function nameAt(bytes: Uint8Array, start: number, end: number): string {
  const token = latin1(bytes.subarray(start, end));
  if (!token.includes("#")) return token;
  return token.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function endOfString(bytes: Uint8Array, start: number): number {
  let position = start + 1;
  for (let depth = 1; depth > 0 && position < bytes.length; position++) {
    const byte = bytes[position];
    if (byte === 0x5c) position++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29) depth--;
  }
  return position;
}

/**
 * Where the data of a picture within a content stream, which is from `BI` to `EI` (8.9.7), and the picture itself end:
 * its bytes may hold anything, also what looks like its end.
 */
export function endOfInlinePicture(
  bytes: Uint8Array,
  start: number,
): { readonly names: readonly string[]; readonly data: number; readonly end: number } {
  const names: string[] = [];
  let position = start;
  while (position < bytes.length) {
    const byte = bytes[position] ?? 0;
    if (byte === 0x28) position = endOfString(bytes, position);
    else if (byte === 0x2f) {
      const end = endOfToken(bytes, position + 1);
      names.push(nameAt(bytes, position + 1, end));
      position = end;
    } else if (KIND[byte] !== REGULAR) position++;
    else {
      const end = endOfToken(bytes, position);
      const isData = end - position === 2 && byte === 0x49 && bytes[position + 1] === 0x44;
      position = end;
      if (isData) break;
    }
  }
  const data = position + 1;
  for (position++; position < bytes.length; position++) {
    if (bytes[position] !== 0x45 || bytes[position + 1] !== 0x49 || KIND[bytes[position - 1] ?? 0] !== WHITE) continue;
    if (isText(bytes.subarray(position + 2, position + 18))) return { names, data, end: position + 2 };
  }
  return { names, data, end: bytes.length };
}

/** What follows a picture are operators, which are written in ASCII. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length > 0 && KIND[bytes[0] ?? 0] !== WHITE) return false;
  return bytes.every((byte) => (byte >= 32 && byte < 127) || (KIND[byte] === WHITE && byte !== 0));
}
