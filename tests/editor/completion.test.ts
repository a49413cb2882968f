import { describe, expect, it } from "vitest";
import { fieldNames } from "../../src/report/frontmatter/fields.ts";
import { PATH, reportOf } from "../compile-text.ts";
import { inEditor, offered } from "./in-editor.ts";

const SETTINGS = `council: Aldermere
jurisdiction: Scotland
committees:
  - {id: children, name: Children's Scrutiny Committee}
  - {id: health, name: Health Scrutiny Committee}
`;

/** The lines at the top of a report, of which one is being written. */
const fields = (line: string, more = ""): string =>
  `---\ntitle: Update\n${line}\nconfidential: No\n${more}---\n\nWords.\n`;

describe("what is offered among the lines at the top of a report", () => {
  it("is each field that is not there yet, with what is said of it", () => {
    expect(offered(fields("‸"))).toEqual(
      fieldNames.filter((name) => name !== "title" && name !== "confidential").map((name) => `${name}: `),
    );
    const [first] = inEditor(fields("com‸")).offers();
    expect(first).toMatchObject({ label: "committee", column: 1, help: expect.stringContaining("For example: ") });
    expect(offered("---\ntitle: Update\n‸")).toContain("date: ");
    expect(offered("---\ntitle: Update\n‸")).not.toContain("title: ");
  });

  it("is what a field takes", () => {
    expect(offered(fields("committee: ‸"), { settings: SETTINGS })).toEqual(["children", "health"]);
    expect(offered(fields("committee:‸"), { settings: SETTINGS })).toEqual([" children", " health"]);
    expect(offered(fields("numbering: ‸"))).toEqual(["automatic", "typed", "as-published", "none"]);
    expect(offered(fields("lang: ‸"))).toEqual(["en-GB", "cy"]);
    expect(offered(fields("draft: ‸"))).toEqual(["true", "false"]);
    expect(offered("---\ntitle: Update\nconfidential: ‸\n---\n")).toEqual(["No", "Yes", "{paragraphs: []}"]);
    expect(offered(fields("title: ‸"))).toEqual([]);
    expect(offered(fields("constructor: ‸"))).toEqual([]);
  });

  it("is the days on which the committee meets, and the next number of that day's agenda", () => {
    const texts = {
      "reports/2019/one.md": reportOf({ committee: "children", meeting: "2024-05-14", item: "6" }),
      "reports/2019/two.md": reportOf({ committee: "children", meeting: "2024-05-14", item: "7a" }),
      "reports/2019/three.md": reportOf({ committee: "health", meeting: "2024-07-02", item: "3" }),
      "meetings/children/2024-09-10.md": "---\nvenue: Guildhall\n---\n",
    };
    const around = { settings: SETTINGS, texts };
    expect(offered(fields("meeting: ‸", "committee: children\n"), around)).toEqual(["2024-09-10", "2024-05-14"]);
    expect(offered(fields("meeting: ‸"), around)).toEqual(["2024-09-10", "2024-07-02", "2024-05-14"]);
    expect(offered(fields("item: ‸", "committee: children\nmeeting: 2024-05-14\n"), around)).toEqual(["8"]);
    expect(offered(fields("item: ‸", "committee: children\nmeeting: 2024-05-15\n"), around)).toEqual([]);
  });

  it("is why something may be withheld, by the law of the nation", () => {
    const scots = inEditor("---\nconfidential: {paragraphs: [‸]}\n---\n", { settings: SETTINGS }).offers();
    expect(scots.map(({ text }) => text)).toContain("12");
    expect(scots[0]?.help).toMatch(/Local Government \(Scotland\) Act 1973/);
    expect(offered("---\nconfidential:\n  paragraphs: ‸\n---\n")).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(offered("---\nconfidential:\n  paragraphs: [1, ‸]\n---\n")).toHaveLength(7);
    expect(offered("---\nconfidential:\n  ‸\n---\n")).toContain("public-interest: ");
    expect(offered("---\nconfidential:\n  basis: ‸\n---\n")).toEqual(["exempt", "confidential"]);
    expect(offered(`${fields("")}\n:::exempt{paragraphs=‸}\nWords.\n:::\n`)).toHaveLength(7);
  });

  it("is the fields and the files of an annex, those first that no annex names", () => {
    const around = {
      attachments: [
        "reports/2019/update/a.csv",
        "reports/2019/update/b.csv",
        "reports/2019/other/c.csv",
        "shared/d.csv",
      ],
      texts: { "reports/2019/update/e.md": "Words.\n" },
    };
    const annexes = (line: string): string => fields(`annexes:\n  - title: A\n    file: update/a.csv\n${line}`);
    expect(offered(annexes("  - title: B\n    file: ‸"), around)).toEqual([
      "update/b.csv",
      "update/e.md",
      "../../shared/d.csv",
      "update/a.csv",
    ]);
    expect(offered(annexes("  - ‸"))).toEqual(["title: ", "file: ", "label: ", "confidential: ", "public-title: "]);
    expect(offered(annexes("  - title: B\n    confidential:\n      ‸"))).toContain("review: ");
    expect(offered(fields("annexes: [{title: A, ‸"))).toContain("file: ");
    expect(offered(fields("annexes: [{title: A, file: ‸"), around)).toHaveLength(4);
    expect(offered(fields("annexes: [{title: A, file: update/b.csv}, {title: B, file: ‸"), around).at(-1)).toBe(
      "update/b.csv",
    );
  });

  it("is the committees of further meetings, and the wards of other reports", () => {
    expect(offered(fields("also-to: [{committee: ‸"), { settings: SETTINGS })).toEqual(["children", "health"]);
    expect(offered(fields("also-to:\n  - committee: ‸"), { settings: SETTINGS })).toEqual(["children", "health"]);
    const texts = { "reports/2019/other.md": reportOf({ wards: "[Riverside, Castle]" }) };
    expect(offered(fields("wards: ‸"), { texts })).toEqual(["All", "Castle", "Riverside"]);
    expect(offered(fields("wards: [Castle, ‸"), { texts })).toEqual(["Castle", "Riverside"]);
    expect(offered(fields("wards:\n  - ‸"), { texts })).toEqual(["Castle", "Riverside"]);
  });

  it("is what meetings, plain pages, outcomes and settings may have", () => {
    const meeting = { path: "meetings/children/2024-05-14.md" };
    expect(offered("---\n‸\n---\n", meeting)).toContain("venue: ");
    expect(offered("---\nstatus: ‸\n---\n", meeting)).toEqual(["cancelled", "postponed"]);
    expect(offered("---\nlang: ‸\n---\n", { path: "pages/about.md" })).toEqual(["en-GB", "cy"]);
    const outcomes = { path: "reports/2019/update/recommendations.yml" };
    expect(offered("1: {to: Cabinet, response: ‸", outcomes)).toContain("accepted in part");
    expect(offered("1:\n  status: on ‸", outcomes)).toContain("on track");
    expect(offered("jurisdiction: ‸\n", { path: "site.yml" })).toContain("Northern Ireland");
    expect(offered("council: ‸\n", { path: "site.yml" })).toEqual([]);
  });
});

