import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { compileReport, findingsOf, rulesOf } from "../compiled-report.ts";

const SECRET = /Qx\w*z/;

/** The numbers of a page, and in brackets what stands in place of passages, in reading order. */
function numbersOf(body: string, fields = ""): string {
  const { page, diagnostics } = compileReport(body, { fields });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return page.elements
    .flatMap(({ attributes, children }) => {
      const id = attributes.get("id");
      if (attributes.get("class") === "para") return [id?.replace("para-", "") ?? ""];
      if (attributes.get("class") !== "withheld-notice") return [];
      const words = String(children.at(-1)).replace(/ (?:is|are) not for publication.*/, "");
      return [`(${words})`];
    })
    .join(" ");
}

describe("numbers go on beyond a passage, and what stands in its place names them", () => {
  it.each<[string, string, string, string?]>([
    ["one paragraph", "One.\n\n:::exempt\nQxz.\n:::\n\nThree.", "1 (Paragraph 2) 3"],
    ["two", "One.\n\n:::exempt\nQxz.\n\nQxz.\n:::\n\nFour.", "1 (Paragraphs 2 and 3) 4"],
    ["three", ":::exempt\nQxz.\n\nQxz.\n\nQxz.\n:::\n\nFour.", "(Paragraphs 1 to 3) 4"],
    ["typed numbers", "1. One.\n\n:::exempt\n2. Qxz.\n3. Qxz.\n:::\n\n4. Four.", "1 (Paragraphs 2 and 3) 4"],
    ["typed numbers, with a heading", "1. One.\n\n:::exempt\n## Qxz\n\n2. Qxz.\n:::\n\n3. Three.", "1 (Paragraph 2) 3"],
    ["part of a paragraph", "One.\n\n:::exempt\n- Qxz\n:::\n\n> Goes on.\n\nTwo.", "1 (Part of paragraph 1) 2"],
    ["a typed continuation", "1. One.\n\n:::exempt\nQxz.\n:::\n\n2. Two.", "1 (Part of paragraph 1) 2"],
    ["a passage at the end", "One.\n\n:::exempt\nQxz.\n:::", "1 (Paragraph 2)"],
    ["a passage and nothing else", ":::exempt\nQxz.\n:::", "(Paragraph 1)"],
    ["two passages", ":::exempt\nQxz.\n:::\n\n:::exempt\nQxz.\n:::\n\nThree.", "(Paragraph 1) (Paragraph 2) 3"],
    ["no numbers", "One.\n\n:::exempt\nQxz.\n:::\n\nTwo.", "(A passage)", "numbering: none"],
    [
      "unnumbered text within",
      "One.\n\n::::exempt\n:::unnumbered\nQxz.\n:::\n\nQxz.\n::::\n\nThree.",
      "1 (Paragraph 2) 3",
    ],
    [
      "a passage within unnumbered text",
      "One.\n\n::::unnumbered\n:::exempt\nQxz.\n:::\n::::\n\nTwo.",
      "1 (Part of paragraph 1) 2",
    ],
    [
      "a passage within a passage",
      "One.\n\n::::exempt\nQxz.\n\n:::exempt\nQxz.\n:::\n::::\n\nFour.",
      "1 (Paragraphs 2 and 3) 4",
    ],
    [
      "an annex that is written in the report",
      "See Annex A.\n\n## Annex A: Costs\n\nOne.\n\n:::exempt\n### Qxz\n\nQxz.\n:::\n\nThree.",
      "1 A1 (Paragraph A2) A3",
    ],
  ])("%s", (_name, body, expected, fields) => {
    expect(numbersOf(body, fields)).toBe(expected);
  });

  it("in the decimal style, too, where a heading stands in the passage", () => {
    const settings = "numbering-style: decimal\n";
    const body = "## One\n\nA.\n\n:::exempt\nQxz.\n\n## Qxz\n\nQxz.\n:::\n\nB.\n\n## Three\n\nC.";
    const { page, report } = compileReport(body, { settings });
    expect(report?.paragraphs.map(({ number }) => number)).toEqual(["1.1", "1.2", "2.1", "2.2", "3.1"]);
    expect(page.text).toContain("Paragraphs 1.2 and 2.1 are not for publication");
    expect(page.text).not.toMatch(SECRET);
  });

  it("the members' edition has the same numbers", () => {
    const file = reportOf({}, "One.\n\n:::exempt\nTwo.\n\nThree.\n:::\n\nFour.\n");
    const numbers = (["public", "members"] as const).map((edition) => {
      const content = {
        texts: sealedTexts({ "reports/a.md": file }),
        attachments: new Map(),
        settings: undefined,
        others: [],
        findings: [],
      };
      return checkContent(content, { edition }).site.reports[0]?.paragraphs.map(({ number }) => number);
    });
    expect(numbers).toEqual([
      ["1", "2", "3", "4"],
      ["1", "2", "3", "4"],
    ]);
  });
});

