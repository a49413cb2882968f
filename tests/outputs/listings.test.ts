import { describe, expect, it, test } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Edition } from "../../src/model/settings.ts";
import type { CalendarDate } from "../../src/model/source.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { siteFiles } from "../site-files.ts";

const SETTINGS =
  "council: Sallow\ncommittees: [{id: children, name: Children Committee}, {id: roads, name: Roads Board}]\n";

interface Options {
  readonly edition?: Edition;
  readonly asOf?: CalendarDate;
  readonly settings?: string;
}

function filesOf(
  texts: Readonly<Record<string, string>>,
  { edition = "public", asOf, settings = SETTINGS }: Options = {},
): ReadonlyMap<string, string> {
  const content = {
    texts: sealedTexts(texts),
    attachments: new Map(),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  const { site, diagnostics } = checkContent(content, { edition, asOf });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(
    makeOutputs(site, readTemplates()).map(({ path, content: file }) => [path, "text" in file ? file.text : ""]),
  );
}

function mainOf(files: ReadonlyMap<string, string>, path: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(files.get(path) ?? "")?.[1] ?? "";
}

/** The words of the links in the lists of a page. */
function listed(files: ReadonlyMap<string, string>, path: string): readonly string[] {
  return [...mainOf(files, path).matchAll(/class="report-list-title" href="[^"]*">([^<]*)/g)].map(
    ([, title = ""]) => title,
  );
}

const reports = (count: number, fields: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const name = String(index).padStart(3, "0");
      return [
        `reports/r${name}.md`,
        reportOf({ title: `Report ${name}`, committee: "children", wards: "[Castle]", ...fields }),
      ];
    }),
  );

describe("a list", () => {
  it.each([
    [0, []],
    [50, []],
    [51, ["page-2"]],
    [101, ["page-2", "page-3"]],
  ])("of %d reports is divided into pages of 50", (count, more) => {
    const files = filesOf(reports(count));
    const bases = [
      "reports/",
      "committees/children/",
      ...(count > 0 ? ["reports/by-year/2019/", "authors/priya-nair/", "wards/castle/"] : []),
    ];
    for (const base of bases) {
      expect(files.has(`${base}index.html`), base).toBe(true);
      const pages = [...files.keys()].filter((path) => path.startsWith(`${base}page-`));
      expect(pages).toEqual(more.map((page) => `${base}${page}/index.html`));
      const titles = [`${base}index.html`, ...pages].flatMap((path) => listed(files, path));
      expect(new Set(titles).size, base).toBe(count);
      expect(titles.length, base).toBe(count);
    }
  });

  it("leads from each of its pages to those beside it, and from page 2 up to its first", () => {
    const files = filesOf(reports(101));
    const second = files.get("authors/priya-nair/page-2/index.html") ?? "";
    expect(second).toContain('<a rel="prev" href="../">');
    expect(second).toContain('<a rel="next" href="../page-3/">');
    expect(second).toContain('<li><a href="../">Reports by Priya Nair</a></li>');
    expect(files.get("authors/priya-nair/page-3/index.html")).not.toContain('rel="next"');
  });
});

