import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("an item that holds nothing", () => {
  it.each<[string, string, readonly string[]]>([
    ["an item", "Text:\n\n- a\n-\n- b\n", ["list-item-empty 4:1"]],
    ["an item of a sub-list", "Text:\n\n1. a\n2.\n3. b\n", ["list-item-empty 4:1"]],
    ["an item with a blank that is written", "Text:\n\n- a\n- &nbsp;\n", ["list-item-empty 4:1"]],
    ["an item with nothing but a comment", "Text:\n\n- a\n- <!-- b -->\n", ["list-item-empty 4:1"]],
  ])("is raised: %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([["an item with a table", "- \n  | a |\n  |---|\n  | b |\n\nText.\n"]])(
    "is not raised of %s",
    (_name, body) => {
      expect(found(body)).toEqual([]);
    },
  );
});
