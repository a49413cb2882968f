import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a column without a name", () => {
  it.each<[string, string, readonly string[]]>([
    ["a column without a name", "T.\n\n| a | |\n|---|---|\n| c | d |\n", ["table-header-cell-empty 3:5"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["an empty first corner", "T.\n\n| | a |\n|---|---|\n| b | c |\n"],
    ["an image in the header", "T.\n\n| ![Cost](update/a.png) | b |\n|---|---|\n| c | d |\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
