import type { List, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { GlossarySection, NumberedText } from "../../model/tree.ts";
import { type InlineLine, joinLines, linesOf } from "../../text/inline-lines.ts";
import { placeOf, placeOnLine } from "../../text/place.ts";
import { groupLines, readApart, readEntry } from "./list-entry.ts";
import { type ListEntry, type ListReading, moreThanWords, raiseMore } from "./list-reading.ts";
import { readTable } from "./table.ts";

/**
 * Reads what stands under a heading "Abbreviations": lines, paragraphs, list items, definition lists or the rows of a table.
 * What is no entry stays in the section as text; what looks like an entry and cannot be read is raised at its line.
 */
export function readAbbreviationList(text: NumberedText, section: GlossarySection, raise: Raise): readonly ListEntry[] {
  const reading: ListReading = { text, entries: [], raise };
  section.children = joinDefinitions(section.children).flatMap((block) => readBlock(reading, block));
  return reading.entries;
}

/** What is left of a block when its entries are taken out. */
function readBlock(reading: ListReading, block: RootContent): RootContent[] {
  switch (block.type) {
    case "paragraph":
      return readParagraph(reading, block);
    case "list":
      return readItems(reading, block);
    case "table":
      return readTable(reading, block, undefined);
    case "captionedTable": {
      const [caption, table] = block.children;
      if (caption?.type === "caption" && table?.type === "table") return readTable(reading, table, caption);
      return [block];
    }
    default:
      raiseEntriesWithin(reading, block);
      return [block];
  }
}

/** A term and, below an empty line, `: its long form` are one paragraph. */
function joinDefinitions(blocks: readonly RootContent[]): readonly RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    const [first, ...rest] = block.type === "paragraph" ? block.children : [];
    const isDefinition =
      above?.type === "paragraph" && block.type === "paragraph" && first?.type === "text" && /^:\s/.test(first.value);
    if (isDefinition && isTerm(above, first.value)) {
      const children: PhrasingContent[] = [...above.children, { type: "text", value: "\n" }, first, ...rest];
      joined.splice(-1, 1, { ...above, children });
    } else joined.push(block);
  }
  return joined;
}

function isTerm(paragraph: Paragraph, definition: string): boolean {
  const [only, ...others] = paragraph.children;
  const term = only?.type === "strong" || only?.type === "emphasis" ? only.children[0] : only;
  return others.length === 0 && term?.type === "text" && readApart(term.value, definition.slice(1)) !== undefined;
}

function readParagraph(reading: ListReading, paragraph: Paragraph): RootContent[] {
  const lines = linesOf(reading.text, paragraph);
  const left: InlineLine[][] = [];
  let isLastLeft = false;
  let isRead = false;
  for (const group of groupLines(lines.map(({ text }) => text))) {
    const own = lines.slice(group.first, group.last + 1);
    const place = own[0]?.place ?? placeOf(reading.text, paragraph);
    const more = moreThanWords(own.flatMap(({ nodes }) => nodes));
    if (group.kind === "entry" && more === undefined) {
      reading.entries.push({ ...group.entry, place });
      isLastLeft = false;
      isRead = true;
      continue;
    }
    if (group.kind === "entry" && more !== undefined) raiseMore(reading, more);
    else if (group.kind === "no separator" || group.kind === "no long form")
      reading.raise({ ...UNREAD[group.kind], place });
    if (isLastLeft) left.at(-1)?.push(...own);
    else left.push(own);
    isLastLeft = true;
  }
  if (!isRead) return [paragraph];
  return left.map((own) => ({ type: "paragraph", children: joinLines(own), position: paragraph.position }));
}

const UNREAD: Readonly<Record<"no separator" | "no long form", Omit<Finding, "place">>> = {
  "no separator": {
    rule: "abbreviation-entry-unread",
    message: "this line looks like an abbreviation and its long form, and nothing stands between the two",
    fix: "put a dash with spaces around it between them: HSB – Harmful Sexual Behaviour",
  },
  "no long form": {
    rule: "abbreviation-entry-unread",
    message: "an abbreviation stands on this line without its long form",
    fix: "write the long form behind it, with a dash between the two: HSB – Harmful Sexual Behaviour",
  },
};

function readItems(reading: ListReading, list: List): RootContent[] {
  const rest = list.children.flatMap((item, index) => {
    const [only, ...others] = item.children;
    if (only?.type === "paragraph" && others.length === 0) {
      const left = readParagraph(reading, only).filter((block) => block.type === "paragraph");
      return left.length === 0 ? [] : [{ index, item: { ...item, children: left } }];
    }
    raiseEntriesWithin(reading, item);
    return [{ index, item }];
  });
  const [first] = rest;
  if (first === undefined) return [];
  const start = list.ordered === true ? (list.start ?? 1) + first.index : list.start;
  return [{ ...list, ...(start === undefined ? {} : { start }), children: rest.map(({ item }) => item) }];
}

/** Raises entries where none are read: in a list within the list, a quotation, code. Notes and headings hold none. */
function raiseEntriesWithin(reading: ListReading, block: Nodes): void {
  const { text, raise } = reading;
  const raiseAt = (place: Place): void =>
    raise({
      rule: "abbreviation-entry-unread",
      place,
      message: "an abbreviation stands in a list within a list, in a quotation or in code, where none is read",
      fix: "put it on a line of its own at the margin",
    });
  if (block.type === "paragraph") {
    for (const line of linesOf(text, block)) if (readEntry(line.text) !== undefined) raiseAt(line.place);
  } else if (block.type === "code") {
    const first = block.position?.start.line ?? 1;
    // The first line of a block between fences is the fence.
    const fence = /^\s*(?:```|~~~)/.test(text.text.slice(block.position?.start.offset ?? 0)) ? 1 : 0;
    for (const [index, line] of block.value.split("\n").entries()) {
      if (readEntry(line) !== undefined)
        raiseAt(placeOnLine(text, first + index + fence, 1, Math.max(2, line.length + 1)));
    }
  } else if ("children" in block && block.type !== "footnoteDefinition" && block.type !== "heading") {
    for (const child of block.children) raiseEntriesWithin(reading, child);
  }
}
