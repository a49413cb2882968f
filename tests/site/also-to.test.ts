import { describe, expect, it } from "vitest";
import { agendaPlaces } from "../../src/outputs/agenda.ts";
import { addressOf } from "../../src/outputs/page.ts";
import { printPacks } from "../../src/print/print-pack.ts";
import { compareNumbers } from "../../src/text/compare.ts";
import { reportOf } from "../compile-text.ts";
import { compileSource } from "../compiled-report.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const SETTINGS =
  "council: Sallow\nbase-url: https://sallow.example/\ncommittees: [{id: roads, name: Roads}, {id: audit, name: Audit}]\n";
const FURTHER = "[{committee: Audit, meeting: 16 April 2019, item: 6.10}]";
const TEXTS = {
  "reports/a.md": reportOf({
    title: "Tolls",
    committee: "roads",
    meeting: "2019-04-08",
    item: "2",
    supplement: "1",
    "also-to": FURTHER,
  }),
  "reports/b.md": reportOf({
    title: "Secret",
    "public-title": "A contract",
    confidential: "{paragraphs: [3]}",
    "also-to": FURTHER.replace("6.10", "6a"),
  }),
  "reports/c.md": reportOf({ title: "Cash", committee: "audit", meeting: "2019-04-16", item: "6.2" }),
};
const options = { settings: SETTINGS };

