import type { Element, ElementContent, Properties } from "hast";
import type {
  AlignType,
  Heading,
  Image,
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Table,
  TableCell,
} from "mdast";
import type { Handlers, State } from "mdast-util-to-hast";
import { toString as textOf } from "mdast-util-to-string";
import type { Translations } from "../../interface/translations.ts";
import type { Abbreviation, Annex } from "../../model/report.ts";
import type { Edition, Language } from "../../model/settings.ts";
import type {
  AbbreviationUse,
  AnnexList,
  AnnexSection,
  Caption,
  CaptionedTable,
  ExemptPassage,
  Figure,
  GlossarySection,
  NumberedParagraph,
  RecommendationBlock,
  WithheldPassage,
} from "../../model/tree.ts";
import { isTableOfNames } from "../../rules/lists-and-tables/blank-cells.ts";
import { annexTitle } from "../../text/annex-letters.ts";
import { letteredMark } from "../numbering/sub-lists.ts";
import { labelOfMark } from "../recommendations/forms.ts";
import { formatPlaces } from "./format-uses.ts";
import { holdsLongWord, tableWidth } from "./table-width.ts";

/**
 * How each node of a report becomes HTML, with what the page itself says in the report's language. The markup of
 * numbered paragraphs is a public contract: other sites link to it. In the public edition a passage has no text; a tree
 * that holds one was made of the wrong thing, and it throws. The words of the law are English in every report.
 */
export function elementsFor(edition: Edition, words: Translations, lang: Language): Handlers {
  const notice = noticeIn(lang);
  return {
    numberedParagraph: (state: State, node: NumberedParagraph) => numberedParagraph(state, node, words),
    annexSection: (state: State, node: AnnexSection) => annexSection(state, node, notice),
    annexList: (_state: State, node: AnnexList) => annexList(node, words, notice),
    glossarySection: (state: State, node: GlossarySection) => glossarySection(state, node, words),
    figure,
    captionedTable: (state: State, node: CaptionedTable) => captionedTable(state, node, words),
    table: (state: State, node: Table) => table(state, node, undefined, words),
    list: (state: State, node: List) => list(state, node, words),
    heading: (state: State, node: Heading) => heading(state, node, words),
    paragraph: (state: State, node: Paragraph) => paragraph(state, node, words),
    image,
    link,
    abbreviationUse,
    recommendation: (state: State, node: RecommendationBlock) => recommendationBlock(state, node, words),
    withheldPassage: (_state: State, node: WithheldPassage) => withheldPassage(node, notice),
    exemptPassage: (state: State, node: ExemptPassage) => {
      if (edition === "public") throw new Error("a passage that is withheld reached the public page");
      return exemptPassage(state, node, words, lang);
    },
  };
}

type Notice = (children: readonly (ElementContent | string)[]) => Element;

/** What is said in place of something that is withheld, marked as English where the report is not. */
function noticeIn(lang: Language): Notice {
  return (children) => element("p", { className: ["withheld-notice"], ...langOfLaw(lang) }, children);
}

function langOfLaw(lang: Language): Properties {
  return lang === "en-GB" ? {} : { lang: "en-GB" };
}

function element(tagName: string, properties: Properties, children: readonly (ElementContent | string)[]): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
  };
}

/** Block elements on lines of their own, which keeps the page's source readable. */
function lines(children: readonly ElementContent[]): ElementContent[] {
  return [
    { type: "text", value: "\n" },
    ...children.flatMap((child): ElementContent[] => [child, { type: "text", value: "\n" }]),
  ];
}

function blocks(state: State, node: Parents): ElementContent[] {
  return state.wrap(state.all(node), true) as ElementContent[];
}

function numberedParagraph(state: State, node: NumberedParagraph, words: Translations): Element {
  const { label, id, leadsTo } = node.data?.recommendation ?? {};
  // The number shows the label; it would be there twice where words of the page's said it again.
  const isLabel = label === node.number && id === leadsTo;
  const title = isLabel ? { title: `${words.recommendation} ${node.number}` } : {};
  const number = element("a", { className: ["para-number"], href: `#${node.id}`, ...title }, [
    element("span", { className: ["visually-hidden"] }, [`${words.paragraphBefore} `]),
    `${node.number}.`,
  ]);
  // An author's own label may be the address of the recommendation, too.
  const isAddress = node.label !== undefined && node.label === id;
  const mark = isAddress ? [] : isLabel ? recommendationPlace(id) : recommendationMark(node, words);
  const text = element(
    "div",
    { className: ["para-text"], ...(node.label === undefined ? {} : { id: node.label }) },
    withMark(mark, blocks(state, node)),
  );
  return element("div", { className: ["para", ...recommendationClass(node)], id: node.id }, lines([number, text]));
}

