/** How an editor counts the characters of a line. */
const ENCODINGS = ["utf-16", "utf-8", "utf-32"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** The first of the ways that an editor offers and that is known; what every editor knows, where there is none. */
export function encodingAmong(offered: readonly string[] | undefined): Encoding {
  for (const one of offered ?? []) for (const known of ENCODINGS) if (one === known) return known;
  return "utf-16";
}

/** How far a place in a line, counted in UTF-16 units, is from its start as an editor counts. */
export function toEditor(line: string, units: number, encoding: Encoding): number {
  const bounded = Math.min(Math.max(units, 0), line.length);
  if (encoding === "utf-16") return bounded;
  const before = line.slice(0, bounded);
  return encoding === "utf-8" ? new TextEncoder().encode(before).length : [...before].length;
}

/** The same the other way round; within a character it is the start of that. */
export function fromEditor(line: string, counted: number, encoding: Encoding): number {
  if (encoding === "utf-16") return Math.min(Math.max(counted, 0), line.length);
  let units = 0;
  let left = counted;
  for (const character of line) {
    left -= encoding === "utf-8" ? new TextEncoder().encode(character).length : 1;
    if (left < 0) break;
    units += character.length;
  }
  return units;
}
