import { describe, expect, it } from "vitest";
import { englishMarkings } from "../../../src/report/markings/english.ts";
import { welshMarkings } from "../../../src/report/markings/welsh.ts";
import { asRead } from "../../../src/report/markings/words-as-read.ts";
import {
  type Around,
  compileReport,
  compileSource as compileSourceOf,
  firstLine,
  rulesOf,
} from "../../compiled-report.ts";
import { rows } from "../../lane.ts";
import { markedPapers, markedPapersKeptAside } from "./marked-papers.ts";
import { markedInPlaces, publicInPlaces } from "./placed-papers.ts";
import { markedInPlacesKeptAside, publicInPlacesKeptAside } from "./placed-papers-kept-aside.ts";
import { compilePlaced, type Placed } from "./places.ts";
import { publicPapers, publicPapersKeptAside } from "./public-papers.ts";

const RULE = "confidential-in-body";

/** "line:column" of each finding, counted from the first line of the body. */
function caughtAt(body: string, context: Around = {}): readonly string[] {
  const first = firstLine(context.fields);
  return compileReport(body, context).diagnostics.flatMap(({ rule, place }) =>
    rule === RULE ? [`${place.line - first + 1}:${place.column}`] : [],
  );
}

function isCaught(body: string, context: Around = {}): boolean {
  return caughtAt(`## Findings\n\n${body}\n\nThe panel met.`, context).length > 0;
}

const WITHHELD_TWO = "annexes:\n  - {title: Bids, label: 2, confidential: {paragraphs: [3]}}";
const OPEN_TWO = "annexes:\n  - {title: Bids, label: 2, file: update/bids.pdf}";
const BIDS = { attachments: [{ path: "reports/update/bids.pdf" }] };

describe("a title that says that part of the report is exempt", () => {
  const title = (fields: string) =>
    compileSourceOf(
      `---\ntitle: Sale of the mill (Part Exempt)\nauthor: A\ndate: 2024-03-24\nconfidential: No\n${fields}---\n\nSee Appendix 2.\n`,
    );

  it("agrees with an annex that is withheld, and is caught where nothing is", () => {
    expect(rulesOf(title(`${WITHHELD_TWO}\n`))).not.toContain(RULE);
    expect(rulesOf(title(""))).toContain(RULE);
  });
});

