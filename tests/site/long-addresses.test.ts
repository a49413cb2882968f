import { describe, expect, it } from "vitest";
import { isTooLong, shortPart, stubAddress } from "../../src/addresses/addresses.ts";
import { nameSlug } from "../../src/addresses/slugs.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { committeeId } from "../../src/report/frontmatter/committee.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const LONG = "Award of the contract for the leisure centres ".repeat(8).trim();
const WELSH = "ŵ".repeat(130);

function checked(texts: Readonly<Record<string, string>>, keepGoing = false) {
  const content = { texts: sealedTexts(texts), attachments: new Map(), settings: undefined, others: [], findings: [] };
  const { site, diagnostics } = checkContent(content, { pdf: false, keepGoing });
  return { site, errors: diagnostics.filter(({ severity }) => severity === "error") };
}

/** The paths of the site that is made of these. */
function pathsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  const { site, errors } = checked(texts);
  expect(errors).toEqual([]);
  return makeOutputs(site, readTemplates()).map(({ path }) => path);
}

describe("a name that becomes part of an address", () => {
  it.each([
    ["author", { author: LONG }],
    ["author in Welsh letters", { author: WELSH }],
    ["author in letters outside the plane of most", { author: "𝒜".repeat(70) }],
    ["ward", { wards: `["${LONG}"]` }],
    ["committee", { committee: LONG, meeting: "2019-04-08" }],
    ["public title", { "public-title": LONG, confidential: "{paragraphs: [3]}" }],
    ["public title in Welsh letters", { "public-title": WELSH, confidential: "{paragraphs: [3]}" }],
    ["short form", { abbreviations: `{"${LONG}": Leisure}` }],
  ])("is cut short where no disk could hold it: %s", (_name, fields) => {
    const paths = pathsOf({
      "reports/a.md": reportOf(fields),
      "reports/b.md": reportOf({ abbreviations: `{"${LONG}": Other words}` }),
    });
    expect(paths.filter(isTooLong)).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("is cut short the same each time, and differently for another name", () => {
    for (const make of [nameSlug, committeeId, (name: string) => stubAddress("reports/a.md", name)]) {
      expect(make(LONG)).toBe(make(LONG));
      expect(make(`${LONG} 1`)).not.toBe(make(`${LONG} 2`));
      expect(make(LONG)).toContain("award-of-the-contract");
    }
    expect(shortPart(WELSH)).toMatch(/^ŵ{100}-[0-9a-f]{16}$/);
  });

  it("stays as it is where a disk holds it", () => {
    expect(shortPart("a".repeat(200))).toBe("a".repeat(200));
  });
});

describe("a path that no disk could hold", () => {
  it.each([
    ["the report's own file", `reports/${"a".repeat(251)}.md`, {}],
    ["the same in Welsh letters", `reports/${"ŵ".repeat(126)}.md`, {}],
    ["the folders above it", `reports/${`${"a".repeat(100)}/`.repeat(9)}a.md`, {}],
    [
      "the folders above a stub",
      `reports/${`${"a".repeat(100)}/`.repeat(9)}a.md`,
      { confidential: "{paragraphs: [3]}" },
    ],
  ])("is an error at the report, which alone is left out: %s", (_name, path, fields) => {
    const texts = { [path]: reportOf(fields), "reports/sound.md": reportOf({}) };
    expect(checked(texts).errors.map(({ rule, place }) => [rule, place.path, place.line])).toEqual([
      ["path-too-long", path, 1],
    ]);
    const { site } = checked(texts, true);
    expect([...site.reports.map((report) => report.path), site.withheld.length]).toEqual(["reports/sound.md", 0]);
  });

  it("is an error in `formerly:`, at its line", () => {
    const formerly = `\n  - reports/old\n  - reports/${"a".repeat(256)}`;
    const { errors } = checked({ "reports/a.md": reportOf({ formerly }) });
    expect(errors.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual(["frontmatter-field-value 8"]);
  });

  it("is none with 250 bytes", () => {
    expect(pathsOf({ [`reports/${"a".repeat(250)}.md`]: reportOf({}) }).filter(isTooLong)).toEqual([]);
  });
});
