import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a quotation that holds nothing", () => {
  it.each<[string, string, readonly string[]]>([["a quotation", "Text.\n\n>\n", ["quotation-empty 3:1"]]])(
    "is raised: %s",
    (_name, body, expected) => {
      expect(found(body)).toEqual(expected);
    },
  );
});
