import type { Paragraph, PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Place } from "../model/source.ts";
import { placeOf, placeOnLine, type Readable, typedText } from "./place.ts";

/** One line of a paragraph, as the author broke it. */
export interface InlineLine {
  readonly nodes: readonly PhrasingContent[];
  readonly text: string;
  /** From the first character of the line that is typed, behind its indent, to its last. */
  readonly place: Place;
}

/** Divides a paragraph into its lines; emphasis and links that go over the end of a line are divided with it. */
export function linesOf(text: Readable, paragraph: Paragraph): readonly InlineLine[] {
  const lines = divide(paragraph.children);
  const whole = placeOf(text, paragraph);
  const typed = typedText(text, paragraph).split("\n");
  return lines.map((nodes, index) => {
    const words = nodes.map((node) => textOf(node)).join("");
    return {
      nodes,
      text: words,
      place: typed.length === lines.length ? placeOfLine(text, whole, typed, index) : whole,
    };
  });
}

/** The content of some lines as that of one paragraph. */
export function joinLines(lines: readonly InlineLine[]): PhrasingContent[] {
  return lines.flatMap(({ nodes }, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: "text" as const, value: "\n" }]),
    ...nodes,
  ]);
}

function placeOfLine(text: Readable, whole: Place, typed: readonly string[], index: number): Place {
  const line = typed[index] ?? "";
  const indent = index === 0 ? whole.column - 1 : (/^[\s>]*/.exec(line)?.[0].length ?? 0);
  const before = index === 0 ? whole.column - 1 : 0;
  return placeOnLine(text, whole.line + index, indent + 1, before + line.trimEnd().length + 1);
}

function divide(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  const put = (parts: readonly (readonly PhrasingContent[])[]): void => {
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...part);
    }
  };
  for (const node of nodes) {
    if (node.type === "break") put([[], []]);
    else if (node.type === "text")
      put(node.value.split("\n").map((value) => (value === "" ? [] : [{ ...node, value }])));
    else if (node.type === "emphasis" || node.type === "strong" || node.type === "delete" || node.type === "link")
      put(divide(node.children).map((children) => (children.length === 0 ? [] : [{ ...node, children }])));
    else put([[node]]);
  }
  return lines;
}
