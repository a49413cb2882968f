import { KINDS, LIST_KINDS, type ListKind } from "./lists.ts";
import type { Sentence } from "./sentence.ts";

const ROW = new RegExp(`^(internal|external)((?: (?:${LIST_KINDS.join("|")}))*) \\| (.+?) \\| (.+)$`, "u");

/**
 * Reads a table of the ways in which a sentence shows whose a reference is, in the order in which they are tried:
 * "external section | See section 4 of the Act. | § of ", the kinds that it decides, an example that it decides and
 * none before it, and the words on both sides of the reference in the form of `readSentence`, where "{name}" is the
 * pattern of that name. One that names no kind is of all, but a number without a noun is internal only by one that
 * names it.
 */
export function rulesOf(table: string, names: Readonly<Record<string, string>>) {
  const fill = (pattern: string): string =>
    pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const meant = names[name];
      if (meant === undefined) throw new Error(`"${name}" names no pattern`);
      return `(?:${meant})`;
    });
  return table.split("\n").map((row) => {
    const [, whose, only = "", example = "", pattern = ""] = ROW.exec(row) ?? [];
    if (whose === undefined) throw new Error(`"${row}" is not a rule for references`);
    const isInternal = whose === "internal";
    const named: readonly ListKind[] = LIST_KINDS.filter((kind) => only.split(" ").includes(kind));
    // They are tried at the reference alone, and read from there in both directions.
    const [before = "", after = ""] = fill(pattern).split("§");
    return {
      example,
      pattern: new RegExp(`(?=§${after})(?<=${before})`, "uy"),
      isInternal,
      kinds: named.length > 0 ? named : isInternal ? KINDS : LIST_KINDS,
    };
  });
}

/**
 * What rules are tried on: the sentence before, a bar, and the sentence, in lower case with single blanks. Words have
 * their marks before them: "^" a capital that begins no sentence or clause, "^^" several; then what `mark` says of a
 * word in lower case.
 */
export function readSentence({ before, after, previous }: Sentence, mark: (word: string) => string): string {
  const read = (words: string): string =>
    words
      .replace(/[§|^~@]/gu, " ")
      .replaceAll("’", "'")
      .replace(/[\p{L}\p{N}]+/gu, (word) => {
        const lower = word.toLowerCase();
        const sign = mark(lower);
        const capitals = lower === word ? 0 : (word.match(/\p{Lu}/gu)?.length ?? 0);
        const isName = capitals > 0 && sign !== "-";
        return `${capitals > 1 && word.length < 8 ? "^^" : isName ? "^" : ""}${sign === "-" ? "" : sign}${lower}`;
      })
      .replace(/\s+/gu, " ");
  const opened = (words: string): string =>
    read(words)
      .replace(/(^|[:;(–—]) ?([^\p{L}\p{N}^]*)\^(?!\^)/gu, "$1 $2")
      .trimStart();
  return `${opened(previous).trimEnd()} | ${opened(before)}§${read(after)}`;
}
