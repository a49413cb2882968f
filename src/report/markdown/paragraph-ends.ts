/** What a line is to the paragraph above it. */
export type LineKind = "empty" | "heading" | "definition" | "row" | "begins" | "continues";

const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const DEFINITION = /^ {0,3}\*\[[^[\]]+\]:/;
const NOTE = /^[ \t]*\[\^[^\s[\]\\]{1,500}\]:/;
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
/** An item that begins a list in the middle of a paragraph: it holds something, and its number is 1. */
const FIRST_ITEM = /^[ \t]*(?:[-+*]|1[.)])[ \t]+[^ \t]/;
/** A line that begins no list, quotation or note. */
const WORDS = /^ {0,3}[|\p{L}]/u;
const WORD = /^[\p{L}(“‘£]/u;
const ROW = /^ {0,3}\|/;
const DELIMITER_ROW = /^ {0,3}(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
/** HTML that goes on over empty lines, and what ends it. */
const HTML = [
  [/^ {0,3}<!--/, "-->"],
  [/^ {0,3}<\?/, "?>"],
  [/^ {0,3}<!\[CDATA\[/, "]]>"],
  [/^ {0,3}<![a-z]/i, ">"],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[ \t>]|$)/i, "</"],
] as const;

interface Paragraph {
  /**
   * The column in which it begins, with the marker of a list's item; -1 where lines of several columns may be its
   * first.
   */
  readonly column: number;
  /** The column in which the text of an item begins. */
  readonly textOfItem: number | undefined;
  /** Whether every line begins with a word, so that one further left goes on with it. */
  readonly isWords: boolean;
  /** Whether it is for sure in no list, quotation or note. */
  readonly isAtTop: boolean;
}

/** Text further right than this, measured from the list around it, is code or goes on with a paragraph. */
const MOST_INDENT = 3;

/**
 * Tells of line after line whether a paragraph may go on in it, as the parser sees it. Where that takes more than a
 * look at the lines, it is said to go on: so that what is counted in a paragraph is never less than what the parser
 * reads as one.
 */
export function paragraphsOfLines(): (line: string, indent: number) => LineKind {
  let paragraph: Paragraph | undefined;
  let before = "";
  let isBelowCode = false;
  let isTable = false;
  let closing: string | undefined;
  return (line, indent) => {
    const isInHtml = closing !== undefined;
    closing = closingAfter(line, closing);
    const kind = kindOf();
    isTable =
      !isInHtml && ROW.test(line) && (isTable || (kind === "continues" && beginsTable(before, line, paragraph)));
    before = isInHtml ? "" : line;
    if (kind === "empty" || kind === "heading" || kind === "definition") paragraph = undefined;
    else if (kind !== "continues" || paragraph === undefined) paragraph = begun(line, indent, isBelowCode);
    else paragraph = goneOn(paragraph, line, indent);
    if (kind !== "empty") isBelowCode = widthOf(line, indent) > MOST_INDENT;
    return kind;

    function kindOf(): LineKind {
      const first = line.charAt(indent);
      if (first === "") return "empty";
      if (first === "#" && HEADING.test(line)) return "heading";
      if (first === "*" && DEFINITION.test(line)) return "definition";
      if (isTable) return "row";
      if (paragraph === undefined) return "begins";
      const width = widthOf(line, indent);
      if (!mayBeginBlock(width, paragraph)) return "continues";
      const isSibling = paragraph.textOfItem !== undefined && width < paragraph.textOfItem;
      return (isSibling ? ITEM : FIRST_ITEM).test(line) || NOTE.test(line) ? "begins" : "continues";
    }
  };
}

/** The number of blanks at the start of a line. */
export function indentOf(line: string): number {
  let indent = 0;
  while (line.charAt(indent) === " " || line.charAt(indent) === "\t") indent++;
  return indent;
}

/** The column of a character of a line, counted from 0; a tab goes to the next multiple of four. */
function widthOf(line: string, end: number): number {
  let width = 0;
  for (let at = 0; at < end; at++) width += line.charAt(at) === "\t" ? 4 - (width % 4) : 1;
  return width;
}

/** Whether a marker in this column is one, and not code or words, in whichever list or quotation it is. */
function mayBeginBlock(width: number, { column, textOfItem }: Paragraph): boolean {
  if (width <= MOST_INDENT || width === column) return true;
  return textOfItem !== undefined && width >= textOfItem && width <= textOfItem + MOST_INDENT;
}

/** The parser takes "2. Two" below indented code for a paragraph. */
function begun(line: string, indent: number, isBelowCode: boolean): Paragraph {
  const column = widthOf(line, indent);
  const marker = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/.exec(line.slice(indent, indent + 11))?.[0];
  if (marker === undefined) {
    const isAtTop = indent === 0 && !line.startsWith(">") && !line.startsWith("[^");
    return { column, textOfItem: undefined, isWords: WORD.test(line.slice(indent)), isAtTop };
  }
  if (isBelowCode && !FIRST_ITEM.test(line))
    return { column: -1, textOfItem: undefined, isWords: false, isAtTop: false };
  const end = indent + marker.length;
  const isWords = /^[ \t]{1,4}(?![ \t])/.test(line.slice(end)) && WORD.test(line.slice(end).trimStart());
  return { column, textOfItem: textOfItem(line, end), isWords, isAtTop: false };
}

/** The column of the text after the marker that ends here. */
function textOfItem(line: string, end: number): number {
  const column = widthOf(line, end);
  const blanks = indentOf(line.slice(end));
  const text = widthOf(line, end + blanks);
  return end + blanks === line.length || text - column > 4 ? column + 1 : text;
}

/**
 * A line that is further left may be the first of the paragraph: below code that looked like an item, or an item that
 * holds none.
 */
function goneOn({ column, textOfItem, isWords, isAtTop }: Paragraph, line: string, indent: number): Paragraph {
  const width = widthOf(line, indent);
  const isWord = WORD.test(line.slice(indent));
  const isSure =
    textOfItem === undefined ? width === column : width >= textOfItem || (column <= MOST_INDENT && isWords && isWord);
  return {
    column: isSure ? column : -1,
    textOfItem: isSure ? textOfItem : undefined,
    isWords: isWords && isWord,
    isAtTop: isAtTop && WORDS.test(line),
  };
}

/**
 * Whether these two lines are a table's first; the ones within lists and quotations are left to be counted as a
 * paragraph.
 */
function beginsTable(header: string, line: string, paragraph: Paragraph | undefined): boolean {
  return (
    paragraph?.isAtTop === true && ROW.test(header) && DELIMITER_ROW.test(line) && cellsOf(header) === cellsOf(line)
  );
}

function cellsOf(row: string): number {
  const bars = row.replace(/\\[\\|]/g, "").trim();
  return bars.split("|").length - (bars.endsWith("|") ? 2 : 1);
}

function closingAfter(line: string, closing: string | undefined): string | undefined {
  if (closing !== undefined) return line.includes(closing) ? undefined : closing;
  if (!line.trimStart().startsWith("<")) return undefined;
  const [opening, end] = HTML.find(([begins]) => begins.test(line)) ?? [];
  const rest = opening === undefined ? "" : line.replace(opening, "");
  return end === undefined || rest.includes(end) ? undefined : end;
}