describe("the braces of a passage", () => {
  it("give the paragraphs of the Schedule, a reason and a review", () => {
    const { page } = compileReport(
      ':::exempt{paragraphs="1, 3" reason="It would harm the council" review="31 March 2026"}\nQxz.\n:::',
    );
    expect(page.text).toMatch(/exempt information as defined in paragraphs 1 and 3 .*individual/);
    expect(page.text).toContain("Reason: It would harm the council. This is to be reviewed on 31 March 2026.");
  });

  it("may say that the information is confidential", () => {
    expect(compileReport(":::exempt{basis=confidential}\nQxz.\n:::").page.text).toContain("section 100A(3)");
  });

  it("may be left out, with a warning", () => {
    const compiled = compileReport(":::exempt\nQxz.\n:::");
    expect(findingsOf(compiled)).toEqual(["warning confidential-reason 1"]);
    expect(compiled.page.text).toContain("Paragraph 1 is not for publication.");
  });

  it.each([
    "{paragraphs=0}",
    "{paragraphs=8}",
    "{paragraphs=3a}",
    '{paragraphs="1-3"}',
    "{paragraphs}",
    '{paragraphs=""}',
    "{reason=x}",
    "{basis=secret paragraphs=1}",
    "{pargraphs=3}",
    "{paragraphs=3 paragraphs=1}",
    '{paragraphs=3 review="31/03/2026"}',
    "{paragraphs=3 #name}",
    "{paragraphs=3 .name}",
    "{3}",
  ])("that are not understood are an error: %s", (braces) => {
    const compiled = compileReport(`One.\n\n:::exempt${braces}\nQxz.\n:::`);
    expect(rulesOf(compiled, "error").length).toBeGreaterThan(0);
    expect(compiled.report).toBeUndefined();
    expect(findingsOf(compiled)[0]).toMatch(/^error (?:exempt-attributes|block-fence) 3$/);
  });
});

describe("what only a passage uses is not published", () => {
  it.each<[string, string]>([
    ["a note", "One.\n\n:::exempt\nQxz[^a].\n:::\n\n[^a]: Qxnotez."],
    ["a note of a note", "One.\n\n:::exempt\nQxz[^a].\n:::\n\n[^a]: Qxnotez[^b].\n\n[^b]: Qxnotez."],
    ["the address of a link", "One.\n\n:::exempt\n[Qxz][a].\n:::\n\n[a]: https://example.org/Qxaddressz"],
    ["an abbreviation of the list", "One.\n\n:::exempt\nQXA.\n:::\n\n## Abbreviations\n\nQXA – Qxlongz form"],
    ["an abbreviation of the text", "One.\n\n:::exempt\nQxlongz form (QF). QF.\n:::"],
    ["a line of definition", "One.\n\n:::exempt\nQXA.\n:::\n\n*[QXA]: Qxlongz form"],
    ["a label", "One.\n\n:::exempt\nQxz. {#qxlabelz}\n:::\n\nSee [](#qxlabelz)."],
    ["a heading", "One.\n\n:::exempt\n## Qxheadingz\n\nQxz.\n:::"],
  ])("%s", (_name, body) => {
    const { html, report } = compileReport(body);
    expect(report).toBeDefined();
    expect(html.replace("(#qxlabelz)", "")).not.toMatch(/Qx\w*z|QXA|qxlabelz/);
    expect(JSON.stringify(report)).not.toMatch(/Qx\w*z|QXA/);
  });

  it("an abbreviation of the frontmatter", () => {
    const { report, html } = compileReport("One.\n\n:::exempt\nQXA.\n:::", { fields: "abbreviations: {QXA: Qxlongz}" });
    expect(report?.abbreviations).toEqual([]);
    expect(html).not.toMatch(/QXA|Qxlongz/);
  });

  it("but what the public text uses as well stays", () => {
    const { page } = compileReport(
      "One[^a] WP.\n\n:::exempt\nQxz[^a] WP.\n:::\n\n[^a]: The note.\n\n## Abbreviations\n\nWP – Work Programme",
    );
    expect(page.text).toContain("The note.");
    expect(page.text).toContain("Work Programme First used in paragraph 1");
  });
});

