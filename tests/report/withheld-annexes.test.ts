import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const SECRET = /Qx\w+z/;

/** A content folder in which every file that is no Markdown is a CSV. */
function site(files: Readonly<Record<string, string>>) {
  const paths = Object.keys(files);
  const texts = Object.entries(files).filter(([path]) => path.endsWith(".md"));
  const others = paths.filter((path) => !path.endsWith(".md"));
  const { site: made, diagnostics } = checkContent(
    {
      texts: sealedTexts(Object.fromEntries(texts)),
      attachments: new Map(others.map((path) => [path, { path, bytes: 5, format: "CSV", hash: files[path] ?? "" }])),
      settings: undefined,
      others: [],
      findings: [],
    },
    {},
  );
  return {
    made,
    errors: diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
    diagnostics,
  };
}

const WITHHELD = "confidential: {paragraphs: [3], public-interest: Harm}";

describe("the text of a Markdown annex reaches the page of its own report only, and only if no report withholds it", () => {
  it.each([
    ["is withheld there", reportOf({ annexes: `[{title: T, file: o/z.md, ${WITHHELD}}]` })],
    [
      "belongs to a withheld report",
      reportOf({ confidential: "{paragraphs: [3], public-interest: Harm}", annexes: "[{title: T, file: o/z.md}]" }),
    ],
    ["lies beside a withheld report", reportOf({ confidential: "{paragraphs: [3], public-interest: Harm}" })],
    ["belongs to a draft", reportOf({ draft: "true", annexes: "[{title: T, file: o/z.md}]" })],
    ["belongs to a public report", reportOf({ annexes: "[{title: T, file: o/z.md}]" }, "See Annex A.\n")],
  ])("where it %s", (_name, owner) => {
    const { made, errors } = site({
      "reports/o.md": owner,
      "reports/o/z.md": "Qxsecretz.\n",
      "reports/p.md": reportOf({ annexes: "[{title: T, file: o/z.md}]" }, "See Annex A.\n"),
    });
    expect(errors).toContain("file-place");
    expect(JSON.stringify(made.reports.filter(({ path }) => path === "reports/p.md"))).not.toMatch(SECRET);
  });

  it("and a whole report below a withheld one is not lost in silence", () => {
    const { errors } = site({
      "reports/w.md": reportOf({ confidential: "{paragraphs: [3], public-interest: Harm}" }),
      "reports/w/x.md": reportOf({}, "Another report.\n"),
    });
    expect(errors).toEqual(["file-unnamed"]);
  });
});

describe("the file of a withheld annex", () => {
  const report = (file: string) =>
    reportOf({ annexes: `[{title: T, file: "${file}", ${WITHHELD}}]` }, "See Annex A, [the data](o/Qxfilez.csv).\n");

  it.each(["o/Qxfilz.csv", "o/Qxfile%7a.csv", "../Qxfilez.csv", "../../Qxfilez.csv", "o"])(
    "must be there under the name that is written: %s",
    (file) => {
      const { made, errors, diagnostics } = site({ "reports/o.md": report(file), "reports/o/Qxfilez.csv": "" });
      expect(errors).toContain("annex-withheld-file");
      expect(JSON.stringify([made.reports, diagnostics])).not.toMatch(SECRET);
    },
  );

  it.each(["o/Qxfilez.csv", "./o/Qxfilez.csv"])("is withheld wherever it is linked: %s", (file) => {
    const { made, errors } = site({ "reports/o.md": report(file), "reports/o/Qxfilez.csv": "" });
    expect(errors).toEqual([]);
    expect(made.reports).toHaveLength(1);
    expect(JSON.stringify(made.reports[0]?.bodyHtml)).not.toMatch(SECRET);
    expect(made.reports[0]?.files).toEqual([]);
  });

  it("is withheld however its capitals and accents are written", () => {
    const { made } = site({
      "reports/o.md": reportOf(
        { annexes: `[{title: T, file: "o/QXCAF\u00c9Z.csv", ${WITHHELD}}]` },
        "See Annex A, [the data](o/qxcafe\u0301z.csv).\n",
      ),
      "reports/o/QXCAF\u00c9Z.csv": "",
      "reports/o/qxcaf\u00e9z.csv": "",
    });
    expect(made.reports[0]?.files).toEqual([]);
  });
});

