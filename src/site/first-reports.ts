import type { Report } from "../model/report.ts";
import type { CalendarDate } from "../model/source.ts";
import type { OpenedReport } from "../report/compile/compile.ts";
import { earliestFirst } from "./assemble.ts";
import type { Content } from "./content.ts";
import { keysOfNames } from "./names.ts";
import type { Reports } from "./opened-reports.ts";
import { asciiIn, bytesOf, headIn, plainestPart } from "./texts-of-files.ts";

/**
 * For each short form, author and ward of these reports the first of all reports that has it, too: the one that the
 * others are held against. `reportOf` gives a report as it is published, if it is.
 */
export function firstReports(
  compiled: readonly Report[],
  content: Content,
  reports: Reports,
  reportOf: (opened: OpenedReport) => Report | undefined,
): readonly string[] {
  const known = new Map(compiled.map((report) => [report.path, report]));
  const inOrder = reports.paths.map((path) => ({ path, date: dateOf(path, content, reports) })).sort(earliestFirst);
  const first = (
    keysOf: (report: Report) => readonly string[],
    mayHave: (path: string, sought: ReadonlySet<string>) => boolean,
  ): readonly string[] => {
    const sought = new Set(compiled.flatMap(keysOf));
    const found: string[] = [];
    for (const { path } of inOrder) {
      if (sought.size === 0) break;
      const opened = known.has(path) || !mayHave(path, sought) ? undefined : reports.open(path);
      const report = known.get(path) ?? (opened && reportOf(opened));
      const had = report === undefined ? [] : keysOf(report).filter((key) => sought.delete(key));
      if (had.length > 0) found.push(path);
    }
    return found;
  };
  const earlier = inOrder.slice(0, inOrder.findLastIndex(({ path }) => known.has(path)) + 1).map(({ path }) => path);
  const doubtful = namesInDoubt(compiled, earlier, content);
  return [
    ...first(({ abbreviations }) => abbreviations.map(({ short }) => short), whatMayExplain(content, reports)),
    ...first(
      ({ frontmatter }) => keysOfNames(frontmatter).filter((key) => doubtful.has(key)),
      whatMayName(content, reports),
    ),
  ];
}

