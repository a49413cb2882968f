import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, type PageElement, rulesOf, textOf } from "../compiled-report.ts";
import { fixBody } from "../fixes/fixed-text.ts";

/** "14 the words" of each paragraph and item with a number or a letter of its own, in reading order. */
function labels(body: string, fields = "", settings?: string): readonly string[] {
  const { page } = compileReport(body, { fields, ...(settings === undefined ? {} : { settings }) });
  return page.elements.flatMap((element) => {
    const words = (one: PageElement | undefined): string => (one === undefined ? "" : textOf(one, ["visually-hidden"]));
    if (element.attributes.get("class") === "para-number") {
      const text = element.parent?.children.filter((child) => typeof child !== "string")[1];
      return [`${words(element).replace(/\.$/, "")} ${words(text).split(" (")[0]}`];
    }
    if (element.attributes.get("class") !== "sub-list-mark") return [];
    const [, content] = element.parent?.children.filter((child) => typeof child !== "string") ?? [];
    return [`${words(element)} ${words(content)}`];
  });
}

const errors = (body: string, fields = "") =>
  findingsOf(compileReport(body, { fields }), fields).filter((finding) => finding.startsWith("error"));

describe("numbers in every form in which they are typed", () => {
  it.each([
    ["a full stop", "1. Ash grew.\n\n2. Elm fell.\n\n3. Oak stood."],
    ["a bracket", "1) Ash grew.\n\n2) Elm fell.\n\n3) Oak stood."],
    ["no blank", "1.Ash grew.\n\n2.Elm fell.\n\n3.Oak stood."],
    ["bold", "**1.** Ash grew.\n\n**2.** Elm fell.\n\n**3.** Oak stood."],
    ["bold without a full stop", "**1** Ash grew.\n\n**2** Elm fell.\n\n**3** Oak stood."],
    ["italics", "*1.* Ash grew.\n\n*2.* Elm fell.\n\n*3.* Oak stood."],
    ["nothing behind them", "1 Ash grew.\n\n2 Elm fell.\n\n3 Oak stood."],
    ["a fixed blank", "1.\u00a0Ash grew.\n\n2.\u00a0Elm fell.\n\n3.\u00a0Oak stood."],
    ["a tab", "1.\tAsh grew.\n\n2.\tElm fell.\n\n3.\tOak stood."],
    ["wide blanks", "1.             Ash grew.\n\n2.             Elm fell.\n\n3.             Oak stood."],
  ])("with %s", (_name, body) => {
    expect(labels(body)).toEqual(["1 Ash grew.", "2 Elm fell.", "3 Oak stood."]);
    expect(errors(body)).toEqual([]);
  });

  it.each(["2.Elm fell.", "(2) Elm fell.", "**2.** Elm fell.", "*2.* Elm fell.", "**2** Elm fell.", "2 Elm fell."])(
    "are an error in a line that is swallowed: %s",
    (line) => {
      expect(errors(`## A\n\n1. Ash grew.\n${line}`)).toEqual(["error typed-number-swallowed 4"]);
    },
  );

  it.each([
    "1.2 Elm fell.",
    "1.2. Elm fell.",
    "**1.2** Elm fell.",
    "1.2\tElm fell.",
    "1.2\u00a0Elm fell.",
    "1.1.1 Elm fell.",
  ])("are an error in a line that is swallowed, in the decimal style: %s", (line) => {
    expect(errors(`## 1. A\n\n1.1 Ash grew.\n${line}`)).toEqual(["error typed-number-swallowed 4"]);
  });

  it.each([
    ["below a point", "1. Ash grew:\n\n- tall\n2.Elm fell."],
    ["below a sub-paragraph", "1. Ash grew:\n\n(a) tall\n2. Elm fell."],
    ["below a caption", "1. Ash grew.\n\nTable 1: Costs\n2. Elm fell."],
    ["in a series of its own", "1. Ash grew.\n\n## Reasons\n\n1.Frost.\n2.Drought."],
    ["in an annex", "1. See Annex A.\n\n## Annex A: Trees\n\nA1. Ash grew.\nA2. Elm fell."],
  ])("are an error at the last line, where they are swallowed %s", (_name, body) => {
    expect(errors(body)).toEqual([`error typed-number-swallowed ${body.split("\n").length}`]);
  });

  it("within a line are a hint, where they are the next", () => {
    const body = "1. Ash grew.\n\n2. Elm fell; 3. Oak stood.";
    expect(findingsOf(compileReport(body))).toEqual(["hint number-in-line 3"]);
  });

  it("are one error for each line that is swallowed, and none for the numbers behind them", () => {
    expect(errors("1. Ash grew.\n**2.** Elm fell.\n**3.** Oak stood.\n\n4. Yew bent.")).toEqual([
      "error typed-number-swallowed 2",
      "error typed-number-swallowed 3",
    ]);
  });
});

