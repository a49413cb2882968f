import { isAboutText } from "./reference-clauses.ts";
import { AUTHORITY, AUTHORS, SAYING, TEXTS } from "./reference-vocabulary.ts";
import type { SentenceAround } from "./sentence-around.ts";

/**
 * Whether a reference without an owner carries on what was being spoken of, somebody else's text: "The Framework says as much.
 * Paragraph 112 states that …", "The tribunal disagreed. It held at paragraph 71 that …". A paragraph of a report informs; one that
 * requires, allows or states something is a text of authority's, where one was named.
 */
export function isCarriedOn({ before, behind, previous }: SentenceAround, isLastTheirs: boolean): boolean {
  const names = (text: string): boolean => isLastTheirs || NAMES_TEXT.test(text.replace(OURS, "").toLowerCase());
  const opening = OPENING.exec(before);
  if (opening === null) {
    const adjunct = /(?:^|[;:] )(?:in|at|(under|by)) $/iu.exec(before);
    const isTaken = adjunct !== null && (adjunct[1] !== undefined || PRONOUN_BEHIND.test(behind.toLowerCase()));
    return (isTaken || PRONOUN_SAID.test(before.toLowerCase())) && names(`${previous} ${before}`);
  }
  const clause = before.slice(0, opening.index);
  if (NORMATIVE.test(behind.toLowerCase()) && (UNDER_TEXT.test(behind.toLowerCase()) || names(`${previous} ${clause}`)))
    return true;
  // Behind a semicolon or "and" it may well be set against what the text says: "Her report calls for it; paragraph 35 costs it".
  return /^(?::|$)/.test(opening[0]) && VERB.test(behind) && isAboutText(opening.index === 0 ? previous : clause);
}

const OURS = /(?<!\p{L})(?:this|the (?:present|current)) (?:report|paper|update|document|briefing)(?!\p{L})/giu;
const NAMES_TEXT = new RegExp(`(?<!\\p{L})(?:${AUTHORITY}|${TEXTS}|${AUTHORS})(?!\\p{L})`, "u");
/** A sentence, or what can stand alone as one, begins. */
const OPENING =
  /(?:^|[;:–—] |, (?:and|but) | [-–—] )(?:(?:and|but|also|thus|so) )?(?:the (?:\p{L}+ )?sentence of )?$/iu;
const UNDER_TEXT = new RegExp(`(?<!\\p{L})under the (?:[^ ,;:()]+ ){0,3}(?:${AUTHORITY}|${TEXTS})(?!\\p{L})`, "u");
const NORMATIVE =
  /^,?(?: (?:also|then|now|further|only|expressly|specifically|clearly))? (?:require[sd]?|allow(?:s|ed)?|permit(?:s|ted)?|forbids?|prohibit(?:s|ed)?|prevents?|oblige[sd]?|entitle[sd]?|exempt(?:s|ed)?|empowers?|enable[sd]?|disappl(?:y|ies)|expect(?:s|ed)?|demand(?:s|ed)?|encourage[sd]?|advise[sd]?|state[sd]?|stipulate[sd]?|provide[sd]?(?! (?:more|further|details|the|a|an|some))|prescribe[sd]?|specif(?:y|ies|ied)|(?:says?|said|makes? (?:it )?clear|made (?:it )?clear|confirm(?:s|ed)?|adds?|emphasi[sz]e[sd]?|warn(?:s|ed)?|holds?|held|recogni[sz]e[sd]?|acknowledge[sd]?) that)(?!\p{L})/u;
const VERB = /^(?: (?:also|then|now))? \p{Ll}+(?:s|ed)(?!\p{L})/u;
const PRONOUN_SAID = new RegExp(
  `^(?:it|he|she)(?: [a-z]+ly| also| then| now| has| had)? (?:${SAYING}|puts?|made|goes on)(?!\\p{L})[^;:]{0,60}(?: (?:in|at)| \\()? ?$`,
  "u",
);
const PRONOUN_BEHIND = new RegExp(
  `^,? (?:it|he|she)(?: [a-z]+ly| also| then| now| has| had)? (?:${SAYING}|puts?|made|goes on)(?!\\p{L})`,
  "u",
);
