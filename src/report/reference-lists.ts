/** One number or letter of a list: the "16" of "paragraphs 14 and 16". */
export interface ReferenceItem {
  /** The number without its sub-paragraph, as paragraphs are numbered: "14", "A2", "2.3"; or an annex's letter. */
  readonly target: string;
  /** The words that become the link: the first item's with the noun before it, each with its sub-paragraph. */
  readonly start: number;
  readonly end: number;
  /** Where the target itself stands. */
  readonly targetStart: number;
  readonly targetEnd: number;
}

/** A noun and what it names: "paragraphs 3, 5 to 7 and 9". */
export interface ReferenceList {
  readonly kind: "paragraph" | "annex";
  readonly start: number;
  readonly end: number;
  /** Never empty. */
  readonly items: readonly ReferenceItem[];
  /** Whether the list names what no report of ours has: "10.4.2", "3(1)", "12/2018". */
  readonly isForeign: boolean;
}

/** The words with which a language names paragraphs and annexes and joins their numbers; each is an alternation of a pattern. */
export interface ListWords {
  /** What every block with a reference holds: it tells most of those that hold none, at a tenth of the cost of the nouns. */
  readonly hint: string;
  readonly paragraph: string;
  /** "no.", between the noun and the number. */
  readonly number: string;
  readonly annex: string;
  /** Nouns that need no space before the number. */
  readonly sign: string;
  /** Which of the nouns, from their start, are plurals. */
  readonly plurals: string;
  /** What joins the last of a list, also in capitals and in "and/or". */
  readonly anyAnd: string;
  readonly and: string;
  /** What joins the ends of a range. */
  readonly anyTo: string;
  readonly to: string;
  /** Words behind a number that do not say that it counts something. */
  readonly unlikeCounted: string;
  readonly of: string;
  /** Capitals that are words, where a whole text is in capitals: no letters of annexes. */
  readonly shouted: string;
}

/** What finds the lists of one language. */
export interface ListPatterns {
  readonly hint: RegExp;
  readonly noun: RegExp;
  readonly plural: RegExp;
  readonly annex: RegExp;
  readonly furtherSubs: RegExp;
  readonly joint: RegExp;
  readonly remark: RegExp;
  readonly wordBehind: RegExp;
  readonly ofBehind: RegExp;
}

const SPACE = "[ \\n\\u00a0]";
const SUB = "(?:[a-z]|[ivx]{2,4})";
const PARAGRAPH =
  /([A-Z]{0,2}\d{1,4}(?:\.\d{1,3})*)(?:[ \u00a0]?\((?:[a-z]|[ivx]{2,4})\)|\.[a-z](?![\p{L}\p{N}]))*(?![\p{L}\p{N}%]|[.:]\d|,\d{3}(?!\d))/uy;
