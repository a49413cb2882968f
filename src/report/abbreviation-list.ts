import type { List, Paragraph, Parent, RootContent, Table } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { GlossarySection, ParsedText, Place } from "../model.ts";
import { placeOf, placeOnLine } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { looksShort } from "./definitions-in-prose.ts";
import { inlineText } from "./inline-text.ts";

/** One entry of a list of abbreviations that an author wrote. */
export interface ListEntry {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

const ENTRY =
  /^\s*([\p{L}\p{N}][^\s:=–—−\t-]*(?:[ &/.-][^\s:=–—−\t]+){0,3}?)\s*(?:\s[-–—−]{1,2}\s|\s*[:=]\s|\s*\t\s*|–|—|\s[-–—−]{1,2})\s*(\S.*)$/u;

/**
 * Reads what stands under a heading "Abbreviations": lines, paragraphs, list items or the rows of a table. What is no entry
 * stays in the section as text; a line that looks like an entry and cannot be read is raised.
 */
export function readAbbreviationList(text: ParsedText, section: GlossarySection, raise: Raise): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  section.children = section.children.flatMap((block): RootContent[] => {
    switch (block.type) {
      case "paragraph":
        return readParagraph(text, block, entries, raise) ? [] : [block];
      case "list":
        return readItems(text, block, entries, raise);
      case "table":
        return readRows(text, block, entries, raise) ? [] : [block];
      case "captionedTable":
        return block.children.some((child) => child.type === "table" && readRows(text, child, entries, raise))
          ? []
          : [block];
      default:
        return [block];
    }
  });
  return entries;
}

/** True when every line of a paragraph was an entry or went on the entry above it. */
function readParagraph(text: ParsedText, paragraph: Paragraph, entries: ListEntry[], raise: Raise): boolean {
  const found: ListEntry[] = [];
  const first = placeOf(text, paragraph);
  if (raiseMore(text, paragraph, raise)) return false;
  for (const [index, line] of linesOf(paragraph).entries()) {
    const place = index === 0 ? first : placeOnLine(text, first.line + index, 1, line.length + 1);
    const entry = readEntry(line);
    const last = found.at(-1);
    if (entry !== undefined) found.push({ ...entry, place });
    else if (last !== undefined) found.splice(-1, 1, { ...last, long: `${last.long} ${line.trim()}` });
    else {
      if (/^\p{Lu}[\p{Lu}\p{N}&]+\b/u.test(line) && line.length < 100) {
        raise({
          rule: "abbreviation-entry-unread",
          place,
          message: "this line looks like an abbreviation and its long form, and nothing stands between the two",
          fix: "put a dash with spaces around it between them: HSB – Harmful Sexual Behaviour",
        });
      }
      return false;
    }
  }
  entries.push(...found);
  return true;
}

/** The lines of a paragraph; the second line of a definition list, ": long form", goes with the first. */
function linesOf(paragraph: Paragraph): readonly string[] {
  return inlineText(paragraph)
    .text.replace(/^([^\n]{1,24})\n:[ \t]+/gm, "$1: ")
    .split("\n");
}

/** Raises what an entry cannot hold, because it would be lost with the list: a note, an image, code. */
function raiseMore(text: ParsedText, block: Parent, raise: Raise): boolean {
  const more = block.children.find((node) => ["footnoteReference", "image", "inlineCode"].includes(node.type));
  const inner = block.children.some((node) => "children" in node && raiseMore(text, node, raise));
  if (more === undefined) return inner;
  const message =
    "a note, an image or code stands in the list of abbreviations, so this part of the list stays as it is";
  const fix = "take it out, and put the note where the abbreviation is used";
  raise({ rule: "abbreviation-entry-unread", place: placeOf(text, more), message, fix });
  return true;
}

/** Reads "HSB – Harmful Sexual Behaviour", with any dash, a colon, an equals sign or a tab; a definition list's leading colon, too. */
function readEntry(line: string): { readonly short: string; readonly long: string } | undefined {
  const match = ENTRY.exec(line);
  const short = match?.[1]?.trim() ?? "";
  const long = match?.[2]?.trim() ?? "";
  const isShort = short.length <= 24 && /^\p{L}/u.test(short) && (looksShort(short) || isName(short, line));
  return isShort && long !== "" && !short.endsWith(".") ? { short, long } : undefined;
}

/** A short form of one capital, such as Ofsted, is a word like any other: only a dash tells it from "Note: …". */
function isName(short: string, line: string): boolean {
  return /^(?=.*\p{Lu})[\p{L}\p{N}\p{M}-]+$/u.test(short) && /^\s*\S+\s*(?:\s[-–—−]{1,2}\s|[–—])/.test(line);
}

function readItems(text: ParsedText, list: List, entries: ListEntry[], raise: Raise): RootContent[] {
  const rest = list.children.filter((item) => {
    const [only, ...others] = item.children;
    return !(only?.type === "paragraph" && others.length === 0 && readParagraph(text, only, entries, raise));
  });
  return rest.length === 0 ? [] : [{ ...list, children: rest }];
}

function readRows(text: ParsedText, table: Table, entries: ListEntry[], raise: Raise): boolean {
  if (raiseMore(text, table, raise)) return false;
  const rows = table.children.map((row) => row.children.map((cell) => textOf(cell).trim()));
  if (rows.some((cells) => cells.length !== 2)) return false;
  for (const [index, [short = "", long = ""]] of rows.entries()) {
    const isHeader = index === 0 && !/^\p{Lu}[\p{Lu}\p{N}&]+s?$/u.test(short);
    const row = table.children[index];
    if (!isHeader && short !== "" && row !== undefined) entries.push({ short, long, place: placeOf(text, row) });
  }
  return true;
}
