import type { List, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Numbering, ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { typedDigits } from "./typed-number.ts";

/**
 * Whether the author typed the paragraphs' numbers, where the frontmatter does not say: the text begins with a list that
 * starts at 1, or a later list carries on, beyond a heading, the number at which an earlier one stopped.
 */
export function detectNumbering(text: ParsedText, blocks: readonly RootContent[], raise: Raise): Numbering {
  const first = blocks.find((block) => block.type === "paragraph" || isOrdered(block));
  const beginsAtOne = first !== undefined && isOrdered(first) && first.start === 1;
  if (beginsAtOne || carriesOn(text, blocks)) {
    if (beginsAtOne && !carriesOn(text, blocks) && plainParagraphs(blocks) > listItems(blocks)) {
      ask(text, first, "typed", "most paragraphs have no number", raise);
    }
    return "typed";
  }
  const long = blocks.find((block): block is List => isOrdered(block) && block.start === 1 && hasLongItems(block));
  if (long !== undefined) ask(text, long, "automatic", "this list reads like paragraphs with typed numbers", raise);
  return "automatic";
}

function isOrdered(block: RootContent): block is List {
  return block.type === "list" && block.ordered === true;
}

function carriesOn(text: ParsedText, blocks: readonly RootContent[]): boolean {
  const stopped = new Set<number>();
  let sinceHeading: number[] = [];
  for (const block of blocks) {
    if (block.type === "heading") {
      for (const digits of sinceHeading) stopped.add(digits);
      sinceHeading = [];
    } else if (isOrdered(block)) {
      if (stopped.has((block.start ?? 1) - 1)) return true;
      const last = block.children.at(-1);
      if (last !== undefined) sinceHeading.push(typedDigits(text, last).digits);
    }
  }
  return false;
}

function plainParagraphs(blocks: readonly RootContent[]): number {
  return blocks.filter((block) => block.type === "paragraph").length;
}

function listItems(blocks: readonly RootContent[]): number {
  return blocks.filter(isOrdered).reduce((sum, list) => sum + list.children.length, 0);
}

function hasLongItems(list: List): boolean {
  const long = list.children.filter((item) => /[.!?]\s+\p{Lu}/u.test(textOf(item)));
  return list.children.length > 2 && long.length * 2 > list.children.length;
}

function ask(text: ParsedText, block: RootContent, taken: Numbering, why: string, raise: Raise): void {
  raise({
    rule: "numbering-ambiguous",
    place: placeOf(text, block),
    message: `the numbering is taken to be ${taken}, but ${why}`,
    fix: "say which is meant in the frontmatter: `numbering: typed` or `numbering: automatic`",
  });
}
