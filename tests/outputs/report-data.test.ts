import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { reportOf } from "../compile-text.ts";
import { isThorough } from "../lane.ts";
import { sampleSite } from "../sample-site.ts";
import { siteFiles } from "../site-files.ts";

const SETTINGS = "council: Sallow\nbase-url: https://sallow.example/scrutiny\n";

const PDF = { path: "reports/2019/update/plan.pdf", bytes: 1200, hash: "", format: "PDF", pages: 3 };

const TEXTS = {
  "reports/2019/update.md": reportOf(
    {
      title: "An update",
      committee: "Health",
      meeting: "2019-04-08",
      item: "4",
      wards: "[Castle]",
      annexes:
        "[{title: The plan, file: update/plan.pdf}, {title: Costs, file: update/costs.csv, confidential: {paragraphs: [3]}}]",
    },
    "## Findings\n\nThe Work Programme (WP); see Annex A, Annex B and [the other](other.md#para-1). The WP.\n\nTwo. {#two}\n",
  ),
  "reports/2019/other.md": reportOf({ title: "Other", lang: "cy", supplement: "1" }, "One.\n"),
  "reports/2019/closed.md": reportOf({
    title: "Secret name",
    "public-title": "A contract",
    confidential: "{paragraphs: [3]}",
    date: "2019-05-01",
  }),
};
const COSTS = { path: "reports/2019/update/costs.csv", bytes: 3, hash: "x", format: "CSV" };
const options = { settings: SETTINGS, attachments: [PDF, COSTS] };
const files = siteFiles(TEXTS, options);

function dataAt(path: string, from = files) {
  return JSON.parse(from.get(path) ?? "null");
}

const ajv = new Ajv2020({ strict: true, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);

/** What is wrong with data, by the schema that is published. */
function faultsOf(data: unknown, schema: string): unknown {
  const isValid = ajv.getSchema(schema) ?? ajv.addSchema(dataAt(schema), schema).getSchema(schema);
  return isValid?.(data) ? [] : isValid?.errors;
}

const REPORT_SCHEMA = "schemas/report.schema.json";

describe("a report as data", () => {
  const data = dataAt("reports/2019/update/update.json");

  it("has its facts and its paragraphs with their numbers", () => {
    expect(data).toMatchObject({
      $schema: "https://sallow.example/scrutiny/schemas/report.schema.json",
      url: "https://sallow.example/scrutiny/reports/2019/update/",
      title: "An update",
      date: "2019-03-24",
      committee: { id: "health", name: "Health", url: "https://sallow.example/scrutiny/committees/health/" },
      meeting: "2019-04-08",
      item: "4",
      authors: [{ name: "Priya Nair" }],
      wards: ["Castle"],
      abbreviations: [{ short: "WP", long: "Work Programme", id: "abbr-wp" }],
    });
    expect(data.paragraphs).toEqual([
      {
        number: "1",
        id: "para-1",
        heading: "Findings",
        text: "The Work Programme (WP); see Annex A, Annex B and the other. The WP.",
        isWithheld: false,
      },
      { number: "2", id: "para-2", label: "two", heading: "Findings", text: "Two.", isWithheld: false },
    ]);
    expect(data.links).toEqual([
      { text: "the other", url: "https://sallow.example/scrutiny/reports/2019/other/#para-1" },
    ]);
  });

  it("has an annex with its file, and of a withheld one what the public is told", () => {
    expect(data.annexes[0]).toEqual({
      letter: "A",
      kind: "Annex",
      title: "The plan",
      status: "file",
      url: "https://sallow.example/scrutiny/reports/2019/update/plan.pdf",
      format: "PDF",
      bytes: 1200,
      pages: 3,
    });
    expect(data.annexes[1]).toMatchObject({
      letter: "B",
      status: "withheld",
      notice: expect.stringMatching(/not for publication/),
    });
    expect(data.annexes[1].url).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain("costs.csv");
  });

  it("keeps to the schema that is published, which refuses what is not in it", () => {
    for (const path of ["reports/2019/update/update.json", "reports/2019/other/other.json"])
      expect(faultsOf(dataAt(path), REPORT_SCHEMA)).toEqual([]);
    expect(faultsOf(dataAt("reports.json"), "schemas/reports.schema.json")).toEqual([]);
    expect(faultsOf({ ...data, date: "24 March" }, REPORT_SCHEMA)).not.toEqual([]);
    expect(faultsOf({ ...data, more: 1 }, REPORT_SCHEMA)).not.toEqual([]);
    expect(faultsOf({ ...data, title: undefined }, REPORT_SCHEMA)).not.toEqual([]);
  });

  it.runIf(isThorough)("keeps to it in the sample site, in both editions", async () => {
    for (const edition of ["public", "members"] as const) {
      const made = makeOutputs((await sampleSite(edition)).site, readTemplates());
      const all = new Map(made.map(({ path, content }) => [path, "text" in content ? content.text : ""]));
      const paths = [...all.keys()].filter((path) => /^reports\/.*\.json$/.test(path));
      expect(paths.length).toBeGreaterThan(10);
      for (const path of paths) expect([path, faultsOf(dataAt(path, all), REPORT_SCHEMA)]).toEqual([path, []]);
      expect(faultsOf(dataAt("reports.json", all), "schemas/reports.schema.json")).toEqual([]);
    }
  });

  it("has addresses below the root where nobody knows where the site is, and in the members' edition", () => {
    const local = siteFiles(TEXTS, { attachments: options.attachments });
    expect(dataAt("reports/2019/update/update.json", local).url).toBe("reports/2019/update/");
    const members = siteFiles(TEXTS, { ...options, edition: "members" });
    expect(dataAt("reports/2019/update/update.json", members).url).toBe("reports/2019/update/");
    expect(dataAt("reports/2019/closed/closed.json", members).title).toBe("Secret name");
  });
});

describe("the list of all reports as data", () => {
  it("has them latest first, a withheld one with what the public is told", () => {
    const { reports } = dataAt("reports.json");
    expect(reports.map(({ title }: { title: string }) => title)).toEqual(["A contract", "Other", "An update"]);
    expect(reports[0]).toMatchObject({
      isWithheld: true,
      url: "https://sallow.example/scrutiny/reports/2019/a-contract/",
    });
    expect(reports[0].data).toBeUndefined();
    expect(reports[2].data).toBe("https://sallow.example/scrutiny/reports/2019/update/update.json");
    expect(JSON.stringify(reports)).not.toContain("Secret");
    expect([...files.keys()].filter((path) => path.includes("closed"))).toEqual([]);
  });
});
