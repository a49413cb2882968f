import { colourIn, isSameColour, UNKNOWN } from "./colours.ts";
import { OFFICE_REMEDY } from "./office-refusals.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";
import { readZip } from "./zip.ts";

const WHITE = 0xffffff;
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["span", "text"],
  ["a", "text"],
  ["p", "paragraph"],
  ["h", "paragraph"],
  ["table-cell", "table-cell"],
  ["table-row", "table-row"],
  ["table", "table"],
  ["section", "section"],
]);

interface Look {
  colour?: number | "automatic";
  ground?: number;
  parent?: string;
}

/** Where an OpenDocument file has words in the colour of what they are said to be on, or in white on the page. */
export function unseenInOpenDocument(bytes: Uint8Array): readonly string[] {
  const zip = readZip(bytes);
  const looks = new Map<string, Look>();
  let page = WHITE;
  const parts = ["styles.xml", "content.xml"].map((name) => zip.get(name) ?? new TextEncoder().encode("<none/>"));
  for (const part of parts)
    readXml(part, OFFICE_REMEDY, {
      element: (element, above) => {
        const style = above.findLast(({ local }) => local === "style" || local === "default-style");
        const ground = attributeOf(element, "background-color") ?? "transparent";
        if (/^(?:frame|custom-shape|rect)$/.test(element.local)) page = UNKNOWN;
        if (element.local === "page-layout-properties" && ground !== "transparent") page = UNKNOWN;
        if (element.local === "style") lookOf(looks, element).parent = attributeOf(element, "parent-style-name") ?? "";
        if (style === undefined || !/-properties$/.test(element.local)) return;
        const look = lookOf(looks, style);
        const colour = element.local === "text-properties" ? attributeOf(element, "color") : undefined;
        if (colour !== undefined) look.colour = colourIn(colour) ?? UNKNOWN;
        if (attributeOf(element, "use-window-font-color") === "true") look.colour = "automatic";
        if (ground !== "transparent") look.ground = colourIn(ground) ?? UNKNOWN;
      },
    });
  return [...new Set(unseenIn(parts[1] ?? new Uint8Array(), looks, page))];
}

function lookOf(looks: Map<string, Look>, style: XmlElement): Look {
  const family = attributeOf(style, "family") ?? "";
  const key = `${family} ${style.local === "style" ? (attributeOf(style, "name") ?? "") : ""}`;
  const look = looks.get(key) ?? {};
  looks.set(key, look);
  return look;
}

function unseenIn(content: Uint8Array, looks: ReadonlyMap<string, Look>, page: number): readonly string[] {
  const found: string[] = [];
  let [paragraphs, tables, rows] = [0, 0, 0];
  /** What a style says, then those that it is made by. */
  const chain = (family: string, name: string): readonly Look[] => {
    const all: Look[] = [];
    for (let next: string | undefined = name; next !== undefined && next !== "" && all.length < 20; ) {
      const look: Look = looks.get(`${family} ${next}`) ?? {};
      all.push(look);
      next = look.parent;
    }
    return [...all, looks.get(`${family} `) ?? {}];
  };
  const isUnseen = (above: readonly XmlElement[]): boolean => {
    const all = above.toReversed().flatMap((element) => {
      const family = FAMILIES.get(element.local);
      return family === undefined ? [] : chain(family, attributeOf(element, "style-name") ?? "");
    });
    const colour = all.find((look) => look.colour !== undefined)?.colour;
    if (colour === undefined || colour === "automatic") return false;
    return isSameColour(colour, all.find(({ ground }) => ground !== undefined)?.ground ?? page);
  };
  readXml(content, OFFICE_REMEDY, {
    element: ({ local, attributes }, above) => {
      const isInTable = above.some((element) => element.local === "table");
      if (/^[ph]$/.test(local) && !isInTable) paragraphs++;
      if (local === "table" && !isInTable) [tables, rows] = [tables + 1, 0];
      if (local === "table-row") rows += Number(attributes["table:number-rows-repeated"]?.value ?? 1) || 1;
    },
    text: (text, _parent, above) => {
      const isText = above.some(({ local }) => /^[ph]$/.test(local));
      if (!isText || !/[\p{L}\p{N}]/u.test(text) || !isUnseen(above)) return;
      const isInTable = above.some(({ local }) => local === "table");
      const where = isInTable ? `table ${tables}, row ${rows}` : `paragraph ${paragraphs}`;
      found.push(`${where}, in the colour of what is beneath them`);
    },
  });
  return found;
}
