import { shortPart } from "../addresses.ts";

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
