import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

/** Checks a content folder that holds these texts and nothing else. */
function checked(texts: Readonly<Record<string, string>>) {
  return checkContent(
    {
      texts: sealedTexts(texts),
      attachments: new Map(),
      settings: undefined,
      others: [],
      findings: [],
    },
    {},
  );
}

function rulesAt(texts: Readonly<Record<string, string>>): string[] {
  return checked(texts).diagnostics.map(
    ({ rule, severity, place }) => `${place.path}:${place.line}:${place.column} ${severity} ${rule}`,
  );
}

describe("two reports at one address", () => {
  it.each([
    ["capitals", "reports/2019/update.md", "reports/2019/Update.md"],
    ["capitals of a folder", "reports/North/update.md", "reports/north/update.md"],
    ["the way in which accents are written", "reports/caf\u00e9.md", "reports/cafe\u0301.md"],
    ["capitals with accents", "reports/\u00c9t\u00e9.md", "reports/\u00e9t\u00e9.md"],
  ])("are an error that names both: they differ in %s alone", (_name, one, other) => {
    const { diagnostics } = checked({ [one]: reportOf({}), [other]: reportOf({}) });
    const clash = diagnostics.filter(({ rule }) => rule === "output-path-twice");
    expect(clash).toHaveLength(1);
    const said = JSON.stringify(clash);
    expect(said).toContain(one);
    expect(said).toContain(other);
    expect(clash[0]?.severity).toBe("error");
    expect(clash[0]?.fix).toMatch(/rename/);
  });

  it("are an error also where one of the two is withheld", () => {
    expect(
      rulesAt({
        "reports/a.md": reportOf({}),
        "reports/A.md": reportOf({ confidential: "{paragraphs: [1], public-interest: Harm}" }),
      }),
    ).toContainEqual(expect.stringContaining("output-path-twice"));
  });

  it("are an error where an old address of one is the other as data", () => {
    const both = { "reports/a.md": reportOf({}), "reports/b.md": reportOf({ formerly: "[reports/a/A.json]" }) };
    expect(rulesAt(both)).toEqual(["reports/b.md:1:1 error output-path-twice"]);
  });

  it.each([
    ["a file of the site's own", "feed.xml/old"],
    ["the list of its reports as data", "reports.json/old"],
    ["the headers", "_headers/old"],
    ["the other's data", "reports/a/a.json/old"],
    ["the other's PDF", "reports/a/A.pdf/older/old"],
  ])("are an error where an old address of one lies below %s, which would be a folder, too", (_name, old) => {
    const both = { "reports/a.md": reportOf({}), "reports/b.md": reportOf({ formerly: `[${old}]` }) };
    expect(rulesAt(both)).toEqual(["reports/b.md:1:1 error output-path-twice"]);
  });

  it("are none where the paths differ in more", () => {
    expect(
      rulesAt({ "reports/a.md": reportOf({}), "reports/b.md": reportOf({}), "reports/c/a.md": reportOf({}) }),
    ).toEqual([]);
  });

  it.each(["reports/page-2.md", "reports/by-year.md", "reports/by-year/2019.md", "reports/Page-2.md"])(
    "%s would lie where the site's own lists do",
    (path) => {
      expect(rulesAt({ [path]: reportOf({}) })).toEqual([`${path}:1:1 error output-path-twice`]);
    },
  );
});

it("a plain page or an old address may not be where the site lists recommendations", () => {
  const found = rulesAt({
    "reports/a.md": reportOf({ formerly: "[recommendations/2019]" }),
    "pages/recommendations.md": "---\ntitle: Recommendations\n---\n\nThey are many.\n",
  });
  expect(found.sort()).toEqual([
    "pages/recommendations.md:1:1 error output-path-twice",
    "reports/a.md:1:1 error output-path-twice",
  ]);
});

