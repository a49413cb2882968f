import { describe, expect, it } from "vitest";
import { definitionsInProse } from "../../../src/report/abbreviations/definitions-in-prose.ts";
import { unexplainedShortForms } from "../../../src/report/abbreviations/unexplained-short-forms.ts";
import { rows } from "../../lane.ts";
import { processorTime } from "../../processor-time.ts";

const SHAPES: readonly (readonly [string, string])[] = [
  ["round brackets that open", "("],
  ["square brackets that open", "["],
  ["brackets that close", ")"],
  ["empty pairs", "()"],
  ["brackets of two kinds, crossed", "([)]"],
  ["small words before a short form", "a a a a a a a a a a a a a a a a a a a a a a a a (AAAAAAAAAAAA) "],
  ["words of one letter that nearly fit", "a a a a a a a a a a a a b a a a a a a (AAAAAAAAAAAA) "],
  ["definitions", "Harmful Sexual Behaviour (HSB) and HSB (Harmful Sexual Behaviour). "],
  ["several in a bracket", "(AB and CD, EF/GH & IJ) "],
  ["leading words", " known as known as"],
  ["qualifiers", " also also also known as AB,"],
  ["dashes", " – "],
  ["long dashes", "—"],
  ["commas before or", ", or , or AB"],
  ["white space", " \n"],
  ["capitals", "A"],
  ["capitals and small letters", "Aa"],
  ["capitals in words", "AB "],
  ["ampersands", "A&"],
  ["slashes", "AB/"],
  ["hyphens", "AB-"],
  ["full stops", "A."],
  ["figures", "A1/2-"],
  ["apostrophes", "AB's'"],
  ["quotation marks", "“(”"],
  ["nothing but a letter", "a"],
];

function time(text: string): number {
  return processorTime(() => {
    definitionsInProse(text);
    unexplainedShortForms(text, () => false);
  });
}

/**
 * How many times as long the second text takes. Memory that is given back meanwhile can only make it seem longer, so what seems too long is
 * tried again. Below two milliseconds the clock decides, not the work.
 */
function timesAsLong(first: string, second: string): number {
  time(first);
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && least >= MOST; attempt++)
    least = Math.min(least, time(second) / Math.max(time(first), 2));
  return least;
}

// Ten times the text: were the time quadratic, a hundred times as long.
const MOST = 30;

describe("the time taken", () => {
  it.each(rows(SHAPES, 6))("grows no faster than the text: %s", (_, unit) => {
    const small = unit.repeat(10_000 / unit.length);
    expect(timesAsLong(small, small.repeat(10))).toBeLessThan(MOST);
  });

  it("grows no faster where one bracket holds it all", () => {
    const held = (length: number): string => `Harmful (${"a (AB) ".repeat(length / 7)}) (HSB)`;
    expect(timesAsLong(held(10_000), held(100_000))).toBeLessThan(MOST);
  });

  it("does not grow with the ways in which words can fit the letters", () => {
    // Every "a" can be a letter or be left out: a million ways for twelve letters, none of which is right.
    const fitting = (letters: number): string => `Area ${"a ".repeat(letters * 2 - 1)}x (${"A".repeat(letters)}B) `;
    const few = fitting(3).repeat(2000);
    const many = fitting(11);
    expect(timesAsLong(few, many.repeat(few.length / many.length))).toBeLessThan(MOST);
  });
});
