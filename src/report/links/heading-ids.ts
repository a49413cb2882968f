import GithubSlugger, { slug } from "github-slugger";
import type { Heading, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ContentsEntry } from "../../model/report.ts";
import type { AnnexSection, Caption, GlossarySection } from "../../model/tree.ts";
import { annexTitle } from "../../text/annex-letters.ts";
import { eachNode } from "../../text/nodes-of.ts";

/** Ids that the page itself uses, or that begin what the program names. */
const OWN_IDS = [
  "main",
  "top",
  "contents",
  "contents-title",
  "facts",
  "background-papers",
  "annexes",
  "footnote-label",
];
/** The id of the glossary, where the report has no section of its own for it. */
export const GLOSSARY_ID = "abbreviations";
const OWN_PREFIX = /^(?:para|annex|abbr|fn|fnref|section)-/;

/** Whether an id is taken by the page itself. */
export function isOwnId(id: string): boolean {
  return id === GLOSSARY_ID || OWN_IDS.includes(id) || OWN_PREFIX.test(id);
}

/** Gives every heading its slug as its id, apart from every label and from what the page itself uses. */
export function identifyHeadings(content: readonly RootContent[], labels: Iterable<string>): void {
  const slugger = new GithubSlugger();
  const hasGlossary = content.some((node) => node.type === "glossarySection");
  for (const id of [...OWN_IDS, ...(hasGlossary ? [] : [GLOSSARY_ID]), ...labels]) slugger.slug(id);
  // "Annex 1" without a title has the slug that is the id of its section.
  for (const node of content) if (node.type === "annexSection") slugger.slug(`annex-${node.letter}`, true);
  eachNode(content, (node) => {
    if (node.type === "heading" || node.type === "annexSection" || node.type === "glossarySection") {
      const words = headingWords(node);
      const own = slug(words);
      const isTaken = node.type === "heading" && OWN_PREFIX.test(`${own}-`);
      node.data = { ...node.data, id: slugger.slug(isTaken || own === "" ? `section ${words}` : words) };
    }
  });
  identifyItems(content, slugger);
  for (const { caption, words } of numberedCaptions(content)) caption.data = { id: slugger.slug(words) };
}

const NUMBERED_CAPTION = /^(Table?|Figure|Ffigur) ([A-Z]?\d+):/;

/** The captions with a number that the author typed, and what they are referred to by. */
export function numberedCaptions(content: readonly Nodes[]): readonly {
  readonly caption: Caption;
  readonly words: string;
  readonly kind: "table" | "figure";
  readonly number: string;
}[] {
  return content.flatMap((node) => {
    if (node.type !== "caption") return "children" in node ? numberedCaptions(node.children) : [];
    const [, noun, number = ""] = NUMBERED_CAPTION.exec(textOf(node)) ?? [];
    if (noun === undefined) return [];
    return [{ caption: node, words: `${noun} ${number}`, kind: noun.startsWith("T") ? "table" : "figure", number }];
  });
}

/** Gives every item of a series of its own an id below that of its heading: `recommendations-2`. */
function identifyItems(content: readonly RootContent[], slugger: GithubSlugger): void {
  let heading = "item";
  eachNode(content, (node) => {
    if (node.type === "heading" || node.type === "annexSection" || node.type === "glossarySection")
      heading = node.data?.id ?? heading;
    else if (node.type === "paragraph" && node.data?.isHeading) heading = slug(textOf(node)) || heading;
    else if (node.type === "listItem" && node.data?.name !== undefined)
      node.data = { ...node.data, id: slugger.slug(`${heading}-${node.data.name}`) };
  });
}

function headingWords(node: Heading | AnnexSection | GlossarySection): string {
  if (node.type === "annexSection") return annexTitle(node);
  return node.type === "glossarySection" ? node.heading : textOf(node);
}

/** The list of contents: headings of the second level, those of the third within them. */
export function listContents(content: readonly RootContent[], annexesHeading: string): readonly ContentsEntry[] {
  const entries: { id: string; text: string; children: ContentsEntry[] }[] = [];
  for (const node of content) {
    if (node.type === "annexList") entries.push({ id: "annexes", text: annexesHeading, children: [] });
    else if (
      node.type === "annexSection" ||
      node.type === "glossarySection" ||
      (node.type === "heading" && node.depth === 2)
    ) {
      const children = node.type === "heading" ? [] : node.children.flatMap(third);
      entries.push({ id: node.data?.id ?? "", text: headingWords(node), children });
    } else entries.at(-1)?.children.push(...third(node));
  }
  return entries;
}

function third(node: RootContent): readonly ContentsEntry[] {
  return node.type === "heading" && node.depth === 3
    ? [{ id: node.data?.id ?? "", text: textOf(node), children: [] }]
    : [];
}
