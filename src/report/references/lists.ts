import { decimalPattern, findDecimals } from "./decimals-alone.ts";
import type { Words } from "./vocabulary.ts";

/**
 * What a reference may name. A new kind is a line here, a noun in each language, and its ids where references become
 * links.
 */
export const KINDS = ["paragraph", "annex", "recommendation", "section", "table", "figure"] as const;
export type ReferenceKind = (typeof KINDS)[number];

const OF_CAPTION = "([A-Z]?\\d{1,3}(?:\\.\\d{1,2})?[a-z]?)(?![\\p{L}\\p{N}%]|[.:]\\d|,\\d{3}(?!\\d))";

/** How the labels of each kind are written: the label itself, and the sub-paragraphs that may follow it. */
const LABELS: Readonly<Record<ReferenceKind, string>> = {
  paragraph:
    "([A-Z]{0,2}\\d{1,4}(?:\\.\\d{1,3})*)(?:[ \\u00a0]?\\((?:[a-z]|[ivx]{2,4})\\)|\\.[a-z](?![\\p{L}\\p{N}]))*(?![\\p{L}\\p{N}%]|[.:]\\d|,\\d{3}(?!\\d))",
  annex:
    "([A-Z]{1,2}\\d{0,2}|\\d{1,2}[A-Z]?|[IVX]{1,4})(?:\\((?:[a-z]|[ivx]{2,4}|\\d)\\))*(?![\\p{L}\\p{N}%]|[.:]\\d|-\\p{L}{2})",
  // "Section 5(2)" and "section 5A" are an Act's.
  section: "(\\d{1,2}(?:\\.\\d{1,2})*)(?![\\p{L}\\p{N}%(]|[.:]\\d|,\\d{3}(?!\\d))",
  table: OF_CAPTION,
  figure: OF_CAPTION,
  recommendation:
    "(R?\\d{1,3}(?:\\.\\d{1,2})*(?:\\((?:[a-z]|[ivx]{1,4})\\))?|\\((?:[a-z]|[ivx]{1,4})\\))(?![\\p{L}\\p{N}%(]|[.:]\\d|,\\d{3}(?!\\d))",
};