describe("a report whose sections and paragraphs are numbered 1.1, 1.2", () => {
  const body = [
    "Ward: all",
    "## 1. Purpose\n\n1.1 To report on trees.\n\n1.2 To ask for more.",
    "## 2. Costs\n\n2.1 They are three:\n\na) ash;\n\nb) elm, which needs\n\ni. water;\n\nii. soil; and\n\nc) oak.\n\n2.2 None is high.",
    "### A closer look\n\n2.2.1 Ash is cheap.\n\n2.2.2 Elm is not.\n\n2.3 Oak is dear.",
    "## 3. Background papers\n\nNone.",
  ].join("\n\n");

  it("keeps every number and letter as it was typed, whatever the site's own style is", () => {
    for (const settings of ["numbering-style: decimal\n", "numbering-style: continuous\n"]) {
      expect(labels(body, "", settings)).toEqual([
        "1.1 To report on trees.",
        "1.2 To ask for more.",
        "2.1 They are three:",
        "(a) ash;",
        "(b) elm, which needs (i) water; (ii) soil; and",
        "(i) water;",
        "(ii) soil; and",
        "(c) oak.",
        "2.2 None is high.",
        "2.2.1 Ash is cheap.",
        "2.2.2 Elm is not.",
        "2.3 Oak is dear.",
      ]);
    }
    expect(rulesOf(compileReport(body))).toEqual([]);
  });

  it("has an address for each, and shows the number of a heading once, as it was typed", () => {
    const { page } = compileReport(body.replace("## 2. Costs", "## 2.0 Costs"));
    expect(page.byId("para-2.2.1")).toBeDefined();
    expect(page.all("h2").map((heading) => textOf(heading))).toEqual([
      "1. Purpose",
      "2.0 Costs",
      "3. Background papers",
    ]);
  });

  it.each([
    [
      "a heading that is not counted",
      "## Summary\n\nAll is well.\n\n## 1. Purpose\n\n1.1 One.\n\n## 2. Costs\n\n2.1 Two.",
    ],
    ["one that says so", "## 1. Purpose\n\n1.1 One.\n\n## In short {unnumbered}\n\nWell.\n\n## 2. Costs\n\n2.1 Two."],
    [
      "one in a block without numbers",
      ":::unnumbered\n## Summary\n\nWell.\n:::\n\n## 1. Purpose\n\n1.1 One.\n\n## 2. Costs\n\n2.1 Two.",
    ],
    ["headings without numbers", "## Purpose\n\n1.1 One.\n\n## Costs\n\n2.1 Two."],
    [
      "a summary above headings without numbers",
      "## Summary\n\nWell.\n\n## Purpose\n\n1.1 One.\n\n## Costs\n\n2.1 Two.",
    ],
    ["lines in bold", "**1. Purpose**\n\n1.1 One.\n\n**2. Costs**\n\n2.1 Two."],
    ["lines in bold without numbers", "**Purpose**\n\n1.1 One.\n\n**Costs**\n\n2.1 Two."],
  ])("counts its sections as they were typed below %s", (_name, text) => {
    expect(labels(text)).toEqual(["1.1 One.", "2.1 Two."]);
    expect(errors(text)).toEqual([]);
    expect(compileReport(text).page.text).not.toContain("{unnumbered}");
  });

  it.each([
    ["a section that is left out", "## 1. A\n\n1.1 One.\n\n## 3. B\n\n3.1 Two.", "error typed-number 5"],
    ["a paragraph that is left out", "## 1. A\n\n1.1 One.\n\n1.3 Two.", "error typed-number 5"],
    ["a third level that is left out", "## 1. A\n\n1.1 One.\n\n1.1.2 Two.", "error typed-number 5"],
    ["a number of another section", "## 1. A\n\n1.1 One.\n\n4.2 Two.", "error typed-number 5"],
  ])("is an error for %s", (_name, text, expected) => {
    expect(errors(text)).toEqual([expected]);
  });
});

