import { describe, expect, it } from "vitest";
import { compileReport, rulesOf } from "../../compiled-report.ts";

describe("lines of colons", () => {
  it.each([
    "1. Alpha:\n    1. one\n    2. two\n\n:::exempt{paragraphs=3}\nQxz.\n:::\n\n    3. three",
    "- Alpha\n\n:::unnumbered\n    more\n:::",
  ])("make no code of a list in silence: %j", (body) => {
    expect(rulesOf(compileReport(body), "error")).toContain("block-indented");
  });

  it("leave code between lines of ``` alone", () => {
    expect(rulesOf(compileReport(":::unnumbered\n```\ncode\n```\n:::\n\n~~~\ncode\n~~~\n\nEnd."), "error")).toEqual([]);
  });
});
