import { shortPart } from "./addresses.ts";

/**
 * A name as part of an address: "Dr Anne O'Neill" is `dr-anne-o-neill`. Names that differ in capitals, signs or spaces
 * have one.
 */
export function nameSlug(name: string): string {
  return slugOf(name) || "unnamed";
}

/** A short form as part of an address or an id, with a number after it where another has taken the same; takes it. */
export function shortFormSlug(prefix: string, short: string, taken: Set<string>): string {
  const plain = prefix + slugOf(short);
  let slug = plain;
  for (let count = 2; taken.has(slug); count++) slug = `${plain}-${count}`;
  taken.add(slug);
  return slug;
}

function slugOf(words: string): string {
  const slug = words
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return shortPart(slug);
}
