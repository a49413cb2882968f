import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading that is there twice", () => {
  it.each<[string, string, readonly string[]]>([
    ["side by side", "## A b\n\nText.\n\n## A b\n\nText.\n", ["heading-twice 5:1"]],
    ["in other letters", "## A b\n\nText.\n\n## a  *B*\n\nText.\n", ["heading-twice 5:1"]],
    ["below one heading", "## A\n\n### B\n\nText.\n\n### C\n\nText.\n\n### B\n\nText.\n", ["heading-twice 11:1"]],
    ["three times", "## A\n\nText.\n\n## A\n\nText.\n\n## A\n\nText.\n", ["heading-twice 5:1", "heading-twice 9:1"]],
    ["in one annex", "Text.\n\n## Annex A: B\n\n### C\n\nText.\n\n### C\n\nText.\n", ["heading-twice 9:1"]],
  ])("is raised %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["under two headings", "## A\n\n### Costs\n\nText.\n\n## B\n\n### Costs\n\nText.\n"],
    ["in two annexes", "Text.\n\n## Annex A: B\n\n### C\n\nText.\n\n## Annex B: B\n\n### C\n\nText.\n"],
    ["in a text and an annex", "## A\n\n### C\n\nText.\n\n## Annex A: B\n\n### C\n\nText.\n"],
    ["at two levels", "## A\n\n### A\n\nText.\n"],
  ])("is none %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });

  it("is shown with the first", () => {
    const [found] = diagnosticsIn("## A\n\nText.\n\n## A\n\nText.\n");
    expect(found?.related?.message).toBe("first here");
  });
});