/**
 * The label of a recommendation, in words of the page's, where the author's do not show it; it leads to where else it
 * is.
 */
function recommendationMark({ data }: Nodes, words: Translations): ElementContent[] {
  const { label, id, isSaid, leadsTo } = data?.recommendation ?? {};
  if (label === undefined) return [];
  if (isSaid) return recommendationPlace(id);
  const shown = `${words.recommendation} ${label}`;
  const mark = element("a", { className: ["recommendation-mark"], id, href: `#${leadsTo}` }, [shown]);
  return [mark, { type: "text", value: " " }];
}

/** The address of a recommendation whose label is seen without words of the page's. */
function recommendationPlace(id: string | undefined): ElementContent[] {
  return [element("span", { className: ["recommendation-mark"], id }, [])];
}

function recommendationBlock(state: State, node: RecommendationBlock, words: Translations): Element {
  const className = ["recommendation-block", ...recommendationClass(node)];
  return element("div", { className }, withMark(recommendationMark(node, words), blocks(state, node)));
}

/** Blocks with a mark before their first words. */
function withMark(mark: readonly ElementContent[], nodes: readonly ElementContent[]): ElementContent[] {
  if (mark.length === 0) return [...nodes];
  const at = nodes.findIndex((node) => node.type === "element");
  const first = nodes[at];
  if (first?.type !== "element" || first.tagName !== "p") return [element("p", {}, mark), ...nodes];
  return nodes.with(at, { ...first, children: [...mark, ...first.children] });
}

/** The number or letter of an item as the mark of a recommendation, where it is its label, or the end of that. */
function recommendationNumber({ data }: ListItem, mark: string, words: Translations): Element | undefined {
  const { label, id, isSaid, leadsTo } = data?.recommendation ?? {};
  const typed = labelOfMark(mark);
  if (label === undefined || isSaid || !label.endsWith(typed)) return undefined;
  const before = `${words.recommendation} ${label.slice(0, -typed.length)}`;
  const unseen = element("span", { className: ["visually-hidden"] }, [before]);
  return element("a", { className: ["recommendation-number"], id, href: `#${leadsTo}` }, [unseen, mark]);
}

function withClass(properties: Properties, className: string[]): Properties {
  return className.length === 0 ? properties : { ...properties, className };
}

function recommendationClass({ data }: Nodes): string[] {
  return data?.recommendation === undefined ? [] : ["recommendation"];
}

/** What stands for a passage: addresses of its paragraphs lead to it, and so do references to them. */
function withheldPassage({ facts: { ids, notice } }: WithheldPassage, noticeOf: Notice): Element {
  const [first, ...others] = ids;
  const anchors = others.map((id) => element("span", { id }, []));
  const id = first === undefined ? {} : { id: first };
  const text = noticeOf([...anchors, notice]);
  return element("div", { className: ["withheld-passage"], ...id }, lines([text]));
}

function exemptPassage(state: State, node: ExemptPassage, words: Translations, lang: Language): Element {
  const notice = element("p", { className: ["withheld-notice"] }, [
    element("strong", { className: ["withheld-mark"] }, [words.notForPublication]),
    " ",
    ...(lang === "en-GB" ? [node.facts.notice] : [element("span", langOfLaw(lang), [node.facts.notice])]),
  ]);
  return element("div", { className: ["exempt-passage"] }, [...lines([notice]), ...blocks(state, node).slice(1)]);
}

/**
 * More letters than six lines on paper have. Browsers keep lines together only where the style sheet has a paragraph
 * whole, which a long one is not.
 */
const LONG_PARAGRAPH = 500;

function paragraph(state: State, node: Paragraph, words: Translations): Element {
  const isLong = textOf(node).length > LONG_PARAGRAPH;
  const classes = [...(isLong ? ["is-long"] : []), ...recommendationClass(node)];
  const content = state.all(node) as ElementContent[];
  return element("p", withClass({}, classes), [...recommendationMark(node, words), ...content]);
}

function heading(state: State, node: Heading, words: Translations): Element {
  const number =
    node.data?.number === undefined
      ? []
      : [element("span", { className: ["heading-number"] }, [node.data.number]), " "];
  const properties = withClass({ id: node.data?.id }, recommendationClass(node));
  return element(`h${node.depth}`, properties, [
    ...recommendationMark(node, words),
    ...number,
    ...(state.all(node) as ElementContent[]),
  ]);
}

