import { colourIn, isSameColour, UNKNOWN } from "./colours.ts";
import { OFFICE_REMEDY } from "./office-refusals.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";
import { readZip } from "./zip.ts";

const WHITE = 0xffffff;
const HIGHLIGHTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    black: 0x000000,
    blue: 0x0000ff,
    cyan: 0x00ffff,
    darkBlue: 0x000080,
    darkCyan: 0x008080,
    darkGray: 0x808080,
    darkGreen: 0x008000,
    darkMagenta: 0x800080,
    darkRed: 0x800000,
    darkYellow: 0x808000,
    green: 0x00ff00,
    lightGray: 0xc0c0c0,
    magenta: 0xff00ff,
    red: 0xff0000,
    white: 0xffffff,
    yellow: 0xffff00,
  }),
);
const PARTS: readonly (readonly [RegExp, string | undefined])[] = [
  [/^word\/document\.xml$/, undefined],
  [/^word\/header\d*\.xml$/, "a header"],
  [/^word\/footer\d*\.xml$/, "a footer"],
  [/^word\/footnotes\.xml$/, "a footnote"],
  [/^word\/endnotes\.xml$/, "an endnote"],
];

/** What an element or a style says of how its words look. */
interface Look {
  colour?: number | "automatic";
  highlight?: number | "none";
  /** The shading of letters, and that of a paragraph or a cell. */
  shade?: number;
  ground?: number;
  style?: string;
}

interface Styles {
  readonly looks: ReadonlyMap<string, Look>;
  /** The style that a paragraph has which names none. */
  readonly usual: string;
  /** Styles of tables by which some cells have a ground. */
  readonly shading: ReadonlySet<string>;
}

/**
 * Where a Word document has words in the colour of their highlighting or shading, or in white on the page. Letters whose
 * colour is left to the program are white on dark shading, but black on black highlighting.
 */
export function unseenInWord(bytes: Uint8Array): readonly string[] {
  const zip = readZip(bytes);
  const styles = readStyles(zip.get("word/styles.xml"));
  const parts = [...zip].flatMap(([name, part]) => {
    const known = PARTS.find(([pattern]) => pattern.test(name));
    return known === undefined ? [] : [{ part, place: known[1] }];
  });
  const page = parts.some(({ part }) => mayCoverPage(part)) ? UNKNOWN : WHITE;
  return [...new Set(parts.flatMap(({ part, place }) => unseenIn(part, { place, styles, page })))];
}

/** Whether there may be something else than white paper beneath the text. */
function mayCoverPage(part: Uint8Array): boolean {
  let isFound = false;
  readXml(part, OFFICE_REMEDY, {
    element: ({ local }) => {
      isFound ||= local === "anchor" || local === "background" || local === "pict";
    },
  });
  return isFound;
}

function readStyles(part: Uint8Array | undefined): Styles {
  const looks = new Map<string, Look>();
  const shading = new Set<string>();
  let usual = "";
  if (part !== undefined)
    readXml(part, OFFICE_REMEDY, {
      element: (element, above) => {
        const style = above.find(({ local }) => local === "style" || local === "docDefaults");
        const id = style?.local === "style" ? (attributeOf(style, "styleId") ?? "") : "";
        if (element.local === "style" && attributeOf(element, "default") === "1")
          if (attributeOf(element, "type") === "paragraph") usual = attributeOf(element, "styleId") ?? "";
        if (style === undefined) return;
        const look = looks.get(id) ?? {};
        looks.set(id, look);
        if (element.local === "basedOn") look.style = attributeOf(element, "val") ?? "";
        else if (above.at(-1)?.local.endsWith("Pr") && above.at(-2) === style) note(element, look, above.at(-1)?.local);
        else if (above.at(-1)?.local === "rPr" && above.at(-2)?.local === "rPrDefault") note(element, look, "rPr");
        if (element.local === "shd" && shadeOf(element) !== undefined) shading.add(id);
      },
    });
  return { looks, usual, shading };
}

