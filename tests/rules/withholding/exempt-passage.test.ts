import { describe, expect, it } from "vitest";
import { compileReport, rulesOf } from "../../compiled-report.ts";

const SECRET = /Qx\w*z/;

describe("lines of colons", () => {
  it.each([
    ";;;exempt{paragraphs=3}\nQxz\n;;;",
    ":exempt\nQxz\n:",
    "{exempt paragraphs=3}\nQxz",
    "\uFE30\uFE30\uFE30exempt{paragraphs=3}\nQxz",
    "Text :::confidential{paragraphs=3}\nQxz",
    "Text exempt {paragraphs=3} Qxz",
    "Text {basis=confidential} Qxz",
  ])("that are mistyped publish nothing: %j", (body) => {
    const compiled = compileReport(`One.\n\n${body}\n\nTwo.`);
    expect(compiled.report).toBeUndefined();
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it.each(["The land is exempt: nothing is due.", "Exempt; confidential.", "{x} and {y}", "It was exempt (see 4)."])(
    "are not seen in plain words: %j",
    (body) => {
      expect(rulesOf(compileReport(body), "error")).toEqual([]);
    },
  );
});

describe("a passage is where it can be withheld", () => {
  it.each<[string, string]>([
    ["not over the heading of an annex", "One.\n\n:::exempt\n## Annex A: Qxz\n\nQxz.\n:::"],
    ["not over the end of an annex", "See Annex A.\n\n## Annex A: Costs\n\nOne.\n\n:::exempt\n## Qxz\n\nQxz.\n:::"],
    ["not over a list of abbreviations", "One.\n\n:::exempt\n## Abbreviations\n\nQX – Qxz\n:::"],
    ["not within a list of abbreviations", "One.\n\n## Abbreviations\n\n:::exempt\nQX – Qxz\n:::"],
  ])("%s", (_name, body) => {
    const compiled = compileReport(body);
    expect(rulesOf(compiled, "error")).toContain("exempt-passage");
    expect(compiled.report).toBeUndefined();
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });
});
