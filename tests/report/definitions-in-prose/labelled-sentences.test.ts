import { describe, expect, it } from "vitest";
import { definitionsInProse } from "../../../src/report/abbreviations/definitions-in-prose.ts";
import { eachInlineBlock } from "../../../src/text/inline-blocks.ts";
import { inlineText } from "../../../src/text/inline-text.ts";
import { parsed } from "../../compile-text.ts";
import { measure, readLabelled } from "../../labelled.ts";

const heldOut = readLabelled("report/definitions-in-prose", "held-out-sentences.md");
const all = [
  ...readLabelled("report/definitions-in-prose", "labelled-sentences.md"),
  ...readLabelled("report/definitions-in-prose", "hard-sentences.md"),
  ...heldOut,
];

function found(sentence: string): readonly string[] {
  const text = parsed(sentence);
  const definitions: string[] = [];
  eachInlineBlock(text.tree.children, text, (block) => {
    for (const { short, long } of definitionsInProse(inlineText(block).text)) definitions.push(`${short} = ${long}`);
  });
  return definitions;
}

describe("the definitions that a reader finds in labelled sentences", () => {
  it("are enough to measure by, half of the sentences without one", () => {
    const without = all.filter(({ labels }) => labels.length === 0);
    expect(all.length).toBeGreaterThanOrEqual(320);
    expect(without.length / all.length).toBeGreaterThan(0.45);
  });

  // Measured: of all, precision 1 and recall 0.996; of those held out, 1 and 0.986, the same when they were first looked at. The hard ones
  // had 0.94 and 0.94 at first sight and were then used for tuning.
  it.each([
    ["all", all],
    ["those held out", heldOut],
  ])("are found, and nothing else: %s", (_, sentences) => {
    const { precision, recall, mistakes } = measure(sentences, found);
    expect(precision, mistakes).toBeGreaterThanOrEqual(0.98);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.95);
  });
});
