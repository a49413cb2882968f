import { describe, expect, it } from "vitest";
import { type Around, compileReport, findingsOf, firstLine, REPORT, rulesOf, sourceOf } from "../compiled-report.ts";

function hrefs(body: string, context: Around = {}): readonly (string | undefined)[] {
  return compileReport(body, context)
    .page.all("a")
    .filter(({ attributes }) => attributes.get("class") !== "para-number")
    .map(({ attributes }) => attributes.get("href"));
}

describe("references in running text", () => {
  it.each([
    ["a table", "One.\n\n| A |\n|---|\n| paragraph 1 |"],
    ["a note", "One.[^1]\n\n[^1]: See paragraph 1."],
    ["a list", "One.\n\n- See paragraph 1."],
    ["an annex", "One.\n\n## Annex A: B\n\nSee paragraph 1."],
    ["a caption", "One.\n\nTable: Costs as paragraph 1 gives them\n\n| A |\n|---|\n| x |"],
  ])("are linked in %s", (_, body) => {
    expect(hrefs(body)).toContain("#para-1");
  });

  it.each([
    ["a heading", "One.\n\n## Paragraph 1 again\n\nTwo."],
    ["code", "One.\n\n`paragraph 1`"],
    ["a quotation, whose paragraphs are another's", "One.\n\n> See paragraph 1, and paragraph 44."],
    ["a block of code", "One.\n\n```\nparagraph 1\n```"],
  ])("are not linked in %s", (_, body) => {
    expect(hrefs(body)).toEqual([]);
  });

  it.each([
    ["a paragraph", "One.\n\nSee paragraph 44.", 3],
    ["the second of two", "One.\n\nSee paragraphs 1 and 44.", 3],
    ["an annex", "One.\n\nSee Annex Q.", 3],
    ["an annex's paragraph", "One.\n\nSee paragraph A4.", 3],
    ["what a sentence in brackets points to, after a text", "One.\n\nThe Act is old. So be it. (Paragraph 44)", 3],
  ])("are a warning where what they name is not there: %s", (_, body, line) => {
    const compiled = compileReport(body);
    expect(findingsOf(compiled)).toEqual([`warning reference-missing ${line}`]);
    expect(compiled.page.text).toContain(body.split("\n").at(-1));
  });

  it.each([
    ["One.\n\nSee *this* and paragraph 44.", 2, "44"],
    ["One.\n\nSee *this* and *paragraph* 44(a).", 2, "44"],
    ["One.\n\nSee paragraphs 1,\n44 and 1.", 3, "44"],
    ["One.\n\n- See it all and\n  paragraphs 1 and 44.", 3, "44"],
    ["One.\n\nSee &#44; r&amp;d, a\\_b &copy; and paragraph 44.", 2, "44."],
    ["One.\n\nHarmful Sexual Behaviour (HSB) is rare. See HSB and paragraph 44.", 2, "44"],
    ["One.\n\n| Cost |\n|---|\n| paragraph 44 |", 4, "44"],
    ["One.\n\nSee Annex Q.", 2, "Q"],
    ["One.\n\n## Annex A: B\n\nTwo.\n\nSee paragraph 44 of Annex A.", 6, "44"],
  ])("say at which line and column the number stands: %j", (body, line, words) => {
    const { diagnostics } = compileReport(body);
    const column = (body.split("\n")[line]?.indexOf(words) ?? -1) + 1;
    const endColumn = column + words.replace(/\.$/, "").length;
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["reference-missing"]);
    expect(diagnostics[0]?.place).toMatchObject({ line: firstLine() + line, column, endColumn });
  });

  it("are one warning for each number that is not there", () => {
    const messages = compileReport("See paragraphs 1, 44, 45 to 47 and Annex Q.").diagnostics.map(
      ({ message }) => message,
    );
    expect(messages).toEqual(
      ["paragraph 44", "paragraph 45", "paragraph 47", "annex Q"].map((what) => `there is no ${what} in this report`),
    );
  });

  it.each([
    "One.\n\nThe statutory guidance was plain, as paragraph 172 shows.",
    "One.\n\nSee [paragraph 44 and Annex Q](https://example.org/plan).",
    "One.\n\n## Annex A: B\n\nTwo.\n\nSee Annex A (paragraph 44).",
    "One.\n\nSee paragraphs 3 and 44 of the minutes.",
  ])("are no warning where another's may be meant: %j", (body) => {
    expect(rulesOf(compileReport(body))).toEqual([]);
  });

  it.each([
    ["the other style of numbering", "One.\n\nSee paragraph 4.12."],
    [
      "a number far too high for a slip, once another text was named",
      "One.\n\nThe lease ran out. Rents rose. See paragraph 172.",
    ],
    [
      "the sentence behind that of a text of authority",
      "One.\n\nThis is the Framework's view; so says the Act. See paragraph 4.",
    ],
    ["words in quotation marks", "One.\n\nShe wrote of “the matter in paragraph 44”."],
  ])("are no warning where another's must be meant: %s", (_, body) => {
    expect(rulesOf(compileReport(body))).toEqual([]);
  });

  it.each([
    ["One.\n\nSee paragraph 2.", "reference-to-itself"],
    ["One.\n\nTwo.\n\n- See paragraph 2.", "reference-to-itself"],
    ["One.\n\n## Annex A: B\n\nSee paragraph A1.", "reference-to-itself"],
    ["See paragraph 2 above.\n\nTwo.", "reference-direction"],
    ["One.\n\nSee paragraph 1 (below).", "reference-direction"],
    ["One.\n\n## Annex A: B\n\nSee paragraph 1, below.", "reference-direction"],
    [":::exempt{paragraphs=3 public-interest=Harm}\nSee paragraph 2 above.\n:::\n\nTwo.", "reference-direction"],
  ])("are a warning where they lead to themselves or to the wrong side: %j", (body, rule) => {
    expect(rulesOf(compileReport(body))).toEqual([rule]);
  });

  it.each([
    "See paragraph 2 below.\n\nTwo.",
    "One.\n\nSee paragraph 1 above.",
    "One.\n\nThe options are those of paragraph 2(a), and not of paragraphs 2 to 3.\n\nThree.",
    "One.[^1]\n\n[^1]: See paragraph 1.",
    "One.\n\nSee paragraph 1 below the line.",
    "One.\n\nParagraph 2 of the minutes says so.",
    "One.\n\n## Annex A: B\n\nSee paragraph 1 above.",
  ])("are no warning where they lead to where they say: %j", (body) => {
    expect(rulesOf(compileReport(body))).toEqual([]);
  });

  it("are no warning for a paragraph of an annex that is a file", () => {
    const context = {
      fields: "annexes:\n  - {title: Newsletter, file: update/news.pdf}",
      attachments: [{ path: "reports/update/news.pdf" }],
    };
    const compiled = compileReport("See paragraph 3 of Annex A, and Annex A, paragraph 4.", context);
    expect(rulesOf(compiled)).toEqual([]);
    expect(hrefs("See paragraph 3 of Annex A, and Annex A, paragraph 4.", context)).toEqual(
      expect.arrayContaining(["#annex-A"]),
    );
  });

  it("are linked at the number alone where the words before it are in emphasis", () => {
    expect(compileReport("See *paragraph* 1 and paragraph **1**.").html).toContain(
      '<em>paragraph</em> <a href="#para-1">1</a> and paragraph <strong><a href="#para-1">1</a></strong>',
    );
  });

  it("take the marker away wherever it stands in the sentence, and emphasised", () => {
    const compiled = compileReport("See paragraph 1 of the plan {elsewhere}, and *paragraph 1* **{elsewhere}**.");
    expect(compiled.page.text).not.toContain("elsewhere");
    expect(compiled.html).not.toContain('href="#para-1">paragraph');
  });

  it("take the marker {elsewhere} away, and leave the words alone", () => {
    const compiled = compileReport("See paragraph 3 {elsewhere} and paragraphs 4 and 5{elsewhere}, please.");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See paragraph 3 and paragraphs 4 and 5, please."]);
  });
});

