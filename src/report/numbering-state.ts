import type { List, RootContent } from "mdast";
import type { Language, NumberedParagraph, Numbering, ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { letterLists } from "./sub-lists.ts";

/** One run of numbers: the report's own, or an annex's. */
export interface Series {
  /** The annex's letter. */
  readonly letter: string | undefined;
  readonly isDecimal: boolean;
  section: number;
  count: number;
  /** By how much the count runs ahead of the paragraphs there are, since a number that is not due was typed. */
  ahead: number;
}

/** Where numbering a text has come to. */
export interface NumberingState {
  readonly text: ParsedText;
  readonly lang: Language;
  readonly numbering: Numbering;
  readonly raise: Raise;
  /** The blocks of the section at hand. */
  target: RootContent[];
  series: Series;
  /** The paragraph that what follows belongs to. */
  open: { readonly number: string; readonly children: RootContent[] } | undefined;
  /** A sub-list that was typed at the margin, where Markdown joins it to the paragraphs' own list. */
  run: { readonly list: List; next: number } | undefined;
  /** The number last typed for an item of a list. */
  lastItem: number;
  /** The number with which a sub-list would go on that stands in front of the passage that was just begun. */
  runBeyond: number | undefined;
}

/** A number as readers cite it: "14", "A2" or "2.3". */
export function numberIn(series: Series, count: number): string {
  if (series.letter !== undefined) return numberInAnnex(series.letter, `${count}`);
  return series.isDecimal ? `${series.section}.${count}` : `${count}`;
}

/** Annex A has A1, A2 …; Appendix 1 has A1.1, A1.2 …, which no paragraph of the report's own can be taken for. */
export function numberInAnnex(letter: string, count: string): string {
  return (/^\d/.test(letter) ? "A" : "") + letter + (/\d$/.test(letter) ? "." : "") + count;
}

/** The number that is right for the next paragraph, whatever was typed above it. */
export function numberDue({ series }: NumberingState): string {
  return numberIn(series, series.count + 1 - series.ahead);
}

/** The number that follows the one above it. */
export function numberNext({ series }: NumberingState): string {
  return numberIn(series, series.count + 1);
}

/** Begins the next numbered paragraph. */
export function beginParagraph(
  state: NumberingState,
  children: RootContent[],
  position: RootContent["position"],
): void {
  const { text, series, raise } = state;
  series.count++;
  const number = numberIn(series, series.count);
  const paragraph: NumberedParagraph = { type: "numberedParagraph", number, id: `para-${number}`, children, position };
  for (const child of children) letterLists(text, child, raise);
  state.target.push(paragraph);
  state.open = paragraph;
  state.run = undefined;
  if (series.isDecimal && series.section === 0 && series.count === 1) {
    const message = `this paragraph stands before the first heading, so its number is ${number}`;
    raise({
      rule: "paragraph-before-heading",
      place: placeOf(text, paragraph),
      message,
      fix: "put a heading above it, such as ## Introduction",
    });
  }
}

/** Adds a block to the paragraph above it; where there is none, the block stands by itself. */
export function attachBlock(state: NumberingState, node: RootContent, goesOnFrom?: number): void {
  if (state.numbering !== "none") letterLists(state.text, node, state.raise, 0, goesOnFrom);
  (state.open?.children ?? state.target).push(node);
  state.run = undefined;
}