describe("the lists by year, author and ward", () => {
  const files = filesOf({
    "reports/a.md": reportOf({ title: "A", author: "[Ann Lee, Bo Ek]", date: "2018-01-01", wards: "[Castle]" }),
    "reports/b.md": reportOf({ title: "B", author: "Ann Lee", date: "2019-01-01", wards: "[Castle, St Mary's]" }),
    "reports/c.md": reportOf({
      title: "Qxtitlez",
      "public-title": "C",
      author: "Qxauthorz",
      date: "2017-01-01",
      wards: "[Qxwardz]",
      confidential: "{paragraphs: [1]}",
    }),
  });

  it("have the reports of each, latest first, withheld ones by their years alone", () => {
    expect(listed(files, "authors/ann-lee/index.html")).toEqual(["B", "A"]);
    expect(listed(files, "authors/bo-ek/index.html")).toEqual(["A"]);
    expect(listed(files, "wards/castle/index.html")).toEqual(["B", "A"]);
    expect(listed(files, "wards/st-mary-s/index.html")).toEqual(["B"]);
    expect(listed(files, "reports/by-year/2017/index.html")).toEqual(["C"]);
    expect(JSON.stringify([...files])).not.toMatch(/Qx\w+z/i);
  });

  it("are themselves listed, years latest first", () => {
    expect(
      [...mainOf(files, "reports/by-year/index.html").matchAll(/>(\d{4})<\/a> <span>(1 report)</g)].map(
        ([, year]) => year,
      ),
    ).toEqual(["2019", "2018", "2017"]);
    expect(mainOf(files, "authors/index.html")).toMatch(
      /Ann Lee<\/a> <span>2 reports[\s\S]*Bo Ek<\/a> <span>1 report</,
    );
  });

  it("are reached from the list of all reports, and of what there is none there is no list", () => {
    expect(mainOf(files, "reports/index.html")).toMatch(/by-year\/"[\s\S]*authors\/"[\s\S]*wards\/"/);
    const none = filesOf({ "reports/a.md": reportOf({}) });
    expect(mainOf(none, "reports/index.html")).not.toContain("wards/");
    expect([...none.keys()].filter((path) => path.startsWith("wards/"))).toEqual([]);
  });

  it("hold an author who is named twice once, and withheld reports in the members' edition, marked", () => {
    const members = filesOf(
      { "reports/a.md": reportOf({ title: "A", author: "[Ann Lee, ANN LEE]", confidential: "{paragraphs: [1]}" }) },
      { edition: "members" },
    );
    expect(listed(members, "authors/ann-lee/index.html")).toEqual(["A"]);
    expect(mainOf(members, "authors/ann-lee/index.html")).toContain("Not for publication");
  });
});

const paper = (fields: Readonly<Record<string, string>>): string =>
  reportOf({ committee: "children", meeting: "2019-04-08", ...fields });

describe("the agenda of a meeting", () => {
  const files = filesOf({
    "reports/a.md": paper({ title: "A", item: "1" }),
    "reports/b.md": paper({ title: "Qxtitlez", "public-title": "B", item: "2", confidential: "{paragraphs: [1]}" }),
    "reports/c.md": paper({ title: "C", item: "1", supplement: "1" }),
    "reports/d.md": reportOf({ title: "D", committee: "roads", meeting: "2019-04-08" }),
    "reports/e.md": reportOf({ title: "E" }),
  });
  const beside = (path: string): readonly string[] =>
    [...mainOf(files, path).matchAll(/rel="(prev|next)" href="([^"]*)"><span>[^<]*<\/span> ([^<]*)/g)].map(
      ([, rel, href, title]) => `${rel} ${href} ${title}`,
    );

  it("leads from each paper to those beside it, late ones and withheld ones too", () => {
    expect(beside("reports/a/index.html")).toEqual(["next ../b/ B (not for publication)"]);
    expect(beside("reports/b/index.html")).toEqual(["prev ../a/ A", "next ../c/ C"]);
    expect(beside("reports/c/index.html")).toEqual(["prev ../b/ B (not for publication)"]);
    expect(beside("reports/d/index.html")).toEqual([]);
    expect(mainOf(files, "reports/d/index.html")).toContain('href="../../committees/roads/2019-04-08/"><span>');
    expect(mainOf(files, "reports/e/index.html")).not.toContain("agenda-links");
  });

  it("names withheld papers as such, and has late ones in a section of their own", () => {
    const meeting = mainOf(files, "committees/children/2019-04-08/index.html");
    expect(meeting).toMatch(
      /Agenda papers[\s\S]*Item 1[\s\S]*>A<[\s\S]*Item 2[\s\S]*>B<[\s\S]*Not for publication[\s\S]*information relating to any individual[\s\S]*Late items[\s\S]*Supplement 1[\s\S]*>C</,
    );
    expect(meeting).not.toContain("Qxtitlez");
  });
});