describe("a line of a list of appendices", () => {
  it("is no second warning of one that is not there", () => {
    const list = "Appendix 1: Frogs\n\nAppendix 2 – Newts";
    expect(findingsOf(compileReport(`The frogs are listed at Appendix 1.\n\n${list}`))).toEqual([
      "warning reference-missing 1",
      "warning reference-missing 5",
    ]);
  });

  it.each(["Appendices: Appendix 1: Frogs", "List of appendices: Appendix 1 – Frogs", "Attachments: Annex 1: Frogs"])(
    "is one with the word for the list before it, too: %s",
    (line) => {
      const body = `The frogs are listed at Appendix 1.\n\n${line}`;
      expect(findingsOf(compileReport(body))).toEqual(["warning reference-missing 1"]);
    },
  );
});

describe("an appendix that something is set out in or attached at", () => {
  const fields = 'annexes:\n  - title: Draft policy\n    label: "1"';

  it.each([
    "That Cabinet approve the policy set out in Appendix 1.",
    "That Cabinet note the response attached at Appendix 1 to the report.",
    "That Cabinet note the guidance appended as Appendix 1.",
    "The strategy attached at Appendix 1 to this report is new.",
  ])("is the report's own: %s", (body) => {
    const { page, diagnostics } = compileReport(body, { fields });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["annex-not-attached"]);
    expect(page.all("a").map((link) => link.attributes.get("href"))).toContain("#annex-1");
  });

  it.each(["Approve the charges set out in Appendix 7.", "Note the guidance set out in Appendix 7."])(
    "is missed where the report has none: %s",
    (body) => {
      const { diagnostics } = compileReport(body);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["reference-missing"]);
    },
  );

  it.each([
    "Note the rule set out in Appendix 1 of the Code.",
    "Note the rule of the Act set out in Appendix 1.",
    "Note the advice attached at Appendix 1 to the report of the Ombudsman.",
  ])("is left alone where it is another text's: %s", (body) => {
    const { page } = compileReport(body, { fields });
    expect(page.all("a").map((link) => link.attributes.get("href"))).not.toContain("#annex-1");
  });
});

