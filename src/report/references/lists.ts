import type { LanguageOfReferences } from "./english.ts";

/**
 * What a reference may name. A new kind is a line here, a noun in each language, and its ids where references become
 * links.
 */
export const KINDS = ["paragraph", "annex", "recommendation", "section", "table", "figure"] as const;
export type ReferenceKind = (typeof KINDS)[number];

/** Numbers without a noun may be paragraphs', too: the "3.2.1" of "at 3.2.1", and the "2.1" of "see 2.1". */
export const LIST_KINDS = [...KINDS, "deep", "decimal"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

const SUB = "\\((?:[a-z]|[ivx]{2,4})\\)";
const OF_CAPTION = label("([A-Z]?\\d{1,3}(?:\\.\\d{1,2})?[a-z]?)");
/** A number that is no sum, date, version or part of a longer one. */
const ALONE = label("(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?![‰°]|,\\d|-\\p{L}|[-–]\\d)");

/** How the labels of each kind are written: the label itself, and the sub-paragraphs that may follow it. */
const LABELS: Readonly<Record<ListKind, RegExp>> = {
  paragraph: label(`([A-Z]{0,2}\\d{1,4}(?:\\.\\d{1,3})*)(?:[ \\u00a0]?${SUB}|\\.[a-z](?![\\p{L}\\p{N}]))*`),
  annex: label("([A-Z]{1,2}\\d{0,2}|\\d{1,2}[A-Z]?|[IVX]{1,4})(?:\\((?:[a-z]|[ivx]{2,4}|\\d)\\))*(?!-\\p{L}{2})"),
  // "Section 5(2)" and "section 5A" are an Act's.
  section: label("(\\d{1,2}(?:\\.\\d{1,2})*)(?!\\()"),
  table: OF_CAPTION,
  figure: OF_CAPTION,
  recommendation: label(
    "(R?\\d{1,3}(?:\\.\\d{1,2})*(?:\\((?:[a-z]|[ivx]{1,4})\\))?|\\((?:[a-z]|[ivx]{1,4})\\))(?!\\()",
  ),
  deep: ALONE,
  decimal: ALONE,
};

function label(pattern: string): RegExp {
  return new RegExp(`${pattern}(?![\\p{L}\\p{N}%]|[.:/]\\d|,\\d{3}(?!\\d))`, "uy");
}

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
  readonly kind: ListKind;
  readonly start: number;
  readonly end: number;
  /** Never empty. */
  readonly items: readonly ReferenceItem[];
  /** How it hangs together with the list before: "and"; "paragraph 4 of Annex A"; "Annex A, paragraph 4". */
  readonly joint: "and" | "of" | "in" | undefined;
}

const S = "[ \\n\\u00a0]";

export type ListPatterns = ReturnType<typeof listPatterns>;

/** Makes the patterns that find lists. */
export function listPatterns(words: (key: keyof LanguageOfReferences["words"]) => string) {
  const nouns = KINDS.map((kind) => `(${words(kind)})`).join("|");
  const and = `(?:${words("and")})(?!\\p{L})`;
  const to = `(?:${words("to")})(?!\\p{L})`;
  return {
    hint: new RegExp(`${nouns}|\\d\\.\\d`, "i"),
    noun: new RegExp(
      `(?<![\\p{L}\\p{N}/_#@-])(?:(?:${nouns})(?:${S}+(?:${words("number")}))?(?:${S}+|(?<=[.¶]))(?=[\\p{Lu}\\d(])|${
        // A number without a noun.
        "(?<![£$€.,:+])(?:()(?=\\d{1,2}\\.\\d{1,2}\\.\\d)|()(?=\\d{1,2}\\.\\d))"
      })`,
      "giu",
    ),
    plural: new RegExp(`^(?:\\p{L}*(?:${words("plural")})(?!\\p{L})|¶¶)`, "iu"),
    // The "and (b)" of "14(a) and (b)" gets no link of its own.
    furtherSubs: new RegExp(`(?:(?:,? (?:${and}|${to}|&) |, ?| ?[–-] ?)${SUB})+`, "uy"),
    // What an item is about, where another item follows: "paragraphs 72 (schools) and 73 (roads)".
    remark: new RegExp(`${S}(?!${SUB})\\(\\p{Ll}[\\p{L} -]{0,40}\\)(?=,? (?:${and} )?\\d)`, "uy"),
    counted: new RegExp(`${S}+(?!(?:${words("unlikeCounted")})(?!\\p{L}))\\p{L}`, "uy"),
    joint: new RegExp(`${S}*(,)?${S}*(?:(${and}|&)|(${to}|[–—-]))?${S}*`, "uy"),
    of: new RegExp(`${S}+(?:${words("of")})${S}+`, "y"),
    in: new RegExp(`(?:,|${S}+\\()${S}*`, "y"),
  };
}

