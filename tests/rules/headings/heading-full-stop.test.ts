import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading that ends as a sentence does", () => {
  it.each<[string, string, readonly string[]]>([
    ["a full stop", "## The panel met.\n\nText.\n", ["heading-full-stop 1:1"]],
    ["a colon", "## The panel:\n\nText.\n", ["heading-full-stop 1:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["a question", "## Who pays?\n\nText.\n"],
    ["a short form that ends in a full stop", "## Contracts with Sallow Ltd.\n\nText.\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });
});
