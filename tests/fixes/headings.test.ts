import { describe, expect, it } from "vitest";
import { compileSource, rulesOf } from "../compiled-report.ts";
import { fixBody } from "./fixed-text.ts";

const levels = (text: string): string => text.match(/^#+/gm)?.join(" ") ?? "";

describe("the levels of headings", () => {
  it.each([
    ["a heading that leaves a level out", "", "## A\n\n#### B\n", "## ###"],
    ["a heading first that is too deep", "", "### A\n\n### B\n", "## ##"],
    ["all below one comes up with it", "", "## A\n\n#### B\n\n##### C\n\n#### D\n\n## E\n", "## ### #### ### ##"],
    ["the first level goes down, with all below it", "", "# A\n\n## B\n\n### C\n\n# D\n", "## ### #### ##"],
    ["only what stands below it", "", "## A\n\n# B\n\n## C\n", "## ## ###"],
    ["from the first level with one left out", "", "# A\n\n### B\n", "## ###"],
  ])("%s %s", (_name, _more, before, after) => {
    const { body, file } = fixBody(before.replace(/^#.*$/gm, (line) => `${line}\n\nWords.`));
    expect(levels(body)).toBe(after);
    expect(rulesOf(compileSource(file), "error")).toEqual([]);
  });

  it("underlined headings of the first level become such of the second", () => {
    expect(fixBody("Findings\n========\n\nWords.\n\n### Part ###\n\nMore.\n").body).toBe(
      "Findings\n--------\n\nWords.\n\n### Part ###\n\nMore.\n\n",
    );
  });

  it.each([
    ["where they are in order", "## A\n\n### B\n\n#### C\n\n## D\n\nWords.\n"],
    ["where one would be too deep", "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\nWords.\n"],
    ["where the first is the title once more", "# Update\n\n## A\n\nWords.\n"],
    ["in code and comments", "## A\n\nWords.\n\n```\n#### B\n```\n"],
    ["where an underlined one would have to be deeper", "# A\n\nB\n---\n\nWords.\n"],
    ["where paragraphs would get other numbers", "A.\n\n### Annex A: Costs\n\nB.\n"],
  ])("stay %s", (_name, body) => {
    expect(fixBody(body, { fields: "annexes: [{title: Costs}]" }).body).toBe(`${body}\n`);
  });

  it("become those of annexes, where all headings were of the first level", () => {
    const { body, file } = fixBody("# A\n\nAs Annex A says.\n\n# Annex A: Costs\n\nB.\n");
    expect(levels(body)).toBe("## ##");
    expect(compileSource(file).report?.paragraphs.map(({ number }) => number)).toEqual(["1", "A1"]);
  });
});