/**
 * Finds the nouns and labels that may be a reference, in the order of the text and without overlap; whose they are is
 * not asked. Lists that hang together are one chain, of one owner: "paragraph 4 and paragraph 7 of the Schedule".
 */
export function findChains(text: string, patterns: ListPatterns): readonly (readonly ReferenceList[])[] {
  const chains: ReferenceList[][] = [];
  let last: ReferenceList | undefined;
  for (const noun of text.matchAll(patterns.noun)) {
    if (last !== undefined && noun.index < last.end) continue;
    const read = readList(text, noun, patterns);
    if (read === undefined) continue;
    const list = { ...read, joint: last && jointOf(text, last, read, patterns) };
    if (list.joint === undefined) chains.push([list]);
    else chains.at(-1)?.push(list);
    last = list;
  }
  return chains;
}

type Read = Omit<ReferenceList, "joint">;

function readList(text: string, noun: RegExpExecArray, patterns: ListPatterns): Read | undefined {
  const start = noun.index;
  const kind = LIST_KINDS.find((_, index) => noun[index + 1] !== undefined) ?? "paragraph";
  const isPlural = patterns.plural.test(noun[0]);
  const items: ReferenceItem[] = [];
  let listEnd = start;
  let at = start + noun[0].length;
  for (let isCertain = true, isLast = false; ; ) {
    const [whole, target] = matchAt(LABELS[kind], text, at) ?? [];
    if (whole === undefined || target === undefined) break;
    const end = at + whole.length;
    if (!isCertain && matchAt(patterns.counted, text, end) !== null) break;
    items.push({ target, start: items.length === 0 ? start : at, end, targetStart: at, targetEnd: at + target.length });
    listEnd = end;
    if (kind !== "recommendation" && whole.endsWith(")")) listEnd += lengthAt(patterns.furtherSubs, text, listEnd);
    if (isPlural) listEnd += lengthAt(patterns.remark, text, listEnd);
    const [joint = "", comma, and, to] = matchAt(patterns.joint, text, listEnd) ?? [];
    // What "and" brings in is the last of a list: in "paragraphs 3 and 4, 15 members", 15 is none of it.
    if ((and ?? to ?? (isLast ? undefined : comma)) === undefined) break;
    // A plural or a range makes certain of a further item; else a word after it says that it counts something: "in
    // paragraph 4, 12 children".
    isCertain = to !== undefined || (isPlural && and !== undefined);
    isLast = and !== undefined;
    at = listEnd + joint.length;
  }
  // "14 and 10.4.2" are of no one report.
  const isMixed = items.some(({ target }) => /\..*\./.test(target)) && items.some(({ target }) => /^\d+$/.test(target));
  return items.length === 0 || isMixed ? undefined : { kind, start, end: listEnd, items };
}

function jointOf(text: string, last: Read, list: Read, patterns: ListPatterns): ReferenceList["joint"] {
  const isBetween = (pattern: RegExp): boolean => last.end + lengthAt(pattern, text, last.end) === list.start;
  const kinds = `${last.kind} ${list.kind}`;
  const isOneOwner = last.kind === list.kind || kinds === "paragraph annex" || kinds === "annex paragraph";
  if (kinds === "paragraph annex" && isBetween(patterns.of)) return "of";
  if (kinds === "annex paragraph" && isBetween(patterns.in)) return "in";
  return isOneOwner && isBetween(patterns.joint) ? "and" : undefined;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
