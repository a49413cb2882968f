import type { ReferenceList } from "./reference-lists.ts";
import { AUTHORITY, AUTHORS, BODIES, DIVISIONS, OUR_NUMBERED, SAYING, TEXTS } from "./reference-vocabulary.ts";
import type { SentenceAround } from "./sentence-around.ts";

/** Whose paragraphs a sentence names: it says that they are this report's, or another's, or neither. */
export type Ownership = "ours" | "theirs" | "unsaid";

/**
 * Decides from the words on both sides, within the sentence, whose paragraph or annex is meant. What stands behind counts
 * before what stands in front, and doubt makes it somebody else's, because a wrong link is worse than a missing one:
 *
 * 1. "above", "below", "of this report" behind it: ours.
 * 2. Behind it "of" anything else, or "in", "to", "from" a text, a part of one, or a name: theirs.
 * 3. In front of it the name of a text or of a part of one, an owner ("its", "the plan's"), a citation, or somebody else
 *    who "says in" it: theirs. A body's name, a month, and a numbered thing of ours ("Recommendation 4") are no texts.
 *    A text may itself be attached, so "the strategy (Annex B)" and "the strategy, Annex B," are ours.
 */
export function ownershipOf(list: ReferenceList, { before, behind }: SentenceAround): Ownership {
  if (OURS_BEHIND.test(behind)) return "ours";
  if (list.isForeign || THEIRS_BEHIND.test(behind) || OWNER_BEFORE.test(before) || CITED_BEFORE.test(before))
    return "theirs";
  const isTheirs =
    isSaid(before) ||
    (list.kind === "annex"
      ? ANNEX_OF_TEXT_BEFORE.test(before) || isNamedAnnex(before)
      : PARAGRAPH_BEHIND.test(behind) ||
        isFoundBehind(behind) ||
        EXEMPT_BEFORE.test(before) ||
        TEXT_BEFORE.test(before) ||
        AUTHORS_TEXT_BEFORE.test(before) ||
        isApposed(before, behind) ||
        isDivided(before) ||
        isNamed(before));
  return isTheirs ? "theirs" : "unsaid";
}

/** Whether a sentence speaks of a text of authority or its author, so that a number in it may be theirs after all. */
export function mentionsAuthority({ before, behind }: SentenceAround): boolean {
  return AUTHORITY_ANYWHERE.test(before) || AUTHORITY_ANYWHERE.test(behind);
}

const THIS = "(?:this|the (?:present|current)) (?:cover(?:ing)? )?(?:report|paper|update|document|briefing)";
const TEXT = `(?:${AUTHORITY}|${TEXTS})`;
/** Up to three words between an article and a noun; not those that begin another phrase. */
const ADJECTIVES = "(?:(?!of |and |to |for |in )[^ ,;:()]+ ){0,3}";
/** "of the meeting on 3 March" */
const PHRASES = "(?: (?:of|on|for|with|from|dated|by|in|to|at|about|between|under)(?: [^ ,;:()]+){1,3}){0,2}";
/** What may stand between a name and the noun "paragraph": a comma, a bracket, a dash, "at", "in". */
const GAP = `["”’')\\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:at|in|under) )?$`;

const pattern = (source: string): RegExp => new RegExp(source, "iu");

