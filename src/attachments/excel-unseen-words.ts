import { colourIn, isSameColour, UNKNOWN } from "./colours.ts";
import { OFFICE_REMEDY } from "./office-refusals.ts";
import { readTargets } from "./ooxml-relationships.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";
import { readZip } from "./zip.ts";

const [BLACK, WHITE] = [0, 0xffffff];
const NONE = new TextEncoder().encode("<none/>");
/** Colours by number (18.8.27): the first eight are said twice, and the last two are those of the system. */
const INDEXED = [BLACK, WHITE, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff];
const SYSTEM = new Map([
  [64, BLACK],
  [65, WHITE],
]);
/** Colours of a theme by number, as the schemes of themes call them. */
const THEME = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

interface Book {
  readonly part: (name: string) => Uint8Array;
  readonly colourOf: (element: XmlElement) => number;
  /** For each style of cells the colour of its letters and of its ground; undefined, where it has none. */
  readonly styles: readonly (readonly [letters: number, ground: number | undefined])[];
  /** For each shared text the colours of the parts that have their own; undefined where all have that of the cell. */
  readonly texts: readonly (readonly (number | undefined)[])[];
}

/** Where a workbook has values in the colour of their cell: those in white on no colour, too. */
export function unseenInExcel(bytes: Uint8Array): readonly string[] {
  const zip = readZip(bytes);
  const part = (name: string): Uint8Array => zip.get(name) ?? NONE;
  const colourOf = coloursOf([...zip].find(([name]) => /^xl\/theme\//.test(name))?.[1] ?? NONE);
  const styles = readStyles(part("xl/styles.xml"), colourOf);
  const texts = readTexts(part("xl/sharedStrings.xml"), colourOf);
  const targets = new Map(
    readTargets(part("xl/_rels/workbook.xml.rels"), "xl/workbook.xml").map(({ id, target }) => [id, target]),
  );
  const sheets: string[] = [];
  readXml(part("xl/workbook.xml"), OFFICE_REMEDY, {
    element: ({ local, attributes }) => {
      const id = Object.values(attributes).find((attribute) => attribute.local === "id" && attribute.prefix !== "");
      if (local === "sheet") sheets.push(targets.get(id?.value ?? "") ?? "");
    },
  });
  const book: Book = { part, colourOf, styles, texts };
  return sheets.flatMap((name, index) =>
    unseenCells(part(name), book).map(
      (cell) => `sheet ${index + 1}, cell ${cell}, in the colour of what is beneath them`,
    ),
  );
}

function coloursOf(theme: Uint8Array): (element: XmlElement) => number {
  const scheme = new Map<string, number>();
  readXml(theme, OFFICE_REMEDY, {
    element: (element, above) => {
      const written = attributeOf(element, element.local === "sysClr" ? "lastClr" : "val");
      if (above.at(-2)?.local === "clrScheme") scheme.set(above.at(-1)?.local ?? "", colourIn(written) ?? UNKNOWN);
    },
  });
  return (element) => {
    const number = (name: string): number => Number(attributeOf(element, name) ?? Number.NaN);
    const written = colourIn(attributeOf(element, "rgb"));
    const ofTheme = scheme.get(THEME[number("theme")] ?? "") ?? (number("theme") === 1 ? BLACK : UNKNOWN);
    const indexed =
      SYSTEM.get(number("indexed")) ?? (number("indexed") < 16 ? INDEXED[number("indexed") % 8] : undefined);
    const base = written ?? indexed ?? (Number.isNaN(number("theme")) ? UNKNOWN : ofTheme);
    return base === UNKNOWN || Number.isNaN(number("tint")) ? base : tinted(base, number("tint"));
  };
}

/** A colour made darker, or lighter where `tint` is above 0. */
function tinted(colour: number, tint: number): number {
  return [16, 8, 0]
    .map((bits) => (colour >> bits) & 255)
    .map((part) => Math.round(tint < 0 ? part * (1 + tint) : part * (1 - tint) + 255 * tint))
    .reduce((made, part) => made * 256 + Math.max(0, Math.min(255, part)), 0);
}

function readStyles(part: Uint8Array, colourOf: Book["colourOf"]): Book["styles"] {
  const [fonts, fills]: [number[], (number | undefined)[]] = [[], []];
  const styles: (readonly [number, number | undefined])[] = [];
  readXml(part, OFFICE_REMEDY, {
    element: (element, above) => {
      const [parent, list] = [above.at(-1)?.local, above.at(-2)?.local];
      if (element.local === "font" && parent === "fonts") fonts.push(BLACK);
      if (element.local === "color" && list === "fonts") fonts[fonts.length - 1] = colourOf(element);
      if (element.local === "fill" && parent === "fills") fills.push(undefined);
      if (list === "fills") {
        const pattern = attributeOf(element, "patternType") ?? "none";
        fills[fills.length - 1] = pattern === "none" ? undefined : pattern === "solid" ? BLACK : UNKNOWN;
        if (element.local !== "patternFill") fills[fills.length - 1] = UNKNOWN;
      }
      if (element.local === "fgColor" && above.at(-3)?.local === "fills" && fills.at(-1) === BLACK)
        fills[fills.length - 1] = colourOf(element);
      if (element.local === "xf" && parent === "cellXfs") {
        const at = (name: string): number => Number(attributeOf(element, name) ?? 0);
        styles.push([fonts[at("fontId")] ?? BLACK, fills[at("fillId")]]);
      }
    },
  });
  return styles;
}

function readTexts(part: Uint8Array, colourOf: Book["colourOf"]): Book["texts"] {
  const texts: (number | undefined)[][] = [];
  let colour: number | undefined;
  readXml(part, OFFICE_REMEDY, {
    element: (element, above) => {
      if (element.local === "si") texts.push([]);
      if (element.local === "r" || element.local === "si") colour = undefined;
      if (element.local === "color" && above.at(-1)?.local === "rPr") colour = colourOf(element);
    },
    text: (text) => {
      if (/[\p{L}\p{N}]/u.test(text)) texts.at(-1)?.push(colour);
    },
  });
  return texts;
}

/** Cells of a sheet with words or figures that are not seen. */
function unseenCells(sheet: Uint8Array, { colourOf, styles, texts }: Book): readonly string[] {
  const found = new Set<string>();
  let colour: number | undefined;
  let isTable = false;
  const white: string[] = [];
  const look = (cell: XmlElement, colours: readonly (number | undefined)[]): void => {
    const [letters = BLACK, ground = undefined] = styles[Number(attributeOf(cell, "s") ?? 0)] ?? [];
    const name = attributeOf(cell, "r") ?? "";
    for (const own of colours)
      if (ground !== undefined && isSameColour(own ?? letters, ground)) found.add(name);
      else if (ground === undefined && isSameColour(own ?? letters, WHITE)) white.push(name);
  };
  readXml(sheet, OFFICE_REMEDY, {
    element: (element, above) => {
      if (element.local === "r" || element.local === "is") colour = undefined;
      if (element.local === "color" && above.at(-1)?.local === "rPr") colour = colourOf(element);
      isTable ||= element.local === "tablePart";
    },
    text: (text, parent, above) => {
      const cell = above.find(({ local }) => local === "c");
      if (cell === undefined || !/[\p{L}\p{N}]/u.test(text)) return;
      if (parent.local === "t") look(cell, [colour]);
      if (parent.local === "v") look(cell, attributeOf(cell, "t") === "s" ? (texts[Number(text)] ?? []) : [undefined]);
    },
  });
  // The style of a table gives cells a ground that is not theirs.
  return [...new Set([...found, ...(isTable ? [] : white)])];
}