describe("numbers that begin again under a heading of their own", () => {
  const body =
    "## Purpose\n\n1. To report.\n\n2. To ask.\n\n## Recommendations\n\nThat Cabinet:\n\n1. plant;\n\n2. water:\n\n2.1. by day;\n\n2.2. by night;\n\n(a) at six;\n\n3. prune.\n\n**Reasons**\n\n1. Drought.\n\n2. Frost.\n\n## Background\n\n3. It is late.\n\n4. As paragraph 2 says.";

  it("are a series of its own, and the report's own numbers go on behind it", () => {
    expect(labels(body)).toEqual([
      "1 To report.",
      "2 To ask.",
      "1. plant;",
      "2. water: 2.1. by day; 2.2. by night; (a) at six;",
      "2.1. by day;",
      "2.2. by night; (a) at six;",
      "(a) at six;",
      "3. prune.",
      "1. Drought.",
      "2. Frost.",
      "3 It is late.",
      "4 As paragraph 2 says.",
    ]);
    expect(errors(body)).toEqual([]);
  });

  it("have addresses below their heading, and “paragraph 2” is the report's own", () => {
    const { page, report } = compileReport(body);
    expect(page.byId("recommendations-2")?.tag).toBe("li");
    expect(page.byId("reasons-1")?.tag).toBe("li");
    expect(
      page
        .all("a")
        .find((link) => textOf(link) === "paragraph 2")
        ?.attributes.get("href"),
    ).toBe("#para-2");
    expect(report?.paragraphs.map(({ number }) => number)).toEqual(["1", "2", "3", "4"]);
  });

  it("may come first, where the report's own numbers begin again at 1 below another heading", () => {
    const text =
      "## Recommendations\n\n1. Plant.\n\n2. Water.\n\n## Purpose\n\n1. To report.\n\n2. As paragraph 1 says.\n\n## Next\n\n3. Close.";
    const { page, report } = compileReport(text);
    expect(labels(text)).toEqual(["1. Plant.", "2. Water.", "1 To report.", "2 As paragraph 1 says.", "3 Close."]);
    expect(report?.paragraphs.map(({ number }) => number)).toEqual(["1", "2", "3"]);
    expect(page.byId("recommendations-1")?.tag).toBe("li");
  });

  it("are whole numbers in a decimal report, too, with brackets as they were typed", () => {
    const text =
      "## 1. Purpose\n\n1.1 To ask.\n\n## 2. Recommendations\n\nThat Cabinet:\n\n1) plant; and\n\n2) water.\n\n## 3. Costs\n\n3.1 None.";
    expect(labels(text)).toEqual(["1.1 To ask.", "1) plant; and", "2) water.", "3.1 None."]);
    expect(errors(text)).toEqual([]);
  });

  it.each([
    ["the number of a paragraph", "## A\n\n1. One.\n\n2. Two.\n\n## Reasons\n\n1. x\n\n3. y", "typed-number-ambiguous"],
    ["no number at all", "## A\n\n1. One.\n\n2. Two.\n\n## Reasons\n\n1. x\n\n4. y", "typed-number"],
  ])("are an error where one is left out and the next is %s, and nothing is renumbered", (_name, text, rule) => {
    const body = `${text}\n\n## B\n\n3. Three.`;
    expect(errors(body)).toEqual([`error ${rule} 11`]);
    expect(fixBody(body).body.trim()).toBe(body);
  });

  it("are letters under a heading, too", () => {
    const text =
      "## 1. Purpose\n\n1.1 To ask.\n\n## 2. Recommendations\n\nThat Cabinet:\n\n(a) plant; and\n\n(b) water.";
    expect(labels(text)).toEqual(["1.1 To ask.", "(a) plant; and", "(b) water."]);
    expect(compileReport(text).page.byId("recommendations-b")?.tag).toBe("li");
  });
});