describe("links between reports", () => {
  const target = reportOf({}, "## Findings\n\nThe first. {#review}\n\nThe second.\n");
  const linking = (fragment: string): Record<string, string> => ({
    "reports/2018/lessons.md": target,
    "reports/2019/update.md": reportOf({}, `Words, [words](../2018/lessons.md${fragment}) and words.\n`),
  });

  it.each(["", "#para-1", "#para-2", "#review", "#findings"])("reach %j", (fragment) => {
    expect(rulesAt(linking(fragment))).toEqual([]);
  });

  it.each(["#para-3", "#nowhere", "#Findings", "#para-A1"])("are an error where nothing is called %s", (fragment) => {
    const { diagnostics } = checked(linking(fragment));
    expect(diagnostics).toMatchObject([
      {
        rule: "link-fragment-missing",
        severity: "error",
        place: { path: "reports/2019/update.md", line: 8, column: 8 },
      },
    ]);
    expect(diagnostics[0]?.message).toContain(fragment);
    expect(diagnostics[0]?.fix).toMatch(/\S/);
  });

  it("are an error where the file is not there", () => {
    expect(rulesAt({ "reports/a.md": reportOf({}, "See [words](b.md).\n") })).toEqual([
      "reports/a.md:8:5 error link-target-missing",
    ]);
  });

  it.each([
    ["withheld", { confidential: "{paragraphs: [1], public-interest: Harm}", "public-title": "A matter of law" }],
    ["a draft", { draft: "true" }],
  ])("never break the build where the target is %s, and say nothing of it", (_name, fields) => {
    const { diagnostics, site } = checked({
      "reports/a.md": reportOf({}, "See [these words](b.md#secret) here.\n"),
      "reports/b.md": reportOf({ title: "Qxtitlez", ...fields }, "Qxbodyz {#secret}\n"),
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(site.reports.map(({ path }) => path)).toEqual(["reports/a.md"]);
    expect(site.reports[0]?.bodyHtml).toContain("these words");
    expect(site.reports[0]?.bodyHtml).not.toContain("#secret");
    expect(JSON.stringify([site, diagnostics])).not.toMatch(/Qx\w+z/);
  });
});

describe("abbreviations of several reports", () => {
  const saying = (long: string, date = "2019-03-24"): string =>
    reportOf({ date }, `The ${long} (QAB) met. The QAB met again.\n`);

  it("with two long forms are a warning that names both and the other file", () => {
    const { diagnostics } = checked({
      "reports/a.md": saying("Quality Assurance Board", "2018-01-01"),
      "reports/b.md": saying("Queen Anne Bridge", "2019-01-01"),
    });
    expect(diagnostics).toMatchObject([
      { rule: "abbreviation-meanings-differ", severity: "warning", place: { path: "reports/b.md" } },
    ]);
    for (const words of ["QAB", "Quality Assurance Board", "Queen Anne Bridge", "reports/a.md"])
      expect(diagnostics[0]?.message).toContain(words);
  });

  it.each([
    ["case", "Quality Assurance Board", "quality assurance board"],
    ["hyphens", "Quality-Assurance Board", "Quality Assurance Board"],
  ])("may differ in %s", (_name, one, other) => {
    expect(rulesAt({ "reports/a.md": saying(one), "reports/b.md": saying(other) })).toEqual([]);
  });

  it("take no part where their report is withheld", () => {
    const { diagnostics } = checked({
      "reports/a.md": saying("Quality Assurance Board"),
      "reports/b.md": saying("Queen Anne Bridge").replace(
        "confidential: No",
        "confidential: {paragraphs: [1], public-interest: Harm}",
      ),
    });
    expect(diagnostics).toEqual([]);
  });
});

describe("the site", () => {
  it("holds the public reports alone, latest first", () => {
    const { site } = checked({
      "reports/a.md": reportOf({ date: "2018-01-01" }),
      "reports/b.md": reportOf({ date: "2020-01-01" }),
      "reports/c.md": reportOf({ date: "2019-01-01" }),
      "reports/d.md": reportOf({ date: "2019-01-01" }),
      "reports/withheld.md": reportOf({ confidential: "{paragraphs: [1], public-interest: Harm}" }),
      "reports/draft.md": reportOf({ draft: "true" }),
      "reports/faulty.md": reportOf({ date: "2019-02-31" }),
    });
    expect(site.edition).toBe("public");
    expect(site.reports.map(({ path }) => path)).toEqual([
      "reports/b.md",
      "reports/c.md",
      "reports/d.md",
      "reports/a.md",
    ]);
  });

  it("does not depend on the order in which files are read", () => {
    const texts = { "reports/a.md": reportOf({}), "reports/b.md": reportOf({}), "reports/c/d.md": reportOf({}) };
    const reversed = Object.fromEntries(Object.entries(texts).reverse());
    expect(checked(reversed).site).toEqual(checked(texts).site);
    expect(checked(reversed).diagnostics).toEqual(checked(texts).diagnostics);
  });
});

describe("Markdown annexes", () => {
  const withAnnex = reportOf({ annexes: "\n  - title: Budget\n    file: a/budget.md" }, "See Annex A.\n");

  it("are read as part of the report that names them", () => {
    expect(rulesAt({ "reports/a.md": withAnnex, "reports/a/budget.md": "The budget.\n" })).toEqual([]);
  });

  it("are an error where no report names them, also in a folder below", () => {
    expect(
      rulesAt({
        "reports/a.md": withAnnex,
        "reports/a/budget.md": "The budget.\n",
        "reports/a/b/stray.md": "Words.\n",
      }),
    ).toEqual(["reports/a/b/stray.md:1:1 error file-unnamed"]);
  });

  it("are an error with frontmatter of their own", () => {
    expect(
      rulesAt({ "reports/a.md": withAnnex, "reports/a/budget.md": "---\ntitle: Budget\n---\n\nThe budget.\n" }),
    ).toContain("reports/a/budget.md:1:1 error annex-frontmatter");
  });

  it("have their faults said at their own lines", () => {
    expect(rulesAt({ "reports/a.md": withAnnex, "reports/a/budget.md": "Words.\n\n<b>c</b>\n" })).toContain(
      "reports/a/budget.md:3:1 error raw-html",
    );
  });

  it("are quoted by no message where the report is withheld", () => {
    const { diagnostics } = checked({
      "reports/a.md": withAnnex.replace("confidential: No", "confidential: Yes"),
      "reports/a/budget.md": "Words.\n\n<b>Qxbodyz</b>\n",
    });
    expect(JSON.stringify(diagnostics)).not.toContain("Qxbodyz");
    expect(diagnostics.filter(({ frame }) => frame !== undefined)).toEqual([]);
  });

  it.each(["Yes", "perhaps"])(
    "of a report whose flag says %s are quoted by no message, though no report names them",
    (flag) => {
      const { diagnostics } = checked({
        "reports/a.md": reportOf({ confidential: flag }),
        "reports/a/stray.md": "Words \u200b Qxbodyz.\n",
      });
      expect(diagnostics.filter(({ frame }) => frame !== undefined).map(({ place }) => place.path)).not.toContain(
        "reports/a/stray.md",
      );
    },
  );

  it("that hold what cannot be seen show no line where the report is withheld", () => {
    const { diagnostics } = checked({
      "reports/a.md": withAnnex.replace("confidential: No", "confidential: Yes"),
      "reports/a/budget.md": "Words \u200b Qxbodyz.\n",
    });
    expect(diagnostics.filter(({ frame }) => frame !== undefined)).toEqual([]);
  });
});
