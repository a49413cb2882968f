import { describe, expect, it } from "vitest";
import { type Around, compileReport, REPORT, rulesOf, sourceOf, textOf } from "../compiled-report.ts";

const PDF = { path: "reports/update/news.pdf", format: "PDF", bytes: 1_240_000, pages: 4 };

function listed(context: Around & { readonly body?: string }): readonly string[] {
  const { page } = compileReport(context.body ?? "See Annex A.", context);
  return page
    .all(".annex-list")
    .flatMap(({ children }) => children.flatMap((child) => (typeof child === "string" ? [] : [textOf(child)])));
}

describe("letters", () => {
  it("follow the order of the list", () => {
    expect(
      listed({ body: "See Annexes A, B and C.", fields: "annexes:\n  - title: X\n  - title: Y\n  - title: Z" }),
    ).toEqual(["Annex A: X – not attached", "Annex B: Y – not attached", "Annex C: Z – not attached"]);
  });

  it("go on behind Z with AA", () => {
    const entries = Array.from({ length: 27 }, (_, n) => `  - title: T${n}`).join("\n");
    expect(listed({ fields: `annexes:\n${entries}` }).at(-1)).toBe("Annex AA: T26 – not attached");
  });

  it("give way to a label", () => {
    expect(listed({ body: "See Appendix 1.", fields: 'annexes:\n  - title: X\n    label: "1"' })).toEqual([
      "Appendix 1: X – not attached",
    ]);
  });

  it.each([
    ["two labels", "annexes:\n  - title: X\n    label: A\n  - title: Y\n    label: a"],
    ["a label and the order", "annexes:\n  - title: X\n    label: B\n  - title: Y"],
  ])("that are the same are an error: %s", (_, fields) => {
    expect(rulesOf(compileReport("See Annexes A and B.", { fields }), "error")).toEqual(["annex-letter-twice"]);
  });

  it("that two headings in the report share are an error", () => {
    expect(rulesOf(compileReport("See Annex A.\n\n## Annex A: X\n\nx\n\n## Appendix A: Y\n\ny"), "error")).toEqual([
      "annex-letter-twice",
    ]);
  });
});

describe("numbers of an annex's paragraphs", () => {
  const fields =
    'annexes:\n  - title: X\n    label: "1"\n    file: update/x.md\n  - title: Y\n    label: A1\n    file: update/y.md';

  it("are never those of another: labels that would make them so are an error at the label", () => {
    const texts = { "reports/update/x.md": "One.", "reports/update/y.md": "Two." };
    const { diagnostics } = compileReport("See Appendices 1 and A1.", { fields, texts });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { rule: "annex-letter-twice", place: { line: 11 }, message: expect.stringContaining("A1.1") },
    ]);
  });

  it("do not matter where an annex has no paragraphs", () => {
    const texts = { "reports/update/x.md": "One." };
    const ofFile = fields.replace("y.md", "news.pdf");
    const compiled = compileReport("See Appendices 1 and A1.", { fields: ofFile, texts, attachments: [PDF] });
    expect(rulesOf(compiled, "error")).toEqual([]);
  });
});

