/** The one table of the ways in which papers name their recommendations, in English and in Welsh. */

/** Words of headings below which lists, numbered paragraphs and paragraphs are recommendations. */
const HEADINGS: readonly string[] = [
  "(?:(?:the|our|its|key|main|final|draft|proposed|officers?'?s?|staff|committee|panel|summary of|list of|schedule of)(?: the| our)? )*recommendation(?:s|\\(s\\))?(?: (?:to|for|of|from) .*)?",
  "recommended(?: that .*)?",
  "(?:summary of )?(?:findings?|conclusions?)(?:,? (?:and|&)|,) recommendations?",
  "recommendations? (?:and|&) (?:conclusions?|next steps|decisions?)",
  "it is (?:therefore )?recommended(?: (?:that|to)(?: .*)?)?",
  "(?:we|members|(?:the )?(?:\\p{L}+ ){1,6}?)(?: ?therefore)? ?recommends?(?: (?:that|to)(?: .*)?)?",
  "(?:(?:the|full) )?(?:\\p{L}+ ){1,6}?(?:is|are) (?:therefore )?(?:asked|invited|requested|recommended) to(?: .*)?",
  "(?:prif )?argymhell(?:iad|ion)(?: (?:i|i'r|ar gyfer|gan) .*)?",
  "casgliadau (?:ac?|&) argymhellion",
  "argymhellir .*",
  "gofynnir i(?:'r)? .*",
];

/** What is longer is neither a heading nor a line that leads in a list. */
const LONGEST = 200;

const HEADING = new RegExp(`^(?:${HEADINGS.join("|")})$`, "iu");

/**
 * Whether a heading, plain, in bold or run in, says that what is below it is recommended; `further` are the site's own
 * words.
 */
export function isOverRecommendations(words: string, further: readonly string[]): boolean {
  if (words.length > LONGEST) return false;
  const plain = plainWords(words);
  return HEADING.test(plain) || further.some((own) => plainWords(own).toLowerCase() === plain.toLowerCase());
}

/** What a paragraph says that leads in a list of recommendations. */
const LEAD_IN =
  /^(?:it is (?:therefore )?recommended(?: (?:that|to)\b[^.]*)?|(?:we|(?:\p{L}+ ){1,6}?)(?:therefore )?recommends?(?: (?:that|to)\b[^.]*)?|(?:(?:the|full) )?(?:\p{L}+ ){1,6}?(?:is|are) (?:therefore )?(?:asked|invited|requested|recommended) to(?: \p{L}+){0,3}|argymhellir[^.]*|gofynnir i[^.]*)$/iu;

/** Whether words lead in a list of recommendations wherever they are: "It is recommended that:". */
export function leadsInRecommendations(words: string): boolean {
  return words.length <= LONGEST && isLeadIn(words) && LEAD_IN.test(plainWords(words));
}

/** Whether words lead in what follows them. */
export function isLeadIn(words: string): boolean {
  return /(?::[\s~–—-]*|\b(?:that|to)|\bi)$/u.test(words.trim());
}

function plainWords(words: string): string {
  return words
    .trim()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/^\d+(?:\.\d+)*[.):]? (?=\p{L})/u, "")
    .replace(/(?<![\s:~.–—-])[\s:~.–—-]+$/u, "");
}

/** Words that name a recommendation, with the label after them. */
const NOUN = "(?:recommendation|rec\\.?|argymhelliad)(?: (?:no\\.?|number|rhif))?";
const LABEL = "([A-Z]{0,3}\\d{1,3}(?:\\.\\d{1,2})*[A-Za-z]?|[A-Z])";
/** What is between a label and the words of a recommendation. */
const SIGN = "[.:)]|\\s[–—-](?=\\s)|[–—](?=\\s)|[^\\S\\n]*\\n";
/** A capital with which its words can begin, where no sign goes before them. */
const BEGINNING = /^\s+(?=(?:That|The|To|We|It|Each|All|Y|Dylai|Rydym|Dylid) )/u;

const BY_NOUN = new RegExp(`^(?:${NOUN})\\s(?:\\(\\s?)?${LABEL}(?![\\p{L}\\p{N}])\\)?(?:\\s*((?:${SIGN})+|$))?`, "iu");
const BY_LETTER = new RegExp(`^(R\\s?\\d{1,3}[a-z]?)(?![\\p{L}\\p{N}])(?:\\s?((?:${SIGN})+|$))?`, "u");

/** A label with which words begin, and where those of the recommendation itself begin. */
export interface ReadLabel {
  readonly label: string;
  readonly end: number;
}

/**
 * The label of words such as "Recommendation 3: …" or "R3. …". Without a sign after it, it is one only where nothing
 * follows, or the emphasis that it is in ends there, at `emphasisEnd`.
 */
export function readLabel(words: string, emphasisEnd: number): ReadLabel | undefined {
  for (const form of [BY_NOUN, BY_LETTER]) {
    const [whole, label, sign] = form.exec(words) ?? [];
    if (whole === undefined || label === undefined) continue;
    const isEnded =
      sign !== undefined || whole.trimEnd().length === emphasisEnd || BEGINNING.test(words.slice(whole.length));
    if (isEnded) return { label: label.replace(/\s/g, ""), end: whole.length };
  }
  return undefined;
}

/**
 * The words of a recommendation alone: without a label that they begin with, or "Recommendations:" in front of them.
 */
export function withoutTitle(words: string, isSaid: boolean): string {
  const label = [BY_NOUN, BY_LETTER].map((form) => form.exec(words)?.[0]).find((found) => found !== undefined);
  if (isSaid) return words.slice(label?.length ?? 0).trim();
  const [whole = "", title = ""] = /^([^:\n]{1,80}):\s+/.exec(words) ?? [];
  return isOverRecommendations(title, []) ? words.slice(whole.length) : words;
}

/** A label as references and addresses name it: "a" for "(a)", "3" for "3" and for "R3", "2.1-i" for "2.1(i)". */
export function keyOfLabel(label: string): string {
  return label
    .replace(/\(([^()]*)\)/g, "-$1")
    .replace(/^-|(?<![.)])[.)]+$/g, "")
    .replace(/^R(?=\d)/, "");
}

/** A mark as it was typed, as a label: without the sign after a figure or letter that no bracket opens. */
export function labelOfMark(mark: string): string {
  return mark.startsWith("(") ? mark : mark.replace(/(?<![.)])[.)]+$/, "");
}