describe("the marker {elsewhere} in what an abbreviation stands for", () => {
  it.each([
    ["a list", "## Abbreviations\n\nHSB – Harmful Sexual Behaviour {elsewhere}", ""],
    ["a table", "## Abbreviations\n\n| HSB | Harmful Sexual Behaviour {elsewhere} |\n|---|---|", ""],
    ["a line of its own", "*[HSB]: Harmful Sexual Behaviour {elsewhere}", ""],
    ["the frontmatter", "", "abbreviations: {HSB: 'Harmful Sexual Behaviour {elsewhere}'}"],
  ])("is not published: %s", (_, list, fields) => {
    const { report } = compileReport(`HSB rose.\n\n${list}`, { fields });
    expect(report?.abbreviations.map(({ long }) => long)).toEqual(["Harmful Sexual Behaviour"]);
  });
});

describe("[](#…)", () => {
  it("becomes the words for what it names", () => {
    const compiled = compileReport(
      "One. {#review}\n\n[](#review), [](#para-1), [](#next-steps), [](#annex-A), [](#para-A1)\n\n## Next steps\n\nThree.\n\n## Annex A: B\n\nx",
    );
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs[1]).toBe("2. paragraph 1, paragraph 1, Next steps, Annex A, paragraph A1");
  });

  it("is reported at its own place where it leads to the paragraph that it stands in", () => {
    const { diagnostics } = compileReport("One.\n\nTwo, see [](#para-2).");
    expect(diagnostics).toMatchObject([{ rule: "reference-to-itself", place: { line: 10, column: 10 } }]);
  });

  it("says that https:// is missing where an address of the web would be a file", () => {
    const { diagnostics } = compileReport("See [it](www.example.org/damp) and [that](example.gov.uk/damp).");
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ fix }) => fix)).toEqual([
      "write https://www.example.org/damp",
      "write https://example.gov.uk/damp",
    ]);
  });

  it("keeps the words that an author gives it", () => {
    expect(compileReport("One. {#review}\n\nSee [the review](#review).").page.paragraphs[1]).toBe("2. See the review.");
  });

  it.each([
    "See [](#nothing).",
    "See [it](#nothing).",
    "See [it](#para-9).",
    "See [it](#annex-Q).",
    "See [it](#).",
    "See [it][x].\n\n[x]: #nothing",
  ])("is an error where nothing has that name: %j", (body) => {
    expect(rulesOf(compileReport(body), "error")).toEqual(["label-missing"]);
  });

  it("finds a heading by its slug as it is written on a git host", () => {
    expect(hrefs("See [x](#crèche-fees) and [x](#cr%C3%A8che-fees).\n\n## Crèche fees\n\nTwo.")).toHaveLength(2);
    expect(rulesOf(compileReport("See [x](#cr%C3%A8che-fees).\n\n## Crèche fees\n\nTwo."))).toEqual([]);
  });
});

