import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a caption in the list of abbreviations", () => {
  it.each([
    [
      "a caption in the list of abbreviations",
      "An HSB.\n\n## Abbreviations\n\nTable 1: Words\n\nHSB – Harmful Sexual Behaviour\n",
    ],
  ])("is not raised of %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("a caption that is not read as one", () => {
  it.each<[string, string, readonly string[]]>([
    ["a caption in another form", "T.\n\nTable 1 – A\n\n| a |\n|---|\n| b |\n", ["caption-unread 3:1"]],
    ["a caption with no table", "T.\n\nTable: A\n\nT.\n", ["caption-unread 3:1"]],
    ["a caption of an image", "T.\n\n![Bars that fall](a.png)\n\nFigure 2 – Bars\n", ["caption-unread 5:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([["a sentence above", "Table 1 shows absence by school.\n\n| a |\n|---|\n| b |\n"]])(
    "is not raised with %s",
    (_name, body) => {
      expect(found(body)).toEqual([]);
    },
  );
});
