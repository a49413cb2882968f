import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading without words", () => {
  it.each<[string, string, readonly string[]]>([
    ["no words", "Text.\n\n##\n\nText.\n", ["heading-words-missing 3:1"]],
    ["no words but signs", "Text.\n\n## ##\n\nText.\n", ["heading-words-missing 3:1"]],
    ["no words but a comment", "Text.\n\n## <!-- a -->\n\nText.\n", ["heading-words-missing 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([["an image with words", "Text.\n\n## ![Findings](update/a.png)\n\nText.\n"]])(
    "is not raised with %s",
    (_name, body) => {
      expect(inHeadings(body)).toEqual([]);
    },
  );
});
