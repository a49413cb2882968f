import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("captions on some tables alone", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a caption on one table alone",
      "Table: A\n\n| a |\n|---|\n| b |\n\nT.\n\n| c |\n|---|\n| d |\n",
      ["table-caption-missing 9:1"],
    ],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["captions on none", "| a |\n|---|\n| b |\n\nT.\n\n| c |\n|---|\n| d |\n"],
    ["captions on all", "Table: A\n\n| a |\n|---|\n| b |\n\nTable 2: B\n\n| c |\n|---|\n| d |\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
