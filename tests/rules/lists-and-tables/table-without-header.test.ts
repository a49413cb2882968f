import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a table without names of columns", () => {
  it.each<[string, string, readonly string[]]>([
    ["no names", "T.\n\n| |\n|---|\n| c |\n", ["table-without-header 3:1"]],
    [
      "no names, neither of columns nor of rows",
      "T.\n\n| | |\n|---|---|\n| | d |\n",
      ["table-column-empty 3:1", "table-without-header 3:1"],
    ],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    [
      "no header, in the list of abbreviations",
      "An HSB.\n\n## Abbreviations\n\n| | |\n|---|---|\n| HSB | Harmful Sexual Behaviour |\n",
    ],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
