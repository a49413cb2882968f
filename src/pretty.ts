import pc from "picocolors";
import stringWidth from "string-width";
import type { Diagnostic, Frame, Severity } from "./diagnostic.ts";
import { HIDDEN_CHARACTERS } from "./hidden-characters.ts";
import type { Place } from "./model.ts";

export interface PrettyOptions {
  /** What stands before a path below the content folder for the reader of the message. */
  readonly folder: string;
  readonly columns: number;
  readonly hasColour: boolean;
}

/** A diagnostic as a person reads it in a terminal: where, what, the lines themselves, and how to mend it. */
export function pretty(diagnostic: Diagnostic, options: PrettyOptions): string {
  const colours = pc.createColors(options.hasColour);
  const { place, severity, message, fix, rule, related } = diagnostic;
  const head = `${colours.bold(where(place, options))}  ${severityColour(severity, colours)(severity)}  ${printable(message)}`;
  const frame = diagnostic.frame === undefined ? [] : frameLines(diagnostic.frame, place, options, colours);
  const other = related === undefined ? [] : [`  ${printable(related.message)}: ${where(related.place, options)}`];
  const fixLine = fix === undefined ? "" : `  ${colours.green("fix:")} ${printable(fix)}`;
  const gap = options.columns - stringWidth(fixLine) - rule.length;
  const last =
    gap >= 2
      ? [`${fixLine}${" ".repeat(gap)}${colours.dim(rule)}`]
      : [fixLine, `${" ".repeat(Math.max(2, options.columns - rule.length))}${colours.dim(rule)}`];
  return [head, ...frame, ...other, ...last].join("\n");
}

function where({ path, line, column }: Place, { folder }: PrettyOptions): string {
  return `${printable(folder === "" ? path : `${folder}/${path}`)}:${line}:${column}`;
}

type Colours = ReturnType<typeof pc.createColors>;

function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, hint: colours.cyan }[severity];
}

function printable(text: string): string {
  return text
    .replace(/\s*[\n\r]\s*/g, " ")
    .replaceAll("\t", " ")
    .replace(HIDDEN_CHARACTERS, "\uFFFD");
}

/** The line that is meant, marked, and the last line above it that is not empty. */
function frameLines({ line, above }: Frame, place: Place, options: PrettyOptions, colours: Colours): readonly string[] {
  const gutter = String(place.line).length + 2;
  const bar = colours.dim("│");
  const numbered = (number: number, text: string): string =>
    `${colours.dim(String(number).padStart(gutter))} ${bar} ${text}`;
  const width = Math.max(20, options.columns - gutter - 3);
  const { text, start, length } = marked(line, place, width);
  return [
    ...(above === undefined ? [] : [numbered(above.number, inShort(expanded(above.text), width))]),
    numbered(place.line, text),
    `${" ".repeat(gutter)} ${bar} ${" ".repeat(start)}${colours.red("^".repeat(length))}`,
  ];
}

function expanded(text: string): string {
  return text.replace(/\t/g, "    ").replace(HIDDEN_CHARACTERS, "\uFFFD");
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** As many characters as fit, from the start; no character is cut in two. */
function fitting(characters: readonly string[], width: number): string {
  let text = "";
  let taken = 0;
  for (const character of characters) {
    taken += stringWidth(character);
    if (taken > width) break;
    text += character;
  }
  return text;
}

function inShort(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return `${fitting(charactersOf(text.slice(0, width * 4)), width - 1).trimEnd()}…`;
}

/** The end of a text, as much of it as fits. */
function endOf(text: string, width: number): string {
  const backwards = charactersOf(text.slice(-width * 4)).toReversed();
  const kept = charactersOf(fitting(backwards, width - 1)).length;
  return `…${backwards.slice(0, kept).toReversed().join("")}`;
}

/** The part of a line that fits, with what is marked in it, counted in columns of the terminal. */
function marked(
  line: string,
  { column, endColumn }: Place,
  width: number,
): { readonly text: string; readonly start: number; readonly length: number } {
  const before = expanded(line.slice(0, column - 1));
  const inside = expanded(line.slice(column - 1, (endColumn ?? column + 1) - 1)) || " ";
  const shown = stringWidth(before) > width / 2 ? endOf(before, Math.floor(width / 3)) : before;
  const text = inShort(shown + expanded(line.slice(column - 1)), width);
  const start = Math.min(stringWidth(shown), width - 1);
  return { text, start, length: Math.max(1, Math.min(stringWidth(inside), width - start)) };
}
