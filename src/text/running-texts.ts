import type { Nodes, Parent } from "mdast";
import { findWebAddresses } from "../addresses/web-addresses.ts";
import type { Frontmatter } from "../model/report.ts";
import type { Place } from "../model/source.ts";
import type { ParsedText } from "../model/tree.ts";
import { inlineText, pieceAt, placeInText } from "./inline-text.ts";

/** The words of one paragraph, heading or cell, read through emphasis and links. */
export interface RunningText {
  readonly kind: "paragraph" | "heading" | "tableCell";
  readonly isInNote: boolean;
  readonly lang: Frontmatter["lang"];
  readonly text: string;
  /** The same text, as long, in which bare web and e-mail addresses are blotted out. */
  readonly words: string;
  /** The place in the author's file of a stretch of the text. */
  readonly placeAt: (start: number, end: number) => Place;
  /** Whether the author broke the line there for certain, so that what is on both sides is apart. */
  readonly isBrokenAt: (offset: number) => boolean;
  readonly isInLink: (offset: number) => boolean;
}

/** Every running text, in the order in which it is typed. */
export function runningTexts(text: ParsedText, lang: Frontmatter["lang"]): readonly RunningText[] {
  const found: RunningText[] = [];
  const walk = (node: Nodes, isInNote: boolean): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      found.push(runningText(text, node, { kind: node.type, isInNote, lang }));
    else if ("children" in node)
      for (const child of node.children) walk(child, isInNote || node.type === "footnoteDefinition");
  };
  walk(text.tree, false);
  return found;
}

function runningText(
  text: ParsedText,
  block: Parent,
  about: Pick<RunningText, "kind" | "isInNote" | "lang">,
): RunningText {
  const inline = inlineText(block);
  const breaks = new Set(inline.breaks);
  // What is added to an object that was spread takes V8 a microsecond each: there are hundreds of these in a report.
  const { kind, isInNote, lang } = about;
  return {
    kind,
    isInNote,
    lang,
    text: inline.text,
    words: withoutAddresses(inline.text),
    placeAt: (start, end) => placeInText(text, inline, start, end),
    isBrokenAt: (offset) => breaks.has(offset),
    isInLink: (offset) => pieceAt(inline, offset)?.isInLink === true,
  };
}

const BLOT = "\uFFFC";

function withoutAddresses(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const address of [...findWebAddresses(text)].sort((a, b) => a.start - b.start)) {
    if (address.start < end) continue;
    parts.push(text.slice(end, address.start), BLOT.repeat(address.end - address.start));
    end = address.end;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(end);
}
