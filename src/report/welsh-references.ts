import type { Beside, Ownership, ReferenceGrammar } from "./reference-grammar.ts";
import { listPatterns, type ReferenceList } from "./reference-lists.ts";
import { lowerCasePattern } from "./reference-patterns.ts";
import type { SentenceAround } from "./sentence-around.ts";
import { anyMutated, mutated } from "./welsh-mutations.ts";
import {
  AUTHORITY,
  AUTHORS,
  BODIES,
  DIVISIONS,
  EXCEPTION,
  EXEMPT,
  LEGAL,
  NORMATIVE,
  OUR_NUMBERED,
  OUR_PAPERS,
  PERSONS,
  PLACING,
  TEXTS,
} from "./welsh-reference-vocabulary.ts";

/** Makes the patterns for how Welsh names paragraphs and annexes, in all their mutations. */
export function makeWelsh(): ReferenceGrammar {
  const text = anyMutated([...AUTHORITY, ...TEXTS]);
  const paragraph = mutated("paragraff");
  const patterns = ownershipPatterns(text);
  const anyText = lowerCasePattern(`(?<!\\p{L})(?:${text}|${anyMutated(AUTHORS)})(?!\\p{L})(?! (?:hwn|hon)(?!\\p{L}))`);
  const authority = lowerCasePattern(`(?<!\\p{L})(?:${anyMutated([...AUTHORITY, ...AUTHORS])})(?!\\p{L})`);
  return {
    lists: listPatterns({
      hint: "para|aragraff|atodiad|¶",
      paragraph: `${paragraph}(?:au)?|paras?\\.?`,
      number: "rhif(?:au)?",
      annex: "atodiad(?:au)?",
      sign: "paras?\\.|¶{1,2}[ \\n\\u00a0]?",
      plurals: `${paragraph}au|paras|atodiadau|¶¶`,
      // A Welsh report may hold English, too, and "paras" is both.
      anyAnd: "a/neu|ac|a|â|neu|na|nac|AC|A|NEU|and/or|and|or",
      and: "ac|a|neu|na|nac|and|or",
      anyTo: "i|I|hyd(?: at)?|tan|at|to",
      to: "i|hyd|to",
      unlikeCounted: `ac?|neu|na|i|hyd|and|or|to|uchod|isod|drosodd|yn|ym|yng|ar|am|gan|wrth|dan|mae|yw|oedd|above|below|o(?= \\p{Lu}|'r (?:\\p{Lu}|${text}(?!\\p{L})))|of(?= the)`,
      of: "o",
      shouted: "A[CMRT]|E[IU]|F[EY]|GE|H[IY]|I[S]|MA|N[AI]|O[ES]|UN|Y[MNRW]",
    }),
    joints: {
      and: /^(?:,|,? ?(?:ac?|â|neu|nac?|a\/neu|i|hyd(?: at)?|&|–|-))? ?$/u,
      of: /^ (?:o|yn|i|at) $/u,
      in: /^(?:,| \()? ?$/u,
    },
    thatAnnex: /^,? (?:o|yn)(?:'r| yr)(?: un)? atodiad(?: hwnnw)?(?!\p{L}| [\p{Lu}\d])/iu,
    ownershipOf: (list, around, beside) => ownerOf(list, plainAround(around), beside, patterns),
    mentionsAuthority: ({ before, behind, previous }) =>
      [before, behind, previous].some((words) => authority.test(plain(words).toLowerCase())),
    firstTextNamed: (whole) => anyText.exec(plain(whole).toLowerCase())?.index ?? Number.POSITIVE_INFINITY,
    directionOf: (behind) => {
      const word = /^,? \(?(uchod|isod)(?!\p{L})/iu.exec(behind)?.[1]?.toLowerCase();
      return word === undefined ? undefined : word === "uchod" ? "above" : "below";
    },
  };
}

/** One kind of apostrophe, so that patterns need not name both; each is one character. */
function plain(words: string): string {
  return words.replaceAll("’", "'");
}

function plainAround({ before, behind, previous }: SentenceAround): SentenceAround {
  return { before: plain(before), behind: plain(behind), previous: plain(previous) };
}

type Patterns = ReturnType<typeof ownershipPatterns>;

/** What may stand between a text and the noun: a comma, a bracket, a dash. */
const GAP = `["”')\\]]{0,3}(?:(?:,| ?[(–—]| -) ?(?:(?:${PLACING}) )?| )$`;
/** Between a name and the noun, also "ym" alone. */
const CLOSE_GAP = `["”')\\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:${PLACING}) )?$`;
/** "the", or somebody's. */
const THE = "(?:(?:yr?|ei|eu|ein|eich|fy|pob) |'[riu] )?";
/** The few adjectives that stand before their noun; what else stands between "yn" and a text is a verb: "yn trafod y polisi". */
const BEFORE_NOUN = "(?:(?:prif|brif|hen|unig|holl|ail|trydydd|trydedd|gwahanol|amryw) )?";

function ownershipPatterns(text: string) {
  const this_ = `${anyMutated(OUR_PAPERS)} (?:hwn|hon|yma|presennol|bresennol|cyfredol)`;
  const authority = anyMutated(AUTHORITY);
  const authors = anyMutated(AUTHORS);
  const bodies = anyMutated(BODIES);
  const division = anyMutated(DIVISIONS);
  const edge = "(?!\\p{L})(?! (?:hwn|hon|yma)(?!\\p{L}))";
  /** Up to so many words of the name of a text, behind the noun; no verb, and no clause of its own but one that says which it is. */
  const name = (most: number): string =>
    `(?: (?:(?:a|y) \\p{L}+(?:wyd|ir) |(?!(?:mae|maent|oedd|bydd|wedi|yng?|ym|fel|ynghlwm|sydd|sy'n|ac?(?!')|ond|ceir|nid|gweler)(?!\\p{L}))[^ ,;:()]+)){0,${most}}`;
  return {
    oursBehind: lowerCasePattern(
      `^(?:,? \\(?(?:uchod|isod|drosodd)(?!\\p{L})|,? \\(?(?:o'r|i'r|yn yr?|o fewn yr?|yr?) ${this_}(?!\\p{L}))`,
    ),
    oursBefore: lowerCasePattern(`${this_},? \\(?(?:(?:yn arbennig|yn benodol|gweler),? )?(?:${PLACING} )?$`),
    // "o" of anything; but "o ran" is "as to", "o dan" is "under", "o blaid" "for".
    ofBehind:
      /^ \(?o(?: |'[riu] )(?!(?:ran|dan|fewn|blaid|hyd|leiaf|bosibl|bwys|flaen|gwbl|blaen|herwydd|hyn)(?!\p{L}))|^,? \(?(?:ohono|ohoni|ohonynt|ynddo|ynddi|iddo|iddi)(?!\p{L})/u,
    genitiveBehind:
      /^ (?:yr? |'r )(?!\p{L}*(?:ir|wyd|iwyd|ais|aist|odd)(?!\p{L})|(?:mae|maen|maent|ceir|caiff|cafwyd|bydd|bu|oedd|byddai|ydym|gellir|gall|dylid|daw)(?!\p{L}))/iu,
    textBehind: lowerCasePattern(
      `^(?:,? \\(?(?:yn|yng|ym|dan|o dan|o fewn|o flaen|mewn|ar|at|gyda|gan)|)(?: |'[riuw] )${THE}${BEFORE_NOUN}(?:${text})${edge}`,
    ),
    // An annex is one "to" a text; a paragraph is one "of" it, and a change in it one "to" a text of ours.
    annexToText: lowerCasePattern(`^,? \\(?i(?: |'[riuw] )${THE}${BEFORE_NOUN}(?:${text})${edge}`),
    paragraphToText: lowerCasePattern(`^,? \\(?i(?: |'[riuw] )${THE}${BEFORE_NOUN}(?:${authority})${edge}`),
    pageBehind: lowerCasePattern(
      `^(?:,| \\(| a| ac| ar| yn| o dan),? ?(?:yr? )?(?:${division})\\.? ?[\\da-z]{1,3}(?![\\p{L}])`,
    ),
    namedBehind:
      /^(?:(?:,? \(?(?:yn|yng|ym|i|dan|o dan|o fewn)(?: (?:y|yr|ei|eu))? |,? \(?(?:i|o)'[riu] | )(\p{Lu}\p{L}*)|(?:,| \() ?(\p{Lu}{2,})(?:[).;,]|$))/u,
    ownerBefore: /(?:(?<!\p{L})(?:ei|eu|ein|eich|fy|dy|hen|cyn|i'w)|'[iu]) $/iu,
    cited: lowerCasePattern(`(?:(?<!\\p{L})(?:ibid|op\\.? cit|loc\\.? cit)\\.?|\\[\\d{4}\\][^;]{0,60}?)${CLOSE_GAP}`),
    legal: lowerCasePattern(`(?<!\\p{L})(?:${LEGAL}) $`),
    exempt: lowerCasePattern(
      `(?<!\\p{L})(?:${EXEMPT})(?!\\p{L}).*(?:(?: o dan| dan| yn rhinwedd| unol â| o fewn| ym| yn| gan)|:| [(–—-]) ?$|(?<!\\p{L})${EXCEPTION} [^;:]*(?:dan|rhinwedd) $`,
    ),
    divided:
      /(?<![\p{L}\p{N}])(\p{L}[\p{L}-]{0,60})\.? (?:\([^()]{1,20}\) )?(?:\d{1,6}[A-Z]{0,2}|[IVX]{1,5}|[A-Z]{1,3}\d{1,3})(?:[./]\d{1,4}|\(\w{1,4}\)){0,3}(?:(?: i |[–-])\d{1,4})?["”')\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:ac?|neu) )?(?:(?:ym|yn|o) )?$/u,
    named: new RegExp(`(?:^|(.*?)([ (“"‘'—–-]))(\\p{Lu}[\\p{L}\\p{N}&'.-]*)(?: \\(?\\d{4})?${CLOSE_GAP}`, "u"),
    namedAnnex: /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&-]{0,60})(?: \(?\d{4}\)?)?["”']?(,)? $/u,
    beside: lowerCasePattern(`(?<!\\p{L})(?:${text})${edge}${name(6)}${GAP}`),
    besideAnnex: lowerCasePattern(`(?<!\\p{L})(?:${authority})${edge}${name(4)},? $`),
    besideDivision: lowerCasePattern(
      `(?<!\\p{L})(?:${division})\\.? [\\da-z]{1,4}(?: (?:o|i|yn) | (?:o|i)'r | yn yr? )[^;:()]*,? (?:ac?|neu) $`,
    ),
    authority: lowerCasePattern(`(?<!\\p{L})(?:${authority}|${authors})${edge}`),
    authors: lowerCasePattern(`(?<!\\p{L})gan ${THE}(?:${authors})(?!\\p{L})`),
    anyText: lowerCasePattern(`(?<!\\p{L})(?:${text}|${authors})${edge}`),
    within: lowerCasePattern(
      `(?<!\\p{L})(?:yn|ym|yng|mewn|o dan|dan|yn ôl|drwy|trwy|o fewn)(?: |'r )${THE}${BEFORE_NOUN}(?:${text})${edge}`,
    ),
    subject: lowerCasePattern(
      `^(?:[^ ,;:()]+ )?(?:\\p{L}+)(?: |'r )${THE}(?:[^ ,;:()]+ )?(?:${text}|${authors})${edge}.* (?:yn |a |sy)|^[^ ]*(?:'r|yr?) ?(?:${text}|${authors})${edge}.*'n `,
    ),
    body: lowerCasePattern(`^(?:${bodies})(?!\\p{L})`),
    division: lowerCasePattern(`^(?:${division})$`),
    ourNumbered: lowerCasePattern(`^(?:${anyMutated(OUR_NUMBERED)})$`),
    normative: lowerCasePattern(`^,?(?: hefyd)?(?: yn|'n)(?: (?:glir|benodol))? (?:${NORMATIVE})(?!\\p{L})`),
  };
}

const BOUNDARY =
  /^.*(?:[;:–—]|, (?:ac?(?! eithrio)|ond|tra|oherwydd|gan|felly|er|fel|lle|pan|mae(?:'r)?|ceir|bydd|nid|gweler)(?= )|(?<=^| )(?:ond|oherwydd|tra bod|er bod|gan fod|pan|os)(?= )) ?/su;
const PLACE = /(?:,? (?:ym|yn|o dan|dan|at|o)| \(|,) ?$/u;
const PERSON = new RegExp(`(?:^|[ (])(?:${PERSONS})\\.? (?:\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){0,9} ?)?$`, "u");
/** A sentence that begins with a verb has its object behind a paragraph: "Disgrifia paragraff 14 y dull". */
const VERB_FIRST = /^(?:(?:fel|ac|a|ond|felly,?|hefyd,?) )?(?!mae|gwelir? )\p{L}+(?:ir|wyd|odd|ai|a|ys|ydd)(?= |$)/iu;
/** What something is said to lie in is this report's: "Crynhoir y canllawiau ym", "y canllawiau a grynhoir ym", "wedi'u crynhoi ym". */
const PLACED =
  /(?:^|(?:^|[ ,])(?:ac?|yr?|fe'[iu]|lle|nid?|na[cd]?|hefyd,?|felly,?) )\p{L}+(?:ir|wyd)(?: [^,;:()]*)? (?:ym|yn|at|o dan|dan|o) $|(?:wedi(?:'[iu]| e[iu])|(?:^|[ ,])(?:caiff|cafodd|cânt|cawsant) [^;:]* e[iu]) (?:h?\p{L}+)(?:[^,;:()]*)? (?:ym|yn|o dan|dan) $|(?:i'w (?:gweld|weld|cael|chael|gael)|ar gael|ynghlwm|atodir)[^;:()]* (?:ym|yn) $/iu;
const COPULA =
  /^(?:(?:ac|a|felly|hefyd),? )?(?:mae|oedd|roedd|bydd)(?:'r|'i|'u)? (?!.* (?:yn|wedi) \p{Ll})(?!.*'n )[^,;:()]* (?:ym|yn) $/iu;
/** A verb that a paragraph of this report begins a clause with: "gweler paragraff 5", "mae paragraff 5". */
const LEADS = /(?:gweler(?: hefyd)?|mae) $/iu;
const SAYS_BEHIND = /^,? ?(?:yn |'n |sy'n |sydd )/u;
const OPENING =
  /^(?:(?:ond|ac|a|felly|hefyd|yn wir|yn ogystal),? )?(?:(?:mae|dywed|noda|dengys|o dan|dan|yn ôl|ym) )?$/iu;
const PRONOUN_SAID =
  /^(?:mae'n|mae hi'n|mae ef yn|dywed|dywedodd|nododd|noda|ychwanegodd|aeth ymlaen)(?!\p{L})[^;:]{0,60}(?: ym| \() ?$/iu;

/**
 * Decides whose paragraph or annex is meant, as `ownershipOf` does for English. Welsh sets a text behind its paragraph with "o" or
 * with nothing between ("paragraff 6 y Cod"), and the verb before what does it; so a clause that names a text of somebody else's
 * before a paragraph makes it that text's, unless it says that something lies there.
 */
function ownerOf(list: ReferenceList, around: SentenceAround, beside: Beside, patterns: Patterns): Ownership {
  const { behind } = around;
  const before = withoutAsides(around.before);
  const lower = before.toLowerCase();
  const lowerBehind = behind.toLowerCase();
  if (patterns.oursBehind.test(lowerBehind) || patterns.oursBefore.test(lower)) return "ours";
  const clause = before.replace(BOUNDARY, "");
  const isTheirs =
    list.isForeign ||
    isOwnedBehind(list.kind, behind, lowerBehind, clause, patterns) ||
    patterns.ownerBefore.test(before) ||
    patterns.cited.test(lower) ||
    isInTextBefore(list.kind, before, clause, behind, patterns) ||
    (list.kind === "annex"
      ? isAnnexOfAnother(before, lower, beside, patterns)
      : patterns.legal.test(lower) ||
        patterns.exempt.test(lower) ||
        patterns.beside.test(lower) ||
        patterns.besideDivision.test(lower) ||
        isDivided(before, patterns) ||
        isNamed(before, patterns) ||
        isCarriedOn(around, lowerBehind, beside.isLastTheirs, patterns));
  return isTheirs ? "theirs" : "unsaid";
}

function withoutAsides(before: string): string {
  return before.replace(/ \([^()]{1,80}\)(?! \d{4})|, (?:er enghraifft|hefyd|fodd bynnag|yn arbennig),?(?= )/giu, "");
}

function isOwnedBehind(
  kind: ReferenceList["kind"],
  behind: string,
  lower: string,
  clause: string,
  patterns: Patterns,
): boolean {
  if ((kind === "annex" ? patterns.annexToText : patterns.paragraphToText).test(lower)) return true;
  if (patterns.ofBehind.test(behind) || patterns.textBehind.test(lower) || patterns.pageBehind.test(lower)) return true;
  if (patterns.genitiveBehind.test(behind) && (!VERB_FIRST.test(clause) || /^ (?:yr? |'r )\p{Lu}/u.test(behind)))
    return true;
  const [whole, name, short] = patterns.namedBehind.exec(behind) ?? [];
  return whole !== undefined && (short !== undefined || !patterns.body.test((name ?? "").toLowerCase()));
}

/**
 * "Mae'r canllawiau yn dweud ym", "Nododd yr Arolygydd ym"; not "Crynhoir y canllawiau ym", "Mae'r ymateb i'r Arolygydd ym". A text may
 * itself be attached: "gymeradwyo'r Cod yn Atodiad A", "y Cod (Atodiad A)".
 */
function isInTextBefore(
  kind: ReferenceList["kind"],
  before: string,
  clause: string,
  behind: string,
  patterns: Patterns,
): boolean {
  const lower = clause.toLowerCase();
  if (!PLACE.test(before)) return kind === "paragraph" && patterns.authority.test(lower) && !LEADS.test(clause);
  if (kind === "annex" && before.endsWith("(")) return false;
  if (patterns.within.test(lower)) return true;
  if (PLACED.test(clause) && !patterns.authors.test(lower)) return false;
  if (COPULA.test(clause) && !SAYS_BEHIND.test(behind)) return false;
  return (kind === "paragraph" && patterns.authority.test(lower)) || patterns.subject.test(lower);
}

function isAnnexOfAnother(before: string, lower: string, { isParagraphNext }: Beside, patterns: Patterns): boolean {
  if (patterns.besideAnnex.test(lower) || (isParagraphNext && patterns.beside.test(lower))) return true;
  const [whole, name = "", comma] = patterns.namedAnnex.exec(before) ?? [];
  if (whole === undefined || comma !== undefined || before === whole) return false;
  return (
    isShortForm(name) || !(patterns.body.test(name.toLowerCase()) || patterns.ourNumbered.test(name.toLowerCase()))
  );
}

function isDivided(before: string, patterns: Patterns): boolean {
  const [, word = ""] = patterns.divided.exec(before) ?? [];
  const lower = word.toLowerCase();
  if (patterns.division.test(lower) || isShortForm(word)) return true;
  return /^\p{Lu}/u.test(word) && !patterns.body.test(lower) && !patterns.ourNumbered.test(lower);
}

/** A name directly before the noun, or apart from it by a comma or a bracket, is a text's; a sentence's first word is none. */
function isNamed(before: string, patterns: Patterns): boolean {
  const [whole, earlier = "", mark = "", name = ""] = patterns.named.exec(before) ?? [];
  if (whole === undefined) return false;
  if (isShortForm(name)) return true;
  const isFirst = (earlier === "" && mark.trim() === "") || mark === "(" || /[;:–—]$/.test(earlier);
  const lower = name.toLowerCase();
  if (isFirst || patterns.body.test(lower) || patterns.ourNumbered.test(lower)) return false;
  if (/ (?:ym|yn|o|o dan|dan) $/u.test(before) && !/, (?:ym|yn|o dan|dan) $/u.test(before)) return false;
  const isOfBody = (CAPITALS.exec(`${earlier}${mark}`)?.[0] ?? "")
    .split(" ")
    .some((word) => patterns.body.test(word.toLowerCase()) && !/gh?ymru$|^cymru$/iu.test(word));
  if (isOfBody) return false;
  return !PERSON.test(`${earlier}${mark}${name} `) && !IN_PLACE.test(`${earlier} `);
}

/** The words of a name, of which the first says what it names. */
const CAPITALS = /(?:\p{Lu}[\p{L}'.-]{0,60} (?:(?:yr?|ac?|i|o|ar) ){0,3}){1,12}$/u;
const IN_PLACE = /(?<!\p{L})(?:[Yy]n|[Yy]ng|[Yy]m|[Gg]er|i|o|at|ar draws)(?: [yY]r?)? $/u;

function isShortForm(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && !/^\p{Lu}{4,}$/u.test(word);
}

/** "Anghytunodd y Tribiwnlys. Mae paragraff 71 yn datgan": what requires or states is a text's, where one was named before. */
function isCarriedOn(
  { before, previous }: SentenceAround,
  lowerBehind: string,
  isLastTheirs: boolean,
  patterns: Patterns,
): boolean {
  if (/^(?:o )?dan $/iu.test(before) && patterns.anyText.test(previous.toLowerCase())) return true;
  const isNamedBefore =
    patterns.authority.test(previous.toLowerCase()) || (isLastTheirs && patterns.anyText.test(previous.toLowerCase()));
  if (!isNamedBefore) return false;
  return (OPENING.test(before) && patterns.normative.test(lowerBehind)) || PRONOUN_SAID.test(before);
}
