import { AUTHORITY, BODIES, TEXTS } from "./reference-vocabulary.ts";

/**
 * Whether the words before a reference are a clause that a text of somebody else's is the subject of, and that says what it does in
 * the place that is named: "The strategy covers this at", "The tenant's lease, as we read it, forbids it (". Where something is
 * done to that text ("The strategy is explained in"), the place is not its own.
 */
export function isDoneByText(before: string, behind: string): boolean {
  const place = PLACE.exec(before);
  if (place === null || (place[0].endsWith("(") && VERB_BEHIND.test(behind)) || NOUN_OF_RULE.test(before)) return false;
  const clause = clauseOf(before.slice(0, place.index));
  // An Act has sections; only its schedules have paragraphs.
  if (place[0].endsWith("(") && /(?<!\p{L})(?:Acts?|Bill)$/u.test(SUBJECT.exec(clause)?.[2] ?? "")) return false;
  const words = wordsBehindText(clause);
  if (words === undefined) return false;
  // "Under the code loans are limited ("
  if (SUBJECT.exec(clause)?.groups?.["front"] !== undefined && /^(?:.*, )?(?:under|in|by|according)/iu.test(clause))
    return (words.length > 0 && !isParticiple(words.at(-1) ?? "")) || place[0].endsWith("(");
  // "The plan covers the homes listed in": but in "The plan recommended in", that is what the plan does.
  if (!place[0].endsWith("(") && isParticiple(words.at(-1) ?? "") && verbIn(words.slice(0, -1)) !== undefined)
    return false;
  const verb = verbIn(words);
  return verb === "active" || (verb === "copula" && (!place[0].endsWith("(") || words.some(isPlain)));
}

/** Whether a sentence says what a text of somebody else's holds: "The guidance is plain on this", "The Local Plan seeks a mix". */
export function isAboutText(sentence: string): boolean {
  const words = wordsBehindText(clauseOf(sentence.replace(/(?<![.;:–—, ])[.;:–—, ]+$/u, "")));
  if (words === undefined) return false;
  const verb = verbIn(words);
  return (verb === "active" && words.some((word) => HOLDS.test(word))) || (verb === "copula" && words.some(isPlain));
}

/** "(paragraph 25 says why)" */
const VERB_BEHIND = /^ \p{Ll}+(?<![iu]s|as|on)(?:s|ed)(?=[ )])/u;
/** "The Act requires the note at": what is required has its place elsewhere. */
const NOUN_OF_RULE =
  / (?:requires?|required|allows?|allowed|permits?|permitted|governs?|governed|applies to|applied to) (?:the|this|that|these|those) [^,;:()]+ (?:in|at) $/iu;
/** Whether what stands before a reference is the first of two subjects, and a text of somebody else's: "Schedule 2 to the contract, and". */
export function isJoinedToText(before: string): boolean {
  if (!/ and $/u.test(before)) return false;
  const words = wordsBehindText(clauseOf(before.replace(/,? and $/u, "")));
  return words !== undefined && verbIn(words) === undefined;
}

