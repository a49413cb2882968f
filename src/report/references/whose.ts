import { KINDS, type ReferenceKind } from "./lists.ts";
import type { Sentence } from "./sentence.ts";
import type { Words } from "./vocabulary.ts";

/** A way in which a sentence shows whether a reference is internal, to this report, or external. */
export interface Rule {
  /** A sentence that this rule decides, and none before it. */
  readonly example: string;
  /**
   * The words on both sides of the reference, which is "§", in the form of `readSentence`; "{name}" is the pattern of
   * that name.
   */
  readonly pattern: string;
  readonly whose: "internal" | "external";
  /** The only kind that it decides. */
  readonly kind?: ReferenceKind;
}

/** What references are made of in a language, and how it shows whose they are. */
export interface LanguageOfReferences {
  readonly words: Words;
  /** Patterns that rules name in braces. */
  readonly names: Readonly<Record<string, string>>;
  /** What none of them decides is internal. */
  readonly rules: readonly Rule[];
}

const ROW = new RegExp(`^(?:(internal)|external)(?: (${KINDS.join("|")}))? \\| (.+?) \\| (.+)$`, "u");

/** Reads a table of rules, in the order in which they are tried: "external | See paragraph 4 of the Act. | § of ". */
export function rulesOf(table: string): readonly Rule[] {
  return table.split("\n").map((row) => {
    const [whole, internal, only, example = "", pattern = ""] = ROW.exec(row) ?? [];
    if (whole === undefined) throw new Error(`"${row}" is not a rule for references`);
    const kind = KINDS.find((one) => one === only);
    return { whose: internal === undefined ? "external" : "internal", example, pattern, ...(kind && { kind }) };
  });
}

export type CompiledRule = Omit<Rule, "pattern"> & { readonly pattern: RegExp };

/** Makes patterns that are tried at the reference alone, and read from there in both directions. */
export function compileRules(rules: readonly Rule[], names: Readonly<Record<string, string>>): readonly CompiledRule[] {
  const fill = (pattern: string): string =>
    pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const meant = names[name];
      if (meant === undefined) throw new Error(`"${name}" names no pattern`);
      return `(?:${fill(meant)})`;
    });
  return rules.map((rule) => {
    const [before = "", after = ""] = fill(rule.pattern).split("§");
    return { ...rule, pattern: new RegExp(`(?=§${after})(?<=${before})`, "uy") };
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
  return `${opened(previous)} | ${opened(before)}§${read(after)}`;
}
