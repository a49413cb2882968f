import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printReport } from "../../src/print/print-report.ts";
import { placesOf, reportOf, sealedTexts } from "../compile-text.ts";

const SETTINGS =
  "council: Sallow\nbase-url: https://sallow.example/\ncommittees: [{id: roads, name: Roads}]\nrules: {public-interest: off}\n";
const FIELDS = {
  title: "Qxtitlez",
  "public-title": "A contract",
  author: "Qxauthorz",
  summary: "Qxsummaryz.",
  committee: "roads",
  confidential: "{paragraphs: [3], reason: Bids are open., public-interest: Bids would rise., review: 2020-01-31}",
  released: "{date: 1 June 2021, reason: The qxreasonz was let.}",
};
const BODY =
  "The first qxonez paragraph.\n\n:::exempt{paragraphs=1 public-interest=Harm}\nThe qxpassagez.\n:::\n\nThe third qxthreez.\n";
const OTHER = reportOf({ title: "Other", date: "2019-03-01" }, "See [the first](qxa.md#para-3).\n");

interface Built {
  readonly asOf?: string | undefined;
  readonly edition?: Edition;
  readonly settings?: string;
}

function built(texts: Readonly<Record<string, string>>, { asOf, edition = "public", settings = SETTINGS }: Built = {}) {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map(),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  const checked = checkContent(content, { edition, asOf });
  const templates = readTemplates();
  const outputs = makeOutputs(checked.site, templates);
  const files = new Map(
    outputs.map(({ path, content: file }) => [path, "text" in file ? file.text : JSON.stringify(file)]),
  );
  const all = [...files].map(([path, text]) => path + text).join("\n");
  return { ...checked, files, all: all + JSON.stringify(searchRecords(checked.site, templates)) };
}

const site = (fields: Readonly<Record<string, string | undefined>> = {}, body = BODY) => ({
  "reports/qxa.md": reportOf({ ...FIELDS, ...fields }, body),
  "reports/b.md": OTHER,
});
const AFTER = { asOf: "2021-06-01" };
const rulesOf = ({ diagnostics }: Pick<ReturnType<typeof built>, "diagnostics">) => diagnostics.map(({ rule }) => rule);

