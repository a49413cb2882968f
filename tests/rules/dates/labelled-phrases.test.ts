import { describe, expect, it } from "vitest";
import { measure, readLabelled } from "../../labelled.ts";
import { foundInText } from "../found-in-text.ts";

const all = readLabelled("rules/dates", "labelled-phrases.md");
const inWelsh = readLabelled("rules/dates", "welsh-phrases.md");
const find = (lang: "en-GB" | "cy") => (text: string) =>
  foundInText(text, lang).filter((found) => /^date-(?:impossible|weekday):/.test(found));

describe("the dates of labelled phrases", () => {
  it("are enough to measure by, half of them sound", () => {
    const sound = all.filter(({ labels }) => labels.length === 0).length;
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(Math.abs(sound - all.length / 2)).toBeLessThan(all.length / 8);
  });

  // Measured: precision and recall 1.
  it("are judged right", () => {
    const { precision, recall, mistakes } = measure(all, find("en-GB"));
    expect(precision, mistakes).toBeGreaterThanOrEqual(0.99);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.99);
  });

  it("are judged right in Welsh", () => {
    const { precision, recall, mistakes } = measure(inWelsh, find("cy"));
    expect([precision, recall], mistakes).toEqual([1, 1]);
  });
});
