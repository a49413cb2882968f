import { isDoneByText } from "./reference-clauses.ts";
import { isCarriedOn } from "./reference-discourse.ts";
import type { Beside, Ownership } from "./reference-grammar.ts";
import type { ReferenceList } from "./reference-lists.ts";
import { isApposed, isDivided, isNamed, isNamedAnnex } from "./reference-naming.ts";
import { ADJECTIVES, either, GAP, lowerCasePattern, PHRASES, TEXT, THIS } from "./reference-patterns.ts";
import { isPlaced } from "./reference-places.ts";
import { isFoundBehind, isSaid, isSaidByAnother, WROTE_BEFORE } from "./reference-sayings.ts";
import { isInFrontText, isOfSubject, isSecondVerb } from "./reference-subjects.ts";
import { isBesideText, TEXT_BEFORE } from "./reference-texts-beside.ts";
import { AUTHORITY, AUTHORS, BODIES, TEXTS, WRITINGS } from "./reference-vocabulary.ts";
import type { SentenceAround } from "./sentence-around.ts";

/**
 * Decides from the words on both sides, within the sentence, whose paragraph or annex is meant. What stands behind counts
 * before what stands in front, and doubt makes it somebody else's, because a wrong link is worse than a missing one:
 *
 * 1. "above", "below", "of this report" behind it: ours.
 * 2. Behind it "of" anything else, or "in", "to", "from" a text, a part of one, or a name: theirs.
 * 3. In front of it the name of a text or of a part of one, an owner ("its", "the plan's"), a citation, or somebody else
 *    who "says in" it: theirs. A body's name, a month, and a numbered thing of ours ("Recommendation 4") are no texts.
 *    A text may itself be attached, so "the strategy (Annex B)" and "the strategy, Annex B," are ours.
 * 4. On both sides a text and what it says: theirs ("The request, at paragraph 2, alleges").
 *
 * What a sentence says something lies in ("is discussed at") is spared 3 and 4, because no text lies in itself.
 */
export function ownershipOf(
  list: ReferenceList,
  around: SentenceAround,
  { isLastTheirs, isParagraphNext }: Beside,
): Ownership {
  const { behind } = around;
  const before = withoutAsides(around.before);
  const lower = before.toLowerCase();
  const lowerBehind = behind.toLowerCase();
  if (OURS_BEHIND.test(lowerBehind) || OURS_BEFORE.test(lower)) return "ours";
  const isOwnAnnex =
    list.kind === "annex" && !isParagraphNext && ANNEX_PLACED_BEFORE.test(lower) && !AUTHORITY_ANYWHERE.test(lower);
  if (isOwnAnnex && TO_REPORT_BEHIND.test(lowerBehind)) return "ours";
  if (
    list.isForeign ||
    (MAY_OWN_BEHIND.test(behind) && THEIRS_BEHIND.test(behind)) ||
    OWNER_BEFORE.test(lower) ||
    CITED_BEFORE.test(lower)
  )
    return "theirs";
  if (isOwnAnnex && !isLastTheirs) return "unsaid";
  if (!isLastTheirs && !isParagraphNext && isPlaced(before, behind)) return "unsaid";
  // Most sentences name no text: they are spared the patterns that need one.
  const namesText = TEXT_ANYWHERE.test(around.before.toLowerCase());
  // "as its reply says (Annex C)": a text may be attached.
  const isAttached = list.kind === "annex" && !isParagraphNext && before.endsWith("(");
  const isTheirs =
    (!isAttached && (isSaid(before) || isDoneByText(before, behind) || isSecondVerb(before, behind))) ||
    DEMONSTRATIVE_BEFORE.test(before) ||
    isOfSubject(list.kind, before, behind) ||
    (isLastTheirs && PARALLEL_BEFORE.test(before) && !FINITE.test(before.slice(before.lastIndexOf(",")))) ||
    (list.kind === "annex"
      ? ANNEX_OF_TEXT_BEFORE.test(lower) ||
        / an? $/.test(before) ||
        (isParagraphNext && TEXT_BEFORE.test(lower)) ||
        isNamedAnnex(before)
      : (MAY_NAME_BEHIND.test(behind) && PARAGRAPH_BEHIND.test(behind)) ||
        isFoundBehind(behind) ||
        EXEMPT_BEFORE.test(lower) ||
        (namesText && READ_WITH_BEFORE.test(before)) ||
        (namesText && isBesideText(before, lower, around.before.toLowerCase())) ||
        AUTHORS_TEXT_BEFORE.test(lower) ||
        isApposed(before, behind) ||
        isDivided(before) ||
        isNamed(before, behind) ||
        NUMBERED_SUB_BEFORE.test(around.before) ||
        LEGAL_BEFORE.test(before) ||
        WRITING_BEFORE.test(lower) ||
        WROTE_BEFORE.test(before) ||
        isSaidByAnother(before) ||
        isInFrontText(before) ||
        PARAGRAPH_AND_BEFORE.test(lower) ||
        isCarriedOn(around, isLastTheirs));
  return isTheirs ? "theirs" : "unsaid";
}

