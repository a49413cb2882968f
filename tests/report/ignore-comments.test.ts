import { describe, expect, it } from "vitest";
import { ruleIds } from "../../src/diagnostics/catalogue.ts";
import { isAdjustable } from "../../src/diagnostics/severities.ts";
import { compileFile, errorsOf, reportOf } from "../compile-text.ts";
import { diagnosticsIn, foundIn } from "../rules/found-in.ts";

const COMMENT = "<!-- scrutineer-ignore word-twice: as the minutes have it -->";
const TWICE = "The panel met the the head.";
const RULES = ["word-twice", "ignore-comment-unread", "ignore-comment-unused"] as const;

describe("a comment that silences a rule", () => {
  it.each([
    ["before a paragraph", `${COMMENT}\n${TWICE}\n`],
    ["a line above a paragraph", `${COMMENT}\n\n${TWICE}\n`],
    ["before a paragraph of several lines", `${COMMENT}\n\nOne line,\nand another.\n${TWICE}\n`],
    ["in the line itself", `${TWICE} ${COMMENT}\n`],
    ["before a heading", `Text.\n\n${COMMENT}\n\n## About the the panel\n\nText.\n`],
    ["before a numbered paragraph", `1. Text.\n\n${COMMENT}\n\n2. ${TWICE}\n`],
    ["within a numbered paragraph", `1. Text.\n\n   ${COMMENT}\n\n   ${TWICE}\n\n2. Text.\n`],
    ["before an item with all that is in it", `${COMMENT}\n\n* Text.\n\n  ${TWICE}\n`],
    ["before a table", `${COMMENT}\n\n| Who | What |\n|---|---|\n| Panel | Met the the head |\n`],
    ["before a quotation", `${COMMENT}\n\n> ${TWICE}\n`],
    ["before a note", `Text.[^1]\n\n${COMMENT}\n\n[^1]: ${TWICE}\n`],
    [
      "before another comment",
      `${COMMENT}\n<!-- scrutineer-ignore date-weekday: so in the minutes -->\n\n${TWICE} It met on Monday 24 March 2019.\n`,
    ],
    ["on several lines", `<!--\nscrutineer-ignore word-twice:\nas the minutes have it\n-->\n\n${TWICE}\n`],
    [
      "in what is withheld",
      `Text.\n\n:::exempt{paragraphs=3 reason="The price." review=2026-03-31}\n\n${COMMENT}\n\n${TWICE}\n\n:::\n`,
    ],
  ])("silences it %s", (_where, body) => {
    expect(foundIn(body, [...RULES, "date-weekday"])).toEqual([]);
    expect(foundIn(body.replaceAll(/<!--[\s\S]*?-->/g, ""), ["word-twice"])).not.toEqual([]);
  });

  it("silences no other rule, and no more than what it is before", () => {
    expect(foundIn(`${COMMENT}\n\n${TWICE}\n\n${TWICE}\n`, RULES)).toEqual(["word-twice 5:15"]);
    expect(foundIn(`${COMMENT}\n\n* ${TWICE}\n* ${TWICE}\n`, RULES)).toEqual(["word-twice 4:17"]);
    expect(foundIn(`${COMMENT}\n\n${TWICE} It met on Monday 25 May 2019.\n`, ["date-weekday"])).not.toEqual([]);
  });

  it("is told of where there is nothing for it to silence", () => {
    expect(foundIn(`Text.\n\n${COMMENT}\n\nText.\n\n${TWICE}\n`, RULES)).toEqual([
      "ignore-comment-unused 3:1",
      "word-twice 7:15",
    ]);
    expect(foundIn(`${TWICE}\n\n${COMMENT}\n`, RULES)).toEqual(["word-twice 1:15", "ignore-comment-unused 3:1"]);
  });

  it.each([
    ["no reason", "<!-- scrutineer-ignore word-twice -->"],
    ["an empty reason", "<!-- scrutineer-ignore word-twice: -->"],
    ["no rule", "<!-- scrutineer-ignore -->"],
    ["a rule that there is not", "<!-- scrutineer-ignore word-twise: as it was -->"],
    ["its word mistyped", "<!-- scrutineer ignore word-twice: as it was -->"],
    ["its word mistyped in another way", "<!-- Scrutiner-Ignore word-twice: as it was -->"],
    ["a colon too early", "<!-- scrutineer-ignore: word-twice, as it was -->"],
  ])("silences nothing with %s, and is told of", (_what, comment) => {
    expect(foundIn(`${comment}\n\n${TWICE}\n`, RULES)).toEqual(["ignore-comment-unread 1:1", "word-twice 3:15"]);
  });

  it("never silences what keeps words from being lost, or what is withheld from being published", () => {
    const never = ruleIds.filter((rule) => !isAdjustable(rule));
    expect(never.length).toBeGreaterThan(60);
    for (const rule of never) {
      const found = diagnosticsIn(`<!-- scrutineer-ignore ${rule}: it is right so -->\n\nText.\n`);
      expect([rule, found.map((one) => one.rule)]).toEqual([rule, ["ignore-comment-unread"]]);
    }
    const marked =
      "<!-- scrutineer-ignore confidential-in-body: a heading of the form -->\n\nNot for publication\n\nText.\n";
    expect(errorsOf(compileFile(reportOf({}, marked)))).toContain("confidential-in-body");
  });

  it("silences no error that the settings make, so that no report is left out in silence", () => {
    const settings = "council: Ferrow District Council\nrules: {word-twice: error}\n";
    const { outcome, diagnostics } = compileFile(reportOf({}, `${COMMENT}\n\n${TWICE}\n`), { settings });
    expect(outcome).toBe("refused");
    expect(diagnostics.map(({ rule }) => rule).sort()).toEqual(["ignore-comment-unused", "word-twice"]);
  });

  it("is no mistake where the settings turn its rule off, and its own rules can be set", () => {
    const found = (rules: string, body: string): readonly string[] =>
      compileFile(reportOf({}, body), {
        settings: `council: Ferrow District Council\nrules: {${rules}}\n`,
      }).diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);
    expect(found("word-twice: off", `${COMMENT}\n\nText.\n`)).toEqual([]);
    expect(found("ignore-comment-unused: off", `${COMMENT}\n\nText.\n`)).toEqual([]);
    expect(found("ignore-comment-unused: error", `${COMMENT}\n\nText.\n`)).toEqual(["error ignore-comment-unused"]);
  });

  it("is read in annexes and plain pages, too, and shown by no page", () => {
    const annexes = "[{title: Rounds, file: update/rounds.md}]";
    const { diagnostics, report } = compileFile(reportOf({ annexes }, "See Annex A.\n"), {
      texts: { "reports/2019/update/rounds.md": `${COMMENT}\n\n${TWICE}\n` },
    });
    expect(diagnostics).toEqual([]);
    expect(report?.bodyHtml).not.toContain("scrutineer-ignore");
    const page = (body: string): readonly string[] =>
      compileFile(reportOf({}), { texts: { "pages/about.md": `---\ntitle: About\n---\n\n${body}` } }).diagnostics.map(
        ({ rule }) => rule,
      );
    expect(page(`${TWICE}\n`)).toEqual(["word-twice"]);
    expect(page(`${COMMENT}\n\n${TWICE}\n`)).toEqual([]);
  });

  it("is code where it is code", () => {
    expect(foundIn(`\`\`\`\n${COMMENT}\n\`\`\`\n\n${TWICE}\n`, RULES)).toEqual(["word-twice 5:15"]);
  });

  it("quotes nothing that is withheld", () => {
    const body = "<!-- scrutineer-ignore zircon: zircon -->\n\nText about zircon.\n";
    for (const fields of [{ confidential: "Yes" }, {}]) {
      const { diagnostics } = compileFile(reportOf(fields, body));
      expect(diagnostics.map(({ rule }) => rule)).toContain("ignore-comment-unread");
      expect(JSON.stringify(diagnostics)).not.toContain("zircon");
    }
  });
});

describe("a comment above a field", () => {
  const late = (comment: string): string =>
    reportOf({}, "Text.\n").replace(
      "date: 2019-03-24",
      `${comment}date: 2019-04-10\nmeeting: 2019-04-08\nbackground: None`,
    );
  const rulesIn = (text: string): readonly string[] => compileFile(text).diagnostics.map(({ rule }) => rule);

  it("silences a rule at that field alone", () => {
    const [found] = compileFile(late("")).diagnostics;
    expect(found?.rule).toBe("report-after-meeting");
    const typed = late("").split("\n");
    const at = found?.place.line ?? 0;
    const commented = (line: number): string =>
      [
        ...typed.slice(0, line - 1),
        "# scrutineer-ignore report-after-meeting: it was tabled",
        ...typed.slice(line - 1),
      ].join("\n");
    expect(rulesIn(commented(at))).toEqual([]);
    expect([...rulesIn(commented(2))].sort()).toEqual(["ignore-comment-unused", "report-after-meeting"]);
  });

  it("is told of where it is not written as it must be", () => {
    expect([...rulesIn(late("# scrutineer-ignore report-after-meeting\n"))].sort()).toEqual([
      "ignore-comment-unread",
      "report-after-meeting",
    ]);
  });
});