describe("a file beside the report", () => {
  const fields = "annexes:\n  - title: The latest newsletter\n    file: update/news.pdf";

  it("is listed with title, format, size and pages, links to its path below the report's address, and is published", () => {
    const { page, report, diagnostics } = compileReport("See Annex A.", { fields, attachments: [PDF] });
    expect(diagnostics).toEqual([]);
    const link = page.all("a").find((element) => textOf(element).includes("newsletter"));
    expect(link && textOf(link)).toBe("Annex A: The latest newsletter (PDF, 1.2 MB, 4 pages)");
    expect(link?.attributes.get("href")).toBe("news.pdf");
    expect(report?.files).toEqual(["reports/update/news.pdf"]);
    expect(report?.annexes).toMatchObject([{ letter: "A", status: "file", description: "PDF, 1.2 MB, 4 pages" }]);
  });

  it("is what the mention of the annex links to", () => {
    const { page } = compileReport("See Annex A.", { fields, attachments: [PDF] });
    const link = page.all("a").find((element) => textOf(element) === "Annex A");
    const target = page.byId(link?.attributes.get("href")?.slice(1) ?? "");
    expect(target && textOf(target)).toContain("The latest newsletter");
  });

  it.each([
    [1, undefined, "PDF, 1 byte"],
    [999, undefined, "PDF, 999 bytes"],
    [1000, 1, "PDF, 1 KB, 1 page"],
    [52_400, 2, "PDF, 52 KB, 2 pages"],
    [999_600, undefined, "PDF, 1 MB"],
    [1_240_000, 4, "PDF, 1.2 MB, 4 pages"],
    [12_000_000, undefined, "PDF, 12 MB"],
  ])("of %i bytes and %s pages is described as %s", (bytes, pages, description) => {
    const attachment = { path: PDF.path, bytes, ...(pages === undefined ? {} : { pages }) };
    const { report } = compileReport("See Annex A.", { fields, attachments: [attachment] });
    expect(report?.annexes[0]?.description).toBe(description);
  });

  it("may lie in the shared folder", () => {
    const { page, report, diagnostics } = compileReport("See Annex A.", {
      fields: "annexes:\n  - title: Map\n    file: ../shared/map.pdf",
      attachments: [{ path: "shared/map.pdf" }],
    });
    expect(diagnostics).toEqual([]);
    expect(report?.files).toEqual(["shared/map.pdf"]);
    expect(page.all("a").map(({ attributes }) => attributes.get("href"))).toContain("../../shared/map.pdf");
  });

  it("with spaces and marks in its name has an address that leads to it", () => {
    const { page } = compileReport("See Annex A.", {
      fields: "annexes:\n  - title: Map\n    file: update/news & map 50%.pdf",
      attachments: [{ path: "reports/update/news & map 50%.pdf" }],
    });
    const href = page.all(".annex-list")[0] && page.all("a").at(-1)?.attributes.get("href");
    expect(decodeURIComponent(href ?? "")).toBe("news & map 50%.pdf");
    expect(href).not.toContain(" ");
  });

  it.each([
    ["a file that is not there", "update/new.pdf"],
    ["a name in other capitals", "update/News.pdf"],
    ["a folder", "update"],
    ["a folder with its slash", "update/"],
    ["a path out of the content folder", "../../etc/passwd"],
    ["an absolute path", "/etc/passwd"],
    ["a path with a drive", "C:/news.pdf"],
    ["backslashes", "update\\\\news.pdf"],
    ["another report's folder", "other/news.pdf"],
    ["a folder whose name begins as the report's does", "update-2/news.pdf"],
    ["a file beside the report, not in its folder", "news.pdf"],
    ["the report itself", "update.md"],
    ["another report", "other.md"],
    ["a file of the folder above", "../site.yml"],
    ["a path through the folder and out of it", "update/../../site.yml"],
    ["a web address", "https://example.org/news.pdf"],
  ])("is an error where it is %s", (_, file) => {
    const compiled = compileReport("See Annex A.", {
      fields: `annexes:\n  - title: News\n    file: "${file}"`,
      texts: { "reports/other.md": sourceOf("Other.") },
      attachments: [
        PDF,
        { path: "reports/other/news.pdf" },
        { path: "reports/update-2/news.pdf" },
        { path: "reports/news.pdf" },
      ],
    });
    const errors = compiled.diagnostics.filter(({ severity, place }) => severity === "error" && place.path === REPORT);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]?.place.line).toBe(8);
    expect(compiled.report).toBeUndefined();
  });
});