/** Whether a sentence speaks of a text of authority or its author, so that a number in it may be theirs after all. */
export function mentionsAuthority({ before, behind, previous }: SentenceAround): boolean {
  return [before, behind, previous].some((words) => AUTHORITY_ANYWHERE.test(words.toLowerCase()));
}

/** Where a block first names a text that is somebody else's, or Infinity. */
export function firstTextNamed(text: string): number {
  return TEXT_ANYWHERE.exec(text.toLowerCase())?.index ?? Number.POSITIVE_INFINITY;
}

const AUTHORITY_ANYWHERE = lowerCasePattern(`(?<!\\p{L})(?:${AUTHORITY}|${AUTHORS})(?!\\p{L})`);

const TEXT_ANYWHERE = lowerCasePattern(
  `(?<!\\p{L})(?<!(?:this|present|current) )(?:${AUTHORITY}|${TEXTS}|${AUTHORS})(?!\\p{L})`,
);

const OURS_BEHIND = lowerCasePattern(
  `^(?:['’]s)?(?:,? ?\\(?(?:above|below|overleaf)(?!\\p{L}| the )|,? (?:of|in|to) ${THIS}(?!\\p{L}))`,
);

/** "the policy set out in", "the response attached at": what a report sets out in an annex is in its own. */
const ANNEX_PLACED_BEFORE = lowerCasePattern(
  "(?<!\\p{L})(?:set out|attached|appended|annexed|enclosed|detailed|included|shown|provided|reproduced)(?: (?:in full|in detail|separately))? (?:in|at|as|to) $",
);
const TO_REPORT_BEHIND = lowerCasePattern(
  "^,? (?:to|of) the (?:main |covering |officers?['’]s? )?report(?!\\p{L}| (?:of|by|from|for|on|to|that|which|published|dated|submitted|presented)(?!\\p{L}))",
);

/** "section 3 of this report, " */
const OURS_BEFORE = lowerCasePattern(
  `(?:${THIS}|(?:body|rest|remainder|main part) of the (?:main )?report|(?<!\\p{L})(?:section|part) \\d+ (?:above|below)),? \\(?(?:(?:in particular|particularly|especially|see),? )?(?:at |in )?$`,
);

