import { createRequire } from "node:module";
import { openSync } from "fontkit";
import { describe, expect, it } from "vitest";
import { lacksInFonts, TEXT_RANGES } from "../src/interface/font-coverage.ts";
import { FONTS } from "../src/io/pdf-engine.ts";

const require = createRequire(import.meta.url);

/** Spaces, joiners and marks of layout, which the engine sets without a glyph. */
const WITHOUT_GLYPH = [
  0x9,
  0xa,
  0xad,
  0x2000,
  0x2001,
  0x2002,
  0x2003,
  0x2004,
  0x2005,
  0x2006,
  0x2008,
  0x200a,
  0x200c,
  0x200d,
  0x2011,
  0x2060,
  0x3000,
  ...Array.from({ length: 16 }, (_, index) => 0xfe00 + index),
];

function charactersOf(font: string): ReadonlySet<number> {
  const opened = openSync(require.resolve(font));
  return new Set("characterSet" in opened ? opened.characterSet.filter((code) => code > 31) : []);
}

function rangesOf(characters: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const code of [...new Set(characters)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([from, to]) => (from === to ? from : `${from.toString(16)}-${to.toString(16)}`))
    .map((range) => (typeof range === "number" ? range.toString(16) : range))
    .join(" ");
}

describe("the characters that PDFs can show", () => {
  const [first, ...others] = FONTS.filter((font) => font.includes("source-sans")).map(charactersOf);

  it("are those that every style of the text's font has, and those that need no glyph", () => {
    const inAll = [...(first ?? [])].filter((code) => others.every((font) => font.has(code)));
    expect(TEXT_RANGES).toBe(rangesOf([...inAll, ...WITHOUT_GLYPH]));
  });

  it.each([
    "Ŵŵ Ŷŷ â ê î ô û",
    "ß ø ł ő ğ ș",
    "– — “ ” ‘ ’ … • £ € § ½ ² →",
    "Yes: ☐ No: ☒",
    "Ελλάδα Україна",
    "e\u0301",
  ])("hold %s", (text) => {
    expect(lacksInFonts(text)).toBeUndefined();
  });

  it.each(["\uf0b7 item", "\u200e", "\ufffd"])("are not asked of what is refused as such: %j", (text) => {
    expect(lacksInFonts(text)).toBeUndefined();
  });

  it.each([
    ["a 😀 face", "😀"],
    ["中", "中"],
    ["שלום", "ש"],
  ])("do not hold all of %s", (text, missing) => {
    expect(lacksInFonts(text)).toBe(missing);
  });
});