const AUTHORITY_ANYWHERE = pattern(`(?<!\\p{L})(?:${AUTHORITY}|${AUTHORS})(?!\\p{L})`);
const OURS_BEHIND = pattern(
  `^(?:['’]s)?(?:,? ?\\(?(?:above|below|overleaf)(?!\\p{L}| the )|,? (?:of|in|to) ${THIS}(?!\\p{L}))`,
);
const THEIRS_BEHIND = new RegExp(
  [
    "^ of ",
    "^,? \\(?(?:thereof|therein|thereto|ibid)",
    `^, of (?:[a-z]+ )?(?:\\p{Lu}|${TEXT}(?!\\p{L}))`,
    `^,? (?:in|to|under|from|within|at|on) (?!(?:(?:that|this|reverse|any) )?order(?!\\p{L}))(?:${ADJECTIVES}(?:${TEXT})(?!\\p{L})|[Pp]ages? \\d|(?:the )?(?!${[...BODIES].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("|")})\\p{Lu})`,
  ].join("|"),
  "u",
);
/** "paragraph 12, Part 3", "paragraph 11 (NPPF)", "paragraph 4 and section 175 of the Act" */
const PARAGRAPH_BEHIND = new RegExp(
  [
    "^(?:,| \\() ?(?:the )?(?:Schedule|Sch|Part|Pt|Chapter|Section|section|Article|Regulation|pages?|pp?)\\.? ?[\\dA-Z]",
    `^(?:,| \\() ?(?:the )?(?:\\p{Lu}[\\p{L}’'-]* (?:(?:of|and|the|to|for|in) )*)*${either(TEXT)}(?![\\p{L}’'])`,
    "^(?:,| \\() ?(?:the )?(?:\\p{Lu}{2,}|\\p{Lu}[\\p{L}’']*(?: (?:(?:of|and|the|to|for|in) )*\\p{Lu}[\\p{L}’']*)+)(?: \\(?\\d{4}\\)?)?(?:[).;]|$)",
    "^ \\p{Lu}{3,}(?= \\p{Ll}|[.,;)]|$)",
    "^,? (?:and|or|&) (?:sections?|Schedules?|Parts?|regulations?|articles?|rules?|clauses?) \\d",
  ].join("|"),
  "u",
);
const OWNER_BEFORE = pattern(
  `(?<!this report|this paper)(?:['’]s|s['’]|(?<!\\p{L})(?:its|their|his|her|whose|your|my|our|new|old|former|existing|original|draft|proposed|amended|substituted|sub))(?: own)? $`,
);
const CITED_BEFORE = pattern(
  `(?:(?<!\\p{L})(?:ibid|op\\.? cit|loc\\.? cit|supra)\\.?|\\[\\d{4}\\][^;]{0,60}?|(?<=\\p{L})[.)]? v\\.? [^;(]{1,60}?|\\(?\\d{4}\\)?:)${GAP}`,
);
const SAYS = `(?: \\(\\d{4}\\))?(?: [a-z]+ly| also| then| now| has| had)?,? (?<! (?:is|was|are|were|be|been) )(?:${SAYING})(?!\\p{L})`;
const OBJECT = "(?:(?: [^ ,;:()]+){0,4}(?<!ed|given|shown|out|made| is| are| was| were))?";
const SAID_IN = "(?:,| that| [a-z]+ly)? ?(?:in|at|under|by) $";
/** "The statutory guidance says, in", "NPPF (2012) said at" */
const SAID_BEFORE = new RegExp(
  `(?:(?<!\\p{L})${either(TEXT)}(?!\\p{L})${PHRASES}${SAYS}${OBJECT}|(?:\\p{Lu}[\\p{L}’']* )*(\\p{Lu}[\\p{L}]*)${SAYS}${OBJECT})${SAID_IN}`,
  "u",
);
/** "the Inspector remarked at", "the court said so (": whatever they do there, they do it in a paper of theirs. */
const AUTHOR_SAID_BEFORE = pattern(
  `(?<!\\p{L})(?:${AUTHORS})(?!\\p{L})(?: of [^ ]+)?(?:${SAYS}|(?: [a-z]+ly| also)? (?:[a-z]{3,}(?:ed|[^aiosu]s)|gave|put|made|took|set|told|left|upheld|thought|saw))${OBJECT}(?:${SAID_IN}| \\($)`,
);
/** Part 1 of Schedule 12A to the Local Government Act 1972 is so well known that reports name its paragraphs alone. */
const EXEMPT_BEFORE = pattern(
  "(?:(?<!\\p{L})exempt(?:ion)?(?!\\p{L}).*(?: under|(?:defined|described|specified|category|within)(?: in)?|:| [(–—-])|by virtue of|within the meaning of) ?$",
);
/** "the plan in paragraph 51" may be one that the paragraph makes; "the guidance in paragraph 51" may not. */
const TEXT_BEFORE = pattern(
  `(?<!\\p{L})(?<!this |present |current )(?:${AUTHORITY}|(?:${TEXTS})(?!.* in $))(?!\\p{L})${PHRASES}${GAP}`,
);
/** "the Department for Education's advice (" */
const AUTHORS_TEXT_BEFORE = pattern(`(?<!\\p{L})(?:${AUTHORS})['’]s?(?: [^ ,;:()]+){1,3}(?! in $)${GAP}`);
/** "The grant conditions, paragraph 2, forbid it": between two commas, the number belongs to what stands before it. */
const APPOSED_BEFORE = /(?:^|[;:(–—] ?)([^;:(–—]*?)(?<![\p{L}\p{N}])(\p{L}+)["”’')]{0,2}, $/u;
const INTRODUCED =
  /^\P{L}*(?:for|by|as|since|see|if|when|while|although|however|finally|further|with|without|and|but|or|compare|also|under|after|before|on|to)(?!\p{L})/iu;
const ANNEX_OF_TEXT_BEFORE = pattern(`(?<!\\p{L})(?:${AUTHORITY}),? $`);
const DIVIDED_BEFORE =
  /(?<![\p{L}\p{N}])(\p{L}+)\.? (?:\d{1,6}[A-Z]{0,2}|[IVX]{1,5}|[A-Z]{1,3}\d{1,3})(?:[./]\d{1,4}|\(\w{1,4}\)){0,3}["”’')\]]{0,3}(?:,| ?[(–—]| -)? ?((?:and|or) )?(?:(?:at|in) )?$/u;
const DIVISION = pattern(`^(?:${DIVISIONS})$`);
const NAMED_BEFORE = new RegExp(`(?:^|(.*?)([ (“"‘'—–-]))(\\p{Lu}[\\p{L}\\p{N}&’'.-]*)(?: \\(?\\d{4})?${GAP}`, "u");
const NAMED_ANNEX =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&’'-]* (?:(?:of|and|the|to|for|in) ){0,2})*)(\p{Lu}[\p{L}\p{N}&-]*)(?: \(?\d{4}\)?)?["”’']?(,)? $/u;
const PERSON = /(?:^|[ (])(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Alderman)\.? (?:\p{Lu}[\p{L}’'.-]* ?)*$/u;
const PLACE =
  /(?:^(?:[^ ]+ )?\(?|(?:^| )[^\p{Lu} ][^ ]* \(?)(?:[Ii]n|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Aa]t|[Ff]rom|to|[a-z]+ of)$/u;
const FOUND_BEHIND = pattern(
  `^,? (?:where |in which )?(?:(?:the|that|this|lord|lady) )?(?:[^ ,;:()]+ )?(?:${AUTHORS})(?:,? [a-z]+ly)? (?:${SAYING})(?!\\p{L})`,
);

/** Lets a lower-case alternation stand for words that begin with a capital, too. */
function either(alternatives: string): string {
  return `(?:${alternatives}|${alternatives.replace(/(?<![\p{L}[])[a-z]/gu, (letter) => letter.toUpperCase())}|${alternatives.toUpperCase()})`;
}

function isFoundBehind(behind: string): boolean {
  return FOUND_BEHIND.test(behind);
}

function isSaid(before: string): boolean {
  if (AUTHOR_SAID_BEFORE.test(before)) return true;
  const match = SAID_BEFORE.exec(before);
  if (match === null) return false;
  const [words, name] = match;
  if (name === undefined) return !new RegExp(THIS, "iu").test(words);
  return (
    isShortForm(name) ||
    (/^\p{Lu}[^ ]* \p{Lu}/u.test(words) &&
      !isBody(name) &&
      !PERSON.test(before.slice(0, match.index) + words.split(/ [a-z]/)[0]))
  );
}

function isApposed(before: string, behind: string): boolean {
  const [, earlier = "", word] = APPOSED_BEFORE.exec(before) ?? [];
  return word !== undefined && /^(?:[.,;:)]|$)/.test(behind) && !isBody(word) && !INTRODUCED.test(`${earlier}${word}`);
}

/** "Schedule 12A, ", "page 31, ", "Circular 02/2001, "; not "Recommendation 4 (", "since 2016, ". */
function isDivided(before: string): boolean {
  const [, word = "", conjunction] = DIVIDED_BEFORE.exec(before) ?? [];
  if (DIVISION.test(word)) return true;
  return (
    conjunction === undefined &&
    /^\p{Lu}/u.test(word) &&
    !isBody(word) &&
    !isOpening(word, before) &&
    !OUR_NUMBERED.has(word.toLowerCase())
  );
}

function isOpening(word: string, before: string): boolean {
  return (
    /^(?:In|Since|By|From|Until|For|Of|At|Only|All|These|Those|Before|After|During)$/.test(word) &&
    before.startsWith(word)
  );
}

/** The name of a text directly before the noun; a body's, a person's or a place's is none, nor is a sentence's first word. */
function isNamed(before: string): boolean {
  const match = NAMED_BEFORE.exec(before);
  if (match === null) return false;
  const [, earlier = "", mark = "", name = ""] = match;
  if (isShortForm(name)) return true;
  const isFirst = (earlier === "" && mark.trim() === "") || mark === "(" || /[;:–—]$/.test(earlier);
  if (isFirst || isBody(name) || OUR_NUMBERED.has(name.toLowerCase())) return false;
  if (name.length === 1 && OUR_NUMBERED.has(earlier.split(" ").at(-1)?.toLowerCase() ?? "")) return false;
  return !PERSON.test(`${earlier} ${name}`) && !(PLACE.test(earlier) && /[,(] ?$/.test(before));
}

function isNamedAnnex(before: string): boolean {
  const [whole, earlier = "", name = "", comma] = NAMED_ANNEX.exec(before) ?? [];
  if (whole === undefined) return false;
  if (isShortForm(name)) return true;
  if (isBody(name) || OUR_NUMBERED.has(name.toLowerCase())) return false;
  return comma === undefined
    ? whole.length < before.length || earlier !== ""
    : earlier !== "" && !PERSON.test(earlier + name);
}

/** "NPPF", "DfE", "SPD" */
function isShortForm(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function isBody(word: string): boolean {
  return BODIES.has(word.toLowerCase().replace(/['’]s?$/, ""));
}
