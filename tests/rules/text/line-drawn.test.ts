import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const SIGNS: readonly RuleId[] = ["link-unread", "emphasis-unread", "line-drawn"];

describe("a line of signs", () => {
  it.each<[string, string, readonly string[]]>([["a line of stars", "A.\n\n***\n\nB.\n", ["line-drawn 3:1"]]])(
    "are raised: %s",
    (_name, body, expected) => {
      expect(foundIn(body, SIGNS)).toEqual(expected);
    },
  );
});
