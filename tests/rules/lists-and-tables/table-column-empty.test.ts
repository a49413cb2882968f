import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a column with nothing in it", () => {
  it.each<[string, string, readonly string[]]>([
    ["an empty column", "T.\n\n| a | b |\n|---|---|\n| c | |\n| d | |\n", ["table-column-empty 3:5"]],
    ["an empty column among ticks", "T.\n\n| a | b | c |\n|---|---|---|\n| d | | x |\n| e | | |\n", []],
    ["a form", "T.\n\n| | Name | Why |\n|---|---|---|\n| 1. | | |\n| 2. | | |\n", []],
    ["a form of one row with a name", "T.\n\n| a | b |\n|---|---|\n| d | |\n", ["table-column-empty 3:5"]],
    ["an empty first column", "T.\n\n| | b |\n|---|---|\n| | c |\n", ["table-column-empty 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([["an empty cell", "T.\n\n| a | b |\n|---|---|\n| c | |\n| d | e |\n"]])(
    "is not raised with %s",
    (_name, body) => {
      expect(found(body)).toEqual([]);
    },
  );
});
