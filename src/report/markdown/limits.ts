import type { Raise } from "../../diagnostics/catalogue.ts";
import { indentOf, paragraphsOfLines } from "./paragraph-ends.ts";

/**
 * What a text may hold before it is parsed. micromark recurses on nesting, and on some shapes its time grows with the
 * square of the text. Each bound keeps its shape near a second and lies far above what reports hold.
 */
const IN_PARAGRAPH = {
  characters: [100_000, "characters"],
  lines: [1_500, "lines"],
  openBrackets: [100, "brackets that are open at once"],
  brackets: [4_000, "square brackets"],
  emphasisMarks: [1_500, "marks of emphasis (* or _)"],
  angleBrackets: [500, "signs <"],
} as const;

const IN_TEXT = {
  underlinedHeadings: [400, "headings that are underlined with === or ---"],
  quotations: [2_000, "quotations"],
  footnotes: [2_000, "footnotes"],
  listItems: [10_000, "list items"],
  tableCells: [60_000, "table cells"],
  blocks: [20_000, "paragraphs and headings"],
  lines: [100_000, "lines"],
  references: [20_000, "references to paragraphs and annexes"],
  addresses: [20_000, "web addresses"],
  explanations: [10_000, "short forms that are explained in brackets"],
  readAgain: [30_000_000, "characters after links and < signs of the same paragraph, counted for each of these"],
  marks: [50_000, "marks (* _ ~ ` [ ] < & or \\)"],
} as const;

const MAX_NESTING = 100;

