import type { Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from "mdast";
import type { Caption } from "../../model/tree.ts";
import { inlineText } from "../../text/inline-text.ts";
import { placeOf } from "../../text/place.ts";
import { goneOn, readApart } from "./list-entry.ts";
import { type ListReading, moreThanWords, raiseMore } from "./list-reading.ts";

/** Words that head the columns of a table of abbreviations, in English and in Welsh. */
const SHORT_COLUMN =
  "abbreviations?|abbr\\.?|acronyms?|initialisms?|initials|letters|short(?:(?:ened)? forms?)?|terms?|byrfodd(?:au)?|acronym(?:au)?";
const LONG_COLUMN =
  "meanings?|long(?:(?:er)? forms?)?|(?:in )?full(?: (?:forms?|names?|titles?|terms?|versions?|words?))?|definitions?|descriptions?|" +
  "explanations?|expan(?:sions?|ded forms?)|stands? for|what it (?:means|stands for)|terms?|words?|names?|ystyr(?:on)?|enw llawn";
const IS_SHORT_COLUMN = headed(SHORT_COLUMN);
const IS_LONG_COLUMN = headed(LONG_COLUMN);

function headed(words: string): RegExp {
  return new RegExp(`^(?:(?:${words})(?:\\s*(?:/|\\bor\\b|\\band\\b|&)\\s*(?=.)|$))*$`, "i");
}

/**
 * Reads the rows of a table of two columns as entries and gives what is left: its caption, and rows that are no
 * entries, which are raised. A table of other columns stays as it is.
 */
export function readTable(reading: ListReading, table: Table, caption: Caption | undefined): RootContent[] {
  const [header] = table.children;
  if (header?.children.length !== 2) {
    reading.raise({
      rule: "abbreviation-entry-unread",
      place: placeOf(reading.text, header ?? table),
      message: "a table of abbreviations has two columns; this one stays as it is, and no abbreviation is read from it",
      fix: "give it one column of short forms and one of long forms",
    });
    return [withCaption(table, caption)];
  }
  const isHeaderRead = isKnownHeader(header) || readRow(reading, header, false);
  let isBelowEntry = isHeaderRead && !isKnownHeader(header) && !isEmpty(header);
  let further: string[] = [];
  const endEntry = (): void => {
    const last = further.length === 0 ? undefined : reading.entries.pop();
    if (last !== undefined) reading.entries.push({ ...last, ...goneOn(last, further) });
    further = [];
  };
  const rest = table.children.slice(1).filter((row) => {
    if (isBelowEntry && goesOn(row)) {
      further.push(words(row.children[1]));
      return false;
    }
    endEntry();
    isBelowEntry = readRow(reading, row, true);
    return !isBelowEntry;
  });
  endEntry();
  const isHeaderLeft = !isHeaderRead && !isEmpty(header);
  if (rest.length > 0) {
    const shown = isHeaderRead && !isKnownHeader(header) ? emptied(header) : header;
    return [withCaption({ ...table, children: [shown, ...rest] }, caption)];
  }
  return [
    ...(caption === undefined ? [] : [paragraphOf(caption.children, caption.position)]),
    ...(isHeaderLeft ? [paragraphOf(wordsOfRow(header), header.position)] : []),
  ];
}

function withCaption(table: Table, caption: Caption | undefined): RootContent {
  const { position } = table;
  return caption === undefined ? table : { type: "captionedTable", children: [caption, table], position };
}

function isKnownHeader({ children: [short, long] }: TableRow): boolean {
  return IS_SHORT_COLUMN.test(words(short)) && IS_LONG_COLUMN.test(words(long));
}

/** True when nothing of a row need stay: it is an entry, or empty. */
function readRow(reading: ListReading, row: TableRow, isInBody: boolean): boolean {
  const [short, long] = row.children;
  if (isEmpty(row)) return true;
  const more = moreThanWords(row.children);
  if (more !== undefined) {
    raiseMore(reading, more);
    return false;
  }
  const entry = readApart(words(short), words(long), !isInBody);
  if (entry !== undefined) {
    reading.entries.push({ ...entry, place: placeOf(reading.text, row) });
    return true;
  }
  reading.raise({
    rule: "abbreviation-entry-unread",
    place: placeOf(reading.text, row),
    message: "this row is not an abbreviation and its long form, so it stays as it is",
    fix: isInBody
      ? "write the short form into the first column and the long form into the second"
      : "head the columns Abbreviation and Meaning",
  });
  return false;
}

/** Whether a row goes on the long form above it: its first cell is empty. */
function goesOn(row: TableRow): boolean {
  return words(row.children[0]) === "" && moreThanWords(row.children) === undefined;
}

function words(cell: TableCell | undefined): string {
  return cell === undefined ? "" : inlineText(cell).text.replace(/\s+/g, " ").trim();
}

function isEmpty(row: TableRow): boolean {
  return moreThanWords(row.children) === undefined && row.children.every((cell) => words(cell) === "");
}

function emptied(row: TableRow): TableRow {
  return { ...row, children: row.children.map((cell) => ({ ...cell, children: [] })) };
}

function wordsOfRow({ children: [short, long] }: TableRow): PhrasingContent[] {
  return [...(short?.children ?? []), { type: "text", value: " – " }, ...(long?.children ?? [])];
}

function paragraphOf(children: PhrasingContent[], position: Paragraph["position"]): Paragraph {
  return { type: "paragraph", children, position };
}
