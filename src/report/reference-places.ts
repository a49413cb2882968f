import { CLAUSE_BEFORE } from "./reference-subjects.ts";
import { AUTHORITY_NAME, markTexts, PAPER_NAME, TEXT_NAME } from "./reference-text-names.ts";
import { AUTHORS } from "./reference-vocabulary.ts";

/**
 * Whether a sentence says that something lies in the place named, which only this report's can be: "The letter that followed is at",
 * "whose accounts appear at", "for the reason stated in". What a text is made of may lie in that text: "The code's aims are at".
 */
export function isPlaced(before: string, behind: string): boolean {
  if (!/ (?:in|at|as|by) $/u.test(before)) return false;
  if (REASON_BEFORE.test(before)) return !AUTHOR.test(before.toLowerCase());
  const match = PLACED_BEFORE.exec(before) ?? ALSO_PLACED_BEFORE.exec(before) ?? placedWithoutVerb(before, behind);
  if (match === null) return false;
  const sentence = markTexts(before.slice(0, match.index));
  const clause = sentence.replace(CLAUSE_BEFORE, "");
  const part = ABOUT.test(match[0]) ? PART_OF_TEXT : PART_OR_AUTHORITY;
  return clause !== "" && !PRONOUN.test(clause) && !part.test(clause) && !WITHIN_TEXT.test(sentence);
}

/** "The letter quoted in paragraph 50 may", "The policy (described in": not "The letter noted in paragraph 50 that". */
function placedWithoutVerb(before: string, behind: string): RegExpExecArray | null {
  const match = PLACED_WITHOUT_VERB.exec(before);
  return match !== null && (match[1] !== undefined || FINITE_BEHIND.test(behind)) ? match : null;
}

const REASON_BEFORE =
  /(?<!\p{L})for (?:the |those |all the )?(?:[a-z]+ )?reasons? (?:(?:(?:that|which) (?:is|are) )?(?:stated|given|set out|explained|described|discussed|outlined) )?(?:in|at) $/u;
const AUTHOR = new RegExp(`(?<!\\p{L})(?:${AUTHORS})(?!\\p{L})`, "u");
const PLACED =
  "set out|laid out|shown|explained|contained|attached|reproduced|printed|appended|enclosed|annexed|included|provided|given|presented|summari[sz]ed|discussed|considered|examined|addressed|described|detailed|outlined|covered|dealt with|analy[sz]ed|answered|listed|tabulated|illustrated|collected|reported|noted|compared|costed|mapped|to be (?:found|seen)|found|seen|reflected|rehearsed|reviewed";
const IS = "(?:is|are|(?:can|may|will) be)";
/** In the present tense: what "was set out in" a paragraph stood in an earlier text. */
const PLACED_BEFORE = new RegExp(
  ` (?:${IS}(?: (?:also|now|[a-z]+ly))?(?: (?:${PLACED})(?: (?:in full|in detail|more fully|further|again|below|briefly|separately))?)?|appears?) (?:in|at|as|by) $`,
  "u",
);
/** "is discussed at paragraph 37 and the response to it at" */
const ALSO_PLACED_BEFORE = new RegExp(
  ` ${IS}(?: (?:${PLACED}))? (?:in|at) (?:[Pp]aragraphs?|[Pp]aras?\\.?|[Aa]nnexe?|[Aa]ppendix) [\\dA-Z][^ ,;:()]*,? and (?:(?!(?:is|are|was|were|has|have|had|will|says?|said|sees?|saw) )[^ ,;:()]+ ){1,8}(?:in|at) $`,
  "u",
);
const PLACED_WITHOUT_VERB = new RegExp(
  ` (?:(\\()|(?<=\\p{L} ))(?:${PLACED}|referred to|quoted|mentioned|proposed) (?:in|at) $`,
  "u",
);
const FINITE_BEHIND =
  /^ (?:is|are|was|were|has|have|had|does|do|did|will|would|may|might|can|could|should|must|needs?|remains?|became|c[ao]me|went)(?!\p{L})/u;
/** What is done to a text by another. */
const ABOUT =
  /explained|summari[sz]ed|discussed|considered|examined|described|reproduced|attached|analy[sz]ed|compared/u;
const PRONOUN = /^(?:it|they|this|that|he|she|there|these|those|which|what|who)$/iu;
const PART = `${PAPER_NAME}(?:['’]s|['’]) |(?<!\\p{L})(?:in|of|under|by|within|from|at|for|to) (?:[^ ,;:()]+ ){0,3}?${TEXT_NAME}`;
const PART_OF_TEXT = new RegExp(PART, "u");
const PART_OR_AUTHORITY = new RegExp(`${PART}|${AUTHORITY_NAME}`, "u");
const WITHIN_TEXT = new RegExp(
  `^(?:[Ii]n|[Uu]nder|[Ww]ithin|[Bb]y|[Aa]t|[Aa]ccording to) (?:[^ ,;:()]+ ){0,5}?${TEXT_NAME}`,
  "u",
);
