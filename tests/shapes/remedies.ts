import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";

/** A file's lines, to be changed in place. */
type Lines = string[];

interface Remedy {
  /** The words of a fix that say it. */
  readonly says: RegExp;
  readonly apply: (lines: Lines, found: Diagnostic, match: RegExpExecArray) => void;
}

const at = ({ place }: Diagnostic): number => place.line - 1;

function replaceLine(lines: Lines, found: Diagnostic, change: (line: string) => string): void {
  lines[at(found)] = change(lines[at(found)] ?? "");
}

/** The line is changed from the place of the finding on. */
function replaceFrom(lines: Lines, found: Diagnostic, change: (rest: string) => string): void {
  const from = found.place.column - 1;
  replaceLine(lines, found, (line) => line.slice(0, from) + change(line.slice(from)));
}

function addField(lines: Lines, field: string): void {
  lines.splice(1, 0, field);
}

/** The lines of the block that a finding is in, from its own on. */
function restOfBlock(lines: Lines, found: Diagnostic): number {
  const length = lines.slice(at(found)).findIndex((line) => line.trim() === "");
  return length === -1 ? lines.length - at(found) : length;
}

/** What an officer can do by following the words of a message, without knowing what the paper is about. */
export const REMEDIES: readonly Remedy[] = [
  {
    says: /put `(numbering: [a-z-]+)` into the frontmatter/,
    apply: (lines, _, [, field = ""]) => addField(lines, field),
  },
  { says: /in the frontmatter: `(numbering: [a-z]+)`/, apply: (lines, _, [, field = ""]) => addField(lines, field) },
  {
    says: /^type ([\d.]+)[,;]/,
    apply: (lines, found, [, due = ""]) => replaceFrom(lines, found, (rest) => rest.replace(/^\d+(?:\.\d+)*/, due)),
  },
  {
    says: /^write it as a heading: (.+)$/,
    apply: (lines, found, [, line = ""]) => replaceLine(lines, found, () => line),
  },
  {
    says: /put \{elsewhere\} behind it$/,
    apply: (lines, found) =>
      replaceFrom(lines, found, (rest) => rest.replace(/^[\p{L}\d.]*[\p{L}\d]/u, "$& {elsewhere}")),
  },
  {
    says: /put it on a line of its own below an empty line/,
    apply: (lines, found) => replaceFrom(lines, found, (rest) => `\n\n${rest}`),
  },
  {
    says: /put a backslash before its full stop/,
    apply: (lines, found) => replaceFrom(lines, found, (rest) => rest.replace(/^(\d+)\./, "$1\\.")),
  },
  { says: /^put an empty line above it/, apply: (lines, found) => replaceLine(lines, found, (line) => `\n${line}`) },
  {
    says: /^put - and a space before each, below an empty line/,
    apply: (lines, found) => {
      for (let index = 0, length = restOfBlock(lines, found); index < length; index++)
        lines[at(found) + index] = `${index === 0 ? "\n" : ""}- ${lines[at(found) + index]}`;
    },
  },
  {
    says: /or a backslash at the end of each line except the last$/,
    apply: (lines, found) => {
      for (let index = 0, length = restOfBlock(lines, found) - 1; index < length; index++)
        lines[at(found) + index] += "\\";
    },
  },
  {
    says: /^type - and a space in place of each (.)$/,
    apply: (lines, _, [, sign = ""]) => {
      for (const [index, line] of lines.entries())
        if (line.startsWith(sign)) lines[index] = line.replace(/^\S+\s+/, "- ");
    },
  },
  {
    says: /^take it off$/,
    apply: (lines, found) => replaceLine(lines, found, (line) => line.replace(/[.:]\s*$/, "")),
  },
  {
    says: /^write "(.+ \(([^()]+)\))" here$/,
    apply: (lines, found, [, long = "", short = ""]) =>
      replaceFrom(lines, found, (rest) => (rest.startsWith(short) ? long + rest.slice(short.length) : rest)),
  },
  {
    says: /^leave the short form out/,
    apply: (lines, found) => {
      const from = found.place.column - 1;
      replaceLine(
        lines,
        found,
        (line) => line.slice(0, from).replace(/ \($/, "") + line.slice(from).replace(/^[^)]*\)/, ""),
      );
    },
  },
  {
    says: /add it to the abbreviations|list it under a heading ## Abbreviations/,
    apply: (lines, found) => {
      const short = found.message.split(" ")[0] ?? "";
      if (!lines.includes("## Abbreviations")) lines.push("", "## Abbreviations");
      lines.push("", `${short} – The long form of ${short}`);
    },
  },
  {
    says: /write it under a heading (## .+)$/,
    apply: (lines, _, [, heading = ""]) => {
      const list = lines.indexOf("## Abbreviations");
      lines.splice(list === -1 ? lines.length : list, 0, "", heading, "", "What the annex says.", "");
    },
  },
];

/** The file when a remedy was applied to what a message is about; nothing, where its words say none, or it changes nothing. */
export function withRemedy(file: string, found: Diagnostic, remedy: Remedy): string | undefined {
  const match = remedy.says.exec(found.fix ?? "");
  if (match === null) return undefined;
  const lines = file.split("\n");
  remedy.apply(lines, found, match);
  const changed = lines.join("\n");
  return changed === file ? undefined : changed;
}
