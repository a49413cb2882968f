import { describe, expect, it } from "vitest";
import { compileReport, rulesOf, textOf } from "../compiled-report.ts";

describe("notes", () => {
  it("come behind the text, in the order of their first references, and lead back", () => {
    const { page } = compileReport("One.[^b]\n\nTwo.[^a] Again.[^b]\n\n[^a]: Note a.\n\n[^b]: Note b.");
    const notes = page.all("section").find(({ attributes }) => attributes.has("data-footnotes"));
    expect(notes && textOf(notes)).toMatch(/Note b\..*Note a\./);
    expect(
      page
        .all("sup")
        .map((element) => textOf(element))
        .slice(0, 3),
    ).toEqual(["1", "2", "1"]);
    const ids = new Set(page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []));
    for (const { attributes } of page.all("a")) expect(ids).toContain(attributes.get("href")?.slice(1));
  });

  it.each([
    ["a link", "See [the *plan[^1]* here](https://example.org/plan).", "See the plan here1."],
    ["a link by its name", "See [the plan[^1]][p].\n\n[p]: https://example.org/plan", "See the plan1."],
    [
      "a link round an address",
      "See [<https://example.org>[^1]](https://example.org/plan).",
      "See https://example.org1.",
    ],
    ["a link of nothing else", "See [[^1]](https://example.org/plan).", "See https://example.org/plan1."],
  ])(
    "that are referred to in %s have their marks behind it, because no link stands within a link",
    (_, text, words) => {
      const { page } = compileReport(`${text}\n\n[^1]: The note.`);
      const link = page.all("a").find(({ attributes }) => attributes.get("href") === "https://example.org/plan");
      expect(link).toBeDefined();
      expect(page.all("a").filter(({ parent }) => parent?.tag === "a")).toEqual([]);
      for (const mark of page.all("sup")) expect(mark.parent?.tag).toBe("p");
      expect(page.paragraphs).toEqual([`1. ${words}`]);
    },
  );

  it.each([
    ["an annex", "## Annex A: Costs[^1]\n\nTwo."],
    ["an annex, in emphasis", "## Annex A: *Costs[^1]*\n\nTwo."],
    ["a list of abbreviations", "## *Abbreviations*[^1]\n\nHSB – Harmful Sexual Behaviour"],
  ])("are refused in the heading of %s, which is shown as plain words", (_, text) => {
    expect(rulesOf(compileReport(`One.\n\n${text}\n\n[^1]: The note.`), "error")).toEqual(["footnote-unused"]);
  });

  it.each([
    ["by a note that is referred to", "One.[^1]\n\n[^1]: First alpha.[^2]\n\n[^2]: Second bravo."],
    ["in a heading", "## B[^1]\n\nOne.\n\n[^1]: The bravo note."],
    ["in a cell", "One.\n\n| A |\n|---|\n| x[^1] |\n\n[^1]: The bravo note."],
    ["in a caption", "One.\n\nTable: Costs[^1]\n\n| A |\n|---|\n| x |\n\n[^1]: The bravo note."],
    [
      "in an entry of the list of abbreviations",
      "One.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour[^1]\n\n[^1]: The bravo note.",
    ],
    ["by itself alone", "One.\n\n[^1]: The bravo note.[^1]"],
    ["by a note that nothing refers to", "One.\n\n[^1]: The bravo note.[^2]\n\n[^2]: The other bravo note.[^1]"],
    ["in a list's text of an annex", "One. See Annex A.\n\n## Annex A: B\n\nText:\n\n- x[^1]\n\n[^1]: The bravo note."],
  ])("are shown, or what is wrong is raised, where they are referred to %s", (_, body) => {
    const compiled = compileReport(body);
    expect(rulesOf(compiled, "error").length > 0 || compiled.page.text.includes("bravo")).toBe(true);
  });
});