/** Notes what an element of the properties of letters, a paragraph or a cell says. */
function note(element: XmlElement, look: Look, properties: string | undefined): void {
  const value = attributeOf(element, "val") ?? "";
  if (element.local === "color") look.colour = colourIn(value) ?? "automatic";
  if (element.local === "highlight") look.highlight = HIGHLIGHTS.get(value) ?? "none";
  if (/^[rp]Style$|^tblStyle$/.test(element.local)) look.style = value;
  const shade = element.local === "shd" ? shadeOf(element) : undefined;
  if (shade !== undefined) look[properties === "rPr" ? "shade" : "ground"] = shade;
}

function shadeOf(element: XmlElement): number | undefined {
  const [pattern, fill] = [attributeOf(element, "val") ?? "clear", attributeOf(element, "fill")];
  if (pattern === "nil") return undefined;
  if (pattern === "clear") return colourIn(fill);
  return pattern === "solid" ? (colourIn(attributeOf(element, "color")) ?? 0) : UNKNOWN;
}

function unseenIn(
  part: Uint8Array,
  { place, styles, page }: { readonly place: string | undefined; readonly styles: Styles; readonly page: number },
): readonly string[] {
  const looks = new WeakMap<XmlElement, Look>();
  const found: string[] = [];
  let [paragraphs, tables, rows] = [0, 0, 0];
  const chain = (look: Look | undefined, otherwise?: string): readonly Look[] => {
    const all = look === undefined ? [] : [look];
    for (let style = look?.style ?? otherwise; style !== undefined && all.length < 20; ) {
      const next: Look = styles.looks.get(style) ?? {};
      all.push(next);
      style = next.style;
    }
    return all;
  };
  const first = <Key extends keyof Look>(all: readonly Look[], key: Key): Look[Key] | undefined =>
    all.find((look) => look[key] !== undefined)?.[key];
  const isUnseen = (above: readonly XmlElement[]): boolean => {
    const nearest = (local: string): XmlElement | undefined => above.findLast((element) => element.local === local);
    const lookOf = (local: string): Look | undefined => looks.get(nearest(local) ?? NONE);
    const paragraph = chain(lookOf("p"), styles.usual);
    const letters = [...chain(lookOf("r")), ...paragraph, styles.looks.get("") ?? {}];
    const [colour, highlight] = [first(letters, "colour") ?? "automatic", first(letters, "highlight")];
    if (highlight !== undefined && highlight !== "none")
      return isSameColour(colour === "automatic" ? 0 : colour, highlight);
    if (colour === "automatic") return false;
    const isBoxed = above.some(({ local }) => local === "txbxContent");
    const isTinted = chain(lookOf("tbl")).some(({ style }) => styles.shading.has(style ?? ""));
    const ground = first(letters, "shade") ?? first(paragraph, "ground") ?? lookOf("tc")?.ground;
    return isSameColour(colour, ground ?? (isBoxed || isTinted ? UNKNOWN : page));
  };
  readXml(part, OFFICE_REMEDY, {
    element: (element, above) => {
      const [properties, owner] = [above.at(-1), above.at(-2)];
      const isInTable = above.some(({ local }) => local === "tbl");
      if (element.local === "p" && !isInTable) paragraphs++;
      if (element.local === "tbl" && !isInTable) [tables, rows] = [tables + 1, 0];
      if (element.local === "tr" && above.filter(({ local }) => local === "tbl").length === 1) rows++;
      if (owner === undefined || properties?.local !== `${owner.local}Pr`) return;
      const look = looks.get(owner) ?? {};
      looks.set(owner, look);
      note(element, look, properties.local);
    },
    text: (text, parent, above) => {
      if (parent.local !== "t" || !/[\p{L}\p{N}]/u.test(text) || !isUnseen(above)) return;
      const isInTable = above.some(({ local }) => local === "tbl");
      const where = place ?? (isInTable ? `table ${tables}, row ${rows}` : `paragraph ${paragraphs}`);
      found.push(`${where}, in the colour of what is beneath them`);
    },
  });
  return found;
}

const NONE: XmlElement = { name: "", local: "", uri: "", attributes: {} };
