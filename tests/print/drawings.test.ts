import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import { expect, it } from "vitest";
import { lacksInDrawing, TEXT_RANGES } from "../../src/interface/font-coverage.ts";
import type { PrintBlock } from "../../src/print/print-nodes.ts";
import { printedBlocks } from "./printed.ts";

/** The names of the fonts with which a drawing is printed. */
async function fontsOf(drawing: string): Promise<readonly string[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1200" font-size="12">${drawing}</svg>`;
  const images = new Map([["1.svg", new TextEncoder().encode(svg)]]);
  const figure: PrintBlock = {
    kind: "figure",
    caption: [],
    body: [{ kind: "image", path: "1.svg", alternative: "A", width: 400, height: 600 }],
  };
  const pdf = await PDFDocument.load(await printedBlocks([figure], images));
  const names = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = object instanceof PDFDict ? object.lookup(PDFName.of("FontName")) : undefined;
    return name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]+\+/, "")] : [];
  });
  return [...new Set(names)].sort();
}

const characters = TEXT_RANGES.split(" ").flatMap((range) => {
  const [from = 0, to = from] = range.split("-").map((code) => Number.parseInt(code, 16));
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
});
const textAt = (words: string, index: number, attributes = ""): string =>
  `<text x="${(index % 40) * 20}" y="${15 + Math.floor(index / 40) * 15}" ${attributes}>${words}</text>`;

it("words of a drawing are printed in the fonts of PDFs alone, whichever it names", async () => {
  const named = [
    'font-family="DejaVu Sans"',
    'style="font-family: Liberation Serif"',
    'class="a"',
    'style="font: bold 12px DejaVu Serif"',
    'style="font-family: DejaVu Sans !important"',
    'font-weight="300"',
    'font-style="italic" font-weight="900"',
  ];
  const style = "<style>.a{font-family:'DejaVu Sans Mono' !important}</style>";
  const words = named.map((attributes, index) => textAt("Words", index * 40, attributes));
  const fonts = await fontsOf(style + words.join(""));
  expect(fonts).toEqual(expect.arrayContaining(["SourceSans3-BlackItalic", "SourceSans3-Light"]));
  expect(fonts.filter((font) => !font.startsWith("SourceSans3-"))).toEqual([]);
});

it("every character that may stand in a drawing is printed in them", async () => {
  const allowed = characters.filter((character) => lacksInDrawing(character) === undefined && !/[<&]/.test(character));
  expect(allowed.length).toBeGreaterThan(1500);
  const fonts = await fontsOf(allowed.map((character, index) => textAt(character, index)).join(""));
  expect(fonts).toContain("SourceSans3-Regular");
  expect(fonts.filter((font) => !font.startsWith("SourceSans3-"))).toEqual([]);
});