describe("a report that is released", () => {
  it.each([
    ["before its day", "2021-05-31"],
    ["where nobody says what day it is", undefined],
  ])("is as if it were not, %s, and a warning says so", (_, asOf) => {
    const { files, all, diagnostics } = built(site(), { asOf });
    expect(placesOf(diagnostics)).toEqual(["release-not-due 9:18"]);
    expect(all + JSON.stringify(diagnostics).replaceAll("reports/qxa.md", "")).not.toMatch(/qx/i);
    const without = built(site({ released: undefined }), { asOf });
    expect(without.diagnostics).toEqual([]);
    expect([...files]).toEqual([...without.files]);
  });

  it("is public from its day on, at the address that its file has, with a note of when and why", () => {
    const { files, diagnostics } = built(site(), AFTER);
    expect(diagnostics).toEqual([]);
    const page = files.get("reports/qxa/index.html") ?? "";
    expect(page).toContain('<h1 id="top">Qxtitlez</h1>');
    expect(page).toContain(
      '<p class="report-amended"><strong>Released on 1 June 2021:</strong> The qxreasonz was let. Until then it was not for publication: <span>paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.</span></p>',
    );
    expect(JSON.parse(files.get("reports/qxa/qxa.json") ?? "")).toMatchObject({
      released: { date: "2021-06-01", reason: "The qxreasonz was let." },
    });
    expect(files.get("feed.xml")).toContain("<updated>2021-06-01T00:00:00Z</updated>");
  });

  it("is at the address of its stub, and one that a public title gave leads there", () => {
    const without = { "public-title": undefined };
    const before = built(site({ ...without, released: undefined }));
    expect(before.site.withheld.map(({ address }) => address)).toEqual(["reports/qxa/"]);
    expect(built(site(without), AFTER).files.get("reports/qxa/index.html")).toContain("qxonez");
    const moved = built(site(), AFTER).files.get("reports/a-contract/index.html") ?? "";
    expect(moved).toContain('href="../qxa/"');
  });

  it("keeps its numbers, and what is withheld in it by itself", () => {
    const released = built(site(), AFTER);
    expect(released.all).not.toMatch(/qxpassagez/i);
    expect(released.files.get("reports/qxa/index.html")).toContain("Paragraph 2 is not for publication");
    expect(released.files.get("reports/b/index.html")).toContain('href="../qxa/#para-3"');
    const members = built(site(), { edition: "members" });
    const numbersOf = ({ site: { reports } }: typeof members) =>
      reports.find(({ path }) => path === "reports/qxa.md")?.paragraphs.map(({ number }) => number);
    expect(numbersOf(members)).toEqual(["1", "2", "3"]);
    expect(numbersOf(built(site(), { ...AFTER, edition: "members" }))).toEqual(["1", "2", "3"]);
  });

  it("keeps an annex withheld that is so by itself, and publishes the others", () => {
    const annexes =
      "[{title: Qxopenz, file: qxa/open.md}, {title: Bid, file: qxa/shut.md, confidential: {paragraphs: [3], public-interest: Harm}}]";
    const texts = {
      "reports/b.md": reportOf({}, "One.\n"),
      "reports/qxa.md": reportOf({ ...FIELDS, annexes }, "The panel met. Annex A has one, Annex B another.\n"),
      "reports/qxa/open.md": "The qxopentextz.\n",
      "reports/qxa/shut.md": "The qxshutz.\n",
    };
    const after = built(texts, AFTER);
    expect(after.diagnostics).toEqual([]);
    expect(after.all).toMatch(/qxopentextz/);
    expect(after.all).not.toMatch(/qxshutz/i);
    expect(built(texts, { asOf: "2021-05-31" }).all).not.toMatch(/qx/i);
  });

  it("has the note in its PDF", () => {
    const { site: made } = built(site(), AFTER);
    const report = made.reports.find(({ path }) => path === "reports/qxa.md");
    if (report === undefined) throw new Error("the report is not there");
    expect(JSON.stringify(printReport(made, report).print.document)).toContain(
      "Released on 1 June 2021: The qxreasonz was let. Until then it was not for publication: paragraph 3 of",
    );
  });

  it("says in Welsh that it was released, and in English under what law it was withheld", () => {
    const { files } = built(site({ lang: "cy" }), AFTER);
    expect(files.get("reports/qxa/index.html")).toMatch(
      /Rhyddhawyd ar 1 Mehefin 2021:.*Tan hynny nid oedd i’w gyhoeddi: <span lang="en-GB">paragraph 3 of/,
    );
  });

  it("is no longer marked in the members' edition", () => {
    const reportIn = (asOf: string | undefined) =>
      built(site({}, "One.\n"), { edition: "members", asOf }).site.reports.find(
        ({ path }) => path === "reports/qxa.md",
      );
    expect(reportIn(undefined)?.marking).toContain("This report is not for publication");
    expect(reportIn(undefined)?.frontmatter.released).toBeUndefined();
    expect(reportIn("2021-06-01")?.marking).toBeUndefined();
  });

  it("says nothing of a law where none was named", () => {
    const { files } = built(site({ confidential: "Yes" }), AFTER);
    expect(files.get("reports/qxa/index.html")).toContain("Until then it was not for publication.</p>");
    const other = built(site({ confidential: "{basis: confidential}" }), AFTER);
    expect(other.files.get("reports/qxa/index.html")).toContain("section 100A(3) of the Local Government Act 1972");
  });

  it("publishes no words that mark it as not public", () => {
    const found = built(site({}, "NOT FOR PUBLICATION\n\nThe panel met.\n"), AFTER);
    expect(rulesOf(found)).toEqual(["confidential-in-body"]);
    expect(found.diagnostics[0]?.message).toContain("`released:` publishes it");
    expect(found.diagnostics[0]?.fix).not.toContain("confidential: Yes");
  });

  it("is not asked any longer for the test of the public interest", () => {
    const settings = "council: Sallow\n";
    const confidential = "{paragraphs: [3], reason: Bids are open.}";
    const texts = { "reports/qxa.md": reportOf({ ...FIELDS, confidential }, "One.\n") };
    expect(rulesOf(built(texts, { settings }))).toContain("public-interest");
    expect(rulesOf(built(texts, { ...AFTER, settings }))).not.toContain("public-interest");
  });

  it("cannot be withheld under what the law does not have", () => {
    expect(rulesOf(built(site({ confidential: "{paragraphs: [99]}" }), AFTER))).toContain("confidential-flag");
  });
});

