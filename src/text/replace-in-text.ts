import type { Nodes, Parent, PhrasingContent, RootContent } from "mdast";
import { countWhile } from "./count-while.ts";
import { type InlineText, lengthInText, partOfText } from "./inline-text.ts";

/** A stretch of running text that becomes a node of its own. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  /**
   * Makes the node; `children` is what was there, `isInLink` whether a link is around or within it. Not called where
   * the stretch is left as it is.
   */
  readonly make: (children: PhrasingContent[], isInLink: boolean) => PhrasingContent;
  /** Whether the stretch may go over several nodes, as in `**NHS** England`. */
  readonly mayGoOver?: true;
}

/** A node, or a part of a text node, and where it is in the running text. */
interface Part {
  readonly node: RootContent;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts nodes in place of stretches of text, in order; one that begins within another is left out. A stretch that goes
 * beyond a text node is left as it is, unless it may, and takes whole nodes beside parts of texts: no emphasis and no
 * link is divided.
 */
export function replaceInText(inline: InlineText, replacements: readonly Replacement[]): void {
  const apart = withoutOverlaps(replacements);
  const byStart = new Map(apart.map((replacement) => [replacement.start, replacement]));
  const rebuild = (parent: Parent, from: number, isInLink: boolean): void => {
    const parts = cut(parent.children, from, inline, apart);
    const children: RootContent[] = [];
    for (let index = 0; index < parts.length; ) {
      const { node, start } = parts[index] ?? { node: undefined, start: 0 };
      if (node === undefined) break;
      const replacement = byStart.get(start);
      const words = replacement && stretch(parts, index, replacement);
      if (replacement !== undefined && words !== undefined)
        children.push(replacement.make(words, isInLink || words.some(holdsLink)));
      else {
        if ("children" in node) rebuild(node, start, isInLink || isLink(node));
        children.push(node);
      }
      index += words?.length ?? 1;
    }
    parent.children = children;
  };
  rebuild(inline.block, 0, false);
}

function withoutOverlaps(replacements: readonly Replacement[]): readonly Replacement[] {
  let last = 0;
  return replacements.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** Divides the texts among neighbours where replacements begin and end. */
function cut(
  nodes: readonly RootContent[],
  from: number,
  inline: InlineText,
  replacements: readonly Replacement[],
): readonly Part[] {
  const parts: Part[] = [];
  let start = from;
  let next = countWhile(replacements, (one) => one.end <= from);
  for (const node of nodes) {
    const end = start + lengthInText(inline, node);
    if (node.type === "text") {
      const cuts = [start];
      for (; (replacements[next]?.start ?? end) < end; next++) {
        const replacement = replacements[next];
        if (replacement === undefined) break;
        const isWithin = replacement.start >= start && replacement.end <= end;
        if (isWithin || replacement.mayGoOver)
          cuts.push(Math.max(replacement.start, start), Math.min(replacement.end, end));
        if (replacement.end > end) break;
      }
      cuts.push(end);
      for (const [index, at] of cuts.entries()) {
        const to = cuts[index + 1];
        if (to !== undefined && to > at) {
          const isWhole = at === start && to === end;
          parts.push({ node: isWhole ? node : partOfText(node, at - start, to - start), start: at, end: to });
        }
      }
    } else {
      parts.push({ node, start, end });
      while ((replacements[next]?.end ?? Number.POSITIVE_INFINITY) <= end) next++;
    }
    start = end;
  }
  return parts;
}

/** The nodes that a replacement takes; none where it cannot. */
function stretch(
  parts: readonly Part[],
  first: number,
  { end, mayGoOver }: Replacement,
): PhrasingContent[] | undefined {
  const words: PhrasingContent[] = [];
  let reached = -1;
  for (let index = first; (parts[index]?.start ?? end) < end; index++) {
    const part = parts[index];
    if (part === undefined || !isWords(part.node)) return undefined;
    words.push(part.node);
    reached = part.end;
  }
  const isOfText = words.length === 1 && words[0]?.type === "text";
  return reached === end && (isOfText || (mayGoOver && words.length > 1)) ? words : undefined;
}

/** Whether a node holds words only: no note, and so no link that the program makes. */
function isWords(node: RootContent): node is PhrasingContent {
  if (node.type === "text" || node.type === "break") return true;
  const mayHold = node.type === "emphasis" || node.type === "strong" || node.type === "delete" || node.type === "link";
  return mayHold && node.children.every(isWords);
}

/** The use of an abbreviation that leads to its entry is a link, too. */
function isLink(node: Nodes): boolean {
  return node.type === "link" || (node.type === "abbreviationUse" && node.entry !== undefined);
}

function holdsLink(node: Nodes): boolean {
  return isLink(node) || ("children" in node && node.children.some(holdsLink));
}