describe("sub-paragraphs that are typed", () => {
  it.each([
    ["as blocks", "One:\n\n(a) ash;\n\n(b) elm."],
    ["on lines", "One:\n(a) ash;\n(b) elm."],
    ["on lines of their own", "One:\n\n(a) ash;\n(b) elm."],
    ["with one bracket", "One:\n\na) ash;\n\nb) elm."],
    ["with a full stop", "One:\n\na. ash;\nb. elm."],
    ["with four blanks before them", "One:\n\n    (a) ash;\n\n    (b) elm."],
    ["with a tab before them", "One:\n\n\t(a) ash;\n\t(b) elm."],
    ["with a fixed blank", "One:\n\n(a)\u00a0ash;\n\n(b)\u00a0elm."],
  ])("belong to the paragraph above, in either mode: %s", (_name, block) => {
    const automatic = compileReport(`${block}\n\nTwo.`);
    const typed = compileReport(`1. ${block}\n\n2. Two.`);
    const decimal = labels(`## A\n\n1.1 ${block}\n\n1.2 Two.`);
    expect(automatic.html).toBe(typed.html);
    expect(automatic.page.paragraphs).toEqual(["1. One: (a) ash; (b) elm.", "2. Two."]);
    expect(rulesOf(automatic)).toEqual([]);
    expect(rulesOf(typed)).toEqual([]);
    expect(decimal).toEqual(["1.1 One:", "(a) ash;", "(b) elm.", "1.2 Two."]);
  });

  it("go on beyond a block between them, and beyond the letter i", () => {
    const letters = "abcdefghij".split("");
    const body = `One:\n\n${letters.map((letter) => `(${letter}) tree`).join("\n\n")}\n\n- and a point\n\n(k) tree`;
    expect(labels(body).slice(1)).toEqual([...letters, "k"].map((letter) => `(${letter}) tree`));
    expect(errors(body)).toEqual([]);
  });

  it.each([
    ["one is left out", "1. One:\n\n(a) ash;\n\n(c) elm.", "(b) is due"],
    ["one comes twice", "1. One:\n\n(a) ash;\n\n(a) elm.", "(b) is due"],
    ["the first is left out", "One.\n\n(b) elm.", "(a) is due"],
    ["a Roman numeral is left out", "One:\n\n(i) ash;\n\n(iii) elm.", "(ii) is due"],
  ])("are an error where %s", (_name, body, due) => {
    const { diagnostics } = compileReport(body);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["sub-paragraph-letter"]);
    expect(diagnostics[0]?.message).toContain(due);
  });

  it.each([
    "One.\n\nThe duty in section 12\n(a) and the like was met.",
    "One.\n\nc. 1900 the wood was felled.",
    "One.\n\ne.g. the wood.",
  ])("are none in a sentence: %j", (body) => {
    expect(rulesOf(compileReport(body))).toEqual([]);
    expect(compileReport(body).page.all(".sub-list-mark")).toEqual([]);
  });
});