const THREE_LEVELS = /\..*\./;
const FOREIGN_BEHIND = /[ \u00a0]?\(\d|\/\d/y;

/** Makes the patterns of a language from its words. */
export function listPatterns(words: ListWords): ListPatterns {
  const { paragraph, number, annex, sign, plurals, anyAnd, and, anyTo, to, unlikeCounted, of, shouted } = words;
  return {
    hint: new RegExp(words.hint, "i"),
    noun: new RegExp(
      `(?<![\\p{L}\\p{N}/_#@-])(?:(?:(${paragraph})(?:${SPACE}+(?:${number}))?|(${annex}))${SPACE}+|(${sign}))(?=[\\p{Lu}\\d])`,
      "giu",
    ),
    plural: new RegExp(`^(?:${plurals})`, "i"),
    annex: new RegExp(
      `((?!(?:${shouted})(?!\\p{L}))[A-Z]{1,2}\\d{0,2}|\\d{1,2}[A-Z]?|[IVX]{1,4})(?:\\((?:[a-z]|[ivx]{2,4}|\\d)\\))*(?![\\p{L}\\p{N}%]|[.:]\\d|-\\p{L}{2})`,
      "uy",
    ),
    // Further sub-paragraphs of a number, the "and (b)" of "14(a) and (b)", get no link of their own.
    furtherSubs: new RegExp(`(?:(?:,? (?:${and}|${to}|&) |, ?| ?[–-] ?)\\(${SUB}\\))+`, "y"),
    joint: new RegExp(
      `(?:,${SPACE}*(${anyAnd})?|${SPACE}*(?:(${anyAnd}|&)|${anyTo}|[–—-]))${SPACE}*(?=[\\p{Lu}\\d])`,
      "uy",
    ),
    // What an item is about, where another item comes behind it.
    remark: new RegExp(`${SPACE}\\((?!${SUB}\\))\\p{Ll}[\\p{L} -]{0,40}\\)(?=,? (?:(?:${and}) )?\\d)`, "uy"),
    wordBehind: new RegExp(`${SPACE}+(?!(?:${unlikeCounted})(?!\\p{L}))\\p{L}`, "uy"),
    ofBehind: new RegExp(`${SPACE}+(?:${of})(?!\\p{L})`, "uy"),
  };
}

/** Finds the nouns and numbers that may be a reference, in the order of the text and without overlap; whose they are is not asked. */
export function findReferenceLists(text: string, patterns: ListPatterns): readonly ReferenceList[] {
  const lists: ReferenceList[] = [];
  if (!patterns.hint.test(text)) return lists;
  for (const match of text.matchAll(patterns.noun)) {
    const kind = match[2] === undefined ? "paragraph" : "annex";
    const list = readList(text, match.index, match[0], kind, patterns);
    if (list !== undefined) lists.push(list);
  }
  return lists;
}

function readList(
  text: string,
  start: number,
  noun: string,
  kind: ReferenceList["kind"],
  patterns: ListPatterns,
): ReferenceList | undefined {
  const pattern = kind === "paragraph" ? PARAGRAPH : patterns.annex;
  const isPlural = patterns.plural.test(noun);
  const items: ReferenceItem[] = [];
  let isForeign = false;
  let listEnd = start;
  let at = start + noun.length;
  for (let joint: Joint | undefined; ; ) {
    const match = matchAt(pattern, text, at);
    const target = match?.[1];
    if (match === undefined || target === undefined) break;
    const end = at + match[0].length;
    if (joint !== undefined && !isFurtherItem(text, end, target, joint, isPlural, patterns)) break;
    if (THREE_LEVELS.test(target) || matchAt(FOREIGN_BEHIND, text, end) !== undefined) isForeign = true;
    const targetEnd = at + target.length;
    items.push({ target, start: items.length === 0 ? start : at, end, targetStart: at, targetEnd });
    listEnd = end + (match[0].endsWith(")") ? (matchAt(patterns.furtherSubs, text, end)?.[0].length ?? 0) : 0);
    // "paragraphs 72 (schools) and 73 (roads)"
    const remark = isPlural ? matchAt(patterns.remark, text, listEnd) : undefined;
    if (remark !== undefined) listEnd += remark[0].length;
    const next = jointAt(text, listEnd, patterns);
    // What "and" or "or" brings in is the last of a list: in "paragraphs 3 and 4, 15 members", 15 is none of it.
    if (next === undefined || (joint?.kind === "and" && next.kind === "comma")) break;
    joint = next;
    at = listEnd + next.length;
  }
  return items.length === 0 ? undefined : { kind, start, end: listEnd, items, isForeign };
}

interface Joint {
  readonly kind: "comma" | "and" | "range";
  readonly length: number;
}

function jointAt(text: string, at: number, patterns: ListPatterns): Joint | undefined {
  const match = matchAt(patterns.joint, text, at);
  if (match === undefined) return undefined;
  const isAnd = match[1] !== undefined || match[2] !== undefined;
  return { kind: isAnd ? "and" : match[0].startsWith(",") ? "comma" : "range", length: match[0].length };
}

/**
 * Whether a number behind a joint belongs to the list. A plural or a range makes certain of it; else a word behind the number
 * says that it counts something: "in paragraph 4, 12 children", "in Annex A, A level results".
 */
function isFurtherItem(
  text: string,
  end: number,
  target: string,
  joint: Joint,
  isPlural: boolean,
  { wordBehind, ofBehind }: ListPatterns,
): boolean {
  if (joint.kind === "range" || (isPlural && joint.kind === "and")) return true;
  if (matchAt(wordBehind, text, end) !== undefined || target === "I") return false;
  return isPlural || joint.kind !== "comma" || matchAt(ofBehind, text, end) === undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
