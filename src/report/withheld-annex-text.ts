import type { Heading, Nodes, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexEntry, ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { annexLetters } from "./annex-letters.ts";

const ANNEX = /\b(?:annexe?s?|appendix|appendices|schedule|enclosure)\b/i;
const HEADING_WORDS = /\b(?:annexe?s?|appendix|appendices|schedule|enclosure|exempt|confidential)\b/i;
const LONGEST_TITLE = 150;

/**
 * A withheld annex has a file of its own, and none of its text stands in the report. Whatever could be the heading of such text
 * is refused: one that names the annex, has its title, or, where no file is named, speaks of annexes at all.
 */
export function raiseWithheldAnnexText(text: ParsedText, entries: readonly AnnexEntry[], raise: Raise): void {
  const letters = annexLetters(entries);
  const withheld = entries.flatMap((entry, index) =>
    entry.withholding === undefined ? [] : [{ ...entry, letter: letters[index] ?? "" }],
  );
  if (withheld.length === 0) return;
  for (const title of titlesIn(text.tree.children)) {
    const words = textOf(title).trim();
    if (!withheld.some((entry) => couldHead(words, title.type === "heading", entry))) continue;
    const message = "this could be the heading of a withheld annex, whose text would be published";
    raise({ rule: "annex-withheld-text", place: placeOf(text, title), message });
  }
}

/** Headings, and paragraphs that look like one. */
function titlesIn(nodes: readonly RootContent[]): readonly (Heading | Paragraph)[] {
  return nodes.flatMap((node: Nodes): readonly (Heading | Paragraph)[] => {
    if (node.type === "heading") return [node];
    if (node.type === "paragraph") return isTitle(node) ? [node] : [];
    return "children" in node ? titlesIn(node.children as RootContent[]) : [];
  });
}

function isTitle(paragraph: Paragraph): boolean {
  const words = textOf(paragraph).trim();
  return words.length <= LONGEST_TITLE && !/[.?!,;][”’"')]*$/.test(words);
}

function couldHead(
  words: string,
  isHeading: boolean,
  { title, file, letter }: AnnexEntry & { readonly letter: string },
): boolean {
  if (plain(words).includes(plain(title))) return true;
  if (isHeading && file === undefined && HEADING_WORDS.test(words)) return true;
  return ANNEX.test(words) && (file === undefined || new RegExp(`\\b${letter}\\b`, "i").test(words));
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