/** What the patterns for what stands behind begin with: most references are spared them. */
const MAY_OWN_BEHIND = /^,? \(?(?:of|in|to|under|from|within|at|on|there|ibid)/;
const MAY_NAME_BEHIND = /^(?:,| [(A-Z\u0080-\uffff]|,? (?:and|or|&) )/;

const THEIRS_BEHIND = new RegExp(
  [
    "^ of ",
    "^,? \\(?(?:thereof|therein|thereto|ibid)",
    `^, of (?:[a-z]+ )?(?:\\p{Lu}|${TEXT}(?!\\p{L}))`,
    `^,? (?:in|to|under|from|within|at|on) (?!(?:(?:that|this|reverse|any) )?order(?!\\p{L}))(?:${ADJECTIVES}${either(TEXT)}(?!\\p{L})|[Pp]ages? \\d|(?:the )?(?!${[...BODIES].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("|")})\\p{Lu})`,
  ].join("|"),
  "u",
);

/** "paragraph 12, Part 3", "paragraph 11 (NPPF)", "paragraph 4 and section 175 of the Act" */
const PARAGRAPH_BEHIND = new RegExp(
  [
    "^(?:,| \\() ?(?:the )?(?:Schedule|Sch|Part|Pt|Chapter|Section|section|Article|Regulation|pages?|pp?)\\.? ?[\\dA-Z]",
    `^(?:,| \\() ?(?:the )?(?:\\p{Lu}[\\p{L}’'-]* (?:(?:of|and|the|to|for|in) )*)*${either(TEXT)}(?= ?[,.;:()]|$| \\d| (?:of|for|to|on|dated) )`,
    "^(?:,| \\() ?(?:the )?(?:\\p{Lu}{2,}|\\p{Lu}[\\p{L}’']*(?: (?:(?:of|and|the|to|for|in) )*\\p{Lu}[\\p{L}’']*)+)(?: \\(?\\d{4}\\)?)?(?:[).;]|$)",
    "^ \\p{Lu}{3,}(?= \\p{Ll}|[.,;)]|$)",
    "^,? (?:and|or|&) (?:sections?|Schedules?|Parts?|regulations?|articles?|rules?|clauses?) \\d",
  ].join("|"),
  "u",
);

const OWNER_BEFORE = lowerCasePattern(
  `(?<!this report|this paper)(?:['’]s|s['’]|(?<!\\p{L})(?:its|their|his|her|whose|your|my|our|new|old|former|existing|original|draft|proposed|amended|substituted|sub))(?: own)? $`,
);

const CITED_BEFORE = lowerCasePattern(
  `(?:(?<!\\p{L})(?:ibid|op\\.? cit|loc\\.? cit|supra)\\.?|\\[\\d{4}\\][^;]{0,60}?|(?<=\\p{L})[.)]? v\\.? [^;(]{1,60}?|\\(?\\d{4}\\)?:)${GAP}`,
);

/** "the definition in that Annex 1" */
const DEMONSTRATIVE_BEFORE = /(?<!\p{L})(?:in|of|to|by|from|under|with|on|at) (?:that|those|the said) $/iu;

/** "Footnote 7 to the Framework, read with" */
const READ_WITH_BEFORE = /[,(] ?(?:as |when )?(?:read|taken)(?: together| along| in conjunction)? with $/iu;

/** Part 1 of Schedule 12A to the Local Government Act 1972 is so well known that reports name its paragraphs alone. */
const EXEMPT_BEFORE = lowerCasePattern(
  "(?:(?<!\\p{L})(?:exempt(?:ion)?|exclu(?:de[sd]?|ding|sion))(?!\\p{L}).{0,300}(?: under| is|(?:defined|described|specified|category|within)(?: in)?|:| [(–—-])|by virtue of|within the meaning of) ?$",
);

/** Our own sub-paragraphs are lettered. */
const NUMBERED_SUB_BEFORE = /(?<!\p{L})sub-?paragraphs? \(\d{1,3}\)(?:(?:,| and| or| to)? \(\d{1,3}\))* (?:of|to) $/iu;

/** "counsel's advice (", "her advice of 3 March, at"; officers' advice is in their report. */
const WRITING_BEFORE = lowerCasePattern(
  `(?:(?<!(?:officers?|directors?|council|report|paper|treasurer|monitoring officer|members?))(?:['’]s|s['’])) (?:[^ ,;:()]+ ){0,3}(?:${WRITINGS})${PHRASES}["”’')\\]]{0,3}(?:,(?: at| in)?| ?[(–—]) ?$|(?<!\\p{L})(?:his|her|their) (?:[^ ,;:()]+ ){0,3}(?:${WRITINGS})${PHRASES},(?: at| in)? $`,
);

/** "lists the actions in Annex B, and the money in" */
const PARALLEL_BEFORE =
  /(?:paras?|paragraphs?|annexe?|appendix)\.? [\p{Lu}\d][^ ,]*,? and (?:[^ ,;:()]+ ){0,5}(?:in|at) $/iu;

const FINITE = /(?<!\p{L})(?:is|are|was|were|has|have|had|will|may|can|must|see|said|says)(?!\p{L})/iu;

/** "the third paragraph of the motion and " */
const PARAGRAPH_AND_BEFORE = lowerCasePattern(
  `(?<!\\p{L})paragraphs? of (?!${THIS})(?:the|that|its|their|his|her) [^,;:()]{1,40} and $`,
);

/** What is done in the manner of the law is done under a paragraph of it. */
const LEGAL_BEFORE =
  /(?<!\p{L})(?:pursuant to|within the meaning of|for the purposes of|as defined (?:in|by)|made under|notwithstanding|without prejudice to|in breach of|in contravention of|(?:contraven|infring|invok|breach)(?:es?|ed|ing)|in reliance (?:up)?on|rel(?:y|ies|ied|ying) (?:up)?on|citing|cited|cites|quoting|quotes) $/iu;

/** "the Department for Education's advice (" */
const AUTHORS_TEXT_BEFORE = lowerCasePattern(
  `(?<!\\p{L})(?:${AUTHORS})['’]s?(?: (?!(?:is|are|was|were|in) )[^ ,;:()]+){1,3}(?! in $)${GAP}`,
);

const ANNEX_OF_TEXT_BEFORE = lowerCasePattern(`(?<!\\p{L})(?:${AUTHORITY}),? $`);

/** Leaves out what stands in brackets or between two commas without touching on whose paragraph it is: "(May 2019)", ", for instance,". */
function withoutAsides(before: string): string {
  return before.replace(
    /, (?:stage|table|figure|box|chart|page|theme|goal) \d+(?=, $)| \([^()]{1,80}\)|, (?:for (?:instance|example)|in particular|however|too|also|again|as (?:amended|adopted|revised|drafted|agreed)),?(?= )|, (?:writing|reporting|replying|giving (?:evidence|judge?ment)|speaking)(?: [^,;:()]{1,60})?,(?= )/giu,
    "",
  );
}
