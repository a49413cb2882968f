import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/settings.ts";
import { ENGLISH } from "../../../src/report/references/english.ts";
import { findReferences } from "../../../src/report/references/find-references.ts";
import { type Grammar, grammarOf, rulesOf } from "../../../src/report/references/languages.ts";
import { WELSH } from "../../../src/report/references/welsh.ts";

const TABLES = [
  ["en-GB", ENGLISH],
  ["cy", WELSH],
] as const;

const EXAMPLES = TABLES.flatMap(([lang, { rules, names }]) =>
  rulesOf(rules, names).map(({ example, isInternal }) => [lang, example, isInternal ? 1 : 0] as const),
);

/** The example of the rule that decides a sentence: the first that decides otherwise where it is turned round. */
function decidedBy(sentence: string, lang: Language): string | undefined {
  const grammar = grammarOf(lang);
  const count = (rules: Grammar["rules"]): number => findReferences(sentence, { ...grammar, rules }).phrases.length;
  return grammar.rules.find((rule, index) => {
    const before = grammar.rules.slice(0, index);
    const turned = { ...rule, isInternal: !rule.isInternal };
    return count([...before, rule]) !== count([...before, turned]);
  })?.example;
}

describe("the tables of rules for references", () => {
  it("are no rule where a row is not of their form", () => {
    expect(() => rulesOf("external | See paragraph 4 of the Act.", {})).toThrow("is not a rule");
  });

  it.each(EXAMPLES)("decide each example by its own rule: %s %s", (lang, example, count) => {
    expect(decidedBy(example, lang)).toBe(example);
    expect(findReferences(example, grammarOf(lang)).phrases.length).toBe(count);
  });
});
