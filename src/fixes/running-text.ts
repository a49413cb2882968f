import type { Nodes } from "mdast";
import type { FixableText } from "./types.ts";

/** A stretch of running text as it was typed, between its offsets in the body. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly isInHeading: boolean;
  readonly isQuoted: boolean;
}

/**
 * The running text of a file, stretch by stretch: no code, no address, no comment, and not the words of a link that are
 * its name or its address as well.
 */
export function runningText({ body }: FixableText): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const walk = (node: Nodes, isInHeading: boolean, isQuoted: boolean): void => {
    if (node.type === "linkReference" || node.type === "imageReference" || node.type === "footnoteReference") return;
    if (node.type === "link" && body.text[node.position?.start.offset ?? 0] !== "[") return;
    if (node.type === "text") {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      stretches.push({ start, end, typed: body.text.slice(start, end), isInHeading, isQuoted });
    } else if ("children" in node) {
      for (const child of node.children)
        walk(child, isInHeading || node.type === "heading", isQuoted || node.type === "blockquote");
    }
  };
  walk(body.tree, false, false);
  return stretches;
}
