import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const IMAGES: readonly RuleId[] = ["image-alternative-text", "image-alternative-vague", "image-alternative-wording"];

describe("the alternative text of an image", () => {
  it.each<[string, string, readonly string[]]>([
    ["the name of a file", "A.\n\n![chart.png](a.png)\n", ["image-alternative-vague 3:1"]],
    ["the name of a camera", "A.\n\n![IMG_1234](a.png)\n", ["image-alternative-vague 3:1"]],
    ["a kind", "A.\n\n![Bar chart](a.png)\n", ["image-alternative-vague 3:1"]],
    ["a logo", "A.\n\n![Council logo](a.png)\n", ["image-alternative-vague 3:1"]],
    ["by reference", "A.\n\n![image][a]\n\n[a]: a.png\n", ["image-alternative-vague 3:1"]],
  ])("is raised that is %s", (_name, body, expected) => {
    expect(foundIn(body, IMAGES)).toEqual(expected);
  });

  it.each([
    "The logo of the council on the new buses",
    "Map of the wards",
    "Chart: absence fell",
    "Imaging suite at the hospital",
    "Plan 3.2 of the depot",
    "Photography class",
    "12",
  ])("is not raised that is “%s”", (words) => {
    expect(foundIn(`A.\n\n![${words}](a.png)\n`, IMAGES)).toEqual([]);
  });
});