describe("a report that goes to further meetings", () => {
  it("is on the agenda of each, with its number there, and in a supplement of its own meeting alone", () => {
    const { meetings } = siteOf(TEXTS, options);
    const shown = meetings.map(({ committee, date, agenda, supplements }) => [
      `${committee.id} ${date}`,
      [agenda, ...supplements.map(({ items }) => items)].map((entries) =>
        entries.map(
          ({ number, paper }) => `${number} ${paper.kind === "report" ? paper.frontmatter.title : paper.title}`,
        ),
      ),
    ]);
    expect(shown).toEqual([
      ["audit 2019-04-16", [["6a A contract", "6.2 Cash", "6.10 Tolls"]]],
      ["roads 2019-04-08", [[], ["2 Tolls"]]],
    ]);
  });

  it("is in the pack, the committee's pages and its feed, the data, and says so on its page", () => {
    const site = siteOf(TEXTS, options);
    const files = siteFiles(TEXTS, options);
    const audit = site.meetings.find(({ committee }) => committee.id === "audit");
    const [pack] = audit === undefined ? [] : printPacks(site, audit, new Map());
    expect(pack?.print.document).toMatchObject({
      parts: [{ item: "6a" }, { item: "6.2" }, { item: "6.10", title: "Tolls" }],
    });
    for (const path of [
      "committees/audit/index.html",
      "committees/audit/feed.xml",
      "committees/audit/2019-04-16/index.html",
    ]) {
      expect(files.get(path), path).toContain("Tolls");
      expect(files.get(path), path).toContain("A contract");
    }
    expect(files.get("reports/a/index.html")).toContain(
      '<a href="../../committees/audit/2019-04-16/">Audit, 16 April 2019, item 6.10</a>',
    );
    expect(files.get("reports/a-contract/index.html")).toContain("Audit, 16 April 2019, item 6a");
    const committee = { id: "audit", name: "Audit", url: "https://sallow.example/committees/audit/" };
    expect(JSON.parse(files.get("reports/a/a.json") ?? "")).toMatchObject({
      item: "2",
      alsoTo: [{ committee, meeting: "2019-04-16", item: "6.10" }],
    });
    expect([...files.values()].join("\n")).not.toContain("Secret");
  });

  it("leads to its own meeting, or else to the first of the further ones, and to what is beside it there", () => {
    const site = siteOf(TEXTS, options);
    const places = agendaPlaces(site);
    const shown = [...places].map(([paper, { meeting, previous, next }]) =>
      [paper, previous, next].map((one) => one && addressOf(one)).concat(meeting.committee.id),
    );
    expect(shown.toSorted()).toEqual([
      ["reports/a-contract/", undefined, "reports/c/", "audit"],
      ["reports/a/", undefined, undefined, "roads"],
      ["reports/c/", "reports/a-contract/", "reports/a/", "audit"],
    ]);
  });

  const rulesOf = (fields: string) =>
    compileSource(
      `---\ntitle: A\nauthor: B\ndate: 2019-04-01\nconfidential: No\n${fields}\nbackground: None\n---\n\nOne.\n`,
      {
        settings: SETTINGS,
      },
    ).diagnostics.map(({ rule, place: { line, column } }) => `${rule} ${line}:${column}`);

  it.each([
    [
      "a committee that is not listed",
      "also-to:\n  - {committee: Aduit, meeting: 2019-04-16}",
      ["committee-unknown 7:17"],
    ],
    [
      "its own meeting",
      "committee: audit\nmeeting: 2019-04-16\nsupplement: 1\nalso-to:\n  - {committee: Audit, meeting: 16 April 2019}",
      ["frontmatter-field-value 10:5"],
    ],
    [
      "one meeting twice",
      `also-to: [{committee: audit, meeting: 2019-04-16}, {committee: Audit, meeting: 2019-04-16}]`,
      ["frontmatter-field-value 6:52"],
    ],
    [
      "a meeting before the report",
      "also-to: [{committee: audit, meeting: 2019-03-16}]",
      ["report-after-meeting 6:39"],
    ],
  ])("may not name %s", (_name, fields, rules) => {
    expect(rulesOf(fields)).toEqual(rules);
  });

  it.each([
    [
      'committee: [Homes (A), Roads, "C, D"]\nmeeting: [11 July 2019, 16 July 2019, 17 July 2019]',
      'write `committee: Homes (A)` and `meeting: 11 July 2019`, and for the others `also-to: [{committee: Roads, meeting: 16 July 2019}, {committee: "C, D", meeting: 17 July 2019}]`',
    ],
    [
      "committee: [Roads, Audit]\nmeeting: 11 July 2019",
      "write `committee: Roads` and `meeting: 11 July 2019`, and for the others `also-to: [{committee: Audit, meeting: 11 July 2019}]`",
    ],
    [
      "committee: Roads\nmeeting:\n  - 11 July 2019\n  - 16 July 2019",
      "write `committee: Roads` and `meeting: 11 July 2019`, and for the others `also-to: [{committee: Roads, meeting: 16 July 2019}]`",
    ],
  ])("is what is offered where a report names several, with what was typed: %s", (fields, fix) => {
    const withFields = (lines: string): string =>
      `---\ntitle: A\nauthor: B\ndate: 2019-06-01\nconfidential: No\n${lines}\nbackground: None\n---\n\nOne.\n`;
    const { diagnostics } = compileSource(withFields(fields));
    expect(new Set(diagnostics.map((found) => found.fix))).toEqual(new Set([fix]));
    const lines = Array.from(fix.matchAll(/`([^`]*)`/g), ([, line]) => line).join("\n");
    expect(compileSource(withFields(lines)).diagnostics).toEqual([]);
  });

  it("is offered without what was typed where nothing may be quoted", () => {
    const source =
      "---\ntitle: A\nauthor: B\ndate: 2019-06-01\nconfidential: Yes\ncommittee: [Qxz, Qyz]\n---\n\nOne.\n";
    const { diagnostics } = compileSource(source);
    expect(diagnostics.map(({ message }) => message)).toContain(
      "`committee` is a list, and a report has only one here",
    );
    expect(JSON.stringify(diagnostics)).not.toMatch(/Q[xy]z/);
    expect(diagnostics.some(({ fix }) => fix?.includes("also-to:"))).toBe(true);
  });
});

describe("numbers of items", () => {
  it("are in the order in which an agenda has them", () => {
    const items = ["10", "6.10", "B1", "6a", "6", "6.2", "6b", "A2", "7"];
    expect(items.toSorted(compareNumbers)).toEqual(["6", "6a", "6b", "6.2", "6.10", "7", "10", "A2", "B1"]);
  });
});
