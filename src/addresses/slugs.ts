import { shortPart } from "./addresses.ts";
/** A name as part of an address: "Dr Anne O'Neill" is `dr-anne-o-neill`. Names that differ in capitals, signs or spaces have one. */
export function nameSlug(name: string): string {
  const slug = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "unnamed" : shortPart(slug);
}

/** A short form as part of an address or an id, with a number behind it where another has taken the same; takes it. */
export function shortFormSlug(prefix: string, short: string, taken: Set<string>): string {
  const words = short
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, "-and-")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const plain = prefix + shortPart(words);
  let slug = plain;
  for (let count = 2; taken.has(slug); count++) slug = `${plain}-${count}`;
  taken.add(slug);
  return slug;
}