describe("an annex that is written in the report", () => {
  it.each([
    ["## Annex A: Budget", "Annex A: Budget"],
    ["## Annex A – Budget", "Annex A: Budget"],
    ["## Appendix 1: Budget", "Appendix 1: Budget"],
    ["## ANNEX A: Budget", "Annex A: Budget"],
    ["## Annex A", "Annex A"],
    ["## Annexe A", "Annexe A"],
    ["## Annexe B: Budget", "Annexe B: Budget"],
    ["## Annexe B – Budget", "Annexe B: Budget"],
    ["## Annex B — Budget", "Annex B: Budget"],
    ["## Annex B - Budget", "Annex B: Budget"],
    ["## Annex B -- Budget", "Annex B: Budget"],
    ["## Annex B- Budget", "Annex B: Budget"],
    ["## Annex B–Budget", "Annex B: Budget"],
    ["## Annex B -Budget", "Annex B: Budget"],
    ["## Annex A. Budget", "Annex A: Budget"],
    ["## Annex A : Budget", "Annex A: Budget"],
    ["## Annex A Budget", "Annex A: Budget"],
    ["## Appendix 1 Terms of reference", "Appendix 1: Terms of reference"],
    ["## APPENDIX 1 TERMS OF REFERENCE", "Appendix 1: TERMS OF REFERENCE"],
    ["## ANNEX A BUDGET", "Annex A: BUDGET"],
    ["## Appendix 2 how the money is spent", "Appendix 2: how the money is spent"],
    ["## Appendix 1A: Budget", "Appendix 1A: Budget"],
    ["## Appendix IV – Budget", "Appendix IV: Budget"],
    ["## **Annex A** – Budget", "Annex A: Budget"],
  ])("needs no file: %s", (heading, title) => {
    const compiled = compileReport(`See Annex A and Appendix 1 {elsewhere}.\n\n${heading}\n\nText.`);
    expect(compiled.report?.annexes).toHaveLength(1);
    expect(compiled.page.all("h2").map((element) => textOf(element))).toContain(title);
    expect(compiled.page.all(".annex")).toHaveLength(1);
  });

  it("is the annex of the list that has its letter", () => {
    const compiled = compileReport("See Annex A.\n\n## Annex A: Budget\n\nText.", {
      fields: "annexes:\n  - title: Budget",
    });
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.report?.annexes).toMatchObject([{ letter: "A", title: "Budget", status: "text" }]);
  });

  it("is linked where the text calls it Annexe, and called so in the list", () => {
    const { page, report } = compileReport(
      "See Annexe A, and paragraph 1 of Annexe A.\n\n## Annexe A – Budget\n\nText.",
    );
    expect(report?.annexes).toMatchObject([{ kind: "Annexe", letter: "A", title: "Budget" }]);
    const links = page.all("a").map((element) => `${textOf(element)} ${element.attributes.get("href")}`);
    expect(links).toContain("Annexe A #annex-A");
    expect(links).toContain("paragraph 1 #para-A1");
  });

  it("has the name by which the text calls it, where it is a file", () => {
    const { report } = compileReport("See Annexe A.", { fields: "annexes:\n  - title: X" });
    expect(report?.annexes).toMatchObject([{ kind: "Annexe" }]);
  });

  it.each([
    "## Annexes",
    "## Annex to the plan",
    "## ANNEX TO THE PLAN",
    "## ANNEX OF TERMS",
    "## Annexation of land",
    "### Annex A: Budget",
    "## The Annex A",
    "## Annex A and Annex B",
    "## Annex A to the lease",
    "## Annexes A-C",
    "## Annex A-C",
    "## Appendix 1.1",
  ])("does not begin at %s", (heading) => {
    const body = heading.startsWith("###") ? `## B\n\nOne.\n\n${heading}\n\nTwo.` : `One.\n\n${heading}\n\nTwo.`;
    expect(compileReport(body).page.paragraphs).toEqual(["1. One.", "2. Two."]);
  });

  it("is an error where the list names a file for it, too", () => {
    const compiled = compileReport("See Annex A.\n\n## Annex A: B\n\nText.", {
      fields: "annexes:\n  - title: B\n    file: update/news.pdf",
      attachments: [PDF],
    });
    expect(rulesOf(compiled, "error")).toEqual(["annex-file-and-text"]);
  });
});