describe("names of notes", () => {
  const OWN = "reports/update/costs.md";
  const fields = "annexes:\n  - title: Costs\n    file: update/costs.md";
  const notesOf = ({ report }: ReturnType<typeof compileReport>): readonly string[] =>
    report?.notes.map(({ number, text }) => `${number} ${text.replace(/ ↩.*/, "")}`) ?? [];

  it.each([
    ["what the annex's would be called with its letter in front", "a-b", "b"],
    ["the same", "b", "b"],
    ["what the annex's second mark would be called", "a-b-2", "b"],
    ["a name with a percent sign", "%", "%25"],
  ])("are a report's own where an annex is a file: %s", (_, inReport, inAnnex) => {
    const compiled = compileReport(`One[^${inReport}]. See Annex A.\n\n[^${inReport}]: Of the report.`, {
      fields,
      texts: { [OWN]: `Costs[^${inAnnex}] rose[^${inAnnex}].\n\n[^${inAnnex}]: Of the annex.` },
    });
    expect(rulesOf(compiled)).toEqual([]);
    expect(notesOf(compiled)).toEqual(["1 Of the report.", "2 Of the annex."]);
  });

  it.each([
    ["a number behind a name", "One[^b]. Two[^b].\n\nThree[^b-2].\n\n[^b]: First.\n\n[^b-2]: Second."],
    ["a number behind a number", "One[^1]. Two[^1].\n\nThree[^1-2].\n\n[^1]: First.\n\n[^1-2]: Second."],
    ["the other first", "One[^1]. Three[^1-2].\n\nTwo[^1].\n\n[^1]: First.\n\n[^1-2]: Second."],
    ["signs of addresses", "One[^%].\n\nTwo[^%25].\n\n[^%]: First.\n\n[^%25]: Second."],
  ])("never make one id of two: %s", (_, body) => {
    const compiled = compileReport(body);
    expect(rulesOf(compiled)).toEqual([]);
    expect(notesOf(compiled)).toEqual(["1 First.", "2 Second."]);
  });

  it("are as typed in the addresses of notes and marks, and have an annex's letter in front", () => {
    const { page } = compileReport("One[^1], two[^cost]. Three[^1]. See Annex A.\n\n[^1]: A.\n\n[^cost]: B.", {
      fields,
      texts: { [OWN]: "Costs[^1].\n\n[^1]: C." },
    });
    const ids = page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
    const OF_NOTES = ["fnref-1", "fnref-cost", "fnref-1-2", "fnref-a-1", "fn-1", "fn-cost", "fn-a-1"];
    expect(ids.filter((id) => /^fn/.test(id))).toEqual(OF_NOTES);
  });

  it("in other scripts lead from the glossary to the note", () => {
    const compiled = compileReport("One[^é].\n\n[^é]: Harmful Sexual Behaviour (HSB).");
    expect(rulesOf(compiled, "error")).toEqual([]);
    expect(compiled.page.byId("fn-%C3%A9")).toBeDefined();
  });
});

describe("numbers of notes", () => {
  it("follow the reading, from a table's caption to its head and its cells", () => {
    const { report } = compileReport(
      "One[^a].\n\nTable: Figures[^b]\n\n| Year[^c] | Count |\n|---|---:|\n| 2023 | 5[^d] |\n\nTwo[^e].\n\n[^e]: E.\n[^d]: D.\n[^c]: C.\n[^b]: B.\n[^a]: A.",
    );
    expect(report?.notes.map(({ text }) => text.charAt(0)).join("")).toBe("ABCDE");
  });

  it("are the order in which a glossary knows the notes, wherever these are typed", () => {
    const { report } = compileReport(
      "One[^1]. Two[^2].\n\n[^2]: Harmful Sexual Behaviour (HSB).[^3]\n\n[^3]: HSB three.\n\n[^1]: HSB one.",
    );
    expect(report?.abbreviations[0]?.uses.map(({ id }) => id)).toEqual(["fn-1", "fn-2", "fn-3"]);
  });
});

describe("a report that begins with something else than a paragraph or a heading", () => {
  it.each([
    ["a quotation", "> Harmful Sexual Behaviour (HSB)"],
    ["a list", "- Harmful Sexual Behaviour (HSB)"],
    ["a table", "| A |\n|---|\n| Harmful Sexual Behaviour (HSB) |"],
    ["an unnumbered foreword", ":::unnumbered\nHarmful Sexual Behaviour (HSB) rose.\n:::\n\nOne."],
  ])("and uses an abbreviation there has it in its glossary: %s", (_, body) => {
    const { page, report } = compileReport(body);
    expect(report?.abbreviations.map(({ short }) => short)).toEqual(["HSB"]);
    expect(page.all("dt").map((element) => textOf(element))).toEqual(["HSB"]);
  });
});