/** What stands between the words of a text and the place in it. */
const PLACE = /,?(?: (?:again )?(?:in|at|under|by)| ?[(–—](?!see|cf)(?:[^()]{1,40}(?:,| and))?)(?: (?:in|at))? ?$/u;
/** What stands between two clauses. */
const BOUNDARY =
  /^.*(?:[;:–—]|, (?:and|but|so|while|whereas|because|although|as|which|where|who)(?= )|(?<=^| )(?:because|although|whereas|while|if|when|as|since|but)(?= )) ?/su;
/** A relative clause or a remark between its two commas or brackets. */
const ASIDE =
  /(?:,(?: (?:of|in|to|with|for|on))? (?:which|who|whose|where|as|adopted|published|issued|dated|agreed|approved)(?!\p{L})[^,;:]*,|,? \([^()]*\),?)/gu;
const OURS =
  /(?<!\p{L})(?:this|the (?:present|current))(?: [^ ]+)? (?:report|paper|update|document|briefing)(?!\p{L})/iu;
const SUBJECT = new RegExp(
  `^(?:(?:[^,;:]{1,60}), )?(?<front>(?:in|at|under|by|according to) )?((?:[^ ,;:()]+ ){0,8}?(?:${AUTHORITY}|${TEXTS}|foreword|assessment|memo|appraisal|agenda|letter|report|articles|profile|declaration|determination|business case|masterplan|publication|call-in request|grounds of [^ ,;:()]+|editorial|pledge|(?<=(?:ombudsman|inspector|tribunal|court|adjudicator|regulator|commissioner|minister)['’]s )(?:decision|finding|ruling|reply)|survey|summary)(?![\\p{L}’'-]))(.*)$`,
  "isu",
);
const DETERMINER =
  /^(?!(?:we|they|it|he|she|you|what|how|why|when|where|whether|who|which|for|in|on|at|by|to|from|with|under|see)$)(?:the|a|an|its|our|their|his|her|my|each|every|both|that|these|those|another|one|\p{Lu}\S*|\S+['’]s?)$/iu;
const AUXILIARY =
  /^(?:will|would|may|might|can|could|shall|should|must|has|have|had|does|do|did|also|now|not|then|only|already|still|later|\p{L}+ly)$/iu;
/** As it is written within a sentence: "May" is a month, and "Will" a name. */
const MODAL = /^(?:will|would|may|might|can|could|shall|should|must)$/u;
const ADVERB = /^(?:also|now|not|then|only|already|still|later|\p{L}+ly)$/iu;
const BE = /^(?:is|are|was|were|be|been|being)$/iu;
const IRREGULAR =
  /^(?:gave|put|made|took|set|told|left|thought|saw|said|wrote|held|found|fell|rose|came|went|met|led|kept|sought|meant|dealt|drew|let|cut|ran|spoke|got|says|does|goes)$/iu;
const IRREGULAR_PARTICIPLE =
  /^(?:set|put|made|told|left|thought|said|held|found|met|led|kept|sought|meant|dealt|cut|sent|laid|read|built|brought|sold|spent|paid|out|to|with)$/iu;
/** A word that a noun follows, which its ending could make a verb. */
const BEFORE_NOUN =
  /^(?:of|on|for|from|by|to|with|about|at|in|into|and|or|between|under|over|the|a|an|its|our|their|his|her|all|both|these|those|some|new|other|more|two|three|four)$/iu;
const HOLDS =
  /^(?:s(?:ay|aid|tate|et|eek|ought|uggest|pecif)\p{L}*|require\p{L}*|propose\p{L}*|cover(?:s|ed)?|deals?|dealt|contains?|contained|expect\p{L}*|allow\p{L}*|recommend\p{L}*|advise[sd]?|provide[sd]?|ask(?:s|ed)?|call(?:s|ed)?|makes?|made|gives?|gave|lists?|listed|names?|named|identif\p{L}*|commit(?:s|ted)?|promise[sd]?|explain(?:s|ed)?|describe[sd]?|leaves?|left|disagree[sd]?|agree[sd]?|repl(?:y|ied|ies)|wrote|writes|put|puts|forbids?|prohibits?|regulates?)$/iu;

function isPlain(word: string): boolean {
  return /^(?:plain|clear|explicit|unambiguous|unequivocal|emphatic|specific|firm|blunt|unclear|vague|ambiguous|inconsistent|contradictory|generous|strict|prescriptive)$/iu.test(
    word,
  );
}

function clauseOf(text: string): string {
  return text.replace(ASIDE, "").replace(BOUNDARY, "");
}

/** The words of a clause behind its subject, where that is a text of somebody else's. */
function wordsBehindText(clause: string): readonly string[] | undefined {
  const [, , subject = "", rest = ""] = SUBJECT.exec(clause) ?? [];
  if (subject === "" || OURS.test(subject)) return undefined;
  const names = subject.split(" ");
  const [first = ""] = names;
  if (
    !DETERMINER.test(first) ||
    isDone(names, rest) ||
    names.some((word, index) => index > 0 && isVerb(word, names[index - 1] ?? "") && isFollowed(names[index + 1]))
  )
    return undefined;
  return rest.split(/[^\p{L}\p{N}’'-]+/u).filter((word) => word !== "");
}

/** "will review", "plan to survey", "that the council survey 60 homes": the last word is what somebody does, and no text. */
function isDone(names: readonly string[], rest: string): boolean {
  if (names.slice(1, -1).some((word) => MODAL.test(word))) return true;
  const [before = "", last = ""] = names.slice(-2);
  if (!/^(?:survey|review|report|plan|study|bid|tender|draft)$/u.test(last)) return false;
  return before === "to" || (BODIES.has(before) && /^ (?:\d{1,3}|all|each|every|the|its|their|any) /u.test(rest));
}

function verbIn(words: readonly string[]): "active" | "passive" | "copula" | undefined {
  let at = words.findIndex(
    (word, index) => isVerb(word, words[index - 1] ?? "") && !isNounBeforeVerb(word, words[index + 1]),
  );
  if (at === -1) return undefined;
  while (AUXILIARY.test(words[at] ?? "")) at++;
  if (!BE.test(words[at] ?? "")) return at < words.length ? "active" : undefined;
  while (BE.test(words[at] ?? "") || AUXILIARY.test(words[at] ?? "")) at++;
  const next = words[at] ?? "";
  if (isParticiple(next)) return "passive";
  return next === "" || /^(?:in|at|on|to)$/iu.test(next) ? undefined : "copula";
}

/** "The panel noted the strategy", but not "The private rented sector strategy". */
function isFollowed(next = ""): boolean {
  return (
    BEFORE_NOUN.test(next) ||
    AUXILIARY.test(next) ||
    BE.test(next) ||
    /^(?:that|what|how|why|whether|your|my|each|every|no|any|this)$/iu.test(next)
  );
}

/** "survey results are" */
function isNounBeforeVerb(word: string, next = ""): boolean {
  return (
    /s$/u.test(word) &&
    !BE.test(word) &&
    !AUXILIARY.test(word) &&
    !IRREGULAR.test(word) &&
    (BE.test(next) || /^(?:will|would|may|might|can|could|should|must|has|have|had)$/iu.test(next))
  );
}

function isVerb(word: string, before: string): boolean {
  if (BE.test(word) || IRREGULAR.test(word) || (AUXILIARY.test(word) && !ADVERB.test(word))) return true;
  return !BEFORE_NOUN.test(before) && /^\p{Ll}{2,}(?:ed|[^aious'’]s)$/u.test(word);
}

function isParticiple(word: string): boolean {
  return /(?:[^e]ed|en|wn|ne)$/iu.test(word) || IRREGULAR_PARTICIPLE.test(word);
}
