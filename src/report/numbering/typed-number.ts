import type { ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Place } from "../../model/source.ts";
import { placeOf, placeOnLine, type Readable, typedText } from "../../text/place.ts";
import { readMark, type TypedMark } from "../../text/typed-mark.ts";

/** A mark with its place in the file. */
export interface PlacedMark extends TypedMark {
  readonly place: Place;
}

/** The mark with which a paragraph begins; `3\.5 million` with a backslash begins with none. */
export function markAt(text: Readable, paragraph: Paragraph): PlacedMark | undefined {
  const [first] = paragraph.children;
  const isEmphasised = first?.type === "strong" || first?.type === "emphasis";
  if (first?.type !== "text" && !isEmphasised) return undefined;
  const mark = readMark(typedText(text, paragraph));
  if (mark === undefined || mark.start > 0 !== isEmphasised) return undefined;
  const place = placeOf(text, paragraph);
  const column = place.column + mark.start;
  return { ...mark, place: { ...place, column, endColumn: column + mark.typed.length } };
}

/** The number of a line in bold that stands for the heading of a section, such as `**2. Findings**` above 2.1. */
export function sectionInBold(text: Readable, node: RootContent, next: RootContent | undefined): number | undefined {
  if (node.type !== "paragraph" || next?.type !== "paragraph" || node.children.length !== 1) return undefined;
  const mark = node.children[0]?.type === "strong" ? markAt(text, node) : undefined;
  const below = markAt(text, next);
  const isSection = mark?.kind === "whole" && below?.kind === "decimal" && below.value === `${mark.value}.1`;
  return isSection ? Number(mark.value) : undefined;
}

/** The paragraph without the mark with which it begins. */
export function withoutMark(paragraph: Paragraph, { typed }: TypedMark): Paragraph {
  const children = withoutStart(paragraph.children, typed);
  const [first, ...rest] = children;
  // A mark alone in bold leaves nothing of it, and the blank after it goes, too.
  if (first?.type !== "text") return { ...paragraph, children };
  return { ...paragraph, children: [{ ...first, value: first.value.trimStart() }, ...rest] };
}

function withoutStart(nodes: readonly PhrasingContent[], typed: string): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === "text") {
    const value = first.value.trimStart().slice(typed.length).trimStart();
    return value === "" && rest.length === 0 ? [] : [{ ...first, value }, ...rest];
  }
  if (first?.type !== "strong" && first?.type !== "emphasis") return [...nodes];
  const inner = withoutStart(first.children, typed);
  return inner.length === 0 ? rest : [{ ...first, children: inner }, ...rest];
}

/** The digits that an author typed for an item of a list; Markdown itself counts on from the first item's. */
export function typedDigits(text: Readable, item: ListItem): { readonly digits: number; readonly place: Place } {
  const typed = /^\d{1,9}/.exec(typedText(text, item))?.[0] ?? "";
  const place = placeOf(text, item);
  return { digits: Number(typed), place: { ...place, endColumn: place.column + typed.length + 1 } };
}

/** The marks with which the lines of a paragraph begin, but for the first. */
export function marksOfLines(text: Readable, paragraph: Paragraph): readonly PlacedMark[] {
  const first = paragraph.position?.start.line ?? 0;
  return typedText(text, paragraph)
    .split("\n")
    .flatMap((line, index, { length }): PlacedMark[] => {
      const [before = ""] = /^[\s>]*/.exec(line) ?? [];
      const mark = index === 0 ? undefined : readMark(line.slice(before.length));
      if (mark === undefined) return [];
      // A number alone on the last line ends a sentence.
      if (index === length - 1 && line.slice(before.length).replace(/(?<![*_\s])[*_\s]+$/, "") === mark.typed)
        return [];
      const column = before.length + mark.start + 1;
      return [{ ...mark, place: placeOnLine(text, first + index, column, column + mark.typed.length) }];
    });
}
