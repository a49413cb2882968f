import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a row with too few cells", () => {
  it.each<[string, string, readonly string[]]>([
    ["short rows", "T.\n\n| a | b |\n|---|---|\n| c | d |\n| e |\n", ["table-row-short 6:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});
