import { describe, expect, it } from "vitest";
import { lawOf } from "../../src/law/laws.ts";
import type { Jurisdiction } from "../../src/model/settings.ts";
import { compileFile, placesOf, reportOf } from "../compile-text.ts";

const settingsOf = (nation: Jurisdiction): string => `jurisdiction: ${nation}\n`;

function diagnosticsOf(nation: Jurisdiction, fields: Readonly<Record<string, string>>, body?: string) {
  const { diagnostics, outcome } = compileFile(reportOf(fields, body), { settings: settingsOf(nation) });
  return { diagnostics, outcome };
}

/** Each nation, with paragraphs that its law has, those that it has not, and what is said of the latter. */
const NATIONS: readonly [Jurisdiction, held: readonly number[], not: readonly string[], says: RegExp][] = [
  ["England", [1, 7], ["0", "8", "12", "three", "18A"], /from 1 to 7, the paragraphs of Part 1 of Schedule 12A/],
  ["Wales", [12, 18], ["1", "7", "11", "19", "18A"], /from 12 to 18, .* Part 4 .* 18A, 18B and 18C are not held/],
  [
    "Scotland",
    [1, 9, 11, 14],
    ["0", "10", "15", "16", "17"],
    /from 1 to 9, or from 11 to 14, .* 10 and 15 are not held/,
  ],
  ["Northern Ireland", [1, 7], ["0", "8", "14"], /from 1 to 7, the paragraphs of Part 1 of Schedule 6/],
];

describe.each(NATIONS)("a paragraph of the law of %s", (nation, held, not, says) => {
  it.each(held)("withholds where there is one: %i", (number) => {
    const hasTest = lawOf(nation).publicInterest?.paragraphs.includes(number);
    const fields = {
      confidential: `{paragraphs: [${number}], reason: Prices${hasTest ? ", public-interest: They would rise" : ""}}`,
    };
    const { diagnostics, outcome } = diagnosticsOf(nation, fields);
    expect([outcome, diagnostics]).toEqual(["withheld", []]);
    const answer = hasTest ? ' public-interest="They would rise"' : "";
    const passage = `:::exempt{paragraphs=${number} reason=Prices${answer}}\nThe price.\n:::\n\nThe panel met.\n`;
    expect(diagnosticsOf(nation, {}, passage)).toMatchObject({ outcome: "published", diagnostics: [] });
  });

  it.each(not)("is an error where there is none, at its place, with those that there are: %s", (typed) => {
    const { diagnostics, outcome } = diagnosticsOf(nation, { confidential: `{paragraphs: [${held[0]}, ${typed}]}` });
    expect(outcome).toBe("refused");
    const column = 29 + `${held[0]}, `.length;
    expect(placesOf(diagnostics)).toEqual([`confidential-flag 5:${column}`]);
    expect(diagnostics[0]?.message).toMatch(says);
    expect(diagnostics[0]?.fix).not.toContain(`\`jurisdiction: ${nation}\``);
  });

  it.each(not)("is one of an annex, too: %s", (typed) => {
    const annexes = `[{title: Prices, confidential: {paragraphs: [${typed}]}}]`;
    const { diagnostics, outcome } = diagnosticsOf(nation, { annexes }, "See Annex A.\n");
    expect([outcome, ...placesOf(diagnostics)]).toEqual(["refused", "frontmatter-field-value 6:55"]);
    expect(diagnostics[0]?.message).toMatch(says);
  });

  it.each(not)("is one of a passage, too: %s", (typed) => {
    const { diagnostics, outcome } = diagnosticsOf(
      nation,
      {},
      `:::exempt{paragraphs=${typed}}\nIt met.\n:::\n\nIt met.\n`,
    );
    expect([outcome, ...placesOf(diagnostics)]).toEqual(["refused", "exempt-attributes 8:1"]);
    expect(diagnostics[0]?.message).toMatch(says);
  });

  it("is in what a warning offers where no reason is given, so that what it says can be done once the words are filled in", () => {
    const { diagnostics } = diagnosticsOf(nation, { confidential: "Yes" });
    expect(placesOf(diagnostics)).toEqual(["confidential-reason 5:15"]);
    const [, offered = ""] = /`confidential: (.*)`/.exec(diagnostics[0]?.fix ?? "") ?? [];
    expect(diagnosticsOf(nation, { confidential: offered.replaceAll("…", "Prices") })).toMatchObject({
      outcome: "withheld",
      diagnostics: [],
    });
    const passage = diagnosticsOf(nation, {}, ":::exempt\nThe price.\n:::\n\nThe panel met.\n").diagnostics[0]?.fix;
    const [opening = ""] = /:::exempt\{.*\}/.exec(passage ?? "") ?? [];
    const body = `${opening.replaceAll("…", "Prices")}\nThe price.\n:::\n\nThe panel met.\n`;
    expect(diagnosticsOf(nation, {}, body)).toMatchObject({ outcome: "published", diagnostics: [] });
  });
});

describe("a paragraph that is named twice", () => {
  it("is told once", () => {
    const { report } = compileFile(reportOf({}, ':::exempt{paragraphs="3, 3" reason=Prices}\nA.\n:::\n\nB.\n'));
    expect(report?.bodyHtml).toContain("as defined in paragraph 3 of Part 1");
  });
});

