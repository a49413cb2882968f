import { diffArrays, diffWordsWithSpace } from "diff";
import type { ContentsEntry, Report } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import { reportFacts } from "./report-facts.ts";

/** A piece of a text that two versions of it share, or one of them alone has. */
export interface Piece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Something that differs between two versions of a report. */
export type Change =
  | {
      readonly kind: "added" | "removed" | "changed";
      /** What it is, in words of the program's own and numbers of the report: "Paragraph 4". */
      readonly name: string;
      /** What it was called before, where that was something else. */
      readonly was?: string | undefined;
      /** The heading that it is under. */
      readonly under?: string | undefined;
      readonly pieces: readonly Piece[];
    }
  | {
      readonly kind: "renumbered";
      /** The first and the last of the paragraphs that got other numbers and are as they were. */
      readonly from: readonly [first: string, last: string];
      readonly to: readonly [first: string, last: string];
    };

/** What two versions of a report differ in. */
export interface Changes {
  readonly title: string;
  readonly lang: string;
  readonly edition: Edition;
  readonly changes: readonly Change[];
  /** Whether words that were taken out are not shown, because the newer version withholds something. */
  readonly hidesRemoved: boolean;
}

/** Something that readers of a report see, as it is compared. */
interface Unit {
  readonly kind: string;
  readonly name: string;
  readonly number?: string | undefined;
  readonly under?: string | undefined;
  /** What is the same thing in both versions, whatever its words are. */
  readonly key?: string | undefined;
  readonly text: string;
}

/**
 * What changed from one version of a report to a newer one, paragraph by paragraph, as an edition has both; all of it is new where there
 * was none. Words that were taken out of the public edition may be what the newer version withholds, so they are left out where it
 * withholds anything.
 */
export function changesBetween(old: Report | undefined, now: Report): Changes {
  const hidesRemoved = now.edition === "public" && withholdsSomething(now);
  const changes = compared(old === undefined ? [] : unitsOf(old), unitsOf(now));
  return {
    title: now.frontmatter.title,
    lang: now.frontmatter.lang,
    edition: now.edition,
    changes: hidesRemoved ? changes.map(withoutRemoved) : changes,
    hidesRemoved: hidesRemoved && changes.some(hasRemoved),
  };
}

function withholdsSomething({ isWithheld, withheldParts, parts, annexes }: Report): boolean {
  return (
    isWithheld ||
    withheldParts.length > 0 ||
    parts.some((part) => part.isWithheld) ||
    annexes.some(({ status }) => status === "withheld")
  );
}

function hasRemoved(change: Change): boolean {
  return change.kind !== "renumbered" && change.pieces.some(({ kind }) => kind === "removed");
}

/** The same without words of the older version that the newer one does not have. */
function withoutRemoved(change: Change): Change {
  if (change.kind === "renumbered" || !hasRemoved(change)) return change;
  const pieces = change.pieces.map((piece): Piece => (piece.kind === "removed" ? { ...piece, text: "[…] " } : piece));
  return { ...change, pieces, ...(change.kind === "removed" ? { under: undefined } : {}) };
}

