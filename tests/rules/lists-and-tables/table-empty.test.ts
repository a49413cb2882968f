import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a table without rows", () => {
  it.each<[string, string, readonly string[]]>([
    ["a header alone", "T.\n\n| a | b |\n|---|---|\n", ["table-empty 3:1"]],
    ["rows of nothing", "T.\n\n| a | b |\n|---|---|\n| | |\n", ["table-empty 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});
