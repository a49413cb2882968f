import type { Language } from "../../model.ts";
import { ENGLISH } from "./english.ts";
import { listPatterns } from "./lists.ts";
import { WELSH } from "./welsh.ts";
import { compileRules, type Rule } from "./whose.ts";

/** The words that a language has for what references are made of; each is an alternation of a pattern. */
export interface Words {
  /** What every block with a reference holds: it tells most of those with none, at a tenth of the cost of the nouns. */
  readonly hint: string;
  readonly paragraph: string;
  readonly annex: string;
  /** Which of the nouns, from their start, are plurals. */
  readonly plural: string;
  /** "no.", between a noun and its label. */
  readonly number: string;
  readonly and: string;
  /** What joins the ends of a range. */
  readonly to: string;
  /** The "of" of "paragraph 4 of Annex A". */
  readonly of: string;
  readonly above: string;
  readonly below: string;
  /** What may follow a number that counts nothing. */
  readonly unlikeCounted: string;
  /** Capitals that are words, where a whole text is in capitals. */
  readonly shouted: string;
  /** Nouns of texts that have paragraphs of their own, which rules see as "~~". */
  readonly texts: string;
  /** Nouns of what may be such a text: "~". */
  readonly papers: string;
  /** Those outside the council who write or decide: "@". */
  readonly authors: string;
  /** Words that are no name of a text for their capital. */
  readonly plain: string;
}

export interface LanguageOfReferences {
  readonly words: Words;
  /** Patterns that rules name in braces. */
  readonly names: Readonly<Record<string, string>>;
  /** What none of them decides is internal. */
  readonly rules: readonly Rule[];
}

export type Grammar = ReturnType<typeof makeGrammar>;

function makeGrammar(...languages: readonly LanguageOfReferences[]) {
  const words = (key: keyof Words): string => languages.map((language) => language.words[key]).join("|");
  const marks = new RegExp(
    `^(?:(${words("texts")})|(${words("papers")})|(${words("authors")})|${words("plain")})$`,
    "u",
  );
  return {
    lists: listPatterns(words),
    rules: languages.flatMap(({ rules, names }) => compileRules(rules, names)),
    mark: (word: string): string => {
      const [known, text, paper, author] = marks.exec(word) ?? [];
      return known === undefined ? "" : text ? "~~" : paper ? "~" : author ? "@" : "-";
    },
    /** Between two lists. */
    and: new RegExp(`^(?:,|,? ?(?:${words("and")}|${words("to")}|&|–|-))? ?$`, "u"),
    of: new RegExp(`^ (?:${words("of")}) $`, "u"),
    above: new RegExp(`^,? \\(?(?:${words("above")})(?!\\p{L})`, "iu"),
    below: new RegExp(`^,? \\(?(?:${words("below")})(?!\\p{L})`, "iu"),
  };
}

const made = new Map<Language, Grammar>();

/** What finds the references of a report in a language; a Welsh report may quote English, or be written in both. */
export function grammarOf(lang: Language): Grammar {
  const known = made.get(lang);
  if (known !== undefined) return known;
  const grammar = lang === "cy" ? makeGrammar(WELSH, ENGLISH) : makeGrammar(ENGLISH);
  made.set(lang, grammar);
  return grammar;
}
