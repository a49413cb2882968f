import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const IMAGES: readonly RuleId[] = ["image-alternative-text", "image-alternative-vague", "image-alternative-wording"];

describe("the alternative text of an image", () => {
  it.each<[string, string, readonly string[]]>([
    ["what is said already", "A.\n\n![Image of the depot](a.png)\n", ["image-alternative-wording 3:1"]],
    ["long", `A.\n\n![${"word ".repeat(61)}](a.png)\n`, ["image-alternative-wording 3:1"]],
    ["the caption again", 'A.\n\n![The depot](a.png "The depot")\n', ["image-alternative-wording 3:1"]],
  ])("is raised that is %s", (_name, body, expected) => {
    expect(foundIn(body, IMAGES)).toEqual(expected);
  });
});
