import type { Element, ElementContent, Nodes, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { PrintBlock, PrintCell, PrintImage, PrintInline, PrintItem, PrintNote } from "./print-nodes.ts";

/** What the HTML of a page does not say by itself. */
export interface PageContext {
  /** The whole address of a link that leads out of the page; `undefined` where nobody knows it. */
  readonly addressOf: (href: string) => string | undefined;
  /** The path of a picture's file among those that the document comes with. */
  readonly imageAt: (src: string) => string;
}

/** The page that is read, and which of its notes were printed. */
interface Reading extends PageContext {
  readonly ids: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, Element>;
  readonly printedNotes: Set<string>;
  /** The level of the last heading: 1, the title's, before there is one. */
  level: number;
}

type Child = ElementContent | RootContent;

/**
 * Reads the HTML of a report's page as what is printed: notes are where they are referred to. Throws where it holds an
 * element that is not known, or a note that nothing refers to, so that no word of it is left out.
 */
export function readPage(html: string, context: PageContext): readonly PrintBlock[] {
  const { children } = fromHtml(html, { fragment: true });
  const elements = elementsBelow(children);
  const notes = new Map(elements.filter(isNotesSection).flatMap(({ children: parts }) => notesIn(parts)));
  const ids = new Set(elements.flatMap((element) => idsOf(element)));
  const reading: Reading = { ...context, ids, notes, printedNotes: new Set(), level: 1 };
  const blocks = readBlocks(children, reading);
  if (reading.printedNotes.size < notes.size) throw new Error("nothing refers to a note of the page");
  return blocks;
}

function elementsBelow(nodes: readonly Child[]): readonly Element[] {
  return nodes.flatMap((node) => (node.type === "element" ? [node, ...elementsBelow(node.children)] : []));
}

function isNotesSection({ properties }: Element): boolean {
  return properties["dataFootnotes"] !== undefined;
}

function notesIn(nodes: readonly Child[]): readonly (readonly [string, Element])[] {
  return elementsBelow(nodes).flatMap((element) =>
    element.tagName === "li" && idsOf(element)[0]?.startsWith("fn-")
      ? [[idsOf(element)[0] ?? "", element] as const]
      : [],
  );
}

function idsOf({ properties: { id } }: Element): readonly string[] {
  return typeof id === "string" ? [id] : [];
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function childrenNamed({ children }: Element, ...names: readonly string[]): readonly Element[] {
  return children.filter((child) => child.type === "element").filter(({ tagName }) => names.includes(tagName));
}

const BLOCKS: ReadonlySet<string> = new Set(
  "p h2 h3 h4 h5 h6 div section ul ol dl blockquote pre hr figure table".split(" "),
);

/** Blocks in order. Words that are beside blocks, as in the items of a tight list, are a paragraph. */
function readBlocks(nodes: readonly Child[], reading: Reading): readonly PrintBlock[] {
  const blocks: PrintBlock[] = [];
  let words: Child[] = [];
  const endWords = (): void => {
    const body = readWords(words, reading);
    words = [];
    if (body.length > 0) blocks.push({ kind: "paragraph", body });
  };
  for (const node of nodes) {
    if (node.type === "element" && BLOCKS.has(node.tagName)) {
      endWords();
      for (const block of readBlock(node, reading)) pushBlock(blocks, block);
    } else words.push(node);
  }
  endWords();
  return blocks;
}

/** Numbered paragraphs that follow each other are one list. */
function pushBlock(blocks: PrintBlock[], block: PrintBlock): void {
  const last = blocks.at(-1);
  if (block.kind === "numbered" && last?.kind === "numbered")
    blocks.splice(-1, 1, { kind: "numbered", items: [...last.items, ...block.items] });
  else blocks.push(block);
}

function readBlock(element: Element, reading: Reading): readonly PrintBlock[] {
  const { tagName, children } = element;
  switch (tagName) {
    case "p": {
      const body = readWords(children, reading);
      if (hasClass(element, "withheld-notice"))
        return [{ kind: "notice", ids: [], body: [{ kind: "paragraph", body }] }];
      return body.length === 0 ? [] : [{ kind: "paragraph", body }];
    }
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      // Settings may let a page skip a level; a PDF for everyone may not (ISO 14289-1, 7.4.2).
      reading.level = Math.min(Number(tagName.slice(1)), reading.level + 1);
      return [
        {
          kind: "heading",
          level: reading.level,
          ids: idsOf(element),
          body: readWords(children, reading),
        },
      ];
    case "div":
      return readDivision(element, reading);
    case "section":
      return readSection(element, reading);
    case "ul":
      return [{ kind: "bullet-list", items: childrenNamed(element, "li").map((item) => readItem(item, "", reading)) }];
    case "ol":
      return [{ kind: "marked-list", items: readOrderedItems(element, reading) }];
    case "dl":
      return [{ kind: "terms", entries: childrenNamed(element, "div").map((entry) => readEntry(entry, reading)) }];
    case "blockquote":
      return [{ kind: "quotation", body: readBlocks(children, reading) }];
    case "pre":
      return [{ kind: "code-block", text: textOf(element).replace(/\n$/, "") }];
    case "hr":
      return [{ kind: "rule" }];
    case "figure": {
      const caption = readCaption(element, "figcaption", reading);
      const shown = children.filter((child) => child.type !== "element" || child.tagName !== "figcaption");
      // In the place of a picture that is withheld is a paragraph that says so.
      if (childrenNamed(element, "p").length > 0)
        return [
          ...readBlocks(shown, reading),
          ...(caption.length === 0 ? [] : [{ kind: "paragraph" as const, body: caption }]),
        ];
      return [{ kind: "figure", body: readWords(shown, reading), caption }];
    }
    case "table":
      return [readTable(element, reading)];
    default:
      throw unknown(element);
  }
}

function unknown({ tagName, properties: { className } }: Element): Error {
  return new Error(`the page holds an element that nothing prints: ${tagName} ${String(className ?? "")}`);
}

function readDivision(element: Element, reading: Reading): readonly PrintBlock[] {
  const { children } = element;
  if (hasClass(element, "para")) {
    const [number] = childrenNamed(element, "a");
    const [text] = childrenNamed(element, "div");
    if (number === undefined || text === undefined) throw unknown(element);
    const mark = textOf({ ...number, children: number.children.filter(({ type }) => type === "text") });
    const ids = [...idsOf(element), ...idsOf(text)];
    return [
      { kind: "numbered", items: [{ ids, mark, ...recommended(element), body: readBlocks(text.children, reading) }] },
    ];
  }
  if (hasClass(element, "withheld-passage")) {
    const body = childrenNamed(element, "p").map((paragraph) => ({
      kind: "paragraph" as const,
      body: readWords(paragraph.children, reading),
    }));
    return [{ kind: "notice", ids: idsOf(element), body }];
  }
  if (hasClass(element, "outcome")) return [{ kind: "notice", ids: [], body: readBlocks(children, reading) }];
  if (
    hasClass(element, "table-scroll") ||
    hasClass(element, "exempt-passage") ||
    hasClass(element, "recommendation-block")
  )
    return readBlocks(children, reading);
  throw unknown(element);
}

function readSection(element: Element, reading: Reading): readonly PrintBlock[] {
  if (isNotesSection(element)) return [];
  const body = readBlocks(element.children, reading);
  if (hasClass(element, "annex") || hasClass(element, "glossary")) return [{ kind: "part", ids: idsOf(element), body }];
  if (hasClass(element, "annexes")) return body;
  throw unknown(element);
}

function readItem(item: Element, mark: string, reading: Reading): PrintItem {
  return { ids: idsOf(item), mark, body: readBlocks(item.children, reading) };
}

/** The items of a list with numbers, or with letters, which are words of the page. */
function readOrderedItems(list: Element, reading: Reading): readonly PrintItem[] {
  const { start } = list.properties;
  const first = typeof start === "number" ? start : Number(start ?? 1);
  return childrenNamed(list, "li").map((item, index) => {
    const [mark] = childrenNamed(item, "span");
    const [content] = childrenNamed(item, "div");
    if (mark === undefined || content === undefined || !hasClass(mark, "sub-list-mark"))
      return readItem(item, `${first + index}.`, reading);
    // The label of a recommendation is a link on the page, with words for those who hear it.
    const [link = mark] = childrenNamed(mark, "a");
    const ids = [...idsOf(item), ...(link === mark ? [] : idsOf(link))];
    const typed = textOf({ ...link, children: link.children.filter(({ type }) => type === "text") });
    return { ids, mark: typed, ...recommended(item), body: readBlocks(content.children, reading) };
  });
}

function recommended(element: Element): Pick<PrintItem, "isRecommendation"> {
  return hasClass(element, "recommendation") ? { isRecommendation: true } : {};
}

function readEntry(entry: Element, reading: Reading) {
  const words = (name: string): readonly PrintInline[] =>
    childrenNamed(entry, name).flatMap(({ children }) => readWords(children, reading));
  return { ids: idsOf(entry), term: words("dt"), body: words("dd") };
}

function readCaption(parent: Element, name: string, reading: Reading): readonly PrintInline[] {
  return childrenNamed(parent, name).flatMap((caption) => [
    ...idsOf(caption).map((id) => ({ kind: "anchor" as const, id })),
    ...readWords(caption.children, reading),
  ]);
}

function readTable(table: Element, reading: Reading): PrintBlock {
  const rowsOf = (name: string): readonly (readonly PrintCell[])[] =>
    childrenNamed(table, name)
      .flatMap((part) => childrenNamed(part, "tr"))
      .map((row) => childrenNamed(row, "td", "th").map((cell) => readCell(cell, reading)));
  const caption = readCaption(table, "caption", reading);
  return { kind: "table", caption, header: rowsOf("thead")[0] ?? [], rows: rowsOf("tbody") };
}

function readCell(cell: Element, reading: Reading): PrintCell {
  const align = hasClass(cell, "align-right") ? "end" : hasClass(cell, "align-center") ? "center" : "start";
  return { isHeader: cell.tagName === "th", align, body: readWords(cell.children, reading) };
}

/** Words without the blanks at their ends. */
function readWords(nodes: readonly Child[], reading: Reading): readonly PrintInline[] {
  const words = nodes.flatMap((node) => readWord(node, reading));
  const first = words.findIndex((word) => word !== " ");
  if (first === -1) return [];
  const last = words.findLastIndex((word) => word !== " ");
  return words
    .slice(first, last + 1)
    .map((word, index, { length }) =>
      typeof word !== "string" ? word : trimmed(word, index === 0, index === length - 1),
    );
}

function trimmed(text: string, isFirst: boolean, isLast: boolean): string {
  const start = isFirst ? text.replace(/^ /, "") : text;
  return isLast ? start.replace(/ $/, "") : start;
}

function readWord(node: Child, reading: Reading): readonly PrintInline[] {
  if (node.type === "text") return node.value === "" ? [] : [node.value.replace(/[ \t\n\r\f]+/g, " ")];
  if (node.type !== "element") return [];
  const { tagName, children } = node;
  const inner = (): readonly PrintInline[] => children.flatMap((child) => readWord(child, reading));
  const anchors = idsOf(node).map((id) => ({ kind: "anchor" as const, id }));
  switch (tagName) {
    case "strong":
      return [...anchors, { kind: "strong", body: inner() }];
    case "em":
      return [...anchors, { kind: "emphasis", body: inner() }];
    case "del":
      return [...anchors, { kind: "strike", body: inner() }];
    case "code":
      return [{ kind: "code", text: textOf(node) }];
    case "br":
      return [{ kind: "break" }];
    case "span":
      if (hasClass(node, "first-use")) return [...anchors, { kind: "aside", body: inner() }];
      return [...anchors, ...inner()];
    case "abbr":
      return [...anchors, ...inner()];
    case "a":
      return [...anchors, ...readLink(node, inner, reading).map((link) => inBold(node, link))];
    case "sup":
      return readNoteMark(node, reading);
    case "img":
      return [readImage(node, reading)];
    default:
      throw unknown(node);
  }
}

/** The mark of a recommendation is in bold. */
function inBold(node: Element, link: PrintInline): PrintInline {
  return hasClass(node, "recommendation-mark") ? { kind: "strong", body: [link] } : link;
}

function readLink(
  { properties }: Element,
  inner: () => readonly PrintInline[],
  { ids, addressOf }: Reading,
): readonly PrintInline[] {
  if (properties["dataFootnoteBackref"] !== undefined) return [];
  const href = String(properties["href"] ?? "");
  if (href.startsWith("#")) {
    const id = href.slice(1);
    return ids.has(id) ? [{ kind: "reference", id, body: inner() }] : inner();
  }
  const url = addressOf(href);
  return url === undefined ? inner() : [{ kind: "link", url, body: inner() }];
}

/** Where a note is referred to for the first time, it is printed. */
function readNoteMark(element: Element, reading: Reading): readonly (PrintNote | PrintInline)[] {
  const [link] = childrenNamed(element, "a");
  const id = String(link?.properties["href"] ?? "").slice(1);
  const note = reading.notes.get(id);
  if (link === undefined || note === undefined) throw unknown(element);
  if (reading.printedNotes.has(id)) return [{ kind: "note-again", id }];
  reading.printedNotes.add(id);
  return [{ kind: "note", id, number: textOf(link), body: readBlocks(note.children, reading) }];
}

/** A pixel of a style sheet is a 96th of an inch, and a point a 72nd. */
const POINTS_IN_PIXEL = 72 / 96;

function readImage({ properties: { src, alt, width, height } }: Element, { imageAt }: Reading): PrintImage {
  const points = (pixels: unknown): number | undefined => {
    const length = Number(pixels);
    return length > 0 ? length * POINTS_IN_PIXEL : undefined;
  };
  return {
    kind: "image",
    path: imageAt(String(src)),
    alternative: String(alt ?? ""),
    width: points(width),
    height: points(height),
  };
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
