import { isBody, isShortForm, PERSON } from "./reference-naming.ts";
import { either, lowerCasePattern, PHRASES, TEXT, THIS } from "./reference-patterns.ts";
import { AUTHORS, SAYING } from "./reference-vocabulary.ts";

export function isSaid(before: string): boolean {
  if (!/(?:(?:in|at|under|by) | \()$/i.test(before)) return false;
  if (AUTHOR_SAID_BEFORE.test(before.toLowerCase())) return true;
  const match = SAID_BEFORE.exec(before);
  if (match === null) return false;
  const [words, name] = match;
  if (name === "I") return false;
  if (name === undefined) return !new RegExp(THIS, "iu").test(words);
  return (
    isShortForm(name) ||
    (/^\p{Lu}[^ ]* \p{Lu}/u.test(words) &&
      !isBody(name) &&
      !PERSON.test(before.slice(0, match.index) + words.split(/ [a-z]/)[0]))
  );
}

/** "The team's log reads, at": officers and members say what they say in this report. */
export function isSaidByAnother(before: string): boolean {
  const clause = SAID_AT_BEFORE.exec(before)?.[1];
  return (
    clause !== undefined &&
    !/(?<!\p{L})(?:I|we|they|it|officers?|this)(?!\p{L})/iu.test(clause) &&
    !clause.split(/[^\p{L}]+/u).some(isBody)
  );
}

export function isFoundBehind(behind: string): boolean {
  return FOUND_BEHIND.test(behind.toLowerCase());
}

const SAYS = `(?: \\(\\d{4}\\))?(?: [a-z]+ly| also| then| now| has| had)?,? (?<! (?:is|was|are|were|be|been) )(?:${SAYING})(?!\\p{L})`;

const OBJECT = "(?:(?: [^ ,;:()]+){0,4}(?<!ed|given|shown|out|made|said|found|seen|done| is| are| was| were))?";

const SAID_IN = "(?:(?:,| that| [a-z]+ly)? ?(?:in|at|under|by) | \\()$";

/** "The statutory guidance says, in", "NPPF (2012) said at" */
const SAID_BEFORE = new RegExp(
  `(?:(?<!\\p{L})${either(TEXT)}(?!\\p{L})${PHRASES}${SAYS}${OBJECT}|(?:\\p{Lu}[\\p{L}’']* )*(\\p{Lu}[\\p{L}]*)${SAYS}${OBJECT})${SAID_IN}`,
  "u",
);

/** "the Inspector remarked at", "the court said so (": whatever they do there, they do it in a paper of theirs. */
const AUTHOR_SAID_BEFORE = lowerCasePattern(
  `(?<!\\p{L})(?:${AUTHORS})(?!\\p{L})(?: of [^ ]+)?${SAYS}${OBJECT} \\($|(?<!\\p{L})(?:${AUTHORS})(?!\\p{L})(?: of [^ ]+)?(?:${SAYS}|(?: [a-z]+ly| also)? (?:[a-z]{3,}(?:ed|[^aiosu]s)|gave|put|made|took|set|told|left|upheld|thought|saw))${OBJECT}(?:,| that| [a-z]+ly)? ?(?:in|at|under|by) $`,
);

const SAID_AT_BEFORE = new RegExp(
  `(?:^|[;:] )([^;:]{3,120}(?<! (?:is|was|are|were|be|been|as|has|have|had))) (?:(?:${SAYING})(?: that)?,|(?:${SAYING})(?<=s|s out)) (?:in|at) $`,
  "iu",
);

/** Who wrote something has a text of his own; officers' and members' is this one. */
export const WROTE_BEFORE =
  /(?<!(?:^|[^\p{L}])(?:I|we|officers|members) )(?<!\p{L})(?:wrote|writes)(?!\p{L})[^;:]{0,80}?(?:,? (?:in|at)| \() ?$/iu;

const FOUND_BEHIND = lowerCasePattern(
  `^,? (?:where |in which )?(?:(?:the|that|this|lord|lady) )?(?:[^ ,;:()]+ )?(?:${AUTHORS})(?:,? [a-z]+ly)? (?:${SAYING})(?!\\p{L})`,
);
