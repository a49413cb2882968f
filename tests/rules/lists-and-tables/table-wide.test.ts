import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a table with many columns", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "seventeen columns",
      `T.\n\n${"| a ".repeat(17)}|\n${"|---".repeat(17)}|\n${"| b ".repeat(17)}|\n`,
      ["table-wide 3:1"],
    ],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([["sixteen columns", `T.\n\n${"| a ".repeat(16)}|\n${"|---".repeat(16)}|\n${"| b ".repeat(16)}|\n`]])(
    "is not raised with %s",
    (_name, body) => {
      expect(found(body)).toEqual([]);
    },
  );
});
