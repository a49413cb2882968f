import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const SETTINGS = `council: Sallow
base-url: https://sallow.example/
committees:
  - {id: children, name: Children}
  - {id: health, name: Health}
rules: {abbreviation-meanings-differ: off}
`;

const REPORTS = {
  "reports/a.md": reportOf(
    { title: "A", committee: "children", date: "2019-01-01" },
    "The Work Programme (WP) and the Éclair Group (ÉG). The WP and the ÉG met.\n",
  ),
  "reports/b.md": reportOf(
    { title: "B", committee: "health", date: "2019-02-01", abbreviations: "{4P: Fourth Plan}" },
    "The Waste Partnership (WP) and the 4P. The WP met.\n",
  ),
  "reports/c.md": reportOf(
    { title: "C", committee: "children", date: "2019-03-01" },
    "The work-programme (WP). Arts & Parks (A&P). The WP and the A&P.\n",
  ),
};

function filesOf(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const settings = new TextEncoder().encode(SETTINGS);
  const content = { texts: sealedTexts(texts), attachments: new Map(), settings, others: [], findings: [] };
  const { site, diagnostics } = checkContent(content, {});
  expect(diagnostics).toEqual([]);
  return new Map(
    makeOutputs(site, readTemplates()).map(({ path, content: file }) => [path, "text" in file ? file.text : ""]),
  );
}

const files = filesOf(REPORTS);

function page(path: string): string {
  return files.get(path) ?? "";
}

describe("the site's glossary", () => {
  it("lists every abbreviation as a person expects, with links to the entries in the reports", () => {
    const all = page("abbreviations/index.html");
    expect([...all.matchAll(/<dt>(?:<a[^>]*>)?([^<]+)/g)].map(([, short]) => short)).toEqual([
      "4P",
      "A&amp;P",
      "ÉG",
      "WP",
    ]);
    expect(all).toContain('<a href="../reports/b/#abbr-4p">B</a>');
    expect(all).toContain("4 abbreviations, with");
  });

  it("gives each long form once, whatever its capitals and hyphens, with the reports that use it", () => {
    const entry = /<dt><a[^>]*>WP<[\s\S]*/.exec(page("abbreviations/index.html"))?.[0] ?? "";
    expect([...entry.matchAll(/<dd>(.+)/g)].map(([, long]) => long)).toEqual(["work-programme", "Waste Partnership"]);
    expect([...entry.matchAll(/abbr-wp">(.)</g)].map(([, title]) => title)).toEqual(["C", "A", "B"]);
  });

  it("has a page for an abbreviation that does not mean the same in all reports, and for no other", () => {
    expect([...files.keys()].filter((path) => /^abbreviations\/./.test(path))).toEqual([
      "abbreviations/index.html",
      "abbreviations/wp/index.html",
    ]);
    expect(page("abbreviations/index.html")).toContain('<dt><a href="wp/">WP</a></dt>');
    expect(page("abbreviations/wp/index.html")).toContain('href="../../reports/a/#abbr-wp"');
  });

  it("has a page for each committee, with what its reports use", () => {
    const health = page("committees/health/abbreviations/index.html");
    expect(health).toContain("Waste Partnership");
    expect(health).not.toMatch(/programme/i);
    expect(health).toContain('<a href="./" aria-current="page">Health</a>');
  });

  it("is there as data", () => {
    const data = JSON.parse(page("abbreviations.json"));
    expect(data.council).toBe("Sallow");
    expect(data.abbreviations.map(({ short }: { short: string }) => short)).toEqual(["4P", "A&P", "ÉG", "WP"]);
    expect(data.abbreviations[3].meanings[1]).toEqual({
      long: "Waste Partnership",
      reports: [
        { title: "B", date: "2019-02-01", committee: "Health", url: "https://sallow.example/reports/b/#abbr-wp" },
      ],
    });
  });
});

describe("a committee that only a withheld report names", () => {
  it("has its page, to which the stub leads", () => {
    const content = {
      texts: sealedTexts({ "reports/a.md": reportOf({ confidential: "{paragraphs: [3]}", committee: "Licensing" }) }),
      attachments: new Map(),
      settings: undefined,
      others: [],
      findings: [],
    };
    const paths = makeOutputs(checkContent(content, {}).site, readTemplates()).map(({ path }) => path);
    expect(paths).toContain("committees/licensing/index.html");
  });
});