describe("the text of a withheld annex does not stand in the report", () => {
  const withheld = `[{title: Zebra price, ${WITHHELD}}]`;

  it.each([
    "## Annexes\n\n### Annex A: Zebra\n\nQxtextz.",
    "**Annex A: Zebra**\n\nQxtextz.",
    "Annex A: Zebra\n\nQxtextz.",
    "## Annexe A: Zebra\n\nQxtextz.",
    "## Annex A Zebra\n\nQxtextz.",
    "## Annex (A): Zebra\n\nQxtextz.",
    "## Annex: Zebra price\n\nQxtextz.",
    "## Zebra price\n\nQxtextz.",
    "## Schedule A: Zebra\n\nQxtextz.",
    "## Confidential Annex A: Zebra\n\nQxtextz.",
    "## Exempt Appendix A\n\nQxtextz.",
    "## Annex 1: Zebra\n\nQxtextz.",
    "## Exempt information\n\nQxtextz.",
    "## Annex A: Zebra\n\nQxtextz.",
  ])("under a heading such as %j", (text) => {
    const { made, errors, diagnostics } = site({
      "reports/o.md": reportOf({ annexes: withheld }, `See Annex A.\n\n${text}\n`),
    });
    expect(errors.length).toBeGreaterThan(0);
    expect(made.reports).toEqual([]);
    expect(JSON.stringify(diagnostics)).not.toMatch(SECRET);
  });

  it("but the report may speak of it", () => {
    const body = "Annex A is not for publication, and its price is in Annex A alone.\n\n## Next steps\n\nNone.\n";
    expect(site({ "reports/o.md": reportOf({ annexes: withheld }, body) }).errors).toEqual([]);
  });

  it("and the headings of other annexes may stand beside one that has a file", () => {
    const annexes = `[{title: Zebra price, file: o/z.csv, ${WITHHELD}}, {title: Map}]`;
    const body = "See Annex A and Annex B.\n\n## Annex B: Map\n\nThe map.\n";
    expect(site({ "reports/o.md": reportOf({ annexes }, body), "reports/o/z.csv": "" }).errors).toEqual([]);
  });
});

describe("a file that another report withholds", () => {
  const withholding = reportOf({ title: "W", annexes: `[{title: T, file: w/map.csv, ${WITHHELD}}]` }, "See Annex A.\n");

  it("breaks no report that attaches it, shows it or leads to it: what is there says that it is not published", () => {
    const { made, errors, diagnostics } = site({
      "reports/w.md": reportOf(
        { confidential: "Yes", annexes: "[{title: T, file: ../shared/map.csv}]" },
        "See Annex A.\n",
      ),
      "reports/p.md": reportOf(
        { annexes: "[{title: The map, file: ../shared/map.csv}]" },
        "See Annex A, ![A map](../shared/map.csv) and [it](../shared/map.csv).\n",
      ),
      "shared/map.csv": "Qxbytesz",
    });
    expect(errors).toEqual([]);
    expect(diagnostics.filter(({ rule }) => rule === "file-withheld")).toHaveLength(3);
    const [report] = made.reports;
    expect(report?.files).toEqual([]);
    expect(report?.bodyHtml).toContain("[This image is not for publication.] and it.");
    expect(report?.annexes[0]).toMatchObject({ status: "withheld", notice: "Annex A is not for publication." });
  });

  it.each([
    "![plan](../shared/map.csv)",
    '![plan](../shared/map.csv "The plan")',
    "One[^a].\n\n[^a]: ![plan](../shared/map.csv)",
  ])("leaves words where it stood as a figure: %s", (body) => {
    const { made, errors } = site({
      "reports/w.md": reportOf(
        { confidential: "Yes", annexes: "[{title: T, file: ../shared/map.csv}]" },
        "See Annex A.\n",
      ),
      "reports/p.md": reportOf({}, `One.\n\n${body}\n`),
      "shared/map.csv": "Qxbytesz",
    });
    expect(errors).toEqual([]);
    expect(made.reports[0]?.bodyHtml).toContain("[This image is not for publication.]");
  });

  it("is raised where the report itself withholds it", () => {
    const { diagnostics } = site({
      "reports/w.md": reportOf(
        { annexes: `[{title: T, file: w/map.csv, ${WITHHELD}}]` },
        "See Annex A. ![plan](w/map.csv)\n",
      ),
      "reports/w/map.csv": "Qxbytesz",
    });
    expect(diagnostics.map(({ rule }) => rule)).toContain("file-withheld");
  });

  it("is known again under another name, by its bytes", () => {
    const { made, errors } = site({
      "reports/w.md": withholding,
      "reports/w/map.csv": "Qxbytesz",
      "reports/p.md": reportOf({ title: "P", annexes: "[{title: Copy, file: p/copy.csv}]" }, "See Annex A.\n"),
      "reports/p/copy.csv": "Qxbytesz",
      "reports/q.md": reportOf({ title: "Q", annexes: "[{title: Other, file: q/other.csv}]" }, "See Annex A.\n"),
      "reports/q/other.csv": "other",
    });
    expect(errors).toEqual([]);
    expect(made.reports.flatMap(({ files }) => files)).toEqual(["reports/q/other.csv"]);
  });

  it("is known again where it is a Markdown text", () => {
    const { made, errors } = site({
      "reports/w.md": reportOf({ title: "W", annexes: `[{title: T, file: w/text.md, ${WITHHELD}}]` }, "See Annex A.\n"),
      "reports/w/text.md": "Qxtextz.\n",
      "reports/p.md": reportOf({ title: "P", annexes: "[{title: Copy, file: p/copy.md}]" }, "See Annex A.\n"),
      "reports/p/copy.md": "Qxtextz.\n",
    });
    expect(errors).toEqual([]);
    expect(JSON.stringify(made.reports.map(({ bodyHtml }) => bodyHtml))).not.toMatch(SECRET);
  });
});

