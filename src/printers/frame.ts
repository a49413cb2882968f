import type pc from "picocolors";
import type { Frame } from "../diagnostics/diagnostic.ts";
import type { Place } from "../model/source.ts";
import { COMMANDS, visible, withoutCommands } from "./printable.ts";
import { isPlain, type Widths } from "./widths.ts";

export interface FrameOptions {
  /** Columns of the terminal that a line may take. */
  readonly columns: number;
  /** Columns that the numbers of lines take. */
  readonly gutter: number;
  readonly colours: ReturnType<typeof pc.createColors>;
  readonly widths: Widths;
}

/**
 * The line that is meant, marked, and the last line above it that is not empty; each is cut to the columns that there
 * are.
 */
export function frameLines({ line, above }: Frame, place: Place, options: FrameOptions): readonly string[] {
  const { columns, gutter, colours, widths } = options;
  const bar = colours.dim("│");
  const numbered = (number: number, text: string): string =>
    `${colours.dim(String(number).padStart(gutter))} ${bar} ${text}`;
  const width = Math.max(10, columns - gutter - 3);
  const { text, start, length } = marked(line, place, width, widths);
  return [
    ...(above === undefined
      ? []
      : [
          numbered(
            above.number,
            startOf(withoutCommands(above.text.slice(0, width * UNITS_A_COLUMN + 1)), width, widths),
          ),
        ]),
    numbered(place.line, text),
    `${" ".repeat(gutter)} ${bar} ${" ".repeat(start)}${colours.red("^".repeat(length))}`,
  ];
}

function expanded(text: string): string {
  return visible(text.replace(/\r$/, "").replace(/\t/g, "    ")).replaceAll("\n", "\uFFFD");
}

/** Made where it is needed, which takes as long as to print some hundred lines. */
let graphemes: Intl.Segmenter | undefined;

/** The segmenter takes a hundred times as long over plain letters as a split. */
function charactersOf(text: string): readonly string[] {
  if (isPlain(text)) return text.split("");
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * Of a line that is longer than any terminal is wide, only so much is looked at: a character may be of many code units.
 */
const UNITS_A_COLUMN = 8;

/** As many characters as fit, from the start; no character is cut in two. */
function fitting(characters: readonly string[], width: number, { widthOf }: Widths): readonly string[] {
  let taken = 0;
  const end = characters.findIndex((character) => {
    taken += widthOf(character);
    return taken > width;
  });
  return end === -1 ? characters : characters.slice(0, end);
}

/** The start of a line, as much of it as fits. */
function startOf(line: string, width: number, widths: Widths): string {
  const units = width * UNITS_A_COLUMN;
  const text = expanded(line.slice(0, units));
  if (line.length <= units && widths.widthOf(text) <= width) return text;
  const characters = charactersOf(text);
  const whole = line.length <= units ? characters : characters.slice(0, -1);
  return `${fitting(whole, width - 1, widths)
    .join("")
    .trimEnd()}…`;
}

/**
 * The end of what is before a place, as much of it as fits; a third of the columns, where it is longer than half of
 * them.
 */
function endOf(line: string, width: number, widths: Widths): string {
  const units = width * UNITS_A_COLUMN;
  const text = expanded(line.slice(-units));
  if (line.length <= units && widths.widthOf(text) <= width / 2) return text;
  const characters = charactersOf(text);
  const whole = line.length <= units ? characters : characters.slice(1);
  return `…${fitting(whole.toReversed(), Math.floor(width / 3) - 1, widths)
    .toReversed()
    .join("")}`;
}

/** The part of a line that fits, with what is marked in it, counted in columns of the terminal. */
function marked(
  line: string,
  place: Place,
  width: number,
  widths: Widths,
): { readonly text: string; readonly start: number; readonly length: number } {
  const { safe, from, to } = aroundPlace(line, place, width * UNITS_A_COLUMN + 1);
  const before = from === 0 ? "" : endOf(safe.slice(0, from), width, widths);
  const start = Math.min(widths.widthOf(before), width - 1);
  const inside = expanded(safe.slice(from, to)) || " ";
  const text = `${before}${startOf(safe.slice(from), width - start, widths)}`;
  return { text, start, length: Math.max(1, Math.min(widths.widthOf(inside), width - start)) };
}

/**
 * So much of a line, before a place and from there on, as can matter; no CI obeys it. What is marked goes from `from`
 * to `to` in it.
 */
function aroundPlace(
  line: string,
  { column, endColumn = column + 1 }: Place,
  units: number,
): { readonly safe: string; readonly from: number; readonly to: number } {
  const first = Math.max(0, column - 1 - units);
  const typed = line.slice(first, column - 1 + units);
  const brackets = Array.from(typed.matchAll(COMMANDS), ({ index, 0: command }) => index + command.length - 1);
  const safely = (offset: number): number => offset + brackets.filter((bracket) => bracket < offset).length;
  return { safe: withoutCommands(typed), from: safely(column - 1 - first), to: safely(endColumn - 1 - first) };
}
