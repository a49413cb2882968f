import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/report/markings/languages.ts";
import { type Marking, markingPattern } from "../../../src/report/markings/table.ts";
import { asRead, sentencesOf } from "../../../src/report/markings/words-as-read.ts";
import { findingWords, hasWords, plainly, wordsNeeded } from "../../../src/report/markings/words-needed.ts";
import { rows, runs } from "../../lane.ts";
import { markedPapers, markedPapersKeptAside } from "./marked-papers.ts";

const markings = LANGUAGES.flatMap((language) => language.markings);
const needed = new Map(markings.map((marking) => [marking, wordsNeeded(marking.source)]));

/** Whether the words would keep a text from a pattern that it matches. */
function isLost(marking: Marking, text: string): boolean {
  return marking.pattern.test(text) && !hasWords(plainly(text), needed.get(marking) ?? []);
}

/** Texts of which a pattern's are, but for what it only looks at. */
function textsLike({ source }: Marking): readonly string[] {
  const pattern = withoutLooks(markingPattern(source).source)
    .replaceAll("\\p{L}", "A-Za-z")
    .replaceAll("\\p{N}", "0-9");
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: runs(4, 200), seed: 1 });
}

function withoutLooks(source: string): string {
  let kept = "";
  let depth = 0;
  for (const [sign] of source.matchAll(/\[(?:\\.|[^\]\\])*\]|\\p\{\w+\}|\\.|\(\?<?[=!]|./gs)) {
    if (depth > 0) depth += /^\(/.test(sign) ? 1 : sign === ")" ? -1 : 0;
    else if (/^\(\?<?[=!]/.test(sign)) depth = 1;
    else if (sign !== "\\b") kept += sign;
  }
  return kept;
}

describe("the words without which no text matches a marking", () => {
  it.each(markings)("are in what its pattern matches: $example", (marking) => {
    const texts = textsLike(marking).flatMap((text) => [text, text.toUpperCase(), asRead(text, []).text]);
    expect([marking.example, ...texts].filter((text) => isLost(marking, asRead(text, []).text))).toEqual([]);
    expect(needed.get(marking)).not.toEqual([]);
  });

  it("are met by texts that the patterns are made for", () => {
    const texts = markings.flatMap((marking) => textsLike(marking).filter((text) => marking.pattern.test(text)));
    expect(texts.length).toBeGreaterThan(2 * markings.length);
  });

  it("are in every sentence and line of papers that are marked", () => {
    const papers = [...rows(markedPapers, 40), ...rows(markedPapersKeptAside, 40)];
    const texts = papers.flatMap((paper) => [
      ...sentencesOf(asRead(paper, [])).map(({ text }) => text),
      ...paper.split("\n").map((line) => asRead(line, []).text),
    ]);
    for (const marking of markings) expect(texts.filter((text) => isLost(marking, text))).toEqual([]);
  });

  it.each([
    ["a part of a pattern that may be left out", "(?:not )?exempt(?:ed)?", [["exempt"]]],
    ["a word that is only looked for", "(?=.*secret)paper", [["secret"], ["paper"]]],
    ["what must not be there", "(?!secret)exempt", [["exempt"]]],
    [
      "one of several",
      "(?:exempt|closed) (?:item|note)s?",
      [["exempt item", "exempt note", "closed item", "closed note"]],
    ],
    ["what may be anything", "[a-z]+|exempt", []],
    ["a pattern of letters that are parted", "e[xX]empt(?:ion){0,2}", [["empt"], ["e"]]],
  ])("are read from %s", (_what, source, words) => {
    expect(wordsNeeded(source)).toEqual(words);
  });

  it("are not read from a pattern that is no pattern", () => {
    expect(() => wordsNeeded("exempt)")).toThrow("cannot be read");
    expect(() => wordsNeeded("(exempt")).toThrow("cannot be read");
  });

  it("are looked for whatever is between them, and however an s is typed", () => {
    expect(plainly("NOT - FOR  cloſed-Paper")).toBe("not for closed paper");
  });

  it("are found in one look, also where one begins within another", () => {
    const words = ["part i", " item", "exempt", "pt x", "12a"];
    const text = fc.array(fc.constantFrom(...words, "e", "p", "t", " ", "x"), { maxLength: 12 });
    fc.assert(
      fc.property(text, (pieces) => {
        const plain = pieces.join("");
        expect([...findingWords(words)(plain)].sort()).toEqual(words.filter((word) => plain.includes(word)).sort());
      }),
      { numRuns: runs(200, 5000) },
    );
    expect(findingWords(words)("part item")).toEqual(new Set(["part i", " item"]));
  });
});
