import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSource, rulesOf, sourceOf, textOf } from "../compiled-report.ts";
import { runs } from "../lane.ts";
import { fixFile } from "./fixed-text.ts";

const NB = "\u00a0";

/** Words, each of them once, so that one that is lost is missed. */
function numberWords(text: string): string {
  let next = 0;
  return text.replaceAll("word", () => {
    next++;
    return `w${String.fromCharCode(97 + (next % 26))}${String.fromCharCode(97 + Math.floor(next / 26))}x`;
  });
}

const phrase = fc.constantFrom(
  "word word",
  "word - word",
  "word--word",
  "word\nword",
  `word${NB}word`,
  `24${NB}March`,
  "wo\u00adrd".replace("wo\u00adrd", "word"),
  "**word** - *word*",
  "`word - word`",
  "pages 3-5",
  "see paragraph 2",
  "paragraphs 1 to 3",
  "[word](#para-2)",
  "[word - word](https://example.org/a--b)",
  "https://example.org/x-3-5",
  "paragraph 3 of Schedule 12A",
  "£1.2 million",
  "“word” – word",
  "word[^1]",
  "word <!-- word - word --> word",
);
const line = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join(", ")}.`.replaceAll("\n", " "));
const typed = fc.oneof(
  { weight: 16, arbitrary: fc.constant("due") },
  { weight: 1, arbitrary: fc.constantFrom("one more", "again", "one") },
);
const below = fc.constantFrom(
  "",
  "",
  "\n    More word.\n",
  "\n- word\n* word - word\n",
  "\n    1. word\n    3. word\n",
  "\n• word\n• word\n",
  `\n-${NB}word\n-${NB}word\n`,
  "\n```\nword - word\n```\n",
  "\n| word | word |\n|---|---|\n| word - word | - |\n",
  "\n> word - word\n",
  "\n:::exempt{paragraphs=3}\nMore word - word.\n:::\n",
);
const heading = fc.constantFrom(
  "",
  "",
  "## Word\n",
  "### Word\n",
  "#### Word\n",
  "# Word\n",
  "## Annex A: Word - word\n",
);
const paragraph = fc.tuple(heading, typed, line, below);

/** A report with typed numbers, right or wrong. */
const typedReport = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 7 }), fc.nat(5))
  .map(([paragraphs, slip]) => {
    let last = 1;
    const parts = paragraphs.map(([head, how, words, rest], index) => {
      last = how === "one more" ? last + 2 : how === "again" ? Math.max(1, last) : how === "one" ? 1 : last + 1;
      return `${head === "" ? "" : `\n${head}\n`}${index === slip ? last + 5 : last}. ${words}\n${rest}`;
    });
    return numberWords(`1. First word.[^1]\n${parts.join("")}\n[^1]: A word - word.\n`);
  });
const automaticReport = fc.array(paragraph, { minLength: 1, maxLength: 7 }).map((paragraphs) => {
  const parts = paragraphs.map(([head, , words, rest]) => `${head}\n${words}\n${rest}`);
  return numberWords(`${parts.join("\n")}\n[^1]: A word - word.\n`);
});
/** Reports in which little is wrong that would keep them from being published. */
const soundReport = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(fc.constantFrom("", "", "## Word\n"), line, below), { minLength: 2, maxLength: 6 }),
  )
  .map(([isTyped, paragraphs]) => {
    const parts = paragraphs.map(([head, words, rest], index) => {
      const number = isTyped ? `${index + 3}. ` : "";
      return `${head}\n${number}${words}\n${rest}`;
    });
    const first = isTyped ? "1. First word.[^1]\n2. Word.\n" : "First word.[^1]\n\nWord.\n";
    return numberWords(`${first}\n${parts.join("\n")}\n[^1]: A word - word.\n`);
  });
const ends = fc.constantFrom("\n", "\r\n", "\r");
const mark = fc.constantFrom("", "\ufeff");

const RUNS = { seed: 20250324, numRuns: runs(3, 60) };

/** What a fix means to change, made alike: dashes, fixed blanks and figures. */
const alike = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s*(?:–|--|•)\s*|(?<=\s)-\s|-/g, " ")
    .replace(/\d+/g, "0")
    .replace(/\([a-z]+\)/g, "")
    .replace(/\s+/g, " ");
const letters = (text: string): string => text.replace(/[^\p{L}]+/gu, "");

describe("a report that is fixed", () => {
  it("is not changed a second time", () => {
    fc.assert(
      fc.property(fc.oneof(typedReport, automaticReport), (body) => {
        const { file } = fixFile(sourceOf(body));
        const again = fixFile(file);
        expect(again.file).toBe(file);
        expect(again.fixed.changes).toEqual([]);
      }),
      RUNS,
    );
  });

  it("keeps every word of its source in its place, and every line that is withheld", () => {
    fc.assert(
      fc.property(fc.oneof(typedReport, automaticReport), (body) => {
        const file = sourceOf(body);
        const { file: fixed } = fixFile(file);
        expect(letters(fixed)).toBe(letters(file));
        // An empty line may be put in where a number was swallowed; no other line comes or goes.
        const filled = (text: string): readonly string[] => text.split("\n").filter((one) => one !== "");
        const [lines, before] = [filled(fixed), filled(file)];
        expect(lines.length).toBe(before.length);
        for (const [index, text] of before.entries()) if (text.startsWith(":::")) expect(lines[index]).toBe(text);
      }),
      RUNS,
    );
  });

  it("has the same page, but for what was meant to change, and no fewer paragraphs", () => {
    let compared = 0;
    fc.assert(
      fc.property(soundReport, (body) => {
        const file = sourceOf(body);
        const before = compileSource(file);
        if (before.report === undefined) return;
        compared++;
        const after = compileSource(fixFile(file).file);
        expect(after.report).toBeDefined();
        expect(after.report?.paragraphs).toEqual(before.report.paragraphs);
        expect(alike(textOf(after.page.root))).toBe(alike(textOf(before.page.root)));
        expect(after.page.elements.length).toBeGreaterThanOrEqual(before.page.elements.length - 2);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(runs(2, 20));
  });

  it("has no error that it had not, and none that fix corrects unless it says why", () => {
    let fixedNumbers = 0;
    fc.assert(
      fc.property(typedReport, (body) => {
        const before = rulesOf(compileSource(sourceOf(body)), "error");
        const { file, remarks } = fixFile(sourceOf(body));
        const after = rulesOf(compileSource(file), "error");
        const count = (rules: readonly string[], rule: string): number => rules.filter((one) => one === rule).length;
        for (const rule of after) expect(count(after, rule)).toBeLessThanOrEqual(count(before, rule));
        const isLeft = after.some((rule) => /^typed-number(?:-all-ones)?$|^heading-level/.test(rule));
        if (before.includes("typed-number") && !after.includes("typed-number")) fixedNumbers++;
        if (isLeft) expect(remarks.length).toBeGreaterThan(0);
        if (after.length > 0) return;
        const numbers = compileSource(file).report?.paragraphs.map(({ number }) => number) ?? [];
        const own = numbers.filter((number) => /^\d/.test(number));
        expect(own).toEqual(own.map((_, index) => `${index + 1}`));
      }),
      RUNS,
    );
    expect(fixedNumbers).toBeGreaterThan(runs(1, 10));
  });

  it("is fixed alike whatever ends its lines and begins the file, and these stay", () => {
    fc.assert(
      fc.property(typedReport, ends, mark, (body, end, begin) => {
        const plain = fixFile(sourceOf(body));
        const written = begin + sourceOf(body).replaceAll("\n", end);
        const { file } = fixFile(written);
        expect(file).toBe(plain.file.replaceAll("\n", end));
      }),
      RUNS,
    );
  });
});
