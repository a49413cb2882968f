import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { siteFiles } from "../site-files.ts";

const SETTINGS =
  "council: Sallow\nbase-url: https://sallow.example/scrutiny/\ncommittees: [{id: health, name: Health}, {id: roads, name: Roads}]\n";
const many = Array.from({ length: 53 }, (_, index) => `Recommendation ${index + 1}: That it is done.\n`).join("\n");
const TEXTS = {
  "reports/a.md": reportOf({ committee: "health", meeting: "2019-04-08" }, `We met.\n\n${many}`),
  "reports/a/recommendations.yml":
    "notice: 2019-04-10\n1: {to: Cabinet, response: accepted, date: 2019-05-01, due: 2019-06-01}\n2: {to: Cabinet, response: rejected, evidence: 'b.md#para-1'}\n",
  "reports/b.md": reportOf({ date: "2019-03-25" }, "We met.\n\nRecommendation 1: That it is all =done.\n"),
};
const files = siteFiles(TEXTS, { settings: SETTINGS });
const dataAt = (path: string) => JSON.parse(files.get(path) ?? "null");
const rowsOf = (path: string): number => files.get(path)?.match(/<tr role="row">\n<td/g)?.length ?? -1;

describe("the recommendations of a site", () => {
  it("are as data what the schema that is published says", () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const data = dataAt("recommendations/recommendations.json");
    const isValid = ajv.compile(dataAt("schemas/recommendations.schema.json"));
    expect(isValid(data) || isValid.errors).toBe(true);
    expect(data.recommendations).toHaveLength(54);
    expect(data.recommendations[0]).toMatchObject({ isRecorded: false, isOverdue: false });
    expect(data.recommendations[2]).toMatchObject({
      url: "https://sallow.example/scrutiny/reports/a/#recommendation-2",
      label: "2",
      to: "Cabinet",
      response: "rejected",
      notice: "2019-04-10",
      meeting: "2019-04-08",
      evidence: "https://sallow.example/scrutiny/reports/b/#para-1",
    });
    expect(ajv.compile(dataAt("schemas/report.schema.json"))(dataAt("reports/a/a.json"))).toBe(true);
  });

  it("are in lists of 50 a page, those of the latest report first", () => {
    expect(rowsOf("recommendations/index.html")).toBe(50);
    expect(rowsOf("recommendations/page-2/index.html")).toBe(4);
    expect(files.get("recommendations/index.html")).toContain('href="page-2/"');
    expect(files.get("recommendations/index.html")).toMatch(/<tbody[^>]*>\n<tr[^>]*>\n<td[^>]*><a[^>]*reports\/b\//);
  });

  it("are in lists by response and progress, where something is recorded, and by committee", () => {
    expect(rowsOf("recommendations/accepted/index.html")).toBe(1);
    expect(rowsOf("recommendations/rejected/index.html")).toBe(1);
    expect(files.get("recommendations/awaited/index.html")).toContain("51 recommendations");
    expect(files.get("recommendations/delayed/index.html")).toContain("There is no recommendation here.");
    expect(files.get("committees/health/recommendations/index.html")).toContain("53 recommendations");
    expect(files.has("committees/roads/recommendations/index.html")).toBe(false);
  });

  it("are on the page of the meeting that received them", () => {
    expect(rowsOf("committees/health/2019-04-08/index.html")).toBe(53);
  });

  it("are a table of as many lines, in which nothing is computed", () => {
    const lines = (files.get("recommendations/recommendations.csv") ?? "").split("\r\n");
    expect(lines).toHaveLength(56);
    expect(lines[1]).toContain(",1,That it is all =done.,,,not recorded,");
    expect(lines[2]).toContain(",Cabinet,2019-04-10,accepted,2019-05-01,,,2019-06-01,no,");
  });

  it("are in a calendar with what is still due", () => {
    const calendar = new ICAL.Component(ICAL.parse(files.get("recommendations/recommendations.ics") ?? ""));
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(52);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(52);
    expect(events[0]).toMatchObject({ summary: "Due: Recommendation 1 of Update" });
    expect(events[1]).toMatchObject({ summary: "Response due: Recommendation 3 of Update" });
    expect(events[1]?.startDate.toString()).toBe("2019-06-10");
  });

  it("are in a feed, that of which the news is latest first", () => {
    const [, first] = /<entry>\n<id>([^<]*)<\/id>/.exec(files.get("recommendations/feed.xml") ?? "") ?? [];
    expect(first).toBe("https://sallow.example/scrutiny/reports/a/#recommendation-1");
    expect(files.get("recommendations/index.html")).toContain('href="feed.xml"');
  });

  it("have neither pages nor links where no report has any", () => {
    const none = siteFiles({ "reports/b.md": reportOf({}) }, { settings: SETTINGS });
    expect([...none.keys()].filter((path) => path.includes("recommendation"))).toEqual([]);
    expect([...none.values()].filter((text) => text.includes("recommendations/"))).toEqual([]);
  });

  it("have no feed where nobody knows where the site is, and no calendar where nothing is due", () => {
    const { "reports/b.md": only } = TEXTS;
    const names = [...siteFiles({ "reports/b.md": only }).keys()].filter((path) => path.startsWith("recommendations/"));
    expect(names).toContain("recommendations/recommendations.csv");
    expect(names.filter((path) => /\.(?:xml|ics)$/.test(path))).toEqual([]);
  });
});

describe("the page of a report", () => {
  it("says what became of each below it, with the way to the evidence", () => {
    expect(files.get("reports/a/index.html")).toMatch(
      /id="recommendation-2">[\s\S]{0,120}<div class="outcome"><p><strong>Response:<\/strong> Rejected \(Cabinet\)<\/p><p><a href="\.\.\/b\/#para-1">Evidence for recommendation 2<\/a><\/p><\/div>/,
    );
    expect(files.get("reports/a/index.html")).toContain(
      "<p><strong>Response:</strong> Awaited. Response due by 10 June 2019</p>",
    );
  });

  it("says nothing where nothing is recorded, and no outcome is text of the report", () => {
    expect(files.get("reports/b/index.html")).not.toContain("outcome");
    expect(JSON.stringify(dataAt("reports/a/a.json").paragraphs)).not.toContain("Rejected");
  });
});