describe("links between reports", () => {
  const other = (fields = "") => sourceOf("One. {#review}\n\n## Next steps\n\nTwo.", fields);

  it.each([
    ["reports/update.md", "2018/lessons.md", "reports/2018/lessons.md", "../2018/lessons/"],
    ["reports/2019/update.md", "../2018/lessons.md", "reports/2018/lessons.md", "../../2018/lessons/"],
    ["reports/2019/update.md", "lessons.md", "reports/2019/lessons.md", "../lessons/"],
    ["reports/2019/update.md", "./lessons.md", "reports/2019/lessons.md", "../lessons/"],
    ["reports/2019/update.md", "../2018/lessons.md#review", "reports/2018/lessons.md", "../../2018/lessons/#review"],
    ["reports/2019/update.md", "../2018/lessons.md#para-2", "reports/2018/lessons.md", "../../2018/lessons/#para-2"],
    [
      "reports/2019/update.md",
      "../2018/lessons.md#next-steps",
      "reports/2018/lessons.md",
      "../../2018/lessons/#next-steps",
    ],
    ["reports/2019/update.md", "../2018/the%20lessons.md", "reports/2018/the lessons.md", "../../2018/the%20lessons/"],
  ])("from %s to %s become addresses of the site", (path, link, target, href) => {
    const context = { path, texts: { [target]: other() } };
    const compiled = compileReport(`See [it](${link}).`, context);
    expect(compiled.diagnostics).toEqual([]);
    expect(hrefs(`See [it](${link}).`, context)).toEqual([href]);
  });

  it.each([
    ["a file that is not there", "../2018/lesons.md", "link-target-missing"],
    ["a fragment that is not there", "../2018/lessons.md#revue", "link-fragment-missing"],
    ["a paragraph that is not there", "../2018/lessons.md#para-9", "link-fragment-missing"],
    ["another file that is not there", "../2018/lessons.pdf", "file-place"],
    ["a path out of the content folder", "../../../etc/passwd.md", "file-place"],
  ])("are an error where they lead to %s", (_, link, rule) => {
    const compiled = compileReport(`One.\n\nSee [it](${link}).`, {
      path: "reports/2019/update.md",
      texts: { "reports/2018/lessons.md": other() },
    });
    expect(rulesOf(compiled, "error")).toEqual([rule]);
    expect(compiled.diagnostics[0]?.place).toMatchObject({ path: "reports/2019/update.md", line: firstLine() + 2 });
  });

  it.each([
    ["withheld", "title: T", "../other/"],
    ["withheld, and has a public title", 'title: T\npublic-title: "A matter: of law"', "../a-matter-of-law/"],
  ])("into what is %s go to its stub, and to no place in it", (_, titles, stub) => {
    const texts = {
      "reports/other.md": `---\n${titles}\nauthor: P\ndate: 2024-01-01\nconfidential: {paragraphs: [3], public-interest: Harm}\n---\n\nOne. {#review}\n`,
    };
    const compiled = compileReport("See [the words](other.md) and [more](other.md#review).", { texts });
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(hrefs("See [the words](other.md) and [more](other.md#review).", { texts })).toEqual([stub, stub]);
  });

  it.each([["a draft", sourceOf("One.", "draft: true")]])("into what is %s become plain text", (_, source) => {
    const compiled = compileReport("See [the words](other.md) and [more](other.md#review).", {
      texts: { "reports/other.md": source },
    });
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See the words and more."]);
    expect(hrefs("See [the words](other.md).", { texts: { "reports/other.md": source } })).toEqual([]);
  });

  it("into a report that is refused become plain text in the pages that are built", () => {
    const compiled = compileReport("See [the words](other.md).", {
      texts: { "reports/other.md": sourceOf("<b>x</b>") },
    });
    const own = compiled.diagnostics.filter(({ place, severity }) => place.path === REPORT && severity === "error");
    expect(own).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See the words."]);
  });

  it("to itself go to its own top or place", () => {
    const compiled = compileReport("One. {#review}\n\nSee [it](update.md) and [it](update.md#review).");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.all("a").map(({ attributes }) => attributes.get("href"))).toContain("#review");
  });

  it("to itself with a fragment that is not there are an error", () => {
    expect(rulesOf(compileReport("See [it](update.md#revue)."), "error").length).toBeGreaterThan(0);
  });

  it("to a Markdown annex go to its section", () => {
    const context = {
      fields: "annexes:\n  - title: B\n    file: update/budget.md",
      texts: { "reports/update/budget.md": "Words. {#price}" },
    };
    expect(hrefs("See [it](update/budget.md) and [it](update/budget.md#price).", context)).toEqual(
      expect.arrayContaining(["#annex-A", "#price"]),
    );
    expect(rulesOf(compileReport("See [it](update/budget.md#prize).", context), "error").length).toBeGreaterThan(0);
  });
});

