import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import { reportOf } from "../compile-text.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const TEXTS = {
  "reports/a.md": reportOf(
    {
      title: "Costs & savings < 5",
      committee: "Health",
      date: "2019-03-01",
      summary: "In short.",
      facts: "{Report number: CS/24/17}",
      author: "[priya nair, Ben Lee]",
    },
    "## Findings\n\nOne & two.[^a]\n\nThree.\n\n:::exempt{paragraphs=3}\nSecret.\n:::\n\n## Next steps\n\nFive.\n\n[^a]: A note.\n",
  ),
  "reports/b.md": reportOf(
    { title: "Plain", numbering: "none", date: "2019-04-01" },
    "Opening.\n\n## Findings\n\nOne.\n\nTwo.\n",
  ),
  "reports/closed.md": reportOf({ title: "Closed", confidential: "{paragraphs: [3]}" }, "Hidden.\n"),
};
const SETTINGS = "council: Sallow\nrules: {name-spelt-twice: off}\n";

function htmlOf(edition: Edition = "public"): ReadonlyMap<string, string> {
  const records = searchRecords(siteOf(TEXTS, { edition, settings: SETTINGS }), readTemplates());
  return new Map(records.map(({ url, html }) => [url, html]));
}

const html = htmlOf().get("/reports/a/") ?? "";

describe("what is searched of a report", () => {
  it("is its text, each paragraph and note below its id", () => {
    const places = [...html.matchAll(/<div(?: id="([^"]*)")?>([\s\S]*?)<\/div>/g)].map(([, id, words = ""]) => [
      id,
      words
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ]);
    expect(places).toEqual([
      ["para-1", "Findings One &amp; two.[1]"],
      ["para-2", "Three."],
      ["para-4", "Next steps Five."],
      ["fn-a", "A note."],
    ]);
  });

  it("lands at the heading where a paragraph has no number", () => {
    const plain = htmlOf().get("/reports/b/") ?? "";
    expect(plain).toMatch(/<div>\s*<p>Opening\.<\/p>\s*<\/div>/);
    expect(plain).toMatch(/<div>\s*<h2 id="findings">Findings<\/h2>\s*<p>One\.<\/p>\s*<p>Two\.<\/p>\s*<\/div>/);
  });

  it("is what its cover page says, too", () => {
    expect(html).toContain("<p>Report number: CS/24/17</p>");
  });

  it("has what results show, filter and sort by", () => {
    expect(html).toContain('<h1 data-pagefind-meta="title">Costs &amp; savings &lt; 5</h1>');
    expect(html).toContain('data-pagefind-sort="date[content]" content="2019-03-01"');
    expect(html).toContain('data-pagefind-filter="year[content]" content="2019"');
    expect(html).toContain('data-pagefind-filter="committee[content]" content="Health"');
    // One author is one, however the name is written.
    expect(html).toContain('data-pagefind-filter="author[content]" content="Priya Nair"');
    expect(html).toContain("In short.");
    expect(parse(html)).toBeDefined();
  });

  it("is nothing that is withheld, and no notice of it; in the members' edition all", () => {
    const records = htmlOf();
    expect([...records.values()].join()).not.toMatch(/Secret|Hidden/);
    expect([...records.keys()]).toEqual(["/reports/b/", "/reports/a/", "/reports/closed/"]);
    for (const path of ["/reports/a/", "/reports/b/"]) expect(records.get(path)).not.toMatch(/not for publication/i);
    // Of a report that is withheld the public title, day and mark, and no text to search.
    const closed = records.get("/reports/closed/") ?? "";
    expect(closed).toContain('<h1 data-pagefind-meta="title">Closed</h1>');
    expect(closed).not.toContain("<p>");
    const members = htmlOf("members");
    expect(members.get("/reports/a/")).toContain("Secret.");
    expect(members.get("/reports/closed/")).toContain("Hidden.");
  });
});

