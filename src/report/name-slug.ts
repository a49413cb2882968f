import { shortPart } from "../addresses.ts";

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