describe("what is written in a passage and used outside of it is an error at the use", () => {
  it.each<[string, string, string]>([
    ["a note", "One[^a].\n\n:::exempt\nQxz[^a].\n\n[^a]: Qxz.\n:::", "footnote-undefined 1"],
    ["a note, below", "One.\n\n:::exempt\nQxz[^a].\n\n[^a]: Qxz.\n:::\n\nTwo[^a].", "exempt-definition 9"],
    ["an address", "One [b][a].\n\n:::exempt\n[Qxz][a].\n\n[a]: https://example.org/\n:::", "exempt-definition 1"],
    [
      "an address on both sides",
      "[One][a].\n\n:::exempt\n[a]: https://a.example/\n\nQxz.\n:::\n\n[a]: https://b.example/",
      "exempt-definition 4",
    ],
  ])("%s", (_name, body, expected) => {
    const compiled = compileReport(body);
    expect(compiled.report).toBeUndefined();
    expect(findingsOf(compiled)).toContain(`error ${expected}`);
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it("an abbreviation is a warning there: its readers would miss it", () => {
    const compiled = compileReport(
      "One HSB.\n\n:::exempt{paragraphs=1 public-interest=Harm}\nHarmful Sexual Behaviour (HSB).\n:::",
    );
    expect(findingsOf(compiled)).toEqual(["warning abbreviation-undefined 1"]);
    expect(compiled.diagnostics[0]?.message).toContain("outside what is withheld");
    expect(compiled.html).not.toContain("Harmful");
  });
});

describe("messages", () => {
  it("quote no line of a passage, and quote the others", () => {
    const compiled = compileReport("<b>One</b>\n\n:::exempt{paragraphs=1}\n<i>Qxz</i>\n:::\n\n<u>Three</u>");
    const shown = JSON.stringify(compiled.diagnostics);
    expect(shown).toContain("<u>Three</u>");
    expect(shown).not.toMatch(SECRET);
    expect(findingsOf(compiled).filter((found) => found.endsWith(" 4"))).toHaveLength(2);
  });

  it.each<[string, string]>([
    ["a note", "[^a]: Qxz <b>Qxz</b>"],
    ["an address", "[a]: javascript:Qxz"],
    ["a line of definition", "*[QXA]: Qxz"],
  ])("quote no line that only a passage is for: %s", (_name, line) => {
    const compiled = compileReport(
      `One.\n\n:::exempt{paragraphs=1}\nQXA[^a] [x][a].\n:::\n\n${line}\n\nNSPCX <i>y</i>.`,
    );
    expect(JSON.stringify(compiled.diagnostics)).toContain("NSPCX");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it("show no comment, which is published in no edition", () => {
    const compiled = compileReport("One.\n\n<!-- Qxz\nQxz -->\n\nNSPCX.");
    expect(JSON.stringify(compiled.diagnostics)).toContain("NSPCX");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it("name no long form that stands where a passage alone may need it", () => {
    const compiled = compileReport(
      "The New Sound Place (NSP) and NSP.\n\n:::exempt{paragraphs=1}\nNSP.\n:::\n\n*[NSP]: Qxlongz",
    );
    expect(rulesOf(compiled, "error")).toContain("abbreviation-two-meanings");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it("quote no line of a list of abbreviations, of which a passage may use an entry alone", () => {
    const compiled = compileReport(
      "One.\n\n:::exempt{paragraphs=1}\nQXA.\n:::\n\n## Abbreviations\n\nQXA – Qxz\n\nQXB Qxz\n\n## End\n\nNSPCX.",
    );
    expect(rulesOf(compiled)).toContain("abbreviation-entry-unread");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });

  it("at a public place do not quote what a passage says elsewhere", () => {
    const compiled = compileReport(
      "Work Programme (WP).\n\n:::exempt{paragraphs=1}\nQxlongz Party (WP). Qxz Qxlongz Wider Plan (WP).\n:::\n\nWood Pellets (WP).",
    );
    expect(rulesOf(compiled, "error")).toContain("abbreviation-two-meanings");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });
});

describe("links from other reports into a passage", () => {
  const target = reportOf(
    { title: "Target" },
    "One.\n\n:::exempt{paragraphs=1 public-interest=Harm}\n## Qxheadingz\n\nQxz. {#label}\n:::\n\nThree.\n",
  );
  const source = reportOf(
    { title: "Source" },
    "[a](b.md#label), [b](b.md#qxheadingz), [c](b.md#para-2), [d](b.md#para-3).\n",
  );

  it("lead to a public heading that is called the same", () => {
    const both = target.replace("Three.", "## Qxheadingz\n\nThree.").replaceAll("Qxheadingz", "Costs");
    const links = reportOf({ title: "Source" }, "[a](b.md#costs)\n");
    const content = {
      texts: sealedTexts({ "reports/a.md": links, "reports/b.md": both }),
      attachments: new Map(),
      settings: undefined,
      others: [],
      findings: [],
    };
    const page = checkContent(content, {}).site.reports.find(({ path }) => path === "reports/a.md");
    expect(page?.bodyHtml).toContain('href="../b/#costs"');
  });

  it("lead to what stands in its place", () => {
    const content = {
      texts: sealedTexts({ "reports/a.md": source, "reports/b.md": target }),
      attachments: new Map(),
      settings: undefined,
      others: [],
      findings: [],
    };
    const { site, diagnostics } = checkContent(content, {});
    expect(diagnostics).toEqual([]);
    const page = site.reports.find(({ path }) => path === "reports/a.md")?.bodyHtml ?? "";
    expect([...page.matchAll(/href="(\.\.[^"]*)"/g)].map(([, href]) => href)).toEqual([
      "../b/#para-2",
      "../b/#para-2",
      "../b/#para-2",
      "../b/#para-3",
    ]);
  });
});

describe("lines of colons", () => {
  it("hide no doubt about what a number belongs to", () => {
    const body = "1. Alpha.\n2. Beta.\n1. sub\n2. sub two\n\n:::exempt{paragraphs=3}\n3. Qxz\n:::\n\n4. four";
    expect(findingsOf(compileReport(body))).toContain("error typed-number-ambiguous 7");
  });
});

describe("an abbreviation of the frontmatter that only a passage uses", () => {
  it("is shown by no message, nor is its neighbour's line", () => {
    const compiled = compileReport(
      "Alpha.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nZQS words.\n:::\n\nOmega.",
      {
        fields: "abbreviations:\n  ZQS: Qxlongz agency\n  NSP: National Some Plan",
      },
    );
    expect(rulesOf(compiled)).toEqual(["abbreviation-unused"]);
    expect(compiled.diagnostics[0]?.place.line).toBe(8);
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });
});

describe("a note that is written in a passage and used above it", () => {
  it("is said to be withheld", () => {
    const compiled = compileReport(
      "One[^a].\n\n:::exempt{paragraphs=1 public-interest=Harm}\nQxz[^a].\n\n[^a]: Qxz.\n:::",
    );
    expect(findingsOf(compiled)).toContain("error exempt-definition 1");
  });
});

describe("the parts of a report that are withheld", () => {
  it("are listed whether or not they have a day of review", () => {
    const { report } = compileReport(
      ":::exempt{paragraphs=1 public-interest=Harm}\nQxz.\n:::\n\n:::exempt{paragraphs=1 review=2026-03-31}\nQxz.\n:::",
    );
    expect(report?.withheldParts).toEqual([
      { words: "Paragraph 1", id: "para-1", grounds: { basis: "exempt", paragraphs: [1] }, review: undefined },
      { words: "Paragraph 2", id: "para-2", grounds: { basis: "exempt", paragraphs: [1] }, review: "2026-03-31" },
    ]);
  });
});

describe("headings around a passage", () => {
  it("keep their order on the public page, where one between them is withheld", () => {
    const compiled = compileReport(
      "## One\n\nA.\n\n:::exempt{paragraphs=1 public-interest=Harm}\n### Qxz\n\nQxz.\n:::\n\n#### Four\n\nB.\n\n## Two\n\nC.",
    );
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.page.elements.filter(({ tag }) => /^h\d$/.test(tag)).map(({ tag }) => tag)).toEqual([
      "h2",
      "h3",
      "h2",
    ]);
  });

  it("that stood side by side do so still", () => {
    const body =
      "## One\n\nA.\n\n:::exempt{paragraphs=1 public-interest=Harm}\n### Qxz\n\nQxz.\n:::\n\n#### D\n\nB.\n\n#### E\n\nC.\n\n### F\n\nG.\n\n#### H\n\nI.";
    const levels = compileReport(body)
      .page.elements.filter(({ tag }) => /^h\d$/.test(tag))
      .map(({ tag }) => tag);
    expect(levels).toEqual(["h2", "h3", "h3", "h3", "h4"]);
  });

  it("break no link, though they are called otherwise without the passage", () => {
    const compiled = compileReport(
      "## Costs\n\nA [x](#costs) [y](#costs-2).\n\n:::exempt{paragraphs=1 public-interest=Harm}\n## Costs\n\nQxz.\n:::\n\n## Costs\n\nC.",
    );
    expect(compiled.diagnostics.map(({ rule }) => rule)).toEqual(["heading-twice", "heading-twice"]);
    expect(compiled.page.paragraphs[0]).toBe("1. A x y.");
  });
});

describe("a fence that is wrong", () => {
  it("is explained, in words that quote nothing", () => {
    const compiled = compileReport("One.\n\n:::exempt{paragraphs=1 public-interest=Harm}\nQxz.");
    expect(compiled.diagnostics.map(({ message }) => message)).toContain("a block begins here and never ends");
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(SECRET);
  });
});
