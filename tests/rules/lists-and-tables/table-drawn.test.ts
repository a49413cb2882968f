import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a table that is drawn with blanks", () => {
  it.each<[string, string, readonly string[]]>([
    ["tabs", "T.\n\nSchool\tAbsence\nHill\t5%\n", ["table-drawn 3:1"]],
    ["blanks", "T.\n\nSchool     Absence\nHill       5%\n", ["table-drawn 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["blanks in one line", "Name:     Priya Nair\nand more\n"],
    ["two blanks behind a full stop", "It rose.  It fell.\nIt rose.  It fell.\n"],
    ["a quotation with an indent", "> T.\n>   More\n>   and more\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
