import type { Heading, Nodes, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { AnnexEntry } from "../../model/report.ts";
import type { ParsedText } from "../../model/tree.ts";
import { annexLetters } from "../../text/annex-letters.ts";
import { placeOf } from "../../text/place.ts";

/** In English and Welsh, whatever language the report says that it is in: what is missed here would be published. */
const ANNEX =
  "\\b(?:[Aa]nnexe?|ANNEXE?|[Aa]ppendix|APPENDIX|[Ss]chedule|SCHEDULE|[Ee]nclosure|ENCLOSURE|[Aa]todiad|ATODIAD|[Aa]todlen|ATODLEN|[Aa]mgaead|AMGAEAD)";
const ANY_ANNEX = /\b(?:annexe?s?|appendix|appendices|enclosures?|atodiad(?:au)?|atodlen(?:ni)?|amgaead(?:au)?)\b/i;
const EXEMPT_PART =
  /^(?:(?:confidential|exempt)(?: (?:annexe?|appendix|information|part|section|items?))?|(?:(?:gwybodaeth|rhan|adran|eitem|eitemau) )?(?:cyfrinachol|gyfrinachol|eithriedig|esempt))$/i;
const LONGEST_TITLE = 150;

/**
 * A withheld annex has a file of its own, and none of its text is in the report. Whatever could be the heading of such
 * text is refused: one that names the annex, has its title, or, where no file is named, speaks of annexes at all.
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
  // No title ends in "and", as the points of a list do; "Atodiad A" is one.
  return words.length <= LONGEST_TITLE && !/(?:[.?!,;][”’"')]*| (?:and|or))$/.test(words);
}

function couldHead(words: string, isHeading: boolean, entry: AnnexEntry & { readonly letter: string }): boolean {
  const { title, publicTitle, file, letter } = entry;
  if ([title, publicTitle].some((named) => named !== undefined && namesTitle(words, named))) return true;
  if (new RegExp(`${ANNEX}[\\s:(–—-]+${letter}(?![\\p{L}\\p{N}])`, "u").test(words)) return true;
  return isHeading && file === undefined && (ANY_ANNEX.test(words) || EXEMPT_PART.test(words));
}

/** A title of one word is common; it counts only as the whole heading. */
function namesTitle(words: string, title: string): boolean {
  const [heading, named] = [plain(words), plain(title)];
  return heading === named || (named.includes(" ") && heading.includes(named));
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