function annexSection(state: State, node: AnnexSection, noticeOf: Notice): Element {
  const title = element("h2", { id: node.data?.id }, [annexTitle(node)]);
  const notice = node.notice === undefined ? [] : [noticeOf([node.notice])];
  return element("section", { className: ["annex"], id: `annex-${node.letter}` }, [
    ...lines([title, ...notice]),
    ...blocks(state, node).slice(1),
  ]);
}

function annexList(node: AnnexList, words: Translations, noticeOf: Notice): Element {
  const items = node.annexes.map((annex) =>
    element("li", annex.status === "text" ? {} : { id: annex.id }, annexEntry(annex, words, noticeOf)),
  );
  return element(
    "section",
    { className: ["annexes"] },
    lines([
      element("h2", { id: "annexes" }, [words.annexes]),
      element("ul", { className: ["annex-list"] }, lines(items)),
    ]),
  );
}

function annexEntry(annex: Annex, words: Translations, noticeOf: Notice): (ElementContent | string)[] {
  const title = annexTitle(annex);
  const notice = annex.notice === undefined ? [] : [noticeOf([annex.notice])];
  switch (annex.status) {
    case "text":
      return [element("a", { href: `#${annex.id}` }, [title]), ...notice];
    case "file":
      return [element("a", { href: annex.href ?? "" }, [`${title} (${annex.description ?? ""})`]), ...notice];
    case "withheld":
      return [title, ...notice];
    case "not attached":
      return [`${title} – ${words.notAttached}`, ...notice];
  }
}

function glossarySection(state: State, node: GlossarySection, words: Translations): Element {
  const entries = node.entries.map((entry) => {
    const use =
      entry.uses.length === 0 ? [] : [" ", element("span", { className: ["first-use"] }, formatUses(entry, words))];
    return element(
      "div",
      { id: entry.id },
      lines([element("dt", {}, [entry.short]), element("dd", {}, [entry.long, ...use])]),
    );
  });
  const list = entries.length === 0 ? [] : [element("dl", { className: ["glossary-list"] }, lines(entries))];
  const rest = (state.all(node) as ElementContent[]).filter((child) => child.type === "element");
  return element(
    "section",
    { className: ["glossary"] },
    lines([element("h2", { id: node.data?.id }, [node.heading]), ...rest, ...list]),
  );
}

/** The places of an entry's uses, each a link back to the text. */
function formatUses({ uses }: Abbreviation, words: Translations): (Element | string)[] {
  return formatPlaces(uses, words).map((part) =>
    typeof part === "string" ? part : element("a", { href: `#${part.id}` }, [part.words]),
  );
}

function abbreviationUse(state: State, node: AbbreviationUse): Element {
  const abbreviation = element("abbr", { title: node.long }, state.all(node) as ElementContent[]);
  return node.entry === undefined
    ? abbreviation
    : element("a", { className: ["abbreviation"], href: `#${node.entry}` }, [abbreviation]);
}

