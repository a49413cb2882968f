import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSource, rulesOf, sourceOf, textOf } from "../compiled-report.ts";
import { runs } from "../lane.ts";
import { fixFile } from "./fixed-text.ts";

const NB = "\u00a0";
const RUNS = { seed: 20261130, numRuns: runs(6, 200) };

/** What follows a paragraph in a paper as it is pasted; each "word" becomes one that is there once. */
const PASTED = [
  "Word:\n• word\n• word\n",
  "\n·\tword\n\n·\tword\n",
  "Word:\no word\no word\n",
  "\n\uf0b7 word\no\tword\no\tword\n\uf0b7 word\n",
  "Word:\n‣ word\n‣ word that\ngoes on\n",
  "\n▪ word\n\n▪ word\n",
  "\n➢ word\n➢word\n",
  "Word:\n– word\n– word\n",
  "Word:\n-word\n-word\n",
  `\n-${NB}word\n\n-${NB}word\n`,
  `\n${NB}- word\n${NB}- word\n`,
  "\nWord on\n\nMonday 3 March 2025\nMonday 7 April 2025\n",
  "\nWord Street\nWord Road\nThe Word\n",
  "\nR1 That word.\nR2 That word.\n",
  "\n- Word:\n  a) word\n  b) word\n",
  "\n> • word\n> • word\n",
  "\n```\n• word\n• word\n```\n",
  "\n| word | word |\n|---|---|\n| • word | o word |\n",
  "\n:::exempt{paragraphs=3}\nWord:\n• word\n• word\n:::\n",
  "",
];
/** What a reading of the result may still hold: the words of others are left as they are. */
const isAnothers = (part: string): boolean => /^\n> |^\n```/.test(part);
const FIXED = ["list-run-together", "note-typed", "typed-number-swallowed"];

const part = fc.constantFrom(...PASTED);
const paper = fc
  .record({
    parts: fc.array(fc.tuple(part, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
    style: fc.constantFrom("whole", "decimal", "automatic"),
    areNotesApart: fc.boolean(),
  })
  .map(({ parts, style, areNotesApart }) => {
    const notes: string[] = [];
    const paragraphs = parts.map(([below, hasNote, isSwallowed], index) => {
      const number = style === "whole" ? `${index + 1}. ` : style === "decimal" ? `1.${index + 1} ` : "";
      const mark = hasNote ? `[${notes.push("word")}]` : "";
      const text = `${number}Word went on.${mark}\n${below}`;
      // Below a block that ends by itself, nothing is swallowed.
      return isSwallowed && number !== "" && below === "" ? text : `${text}\n`;
    });
    const texts = notes.map((word, index) => `[${index + 1}] Word ${word}\n`).join(areNotesApart ? "\n" : "");
    const heading = style === "decimal" ? "## 1. Word\n\n" : "";
    const isAutomatic = style === "automatic";
    return {
      body: withWords(`${heading}${paragraphs.join("")}\n${texts}`),
      isAutomatic,
      parts: parts.map(([one]) => one),
    };
  });

function withWords(text: string): string {
  let next = 0;
  const letters = (): string => {
    next++;
    return `w${String.fromCharCode(97 + (next % 26))}${String.fromCharCode(97 + Math.floor(next / 26))}x`;
  };
  return text.replace(/\bword\b/g, letters).replace(/\bWord\b/g, () => letters().replace("w", "W"));
}

/** The words of a page, without the numbers of notes, which are set where they are written. */
const wordsOf = (source: string): readonly string[] =>
  [...textOf(compileSource(source).page.root).matchAll(/[Ww][a-z]{2}x/g)].map(([word]) => word).sort();

describe("a paper that is pasted, and fixed", () => {
  it("keeps its words and numbers, has nothing more to fix, and is not changed a second time", () => {
    let changed = 0;
    fc.assert(
      fc.property(paper, fc.constantFrom("\n", "\r\n"), ({ body, isAutomatic, parts }, end) => {
        const source = sourceOf(body).replaceAll("\n", end);
        const { file, fixed } = fixFile(source);
        if (fixed.changes.length > 0) changed++;
        expect(fixFile(file).file).toBe(file);
        expect(file.replaceAll("\r\n", "").includes("\n")).toBe(end === "\n");
        const [before, after] = [compileSource(source), compileSource(file)];
        expect([...file.matchAll(/[Ww][a-z]{2}x/g)].map(String)).toEqual(
          [...source.matchAll(/[Ww][a-z]{2}x/g)].map(String),
        );
        const left = rulesOf(after).filter((rule) => FIXED.includes(rule));
        // Where paragraphs would get other numbers, the author is told.
        if (isAutomatic) expect(left.length === 0 || fixed.remarks.length > 0 || parts.some(isAnothers)).toBe(true);
        else expect(left.length).toBeLessThanOrEqual(parts.filter(isAnothers).length);
        if (before.report === undefined) return;
        expect(wordsOf(file)).toEqual(wordsOf(source));
        const numbers = (one: typeof before) => one.report?.paragraphs.map(({ number }) => number) ?? [];
        const kept = isAutomatic ? numbers(before).slice(0, numbers(after).length) : numbers(before);
        expect(numbers(after)).toEqual(kept);
      }),
      RUNS,
    );
    expect(changed).toBeGreaterThan(runs(3, 120));
  });
});
