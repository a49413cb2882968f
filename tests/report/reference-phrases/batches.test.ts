import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/settings.ts";
import { type Figures, figuresOf, readMarked } from "./marked-phrases.ts";

/** A report of 120 paragraphs with Annexes A, B, C and 1. */
const IS_THERE = / → (?:annex-(?:A|B|C|1)|para-(?:\d{1,3}|[AB]\d{1,3}|A1\.\d{1,3}))$/u;

function figuresOfBatch(path: string, lang: Language): Figures {
  const lines = readFileSync(new URL(path, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return figuresOf(lines.map(readMarked), lang, IS_THERE);
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
});
