import type { Element, ElementContent, RootContent, Root as Tree } from "hast";
import type { Note, PageLink, Paragraph, TextPart } from "../../model/report.ts";
import { hasClass, plainTextOf } from "./plain-text.ts";

/** The words of a report's page, as searches and data have them. */
export interface PageText {
  /** All text in reading order, but for the headings, the list of annexes, the glossary and the notes. */
  readonly parts: readonly TextPart[];
  readonly notes: readonly Note[];
  /** Links out of the page that are in its text. */
  readonly pageLinks: readonly PageLink[];
}

/** The words of a page, in parts that an address leads to. `paragraphs` are those of the page. */
export function pageText(html: Tree, paragraphs: readonly Paragraph[]): PageText {
  const parts: TextPart[] = [];
  const notes: Note[] = [];
  const links = new Map<string, PageLink>();
  const onLink = (link: PageLink): void => {
    if (!links.has(link.href)) links.set(link.href, link);
  };
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  let id = "top";
  let heading = "";
  let isExempt = false;
  const add = (nodes: readonly ElementContent[], facts: Partial<TextPart> = {}): void => {
    const text = plainTextOf(nodes, onLink);
    if (text !== "") parts.push({ id, heading, text, isWithheld: isExempt, ...facts });
  };
  const addWithheld = (node: Element): void => {
    const ids = [...idsWithin(node)];
    const last = ids.at(-1);
    if (last === undefined) add(node.children, { isWithheld: true });
    for (const one of ids) add(node.children, { ...byId.get(one), id: one, isWithheld: true });
    id = last ?? id;
  };
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type !== "element") return;
    const { tagName, properties, children } = node;
    const isOf = (name: string): boolean => hasClass(properties["className"], name);
    const own = typeof properties["id"] === "string" ? properties["id"] : undefined;
    if (/^h[2-6]$/.test(tagName)) {
      heading = plainTextOf(children);
      id = own ?? id;
    } else if (isOf("para") && own !== undefined) {
      id = own;
      add(children, byId.get(own));
    } else if (isOf("withheld-passage")) addWithheld(node);
    else if (isNotice(node)) add([node], { isWithheld: true });
    else if (isOf("annex") || isOf("exempt-passage") || isOf("recommendation-block")) {
      const isAround = isExempt;
      isExempt ||= children.some(isNotice);
      children.forEach(visit);
      isExempt = isAround;
    } else if (isOf("glossary")) children.filter((child) => !isList(child)).forEach(visit);
    else if (properties["dataFootnotes"] !== undefined) notes.push(...notesIn(node, onLink));
    else if (!isOf("annexes")) add([node]);
  };
  html.children.forEach(visit);
  return { parts, notes, pageLinks: [...links.values()] };
}

/** In the members' edition, what is not for publication begins with a notice that says so. */
function isNotice(node: ElementContent): boolean {
  return node.type === "element" && hasClass(node.properties["className"], "withheld-notice");
}

function isList(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "dl";
}

function* idsWithin(node: Element): Generator<string> {
  if (typeof node.properties["id"] === "string") yield node.properties["id"];
  for (const child of node.children) if (child.type === "element") yield* idsWithin(child);
}

function notesIn(section: Element, onLink: (link: PageLink) => void): readonly Note[] {
  const list = section.children.find((child) => child.type === "element" && child.tagName === "ol");
  if (list?.type !== "element") return [];
  const items = list.children.filter((child) => child.type === "element");
  return items.map(({ properties, children }, index) => ({
    id: String(properties["id"]),
    number: String(index + 1),
    text: plainTextOf(children, onLink),
  }));
}
