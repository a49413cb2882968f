/**
 * Long forms are the same without regard to case, hyphens and the gaps between words, plurals, "and", "&" or "and/or",
 * and a year or a number at the end.
 */
export function comparable(long: string): string {
  return long
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replace(/(?: \d{1,30}){1,30}$/, "")
    .replace(/\band or\b/g, "and")
    .replace(/ies\b/g, "y")
    .replace(/s\b/g, "")
    .replace(/ /g, "");
}
