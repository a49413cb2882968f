import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/settings.ts";
import { type Figures, figuresOf, readMarked } from "./marked-phrases.ts";

/** A report of 120 paragraphs with Annexes A, B, C and 1. */
const IS_THERE = / → (?:annex-(?:A|B|C|1)|para-(?:\d{1,3}|[AB]\d{1,3}|A1\.\d{1,3}))$/u;
/** A report with decimal numbers, in nine sections, with nine tables and nine figures. */
const NUMBERED = / → (?:(?:section|table|figure)-\d|para-\d\.\d(?:\.\d)?)$/u;

function figuresOfBatch(path: string, lang: Language, isThere = IS_THERE): Figures {
  const lines = readFileSync(new URL(path, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return figuresOf(lines.map(readMarked), lang, isThere);
}

/** Ordinary prose, and what is written to trap the rules. */
const NATURAL = [
  ["batches/batch-11.txt", "en-GB"],
  ["held-out/batch-13.txt", "en-GB"],
  ["welsh/batches/batch-2.txt", "cy"],
  ["welsh/batches/batch-3.txt", "cy"],
  ["welsh/batches/batch-6.txt", "cy"],
  ["welsh/held-out/batch-5.txt", "cy"],
] as const;
const TRAPS = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => [`batches/batch-${number}.txt`, "en-GB"] as const),
  ["held-out/batch-12.txt", "en-GB"],
  ["welsh/batches/batch-1.txt", "cy"],
  ["welsh/batches/batch-4.txt", "cy"],
] as const;

describe("batches of phrases", () => {
  it.each(NATURAL)("of ordinary prose are linked rightly: %s", (path, lang) => {
    const { precision, recall, report } = figuresOfBatch(path, lang);
    expect(precision, report).toBeGreaterThanOrEqual(0.98);
    expect(recall, report).toBeGreaterThanOrEqual(0.9);
  });

  it.each(TRAPS)("that are traps get hardly a wrong link: %s", (path, lang) => {
    const { precision, recall, report } = figuresOfBatch(path, lang);
    expect(precision, report).toBeGreaterThanOrEqual(0.95);
    expect(recall, report).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    ["numbered/natural.txt", "en-GB", 0.98, 0.9],
    ["numbered/traps.txt", "en-GB", 0.95, 0.85],
    ["welsh/batches/batch-7.txt", "cy", 0.98, 0.85],
  ] as const)("of sections, tables, figures and decimals alone are linked rightly: %s", (path, lang, right, found) => {
    const { precision, recall, report } = figuresOfBatch(path, lang, NUMBERED);
    expect(precision, report).toBeGreaterThanOrEqual(right);
    expect(recall, report).toBeGreaterThanOrEqual(found);
  });
});
