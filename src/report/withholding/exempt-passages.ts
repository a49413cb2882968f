import type { ContainerDirective } from "mdast-util-directive";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { isPassage } from "../markdown/passage-directive.ts";

/** The passages of a text, in reading order; one that is within another is part of it. */
export function passagesIn(text: ParsedText): readonly ContainerDirective[] {
  const found: ContainerDirective[] = [];
  for (const { node } of nodesOf(text, "containerDirective")) {
    const last = found.at(-1);
    const isInside = last !== undefined && startOf(node) < endOf(last);
    if (isPassage(node) && !isInside) found.push(node);
  }
  return found;
}

function startOf({ position }: ContainerDirective): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: ContainerDirective): number {
  return position?.end.offset ?? 0;
}

/** The text with every line between the fences of a passage empty: all that the public edition is made of. */
export function withoutPassages(text: ParsedText): string {
  const passages = passagesIn(text);
  if (passages.length === 0) return text.text;
  const lines = text.text.split("\n");
  for (const { position } of passages) {
    const [first, last] = [position?.start.line ?? 0, position?.end.line ?? 0];
    // Lines count from 1, so these are the ones between the fences.
    for (let index = first; index < last - 1; index++) lines[index] = "";
  }
  return lines.join("\n");
}
