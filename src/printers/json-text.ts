import { HIDDEN_CHARACTERS } from "../text/hidden-characters.ts";
import { COMMANDS } from "./printable.ts";

/**
 * A value as JSON that is safe to print: what `printable` takes away is escaped, and reads back as it was. `[` after
 * `##` or a word after that occurs in strings alone, so it can be escaped there.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replace(HIDDEN_CHARACTERS, escaped).replace(COMMANDS, "##$1\\u005b");
  return `${json}\n`;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
