import type { List, Nodes } from "mdast";
import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/**
 * Gives the points of one list one sign. Markdown takes another sign for another list; where the next point stands on the very next
 * line, one list was meant.
 */
export const listMarkers: ReportFix = {
  names: ["list-markers"],
  changesBlocks: true,
  find: inEachText((text) => {
    const corrections: Correction[] = [];
    const walk = (node: Nodes): void => {
      if (!("children" in node)) return;
      let sign: string | undefined;
      for (const [index, child] of node.children.entries()) {
        const above = node.children[index - 1];
        if (child.type === "list" && above?.type === "list" && goesOn(text, above, child)) {
          sign ??= signOf(text, above);
          corrections.push(...withSign(text, child, sign));
        } else sign = undefined;
        walk(child);
      }
    };
    walk(text.body.tree);
    return corrections;
  }),
};

/** Numbers in a list within a list may go on, too; at the margin they may be those of paragraphs. */
function goesOn(text: FixableText, above: List, list: List): boolean {
  if (above.ordered !== list.ordered || (above.position?.end.line ?? 0) + 1 !== list.position?.start.line) return false;
  if (list.ordered !== true) return true;
  return isWithin(above) && list.start === (above.start ?? 1) + above.children.length && signOf(text, list) !== "";
}

function isWithin({ position }: List): boolean {
  return (position?.start.column ?? 0) > 3;
}

function signOf(text: FixableText, { children: [item] }: List): string {
  const start = item?.position?.start.offset ?? 0;
  return /^(?:[-+*]|\d{1,9}([.)]))/.exec(text.body.text.slice(start, start + 12))?.[0].at(-1) ?? "";
}

function withSign(text: FixableText, { children }: List, sign: string): readonly Correction[] {
  return children.flatMap(({ position }) => {
    const start = position?.start.offset ?? 0;
    const typed = /^(?:[-+*]|\d{1,9}[.)])/.exec(text.body.text.slice(start, start + 12))?.[0];
    const at = start + (typed?.length ?? 1) - 1;
    return typed === undefined || typed.endsWith(sign)
      ? []
      : [correctionOfBody(text, "list-markers", [at, at + 1], sign)];
  });
}
