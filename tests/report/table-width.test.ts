import { expect, it } from "vitest";
import { holdsLongWord, tableWidth } from "../../src/report/page/table-width.ts";

const row = (columns: number, word: string): readonly string[] => Array.from({ length: columns }, () => word);

it.each([
  [3, "Recommendation", undefined],
  [6, "September 2025", "is-tight"],
  [10, "September 2025", "is-on-its-side"],
  [17, "£1,234,567", "is-crowded"],
  [20, "£1,234,567", "is-broken"],
] as const)("a table of %i columns with %s is set as %s", (columns, word, expected) => {
  expect(tableWidth([row(columns, "A"), row(columns, word)])).toBe(expected);
});

it("counts the longest word of a column, wherever it is, and rows of fewer cells", () => {
  expect(tableWidth([["A", "B"], ["x".repeat(30)], ["A", "x".repeat(34)]])).toBe("is-tight");
});

it.each([
  ["https://www.aldermere.example/services/a", true],
  ["priya.nair@aldermere.example, 01632 960 123", false],
])("%s holds a word to break: %s", (text, expected) => {
  expect(holdsLongWord(text)).toBe(expected);
});