/** One label of a list: the "16" of "paragraphs 14 and 16". */
export interface ReferenceItem {
  /** The label without its sub-paragraph, as paragraphs are numbered: "14", "A2", "2.3"; or an annex's letter. */
  readonly target: string;
  /** The words that become the link: the first item's with the noun before it, each with its sub-paragraph. */
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

/** A noun and what it names: "paragraphs 3, 5 to 7 and 9". */
export interface ReferenceList {
  readonly kind: ReferenceKind;
  readonly start: number;
  readonly end: number;
  /** Never empty. */
  readonly items: readonly ReferenceItem[];
  /** Whether it names what no report of ours has: "3(1)", "12/2018". */
  readonly isForeign: boolean;
  /** Whether it is numbers without a noun: "2.1 above". */
  readonly isAlone?: true;
}

const S = "[ \\n\\u00a0]";
const SUB = "\\((?:[a-z]|[ivx]{2,4})\\)";
const FOREIGN_BEHIND = /[ \u00a0]?\(\d|\/\d/y;

export type ListPatterns = ReturnType<typeof listPatterns>;

/** Makes the patterns that find lists. */
export function listPatterns(words: (key: keyof Words) => string) {
  const nouns = KINDS.map((kind) => `(${words(kind)})`).join("|");
  const and = words("and");
  const to = words("to");
  return {
    hint: new RegExp(`${words("hint")}|\\d\\.\\d`, "i"),
    noun: new RegExp(
      `(?<![\\p{L}\\p{N}/_#@-])(?:(?:${nouns})(?:${S}+(?:${words("number")}))?${S}+|paras?\\.|¶{1,2}${S}?)(?=[\\p{Lu}\\d(])`,
      "giu",
    ),
    plural: new RegExp(`^(?:${words("plural")}|¶¶)`, "i"),
    labels: {
      paragraph: new RegExp(LABELS.paragraph, "uy"),
      recommendation: new RegExp(LABELS.recommendation, "uy"),
      annex: new RegExp(`(?!(?:${words("shouted")})(?!\\p{L}))${LABELS.annex}`, "uy"),
      section: new RegExp(LABELS.section, "uy"),
      table: new RegExp(LABELS.table, "uy"),
      figure: new RegExp(LABELS.figure, "uy"),
    },
    decimals: decimalPattern(words),
    // The "and (b)" of "14(a) and (b)" gets no link of its own.
    furtherSubs: new RegExp(`(?:(?:,? (?:${and}|${to}|&) |, ?| ?[–-] ?)${SUB})+`, "y"),
    joint: new RegExp(
      `(?:,${S}*(${and})?|${S}*(?:(${and}|&)|(?:${to})|[–—-]))${S}*(?=[\\p{Lu}\\d]|\\((?:[a-z]|[ivx]{2,4})\\))`,
      "uy",
    ),
    // What an item is about, where another item follows: "paragraphs 72 (schools) and 73 (roads)".
    remark: new RegExp(`${S}(?!${SUB})\\(\\p{Ll}[\\p{L} -]{0,40}\\)(?=,? (?:(?:${and}) )?\\d)`, "uy"),
    counted: new RegExp(`${S}+(?!(?:${words("unlikeCounted")})(?!\\p{L}))\\p{L}`, "uy"),
  };
}

/**
 * Finds the nouns and labels that may be a reference, in the order of the text and without overlap; whose they are is
 * not asked.
 */
export function findLists(text: string, patterns: ListPatterns): readonly ReferenceList[] {
  const lists: ReferenceList[] = [];
  for (const match of text.matchAll(patterns.noun)) {
    const kind = KINDS.find((_, index) => match[index + 1] !== undefined) ?? "paragraph";
    const list = readList(text, match, kind, patterns);
    if (list !== undefined) lists.push(list);
  }
  const alone = decimalsAlone(text, patterns).filter(
    ({ start, end }) => !lists.some((list) => start < list.end && list.start < end),
  );
  return alone.length === 0 ? lists : [...lists, ...alone].sort((a, b) => a.start - b.start);
}

/** Numbers such as the "2.1" of "see 2.1 above", which have no noun. */
function decimalsAlone(text: string, { decimals }: ListPatterns): readonly ReferenceList[] {
  return findDecimals(text, decimals).map(({ start, end, numbers }) => {
    const items = numbers.map((number) => ({ ...number, targetStart: number.start, targetEnd: number.end }));
    return { kind: "paragraph", start, end, items, isForeign: false, isAlone: true };
  });
}

function readList(text: string, noun: RegExpExecArray, kind: ReferenceKind, patterns: ListPatterns) {
  const start = noun.index;
  const isPlural = patterns.plural.test(noun[0]);
  const items: ReferenceItem[] = [];
  let isForeign = false;
  let listEnd = start;
  let at = start + noun[0].length;
  for (let joint: ReturnType<typeof jointAt>; ; ) {
    const [whole, target] = matchAt(patterns.labels[kind], text, at) ?? [];
    if (whole === undefined || target === undefined) break;
    const end = at + whole.length;
    // A plural or a range makes certain of a further item; else a word after it says that it counts something: "in
    // paragraph 4, 12 children".
    const isCertain = joint === undefined || joint.kind === "range" || (isPlural && joint.kind === "and");
    if (!isCertain && (target === "I" || matchAt(patterns.counted, text, end) !== null)) break;
    if (matchAt(FOREIGN_BEHIND, text, end) !== null) isForeign = true;
    const targetEnd = at + target.length;
    items.push({ target, start: items.length === 0 ? start : at, end, targetStart: at, targetEnd });
    listEnd =
      end +
      (kind !== "recommendation" && whole.endsWith(")")
        ? (matchAt(patterns.furtherSubs, text, end)?.[0].length ?? 0)
        : 0);
    if (isPlural) listEnd += matchAt(patterns.remark, text, listEnd)?.[0].length ?? 0;
    const next = jointAt(text, listEnd, patterns);
    // What "and" brings in is the last of a list: in "paragraphs 3 and 4, 15 members", 15 is none of it.
    if (next === undefined || (joint?.kind === "and" && next.kind === "comma")) break;
    joint = next;
    at = listEnd + next.length;
  }
  // "14 and 10.4.2" are of no one report.
  isForeign ||= items.some(({ target }) => /\..*\./.test(target)) && items.some(({ target }) => !target.includes("."));
  return items.length === 0 ? undefined : { kind, start, end: listEnd, items, isForeign };
}

function jointAt(text: string, at: number, { joint }: ListPatterns) {
  const [whole, and, plainAnd] = matchAt(joint, text, at) ?? [];
  if (whole === undefined) return undefined;
  const kind = (and ?? plainAnd) !== undefined ? "and" : whole.startsWith(",") ? "comma" : "range";
  return { kind, length: whole.length } as const;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
