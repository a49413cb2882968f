import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";
import { expectRaised } from "../found-in-text.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("the levels of headings", () => {
  it.each<[string, string, readonly string[]]>([
    ["in an annex", "## A\n\nText.\n\n## Annex A: B\n\n#### C\n\nText.\n", ["heading-level-skipped 7:1"]],
    ["in a block without numbers", "## A\n\n:::unnumbered\n#### C\n\nText.\n:::\n", ["heading-level-skipped 4:1"]],
    [
      "below a block without numbers",
      "## A\n\n:::unnumbered\nText.\n:::\n\n#### C\n\nText.\n",
      ["heading-level-skipped 7:1"],
    ],
    ["in a passage", "## A\n\n:::exempt{paragraphs=3}\n#### C\n\nText.\n:::\n", ["heading-level-skipped 4:1"]],
  ])("are seen %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it("go on through a block without numbers and an annex", () => {
    expect(
      inHeadings("## A\n\n:::unnumbered\n### B\n\nText.\n:::\n\n#### C\n\nText.\n\n## Annex A: D\n\n### E\n\nText.\n"),
    ).toEqual([]);
  });
});

describe("heading-level-skipped is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a skipped level at the start", "### A\n", ["heading-level-skipped 1:1"]],
    ["with a skipped level", "## A\n\n#### B\n", ["heading-level-skipped 3:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
