import pc from "picocolors";
import type { Diagnostic, Frame, Severity } from "../diagnostics/diagnostic.ts";
import type { Place } from "../model/source.ts";
import { frameLines } from "./frame.ts";
import { printable } from "./printable.ts";
import type { Widths } from "./widths.ts";

export interface PrettyOptions {
  /** What is before a path below the content folder for the reader of the message. */
  readonly folder: string;
  readonly columns: number;
  readonly hasColour: boolean;
  readonly widths: Widths;
  /** Break what is longer than the columns, as for a terminal; what goes to a file is searched for whole lines. */
  readonly isWrapped?: boolean | undefined;
  /** The address of a rule's page of help, where the terminal can follow one. */
  readonly helpAddress?: ((rule: string) => string) | undefined;
}

/** A diagnostic as a person reads it in a terminal: where, what, the lines themselves, and how to fix it. */
export function pretty(diagnostic: Diagnostic, options: PrettyOptions): string {
  const colours = pc.createColors(options.hasColour);
  const { place, fix, related } = diagnostic;
  const frame = frameBesideRelated(diagnostic);
  const last = Math.max(place.line, frame?.above?.number ?? 0, related?.line === undefined ? 0 : related.place.line);
  const frameOptions = { columns: options.columns, gutter: String(last).length + 2, colours, widths: options.widths };
  return [
    ...headLines(diagnostic, options, colours),
    ...(frame === undefined ? [] : frameLines(frame, place, frameOptions)),
    ...(related === undefined
      ? []
      : hanging("  ", `${printable(related.message)}: ${where(related.place, options.folder)}`, 4, options)),
    ...(related?.line === undefined ? [] : frameLines({ line: related.line }, related.place, frameOptions)),
    ...lastLines(fix, diagnostic.rule, options, colours),
  ]
    .map(obeyedByNobody)
    .join("\n");
}

/** The frame, without a line above that is shown below as the related one. */
function frameBesideRelated({ place, frame, related }: Diagnostic): Frame | undefined {
  const isShownBelow =
    related?.line !== undefined && related.place.path === place.path && related.place.line === frame?.above?.number;
  return frame && isShownBelow ? { line: frame.line } : frame;
}

/** `path:line:column`, as editors and terminals know how to open it. */
function where({ path, line, column }: Place, folder: string): string {
  const whole = printable(folder === "" ? path : `${folder}/${path}`);
  return `${/^\s*::/.test(whole) ? "./" : ""}${whole}:${line}:${column}`;
}

type Colours = ReturnType<typeof pc.createColors>;

function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, hint: colours.cyan }[severity];
}

/** Where and what; a message that does not fit beside its place is below it. */
function headLines(diagnostic: Diagnostic, options: PrettyOptions, colours: Colours): readonly string[] {
  const { place, severity } = diagnostic;
  const head = `${colours.bold(where(place, options.folder))}  ${severityColour(severity, colours)(severity)}`;
  const message = printable(diagnostic.message);
  const whole = `${head}  ${message}`;
  if (!options.isWrapped || options.widths.widthOf(whole) <= options.columns) return [whole];
  return [...hanging("", head, 2, options), ...hanging("    ", message, 4, options)];
}

/** How to fix it, and at the right edge, where there is room, the name of the rule. */
function lastLines(fix: string | undefined, rule: string, options: PrettyOptions, colours: Colours): readonly string[] {
  const label = "  fix: ";
  const fixLines =
    fix === undefined
      ? [""]
      : hanging(label.replace("fix:", colours.green("fix:")), printable(fix), label.length, options);
  const last = fixLines.at(-1) ?? "";
  const name = linked(colours.dim(rule), options.helpAddress?.(rule));
  const gap = options.columns - options.widths.widthOf(last) - rule.length;
  if (gap >= 2) return [...fixLines.slice(0, -1), `${last}${" ".repeat(gap)}${name}`];
  const indent = options.isWrapped ? options.columns - rule.length : Math.max(2, options.columns - rule.length);
  return [...fixLines, `${" ".repeat(Math.max(0, indent))}${name}`];
}

/** A text that a terminal opens an address from (OSC 8). */
function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** A text after a prefix, the lines after its first indented; the prefix is no wider than the indent. */
function hanging(prefix: string, text: string, indent: number, options: PrettyOptions): readonly string[] {
  if (!options.isWrapped) return [`${prefix}${text}`];
  return options.widths
    .wrapped(text, Math.max(10, options.columns - indent))
    .split("\n")
    .map((line, index) => `${index === 0 ? prefix : " ".repeat(indent)}${line}`);
}

/** GitHub takes a line whose first signs are `::` for a command (`ActionCommand.TryParseV2` of its runner). */
function obeyedByNobody(line: string): string {
  return line.replace(/^(\s*)\s(?=::)/, "$1\\");
}