describe("a link to an annex of another report that is a Markdown text", () => {
  it("leads to its place on the page of that report", () => {
    const { made, errors } = site({
      "reports/o.md": reportOf({ title: "O", annexes: "[{title: T, file: o/text.md}]" }, "See Annex A.\n"),
      "reports/o/text.md": "Words. {#words}\n",
      "reports/p.md": reportOf(
        { title: "P" },
        "See [a](o/text.md), [b](o/text.md#words) and [c](o/text.md#para-A1).\n",
      ),
    });
    expect(errors).toEqual([]);
    const page = made.reports.find(({ path }) => path === "reports/p.md")?.bodyHtml ?? "";
    expect([...page.matchAll(/href="(\.\.[^"]*)"/g)].map(([, href]) => href)).toEqual([
      "../o/#annex-A",
      "../o/#words",
      "../o/#para-A1",
    ]);
  });
});

describe("messages about a report with a withheld annex", () => {
  const annexes = `[{title: Qxtitlez, public-title: Price, file: o/Qxfilez.csv, confidential: {paragraphs: [3], reason: Qxreasonz, public-interest: Qxharmz}}]`;
  const shown = (text: string, fields = {}) =>
    site({ "reports/o.md": reportOf({ annexes, ...fields }, text), "reports/o/Qxfilez.csv": "" }).diagnostics;

  it("quote the lines of its text, which are public", () => {
    const [twice] = shown("The the panel met, see Annex A.\n");
    expect(twice).toMatchObject({ rule: "word-twice", message: '"the" is here twice' });
    expect(JSON.stringify(twice?.frame)).toContain("The the panel met");
  });

  it("quote nothing of the lines at the top, where the annex is named, and nothing of a text that holds a word of it alone", () => {
    const found = shown("The the panel met.\n\n## Annex B: Map\n\nThe map.\n", { meeting: "2019-03-01" });
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["annex-not-mentioned", "report-after-meeting", "word-twice"]),
    );
    expect(JSON.stringify(found)).not.toMatch(SECRET);
  });

  it("quote nothing where the flag of the annex is not understood", () => {
    const doubtful = annexes.replace("paragraphs", "paragraph");
    const found = shown("The the panel met, see Annex A.\n", { annexes: doubtful });
    expect(found.find(({ rule }) => rule === "word-twice")).toMatchObject({
      message: "a word is here twice in a row",
    });
    expect(JSON.stringify(found)).not.toMatch(SECRET);
  });
});
