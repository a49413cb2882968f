import type { Source } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";

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
} as const;

const MAX_NESTING = 100;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]+\]:))+/;
const MARKERS = { quotations: />/g, footnotes: /\[\^[^\]\s]+\]:/g, listItems: /[-+*]|\d{1,9}[.)]/g } as const;
const BLOCK_OPENING = /^ {0,3}:{3,}[a-z]/;
const BLOCK_CLOSING = /^ {0,3}:{3,}\s*$/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const ABBREVIATION_DEFINITION = /^ {0,3}\*\[/;

type Counts<Limits> = { -readonly [Name in keyof Limits]: number };

/** Raises what makes a text too costly to parse, at its line; true when it may be parsed. */
export function withinLimits(source: Source, body: string, raise: Raise): boolean {
  const whole = none(IN_TEXT);
  let paragraph = none(IN_PARAGRAPH);
  let inQuotation = false;
  let blocks = 0;
  for (const [index, line] of body.split("\n").entries()) {
    const place = { path: source.path, line: index + 1, column: 1 };
    const containers = CONTAINERS.exec(line)?.[0] ?? "";
    const begun = countMarkers(containers);
    if (BLOCK_OPENING.test(line)) blocks++;
    else if (BLOCK_CLOSING.test(line)) blocks = Math.max(0, blocks - 1);
    if (begun.quotations + begun.footnotes + begun.listItems > MAX_NESTING || blocks > MAX_NESTING || isFarIn(line)) {
      raise({
        rule: "text-too-deep",
        place,
        message: `lists, quotations or blocks are nested more than ${MAX_NESTING} deep on this line`,
        fix: "take the spaces, dashes, colons or > signs at its start away",
      });
      return false;
    }
    const isTable = /^[ \t>]*\|/.test(line);
    const isItem = begun.listItems + begun.footnotes > 0;
    if (paragraph.lines > 0 && UNDERLINE.test(line)) whole.underlinedHeadings++;
    if (isTable) whole.tableCells += line.split("|").length;
    whole.listItems += begun.listItems;
    whole.footnotes += begun.footnotes;
    if (!inQuotation || isItem) whole.quotations += begun.quotations;
    inQuotation = begun.quotations > 0;

    if (line.trim() === "" || isTable || isItem || ABBREVIATION_DEFINITION.test(line)) paragraph = none(IN_PARAGRAPH);
    if (paragraph.lines === 0 && line.trim() !== "" && !isTable) whole.blocks++;
    if (!ABBREVIATION_DEFINITION.test(line)) count(line, paragraph);
    if (/^ {0,3}#/.test(line)) paragraph = none(IN_PARAGRAPH);
    const over = firstOver(paragraph, IN_PARAGRAPH);
    const overall = firstOver(whole, IN_TEXT);
    if (over !== undefined || overall !== undefined) {
      const message =
        over === undefined ? `the text holds more than ${overall}` : `this paragraph holds more than ${over}`;
      raise({
        rule: "text-too-complex",
        place,
        message,
        fix: "put an empty line between paragraphs, or move part of the text into an annex",
      });
      return false;
    }
  }
  return true;
}

function countMarkers(containers: string): {
  readonly quotations: number;
  readonly footnotes: number;
  readonly listItems: number;
} {
  const count = (text: string, marker: RegExp): number => text.match(marker)?.length ?? 0;
  const withoutNotes = containers.replace(MARKERS.footnotes, "");
  return {
    quotations: count(withoutNotes, MARKERS.quotations),
    footnotes: count(containers, MARKERS.footnotes),
    listItems: count(withoutNotes, MARKERS.listItems),
  };
}

/** Two spaces are the least that a list in a list is indented by. */
function isFarIn(line: string): boolean {
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  return indent >= MAX_NESTING * 2 && line.trim() !== "";
}

function count(line: string, paragraph: Counts<typeof IN_PARAGRAPH>): void {
  if (line.trim() === "") return;
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
    previous = character;
  }
  paragraph.openBrackets = deepest > IN_PARAGRAPH.openBrackets[0] ? deepest : open;
  paragraph.characters += line.length;
  paragraph.lines++;
}

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