/** A note's label as the parser reads it; `[` begins another. */
const NOTE = String.raw`\[\^(?:\\[[\]\\]|\\(?![[\]\\])|[^\]\s[\\])+\]:`;
const CONTAINERS = new RegExp(String.raw`^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|${NOTE}))+`);
const MARKERS = { quotations: />/g, footnotes: new RegExp(NOTE, "g"), listItems: /[-+*]|\d{1,9}[.)]/g } as const;
const BLOCK_OPENING = /^ {0,3}:{3,}[a-z]/;
const BLOCK_CLOSING = /^ {0,3}:{3,}\s*$/;
const TABLE_ROW = /^[ \t>]*\|/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
/** "Behaviour (HSB" and "HSB (Harmful". */
const EXPLANATION = /\([A-Z]/g;
const LINK = /\]\(/g;
const ADDRESS = /:\/\//g;
const REFERENCE = /\b(?:para|baragraff|mharagraff|pharagraff|annex|appendi|atodiad)/gi;

type Counts<Limits> = { -readonly [Name in keyof Limits]: number };

const NONE_IN_PARAGRAPH = none(IN_PARAGRAPH);
const NONE_IN_TEXT = none(IN_TEXT);

/** Raises what makes a text too costly to parse, at its line; true when it may be parsed. */
export function withinLimits(path: string, body: string, raise: Raise): boolean {
  const whole = { ...NONE_IN_TEXT };
  const paragraphEnds = paragraphsOfLines();
  let paragraph = { ...NONE_IN_PARAGRAPH };
  let isQuoted = false;
  let blocks = 0;
  let links = 0;
  let readAgain = 0;
  for (const [index, line] of body.split("\n").entries()) {
    const indent = indentOf(line);
    const first = line.charAt(indent);
    whole.lines++;
    const kind = paragraphEnds(line, indent);
    if (kind !== "continues") {
      paragraph = { ...NONE_IN_PARAGRAPH };
      links = 0;
      readAgain = 0;
    }
    if (kind === "empty" && whole.lines <= IN_TEXT.lines[0]) {
      isQuoted = false;
      continue;
    }
    const begun = MARKS.includes(first) ? countMarkers(line) : NO_MARKERS;
    if (first === ":" && BLOCK_OPENING.test(line)) blocks++;
    else if (first === ":" && BLOCK_CLOSING.test(line)) blocks = Math.max(0, blocks - 1);
    const depth = Math.max(begun.quotations + begun.footnotes + begun.listItems, blocks);
    if (depth > MAX_NESTING || isFarIn(line)) {
      const message = `lists, quotations or blocks are nested more than ${MAX_NESTING} deep on this line`;
      const fix = "take away the spaces, dashes, colons or > signs at its start";
      raise({ rule: "text-too-deep", place: { path, line: index + 1, column: 1 }, message, fix });
      return false;
    }
    const isTable = begun.cells > 0;
    const isItem = begun.listItems + begun.footnotes > 0;
    if (paragraph.lines > 0 && UNDERLINE.test(line)) whole.underlinedHeadings++;
    whole.explanations += line.match(EXPLANATION)?.length ?? 0;
    whole.references += line.match(REFERENCE)?.length ?? 0;
    whole.addresses += line.match(ADDRESS)?.length ?? 0;
    whole.tableCells += begun.cells;
    whole.listItems += begun.listItems;
    whole.footnotes += begun.footnotes;
    if (!isQuoted || isItem) whole.quotations += begun.quotations;
    isQuoted = begun.quotations > 0;

    if (paragraph.lines === 0 && !isTable) whole.blocks++;
    // The words of a definition are no Markdown.
    if (kind === "definition") paragraph.characters += line.length;
    else whole.marks += count(line, paragraph);
    // Where a link or a tag does not end, the parser looks for its end through all of the paragraph.
    links += line.match(LINK)?.length ?? 0;
    const all = (links + paragraph.angleBrackets) * paragraph.characters;
    whole.readAgain += all - readAgain;
    readAgain = all;
    const inParagraph = firstOver(paragraph, IN_PARAGRAPH);
    const over = inParagraph ?? firstOver(whole, IN_TEXT);
    if (over !== undefined) {
      const message = `${inParagraph === undefined ? "the text" : "this paragraph"} has more than ${over}`;
      const fix =
        inParagraph === undefined
          ? path.startsWith("reports/")
            ? "divide the text: move part of it into an annex, a separate file that `annexes:` names"
            : "divide the text: move part of it into a plain page or another report"
          : "put an empty line between paragraphs, and a backslash before characters that are meant as text";
      raise({ rule: "text-too-complex", place: { path, line: index + 1, column: 1 }, message, fix });
      return false;
    }
  }
  return true;
}

/** The signs with which a list, a quotation, a note or a table begins. */
const MARKS = ">-+*0123456789[|";
const NO_MARKERS = { quotations: 0, footnotes: 0, listItems: 0, cells: 0 } as const;

function countMarkers(line: string): { readonly [Name in keyof typeof NO_MARKERS]: number } {
  const containers = CONTAINERS.exec(line)?.[0] ?? "";
  const withoutNotes = containers.replace(MARKERS.footnotes, "");
  const occurrences = (text: string, marker: RegExp): number => text.match(marker)?.length ?? 0;
  return {
    quotations: occurrences(withoutNotes, MARKERS.quotations),
    footnotes: occurrences(containers, MARKERS.footnotes),
    listItems: occurrences(withoutNotes, MARKERS.listItems),
    cells: TABLE_ROW.test(line) ? line.split("|").length : 0,
  };
}

/** Two spaces are the least that a list in a list is indented by. */
function isFarIn(line: string): boolean {
  if (!line.startsWith(" ") && !line.startsWith("\t")) return false;
  return (/^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0) >= MAX_NESTING * 2;
}

/** Adds what a line holds to what its paragraph holds; gives the number of its marks. */
function count(line: string, paragraph: Counts<typeof IN_PARAGRAPH>): number {
  paragraph.characters += line.length;
  paragraph.lines++;
  if (!HAS_MARKS.test(line)) return 0;
  let marks = 0;
  let open = paragraph.openBrackets;
  let deepest = open;
  let previous = "";
  for (const character of line) {
    if (character === "[") deepest = Math.max(deepest, ++open);
    else if (character === "]") open = Math.max(0, open - 1);
    if (character === "[" || character === "]") paragraph.brackets++;
    else if (character === "<") paragraph.angleBrackets++;
    else if ((character === "*" || character === "_" || character === "~") && character !== previous)
      paragraph.emphasisMarks++;
    if (SINGLE_MARKS.includes(character) || (RUNS_OF_MARKS.includes(character) && character !== previous)) marks++;
    previous = character;
  }
  paragraph.openBrackets = deepest > IN_PARAGRAPH.openBrackets[0] ? deepest : open;
  return marks;
}

/**
 * The signs that the parser makes a node of, or looks whether it can: those that it takes one by one, and those that it
 * takes as a run.
 */
const SINGLE_MARKS = "[]<&\\";
const RUNS_OF_MARKS = "*_~`";
const HAS_MARKS = /[[\]<&\\*_~`]/;

function none<Limits extends object>(limits: Limits): Counts<Limits> {
  return Object.fromEntries(Object.keys(limits).map((name) => [name, 0])) as Counts<Limits>;
}

function firstOver<Limits extends Record<string, readonly [number, string]>>(
  counts: Counts<Limits>,
  limits: Limits,
): string | undefined {
  for (const name in limits) {
    const limit = limits[name];
    if (limit !== undefined && counts[name] > limit[0]) return `${limit[0]} ${limit[1]}`;
  }
  return undefined;
}
