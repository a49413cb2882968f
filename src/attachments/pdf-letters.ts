import { Encodings, Font, type IFontNames } from "@pdf-lib/standard-fonts";
import type { Matrix } from "./dots.ts";
import type { PdfFile } from "./pdf-file.ts";
import { forEachOperator } from "./pdf-operators.ts";
import {
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  streamOf,
  stringOf,
} from "./pdf-syntax.ts";

/** A letter of a string that a page shows; its measures are parts of the size of the letters. */
interface Letter {
  readonly width: number;
  /** Whether it is the one byte that the space between words is added to. */
  readonly isSpace: boolean;
  /** Whether it is, or may be, a letter or a digit. */
  readonly isWord: boolean;
}

/** What must be known of a font to tell where its letters are. */
export interface Letters {
  readonly of: (text: string) => readonly Letter[];
  /** From where to where a letter goes, up from the line that it is on. */
  readonly bottom: number;
  readonly top: number;
}

/** Gives the bytes of a stream, without its filters. */
export type Decode = (stream: PdfStream) => Uint8Array | undefined;

/**
 * From the line up to the height of capitals: a box that hides that of a letter hides the letter, whatever is seen of
 * its tail.
 */
const [BOTTOM, TOP] = [0, 0.7];
const MOST_CODES = 200_000;

/** The letters of a font that is not known. */
export const anyLetters: Letters = {
  of: (text) => Array.from(text, () => ({ width: 0.5, isSpace: false, isWord: true })),
  bottom: BOTTOM,
  top: TOP,
};

/** Reads what must be known of a font (ISO 32000-1, 9.6 and 9.7). */
export function readLetters(font: PdfDictionary, { resolve }: PdfFile, decode: Decode): Letters {
  const subtype = nameOf(resolve(font.get("Subtype")));
  const spelt = readSpelling(streamOf(resolve(font.get("ToUnicode"))), decode);
  if (subtype === "Type0") {
    const widthOf = compositeWidths(font, resolve);
    const isVertical = nameOf(resolve(font.get("Encoding")))?.endsWith("-V") === true;
    const letter = (code: number): Letter => ({
      width: isVertical ? 1 : widthOf(code),
      isSpace: false,
      isWord: isWordLike(spelt.get(code)),
    });
    return { of: (text) => pairs(text).map(letter), bottom: BOTTOM, top: TOP };
  }
  const widthOf = simpleWidths(font, resolve);
  const differences = differencesOf(font, resolve);
  const letter = (code: number): Letter => ({
    width: widthOf(code),
    isSpace: code === 32,
    isWord: spelt.has(code) ? isWordLike(spelt.get(code)) : isWordIn(differences.get(code), code),
  });
  const known = Array.from({ length: 256 }, (_, code) => letter(code));
  const of = (text: string): readonly Letter[] =>
    Array.from(text, (character) => known[character.charCodeAt(0) & 255] ?? letter(0));
  return subtype === "Type3" ? { of, ...heightOfType3(font, resolve) } : { of, bottom: BOTTOM, top: TOP };
}

type Resolve = PdfFile["resolve"];

function isWordLike(spelling: string | undefined): boolean {
  return spelling === undefined || /[\p{L}\p{N}\p{Co}]/u.test(spelling);
}

const NO_WORDS = new Set(
  `.notdef space nbspace nonbreakingspace uni00A0 bullet period comma hyphen minus underscore endash emdash colon semicolon
   periodcentered ellipsis quoteleft quoteright quotedblleft quotedblright parenleft parenright slash bar asterisk`.split(
    /\s+/,
  ),
);
const WINDOWS = new TextDecoder("windows-1252");

function isWordIn(glyph: string | undefined, code: number): boolean {
  if (glyph !== undefined) return !NO_WORDS.has(glyph);
  return code < 32 || isWordLike(WINDOWS.decode(Uint8Array.of(code)));
}

function pairs(text: string): readonly number[] {
  return Array.from(
    { length: text.length >> 1 },
    (_, index) => text.charCodeAt(2 * index) * 256 + text.charCodeAt(2 * index + 1),
  );
}

function numbersIn(value: PdfValue, resolve: Resolve): readonly number[] {
  return Array.isArray(value) ? value.map((each) => numberOf(resolve(each)) ?? 0) : [];
}

