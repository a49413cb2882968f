import { describe, expect, it } from "vitest";
import { compileReport, firstLine, textOf } from "./compiled-report.ts";

describe("running text is read through emphasis and links", () => {
  it.each([
    ["a definition whose long form is in emphasis", "*Harmful Sexual Behaviour* (HSB)."],
    ["a definition that is in a link", "[Harmful Sexual Behaviour (HSB)](https://example.org)."],
    ["a definition over two lines", "Harmful Sexual\nBehaviour (HSB)."],
    ["a definition with an entity", "Harmful&#32;Sexual Behaviour (HSB)."],
    ["a definition with an escape", "Harmful Sexual Behaviour \\(HSB\\)."],
  ])("%s", (_, body) => {
    const { report } = compileReport(body);
    expect(report?.abbreviations.map(({ short, long }) => `${short} = ${long}`)).toEqual([
      "HSB = Harmful Sexual Behaviour",
    ]);
  });

  it("but not through code or images: what stands on both sides is apart", () => {
    const { page } = compileReport("See paragraph `1` and paragraph 1.");
    expect(
      page
        .all("a")
        .slice(1)
        .map((element) => textOf(element)),
    ).toEqual(["paragraph 1"]);
  });

  it("and a reference that goes over several marks is left as it is, without loss", () => {
    const { page } = compileReport("See paragraph **1** here.");
    expect(page.paragraphs).toEqual(["1. See paragraph 1 here."]);
  });
});

describe("places in running text", () => {
  it.each([
    ["on the first line", "The NSPCC.", 0, 5],
    ["on a later line", "One\ntwo the NSPCC.", 1, 9],
    ["behind emphasis", "A *b* and NSPCC.", 0, 11],
    ["behind an entity", "Fish &amp; NSPCC.", 0, 12],
    ["behind an escape", "Fish \\* NSPCC.", 0, 9],
    ["behind a no-break space", "Fish\u00a0NSPCC.", 0, 6],
    ["in a list", "- x\n- the NSPCC.", 1, 7],
    ["in a quotation's second line", "> x\n> the NSPCC.", 1, 7],
    ["in a cell", "| A |\n|---|\n| NSPCC |", 2, 3],
    ["behind an emoji", "Fish 🐟 NSPCC.", 0, 9],
  ])("are those of the author's file: %s", (_, body, line, column) => {
    const found = compileReport(body).diagnostics.find(({ rule }) => rule === "abbreviation-undefined");
    expect(found?.place.line).toBe(firstLine() + line);
    expect(found?.place.column).toBe(column);
  });
});
