import { GAP, lowerCasePattern } from "./reference-patterns.ts";
import { BODIES, DIVISIONS, OUR_NUMBERED } from "./reference-vocabulary.ts";

export function isApposed(before: string, behind: string): boolean {
  const [, earlier = "", word] = APPOSED_BEFORE.exec(before) ?? [];
  return (
    word !== undefined &&
    /^(?: in particular| especially)?(?:[.,;:)]|$)/.test(behind) &&
    !isBody(word) &&
    !INTRODUCED.test(`${earlier}${word}`) &&
    !INTRODUCED.test(`${earlier}${word}`.split(", ").at(-1) ?? "")
  );
}

/** "The grant conditions, paragraph 2, forbid it": between two commas, the number belongs to what stands before it. */
const APPOSED_BEFORE = /(?:^|[;:(–—] ?)([^;:(–—]*?)(?<![\p{L}\p{N}])(\p{L}+)["”’')]{0,2}, $/u;

const INTRODUCED =
  /^\P{L}*(?:for|in|at|by|as|since|see|if|when|while|although|however|finally|further|with|without|and|but|or|compare|also|under|after|before|on|to)(?!\p{L})/iu;

/** "Schedule 12A, ", "page 31, ", "Circular 02/2001, "; not "Recommendation 4 (", "since 2016, ". */
export function isDivided(before: string): boolean {
  const [, word = "", conjunction] = DIVIDED_BEFORE.exec(before) ?? [];
  if (DIVISION.test(word.toLowerCase())) return true;
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

const DIVIDED_BEFORE =
  /(?<![\p{L}\p{N}])(\p{L}+)\.? (?:\d{1,6}[A-Z]{0,2}|[IVX]{1,5}|[A-Z]{1,3}\d{1,3})(?:[./]\d{1,4}|\(\w{1,4}\)){0,3}(?:(?: to |[–-])\d{1,4})?["”’')\]]{0,3}(?:,| ?[(–—]| -)? ?((?:and|or) )?(?:(?:at|in) )?$/u;

const DIVISION = lowerCasePattern(`^(?:${DIVISIONS})$`);

/** The name of a text directly before the noun; a body's, a person's or a place's is none, nor is a sentence's first word. */
export function isNamed(before: string, behind: string): boolean {
  const match = NAMED_BEFORE.exec(before);
  if (match === null) return false;
  const [, earlier = "", mark = "", name = ""] = match;
  if (isShortForm(name)) return true;
  // "In the case of St Oswin's, paragraph 35 suggests": the comma ends what the sentence begins with.
  if (/, $/.test(before) && INTRODUCED.test(before) && /^ \p{Ll}+s /u.test(behind)) return false;
  const isFirst = (earlier === "" && mark.trim() === "") || mark === "(" || /[;:–—]$/.test(earlier);
  if (isFirst || isBody(name) || OUR_NUMBERED.has(name.toLowerCase())) return false;
  if (name.length === 1 && OUR_NUMBERED.has(earlier.split(" ").at(-1)?.toLowerCase() ?? "")) return false;
  return !PERSON.test(`${earlier} ${name}`) && !(PLACE.test(earlier) && /[,(] ?$/.test(before));
}

const NAMED_BEFORE = new RegExp(`(?:^|(.*?)([ (“"‘'—–-]))(\\p{Lu}[\\p{L}\\p{N}&’'.-]*)(?: \\(?\\d{4})?${GAP}`, "u");

export const PERSON =
  /(?:^|[ (])(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Alderman)\.? (?:\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,9} ?)?$/u;

const PLACE =
  /(?:^(?:[^ ]+ )?\(?|(?:^| )[^\p{Lu} ][^ ]* \(?)(?:[Ii]n|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Aa]t|[Ff]rom|to|[a-z]+ of)$/u;

export function isNamedAnnex(before: string): boolean {
  const [whole, earlier = "", name = "", comma] = NAMED_ANNEX.exec(before) ?? [];
  if (whole === undefined) return false;
  if (isShortForm(name)) return true;
  if (isBody(name) || OUR_NUMBERED.has(name.toLowerCase())) return false;
  return comma === undefined
    ? whole.length < before.length || earlier !== ""
    : earlier !== "" && !PERSON.test(earlier + name);
}

const NAMED_ANNEX =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&’'-]{0,60} (?:(?:of|and|the|to|for|in) ){0,2}){0,12})(\p{Lu}[\p{L}\p{N}&-]{0,60})(?: \(?\d{4}\)?)?["”’']?(,)? $/u;

/** "NPPF", "DfE", "SPD" */
export function isShortForm(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

export function isBody(word: string): boolean {
  return BODIES.has(word.toLowerCase().replace(/['’]s?$/, ""));
}
