import type { Nodes } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";

/** One entry of a list of abbreviations that an author wrote. */
export interface ListEntry {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

/** What reading a list needs: its text, where entries go, and who hears of what cannot be read. */
export interface ListReading {
  readonly text: NumberedText;
  readonly entries: ListEntry[];
  readonly raise: Raise;
}

/** The first note, image or piece of code within nodes: it would be lost with an entry that is taken out. */
export function moreThanWords(nodes: readonly Nodes[]): Nodes | undefined {
  for (const node of nodes) {
    if (node.type === "footnoteReference" || node.type === "image" || node.type === "inlineCode") return node;
    const inner = "children" in node ? moreThanWords(node.children) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Raises that an entry stays as text for the sake of a note, an image or code. */
export function raiseMore({ text, raise }: ListReading, more: Nodes): void {
  const message =
    "a note, an image or code stands in the list of abbreviations, so this part of the list stays as it is";
  const fix = "take it out, and put the note where the abbreviation is used";
  raise({ rule: "abbreviation-entry-unread", place: placeOf(text, more), message, fix });
}