describe("settings with a mistake", () => {
  it.each([
    "jurisdiction: Wales\ncolour: red\n",
    "colour: red\njurisdiction: 'wales' # Cymru\n",
    "council: [\njurisdiction: Wales\n",
  ])("still name the nation, so that its paragraphs are no mistake, too: %j", (settings) => {
    const { diagnostics } = compileFile(reportOf({ confidential: "{paragraphs: [14], public-interest: Prices}" }), {
      settings,
    });
    expect(new Set(diagnostics.map(({ place }) => place.path))).toEqual(new Set(["site.yml"]));
  });
});

describe("the test of the public interest", () => {
  const WORDS = "Bidders could use the prices in the next tender";

  it.each<[Jurisdiction, number, string]>([
    ["England", 3, "paragraph 10 of Schedule 12A to the Local Government Act 1972"],
    ["Wales", 14, "paragraph 21 of Schedule 12A to the Local Government Act 1972"],
    ["Northern Ireland", 3, "paragraph 9 of Schedule 6 to the Local Government Act (Northern Ireland) 2014"],
  ])("is printed in the notice where the law has it: %s", (nation, number, source) => {
    const passage = `:::exempt{paragraphs=${number} public-interest="${WORDS}"}\nA.\n:::\n\nB.\n`;
    const { report, diagnostics } = compileFile(reportOf({}, passage), { settings: settingsOf(nation) });
    expect(diagnostics).toEqual([]);
    expect(report?.bodyHtml).toContain(` Public interest (${source}): ${WORDS}.`);
    const confidential = `{paragraphs: [${number}], public-interest: ${WORDS}}`;
    expect(diagnosticsOf(nation, { confidential })).toMatchObject({ outcome: "withheld", diagnostics: [] });
  });

  it.each<[Jurisdiction, string]>([
    ["Scotland", "paragraphs: [6]"],
    ["Wales", "paragraphs: [16]"],
    ["England", "basis: confidential"],
  ])("is refused where the law has none: %s, %s", (nation, basis) => {
    const { diagnostics, outcome } = diagnosticsOf(nation, { confidential: `{${basis}, public-interest: ${WORDS}}` });
    expect([outcome, ...diagnostics.map(({ rule }) => rule)]).toEqual(["refused", "confidential-flag"]);
    expect(diagnostics[0]?.message).toMatch(/^`confidential`, `public-interest` answers a test .* does not have$/);
    const braces = basis.replace(/: \[?(\w+)\]?/, "=$1");
    const passage = `:::exempt{${braces} public-interest="${WORDS}"}\nA.\n:::\n\nB.\n`;
    expect(placesOf(diagnosticsOf(nation, {}, passage).diagnostics)).toEqual(["exempt-attributes 8:1"]);
  });

  const ASKED = [
    ["England", "paragraphs: [3]"],
    ["England", "paragraphs: [3, 7], reason: Prices"],
    ["Wales", "paragraphs: [16, 12]"],
    ["Northern Ireland", "paragraphs: [1]"],
  ] as const;

  it.each<readonly [Jurisdiction, string]>(ASKED)("is asked for where the law has it: %s, %s", (nation, basis) => {
    const whole = diagnosticsOf(nation, { confidential: `{${basis}}` });
    expect([whole.outcome, ...placesOf(whole.diagnostics)]).toEqual(["withheld", "public-interest 5:28"]);
    const [asked] = whole.diagnostics;
    expect(asked?.severity).toBe("warning");
    expect(asked?.message).toContain(lawOf(nation).publicInterest?.source);
    const annexes = `[{title: Prices, confidential: {${basis}}}]`;
    const annex = diagnosticsOf(nation, { annexes }, "See Annex A.\n");
    expect([annex.outcome, ...placesOf(annex.diagnostics)]).toEqual(["published", "public-interest 6:54"]);
    const braces = basis.replace(/: \[([\d, ]+)\]/, '="$1"').replace(", reason: ", " reason=");
    const passage = diagnosticsOf(nation, {}, `:::exempt{${braces}}\nA.\n:::\n\nB.\n`);
    expect([passage.outcome, ...placesOf(passage.diagnostics)]).toEqual(["published", "public-interest 8:1"]);
  });

  it.each<readonly [Jurisdiction, string]>(ASKED)("is met by a reason that speaks of it: %s, %s", (nation, basis) => {
    const [paragraphs] = basis.split(", reason");
    for (const reason of ["The public interest in the price is less.", "Mae budd y cyhoedd o blaid ei ddal yn ôl."])
      expect(diagnosticsOf(nation, { confidential: `{${paragraphs}, reason: ${reason}}` }).diagnostics).toEqual([]);
  });

  it.each<[Jurisdiction, string]>([
    ["Scotland", "{paragraphs: [6, 9]}"],
    ["Wales", "{paragraphs: [16]}"],
    ["England", "{basis: confidential}"],
    ["Northern Ireland", "{basis: confidential}"],
  ])("is not asked for where the law has none: %s, %s", (nation, confidential) => {
    expect(diagnosticsOf(nation, { confidential })).toEqual({ outcome: "withheld", diagnostics: [] });
  });

  it("asks for no more where one of the paragraphs has it", () => {
    const confidential = `{paragraphs: [16, 14], public-interest: ${WORDS}}`;
    expect(diagnosticsOf("Wales", { confidential })).toMatchObject({ outcome: "withheld", diagnostics: [] });
  });
});