describe("links and images to files", () => {
  const attachments = [
    { path: "reports/update/news.pdf", bytes: 1_240_000, pages: 4 },
    { path: "reports/update/map.png", format: "PNG", width: 4, height: 3 },
    { path: "shared/logo.png", format: "PNG", width: 4, height: 3 },
  ];

  it("show format and size, and publish the file", () => {
    const { page, report } = compileReport("See [the news](update/news.pdf).", { attachments });
    expect(page.paragraphs).toEqual(["1. See the news (PDF, 1.2 MB, 4 pages)."]);
    expect(report?.files).toEqual(["reports/update/news.pdf"]);
  });

  it("lead to the file's place below the report's address", () => {
    const { page, report } = compileReport("One.\n\n![A map](update/map.png)\n\n![A logo](../shared/logo.png)", {
      attachments,
    });
    expect(page.all("img").map(({ attributes }) => attributes.get("src"))).toEqual([
      "map.png",
      "../../shared/logo.png",
    ]);
    expect(report?.files).toEqual(["reports/update/map.png", "shared/logo.png"]);
  });

  it.each([
    ["![A map](update/mop.png)", "annex-file-missing"],
    ["![A map](../map.png)", "file-place"],
    ["![A map](https://example.org/map.png)", "file-place"],
    ["![A map](update/news.pdf)", "file-refused"],
    ["[x](../../site.yml)", "file-place"],
    ["[x](/etc/passwd)", "file-place"],
    ["[x](update/nothing.pdf)", "annex-file-missing"],
  ])("are an error where they cannot be published: %s", (body, rule) => {
    expect(rulesOf(compileReport(`One.\n\n${body}`, { attachments }), "error")).toEqual([rule]);
  });

  it.each(["https://example.org/x?a=1&b=2", "http://example.org", "mailto:a@example.org", "tel:+441904551550"])(
    "are left as they are where they leave the site: %s",
    (url) => {
      expect(hrefs(`See [it](${url}).`)).toEqual([url]);
    },
  );

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "//example.org/x",
  ])("are an error where their scheme is not accepted: %s", (url) => {
    for (const body of [`[x](${url})`, `[x][y]\n\n[y]: ${url}`, `![x](${url})`]) {
      expect(rulesOf(compileReport(body), "error").length).toBeGreaterThan(0);
    }
  });
});
