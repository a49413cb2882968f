/** A place of a text where a short form may be beside its long form. */
export interface DefinitionPlace {
  /**
   * Where what explains begins: the bracket, or the words that lead up to the short form. The other form ends before
   * it.
   */
  readonly start: number;
  /** What is there: the inside of a bracket, or what follows the leading words. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly kind: "bracket" | "words";
}

/** The most characters that a bracket may hold to be looked at. */
const MAX_INSIDE = 250;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]" };
const BRACKETS = /[()[\]]/g;
/** Words that lead up to a short form or from one to its long form, "is the" among them; a dash; ", or". */
const LEADING_WORDS =
  /\b(?:known\s(?:locally\s)?as|called|referred\sto\sas|abbreviated\s(?:to|as)|shortened\sto|hereafter|hereinafter|henceforth|stands\sfor|short\sfor|is\sthe)\s|,\sor\s|\s[–—-]{1,2}\s|—/g;
/** What may be before them and belongs to them. */
const QUALIFIERS =
  /,?\s(?:(?:which|that)\s(?:is|are)\s)?(?:(?:also|better|commonly|generally|locally|now|often|usually|hereafter|hereinafter)\s){0,2}$/;
const MAX_QUALIFIERS = 50;

/**
 * The places where running text may explain a short form, in order: brackets, round or square, innermost ones too;
 * "known as"; a dash.
 */
export function definitionPlaces(text: string): readonly DefinitionPlace[] {
  return [...bracketPlaces(text), ...wordPlaces(text)].sort((a, b) => a.start - b.start);
}

function bracketPlaces(text: string): readonly DefinitionPlace[] {
  const places: DefinitionPlace[] = [];
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(BRACKETS)) {
    if (CLOSING[sign] !== undefined) {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined || CLOSING[text.charAt(start)] !== sign) open.length = 0;
    else if (index - start <= MAX_INSIDE)
      places.push({ start, innerStart: start + 1, innerEnd: index, kind: "bracket" });
  }
  return places;
}

function wordPlaces(text: string): readonly DefinitionPlace[] {
  return Array.from(text.matchAll(LEADING_WORDS), ({ 0: words, index }) => {
    const innerStart = index + words.length;
    const before = /^\w/.test(words) ? QUALIFIERS.exec(text.slice(Math.max(0, index - MAX_QUALIFIERS), index)) : null;
    const start = index - (before?.[0].length ?? 0);
    return { start, innerStart, innerEnd: Math.min(text.length, innerStart + MAX_INSIDE), kind: "words" };
  });
}