describe("lines in bold that stand for headings", () => {
  it("let numbers go on across them", () => {
    const body =
      "**Purpose**\n\n1. To report.\n\n**Background**\n\n2. It began.\n\n3. It ended.\n\n**Next**\n\n4. Close it.";
    expect(labels(body)).toEqual(["1 To report.", "2 It began.", "3 It ended.", "4 Close it."]);
    expect(new Set(rulesOf(compileReport(body)))).toEqual(new Set(["heading-in-bold"]));
  });

  it("carry no number themselves where paragraphs are numbered by themselves", () => {
    expect(labels("Attendance rose.\n\n**Costs**\n\nThere are none.")).toEqual([
      "1 Attendance rose.",
      "2 There are none.",
    ]);
  });

  it("let no letter skip or differ where a number is left out", () => {
    const body = "**A**\n\n1. One.\n\n2. Two.\n\n4. Four.\n\n**B**\n\n5. Five.";
    expect(errors(body)).toEqual(["error typed-number 7"]);
    expect(compileReport("One:\n\n1. x\n2. y\n4. z\n\nTwo:\n\n5. zz").page.paragraphs).toEqual([
      "1. One: (a) x (b) y (c) z",
      "2. Two: (d) zz",
    ]);
  });
});

describe("a report that was published with its numbers", () => {
  const AS_PUBLISHED = "numbering: as-published";

  it("keeps them, with gaps, a late start, and letters behind figures", () => {
    const body = "## 4 Tasks\n\n45. One.\n\n46. Two.\n\n46A. Three.\n\n50. Four.\n\n## 9 More\n\n51. Five.";
    expect(labels(body, AS_PUBLISHED)).toEqual(["45 One.", "46 Two.", "46A Three.", "50 Four.", "51 Five."]);
    expect(findingsOf(compileReport(body, { fields: AS_PUBLISHED }), AS_PUBLISHED)).toEqual([]);
    expect(compileReport(body, { fields: AS_PUBLISHED }).page.byId("para-46A")).toBeDefined();
  });

  it("gives the second of two of the same number an address of its own", () => {
    const body = "## A\n\n4. One.\n\n## B\n\n4. Two.\n\n3. Three.";
    const compiled = compileReport(body, { fields: AS_PUBLISHED });
    expect(compiled.page.byId("para-4-2")).toBeDefined();
    expect(findingsOf(compiled, AS_PUBLISHED)).toEqual(["warning number-twice 7", "hint number-falls 9"]);
  });

  it("keeps series of its own and decimal numbers", () => {
    const body =
      "## 3 A\n\n3.4 One.\n\n3.6 Two.\n\n## Recommendations\n\n1. Plant.\n\n2. Water.\n\n## 7 B\n\n7.2 Three.";
    expect(labels(body, AS_PUBLISHED)).toEqual(["3.4 One.", "3.6 Two.", "1. Plant.", "2. Water.", "7.2 Three."]);
  });
});

describe("numbers of automatic reports", () => {
  it("have three levels where the site says so", () => {
    const settings = "numbering-style: decimal\nnumbering-depth: 3\n";
    expect(labels("## A\n\nOne.\n\n### B\n\nTwo.\n\nThree.\n\n## C\n\nFour.", "", settings)).toEqual([
      "1.1 One.",
      "1.2.1 Two.",
      "1.2.2 Three.",
      "2.1 Four.",
    ]);
  });

  it("are in the style that the report itself asks for", () => {
    expect(labels("## A\n\nOne.\n\n## B\n\nTwo.", "numbering-style: decimal")).toEqual(["1.1 One.", "2.1 Two."]);
  });

  it("follow the numbers of headings", () => {
    const settings = "numbering-style: decimal\n";
    expect(
      labels("## Summary\n\nNo number.\n\n## 1 A\n\nOne.\n\n## B\n\nTwo.\n\n## 3 C\n\nThree.", "", settings),
    ).toEqual(["1.1 One.", "2.1 Two.", "3.1 Three."]);
  });
});

