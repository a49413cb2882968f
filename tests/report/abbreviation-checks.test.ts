import { describe, expect, it } from "vitest";
import {
  type Around,
  type CompiledText,
  compileReport,
  compileSource,
  firstLine,
  sourceOf,
} from "../compiled-report.ts";

const LSB = "The Local Safeguarding Board (LSB) met.";
const LIST = "## Abbreviations\n\nLSB – Local Safeguarding Board";
const SITE = { settings: "abbreviations: {LSB: Local Safeguarding Board}\n" };
const FIELDS = { fields: "abbreviations: {LSB: Local Safeguarding Board}" };

/** "rule line:column-end" of what is found of abbreviations, the line counted from the body's first, or from the file's where it stands above it. */
function found({ diagnostics }: CompiledText, { fields = "" }: Around): readonly string[] {
  const first = firstLine(fields);
  return diagnostics
    .filter(({ rule }) => rule.startsWith("abbreviation-"))
    .map(({ rule, place: { line, column, endColumn } }) => {
      const counted = line < first ? `frontmatter ${line}` : `${line - first + 1}`;
      return `${rule.replace("abbreviation-", "")} ${counted}:${column}-${endColumn}`;
    });
}

type Raised = [name: string, body: string, expected: string, context?: Around];
type Sound = [name: string, body: string, context?: Around];

function check(rule: string, raised: Raised[], sound: Sound[]): void {
  describe(`abbreviation-${rule}`, () => {
    it.each<Raised>(raised)("is raised at its place: %s", (_, body, expected, context = {}) => {
      expect(found(compileReport(body, context), context)).toEqual([`${rule} ${expected}`]);
    });

    it.each<Sound>(sound)("is not raised: %s", (_, body, context = {}) => {
      const compiled = compileReport(body, context);
      expect(compiled.report, JSON.stringify(compiled.diagnostics)).toBeDefined();
      expect(found(compiled, context)).toEqual([]);
    });
  });
}

check(
  "unused",
  [
    ["in a list", `One.\n\n${LIST}`, "5:1-31"],
    ["in the frontmatter", "One.", "frontmatter 6:22-46", FIELDS],
    ["in Markdown Extra", "One.\n\n*[LSB]: Local Safeguarding Board", "3:1-33"],
    ["used as part of a longer one alone", `The LSB Panel.\n\n${LIST}\n\nLSB Panel – Panel of the Board`, "5:1-31"],
    ["used in code alone", `The \`LSB\`.\n\n${LIST}`, "5:1-31"],
  ],
  [
    ["in a list, and used", `The LSB.\n\n${LIST}`],
    ["used in the plural", `The LSBs.\n\n${LIST}`],
    ["used with a possessive", `The LSB’s plan, and LSBs' plans.\n\n${LIST}`],
    ["used in a note", `One.[^1]\n\n[^1]: The LSB.\n\n${LIST}`],
    ["used in an annex", `See Annex A.\n\n## Annex A: B\n\nThe LSB.\n\n${LIST}`],
    ["used in a table", `One.\n\n| A |\n|---|\n| LSB |\n\n${LIST}`],
    ["used in a heading alone", `## The LSB’s work\n\nOne.\n\n${LIST}`],
    ["used in a link", `See [the LSB](https://example.org/).\n\n${LIST}`],
    ["used in what is withheld alone", `One.\n\n:::exempt{paragraphs=3 reason="R"}\nThe LSB.\n:::\n\n${LIST}`],
    ["explained in the text, too", `${LSB}\n\n${LIST}`],
    ["defined for all reports", "One.", SITE],
  ],
);

