/** How the first letters of a word change: radical, soft, nasal, aspirate. A vowel may get an "h". */
const FORMS: Readonly<Record<string, string>> = {
  ll: "ll?",
  rh: "rh?",
  p: "(?:p|b|mh|ph)",
  t: "(?:t|d|nh|th)",
  c: "(?:c|g|ngh|ch)",
  b: "[bfm]",
  d: "(?:dd?|n)",
  g: "(?:g|ng)?",
  m: "[mf]",
};

/**
 * A pattern for Welsh words, "cod|deddf", in each form that the words before them give them: "cod", "god", "nghod",
 * "chod".
 */
export function mutated(words: string): string {
  const initial = /(?<=^|\|)(?:ll|rh|[ptcbdgm]|(?=[aeiouwyâêîôûŵŷ]))/gu;
  return `(?:${words.replace(initial, (radical) => FORMS[radical] ?? "h?")})`;
}
