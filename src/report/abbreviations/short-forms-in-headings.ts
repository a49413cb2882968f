import type { Heading, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import { isWithheldPart } from "../../model/tree.ts";
import { placeOf, type Readable } from "../../text/place.ts";
import { withoutShouted } from "./all-caps.ts";
import { type Explained, placeOfDefinition } from "./reading-order.ts";
import { findShortForms, type ShortFormIndex } from "./trie.ts";
import type { AbbreviationFindings, Entry, Passage } from "./uses.ts";

/** A heading, and the text that its position counts in. */
interface PlacedHeading {
  readonly heading: Heading;
  readonly text: Readable;
  readonly isWithheld?: true;
}

/** Which headings use which entries, in reading order, and whether the title does. */
export interface HeadingUses {
  readonly headings: ReadonlyMap<Entry, readonly PlacedHeading[]>;
  readonly inTitle: ReadonlySet<Entry>;
}

/** Finds the uses in the headings and in the title, which stay free of marks. */
export function findHeadingUses(
  { content, text, title }: Pick<AbbreviationFindings, "content" | "text" | "title">,
  index: ShortFormIndex<Entry>,
): HeadingUses {
  const usedIn = (words: string): ReadonlySet<Entry> =>
    new Set(withoutShouted(words, findShortForms(words, index)).map(({ entry }) => entry));
  const headings = new Map<Entry, PlacedHeading[]>();
  for (const placed of headingsOf(content, { text })) {
    for (const entry of usedIn(textOf(placed.heading))) {
      const known = headings.get(entry);
      if (known === undefined) headings.set(entry, [placed]);
      else known.push(placed);
    }
  }
  return { headings, inTitle: usedIn(title.text) };
}

function headingsOf(nodes: readonly Nodes[], where: Omit<PlacedHeading, "heading">): readonly PlacedHeading[] {
  return nodes.flatMap((node) => {
    if (node.type === "heading") return [{ ...where, heading: node }];
    if (!("children" in node) || node.type === "paragraph" || node.type === "table") return [];
    const inText = node.type === "annexSection" ? { ...where, text: node.writtenIn ?? where.text } : where;
    return headingsOf(node.children, isWithheldPart(node) ? { ...inText, isWithheld: true } : inText);
  });
}

/** Raises where a short form is in a heading, or in the title, and is explained only below it. */
export function raiseInHeading(
  { content, text, passages, title }: AbbreviationFindings,
  explained: readonly Explained[],
  { headings, inTitle }: HeadingUses,
  raise: Raise,
): void {
  const texts = textsInOrder(content, text);
  for (const { entry, first, isFor } of explained) {
    const { short, long } = entry;
    const rest = { rule: "abbreviation-in-heading", fix: `write "${long}" there` } as const;
    const related = { message: "explained here", place: placeOfDefinition(first) };
    const passage = passages[first.order] ?? first.passage;
    const rank = texts.indexOf(passage.where.text);
    const above = headings.get(entry)?.find((placed) => {
      const rankOfHeading = texts.indexOf(placed.text);
      const isAbove = rankOfHeading === rank ? startOf(placed.heading) < startOfBlock(passage) : rankOfHeading < rank;
      return isAbove && isFor(placed);
    });
    if (above !== undefined) {
      const message = `${short} is used in this heading, and explained only below it`;
      raise({ ...rest, place: placeOf(above.text, above.heading), message, related });
    }
    if (inTitle.has(entry) && isFor({})) {
      const message = `${short} is used in the title, where nothing explains it`;
      raise({ ...rest, place: title.place(), message, related });
    }
  }
}

/** The report's own text, and those of annexes that are files of their own, as they follow it. */
function textsInOrder(content: readonly RootContent[], text: Readable): readonly Readable[] {
  const annexes = content.flatMap((node) => (node.type === "annexSection" ? (node.writtenIn ?? []) : []));
  return [text, ...annexes];
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function startOfBlock({ inline: { pieces } }: Passage): number {
  const [first] = pieces;
  return first === undefined ? 0 : startOf(first.node);
}
