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

/** Few blocks hold a reference: this tells most of those that hold none, at a tenth of the cost of NOUN. */
const ANY_NOUN = /para|annex|appendi|¶/i;
const NOUN =
  /(?<![\p{L}\p{N}/_#@-])(?:(?:(paragraphs?|paras?\.?)(?:[ \n\u00a0]+(?:nos?\.?|numbers?))?|(annex(?:es)?|appendi(?:x|ces)))[ \n\u00a0]+|(paras?\.|¶{1,2}[ \n\u00a0]?))(?=[\p{Lu}\d])/giu;
const PARAGRAPH =
  /([A-Z]{0,2}\d{1,4}(?:\.\d{1,3})*)(?:[ \u00a0]?\((?:[a-z]|[ivx]{2,4})\)|\.[a-z](?![\p{L}\p{N}]))*(?![\p{L}\p{N}%]|[.:]\d|,\d{3}(?!\d))/uy;
const ANNEX =
  /((?!(?:A[MNST]|B[EY]|DO|GO|HE|I[FNST]|M[EY]|NO|O[FNR]|SO|TO|U[PS]|WE)(?!\p{L}))[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Z]?|[IVX]{1,4})(?:\((?:[a-z]|[ivx]{2,4}|\d)\))*(?![\p{L}\p{N}%]|[.:]\d|-\p{L}{2})/uy;
const THREE_LEVELS = /\..*\./;
const FOREIGN_BEHIND = /[ \u00a0]?\(\d|\/\d/y;
/** Further sub-paragraphs of a number: the "and (b)" of "14(a) and (b)". They get no link of their own. */
const FURTHER_SUBS = /(?:(?:,? (?:and|or|to|&) |, ?| ?[–-] ?)\((?:[a-z]|[ivx]{2,4})\))+/y;
const JOINT =
  /(?:,[ \n\u00a0]*(and\/or|and|or|AND|OR)?|[ \n\u00a0]*(?:(and\/or|and|or|AND|OR|&)|to|TO|through(?: to)?|(?:up to )?and including|[–—-]))[ \n\u00a0]*(?=[\p{Lu}\d])/uy;
/** What an item is about, where another item comes behind it. */
const REMARK = /[ \n\u00a0]\((?!(?:[a-z]|[ivx]{2,4})\))\p{Ll}[\p{L} -]{0,40}\)(?=,? (?:and |or )?\d)/uy;
const WORD_BEHIND = /[ \n\u00a0]+(?!(?:and|or|to|through|of|above|below|overleaf)(?!\p{L}))\p{L}/uy;
const OF_BEHIND = /[ \n\u00a0]+of(?!\p{L})/uy;

/** Finds the nouns and numbers that may be a reference, in the order of the text and without overlap; whose they are is not asked. */
export function findReferenceLists(text: string): readonly ReferenceList[] {
  const lists: ReferenceList[] = [];
  if (!ANY_NOUN.test(text)) return lists;
  for (const match of text.matchAll(NOUN)) {
    const list = readList(text, match.index, match[0], match[2] === undefined ? "paragraph" : "annex");
    if (list !== undefined) lists.push(list);
  }
  return lists;
}

function readList(text: string, start: number, noun: string, kind: ReferenceList["kind"]): ReferenceList | undefined {
  const pattern = kind === "paragraph" ? PARAGRAPH : ANNEX;
  const isPlural = /^(?:paragraphs|paras|annexes|appendices|¶¶)/i.test(noun);
  const items: ReferenceItem[] = [];
  let isForeign = false;
  let listEnd = start;
  let at = start + noun.length;
  for (let joint: Joint | undefined; ; ) {
    const match = matchAt(pattern, text, at);
    const target = match?.[1];
    if (match === undefined || target === undefined) break;
    const end = at + match[0].length;
    if (joint !== undefined && !isFurtherItem(text, end, target, joint, isPlural)) break;
    if (THREE_LEVELS.test(target) || matchAt(FOREIGN_BEHIND, text, end) !== undefined) isForeign = true;
    const targetEnd = at + target.length;
    items.push({ target, start: items.length === 0 ? start : at, end, targetStart: at, targetEnd });
    listEnd = end + (match[0].endsWith(")") ? (matchAt(FURTHER_SUBS, text, end)?.[0].length ?? 0) : 0);
    // "paragraphs 72 (schools) and 73 (roads)"
    const remark = isPlural ? matchAt(REMARK, text, listEnd) : undefined;
    if (remark !== undefined) listEnd += remark[0].length;
    const next = jointAt(text, listEnd);
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

function jointAt(text: string, at: number): Joint | undefined {
  const match = matchAt(JOINT, text, at);
  if (match === undefined) return undefined;
  const isAnd = match[1] !== undefined || match[2] !== undefined;
  return { kind: isAnd ? "and" : match[0].startsWith(",") ? "comma" : "range", length: match[0].length };
}

/**
 * Whether a number behind a joint belongs to the list. A plural or a range makes certain of it; else a word behind the number
 * says that it counts something: "in paragraph 4, 12 children", "in Annex A, A level results".
 */
function isFurtherItem(text: string, end: number, target: string, joint: Joint, isPlural: boolean): boolean {
  if (joint.kind === "range" || (isPlural && joint.kind === "and")) return true;
  if (matchAt(WORD_BEHIND, text, end) !== undefined || target === "I") return false;
  return isPlural || joint.kind !== "comma" || matchAt(OF_BEHIND, text, end) === undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