describe("papers in which numbers begin below a heading", () => {
  it("are numbered as they were typed where each part counts from 1, and names go before the first", () => {
    const body =
      "**Present:** Councillors Ames and Bell\n\n## Briefing\n\n1. Members met.\n2. Rules were read.\n\n## Tour\n\n1. It began.\n2. Members saw the floor.\n\n## Discussion\n\n1. They talked.";
    expect(rulesOf(compileReport(body))).toEqual([]);
    expect(labels(body)).toEqual([
      "1 Members met.",
      "2 Rules were read.",
      "1. It began.",
      "2. Members saw the floor.",
      "1. They talked.",
    ]);
  });

  it("are numbered as they were typed where a table is between the numbers", () => {
    const body =
      "## Summary\n\nWaits are long.\n\n## Detail\n\n1. The target is 18 weeks.\n\n2. Few were seen.\n\nTable 1: Waits\n\n| Quarter | Seen |\n|---|---|\n| Q1 | 120 |\n\n3. Staff told us why.";
    expect(rulesOf(compileReport(body))).toEqual([]);
    expect(labels(body)).toEqual([
      "1 The target is 18 weeks.",
      "2 Few were seen. Table 1: Waits Quarter Seen Q1 120",
      "3 Staff told us why.",
    ]);
  });

  it("have figures in brackets below a heading of their own for points, and not for paragraphs", () => {
    const body =
      "## Summary\n\nWaits are long.\n\n## It is recommended that\n\n(1) the Panel notes the waits; and\n\n(2) the Chair writes (see paragraph 2).\n\n## Detail\n\n1. The target is 18 weeks.\n\n2. Few were seen.\n\nThis is so in each year.\n\n3. Staff told us why.";
    const { report, diagnostics } = compileReport(body);
    expect(diagnostics).toEqual([]);
    expect(report?.recommendations.map(({ label }) => label)).toEqual(["(1)", "(2)"]);
    expect(labels(body)).toContain("2 Few were seen. This is so in each year.");
  });
});

describe("a list that a word processor's blanks keep from being one", () => {
  const LIST = "1.\u00a0 Agrees a target;\n2.\u00a0 Asks for money.";

  it("is a series of its own below a heading of its own, and each number that is lost is an error", () => {
    const body = `## Purpose\n\n1. To report.\n\n## Recommendations\n\nThat the Committee:-\n${LIST}\n\n## Law\n\n2. None.`;
    expect(errors(body)).toEqual(["error typed-number-swallowed 8", "error typed-number-swallowed 9"]);
    const { report, diagnostics } = compileReport(fixBody(body).body);
    expect(diagnostics).toEqual([]);
    expect(report?.recommendations.map(({ label }) => label)).toEqual(["1", "2"]);
  });

  it("is told of once within a paragraph of the report's own", () => {
    const body = `## Purpose\n\n1. To report.\n\n2. The panel:\n${LIST}`;
    expect(findingsOf(compileReport(body))).toEqual(["warning list-run-together 6"]);
    const indented = `\n    ${LIST.replaceAll("\u00a0 ", " ").replace("\n", "\n    ")}`;
    expect(labels(body.replace(LIST, indented))).toEqual([
      "1 To report.",
      "2 The panel:",
      "(a) Agrees a target;",
      "(b) Asks for money.",
    ]);
  });
});

describe("a paragraph that is a recommendation under its own number", () => {
  it("shows that number once", () => {
    const { page, report } = compileReport("## 1. Recommendation\n\n1.1 Members are asked to note this.");
    expect(report?.recommendations.map(({ label, id }) => `${label} ${id}`)).toEqual(["1.1 recommendation-1.1"]);
    expect(
      page.elements.filter(({ attributes }) => attributes.get("id") === "recommendation-1.1").map((one) => textOf(one)),
    ).toEqual([""]);
    expect(page.text).toBe("1. Recommendation Paragraph 1.1. Members are asked to note this.");
  });
});
