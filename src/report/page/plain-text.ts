import type { Element, ElementContent, RootContent } from "hast";
import type { PageLink } from "../../model/report.ts";

const BLOCKS = new Set(
  "blockquote caption dd div dl dt figcaption figure h2 h3 h4 h5 h6 hr p pre section table tbody thead".split(" "),
);

type Nodes = readonly (RootContent | ElementContent)[];
type OnLink = (link: PageLink) => void;

/**
 * The words of a part of a page as plain text, each block on a line of its own, cells of a table with a tab between them, notes as
 * `[1]` and images by their alternative text. The number in a paragraph's margin and the mark of a recommendation are left out. Links that lead out of the page are told
 * to `onLink`.
 */
export function plainTextOf(nodes: Nodes, onLink: OnLink = () => {}): string {
  return wordsOf(nodes, onLink, false)
    .split("\n")
    .map(withoutSpacesAround)
    .filter((line) => line !== "")
    .join("\n");
}

/** Tabs at the end stand for empty cells, and stay. */
function withoutSpacesAround(line: string): string {
  let [start, end] = [0, line.length];
  while (line[start] === " ") start++;
  while (end > start && line[end - 1] === " ") end--;
  return line.slice(start, end);
}

function wordsOf(nodes: Nodes, onLink: OnLink, isPre: boolean): string {
  let words = "";
  for (const node of nodes) {
    if (node.type === "text") words += isPre ? node.value : node.value.replace(/[ \n\t]+/g, " ");
    else if (node.type === "element") words += wordsOfElement(node, onLink, isPre);
  }
  return words;
}

function wordsOfElement(node: Element, onLink: OnLink, isPre: boolean): string {
  const { tagName, properties, children } = node;
  switch (tagName) {
    case "br":
      return "\n";
    case "img":
      return String(properties["alt"] ?? "");
    case "a":
      return wordsOfLink(node, onLink);
    case "span":
      return hasClass(properties["className"], "visually-hidden") ? "" : wordsOf(children, onLink, isPre);
    case "ul":
    case "ol":
      return wordsOfList(node, onLink);
    case "tr":
      return `\n${elementsIn(children)
        .map((cell) => plainTextOf(cell.children, onLink).replaceAll("\n", " "))
        .join("\t")}\n`;
    default: {
      const words = wordsOf(children, onLink, isPre || tagName === "pre");
      return BLOCKS.has(tagName) ? `\n${words}\n` : words;
    }
  }
}

/** What the page says of a paragraph, and not in it. */
const MARKS = ["para-number", "recommendation-mark"];

function wordsOfLink({ properties, children }: Element, onLink: OnLink): string {
  const { href, className, dataFootnoteBackref, dataFootnoteRef } = properties;
  if (dataFootnoteBackref !== undefined || MARKS.some((mark) => hasClass(className, mark))) return "";
  const words = wordsOf(children, onLink, false);
  if (typeof href === "string" && !href.startsWith("#")) onLink({ text: plainTextOf(children), href });
  return dataFootnoteRef === undefined ? words : `[${words}]`;
}

function wordsOfList({ tagName, properties, children }: Element, onLink: OnLink): string {
  // Lettered lists have their marks in the text.
  const isLettered = hasClass(properties["className"], "sub-list");
  const first = typeof properties["start"] === "number" ? properties["start"] : 1;
  const items = elementsIn(children).map((item, index) => {
    const words = wordsOf(item.children, onLink, false);
    if (isLettered) return words.replace(/^(\S+)\s+/, "$1 ");
    return `${tagName === "ul" ? "•" : `${first + index}.`} ${words.replace(/^\s+/, "")}`;
  });
  return `\n${items.join("\n")}\n`;
}

function elementsIn(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.filter((node) => node.type === "element");
}

/** Whether an element's list of classes names this one. */
export function hasClass(classes: Element["properties"][string], name: string): boolean {
  return Array.isArray(classes) && classes.includes(name);
}
