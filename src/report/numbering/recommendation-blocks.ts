import type { ListItem, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { RecommendationBlock } from "../../model/tree.ts";
import { typedText } from "../../text/place.ts";
import { isSubMark } from "../../text/typed-mark.ts";
import { interrupt, isDue, type NumberingState, putList } from "./state.ts";
import { itemOf, listOf } from "./sub-paragraphs.ts";
import { markAt, type PlacedMark, typedDigits, withoutMark } from "./typed-number.ts";

type RecommendationDirective = ContainerDirective & { readonly name: "recommendation" };

/** Whether a block is a recommendation, between `:::recommendation` and `:::`. */
export function isRecommendation(node: RootContent): node is RecommendationDirective {
  return node.type === "containerDirective" && node.name === "recommendation";
}

/** Numbers what is in a recommendation, by way of `placeInside`, and puts it into its place as one block. */
export function placeRecommendation(
  state: NumberingState,
  position: RootContent["position"],
  placeInside: () => void,
): void {
  const { open, target } = state;
  const children: RootContent[] = [];
  state.target = children;
  state.open = open === undefined ? undefined : { ...open, children };
  interrupt(state);
  placeInside();
  interrupt(state);
  const hasBegun = children.some(beginsParagraph);
  const block: RecommendationBlock = { type: "recommendation", children, position };
  (hasBegun ? target : (open?.children ?? target)).push(block);
  state.target = target;
  // What follows goes on the paragraph, and is outside of the recommendation.
  state.open = hasBegun && state.open !== undefined ? { ...state.open, children: target } : open;
}

function beginsParagraph(node: RootContent): boolean {
  if (node.type === "exemptPassage" || node.type === "withheldPassage") return node.facts.numbers.length > 0;
  return node.type === "numberedParagraph";
}

/**
 * The items that a block of a recommendation is, each with its mark and the blocks that go into it, where these are its
 * labels, and no numbers of paragraphs.
 */
export function labelledItems(
  state: NumberingState,
  node: RootContent,
): readonly { readonly item: ListItem; readonly blocks: ListItem["children"] }[] {
  const { text, numbering } = state;
  const isTyped = numbering === "typed" || numbering === "as-published";
  const isOfParagraph = (mark: PlacedMark): boolean => isTyped && isDue(state, mark);
  if (node.type === "list" && node.ordered === true) {
    const items = node.children.map((item) => {
      const { digits, place } = typedDigits(text, item);
      const sign = /^\d+([.)])/.exec(typedText(text, item))?.[1] ?? ".";
      const mark: PlacedMark = {
        typed: `${digits}${sign}`,
        kind: "whole",
        value: `${digits}`,
        start: 0,
        isCertain: true,
        place,
      };
      return { mark, item: itemOf(mark.typed, item.position), blocks: item.children };
    });
    return items.some(({ mark }) => isOfParagraph(mark)) ? [] : items;
  }
  if (node.type !== "paragraph") return [];
  const mark = markAt(text, node);
  if (mark === undefined || !(isSubMark(mark) || mark.kind === "whole") || !mark.isCertain || isOfParagraph(mark))
    return [];
  const shown = isSubMark(mark) ? `(${mark.value})` : mark.typed;
  const item = itemOf(shown, node.position);
  return [{ item: { ...item, children: [withoutMark(node, mark)] }, blocks: [] }];
}

/** Puts an item into the list of labels above it, or begins one. */
export function putItem(state: NumberingState, item: ListItem): void {
  const last = (state.open?.children ?? state.target).at(-1);
  if (last?.type === "list" && last.children[0]?.data?.mark !== undefined) last.children.push(item);
  else putList(state, listOf(item));
}
