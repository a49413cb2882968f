import { describe, expect, it } from "vitest";
import { printReport } from "../../src/print/print-report.ts";
import { reportOf } from "../compile-text.ts";
import { compileSource } from "../compiled-report.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const AMENDED =
  "[{date: 2019-05-02, note: The costs were corrected., paragraphs: [1, 9(a)]}, {date: 2019-06-03, note: A name was put right.}]";
const TEXTS = {
  "reports/a.md": reportOf(
    { title: "Old", date: "2019-03-01", summary: "On tolls.", amended: AMENDED.replace("9(a)", "2(a)") },
    "One.\n\nTwo:\n\n(a) three.\n",
  ),
  "reports/b.md": reportOf({ title: "New", date: "2019-05-01" }),
};
const options = { settings: "council: Sallow\nbase-url: https://sallow.example/\n" };
const files = siteFiles(TEXTS, options);

describe("what was amended after publication", () => {
  it("is under the title, the latest by itself and the earlier ones below it", () => {
    const page = files.get("reports/a/index.html") ?? "";
    const header = page.slice(page.indexOf("<h1"), page.indexOf("</header>", page.indexOf("<h1")));
    expect(header.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain(
      "Old Amended on 3 June 2019: A name was put right. Earlier amendments Amended on 2 May 2019: The costs were corrected. (paragraphs 1 , 2(a) )",
    );
    expect(header).toContain('<a href="#para-2">2(a)</a>');
  });

  it("is in the PDF, in the data and in the feed, which it brings to the top", () => {
    const site = siteOf(TEXTS, options);
    const [old] = site.reports.filter(({ path }) => path === "reports/a.md");
    const document = old && printReport(site, old).print.document;
    expect(document).toMatchObject({
      amended: [
        "Amended on 3 June 2019: A name was put right.",
        "Amended on 2 May 2019: The costs were corrected. (paragraphs 1, 2(a))",
      ],
    });
    expect(JSON.parse(files.get("reports/a/a.json") ?? "").amended).toEqual([
      { date: "2019-06-03", note: "A name was put right.", paragraphs: [] },
      { date: "2019-05-02", note: "The costs were corrected.", paragraphs: ["1", "2(a)"] },
    ]);
    const feed = files.get("feed.xml") ?? "";
    expect(feed.indexOf("Old")).toBeLessThan(feed.indexOf("New"));
    expect(feed).toMatch(/<published>2019-03-01T00:00:00Z<\/published>\n<updated>2019-06-03T00:00:00Z<\/updated>/);
    expect(feed).toContain("Amended on 3 June 2019: A name was put right. On tolls.");
    expect(files.get("sitemap.xml")).toContain("2019-06-03");
    expect(files.get("reports/a/index.html")).toContain('"dateModified":"2019-06-03"');
  });

  it("may name no paragraph that is not there, and says so at its line", () => {
    const body = "One.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nTwo.\n:::\n";
    const source = (paragraphs: string) =>
      `---\ntitle: A\nauthor: B\ndate: 2019-04-01\nconfidential: No\namended:\n  - date: 2019-05-02\n    note: C\n    paragraphs: ${paragraphs}\n---\n\n${body}`;
    expect(compileSource(source("[1, 2]")).diagnostics).toEqual([]);
    const [found, ...others] = compileSource(source("[1, 12]")).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "reference-missing", severity: "warning", place: { line: 9, column: 21 } });
    expect(found?.message).toContain("`amended:` names a paragraph");
  });

  it("is not told of a report that is withheld", () => {
    const closed = {
      title: "S",
      "public-title": "T",
      confidential: "{paragraphs: [3], public-interest: Harm}",
      amended: "[{date: 2019-07-02, note: Qxnotez}]",
      facts: "{Qxnamez: Qxfactz}",
      contact: "[Qxcontactz, Qxotherz]",
    };
    const all = siteFiles({ ...TEXTS, "reports/c.md": reportOf({ ...closed, date: "2019-03-02" }) }, options);
    expect([...all.values()].join("\n")).not.toMatch(/qx|2019-07-02|2 July/i);
  });
});
