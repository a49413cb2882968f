/** One item of a reference in running text: the "14" of "paragraphs 14 and 16", or the "A" of "Annex A". */
interface ReferencePhrase {
  readonly kind: "paragraph" | "annex";
  /** What is referred to: "14", "A2", "2.3"; or the letter or number of an annex. */
  readonly target: string;
  /** The words that become the link: the first item's with the noun before it. */
  readonly start: number;
  readonly end: number;
}

/** Words that an author left alone with `{elsewhere}`, and the marker that goes. */
export interface ReferencesFound {
  readonly phrases: readonly ReferencePhrase[];
  readonly markers: readonly { readonly start: number; readonly end: number }[];
}

const NOUN =
  /(?<![\p{L}\p{N}-])(?:(paragraphs?|paras?\.?)|(annex(?:es)?|appendi(?:x|ces)))[ \n\u00a0]+(?=[\p{Lu}\d])/giu;
const PARAGRAPH_ITEM =
  /(\d{1,4}(?:\.\d{1,3})?|[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})?)(?:\([a-z]{1,4}\))*(?![\p{L}\p{N}]|[.]\d)/uy;
const ANNEX_ITEM = /([A-Z]{1,2}|\d{1,2})(?![\p{L}\p{N}]|[.]\d)/uy;
const JOINT = /(?:,[ \n\u00a0]*(?:and|or)?|[ \n\u00a0]*(?:and|or|to|&|[–—-]))[ \n\u00a0]*(?=[\p{Lu}\d])/uy;
const MARKER = /\s*\{elsewhere\}/y;

/** Finds "paragraph 14", "paras 3–5", "Annex A and B" and the like; other people's paragraphs are left alone. */
export function findReferences(text: string): ReferencesFound {
  const phrases: ReferencePhrase[] = [];
  const markers: { start: number; end: number }[] = [];
  for (const match of text.matchAll(NOUN)) {
    const kind = match[1] === undefined ? "annex" : "paragraph";
    const items = readItems(text, match.index, match.index + match[0].length, kind);
    const [first] = items;
    const end = items.at(-1)?.end;
    if (first === undefined || end === undefined) continue;
    const marker = matchAt(MARKER, text, end);
    if (marker !== undefined) markers.push({ start: end, end: end + marker[0].length });
    else if (!isElsewhere(text, match.index, end, first)) phrases.push(...items);
  }
  return { phrases, markers };
}

function readItems(
  text: string,
  start: number,
  from: number,
  kind: ReferencePhrase["kind"],
): readonly ReferencePhrase[] {
  const items: ReferencePhrase[] = [];
  let at = from;
  for (;;) {
    const item = matchAt(kind === "paragraph" ? PARAGRAPH_ITEM : ANNEX_ITEM, text, at);
    if (item === undefined) return items;
    const end = at + item[0].length;
    items.push({ kind, target: item[1] ?? "", start: items.length === 0 ? start : at, end });
    const joint = matchAt(JOINT, text, end);
    if (joint === undefined) return items;
    at = end + joint[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const OURS_BEHIND = /^[ \n\u00a0]*(?:above|below|of (?:this|the present) (?:report|paper|update)|in this report)/;
const THEIRS_BEHIND =
  /^[ \n\u00a0]*,?[ \n\u00a0]*(?:of|in|to|under|from)[ \n\u00a0]+(?:the|that|its|their|his|her|those|these|Annex|Appendix|Schedule|Part|Chapter|Section|section|Article|\p{Lu}|\d|an? |each|both|last|our)/u;
const THEIRS_BEFORE =
  /(?:\p{Lu}[\p{L}\p{N}&'’]*|\p{Lu}\p{L}*[ \n\u00a0]+(?:of[ \n\u00a0]+)?\(?\d{4}\)?|\p{Lu}\p{L}*[ \n\u00a0]+\d+[A-Z]?|\d+[A-Z])[)”"’]?[ \n\u00a0]*,?[ \n\u00a0]*(?:(?:at|in)[ \n\u00a0]+)?(?:its[ \n\u00a0]+)?\(?$/u;
const SENTENCE_START =
  /(?:^|[.!?:;(•\n][ \n\u00a0]*|[.!?]["'”’)]+[ \n\u00a0]*)\p{Lu}[\p{L}'’]*(?:[ \n\u00a0]+\d{4})?[ \n\u00a0]*,?[ \n\u00a0]*(?:(?:at|in)[ \n\u00a0]+)?\(?$/u;
const DATE_BEFORE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:[ \n\u00a0]+\d{4})?,?[ \n\u00a0]*\(?$/;

/** "paragraph 3 of Schedule 12A" and "the NPPF, paragraph 172" are somebody else's; "paragraph 3 of this report" is not. */
function isElsewhere(text: string, start: number, end: number, first: ReferencePhrase): boolean {
  const behind = text.slice(end, end + 60);
  if (OURS_BEHIND.test(behind)) return false;
  if (THEIRS_BEHIND.test(behind)) return true;
  if (first.kind === "annex" || /^\p{Lu}/u.test(first.target)) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  return THEIRS_BEFORE.test(before) && !SENTENCE_START.test(before) && !DATE_BEFORE.test(before);
}
