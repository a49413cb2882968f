import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/settings.ts";
import type { AgendaEntry } from "../../src/model/site.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const LISTED = "committees: [{id: roads, name: Roads Board}, {id: children, name: Children Committee}]\n";

function checked(texts: Readonly<Record<string, string>>, settings = LISTED, edition: Edition = "public") {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map(),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  return checkContent(content, { edition });
}

const paper = (fields: Readonly<Record<string, string>>): string =>
  reportOf({ committee: "children", meeting: "2019-04-08", ...fields });
const WITHHELD = {
  confidential: "{paragraphs: [3], public-interest: Harm}",
  "public-title": "A contract",
  title: "Qxtitlez",
};
const FILE = "---\nvenue: Town Hall\n---\n";

const titleOf = ({ paper: item }: AgendaEntry): string =>
  item.kind === "report" ? item.frontmatter.title : item.title;

describe("a meeting", () => {
  it("is there where a report, a stub or a file names it, latest first and in the order of the committees", () => {
    const { site, diagnostics } = checked({
      "reports/a.md": paper({}),
      "reports/b.md": paper({ ...WITHHELD, meeting: "2019-05-13" }),
      "reports/c.md": paper({ committee: "roads" }),
      "reports/d.md": reportOf({ committee: "roads" }),
      "reports/e.md": reportOf({ meeting: "2019-07-01" }),
      "meetings/children/2019-06-10.md": FILE,
      "meetings/children/2019-04-08.md": FILE,
    });
    expect(diagnostics).toEqual([]);
    expect(site.meetings.map(({ committee, date, details }) => [committee.id, date, details.venue])).toEqual([
      ["children", "2019-06-10", "Town Hall"],
      ["children", "2019-05-13", undefined],
      ["roads", "2019-04-08", undefined],
      ["children", "2019-04-08", "Town Hall"],
    ]);
  });

  it("is not made by a draft or by a report that is refused", () => {
    const { site } = checked({ "reports/a.md": paper({ draft: "true" }), "reports/b.md": paper({ item: "none" }) });
    expect(site.meetings).toEqual([]);
  });

  it("has its papers in the order of their items, then of their titles; those without an item last", () => {
    const { site } = checked({
      "reports/a.md": paper({ title: "Zebra", item: "10" }),
      "reports/b.md": paper({ title: "No item" }),
      "reports/c.md": paper({ title: "B", item: "9" }),
      "reports/d.md": paper({ title: "C", item: "9" }),
      "reports/e.md": paper({ ...WITHHELD, item: "9" }),
    });
    expect(site.meetings[0]?.agenda.map(titleOf)).toEqual(["A contract", "B", "C", "Zebra", "No item"]);
    expect(JSON.stringify(site.meetings)).not.toContain("Qxtitlez");
  });

  it("has its late papers apart, by the supplements that they are in", () => {
    const { site } = checked({
      "reports/a.md": paper({ title: "On time", item: "2" }),
      "reports/b.md": paper({ title: "Late", item: "1", supplement: "2" }),
      "reports/c.md": paper({ title: "Later", item: "4", supplement: "10" }),
      "reports/d.md": paper({ title: "Late, too", item: "3", supplement: "2" }),
    });
    const [meeting] = site.meetings;
    expect(meeting?.agenda.map(titleOf)).toEqual(["On time"]);
    expect(meeting?.supplements.map(({ number, items }) => [number, items.map(titleOf)])).toEqual([
      [2, ["Late", "Late, too"]],
      [10, ["Later"]],
    ]);
  });

  it("has the whole of what is withheld in the members' edition", () => {
    const { site } = checked({ "reports/e.md": paper({ ...WITHHELD, supplement: "1" }) }, LISTED, "members");
    expect(site.meetings[0]?.supplements[0]?.items).toMatchObject([
      { paper: { isWithheld: true, frontmatter: { title: "Qxtitlez" } } },
    ]);
  });

  it("does not depend on the order in which files are read", () => {
    const texts = {
      "reports/a.md": paper({ title: "One" }),
      "reports/b.md": paper({ title: "One" }),
      "meetings/children/2019-04-08.md": FILE,
      "meetings/roads/2019-04-08.md": FILE,
    };
    expect(checked(Object.fromEntries(Object.entries(texts).reverse())).site).toEqual(checked(texts).site);
  });
});

