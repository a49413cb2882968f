import { describe, expect, it } from "vitest";
import { compileReport } from "../../compiled-report.ts";
import { measure, readLabelled } from "../../labelled.ts";

const heldOut = readLabelled("report/unexplained-short-forms", "held-out-texts.md");
const all = [...readLabelled("report/unexplained-short-forms", "labelled-texts.md"), ...heldOut];

function reported(body: string): readonly string[] {
  return compileReport(body)
    .diagnostics.filter(({ rule }) => rule === "abbreviation-undefined")
    .map(({ message }) => message.split(" ")[0] ?? "");
}

describe("the short forms of labelled texts that a reader needs explained", () => {
  it("are enough to measure by", () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
  });

  // Measured: precision and recall 1 of all and of those held out, the latter at first sight.
  it.each([
    ["all", all],
    ["those held out", heldOut],
  ])("are reported, and nothing else: %s", (_, texts) => {
    const { precision, recall, mistakes } = measure(texts, reported);
    expect(precision, mistakes).toBeGreaterThanOrEqual(0.97);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.95);
  });
});