check(
  "used-once",
  [
    ["long form first", LSB, "1:31-34"],
    ["short form first", "The LSB (Local Safeguarding Board) met.", "1:5-8"],
    ["in a note", "One.[^1]\n\n[^1]: The Local Safeguarding Board (LSB).", "3:37-40"],
    ["over a line end", "The Local\nSafeguarding Board (LSB) met.", "2:21-24"],
    ["and written out again: one remark is enough", `${LSB}\n\nThe Local Safeguarding Board left.`, "1:31-34"],
  ],
  [
    ["used in the plural", `${LSB} Other LSBs did not.`],
    ["used with a possessive", `${LSB} The LSB's plan.`],
    ["used in a note", `${LSB}[^1]\n\n[^1]: Of the LSB.`],
    ["used in an annex", `${LSB} See Annex A.\n\n## Annex A: B\n\nThe LSB.`],
    ["used in a heading below", `${LSB}\n\n## The LSB\n\nOne.`],
    ["listed, too", `${LSB}\n\n${LIST}`],
    ["in the words of a quotation", `One.\n\n> ${LSB}`],
    ["used in what is withheld alone", `${LSB}\n\n:::exempt{paragraphs=3 reason="R"}\nThe LSB.\n:::`],
  ],
);

check(
  "before-definition",
  [
    ["in a paragraph above", `The LSB met.\n\n${LSB}`, "1:5-8"],
    ["in the paragraph itself", `The LSB met. ${LSB}`, "1:5-8"],
    ["in the plural", `LSBs met.\n\n${LSB}`, "1:1-5"],
    ["with a possessive", `The LSB’s plan.\n\n${LSB}`, "1:5-10"],
    ["in a table", `One.\n\n| A |\n|---|\n| LSB |\n\n${LSB}`, "5:3-6"],
    ["in an annex", `The LSB. See Annex A.\n\n## Annex A: B\n\n${LSB}`, "1:5-8"],
    ["in a note of a paragraph below", `The LSB.\n\nTwo.[^1]\n\n[^1]: ${LSB}`, "1:5-8"],
    ["in a note that is referred to above", `One.[^1]\n\n${LSB}\n\n[^1]: The LSB.`, "5:11-14"],
    ["once, at the first use", `The LSB.\n\nThe LSB.\n\n${LSB}\n\nThe LSB.`, "1:5-8"],
    [
      "where the settings say something else",
      `The LSB.\n\n${LSB}`,
      "1:5-8",
      { settings: "abbreviations: {LSB: Legal Services Bureau}\n" },
    ],
  ],
  [
    ["behind it in the paragraph", `${LSB} The LSB.`],
    ["at the definition itself, short form first", "LSB (Local Safeguarding Board) met. The LSB."],
    ["in a list further on", `The LSB.\n\n${LIST}`],
    ["in a list and in the text", `The LSB.\n\n${LSB}\n\n${LIST}`],
    ["in the frontmatter and in the text", `The LSB.\n\n${LSB}`, FIELDS],
    ["for all reports and in the text", `The LSB.\n\n${LSB}`, SITE],
    ["in the note that its paragraph refers to", `The LSB[^1] met. The LSB left.\n\n[^1]: ${LSB}`],
    ["in a note of a paragraph above", `One.[^1]\n\nThe LSB.\n\n[^1]: ${LSB}`],
    ["every reader knows it", "The NHS met.\n\nThe National Health Service (NHS) met."],
    ["`known:` lists it", `The LSB met.\n\n${LSB}`, { settings: "known: [LSB]\n" }],
    ["in code", `The \`LSB\`.\n\n${LSB} The LSB.`],
    ["in the number of a permit", `Permit LSB/AB1234CD.\n\n${LSB} The LSB.`],
  ],
);

