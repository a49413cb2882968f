import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/report/markings/languages.ts";
import { findMarkings } from "../../../src/report/markings/marked-words.ts";
import { asRead, inOneLine, isReadAsOthers, wordsAlone } from "../../../src/report/markings/words-as-read.ts";
import { runs } from "../../lane.ts";

const found = (text: string) =>
  findMarkings({ kind: "text", text, placeAt: () => ({ path: "reports/a.md", line: 1, column: 1 }) });

const SIGNS = [..."abcXYZ. -–—‘’“”`\t\n\u00a0\u200b\u00adéﬁＣСο𝐂1{}", "{elsewhere}", "exempt", " not for "];

describe("the first look at words, which is quick", () => {
  it.each([
    "The report is not open for inspection by the press.",
    "This report should not be shown to anybody outside the council.",
    "This paper must not be given to anyone.",
    "Mae’r adroddiad hwn yn gyfyngedig.",
    "Ni ddylid datgelu’r adroddiad hwn.",
    "This is a Part-B report.",
    "This report is not  for publication.",
    "This report is 𝐧𝐨𝐭 𝐟𝐨𝐫 𝐩𝐮𝐛𝐥𝐢𝐜𝐚𝐭𝐢𝐨𝐧.",
    "This report is not for pub\u200blication.",
    "This report is C O N F I D E N T I A L.",
    "Confidental: Yes",
  ])("lets none pass: %s", (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it("lets the examples of all markings of sentences pass on", () => {
    const examples = LANGUAGES.flatMap(({ markings }) => markings.filter(({ on }) => on === "sentence"));
    expect(examples.filter(({ example }) => found(example).length === 0).map(({ example }) => example)).toEqual([]);
  });

  it("reads the words that the second look reads", () => {
    const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, (typed) => {
        if (isReadAsOthers(wordsAlone(typed))) return;
        const words = (read: string): string => read.replaceAll("{elsewhere}", "").replace(/ +/g, " ").trim();
        expect(words(wordsAlone(typed))).toBe(words(inOneLine(asRead(typed, [])).text));
      }),
      { numRuns: runs(500, 20_000) },
    );
  });

  it.each(["confidential", "publication"])("lets no word pass that is %s mistyped", (word) => {
    const at = [...word].map((_, index) => index);
    const without = at.map((index) => word.slice(0, index) + word.slice(index + 1));
    const between = [...at, word.length];
    const letters = [..."abcdefghijklmnopqrstuvwxyzéŵ"];
    const typed = new Set([
      ...without,
      ...letters.flatMap((letter) => [
        ...between.map((index) => word.slice(0, index) + letter + word.slice(index)),
        ...at.map((index) => word.slice(0, index) + letter + word.slice(index + 1)),
      ]),
      ...without.flatMap((rest, left) =>
        between.slice(1).map((_, index) => rest.slice(0, index) + word.charAt(left) + rest.slice(index)),
      ),
      ...at.flatMap((one) =>
        at.map((other) =>
          [...word].map((_, place) => word[place === one ? other : place === other ? one : place]).join(""),
        ),
      ),
      word.replace("i", "\u0130").toUpperCase(),
    ]);
    typed.delete(word);
    typed.delete(`${word}s`);
    expect(typed.size).toBeGreaterThan(700);
    const shown = (read: string): string => `It is ${read}, as we said`;
    expect([...typed].filter((each) => !isReadAsOthers(shown(each)))).toEqual([]);
    expect([...typed].filter((each) => !isReadAsOthers(shown(each.toUpperCase())))).toEqual([]);
    expect(isReadAsOthers(shown(word))).toBe(false);
  });

  it("sees letters that are apart wherever they are", () => {
    const apart = /(?<![\p{L}\p{N}])\p{L}(?:[ ._-]{1,3}\p{L}){4,}(?![\p{L}\p{N}])/u;
    const text = fc
      .array(fc.constantFrom(..."aÉ𝐂 .-_1\n", "a b", "c.d "), { maxLength: 24 })
      .map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, (typed) => {
        expect(isReadAsOthers(typed)).toBe(apart.test(typed));
      }),
      { numRuns: runs(1000, 50_000) },
    );
    expect(isReadAsOthers("It is E X E M P T")).toBe(true);
  });
});
