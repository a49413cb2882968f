import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a line straight below a table", () => {
  it.each<[string, string, readonly string[]]>([
    ["a sentence", "One.\n\n| a |\n|---|\n| x |\nThis sentence follows.\n", ["table-row-joined 6:1"]],
    ["two sentences", "| a |\n|---|\n| x |\nOne.\nTwo.\n", ["table-row-joined 4:1", "table-row-joined 5:1"]],
  ])("is raised: %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["an empty line between", "| a |\n|---|\n| x |\n\nOne.\n"],
    ["a row of one cell", "| a | b |\n|---|---|\n| c | d |\n\nOne.\n"],
    ["a heading", "| a |\n|---|\n| x |\n## Costs\n\nOne.\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