describe("the folder of a meeting's file", () => {
  it.each([
    ["chldren", "did you mean children?"],
    ["Children", "did you mean children?"],
    ["planning", "the committees are roads, children"],
  ])("is an error where it is the id of no committee: %s", (id, words) => {
    const path = `meetings/${id}/2019-04-08.md`;
    const { site, diagnostics } = checked({ "reports/a.md": reportOf({}), [path]: FILE });
    expect(site.meetings).toEqual([]);
    expect(diagnostics).toMatchObject([{ rule: "committee-unknown", severity: "error", place: { path, line: 1 } }]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.fix}`).toContain(words);
  });

  it("may be that of a committee that a report or a stub names, where the settings list none", () => {
    const none = "council: Sallow\n";
    const named = (fields: Readonly<Record<string, string>>) => ({
      "reports/a.md": reportOf({ committee: "Waste & Roads", ...fields }),
      "meetings/waste-and-roads/2019-04-08.md": FILE,
    });
    expect(checked(named({}), none).diagnostics).toEqual([]);
    expect(checked(named(WITHHELD), none).site.meetings).toMatchObject([{ committee: { name: "Waste & Roads" } }]);
    // Nothing of a draft is public, and so its committee is not.
    const { diagnostics } = checked(named({ draft: "true" }), none);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["committee-unknown"]);
    expect(JSON.stringify(diagnostics)).not.toContain("Waste & Roads");
  });

  it("is left out with --keep-going, and the rest is published", () => {
    const content = {
      texts: sealedTexts({ "reports/a.md": paper({}), "meetings/plannig/2019-04-08.md": FILE }),
      attachments: new Map(),
      settings: new TextEncoder().encode(LISTED),
      others: [],
      findings: [],
    };
    const { site, plainFiles } = checkContent(content, { keepGoing: true });
    expect(site.meetings.map(({ committee }) => committee.id)).toEqual(["children"]);
    expect(plainFiles.map(({ outcome }) => outcome)).toEqual(["refused"]);
  });
});

describe("addresses", () => {
  const page = "---\ntitle: A page\n---\n\nWords.\n";

  it.each([
    "reports",
    "committees",
    "authors",
    "wards",
    "abbreviations",
    "search",
    "withheld",
    "pagefind",
    "assets",
    "shared",
    "feed.xml",
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "Reports",
  ])("that the site uses itself are no plain page's: %s", (slug) => {
    const path = `pages/${slug}.md`;
    const { diagnostics } = checked({ "reports/a.md": reportOf({}), [path]: page });
    expect(diagnostics).toMatchObject([{ rule: "output-path-twice", severity: "error", place: { path } }]);
    expect(diagnostics[0]?.message).toContain(`/${slug}/`);
  });

  it("of two plain pages, or of a page and a report's old address, are not one", () => {
    const both = checked({ "reports/a.md": reportOf({}), "pages/about.md": page, "pages/About.md": page }).diagnostics;
    expect(both).toMatchObject([{ rule: "output-path-twice", related: { message: "the other page" } }]);
    expect(both[0]?.message).toMatch(/this page and pages\/[Aa]bout\.md/);
    const old = checked({ "reports/a.md": reportOf({ formerly: "[about]" }), "pages/about.md": page }).diagnostics;
    expect(old).toMatchObject([{ rule: "output-path-twice", place: { path: "reports/a.md" } }]);
    expect(old[0]?.message).toContain("pages/about.md");
  });

  it.each(["authors/ada", "wards/castle", "committees/children/2019-04-08", "shared/map", "reports/by-year/2019"])(
    "that the site uses are no old address of a report: %s",
    (old) => {
      const { diagnostics } = checked({ "reports/a.md": reportOf({ formerly: `[${old}]` }) });
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["output-path-twice"]);
    },
  );

  it("of files of an old site may be a report's", () => {
    expect(checked({ "reports/a.md": reportOf({ formerly: "[update.html, reports.aspx]" }) }).diagnostics).toEqual([]);
  });
});

describe("names that differ in capitals and signs alone", () => {
  it("are a warning that names both", () => {
    const { diagnostics } = checked({
      "reports/a.md": reportOf({ author: "Ann-Marie Lee", date: "2018-01-01", wards: "[St Mary's]" }),
      "reports/b.md": reportOf({ author: "ann marie lee", date: "2019-01-01", wards: "[St Mary’s]" }),
    });
    expect(diagnostics.map(({ rule, severity, place }) => `${severity} ${rule} ${place.path}`)).toEqual([
      "warning name-spelt-twice reports/b.md",
      "warning name-spelt-twice reports/b.md",
    ]);
    expect(diagnostics[0]?.message).toContain("Ann-Marie Lee in reports/a.md");
  });

  it("are not compared with those of a withheld report", () => {
    const { diagnostics } = checked({
      "reports/a.md": reportOf({ author: "Ann-Marie Lee", ...WITHHELD }),
      "reports/b.md": reportOf({ author: "ann marie lee" }),
    });
    expect(diagnostics).toEqual([]);
  });
});
