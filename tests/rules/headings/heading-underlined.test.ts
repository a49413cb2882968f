import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a sentence with a line below it", () => {
  it.each<[string, string, readonly string[]]>([
    ["dashes below a sentence", "The panel met.\n---\n\nText.\n", ["heading-underlined 1:1"]],
    ["dashes below two lines", "The panel met\nin May\n---\n\nText.\n", ["heading-underlined 1:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([["dashes below short words", "Findings\n---\n\nText.\n"]])("is not raised with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });
});