check(
  "defined-twice",
  [
    ["in another paragraph", `${LSB}\n\n${LSB}`, "3:31-34"],
    ["the other way round", `${LSB}\n\nThe LSB (Local Safeguarding Board).`, "3:5-8"],
    ["in small letters", `${LSB}\n\nThe local safeguarding board (LSB).`, "3:31-34"],
    ["in a note", `${LSB}[^1]\n\n[^1]: The Local Safeguarding Board (LSB).`, "3:37-40"],
    ["in one annex", `See Annex A.\n\n## Annex A: B\n\n${LSB}\n\n${LSB}`, "7:31-34"],
    ["though it is listed", `${LSB}\n\n${LSB}\n\n${LIST}`, "3:31-34"],
  ],
  [
    ["in the text and in the list", `${LSB}\n\n${LIST}`],
    ["in the text and in the frontmatter", LSB, FIELDS],
    ["in the text and in Markdown Extra", `${LSB}\n\n*[LSB]: Local Safeguarding Board`],
    ["in the text and for all reports", `${LSB} The LSB.`, SITE],
    ["in the text and in an annex, which is read by itself", `${LSB} See Annex A.\n\n## Annex A: B\n\n${LSB}`],
    ["in a quotation", `${LSB}\n\n> ${LSB}`],
    ["in quotation marks", `${LSB}\n\nIt says “the Local Safeguarding Board (LSB) met”.`],
    [
      "in what is withheld and then for the public",
      `One.\n\n:::exempt{paragraphs=3 reason="R"}\n${LSB} The LSB.\n:::\n\n${LSB} The LSB.`,
    ],
  ],
);

check(
  "long-form-again",
  [
    ["as it was", `${LSB} The LSB.\n\nThe Local Safeguarding Board left.`, "3:5-29"],
    ["in the same paragraph", `${LSB} The LSB. The Local Safeguarding Board left.`, "1:54-78"],
    ["in small letters", `${LSB} The LSB.\n\nThe local safeguarding board left.`, "3:5-29"],
    ["with hyphens", `${LSB} The LSB.\n\nThe local-safeguarding board left.`, "3:5-29"],
    ["over a line end", `${LSB} The LSB.\n\nThe Local\nSafeguarding Board left.`, "3:5-10"],
    ["with a possessive", `${LSB} The LSB.\n\nThe Local Safeguarding Board’s plan.`, "3:5-31"],
    ["at the start of a sentence", `${LSB} The LSB.\n\nOne. Local Safeguarding Board members.`, "3:6-30"],
    ["once", `${LSB} The LSB.\n\nA local safeguarding board.\n\nA local safeguarding board.`, "3:3-27"],
    ["in its annex", `See Annex A.\n\n## Annex A: B\n\n${LSB} The LSB.\n\nA local safeguarding board.`, "7:3-27"],
    [
      "behind quotation marks that are closed",
      `${LSB} The LSB.\n\nIt said "no". A local safeguarding board.`,
      "3:17-41",
    ],
    ["though it is listed", `${LSB} The LSB.\n\nA local safeguarding board.\n\n${LIST}`, "3:3-27"],
    [
      "of more than sixty letters",
      "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS). HMICFRS came.\n\nHis Majesty's Inspectorate of Constabulary and Fire & Rescue Services left.",
      "3:1-70",
    ],
  ],
  [
    ["above the definition", `A local safeguarding board.\n\n${LSB} The LSB.`],
    ["in another definition", `${LSB} The LSB.\n\nThe Local Safeguarding Board Executive (LSBE). The LSBE.`],
    ["in a longer name", `${LSB} The LSB.\n\nThe Local Safeguarding Board Review Panel.`],
    ["at the end of a longer name", `${LSB} The LSB.\n\nThe Welsh Local Safeguarding Board.`],
    ["of others of the kind", `${LSB} The LSB.\n\nOther local safeguarding boards.`],
    ["in another word", `${LSB} The LSB.\n\nThe local safeguarding boarding school.`],
    ["in a quotation", `${LSB} The LSB.\n\n> The local safeguarding board left.`],
    ["in quotation marks", `${LSB} The LSB.\n\nIt said “the local safeguarding board left”.`],
    ["in straight quotation marks", `${LSB} The LSB.\n\nIt said "a local safeguarding board left".`],
    ["in a link", `${LSB} The LSB.\n\nSee [what a local safeguarding board does](https://example.org/).`],
    ["in a heading", `${LSB} The LSB.\n\n## The Local Safeguarding Board\n\nOne.`],
    [
      "in an annex, which is read by itself",
      `${LSB} The LSB, Annex A.\n\n## Annex A: B\n\nA local safeguarding board.`,
    ],
    ["where only a list explains it", `The LSB.\n\nA local safeguarding board.\n\n${LIST}`],
    ["of one word", "A TB clinic.\n\nWho has tuberculosis?\n\n## Abbreviations\n\nTB – tuberculosis"],
    [
      "outside of what is withheld, where only that explains it",
      `One.\n\n:::exempt{paragraphs=3 reason="R"}\n${LSB} The LSB.\n:::\n\nA local safeguarding board.`,
    ],
  ],
);

