import type { Node, Nodes, RootContent } from "mdast";
import type { NumberedParagraph } from "../model/tree.ts";
import type { FixableText } from "./types.ts";

/** A numbered paragraph with the number that was typed for it, and the one that is due in its place. */
export interface CountedParagraph {
  readonly node: NumberedParagraph;
  readonly typed: string;
  readonly due: string;
  /** Where the digits are that were typed, in the body. */
  readonly start: number;
  readonly end: number;
  /** What those digits say, and what they should. */
  readonly digits: number;
  readonly dueDigits: number;
  /** No paragraph is between it and the heading above. */
  readonly isFirst: boolean;
  /** Since the heading above, a list at the margin was taken for a sub-list. */
  readonly isBelowRun: boolean;
}

const ITEM_NUMBER = /^\d{1,9}(?=[.)])/;
const PARAGRAPH_NUMBER = /^(?:\*\*|__)?([A-Z]{0,2}(?:\d{1,3}\.)*)(\d{1,9})(?=[.)]|\s|\*\*|__)/;

/** The paragraphs of a text, and whether a list at the margin was taken for a sub-list anywhere in it. */
export interface Count {
  readonly paragraphs: readonly CountedParagraph[];
  readonly hasRun: boolean;
}

/**
 * Counts the numbered paragraphs of a text in reading order, in each series from 1. Gives nothing where one of them has
 * no number that could be written otherwise, such as "(a)".
 */
export function countParagraphs({ body }: FixableText, content: readonly RootContent[]): Count | undefined {
  const counted: (CountedParagraph | undefined)[] = [];
  const counts = new Map<string, number>();
  let annexes = 0;
  let isFirst = true;
  let isBelowRun = false;
  let hasRun = false;
  const walk = (node: Nodes, within: number): void => {
    if (node.type === "heading" || node.type === "glossarySection" || node.type === "annexSection") {
      isFirst = true;
      isBelowRun = false;
    }
    if (node.type === "annexSection") annexes++;
    let inner = within;
    if (node.type === "numberedParagraph") {
      const prefix = node.number.replace(/(?<!\d)\d+$/, "");
      const series = /^[A-Z]/.test(prefix) ? `${prefix} ${annexes}` : prefix;
      const dueDigits = (counts.get(series) ?? 0) + 1;
      counts.set(series, dueDigits);
      const typed = typedNumber(body.text, node, prefix);
      const due = `${prefix}${dueDigits}`;
      counted.push(typed && { node, ...typed, due, dueDigits, isFirst, isBelowRun });
      isFirst = false;
      inner = offsetOf(node.position?.end);
    } else if (node.type === "list" && node.ordered === true && offsetOf(node.children[0]?.position?.start) >= within) {
      isBelowRun = true;
      hasRun = true;
    }
    if (node.type !== "list" && "children" in node) for (const child of node.children) walk(child, inner);
  };
  for (const node of content) walk(node, 0);
  return counted.every((one) => one !== undefined) ? { paragraphs: counted, hasRun } : undefined;
}

function typedNumber(
  text: string,
  node: NumberedParagraph,
  prefix: string,
): Pick<CountedParagraph, "typed" | "digits" | "start" | "end"> | undefined {
  const start = offsetOf(node.position?.start);
  const source = text.slice(start, start + 40);
  const isItem = offsetOf(node.children[0]?.position?.start) !== start;
  if (isItem) {
    const digits = ITEM_NUMBER.exec(source)?.[0];
    // An item of a list has one number only, and 2.3 is none that it could have.
    if (digits === undefined || /^\d/.test(prefix)) return undefined;
    return { typed: prefix + Number(digits), digits: Number(digits), start, end: start + digits.length };
  }
  const [whole = "", typedPrefix, digits = ""] = PARAGRAPH_NUMBER.exec(source) ?? [];
  if (typedPrefix !== prefix) return undefined;
  const end = start + whole.length;
  return { typed: prefix + Number(digits), digits: Number(digits), start: end - digits.length, end };
}

function offsetOf(point: NonNullable<Node["position"]>["start"] | undefined): number {
  return point?.offset ?? 0;
}
