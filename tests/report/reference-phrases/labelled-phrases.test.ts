import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figuresOf } from "./marked-phrases.ts";

/**
 * A phrase a line, in columns: "tuning", or "held out" for those that the rules were not made by; the numbering of the report
 * that it stands in; the Markdown; and each link, "words → id", or "–" where there is none.
 */
const PHRASES = readFileSync(new URL("labelled-phrases.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [set = "", report = "", text = "", ...links] = line.split("\t");
    return {
      set,
      report,
      text: text.replaceAll("\\n", "\n").replaceAll("\\u00a0", "\u00a0"),
      links: links.flatMap((link) => (link === "–" ? [] : [{ link: link.replace(/\s+/gu, " "), either: false }])),
    };
  });

/** Reports in which all that the phrases could name is there, so that every wrong link shows. */
const IS_THERE = {
  continuous: / → (?:annex-(?:A|B|C|1)|para-(?:\d{1,3}|[AB]\d{1,3}|A1\.\d{1,3}))$/u,
  decimal: / → (?:annex-(?:A|B|C|1)|para-\d{1,2}\.\d{1,2})$/u,
};

describe("the labelled phrases", () => {
  it("are many, half of them somebody else's, and many held out", () => {
    const held = PHRASES.filter(({ set }) => set === "held out");
    expect(PHRASES.length).toBeGreaterThanOrEqual(800);
    expect(PHRASES.filter(({ links }) => links.length === 0).length * 2).toBeGreaterThanOrEqual(PHRASES.length);
    expect(held.length).toBeGreaterThanOrEqual(100);
    expect(held.filter(({ links }) => links.length === 0).length * 2).toBeGreaterThanOrEqual(held.length);
  });

  it.each([
    ["tuning", "continuous"],
    ["tuning", "decimal"],
    ["held out", "continuous"],
    ["held out", "decimal"],
  ] as const)("are linked rightly: %s, %s", (name, numbering) => {
    const phrases = PHRASES.filter(({ set, report }) => set === name && report === numbering);
    const { precision, recall, report } = figuresOf(phrases, "en-GB", IS_THERE[numbering]);
    expect(precision, report).toBeGreaterThanOrEqual(0.98);
    expect(recall, report).toBeGreaterThanOrEqual(0.9);
  });
});