check(
  "in-heading",
  [
    ["above the definition", `## The LSB\n\n${LSB} The LSB.`, "1:1-11"],
    ["with a possessive", `## LSB’s work\n\n${LSB} The LSB.`, "1:1-14"],
    ["in the plural", `## LSBs\n\n${LSB} The LSB.`, "1:1-8"],
    ["in a word with a hyphen", `## LSB-led work\n\n${LSB} The LSB.`, "1:1-16"],
    ["once", `## The LSB\n\nOne.\n\n## The LSB\n\n${LSB} The LSB.`, "1:1-11"],
    [
      "of the text, where an annex explains it",
      `## The LSB\n\nSee Annex A.\n\n## Annex A: B\n\n${LSB} The LSB.`,
      "1:1-11",
    ],
    ["above a paragraph whose note explains it", `## The LSB\n\nOne.[^1]\n\n[^1]: ${LSB} The LSB.`, "1:1-11"],
  ],
  [
    ["below the definition", `${LSB}\n\n## The LSB\n\nThe LSB.`],
    ["below a paragraph whose note explains it", `One.[^1]\n\n## The LSB\n\nThe LSB.\n\n[^1]: ${LSB}`],
    ["of an annex, below the definition", `${LSB} See Annex A.\n\n## Annex A: B\n\n### The LSB\n\nThe LSB.`],
    [
      "of another annex, below it",
      `See Annex A and Annex B.\n\n## Annex A: B\n\n${LSB} The LSB.\n\n## Annex B: C\n\n### The LSB\n\nOne.`,
    ],
    [
      "of an annex in a file",
      `${LSB} See Annex A.`,
      {
        fields: "annexes: [{title: B, file: update/b.md}]",
        texts: { "reports/update/b.md": "## The LSB\n\nOf the LSB.\n" },
      },
    ],
    [
      "of what is withheld, above the definition for all",
      `## Findings\n\nOne.\n\n:::exempt{paragraphs=3 reason="R"}\n### The LSB\n\nTwo.\n:::\n\n${LSB} The LSB.`,
    ],
    ["in part of a word", `## LSBX and ALSB\n\n${LSB} The LSB.`],
    ["which is listed", `## The LSB\n\nThe LSB.\n\n${LIST}`],
    ["defined for all reports", `## The LSB\n\n${LSB} The LSB.`, SITE],
    ["as every reader knows", "## The NHS\n\nThe National Health Service (NHS). The NHS."],
  ],
);