describe("an annex without file and without text", () => {
  it("is listed as not attached, with a warning at its entry", () => {
    const fields = "annexes:\n  - title: The latest newsletter";
    const compiled = compileReport("See Annex A.", { fields });
    expect(compiled.diagnostics).toMatchObject([
      { rule: "annex-not-attached", severity: "warning", place: { line: 7 } },
    ]);
    expect(compiled.report?.annexes).toMatchObject([{ status: "not attached" }]);
    expect(compiled.page.text).toContain("Annex A: The latest newsletter – not attached");
    expect(compiled.page.byId("annex-A")).toBeDefined();
  });
});

describe("an annex that is a Markdown file", () => {
  const annexed = (text: string, body = "See Annex A.") =>
    compileReport(body, {
      fields: "annexes:\n  - title: Budget by service\n    file: update/budget.md",
      texts: { "reports/update/budget.md": text },
    });

  it("is rendered as a section of the report, and published nowhere else", () => {
    const { page, report, diagnostics } = annexed("Words of the annex.");
    expect(diagnostics).toEqual([]);
    expect(report?.files).toEqual([]);
    expect(page.all(".annex").map((section) => section.attributes.get("id"))).toEqual(["annex-A"]);
    expect(page.all(".annex").map((element) => textOf(element))[0]).toContain("Annex A: Budget by service");
    expect(page.text).toContain("Words of the annex.");
  });

  it("has its headings below the section's own", () => {
    const { page } = annexed("## Costs\n\nx\n\n### Staff\n\ny");
    expect(
      page.elements.filter(({ tag }) => /^h\d$/.test(tag)).map((heading) => `${heading.tag} ${textOf(heading)}`),
    ).toEqual(["h2 Annexes", "h2 Annex A: Budget by service", "h3 Costs", "h4 Staff"]);
  });

  it("keeps its notes apart from the report's", () => {
    const { page, diagnostics } = annexed(
      "Words.[^1]\n\n[^1]: Note of the annex.",
      "See Annex A.[^1]\n\n[^1]: Note of the report.",
    );
    expect(diagnostics).toEqual([]);
    const notes = page.all("section").find(({ attributes }) => attributes.has("data-footnotes"));
    expect(notes && textOf(notes)).toMatch(/Note of the report\..*Note of the annex\./);
    expect(page.all("sup").map((element) => textOf(element))).toEqual(["1", "2"]);
  });

  it("keeps its link definitions apart from the report's", () => {
    const { page } = annexed(
      "See [it][1].\n\n[1]: https://example.org/annex",
      "See Annex A, [it][1].\n\n[1]: https://example.org/report",
    );
    const links = page.all("a").filter((element) => textOf(element) === "it");
    expect(links.map(({ attributes }) => attributes.get("href"))).toEqual([
      "https://example.org/report",
      "https://example.org/annex",
    ]);
  });

  it.each([
    ["raw HTML", "x\n\n<b>bold</b>\n", "raw-html", 3],
    ["a label that is not there", "x\n\n[](#nothing)", "label-missing", 3],
    ["a heading of the first level", "x\n\n# Budget", "heading-level-one", 3],
    ["a short form that is not defined", "x\n\ny\n\nthe QWX plan", "abbreviation-undefined", 5],
    ["a file that is not there", "x\n\n[file](nothing.pdf)", "annex-file-missing", 3],
    ["a reference that leads nowhere", "x\n\nSee paragraph 44.", "reference-missing", 3],
    ["a fence that is mistyped", "x\n\n:::unumbered\ny\n:::", "block-fence", 3],
  ])("names its own file and line in what is found in it: %s", (_, text, rule, line) => {
    const found = annexed(text).diagnostics.find((diagnostic) => diagnostic.rule === rule);
    expect(found?.place).toMatchObject({ path: "reports/update/budget.md", line });
  });

  it("has no frontmatter of its own", () => {
    expect(rulesOf(annexed("---\ntitle: x\n---\n\nWords."), "error")).toContain("annex-frontmatter");
  });

  it("resolves links from its own folder", () => {
    const compiled = compileReport("See Annex A.", {
      fields: "annexes:\n  - title: Budget\n    file: update/budget.md",
      texts: {
        "reports/update/budget.md": "See [news](news.pdf) and [other](../other.md).",
        "reports/other.md": sourceOf("Other."),
      },
      attachments: [PDF],
    });
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.page.all("a").map(({ attributes }) => attributes.get("href"))).toEqual(
      expect.arrayContaining(["news.pdf", "../other/"]),
    );
  });

  it("stands in the order of its letter among the others", () => {
    const { page } = compileReport("See Annexes A, B and C.\n\n## Annex B: Written\n\nx", {
      fields:
        "annexes:\n  - title: First\n    file: update/first.md\n  - title: Written\n  - title: Third\n    file: update/third.md",
      texts: { "reports/update/first.md": "x", "reports/update/third.md": "y" },
    });
    expect(page.all(".annex").map(({ attributes }) => attributes.get("id"))).toEqual(["annex-A", "annex-B", "annex-C"]);
  });

  it("that two annexes name is an error, or stands on the page once", () => {
    const compiled = compileReport("See Annexes A and B.", {
      fields: "annexes:\n  - title: X\n    file: update/budget.md\n  - title: Y\n    file: update/budget.md",
      texts: { "reports/update/budget.md": "Words of it." },
    });
    expect(compiled.report === undefined).toBe(rulesOf(compiled, "error").length > 0);
  });

  it.each([
    "## Annex A: Budget by service\n\nWords of it.",
    "## Annex B: Another\n\nWords of it.",
    "## Appendix 1\n\nWords of it.",
  ])("that has a heading of an annex of its own is an error, or has its words on the page: %j", (text) => {
    const compiled = annexed(text, "See Annex A and Appendix 1.\n\n## Appendix 1\n\nText.");
    expect(rulesOf(compiled, "error").length > 0 || compiled.page.text.includes("Words of it.")).toBe(true);
    const letters = compiled.report?.annexes.map(({ letter }) => letter) ?? [];
    expect(new Set(letters).size).toBe(letters.length);
  });

  it("is an error where no annex names it", () => {
    const compiled = compileReport("One.", { texts: { "reports/update/budget.md": "x" } });
    expect(rulesOf(compiled, "error")).toEqual(["file-unnamed"]);
  });
});