describe("what is offered in the text", () => {
  const BODY = "## Costs\n\n1. Bins cost more.\n\n2. They are red.\n\n## Recommendations\n\n1. That bins be blue.\n\n";
  const text = (line: string, annexes?: string): string => reportOf({ annexes }, `${BODY}${line}\n`);

  it("is the number of a paragraph, with its first words", () => {
    const [first, second, ...others] = inEditor(text("As paragraph ‸")).offers();
    expect(first).toMatchObject({ text: "1", detail: "Bins cost more." });
    expect(second).toMatchObject({ text: "2", detail: "They are red." });
    expect(others.every(({ kind }) => kind === "reference")).toBe(true);
    for (const line of ["paragraphs 1 and ‸", "paragraphs 1, ‸", "paras 1–‸", "Para. ‸", "ym mharagraff ‸"])
      expect(offered(text(line)).slice(0, 2)).toEqual(["1", "2"]);
    for (const line of ["As para‸", "As subparagraph ‸", "Words ‸"]) expect(offered(text(line))).toEqual([]);
  });

  it("is the letter of an annex, the label of a recommendation, and what a link may lead to", () => {
    const annexes = "[{title: The costs in full, file: update/costs.csv}]";
    expect(inEditor(text("See Annex ‸", annexes)).offers()).toMatchObject([{ text: "A", detail: "The costs in full" }]);
    expect(offered(text("As recommendation ‸"))).toEqual(["1"]);
    expect(offered(text("See [it](#‸)"))).toEqual(expect.arrayContaining(["para-1", "costs"]));
    const attachments = ["reports/2019/update/costs of (bins).csv"];
    expect(offered(text("See [it](‸)"), { attachments })).toEqual(["update/costs%20of%20%28bins%29.csv"]);
    expect(offered("See paragraph ‸\n", { path: "pages/about.md" })).toEqual([]);
  });

  it("has the numbers of the report in an annex's own file, and no fields", () => {
    const texts = { [PATH]: reportOf({ annexes: "[{title: Costs, file: update/costs.md}]" }, BODY) };
    const path = "reports/2019/update/costs.md";
    expect(offered("1. First.\n\nAs paragraph ‸\n", { texts, path })).toEqual(expect.arrayContaining(["1", "2", "A1"]));
    expect(offered("---\n‸\n---\n", { texts, path })).toEqual([]);
  });

  it("has the numbers as they are where the lines at the top cannot be read just now", () => {
    expect(offered(`---\ntitle: [\n---\n\n${BODY}As paragraph ‸\n`).slice(0, 2)).toEqual(["1", "2"]);
  });
});