describe("next and last meetings", () => {
  const texts = {
    "reports/a.md": reportOf({ date: "2019-04-01", committee: "children", meeting: "2019-04-08" }),
    "meetings/children/2019-03-04.md": "---\nvenue: x\n---\n",
    "meetings/roads/2019-04-01.md": "---\nstatus: cancelled\n---\n",
  };
  const meetings = (files: ReadonlyMap<string, string>, heading: string): readonly string[] => {
    const section = new RegExp(`${heading}</h2>([\\s\\S]*?)</section>`).exec(files.get("index.html") ?? "")?.[1] ?? "";
    return [...section.matchAll(/datetime="([^"]*)"/g)].map(([, date = ""]) => date);
  };

  it("are neither next nor last where no day is given, but listed by date", () => {
    const files = filesOf(texts);
    expect(meetings(files, "Meetings")).toEqual(["2019-04-08", "2019-04-01", "2019-03-04"]);
    expect(files.get("index.html")).toContain("Cancelled");
    for (const path of ["index.html", "committees/index.html", "committees/roads/index.html"])
      expect(mainOf(files, path)).not.toMatch(/Next meeting|Last meeting|To come|Past/);
    expect(mainOf(files, "committees/index.html")).toContain("Meeting: <a");
    expect(mainOf(files, "committees/roads/index.html")).toContain('datetime="2019-04-01"');
  });

  it("are told apart by a day between them, soonest and latest first", () => {
    const files = filesOf(texts, { asOf: "2019-03-24" });
    expect(meetings(files, "Next meetings")).toEqual(["2019-04-01", "2019-04-08"]);
    expect(meetings(files, "Last meetings")).toEqual(["2019-03-04"]);
    expect(mainOf(files, "committees/index.html")).toContain("Next meeting: <a");
  });

  it("are told apart by the day that is given", () => {
    const files = filesOf(texts, { asOf: "2019-04-09" });
    expect(meetings(files, "Next meetings")).toEqual([]);
    expect(meetings(files, "Last meetings")).toEqual(["2019-04-08", "2019-04-01", "2019-03-04"]);
  });

  it("beyond the first six are on a page of their own, divided by 50", () => {
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`meetings/roads/${1950 + index}-01-05.md`, "---\nvenue: x\n---\n"]),
    );
    const files = filesOf({ ...texts, ...many }, { asOf: "2019-03-24" });
    const count = (path: string): number => [...mainOf(files, path).matchAll(/datetime="\d{4}-01-05"/g)].length;
    expect(count("committees/roads/index.html")).toBe(6);
    expect(mainOf(files, "committees/roads/index.html")).toContain('<a href="meetings/">All 52 meetings</a>');
    expect([
      count("committees/roads/meetings/index.html"),
      count("committees/roads/meetings/page-2/index.html"),
    ]).toEqual([49, 2]);
  });
});

test("no page of a site leads to a page that is not there", () => {
  const files = filesOf({
    ...reports(120, { meeting: "2019-04-08" }),
    "reports/x.md": reportOf({ title: "X", committee: "roads", confidential: "{paragraphs: [1]}" }),
    "meetings/roads/2019-04-01.md": "---\nvenue: x\n---\n",
    "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
  });
  const missing: string[] = [];
  for (const [path, text] of files) {
    for (const [, href = ""] of text.matchAll(/ href="([^":]+)"/g)) {
      const to = decodeURIComponent(new URL(href, `https://localhost/${path}`).pathname.slice(1));
      if (!files.has(to) && !files.has(`${to}index.html`)) missing.push(`${path}: ${href}`);
    }
  }
  expect(missing).toEqual([]);
  const none = filesOf({});
  expect(
    [...(none.get("404.html") ?? "").matchAll(/ href="([^":#]+)"/g)].filter(
      ([, href = ""]) => !none.has(`${href.slice(1)}index.html`) && !none.has(href.slice(1)),
    ),
  ).toEqual([]);
});

describe("a report that concerns every ward", () => {
  const texts = {
    "reports/a.md": reportOf({ title: "Bins", wards: "All" }),
    "reports/b.md": reportOf({ title: "A bridge", wards: "Castle" }),
    "reports/c.md": reportOf({ title: "A pond", wards: "[Mill]" }),
  };

  it("is listed in each ward, and in none called All", () => {
    const files = siteFiles(texts);
    expect(files.has("wards/all/index.html")).toBe(false);
    for (const ward of ["castle", "mill"]) expect(files.get(`wards/${ward}/index.html`)).toContain("Bins");
    expect(files.get("wards/castle/index.html")).not.toContain("A pond");
    expect(JSON.parse(files.get("reports/a/a.json") ?? "")).toMatchObject({ wards: [], isAboutAllWards: true });
  });
});