describe("an annex that is withheld", () => {
  const fields =
    "annexes:\n  - title: Contract price\n    file: update/secret-price.pdf\n    confidential: {paragraphs: [3], reason: It is commercial}";
  const attachments = [{ path: "reports/update/secret-price.pdf", format: "PDF", bytes: 777_000, pages: 33 }];

  it("is listed with its letter and title; its file is not published, and neither its name nor its size is shown", () => {
    const compiled = compileReport("See Annex A.", { fields, attachments });
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(compiled.page.text).toContain("Annex A: Contract price");
    expect(compiled.page.text).toMatch(/not for publication/i);
    expect(compiled.html).not.toMatch(/secret-price|777|33 pages/);
    expect(compiled.report?.files).toEqual([]);
    expect(JSON.stringify(compiled.report)).not.toContain('secret-price"');
  });

  it("is listed with its public title, where it has one", () => {
    const compiled = compileReport("See Annex A.", { fields: `${fields}\n    public-title: Award`, attachments });
    expect(compiled.page.text).toContain("Annex A: Award");
    expect(compiled.html).not.toContain("Contract price");
  });

  it("is withheld everywhere: nothing else publishes its file", () => {
    for (const body of ["See Annex A. [It](update/secret-price.pdf).", "See Annex A. ![It](update/secret-price.pdf)"]) {
      const compiled = compileReport(body, { fields, attachments });
      expect(compiled.html).not.toContain("secret-price");
      expect(compiled.report?.files ?? []).toEqual([]);
    }
  });

  it("is withheld from the reports that attach the same shared file", () => {
    const shared = "annexes:\n  - title: Map\n    file: ../shared/map.pdf";
    const compiled = compileReport("See Annex A.", {
      fields: shared,
      attachments: [{ path: "shared/map.pdf" }],
      texts: { "reports/other.md": sourceOf("See Annex A.", `${shared}\n    confidential: Yes`) },
    });
    expect(compiled.html).not.toContain("map.pdf");
  });

  it("that is Markdown is not rendered", () => {
    const compiled = compileReport("See Annex A.", {
      fields: "annexes:\n  - title: Price\n    file: update/price.md\n    confidential: {paragraphs: [3]}",
      texts: { "reports/update/price.md": "The price is ninetynine." },
    });
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(compiled.html).not.toContain("ninetynine");
    expect(compiled.page.text).toContain("Annex A: Price");
  });
});