describe("what is searched beside the text of reports", () => {
  const site = siteOf(
    {
      "reports/a.md": reportOf(
        { wards: "[Castle, Riverside]" },
        "The Care Quality Commission (CQC) came. The CQC left.\n",
      ),
      "pages/about.md": "---\ntitle: About us\n---\n\nWho we are.\n\n* Ask us\n",
    },
    { settings: SETTINGS },
  );
  const records = new Map(searchRecords(site, readTemplates()).map(({ url, html }) => [url, html]));

  it("is what each abbreviation of a report stands for, and its wards to filter by", () => {
    const report = records.get("/reports/a/") ?? "";
    expect(report).toContain("<p>CQC: Care Quality Commission</p>");
    expect(report).toContain('<meta data-pagefind-filter="ward[content]" content="Castle">');
  });

  it("is each plain page, after all reports where the latest are first", () => {
    const page = records.get("/about/") ?? "";
    expect(page).toContain('<h1 data-pagefind-meta="title">About us</h1>');
    expect(page).toMatch(/<p>Who we are\.<\/p>\s*<p>Ask us<\/p>/);
    expect(page).not.toContain("year");
  });
});

describe("the page that searches", () => {
  const files = siteFiles(TEXTS, { settings: SETTINGS });
  const script = [...files.keys()].find((path) => /^assets\/search\.[0-9a-f]{10}\.js$/.test(path)) ?? "";

  it("offers what there is to filter by, and lists for those without a script", () => {
    const page = files.get("search/index.html") ?? "";
    for (const value of ["Health", "2019", "Ben Lee", "Priya Nair"])
      expect(page).toContain(`<option>${value}</option>`);
    expect(page).not.toContain("Closed");
    expect(page).toContain('<a href="../reports/">all reports</a>');
    expect(page).toContain(`<script src="../${script}" defer></script>`);
  });

  it("speaks the language of the site, and so does its script", () => {
    const welsh = siteFiles(TEXTS, { settings: `lang: cy\n${SETTINGS}` });
    const page = welsh.get("search/index.html") ?? "";
    expect(page).toContain('<html lang="cy"');
    expect(page).toContain('<option value="">Pob pwyllgor</option>');
    expect(page).toContain('data-none="Nid oes adroddiad sy’n cyfateb."');
    const asked = [...(welsh.get(script) ?? "").matchAll(/\bwords\.(\w+)/g)].map(([, name]) => name ?? "");
    expect(asked.length).toBeGreaterThan(8);
    for (const name of asked) expect(page).toMatch(new RegExp(`\\sdata-${name}="[^"]+"`));
    expect(new Set(page.match(/\sdata-(?!council|running)\w+=/g)).size).toBe(new Set(asked).size);
  });

  it("is reached from every page by a form that needs no script", () => {
    expect(files.get("index.html")).toMatch(/<form[^>]* method="get" action="search\/">/);
    expect(files.get("reports/a/index.html")).toMatch(/<form[^>]* method="get" action="\.\.\/\.\.\/search\/">/);
    expect(files.get("404.html")).toMatch(/<form[^>]* method="get" action="\/search\/">/);
    for (const [path, page] of files)
      if (path.endsWith(".html")) expect([path, page.match(/role="search"/g)?.length ?? 0]).toEqual([path, 1]);
  });

  it("has a script of 8 KB at most, which writes what it finds as text alone", () => {
    expect(files.get(script)).toContain("textContent");
    expect(files.get(script)).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/);
    expect(Buffer.byteLength(files.get(script) ?? "")).toBeGreaterThan(1000);
    expect(Buffer.byteLength(files.get(script) ?? "")).toBeLessThanOrEqual(8192);
  });

  it("is not there where there is nothing to search", () => {
    const empty = siteFiles({ "reports/closed.md": TEXTS["reports/closed.md"] });
    expect(empty.has("search/index.html")).toBe(false);
    expect(empty.get("index.html")).not.toContain('role="search"');
    expect(searchRecords({ ...siteOf(TEXTS, { settings: SETTINGS }), hasSearch: false }, readTemplates())).toEqual([]);
  });
});
