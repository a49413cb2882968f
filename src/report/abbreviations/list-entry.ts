import { longForm } from "../../text/long-form.ts";
import { definitionsInProse } from "./definitions-in-prose.ts";
import { isOfWords, isShortForm, LONGEST_SHORT_FORM, shortForm, standsFor } from "./listed-short-form.ts";
import { looksShort } from "./short-form.ts";

/** A short form and its long form, as a line, a row or a definition gives them. */
export interface EntryWords {
  readonly short: string;
  readonly long: string;
}

/** Lines of a list of abbreviations, `first` to `last`, that belong together. */
export type LineGroup =
  | { readonly kind: "entry"; readonly first: number; readonly last: number; readonly entry: EntryWords }
  | { readonly kind: "text" | "no separator" | "no long form"; readonly first: number; readonly last: number };

/** Only this much of a line can hold a short form and its separator. */
const HEAD = 60;

const DASH = "[-\u2010-\u2015\u2212]";
const LONG_DASH = "[\u2012-\u2015\u2212]";
const SPACED = new RegExp(`\\s*\\t\\s*|\\s+${DASH}{1,3}\\s+|\\s*[:=]\\s+`, "gu");
const UNSPACED = new RegExp(`\\s+${DASH}{1,3}(?=\\S)|(?:${LONG_DASH}{1,3}|-{2,3})\\s*|[:=]|\\s{2,}`, "gu");
const AT_START = new RegExp(`^(?:[:=]|${DASH}{1,3})\\s+(?=\\S)`, "u");
const AT_END = new RegExp(`^(.*\\S)\\s*(?:[:=]|\\s${DASH}{1,3}|${LONG_DASH})$`, "u");

/** Reads lines that are below each other: entries, each with the lines that it goes on over, and what is none. */
export function groupLines(lines: readonly string[]): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  // The lines that the long form of an entry goes on over, by the entry's first line.
  const further = new Map<number, string[]>();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    const above = groups.at(-1);
    const read = entryAt(lines, index, above?.kind === "entry");
    const last = index + (read?.taken ?? 1) - 1;
    if (read !== undefined) groups.push({ kind: "entry", first: index, last, entry: read.entry });
    else if (above?.kind === "entry" && goesOn(lines[index - 1] ?? "", line) && !standsForItself(line)) {
      groups.splice(-1, 1, { ...above, last });
      const own = further.get(above.first);
      if (own) own.push(line);
      else further.set(above.first, [line]);
    } else {
      const kind = whyUnread(line);
      if (kind === "text" && above?.kind === "text") groups.splice(-1, 1, { ...above, last });
      else groups.push({ kind, first: index, last });
    }
    index = last + 1;
  }
  return groups.map((group) => {
    const lines = group.kind === "entry" ? further.get(group.first) : undefined;
    return group.kind === "entry" && lines !== undefined ? { ...group, entry: goneOn(group.entry, lines) } : group;
  });
}

/** An entry whose long form goes on over further lines or rows. */
export function goneOn({ short, long }: EntryWords, further: readonly string[]): EntryWords {
  return { short, long: longForm([long, ...further].join(" ")) };
}

/** Reads "HSB – Harmful Sexual Behaviour" from one line. */
export function readEntry(line: string): EntryWords | undefined {
  return readLine(line, "", false);
}

/**
 * Reads an entry whose parts are apart, as in the cells of a row; `mayBeNone` where only what cannot be anything else
 * is one.
 */
export function readApart(short: string, long: string, mayBeNone = false): EntryWords | undefined {
  return entryOf(short, long, mayBeNone);
}

/**
 * An entry over one line; or over two, where the separator ends the first or begins the second, as in a definition
 * list.
 */
function entryAt(
  lines: readonly string[],
  index: number,
  isBelowEntry: boolean,
): { readonly entry: EntryWords; readonly taken: number } | undefined {
  const line = lines[index] ?? "";
  const next = lines[index + 1];
  const onOneLine = readLine(line, lines.slice(index + 1, index + 3).join(" "), isBelowEntry);
  if (onOneLine !== undefined) return { entry: onOneLine, taken: 1 };
  const begun = next === undefined ? null : AT_START.exec(next.trim());
  if (next !== undefined && begun !== null) {
    const entry = readApart(line, next.trim().slice(begun[0].length));
    if (entry !== undefined) return { entry, taken: 2 };
  }
  const short = next === undefined ? null : AT_END.exec(line.trim());
  if (next !== undefined && short !== null) {
    const mayBeNone = isBelowEntry || line.trim().endsWith(":");
    const entry = entryOf(short[1] ?? "", next, mayBeNone, lines[index + 2]);
    if (entry !== undefined) return { entry, taken: 2 };
  }
  return undefined;
}

function readLine(line: string, below: string, isBelowEntry: boolean): EntryWords | undefined {
  const words = line.trim();
  const head = words.slice(0, HEAD);
  for (const separators of [SPACED, UNSPACED]) {
    for (const { 0: separator, index } of head.matchAll(separators)) {
      const mayBeNone = isBelowEntry || separator.includes(":");
      const entry = entryOf(words.slice(0, index), words.slice(index + separator.length), mayBeNone, below);
      if (entry !== undefined) return entry;
    }
  }
  return undefined;
}

/**
 * Makes an entry of what is before and after a separator. `mayBeNone`: a colon is in "Note: …", too, and a line below
 * an entry may go on its long form; then a word with one capital is a short form only where its letters are in what
 * follows, with `below`.
 */
function entryOf(shortWords: string, longWords: string, mayBeNone: boolean, below = ""): EntryWords | undefined {
  const short = shortForm(shortWords);
  const long = longForm(longWords);
  if (long === "" || short.length > LONGEST_SHORT_FORM) return undefined;
  const isShort = isShortForm(short) || standsFor(short, `${long} ${below}`, mayBeNone);
  return isShort ? { short, long } : undefined;
}

/** A sentence or a semicolon ends an entry; else the line below belongs to it. */
function goesOn(line: string, next: string): boolean {
  if (line.trim().endsWith(";")) return false;
  return !/[.!?]["”’)]?$/.test(line.trim()) || !/^["“‘(]?[\p{Lu}\p{N}]/u.test(next.trim());
}

/** A line below an entry whose first word stands for the others: an entry without its separator. */
function standsForItself(line: string): boolean {
  const { short, rest } = firstWord(line);
  return looksShort(short) && definitionsInProse(`${rest} (${short})`).some(({ longStart }) => longStart === 0);
}

function whyUnread(line: string): "text" | "no separator" | "no long form" {
  const words = line.trim();
  const { short, rest } = firstWord(words);
  const alone = shortForm(AT_END.exec(words)?.[1] ?? words);
  if (isOfWords(alone.split(" ")) && (alone !== words || !alone.includes(" "))) return "no long form";
  if (!looksShort(short) || words.length > 100) return "text";
  const isLikely = /^[^\p{L}\p{N}]*\p{Lu}/u.test(rest) && !/[.!?]$/.test(words);
  return isLikely || standsForItself(words) ? "no separator" : "text";
}

function firstWord(line: string): { readonly short: string; readonly rest: string } {
  const [, first = "", rest = ""] = /^(\S{1,40})\s+(\S.*)$/u.exec(line.trim()) ?? [];
  return { short: shortForm(first).replace(/^[([]|(?<![-.,;)\]])[-.,;)\]]+$/g, ""), rest: rest.replace(/[.;,]$/, "") };
}
