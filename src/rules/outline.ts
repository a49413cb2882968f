import type { Heading, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexSection, NumberedText } from "../model/tree.ts";
import { typedText } from "../text/place.ts";

/** A heading of a numbered text, with what stands under it up to the next. */
export interface OutlineEntry {
  readonly node: Heading | AnnexSection;
  readonly words: string;
  /** 2 for `##`, which annexes have, too. */
  readonly depth: number;
  /** The heading that it stands under; nothing at the top. */
  readonly parent: OutlineEntry | undefined;
  /** Whether something that readers get stands between it and the next heading. */
  readonly hasContent: boolean;
  /** Whether a heading of a deeper level stands under it. */
  readonly hasHeadings: boolean;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** The headings of a numbered text in reading order, those in annexes and in passages that are withheld, too. */
export function outlineOf(text: NumberedText): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const open: Mutable<OutlineEntry>[] = [];
  const close = (depth: number): Mutable<OutlineEntry> | undefined => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parent.hasHeadings = true;
    return parent;
  };
  const begin = (node: OutlineEntry["node"], depth: number, typed: string): void => {
    const words = typed.trim().replace(/\s+/g, " ");
    const entry = { node, words, depth, parent: close(depth), hasContent: false, hasHeadings: false };
    open.push(entry);
    entries.push(entry);
  };
  const walk = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      const above = open.at(-1);
      if (node.type === "heading") begin(node, node.depth, textOf(node));
      else if (node.type === "annexSection") {
        begin(node, 2, `${node.kind} ${node.letter} ${node.title}`);
        walk(node.children);
      } else if (node.type === "glossarySection") close(/^#+/.exec(typedText(text, node))?.[0].length ?? 2);
      else if (node.type === "exemptPassage") walk(node.children);
      else if (node.type === "recommendation" && node.children.some(({ type }) => type === "heading"))
        walk(node.children);
      else if (above !== undefined && isContent(node)) above.hasContent = true;
    }
  };
  walk(text.tree.children);
  return entries;
}

function isContent(node: Nodes): boolean {
  return node.type !== "footnoteDefinition" && node.type !== "thematicBreak";
}
