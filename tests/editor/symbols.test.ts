import { expect, it } from "vitest";
import { type OutlineEntry, symbolsOf } from "../../src/editor/symbols.ts";
import { PATH, reportOf } from "../compile-text.ts";
import { inEditor } from "./in-editor.ts";

interface Shown extends ReadonlyArray<string | Shown> {}

function shown({ name, line, endLine, children }: OutlineEntry): Shown {
  return [name, `${line}-${endLine}`, ...children.map(shown)];
}

function outline(path: string, text: string, texts: Readonly<Record<string, string>> = {}): readonly Shown[] {
  const { report } = inEditor(text, { path, texts });
  return report === undefined ? [] : symbolsOf(path, report).map(shown);
}

it("has headings in each other, and paragraphs with their numbers and first words", () => {
  const body = "## One\n\nFirst.\n\n### Part\n\nSecond\ngoes on.\n\n## Annex A: Costs\n\nThird.\n";
  expect(outline(PATH, reportOf({}, body))).toEqual([
    ["One", "8-16", ["1 First.", "10-10"], ["Part", "12-16", ["2 Second goes on.", "14-15"]]],
    ["Annex A Costs", "17-19", ["A1 Third.", "19-19"]],
  ]);
});

it("has of an annex's own file what is in it", () => {
  const texts = { [PATH]: reportOf({ annexes: "[{title: Costs, file: update/costs.md}]" }, "Words.\n") };
  expect(outline("reports/2019/update/costs.md", "## Part\n\nFirst.\n", texts)).toEqual([
    ["Annex A Costs", "1-3", ["Part", "1-3", ["A1 First.", "3-3"]]],
  ]);
});
