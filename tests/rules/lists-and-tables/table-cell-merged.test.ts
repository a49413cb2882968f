import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a cell that means the one above it", () => {
  it.each<[string, string, readonly string[]]>([
    ["a ditto mark", 'T.\n\n| a | b |\n|---|---|\n| c | d |\n| e | " |\n', ["table-cell-merged 6:5"]],
    ["signs that join", "T.\n\n| a | b |\n|---|---|\n| c | d |\n| ^^ | e |\n", ["table-cell-merged 6:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([["a dash, which means none", "T.\n\n| a | b |\n|---|---|\n| c | - |\n"]])(
    "is not raised with %s",
    (_name, body) => {
      expect(found(body)).toEqual([]);
    },
  );
});
