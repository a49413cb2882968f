import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a line that is shown as code", () => {
  it.each<[string, string, readonly string[]]>([
    ["at the margin", "Text.\n\n    More.\n", ["code-indented 3:5"]],
    ["in an item", "Text:\n\n- a\n\n      b\n", ["code-indented 5:7"]],
  ])("is raised %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["code between lines", "Text.\n\n```\n    more\n```\n"],
    ["a paragraph of a list", "1. Text.\n\n    More.\n"],
    ["a wrapped line", "Text\n    and more.\n"],
    [
      "what a line of colons cut off, which is an error of its own",
      "1. Text.\n\n:::exempt{paragraphs=3}\n    - a\n:::\n",
    ],
  ])("is not raised of %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
