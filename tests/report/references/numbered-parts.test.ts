import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, rulesOf } from "../../compiled-report.ts";

const CONTEXT = { attachments: [{ path: "reports/update/a.png", format: "PNG", width: 40, height: 30 }] };

/** The fragments that the text of a report leads to. */
function links(body: string): readonly (string | undefined)[] {
  return compileReport(body, CONTEXT)
    .page.all("a")
    .filter(({ attributes }) => !/para-number|footnote|abbr/.test(attributes.get("class") ?? ""))
    .map(({ attributes }) => attributes.get("href"));
}

const DECIMAL = `## 1. Ponds

1.1 Newts came.

1.2 Toads came.

## 2. Brooks

2.1 Trout came.

### 2.2 Weirs

2.2.1 Eels came.

`;
const TABLE = "Table 3: Frogs\n\n| Pond | Frogs |\n|---|---|\n| Low | 4 |\n\n";
const FIGURE = "![A map of ponds](update/a.png)\n\nFigure 2: *Ponds* by size\n\n";

describe("a section, by the number of its heading", () => {
  it.each([
    ["See section 2 and section 1.", ["#brooks", "#ponds"]],
    ["Sections 1 and 2 say why.", ["#ponds", "#brooks"]],
    ["This is described in section 2.2.", ["#weirs"]],
    ["The first is dealt with in section 1.2.", ["#para-1.2"]],
    ["Members should note paragraph 2.", ["#brooks"]],
    ["Section 2 of the Ponds Act 1998 applies.", []],
    ["A section 2 notice was served.", []],
  ])("is led to: %s", (sentence, expected) => {
    const body = `${DECIMAL}2.2.2 ${sentence}`;
    expect(links(body)).toEqual(expected);
    expect(rulesOf(compileReport(body))).toEqual([]);
  });

  it("is led to in a report whose paragraphs have whole numbers, where its heading shows its number", () => {
    expect(links("## 1. Ponds\n\n1. Newts.\n\n## 2. Brooks\n\n2. See section 1.")).toEqual(["#1-ponds"]);
    expect(links("## Ponds\n\n1. Newts.\n\n## Brooks\n\n2. See section 1.")).toEqual([]);
  });

  it("is missed where the report has none of that number and its own is meant", () => {
    expect(rulesOf(compileReport(`${DECIMAL}2.2.2 This is set out in section 3 of this report.`))).toEqual([
      "reference-missing",
    ]);
    expect(rulesOf(compileReport(`${DECIMAL}2.2.2 Section 4 applies to all.`))).toEqual([]);
  });
});

describe("what the committee is to note, agree or consider", () => {
  const body = (words: string): string =>
    `1. Newts.\n\n${TABLE}${FIGURE}2. Toads.\n\n## Recommendations\n\nThat the committee:\n\n- ${words}\n- ends.`;

  it.each([
    ["notes the frogs in Table 3", ["#table-3"]],
    ["notes Table 3 and Figure 2; and", ["#table-3", "#figure-2"]],
    ["note the costs at paragraph 1", ["#para-1"]],
    ["reviews paragraph 1 each year", ["#para-1"]],
    ["accepts that the cost in Figure 2 will rise", ["#figure-2"]],
    ["notes the inspector's finding in paragraph 1", []],
    ["notes Table 3 of the Ponds Act 1998", []],
    ["agrees paragraph 1 of the lease", []],
  ])("is this report's, though no subject is before the verb: %s", (words, expected) => {
    expect(links(body(words)).filter((href) => !href?.includes("recommendation-"))).toEqual(expected);
  });

  it.each([
    ["That the Committee notes the frogs in Table 3.", 1],
    ["Members considered paragraph 1.", 1],
    ["The House of Commons Health Committee notes at paragraph 1 that it is so.", 0],
    ["The select committee notes at paragraph 1 that it is so.", 0],
    ["Ofsted notes in paragraph 1 that it is so.", 0],
  ])("is this report's where its own committee does so, and no other: %s", (words, count) => {
    expect(links(`${TABLE}1. Newts.\n\n2. ${words}`)).toHaveLength(count);
  });

  it("is led to in items, cells, notes and captions as it is in paragraphs, and not in a quotation", () => {
    const words = "the frogs in Table 3";
    const places = `- ${words}\n\n  1. ${words}\n\n| ${words} |\n|---|\n| ${words} |\n\n> ${words}\n\n[^1]: ${words}`;
    expect(
      links(`${TABLE}1. Newts, see ${words}.[^1]\n\n${places}`).filter((href) => href === "#table-3"),
    ).toHaveLength(6);
  });
});

describe("a decimal number alone", () => {
  it.each([
    ["See 1.2 above.", ["#para-1.2"]],
    ["This is described at 1.1 and section 2.", ["#para-1.1", "#brooks"]],
    ["The eels at 2.2.1 were counted.", ["#para-2.2.1"]],
    ["The eels listed at 2.1 were counted.", ["#para-2.1"]],
    ["The pool at 2.1 were counted.", []],
    ["See 1.1 and 1.2 above.", ["#para-1.1", "#para-1.2"]],
    ["The eels in 2.1 of this report were counted.", ["#para-2.1"]],
    ["Ponds fell by 1.2 million, see 2.1.", ["#para-2.1"]],
    ["The pH was 1.2 above the mean, on 2.2.1, at £1.1 above cost.", []],
    ["See 1.2 above {elsewhere}.", []],
    ["He said “see 1.2 above”.", []],
  ])("is led to where words say that it is a paragraph: %s", (sentence, expected) => {
    expect(links(`${DECIMAL}2.2.2 ${sentence}`)).toEqual(expected);
  });

  it("is missed where it is not there, and never in a report with whole numbers", () => {
    expect(findingsOf(compileReport(`${DECIMAL}2.2.2 See 1.9 above.`))).toEqual(["warning reference-missing 15"]);
    expect(rulesOf(compileReport("Newts.\n\nSee 1.9 above."))).toEqual([]);
  });
});

describe("a table or a figure, by the number of its caption", () => {
  it("is led to, and keeps its number as it was typed", () => {
    const body = `One.\n\n${TABLE}${FIGURE}See Table 3 and Figure 2.`;
    const { page } = compileReport(body, CONTEXT);
    expect(links(body)).toEqual(["#table-3", "#figure-2"]);
    expect(links(`${body}\n\nSee Table 3 (2018/19) and Fig.2.`)).toHaveLength(4);
    expect(page.byId("table-3")?.tag).toBe("caption");
    expect(page.byId("figure-2")?.tag).toBe("figcaption");
    expect(page.text).toContain("Table 3: Frogs");
    expect(page.text).toContain("Figure 2: Ponds by size");
    expect(page.paragraphs).toHaveLength(2);
    expect(rulesOf(compileReport(body, CONTEXT))).toEqual([]);
  });

  it("is led to by no number that comes twice, and is missed where it is not there", () => {
    expect(links(`One.\n\n${TABLE}Two.\n\n${TABLE}See Table 3.`)).toEqual([]);
    expect(rulesOf(compileReport(`One.\n\n${TABLE}See Table 2.`))).toEqual(["reference-missing"]);
    expect(rulesOf(compileReport("See Table 2."))).toEqual([]);
    expect(rulesOf(compileReport(`One.\n\n${TABLE}See Table 2 of the plan.`))).toEqual([]);
  });
});
