import type { Language } from "../../model/settings.ts";
import { ENGLISH, type LanguageOfReferences } from "./english.ts";
import { KINDS, LIST_KINDS, type ListKind, listPatterns } from "./lists.ts";
import { WELSH } from "./welsh.ts";

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

export type Grammar = ReturnType<typeof makeGrammar>;

/** What the rules of the first language leave undecided, those of the next decide. */
function makeGrammar(...languages: readonly LanguageOfReferences[]) {
  const words = (key: keyof LanguageOfReferences["words"]): string =>
    languages.map((language) => language.words[key]).join("|");
  const named = `(${words("texts")})|(${words("papers")})|(${words("authors")})`;
  const marks = new RegExp(`^(?:${named}|${words("plain")})$`, "u");
  return {
    lists: listPatterns(words),
    rules: languages.flatMap(({ rules, names }) => rulesOf(rules, names)),
    mark: (word: string): string => {
      const [known, text, paper, author] = marks.exec(word) ?? [];
      return known === undefined ? "" : text ? "~~" : paper ? "~" : author ? "@" : "-";
    },
    named: new RegExp(`(?<!\\p{L})(?:${named})(?!\\p{L})`, "iu"),
    direction: new RegExp(`^,? \\(?(?:(${words("above")})|${words("below")})(?!\\p{L})`, "iu"),
  };
}

const made = new Map<Language, Grammar>();

/** What finds the references of a report in a language; a Welsh report may quote English, or be written in both. */
export function grammarOf(lang: Language): Grammar {
  const grammar = made.get(lang) ?? (lang === "cy" ? makeGrammar(WELSH, ENGLISH) : makeGrammar(ENGLISH));
  made.set(lang, grammar);
  return grammar;
}