function link(state: State, node: Link): Element {
  return element(
    "a",
    {
      href: node.url,
      ...(/^https?:/i.test(node.url) ? { rel: ["noopener"] } : {}),
      ...(node.title ? { title: node.title } : {}),
      // Print shows where other links lead.
      ...([node.url, node.url.replace(/^https?:\/\//i, "")].includes(textOf(node as Nodes))
        ? { className: ["is-its-address"] }
        : {}),
    },
    state.all(node) as ElementContent[],
  );
}

function image(_state: State, node: Image): Element {
  const alt = node.data?.decorative ? "" : (node.alt ?? "");
  return element(
    "img",
    {
      src: node.url,
      alt,
      width: node.data?.width,
      height: node.data?.height,
      ...(node.title ? { title: node.title } : {}),
    },
    [],
  );
}

function figure(state: State, node: Figure): Element {
  const below = node.children.find((child) => child.type === "caption");
  const caption =
    below !== undefined
      ? [element("figcaption", idOf(below), state.all(below) as ElementContent[])]
      : node.caption === undefined
        ? []
        : [element("figcaption", {}, [node.caption])];
  const shown = state.all({ ...node, children: node.children.filter((child) => child !== below) }) as ElementContent[];
  return element("figure", {}, lines([...shown.filter((child) => child.type === "element"), ...caption]));
}

function list(state: State, node: List, words: Translations): Element {
  const { letteredDepth: depth, firstLetter = 1 } = node.data ?? {};
  const first = node.start ?? 1;
  let hasMarks = false;
  const items = node.children.map((item, index) => {
    const typed = item.data?.mark ?? (depth === undefined ? undefined : letteredMark(firstLetter + index, depth));
    const ownMark = typed === undefined ? undefined : recommendationNumber(item, typed, words);
    const addedMark = ownMark === undefined ? recommendationMark(item, words) : [];
    const content = itemContent(state, item, addedMark);
    const classes = recommendationClass(item);
    if (typed === undefined) return element("li", withClass({}, classes), content);
    hasMarks = true;
    const mark = element("span", { className: ["sub-list-mark"] }, [ownMark ?? typed]);
    const id = item.data?.id === undefined ? {} : { id: item.data.id };
    return element("li", withClass(id, classes), [mark, " ", element("div", {}, content)]);
  });
  if (node.ordered !== true) return element("ul", {}, lines(items));
  if (!hasMarks) return element("ol", first === 1 ? {} : { start: first }, lines(items));
  return element("ol", { className: ["sub-list"] }, lines(items));
}

/** An item of one paragraph has its words without a `<p>`, whether or not empty lines were between the items. */
function itemContent(state: State, item: ListItem, mark: readonly ElementContent[]): ElementContent[] {
  const paragraphs = item.children.filter((child) => child.type === "paragraph");
  const [first, ...rest] = item.children;
  if (paragraphs.length !== 1 || first?.type !== "paragraph") return withMark(mark, blocks(state, item));
  const words = [...mark, ...(state.all(first) as ElementContent[])];
  const others = rest.flatMap((child) => asArray(state.one(child, item)));
  return others.length === 0 ? words : [...words, ...lines(others)];
}

function asArray(result: ReturnType<State["one"]>): ElementContent[] {
  if (result === undefined) return [];
  return (Array.isArray(result) ? result : [result]) as ElementContent[];
}

function idOf({ data }: Caption): { readonly id?: string } {
  return data?.id === undefined ? {} : { id: data.id };
}

function captionedTable(state: State, node: CaptionedTable, words: Translations): Element | undefined {
  const [caption, inner] = node.children;
  if (caption?.type !== "caption" || inner?.type !== "table") return undefined;
  return table(state, inner, caption, words);
}

function table(state: State, node: Table, caption: Caption | undefined, words: Translations): Element {
  // Notes are numbered in the order in which they are asked for, and the caption is read first.
  const captions =
    caption === undefined ? [] : [element("caption", idOf(caption), state.all(caption) as ElementContent[])];
  const [header, ...rows] = node.children;
  const width = header?.children.length ?? 0;
  const isOfNames = isTableOfNames(node);
  const headerCells =
    header?.children.map((cell, column) =>
      tableCell(state, cell, node.align?.[column], textOf(cell) === "" ? undefined : "col"),
    ) ?? [];
  const body = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = row.children[column];
      const isName = isOfNames && column === 0 && cell !== undefined && textOf(cell) !== "";
      return tableCell(state, cell, node.align?.[column], isName ? "row" : undefined);
    });
    return element("tr", {}, lines(cells));
  });
  const parts = [
    ...captions,
    ...(isOfNames ? [] : [element("thead", {}, lines([element("tr", {}, lines(headerCells))]))]),
    ...(body.length === 0 ? [] : [element("tbody", {}, lines(body))]),
  ];
  const onPaper = tableWidth(node.children.map(({ children }) => children.map((cell) => textOf(cell as Nodes))));
  const label = caption === undefined ? words.table : textOf(caption as Nodes);
  return element(
    "div",
    {
      className: ["table-scroll", ...(onPaper === undefined ? [] : [onPaper])],
      role: "group",
      ariaLabel: label,
      tabIndex: 0,
    },
    lines([element("table", {}, lines(parts))]),
  );
}

function tableCell(
  state: State,
  cell: TableCell | undefined,
  align: AlignType | undefined,
  scope: "col" | "row" | undefined,
): Element {
  const names = [
    ...(align === "right" || align === "center" ? [`align-${align}`] : []),
    ...(cell !== undefined && holdsLongWord(textOf(cell as Nodes)) ? ["holds-long-word"] : []),
  ];
  const properties: Properties = {};
  if (names.length > 0) properties["className"] = names;
  if (scope !== undefined) properties["scope"] = scope;
  return element(
    scope === undefined ? "td" : "th",
    properties,
    cell === undefined ? [] : (state.all(cell) as ElementContent[]),
  );
}