/** The date of a report, from its line where there is no doubt which that is; of one that cannot be read, none. */
function dateOf(path: string, content: Content, reports: Reports): CalendarDate {
  const head = headIn(bytesOf(content, path));
  const [line, ...more] = head.match(/\bdate["']?\s*:.*/g) ?? [];
  const [, plain] = /[\n\r]date: *(\d{4}-\d\d-\d\d) *[\n\r]/.exec(head) ?? [];
  if (line !== undefined && plain !== undefined && more.length === 0 && !head.includes("\\")) return plain;
  return reports.open(path)?.reading?.frontmatter.date ?? "";
}

/**
 * Tells of a report whether one of some short forms may be in it, or in the Markdown files in its folder: every doubt
 * counts as yes.
 */
function whatMayExplain(content: Content, reports: Reports): (path: string, sought: ReadonlySet<string>) => boolean {
  const annexes = new Map<string, string[]>();
  for (const path of content.texts.keys()) {
    const owner = reports.ownerOf(path);
    if (owner !== undefined) annexes.set(owner, [...(annexes.get(owner) ?? []), path]);
  }
  return (path, sought) => {
    const bytes = bytesOf(content, path);
    // In quotation marks YAML writes any letter with a backslash.
    if (headIn(bytes).includes("\\")) return true;
    const texts = [bytes, ...(annexes.get(path) ?? []).map((annex) => bytesOf(content, annex))].map(asciiIn);
    return texts.some((text) => mayHold(text, sought));
  };
}

/** Whether one of some short forms may be in a text, which may have markup between two letters of a word. */
function mayHold(text: string, sought: ReadonlySet<string>): boolean {
  if (MAY_JOIN.test(text)) return true;
  const plain = SIGN_IN_WORD.test(text) ? text.replace(SIGNS, "") : text;
  return [...sought].some((short) => {
    const letters = /^[A-Za-z0-9](?:&[A-Za-z0-9])+$/.test(short) ? short.split("&") : undefined;
    // Each letter of "R&D" alone is in every text.
    return letters === undefined ? plain.includes(plainestPart(short)) : lettersAround(letters).test(plain);
  });
}

/** Letters with "&" between them, which has a name in HTML, too. */
function lettersAround(letters: readonly string[]): RegExp {
  return new RegExp(letters.join("(?:[^A-Za-z0-9]|&[A-Za-z]+;)+"));
}

/**
 * Markup after which a word may go on, though there is more between its letters than signs: a link's address, a comment;
 * or a letter that is written as its number.
 */
const MAY_JOIN = /&#|[A-Za-z0-9&\])][*_~`\\[]*<!|[\])][*_~`\\[]*[A-Za-z0-9&]/;

/** Signs between two letters of a word that are not shown: emphasis, code, a backslash, the beginning of a link. */
const SIGN_IN_WORD = /[A-Za-z0-9&][*_~`\\[]+[A-Za-z0-9&]/;
const SIGNS = /[*_~`\\[]+/g;

/**
 * Tells of a report whether it gives one of some authors or wards: its frontmatter is read where its text leaves that
 * open.
 */
function whatMayName(content: Content, reports: Reports): (path: string, sought: ReadonlySet<string>) => boolean {
  return (path, sought) => {
    const head = small(headIn(bytesOf(content, path)));
    const isInDoubt = head.includes("\\");
    if (!isInDoubt && ![...sought].some((key) => head.includes(plainestPartOfName(key)))) return false;
    const frontmatter = reports.open(path)?.reading?.frontmatter;
    return frontmatter !== undefined && keysOfNames(frontmatter).some((key) => sought.has(key));
  };
}

/**
 * The authors and wards of some reports that others may write otherwise: all but those that are only on lines of these
 * which are the same in each and give nothing else. Of the rest it does not matter who wrote them first.
 */
function namesInDoubt(compiled: readonly Report[], others: readonly string[], content: Content): ReadonlySet<string> {
  const paths = new Set([...compiled.map(({ path }) => path), ...others]);
  const heads = Array.from(paths, (path): Head => {
    const text = headIn(bytesOf(content, path));
    return { text, inSmall: small(text) };
  });
  const keys = new Set(compiled.flatMap(({ frontmatter }) => keysOfNames(frontmatter)));
  if (heads.some(({ text }) => text.includes("\\"))) return keys;
  return new Set(
    [...keys].filter((key) => {
      const lines = heads.flatMap((head) => linesWith(plainestPartOfName(key), head));
      return lines.includes(undefined) || new Set(lines).size !== 1;
    }),
  );
}

/** Lines of frontmatter, and the same in small letters, which each name is looked for in. */
interface Head {
  readonly text: string;
  readonly inSmall: string;
}

/** The lines of frontmatter that have a part of a name; nothing in place of one that may go on or hold more than it. */
function linesWith(part: string, { text, inSmall }: Head): readonly (string | undefined)[] {
  if (!inSmall.includes(part)) return [];
  const lines = text.trimEnd().split(/\r\n?|\n/);
  return lines.flatMap((line, at) => {
    if (!small(line).includes(part)) return [];
    return [ONE_NAME.test(line) && /^\S/.test(lines[at + 1] ?? "end") ? line : undefined];
  });
}

/** A field with one name, in quotation marks or plain. */
const ONE_NAME = /^[a-z]+: *(?:"[^"]*"|'[^']*'|\p{L}[^:#"'[\]{}]*) *$/u;

function small(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** In characters, of which none takes more than three bytes. */
const LONGEST_KEY = 60;

/** A part of a name that is in it as in its slug, but for capitals: "and" may be written as a sign. */
function plainestPartOfName(key: string): string {
  // What is too long for an address has a digest at its end.
  if (key.length > LONGEST_KEY) return "";
  const parts = key.slice(key.indexOf(" ") + 1).split("-");
  return parts
    .filter((part) => part !== "and" && part !== "unnamed")
    .map(plainestPart)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
