import { describe, expect, it } from "vitest";
import { measure, readLabelled } from "../../labelled.ts";
import { foundInText } from "../found-in-text.ts";

const all = readLabelled("rules/words-and-dates", "labelled-words.md");

describe("words that are there twice in labelled sentences", () => {
  it("are enough to measure by", () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
  });

  // Measured: precision and recall 1.
  it("are judged right", () => {
    const find = (text: string) => foundInText(text).filter((found) => found.startsWith("word-twice:"));
    const { precision, recall, mistakes } = measure(all, find);
    expect(precision, mistakes).toBe(1);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.98);
  });
});
