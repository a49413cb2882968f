import type { Nodes } from "mdast";
import type { Place } from "../../model/source.ts";
import type { BlockContext } from "../../text/inline-blocks.ts";
import { placeInText } from "../../text/inline-text.ts";
import type { ProseDefinition } from "./definitions-in-prose.ts";
import { comparable } from "./normalise-long-form.ts";
import type { AbbreviationFindings, Entry, Passage } from "./uses.ts";
import { KNOWN_ABBREVIATIONS } from "./well-known.ts";

/** A definition in running text, and the block that it stands in. */
export interface Placed {
  readonly passage: Passage;
  /** When its block is read, among all blocks. */
  readonly order: number;
  readonly definition: ProseDefinition;
}

/** When each block is read: one of a note, with the block that first refers to the note. */
export function readingOrder(passages: readonly Passage[]): readonly number[] {
  const referring = new Map<string, number>();
  if (passages.some(({ where }) => where.note !== undefined)) {
    for (const [index, { inline }] of passages.entries()) {
      for (const note of inline.block.children.flatMap(notesIn)) if (!referring.has(note)) referring.set(note, index);
    }
  }
  return passages.map(({ where: { note } }, index) => (note === undefined ? index : (referring.get(note) ?? index)));
}

function notesIn(node: Nodes): readonly string[] {
  if (node.type === "footnoteReference") return [node.identifier];
  return "children" in node ? node.children.flatMap(notesIn) : [];
}

/** The definitions in running text by their short forms, each as it is read. */
export function definitionsInOrder(
  passages: readonly Passage[],
  orders: readonly number[],
): ReadonlyMap<string, readonly Placed[]> {
  const placed = new Map<string, Placed[]>();
  for (const [index, passage] of passages.entries()) {
    for (const definition of passage.definitions) {
      const one = { passage, order: orders[index] ?? index, definition };
      const known = placed.get(definition.short);
      if (known === undefined) placed.set(definition.short, [one]);
      else known.push(one);
    }
  }
  for (const all of placed.values()) all.sort((a, b) => a.order - b.order);
  return placed;
}

/** The place of the short form in its definition. */
export function placeOfDefinition({ passage, definition }: Placed): Place {
  return placeInText(passage.where.text, passage.inline, definition.shortStart, definition.shortEnd);
}

/** An entry that the text explains, the definition that counts for its readers, and whether these are readers of a block. */
export interface Explained {
  readonly entry: Entry;
  readonly first: Placed;
  /** Public words are not judged by what only a withheld passage explains; nor are withheld ones, where both explain it. */
  readonly isFor: (where: Pick<BlockContext, "isWithheld">) => boolean;
}

/** The entries that the text explains, whether or not something else does. */
export function explainedInText(
  { entries }: Pick<AbbreviationFindings, "entries">,
  placed: ReadonlyMap<string, readonly Placed[]>,
): readonly Explained[] {
  return [...placed].flatMap(([short, all]) => {
    const first = all.find(({ passage }) => passage.where.isWithheld === undefined) ?? all[0];
    const entry = entries.get(short);
    if (first === undefined || entry === undefined) return [];
    const { isWithheld } = first.passage.where;
    return [{ entry, first, isFor: (where) => where.isWithheld === isWithheld }];
  });
}

/** Those that nothing but the text explains. The list, the frontmatter and the settings do so from the start, and some short forms every reader knows. */
export function explainedOnlyInText(
  { site, known }: Pick<AbbreviationFindings, "site" | "known">,
  explained: readonly Explained[],
): readonly Explained[] {
  return explained.filter(({ entry: { short, long, isDeclared } }) => {
    const ofSite = site.get(short);
    const isOfSite = ofSite !== undefined && comparable(ofSite) === comparable(long);
    return !isDeclared && !isOfSite && !known.has(short) && !KNOWN_ABBREVIATIONS.has(short);
  });
}
