import type { Language } from "../../model/settings.ts";
import { ENGLISH, type LanguageOfReferences } from "./english.ts";
import { listPatterns } from "./lists.ts";
import { WELSH } from "./welsh.ts";
import { rulesOf } from "./whose.ts";

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
    above: new RegExp(`^,? \\(?(?:${words("above")})(?!\\p{L})`, "iu"),
    below: new RegExp(`^,? \\(?(?:${words("below")})(?!\\p{L})`, "iu"),
  };
}

const made = new Map<Language, Grammar>();

/** What finds the references of a report in a language; a Welsh report may quote English, or be written in both. */
export function grammarOf(lang: Language): Grammar {
  const grammar = made.get(lang) ?? (lang === "cy" ? makeGrammar(WELSH, ENGLISH) : makeGrammar(ENGLISH));
  made.set(lang, grammar);
  return grammar;
}
