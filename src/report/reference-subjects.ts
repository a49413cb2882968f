import { capitalised, either, THIS } from "./reference-patterns.ts";
import { markTexts, PAPER_NAME } from "./reference-text-names.ts";
import { isSaying, isSpeech } from "./reference-verbs.ts";
import { OUTSIDERS, PUBLICATIONS } from "./reference-vocabulary.ts";

/**
 * Whether a reference stands between a text of somebody else's and what that text says: "The call-in request, at paragraph 2,
 * alleges", "articles (paragraph 20) require". Savings, surveys and other things that a report describes say nothing by themselves:
 * "The savings (paragraph 14) were made" is this report's. An annex may be the very text, so its text must be one that a council
 * does not attach: a publication from outside it.
 */
export function isOfSubject(kind: "paragraph" | "annex", before: string, behind: string): boolean {
  if (!/[,(–—]/u.test(before.slice(-NEAR))) return false;
  const gap = GAP_BEFORE.exec(before);
  if (gap === null) return false;
  const isBracket = /[(–—]/u.test(gap[0]);
  const clause = before.slice(0, gap.index);
  if (kind === "paragraph" && isBracket && AFTER_ASIDE.test(behind) && IN_A_TEXT.test(markTexts(clause))) return true;
  const verb = (isBracket ? VERB_AFTER_BRACKET : VERB_AFTER_COMMA).exec(behind)?.[1];
  if (verb === undefined) return false;
  const subject = clause.replace(CLAUSE_BEFORE, "");
  if (OURS.test(subject)) return false;
  if (kind === "annex")
    return isSaying(verb) && (isFromOutside(markTexts(subject)) || (gap[0] !== ", " && TITLE.test(subject)));
  const isInPlace = IN_PLACE.test(gap[0]);
  if (isInPlace && isSpeech(verb) && SPOKEN_AT_HEAD.test(subject)) return true;
  return (isSaying(verb) || (isInPlace && ANY_VERB.test(verb))) && TEXT_AT_HEAD.test(markTexts(subject));
}

function isFromOutside(subject: string): boolean {
  const [, sign, name = ""] = FROM_OUTSIDE.exec(subject) ?? [];
  return sign === "\uE000" || PUBLICATIONS.has(name.toLowerCase().split(" ").at(-1) ?? "");
}

/** Whether "and" joins to what was said of a text what it says in the place named: "was approved in July and covers at". */
export function isSecondVerb(before: string, behind: string): boolean {
  const match = SECOND_VERB.exec(before);
  const verb = match?.[1] ?? VERB_AFTER_COMMA.exec(behind)?.[1];
  if (match === null || verb === undefined || !isSaying(verb)) return false;
  const clause = before.slice(0, match.index);
  return !OURS.test(clause) && FIRST_SUBJECT.test(markTexts(clause));
}

/** Whether a sentence tells what somebody says in a text of his own: "In a letter of 6 June the company promised, at". */
export function isInFrontText(before: string): boolean {
  if (!IN_FRONT.test(before) || OURS.test(before)) return false;
  const [, verb] = IN_FRONT_TEXT.exec(markTexts(before)) ?? [];
  return verb !== undefined && (verb === "" || isSaying(verb));
}

/** How far from a reference what sets it off may stand. */
const NEAR = 40;
const GAP_BEFORE =
  /(?:, (?:(?:at|in)(?: (?:its|their))? )?|, (?:especially|particularly|notably) | ?[(–—] ?(?:at |in |[^()–—]{1,30}[,;] )?)$/u;
/** ", at its": not a mere comma. */
const IN_PLACE = /^, (?:at|in)/u;
const VERB = ",? (?:[a-z]+ly |also |then |now |itself |themselves )?(\\p{Ll}+)(?!\\p{L})";
const VERB_AFTER_BRACKET = new RegExp(`^[^()–—]{0,40}(?:\\)| [–—])${VERB}`, "u");
const VERB_AFTER_COMMA = new RegExp(`^(?: (?:in particular|especially|onwards))?(?=,)${VERB}`, "u");
const ANY_VERB = /^(?!(?:is|was|has|were)$)\p{Ll}+(?<![iu]s)(?:s|ed|e|t)$/u;
const AFTER_ASIDE = /^[^()]{0,40}\), \p{Ll}/u;
/** "The Agency, in a note for the Committee dated 3 November" */
const IN_A_TEXT = new RegExp(
  `, (?:in|by) (?:an?|his|her|its|their) (?:[^ ,;:()]+ ){0,3}?(?:${PAPER_NAME})[^,;:()]*$`,
  "u",
);
/** What stands before the clause that a sentence ends with. */
export const CLAUSE_BEFORE =
  /^.*(?:[;:–—(]|, (?:and|but|so|while|whereas|because|although|as|which|where|who)(?= )| (?:and (?=the )|that (?=(?:the|an?|its|their|\p{Lu}\p{L}*['’]s|bye?-?law) )|because |although |whereas |while |if |when |whose )|, (?=the )) ?/su;
const OURS = new RegExp(`(?<!\\p{L})${THIS}(?!\\p{L})`, "iu");
/** What follows the noun that a subject is named by. */
const HEAD =
  "(?= (?:\\p{Ll}+(?:ing|ed)|then|itself|themselves|of|on|for|to|from|with|by|in|at|about|between|against|which|that|who|\\d+)(?!\\p{L})|$)";
const TEXT_AT_HEAD = new RegExp(`${PAPER_NAME}${HEAD}`, "u");
/** What may be a text, or what somebody did or said: it is a text where it speaks in a place between commas. */
const SPOKEN_AT_HEAD = new RegExp(
  `(?<!\\p{L})${either("requests?|applications?|objections?|representations?|complaints?|evidence|advice|claims?|defences?|testimony|comments?|decisions?|findings?")}(?!\\p{L})${HEAD}`,
  "u",
);
/** A work known by its title, that a council puts no article before: "Planning Policy for Traveller Sites". */
const TITLE =
  /^(?!(?:The|Our|This|That|These|A|An|Its|Their|In|At|For|All|Both|Option|Recommendation|Council|Councillor|Cabinet|Members?|Officers?)(?!\p{L}))\p{Lu}\p{L}+(?: (?:(?:of|and|the|to|for|in|on) )*\p{Lu}\p{L}+)+$/u;
const FROM_OUTSIDE = new RegExp(
  `(?<!\\p{L})(?:(?:\\p{Lu}{3,}|${either(OUTSIDERS)})['’]s?|${capitalised(OUTSIDERS)}|(?:[Ss]tatutory|[Nn]ational|[Gg]overnment)) (?:[^ ,;:()]+ ){0,3}?([\\uE000-\\uE002])([^\\uE003]+)\\uE003`,
  "u",
);

const SECOND_VERB = / and(?:,| (\p{Ll}+)(?: [^ ,;:()]+){0,3},?) (?:at|in) $/u;
const FIRST_SUBJECT = new RegExp(
  `^(?:[Tt]he|[Aa]n?|\\p{Lu}\\S*|[\\uE000-\\uE002]\\p{Lu}\\S*) (?:[^ ,;:()]+ ){0,6}?(?:${PAPER_NAME}) (?:[^,;:()]{1,60} )?(?:was|were|is|are|has|have|had|came|appeared)(?!\\p{L})`,
  "u",
);

const IN_FRONT = /^(?:In|in|By|by) .*, (?:at|in) (?:its |their )?$/u;
const IN_FRONT_TEXT = new RegExp(
  `^(?:in|by) (?:[^ ,;:()]+ ){1,4}?(?:${PAPER_NAME})(?:[^;:()]{0,60} (?=\\p{Ll}+, (?:at|in) (?:its |their )?$)|(?=, ))(\\p{Ll}*), (?:at|in) (?:its |their )?$`,
  "iu",
);