/** All that a reader of the report sees, in order. */
function unitsOf(report: Report): readonly Unit[] {
  const { frontmatter, parts, notes, annexes, abbreviations, pageLinks, files } = report;
  const { title, summary = "", background, amended } = frontmatter;
  const single = (kind: string, name: string, text: string): readonly Unit[] =>
    text === "" ? [] : [{ kind, name, key: "", text }];
  const listed = <Item>(items: readonly Item[], unitOf: (item: Item) => Omit<Unit, "kind">, kind: string): Unit[] =>
    items.map((item) => ({ kind, ...unitOf(item) }));
  return [
    ...single("title", "Title", title),
    ...listed(
      reportFacts(report),
      ({ name, values }) => ({
        name: "At the top",
        key: name,
        text: `${name}: ${values.map(({ text, more, links }) => text + more + links.map((link) => ` (${link.text})`).join("")).join("; ")}`,
      }),
      "fact",
    ),
    ...single("summary", "Summary", summary),
    ...listed(amended, ({ date, note }) => ({ name: "Amendment", key: date, text: `${date}: ${note}` }), "amendment"),
    ...withHeadings(
      report.contents,
      parts.map((part) => {
        const { number, heading, text, isWithheld } = part;
        const isMarked = isWithheld && report.edition === "members";
        const name = number === undefined ? "Text" : `Paragraph ${number}`;
        return {
          kind: number === undefined ? "text" : "paragraph",
          name: isMarked ? `${name} (not for publication)` : name,
          number,
          under: heading,
          text,
        };
      }),
    ),
    ...listed(notes, ({ number, text }) => ({ name: `Note ${number}`, text }), "note"),
    ...listed(
      annexes,
      ({ letter, kind, title: words, status, description, notice }) => ({
        name: [kind, letter].filter((word) => word !== "").join(" "),
        key: letter,
        text: [words, description ?? notice ?? (status === "not attached" ? "not attached" : "")]
          .filter((word) => word !== "")
          .join(", "),
      }),
      "annex",
    ),
    ...listed(
      background,
      ({ title: words, url }) => ({ name: "Background paper", text: url === undefined ? words : `${words}, ${url}` }),
      "background",
    ),
    ...listed(
      abbreviations,
      ({ short, long }) => ({ name: "Abbreviation", key: short, text: `${short}: ${long}` }),
      "abbreviation",
    ),
    ...listed(pageLinks, ({ text, href }) => ({ name: "Link", text: `${text}: ${href}` }), "link"),
    ...listed(files, (path) => ({ name: "File", key: path, text: path }), "file"),
  ];
}

/** The parts of the text with the headings that they are under, and headings under which there is nothing, each in its place. */
function withHeadings(contents: readonly ContentsEntry[], parts: readonly Unit[]): readonly Unit[] {
  const headings = [...flat(contents)];
  const units: Unit[] = [];
  let next = 0;
  let current = "";
  const add = (text: string): void => {
    units.push({ kind: "heading", name: "Heading", text });
  };
  for (const part of parts) {
    const { under = "" } = part;
    if (under !== current) {
      current = under;
      const at = headings.indexOf(under, next);
      if (at === -1) add(under);
      else for (; next <= at; next++) add(headings[next] ?? "");
    }
    units.push(part);
  }
  for (; next < headings.length; next++) add(headings[next] ?? "");
  return units;
}

function* flat(contents: readonly ContentsEntry[]): Generator<string> {
  for (const { text, children } of contents) {
    yield text;
    yield* flat(children);
  }
}

/** A unit of the older version with the one of the newer that is the same; one of the two alone, where the other has none. */
type Pair = readonly [old: Unit | undefined, now: Unit | undefined];

function compared(old: readonly Unit[], now: readonly Unit[]): readonly Change[] {
  const changes: Change[] = [];
  let isBesideRenumbered = false;
  for (const [before, after] of pairs(old, now)) {
    const change = changeOf(before, after);
    const last = changes.at(-1);
    if (change?.kind === "renumbered" && isBesideRenumbered && last?.kind === "renumbered")
      changes[changes.length - 1] = {
        ...last,
        from: [last.from[0], change.from[1]],
        to: [last.to[0], change.to[1]],
      };
    else if (change !== undefined) changes.push(change);
    // Headings and texts without numbers may be between paragraphs that got other numbers together.
    const isUnnumbered = change === undefined && after?.number === undefined;
    isBesideRenumbered = change?.kind === "renumbered" || (isBesideRenumbered && isUnnumbered);
  }
  return changes;
}

function changeOf(old: Unit | undefined, now: Unit | undefined): Change | undefined {
  if (old === undefined) return now && { kind: "added", ...named(now), pieces: [{ kind: "added", text: now.text }] };
  if (now === undefined) return { kind: "removed", ...named(old), pieces: [{ kind: "removed", text: old.text }] };
  const was = now.name === old.name ? undefined : old.name;
  if (old.text !== now.text) return { kind: "changed", ...named(now), was, pieces: piecesOf(old.text, now.text) };
  if (old.number === undefined || now.number === undefined || old.number === now.number)
    return old.kind === "paragraph" && was !== undefined
      ? { kind: "changed", ...named(now), was, pieces: [{ kind: "same", text: now.text }] }
      : undefined;
  return { kind: "renumbered", from: [old.number, old.number], to: [now.number, now.number] };
}