check(
  "word-repeated",
  [
    ["the same word", `${LSB}\n\nThe LSB Board met.`, "3:5-14"],
    ["in small letters", `${LSB}\n\nThe LSB board met.`, "3:5-14"],
    ["of a list", `The LSB board met.\n\n${LIST}`, "1:5-14"],
    ["over a line end", `${LSB}\n\nThe LSB\nboard met.`, "3:5-8"],
    ["of a thing that is no name", "A personal identification number (PIN).\n\nTwo PIN numbers.", "3:5-16"],
    ["PIN number", "A Personal Identification Number (PIN).\n\nThe PIN number.", "3:5-15"],
    [
      "behind “of”, with its capital",
      "The Inspectorate of Constabulary and Rescue Services (ICRS).\n\nThe ICRS Services met.",
      "3:5-18",
    ],
  ],
  [
    ["another word", `${LSB} The LSB boarding house.`],
    ["a word of its own", `${LSB} The LSB board-game.`],
    ["a sentence between", `${LSB} It is the LSB. Board members met.`],
    ["others of the kind", "The Local Government Association (LGA) met LGA associations of Wales."],
    ["others that have a name", "The Local Government Association (LGA) met LGA Associations."],
    ["what it works on", "The Department for Education (DfE) has DfE education advisers."],
    ["a longer name behind “for”", "The Department for Education (DfE) and the DfE Education Recovery Fund."],
    ["the short form of one word", "The office Ofsted (Office for Standards in Education), Ofsted inspectors."],
    ["in a quotation", `${LSB} The LSB.\n\n> The LSB board met.`],
  ],
);

const MACM = "The Multi-Agency Child Meeting (MACM) met.";
check(
  "list-differs",
  [
    ["by a hyphen", `${MACM}\n\n## Abbreviations\n\nMACM – Multi Agency Child Meeting`, "5:1-34"],
    ["by “and”", "A Fire and Rescue Service (FRS).\n\n## Abbreviations\n\n- FRS – Fire & Rescue Service", "5:3-30"],
  ],
  [
    ["by capitals", `${MACM}\n\n## Abbreviations\n\nMACM – multi-agency child meeting`],
    ["by a plural", "Special Needs and Disabilities (SND).\n\n## Abbreviations\n\nSND – Special Needs and Disability"],
    ["by the form of an apostrophe", "A Children's Plan (CP).\n\n## Abbreviations\n\nCP – Children’s Plan"],
    ["by the form of a hyphen", `${MACM}\n\n## Abbreviations\n\nMACM – Multi‑Agency Child Meeting`],
    ["by the year", "The Care Act (CA).\n\n## Abbreviations\n\nCA – Care Act 2014"],
    [
      "by a line end",
      "The Multi-Agency\nChild Meeting (MACM).\n\n## Abbreviations\n\nMACM – Multi-Agency Child Meeting",
    ],
    [
      "from a quotation below",
      `${MACM}\n\n> The Multi Agency Child Meeting (MACM).\n\n## Abbreviations\n\nMACM – Multi-Agency Child Meeting`,
    ],
    ["from the frontmatter", `${MACM}`, { fields: "abbreviations: {MACM: Multi Agency Child Meeting}" }],
  ],
);

describe("a short form that is defined with other capitals", () => {
  it("is one mistake, with both places", () => {
    const body = "The Department for Transport (DFT) has paid. The DfT’s letter says so.";
    const { diagnostics } = compileReport(body);
    expect(found(compileReport(body), {})).toEqual(["undefined 1:50-53"]);
    expect(diagnostics[0]?.message).toBe("DfT is used once and never defined; DFT, with other capitals, is defined");
    expect(diagnostics[0]?.related?.place).toMatchObject({ column: 31, endColumn: 34 });
  });
});

describe("the title", () => {
  it("is pointed at where only the text explains a short form in it", () => {
    const titled = (body: string, context: Around = {}) =>
      found(
        compileSource(sourceOf(body, context.fields).replace("title: Update", "title: The LSB’s plan"), context),
        context,
      );
    expect(titled(`${LSB} The LSB.`)).toEqual(["in-heading frontmatter 2:8-22"]);
    expect(titled(LSB)).toEqual(["in-heading frontmatter 2:8-22"]);
    expect(titled(`${LSB} The LSB.`, SITE)).toEqual([]);
    expect(titled(`One.\n\n${LIST}`)).toEqual([]);
  });
});