describe("a release that is none", () => {
  it.each([
    ["without a date", "{reason: The contract was let.}"],
    ["without a reason", "{date: 1 June 2021}"],
    ["with an empty reason", "{date: 1 June 2021, reason: ''}"],
    ["with a day that there is not", "{date: 31 June 2021, reason: A}"],
    ["with a day that may be two", "{date: 06/01/2021, reason: A}"],
    ["from before the report", "{date: 23 March 2019, reason: A}"],
    ["that is a day alone", "2021-06-01"],
    ["that is a word", "Yes"],
    ["that is a list", "[{date: 2021-06-01, reason: A}]"],
    ["with a further field", "{date: 2021-06-01, reason: A, until: 2022-01-01}"],
    ["that is empty", ""],
  ])("publishes nothing: %s", (_, released) => {
    const { all, diagnostics, compiled } = built(site({ released }), { asOf: "2030-01-01" });
    expect(compiled.find(({ path }) => path === "reports/qxa.md")?.outcome).not.toBe("published");
    expect(all + JSON.stringify(diagnostics).replaceAll("reports/qxa.md", "")).not.toMatch(/qx/i);
    expect(diagnostics.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
  });

  it("is one under a name that is misspelt, in the text, or twice", () => {
    const misspelt = reportOf({ ...FIELDS, released: undefined, relased: FIELDS.released }, BODY);
    expect(built({ "reports/qxa.md": misspelt, "reports/b.md": OTHER }, AFTER).site.reports).toHaveLength(1);
    const below = reportOf({ ...FIELDS, released: undefined }, `released: {date: 2021-06-01, reason: A}\n\n${BODY}`);
    expect(built({ "reports/qxa.md": below, "reports/b.md": OTHER }, AFTER).all).not.toMatch(/qx/i);
  });

  it("is one of a report that was never withheld, and an error there", () => {
    const { diagnostics } = built(site({ confidential: "No", "public-title": undefined }), AFTER);
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "frontmatter-field-value: `released` is given where nothing is withheld, so that there is nothing to release",
    ]);
  });

  it("brings back neither a draft nor a report that was withdrawn", () => {
    expect(built(site({ draft: "true" }), AFTER).all).not.toMatch(/qx/i);
    const withdrawn = built(site({ withdrawn: "{date: 2022-01-01, reason: It was wrong.}" }), AFTER);
    expect(withdrawn.all.replaceAll(/reports\/qxa|\.\.\/qxa|\/qxa\//g, "")).not.toMatch(/qx/i);
  });

  it("frees a copy of the report from its day on alone", () => {
    const texts = {
      ...site({}, "The panel met four times.\n"),
      "reports/c.md": reportOf({}, "The panel met four times.\n"),
    };
    expect(rulesOf(built(texts, { asOf: "2021-05-31" }))).toContain("text-withheld");
    expect(rulesOf(built(texts, AFTER))).not.toContain("text-withheld");
  });
});
