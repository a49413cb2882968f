/** Plurals that have no singular of another form, or one with another sense. */
const PLURAL_ONLY = new Set(
  "affairs arms arrears ethics goods headquarters means news premises proceedings series species terms works".split(
    " ",
  ),
);
/** Plurals that the endings below would get wrong. */
const IRREGULAR = /(?:ics|yses|oes|(?:ea|ie|el|al|ol)ves|^(?:bases|crises|diagnoses|axes|lives|wives|knives|movies))$/;
const PREPOSITION = /\s(?:of|in|for|to|at|on|with|from|under)\s/i;

/**
 * The singular of a plural noun: plans → plan, authorities → authority, notices → notice; undefined where it is no
 * plural or where its ending does not say what the singular is.
 */
function singularNoun(plural: string): string | undefined {
  const word = plural.toLowerCase();
  if (!/[^s'’]s$/.test(word) || /(?:us|is)$/.test(word) || PLURAL_ONLY.has(word) || IRREGULAR.test(word))
    return undefined;
  if (/uses$/.test(word) && !/(?:[aol]uses|^uses)$/.test(word)) return undefined;
  if (/ies$/.test(word)) return word.length > 4 ? `${plural.slice(0, -3)}y` : plural.slice(0, -1);
  return /(?:ss|sh|ch|x|zz)es$/.test(word) ? plural.slice(0, -2) : plural.slice(0, -1);
}

/**
 * The singular of a long form that is known to be in the plural: its noun is before the first preposition ("Houses in
 * Multiple Occupation") or last ("Health and Care Plans"). Undefined where both could be it, or neither.
 */
export function singularLongForm(long: string): string | undefined {
  const preposition = PREPOSITION.exec(long)?.index;
  const ends = preposition === undefined ? [long.length] : [preposition, long.length];
  const readings = ends.flatMap((end) => {
    const start = long.slice(0, end).search(/(?<![\p{L}\p{M}'’])[\p{L}\p{M}'’]+$/u);
    const noun = start < 0 ? undefined : singularNoun(long.slice(start, end));
    return noun === undefined ? [] : [long.slice(0, start) + noun + long.slice(end)];
  });
  return readings.length === 1 ? readings[0] : undefined;
}