function numberOf(value: PdfValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The widths of a font of single bytes; those of the standard fonts need not be in the file (9.6.2.2). */
function simpleWidths(font: PdfDictionary, resolve: Resolve): (code: number) => number {
  const widths = numbersIn(resolve(font.get("Widths")), resolve);
  const first = numberOf(resolve(font.get("FirstChar"))) ?? 0;
  const descriptor = entriesOf(resolve(font.get("FontDescriptor")));
  const missing = numberOf(resolve(descriptor?.get("MissingWidth"))) ?? 0;
  const [scale = 0.001] =
    nameOf(resolve(font.get("Subtype"))) === "Type3" ? numbersIn(resolve(font.get("FontMatrix")), resolve) : [];
  if (widths.length > 0) return (code) => (widths[code - first] ?? missing) * scale;
  const standard = standardFont(nameOf(resolve(font.get("BaseFont"))) ?? "");
  return (code) => {
    const [point = 0] = Array.from(WINDOWS.decode(Uint8Array.of(code)), (character) => character.codePointAt(0));
    if (!Encodings.WinAnsi.canEncodeUnicodeCodePoint(point ?? 0)) return 0.5;
    return (standard.getWidthOfGlyph(Encodings.WinAnsi.encodeUnicodeCodePoint(point ?? 0).name) ?? 500) / 1000;
  };
}

const TIMES: readonly IFontNames[] = ["Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"];
const HELVETICA: readonly IFontNames[] = ["Helvetica", "Helvetica-Bold"];
const loaded = new Map<IFontNames, Font>();

/** The standard font of a name, or the one that is most like it. */
function standardFont(name: string): Font {
  const isBold = /bold|black|heavy/i.test(name) ? 1 : 0;
  const isTimes = /times|roman|serif|georgia|garamond|cambria/i.test(name);
  const style = isTimes && /italic|oblique/i.test(name) ? isBold + 2 : isBold;
  const nearest = /courier|mono/i.test(name) ? "Courier" : ((isTimes ? TIMES : HELVETICA)[style] ?? "Helvetica");
  const font = loaded.get(nearest) ?? Font.load(nearest);
  loaded.set(nearest, font);
  return font;
}

/** The widths of a font of several bytes for each letter (9.7.4.3). */
function compositeWidths(font: PdfDictionary, resolve: Resolve): (code: number) => number {
  const [below] = [resolve(font.get("DescendantFonts"))].flat();
  const descendant = entriesOf(resolve(below ?? null)) ?? new Map<string, PdfValue>();
  const otherwise = numberOf(resolve(descendant.get("DW"))) ?? 1000;
  const list = resolve(descendant.get("W"));
  const widths = new Map<number, number>();
  const parts = Array.isArray(list) ? list.map((part) => resolve(part)) : [];
  for (let index = 0; index + 1 < parts.length && widths.size < MOST_CODES; ) {
    const [first, second, third] = [numberOf(parts[index]) ?? 0, parts[index + 1], numberOf(parts[index + 2])];
    if (Array.isArray(second)) {
      for (const [offset, width] of numbersIn(second, resolve).entries()) widths.set(first + offset, width);
      index += 2;
    } else {
      const last = Math.min(numberOf(second) ?? 0, first + 65_535);
      for (let code = first; code <= last; code++) widths.set(code, third ?? otherwise);
      index += 3;
    }
  }
  return (code) => (widths.get(code) ?? otherwise) / 1000;
}

/** The names of letters by which a font's codes differ from those of its encoding (9.6.6). */
function differencesOf(font: PdfDictionary, resolve: Resolve): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const list = resolve(entriesOf(resolve(font.get("Encoding")))?.get("Differences"));
  let code = 0;
  for (const each of Array.isArray(list) ? list : []) {
    const value = resolve(each);
    if (typeof value === "number") code = value;
    else names.set(code++, nameOf(value) ?? "");
  }
  return names;
}

/** Letters of a font that is drawn have the height that their box has (9.6.5). */
function heightOfType3(font: PdfDictionary, resolve: Resolve): Pick<Letters, "bottom" | "top"> {
  const [, bottom = 0, , top = 0] = numbersIn(resolve(font.get("FontBBox")), resolve);
  const matrix: Matrix | readonly number[] = numbersIn(resolve(font.get("FontMatrix")), resolve);
  const scale = matrix[3] ?? 0.001;
  const heights = [bottom * scale, top * scale].sort((one, other) => one - other);
  const [low = 0, high = 0] = heights;
  return high - low > 0.1 && high - low < 10 ? { bottom: low, top: high } : { bottom: BOTTOM, top: TOP };
}

/** What codes spell for a reader that copies them (9.10.3). */
function readSpelling(map: PdfStream | undefined, decode: Decode): ReadonlyMap<number, string> {
  const spelt = new Map<number, string>();
  const bytes = map === undefined ? undefined : decode(map);
  if (bytes === undefined) return spelt;
  const spell = (code: number, target: PdfValue | undefined, offset: number): void => {
    const units = pairs(stringOf(target) ?? "");
    const last = (units.at(-1) ?? 0) + offset;
    if (spelt.size < MOST_CODES) spelt.set(code, String.fromCharCode(...units.slice(0, -1), last));
  };
  forEachOperator(bytes, (operator, operands) => {
    if (operator === "endbfchar")
      for (let index = 0; index + 1 < operands.length; index += 2)
        spell(codeOf(operands[index]), operands[index + 1], 0);
    if (operator !== "endbfrange") return true;
    for (let index = 0; index + 2 < operands.length; index += 3) {
      const [first, last, target] = [codeOf(operands[index]), codeOf(operands[index + 1]), operands[index + 2]];
      for (let code = first; code <= Math.min(last, first + 65_535); code++)
        if (Array.isArray(target)) spell(code, target[code - first], 0);
        else spell(code, target, code - first);
    }
    return true;
  });
  return spelt;
}

function codeOf(value: PdfValue | undefined): number {
  return Array.from(stringOf(value) ?? "").reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}