describe("an annex that the text never mentions", () => {
  const fields = "annexes:\n  - title: News\n    file: update/news.pdf";

  it.each([
    ["it is not named at all", "One."],
    ["only another letter is", "See annex B of the plan."],
  ])("is a warning where %s", (_, body) => {
    expect(rulesOf(compileReport(body, { fields, attachments: [PDF] }))).toEqual(["annex-not-mentioned"]);
  });

  it.each([
    ["a paragraph", "See Annex A."],
    ["a table", "One.\n\n| A |\n|---|\n| See Annex A |"],
    ["a note", "One.[^1]\n\n[^1]: See Annex A."],
    ["a list", "One.\n\n- Annex A shows it."],
    ["a link to its section", "See [the news](#annex-A)."],
    ["a link to its file", "See [the news](update/news.pdf)."],
    ["a sentence about several", "Annexes A and B of ours: see Annex A."],
    ["an appendix of that letter", "See Appendix A."],
    ["words that need no letter, as it is the only one", "A letter with the news is attached."],
  ])("is none where it stands in %s", (_, body) => {
    expect(rulesOf(compileReport(body, { fields, attachments: [PDF] }))).not.toContain("annex-not-mentioned");
  });

  it("is a warning beside another, where the text only says that something is attached", () => {
    const both = `${fields}\n  - title: More news\n    file: update/more.pdf`;
    const attachments = [PDF, { ...PDF, path: "reports/update/more.pdf" }];
    expect(rulesOf(compileReport("The news is attached.", { fields: both, attachments }))).toEqual([
      "annex-not-mentioned",
      "annex-not-mentioned",
    ]);
  });
});

describe("a file that would stand where the site puts the report itself", () => {
  it.each(["update.pdf", "UPDATE.PDF", "index.html/plan.pdf", "update.json/plan.pdf"])("is an error: %s", (name) => {
    const path = `reports/update/${name}`;
    const attachments = [{ path, format: "PDF" }];
    const listed = compileReport("See Annex A.", {
      fields: `annexes:\n  - title: X\n    file: update/${name}`,
      attachments,
    });
    expect(rulesOf(listed, "error")).toEqual(["output-path-twice"]);
    expect(listed.diagnostics[0]?.place).toMatchObject({ path: REPORT, line: 8 });
    expect(rulesOf(compileReport(`See [it](update/${name}).`, { attachments }), "error")).toEqual([
      "output-path-twice",
    ]);
    const withheld = `annexes:\n  - title: X\n    file: update/${name}\n    confidential: {paragraphs: [3]}`;
    expect(rulesOf(compileReport("See Annex A.", { fields: withheld, attachments }), "error")).toEqual([
      "output-path-twice",
    ]);
  });

  it.each(["updates.pdf", "update/update.pdf", "plan.pdf"])("is none where its name differs: %s", (name) => {
    const attachments = [{ path: `reports/update/${name}`, format: "PDF" }];
    const fields = `annexes:\n  - title: X\n    file: update/${name}`;
    expect(rulesOf(compileReport("See Annex A.", { fields, attachments }), "error")).toEqual([]);
  });
});