describe("papers that say in words that they are not public", () => {
  it.each([
    ["read while the rule was written", markedPapers],
    ["kept aside", markedPapersKeptAside],
  ])("are caught: those %s", (_name, papers) => {
    const tried = rows(papers, 25);
    const missed = tried.filter((body) => !isCaught(body));
    expect(missed.length / tried.length, missed.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ["read while the rule was written", publicPapers],
    ["kept aside", publicPapersKeptAside],
  ])("are not mixed up with those that only speak of such things: those %s", (_name, papers) => {
    const tried = rows(papers, 25);
    const wrong = tried.filter((body) => isCaught(body));
    expect(wrong.length / tried.length, wrong.join("\n")).toBeLessThanOrEqual(2 / 60);
  });

  it.each([englishMarkings, welshMarkings].flatMap(({ markings }) => markings))(
    "are known by a pattern, whose example it finds: $example",
    ({ example, pattern }) => {
      expect(pattern.test(asRead(example, []).text)).toBe(true);
      expect(rulesOf(compileReport(example), "error")).toContain(RULE);
    },
  );
});

describe("words in the places in which papers have them", () => {
  const isPlacedCaught = (placed: Placed): boolean => rulesOf(compilePlaced(placed), "error").includes(RULE);

  it.each([
    ["read while the rule was written", markedInPlaces],
    ["kept aside", markedInPlacesKeptAside],
  ])("that say that the paper is not public are caught: those %s", (_name, all) => {
    const tried = rows(all, 25);
    const missed = tried.filter((placed) => !isPlacedCaught(placed));
    expect(missed.length / tried.length, missed.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ["read while the rule was written", publicInPlaces],
    ["kept aside", publicInPlacesKeptAside],
  ])("that only speak of such things are not: those %s", (_name, all) => {
    const tried = rows(all, 25);
    const wrong = tried.filter((placed) => isPlacedCaught(placed));
    expect(wrong.length / tried.length, wrong.join("\n")).toBeLessThanOrEqual(2 / 60);
  });
});

describe("a word that denies", () => {
  it.each([
    "There is no doubt that this report is exempt.",
    "While no decision is sought, this report contains exempt information.",
  ])("takes nothing back in another clause: %s", (body) => {
    expect(isCaught(body)).toBe(true);
  });
});

describe("a marking is found wherever it would be published", () => {
  it.each([
    ["a heading", "## Private and confidential\n\nWords."],
    ["bold", "**Private and confidential**"],
    ["italics", "*Private and confidential*"],
    ["a link", "[Private and confidential](https://example.org)"],
    ["the title of a link", '[The offer](https://example.org "Private and confidential")'],
    ["the address of a link by its name", '[The offer][o]\n\n[o]: https://example.org "Private and confidential"'],
    ["the header of a table", "| Private and confidential | Lease |\n|---|---|\n| a | b |"],
    ["a cell", "| Report | Lease |\n|---|---|\n| Private and confidential | May |"],
    [
      "a cell on a line of its own",
      "| Report | Lease |\n|---|---|\n| Place | The boathouse<br>Private and confidential |",
    ],
    ["a quotation", "> Private and confidential"],
    ["a list", "- Private and confidential"],
    ["a note", "Words.[^1]\n\n[^1]: Private and confidential"],
    ["a caption", "Table: Offers (private and confidential)\n\n| a | b |\n|---|---|\n| 1 | 2 |"],
    ["the words for an image", "![Private and confidential](update/p.png)"],
    ["the caption of an image", '![A plan](update/p.png "Private and confidential")'],
    ["code", "```\nPrivate and confidential\n```"],
    ["code in a line", "`Private and confidential`"],
    ["a comment", "<!-- Private and confidential -->"],
    ["a block without numbers", ":::unnumbered\nPrivate and confidential\n:::"],
    ["the line of a postal address", "The boathouse  \nPrivate and confidential  \nMill Street"],
    ["a word of which part is bold", "PRIVATE AND **CONFI**DENTIAL"],
    ["words with a comment in them", "PRIVATE AND <!-- x -->CONFIDENTIAL"],
    ["letters of one sign", "Private and conﬁdential"],
    ["references to characters", "Private&nbsp;&amp;&#32;confidential"],
    ["a typed number", "1. Private and confidential"],
    ["two cells beside each other", "| NOT FOR | PUBLICATION |\n|---|---|\n| a | b |"],
    ["two cells below each other", "| Ward | All |\n|---|---|\n| a | NOT FOR |\n| b | PUBLICATION |"],
    ["two blocks", "NOT FOR\n\nPUBLICATION"],
    ["a line of several answers", "Key decision: No | Exempt: Yes | Urgent: No"],
    ["a line of answers with commas", "Exempt: Yes, Key decision: No"],
    ["a box that is ticked", "- [x] Exempt\n- [ ] Open"],
    ["a column that is ticked", "| Open | Exempt |\n|---|---|\n| | ✓ |"],
    ["letters with hyphens between them", "C-O-N-F-I-D-E-N-T-I-A-L"],
    ["letters of another script", "PRIV\u0410TE AND \u0421ONFIDENTIAL"],
    ["a word with a letter too few", "PRIVATE AND CONFIDENTAL"],
    ["a word with two letters the wrong way round", "Not for publicaiton"],
    ["a sign that is no letter before it", "• CONFIDENTIAL"],
    ["a sentence of its own", "The bids are below. Not for publication. They close in May."],
  ])("%s", (_name, body) => {
    expect(isCaught(body)).toBe(true);
  });

  it.each([
    ["the title", "title: Lease (private and confidential)"],
    ["the summary", "summary: This report is not for publication."],
    ["a background paper", "background: [Private and confidential]"],
    ["the title of an annex", "annexes: [{title: Bids (not for publication), file: update/bids.pdf}]"],
    ["the role of an author", "contact: {name: Priya Nair, role: Private and confidential}"],
  ])("%s in the lines at the top", (_name, fields) => {
    const source = `---\n${fields.startsWith("title") ? "" : "title: Update\n"}author: Priya Nair\ndate: 2024-03-24\nconfidential: No\n${fields}\n---\n\nSee Annex A.\n`;
    expect(rulesOf(compileSourceOf(source), "error")).toContain(RULE);
  });

  it("in an annex that is a text of its own", () => {
    const fields = "annexes: [{title: Bids, file: update/bids.md}]";
    const texts = { "reports/update/bids.md": "This appendix is not for publication.\n" };
    expect(
      compileReport("See Annex A.", { fields, texts }).diagnostics.map(({ rule, place }) => `${rule} ${place.path}`),
    ).toEqual([`${RULE} reports/update/bids.md`]);
  });
});

describe("a marking of what is withheld is no mistake", () => {
  it("in a report that is withheld", () => {
    const source =
      "---\ntitle: Update\nauthor: A. Jones\ndate: 2024-03-24\nconfidential: {paragraphs: [3], public-interest: Harm}\n---\n\nPRIVATE AND CONFIDENTIAL\n\nThis report is exempt. Exempt: Yes\n";
    expect(rulesOf(compileSourceOf(source))).toEqual([]);
  });

  it("in a passage that is withheld, and is one beside it", () => {
    const passage = ":::exempt{paragraphs=3 reason=Prices}\nThis report is not for publication.\n:::";
    expect(caughtAt(`One.\n\n${passage}\n\nTwo.`)).toEqual([]);
    expect(caughtAt(`NOT FOR PUBLICATION\n\n${passage}\n\nTwo.`)).toEqual(["1:1"]);
  });

  it("in an annex that is withheld", () => {
    const fields = "annexes: [{title: Bids, file: update/bids.md, confidential: {paragraphs: [3]}}]";
    const texts = { "reports/update/bids.md": "NOT FOR PUBLICATION\n" };
    expect(caughtAt("See Annex A, which is not for publication.", { fields, texts })).toEqual([]);
  });

  it.each([
    "Appendix 2 is exempt from publication.",
    "Exempt Appendix 2 has the bids.",
    "Appendix 2 to this report is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A.",
    "Appendix 2, which is attached to this report, contains exempt information.",
    "Appendix 2 of the report is exempt.",
    "Mae Atodiad 2 i’r adroddiad hwn wedi’i eithrio.",
    "NOT FOR PUBLICATION: Appendix 2",
    "This report contains exempt information in Appendix 2.",
    "The exempt appendix has the bids.",
    "Part of this report is exempt.",
    "The public should be excluded while Appendix 2 is discussed.",
    "Mae Atodiad 2 wedi’i eithrio.",
  ])("where the annex is withheld, and is one where it is not: %s", (body) => {
    expect(caughtAt(`${body} See Appendix 2.`, { fields: WITHHELD_TWO })).toEqual([]);
    expect(isCaught(`${body} See Appendix 2.`, { fields: OPEN_TWO, ...BIDS })).toBe(true);
  });

  it("in the row of a table that names the annex", () => {
    const table = (annex: string): string =>
      `One.\n\n| Annex | What | Status |\n|---|---|---|\n| ${annex} | Bids | Not for publication |`;
    expect(caughtAt(table("Appendix 2"), { fields: WITHHELD_TWO })).toEqual([]);
    expect(isCaught(table("Appendix 3"), { fields: WITHHELD_TWO })).toBe(true);
  });

  it.each([
    "Appendices 2 to 4 are exempt.",
    "Appendix 2 and Appendix 3 are exempt.",
    "This report and its appendices are exempt.",
    "Appendix 2 to this report and its appendices are exempt.",
    "As Appendix 2 shows, this report is exempt.",
    "Appendix 3 to this report is exempt.",
    "The appendices to this report, and this report, are exempt.",
  ])("only where all of it is: %s", (body) => {
    expect(isCaught(body, { fields: WITHHELD_TWO })).toBe(true);
  });

  it.each([
    "Confidential: No",
    "Exempt: No",
    "Confidential Yes/No: No",
    "For publication: Yes",
    "| Report | Exempt | Open |\n|---|---|---|\n| Lease | No | Yes |\n| Bids | No | Yes |",
    "| Report | Exempt? |\n|---|---|\n| Lease | No |\n| Bids | No |",
    "| Part 1 | Part 2 |\n|---|---|\n| Findings | Private homes |",
    "Key decision: Yes | Exempt: No | Urgent: Yes",
    "- [ ] Exempt\n- [x] Open",
    "| Open | Exempt |\n|---|---|\n| ✓ | |",
    "| Confidential | No |\n|---|---|\n| Ward | All |",
  ])("nor is a paper that says that it is public: %s", (body) => {
    expect(rulesOf(compileReport(`One.\n\n${body}`), "error")).toEqual([]);
  });
});

describe("{elsewhere} after the words", () => {
  it.each([
    ["a paragraph", "This report is exempt from VAT {elsewhere}."],
    ["a heading", "## This report is exempt from VAT {elsewhere}\n\nWords."],
    ["a line of its own", "RESTRICTED {elsewhere}"],
    ["a cell", "| Status | Grant |\n|---|---|\n| Exempt {elsewhere} | Park |"],
    ["a quotation", "> Private and confidential {elsewhere}"],
    ["a list", "- Private and confidential {elsewhere}"],
    ["a note", "Words.[^1]\n\n[^1]: This report is exempt from VAT {elsewhere}."],
    ["a caption", "Table: Grants (exempt) {elsewhere}\n\n| a | b |\n|---|---|\n| 1 | 2 |"],
    ["bold", "**NOT FOR PUBLICATION** {elsewhere}"],
    ["what is said of an annex", "Appendix 7 of the deed is exempt {elsewhere}."],
  ])("is the way past a false alarm, and is not published: %s", (_name, body) => {
    const compiled = compileReport(`One.\n\n${body}`);
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(JSON.stringify(compiled.report)).not.toContain("elsewhere");
    expect(compiled.page.text).not.toBe("");
  });

  it("works in the words of images and in the lines at the top", () => {
    const fields = "summary: This report is exempt from VAT {elsewhere}.";
    const body = "One.\n\n![Not for publication {elsewhere}](update/p.png)";
    const attachments = [{ path: "reports/update/p.png", format: "PNG", width: 10, height: 10 }];
    const compiled = compileReport(body, { fields, attachments });
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(JSON.stringify(compiled.report)).not.toContain("elsewhere");
    expect(compiled.report?.frontmatter.summary).toBe("This report is exempt from VAT.");
  });

  it.each([
    ["in another sentence", "This report is exempt. It has no VAT {elsewhere}."],
    ["before them", "For VAT {elsewhere} this report is exempt."],
    ["behind a reference", "This report is exempt by virtue of paragraph 3 {elsewhere}."],
    ["within them", "NOT FOR {elsewhere} PUBLICATION"],
    ["within a word", "This report is exempt from VAT{elsewhere}es."],
    ["in another clause", "This report is not for publication, and the fee is exempt from VAT {elsewhere}."],
    ["after another marking", "This report is exempt while this report is not for publication {elsewhere}."],
    ["for other words", "NOT FOR PUBLICATION\n\nThis report is exempt from VAT {elsewhere}."],
  ])("is no way past a marking when it stands %s", (_name, body) => {
    expect(isCaught(body)).toBe(true);
  });

  it("is left where it stands within a word", () => {
    expect(compileReport("The code is VAT{elsewhere}es.").page.text).toContain("VAT{elsewhere}es");
  });
});

describe("what is said of a marking", () => {
  const compiled = compileReport(
    "The higher offer is £41,000.\n\n## Qxheading\n\nPRIVATE AND CONFIDENTIAL Qxwords.\n\nSee paragraph 99.",
  );

  it("is where it is, and quotes nothing of a report that may not be public", () => {
    const [found] = compileReport("The offer.\n\nLease – **PRIVATE AND CONFIDENTIAL**").diagnostics;
    expect(found).toMatchObject({ rule: RULE, severity: "error", place: { line: firstLine() + 2, column: 11 } });
    expect(JSON.stringify(compiled.diagnostics)).not.toMatch(/Qx|41,000|PRIVATE|99/);
    expect(compiled.diagnostics.every(({ frame }) => frame === undefined)).toBe(true);
  });

  it("has the three ways out", () => {
    const fix = compiled.diagnostics.find(({ rule }) => rule === RULE)?.fix;
    for (const way of ["`confidential: Yes` with its reason", ":::exempt", "{elsewhere}"]) expect(fix).toContain(way);
  });

  it("keeps the report from the site, and no other", () => {
    const other = "---\ntitle: Other\nauthor: A. Jones\ndate: 2024-03-24\nconfidential: No\n---\n\nWords.\n";
    expect(compiled.report).toBeUndefined();
    expect(compileReport("NOT FOR PUBLICATION", { texts: { "reports/other.md": other } }).report).toBeUndefined();
  });

  it("holds also where another mistake keeps the lines at the top from being read", () => {
    const source =
      "---\ntitle: Update\nauthor: A. Jones\ndate: Qx\nconfidential: No\n---\n\nNOT FOR PUBLICATION\n\nQxwords see [](#qx).\n";
    const { diagnostics } = compileSourceOf(source);
    expect(diagnostics.map(({ rule }) => rule)).toContain(RULE);
    expect(JSON.stringify(diagnostics)).not.toContain("Qx");
  });
});