function named({ name, under }: Unit): { readonly name: string; readonly under: string | undefined } {
  return { name, under: under === "" ? undefined : under };
}

function piecesOf(old: string, now: string): readonly Piece[] {
  return diffWordsWithSpace(old, now).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** Pairs what is the same, and, of what is between, what is alike. */
function pairs(old: readonly Unit[], now: readonly Unit[]): readonly Pair[] {
  const found: Pair[] = [];
  let [at, there] = [0, 0];
  let [removed, added]: [readonly Unit[], readonly Unit[]] = [[], []];
  const settle = (): void => {
    found.push(...pairAlike(removed, added));
    [removed, added] = [[], []];
  };
  const comparator = (a: Unit, b: Unit): boolean => a.kind === b.kind && a.text === b.text;
  for (const part of diffArrays([...old], [...now], { comparator })) {
    const { length } = part.value;
    if (part.removed) removed = old.slice(at, at + length);
    else if (part.added) added = now.slice(there, there + length);
    else {
      settle();
      for (let index = 0; index < length; index++) found.push([old[at + index], now[there + index]]);
    }
    if (!part.added) at += length;
    if (!part.removed) there += length;
  }
  settle();
  return found;
}

/** More pairs than these are not compared: where so much is new, nothing is gained by it. */
const MOST_COMPARED = 1_000_000;

/** Below this share of common words, a paragraph is another one. */
const ALIKE = 0.5;

/** Pairs, in their order, the units that have most words in common. */
function pairAlike(old: readonly Unit[], now: readonly Unit[]): readonly Pair[] {
  if (old.length * now.length > MOST_COMPARED) return [...old.map(taken), ...now.map(put)];
  const [oldWords, nowWords] = [old, now].map((units) => units.map(({ text }) => wordsOf(text)));
  const likeness = (i: number, j: number): number => {
    const [one, other] = [old[i], now[j]];
    if (one === undefined || other === undefined || one.kind !== other.kind || one.key !== other.key) return 0;
    if (one.key !== undefined) return 1;
    const shared = share(oldWords?.[i] ?? NO_WORDS, nowWords?.[j] ?? NO_WORDS);
    return shared < ALIKE ? 0 : shared;
  };
  // The best that can be had of the units from here on.
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const like = old.map((_, i) => now.map((_unit, j) => likeness(i, j)));
  const bestAt = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row === undefined) continue;
      row[j] = Math.max(bestAt(i + 1, j), bestAt(i, j + 1), (like[i]?.[j] ?? 0) + bestAt(i + 1, j + 1));
    }
  const found: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const both = like[i]?.[j] ?? 0;
    if (both > 0 && bestAt(i, j) === both + bestAt(i + 1, j + 1)) found.push([old[i++], now[j++]]);
    else if (bestAt(i, j) === bestAt(i + 1, j)) found.push([old[i++], undefined]);
    else found.push([undefined, now[j++]]);
  }
  return [...found, ...old.slice(i).map(taken), ...now.slice(j).map(put)];
}

function taken(unit: Unit): Pair {
  return [unit, undefined];
}

function put(unit: Unit): Pair {
  return [undefined, unit];
}

type Words = ReadonlyMap<string, number>;

const NO_WORDS: Words = new Map();

function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const word of text.toLowerCase().split(/\s+/)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** How many of the words of two texts they have in common, from 0 to 1. */
function share(one: Words, other: Words): number {
  const count = (words: Words): number => [...words.values()].reduce((sum, times) => sum + times, 0);
  let common = 0;
  for (const [word, times] of one) common += Math.min(times, other.get(word) ?? 0);
  return (2 * common) / (count(one) + count(other));
}
