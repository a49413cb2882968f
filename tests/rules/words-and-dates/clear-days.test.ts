import { describe, expect, it } from "vitest";
import { diagnosticsOf, type Fields } from "../found-in.ts";

const rulesOf = (fields: Fields, settings?: string): readonly string[] =>
  diagnosticsOf(fields, settings).map(({ rule }) => rule);

describe("clear-days", () => {
  it.each([
    ["a Monday, a Monday", "2019-04-01", "2019-04-08", false],
    ["the Friday before that", "2019-03-29", "2019-04-08", true],
    ["a Sunday, on which nobody publishes", "2019-03-31", "2019-04-08", true],
    ["the day itself, which is that of the meeting and not of publication", "2019-04-08", "2019-04-08", true],
    ["over Easter", "2019-04-16", "2019-04-25", false],
    ["over Easter, long enough", "2019-04-15", "2019-04-25", true],
    ["over two bank holidays in May 2023", "2023-04-27", "2023-05-09", true],
    ["over two bank holidays in May 2023, a day late", "2023-04-28", "2023-05-09", false],
    ["over Christmas", "2023-12-20", "2024-01-02", true],
    ["over Christmas, a day late", "2023-12-21", "2024-01-02", false],
    ["Elitestone's three days would do for three", "1990-04-26", "1990-05-01", false],
  ])("counts working days between report and meeting: %s", (_, date, meeting, isEnough) => {
    expect(rulesOf({ date, meeting })).toEqual(isEnough ? [] : ["clear-days"]);
  });

  it("says how many there are, and the last day on which there are enough", () => {
    const [finding] = diagnosticsOf({ date: "2019-04-03", meeting: "2019-04-08" });
    expect(finding?.message).toBe(
      "there are 2 clear days between the date of the report, 3 April 2019, and its meeting, 8 April 2019; 5 are required",
    );
    expect(finding?.fix).toMatch(
      /^publish it by 29 March 2019; if the item was on the agenda in time and only its report is late, put `supplement: 1`/,
    );
    expect(finding?.place).toMatchObject({ line: 4, column: 7 });
    expect(finding?.related?.place).toMatchObject({ line: 6 });
  });

  it.each([
    ["the day before, a Sunday", "2019-04-07", /^there is no clear day /],
    ["one", "2019-04-04", /^there is 1 clear day /],
    ["four", "2019-04-01", /^there are 4 clear days /],
  ])("counts right: %s", (_, date, message) => {
    expect(diagnosticsOf({ date, meeting: "2019-04-08" })[0]?.message).toMatch(message);
  });

  it("asks nothing of a supplement, nor of a report without a meeting", () => {
    expect(rulesOf({ date: "2019-04-05", meeting: "2019-04-08", supplement: "1" })).toEqual([]);
    expect(rulesOf({ date: "2019-04-05" })).toEqual([]);
  });

  it("asks for as many days as the settings say", () => {
    const fields = { date: "2019-04-02", meeting: "2019-04-08" };
    expect(rulesOf(fields, "clear-days: 3\n")).toEqual([]);
    expect(rulesOf(fields, "clear-days: 4\n")).toEqual(["clear-days"]);
    expect(rulesOf(fields, "clear-days: 0\n")).toEqual([]);
    expect(rulesOf(fields, "clear-days: five\n")).toContain("settings-value");
  });

  it.each([
    [
      "England",
      "2026-06-12",
      "2026-06-19",
      /^there are 4 clear days between .*; 5 are required$/,
      "publish it by 11 June 2026;",
    ],
    [
      "Wales",
      "2026-06-15",
      "2026-06-18",
      /^there are 2 clear days between .*; 3 are required$/,
      "publish it by 12 June 2026;",
    ],
    ["Scotland", "2026-06-11", "2026-06-18", undefined, ""],
    [
      "Scotland",
      "2026-06-12",
      "2026-06-17",
      /^there is 1 clear day between .*; 3 are required$/,
      "publish it by 10 June 2026;",
    ],
    [
      "Northern Ireland",
      "2026-06-13",
      "2026-06-17",
      /is 4 days before its meeting, 17 June 2026; 5 are required$/,
      "publish it by 12 June 2026;",
    ],
    ["Northern Ireland", "2026-06-12", "2026-06-17", undefined, ""],
  ])("counts as the law of the nation counts: %s, %s for %s", (nation, date, meeting, message, fix) => {
    const [finding, ...others] = diagnosticsOf({ date, meeting }, `jurisdiction: ${nation}\n`);
    expect(others).toEqual([]);
    if (message === undefined) expect(finding).toBeUndefined();
    else {
      expect(finding?.message).toMatch(message);
      expect(finding?.fix).toContain(fix);
    }
  });

  it("counts no day on which the council is closed", () => {
    const fields = { date: "2019-03-29", meeting: "2019-04-08" };
    expect(rulesOf(fields)).toEqual([]);
    expect(rulesOf(fields, "days-off: [2019-04-03]\n")).toEqual(["clear-days"]);
  });

  it("speaks of no clear days in fixed words, where the law has days", () => {
    const fields = {
      date: "2026-06-13",
      meeting: "2026-06-17",
      confidential: "{paragraphs: [3], public-interest: Prices}",
    };
    expect(diagnosticsOf(fields, "jurisdiction: Northern Ireland\n").map(({ message }) => message)).toEqual([
      "the date of the report is too few days before its meeting",
    ]);
  });

  it("says it in fixed words where something is withheld", () => {
    const fields = { date: "2019-04-03", meeting: "2019-04-08" };
    const passage = ":::exempt{paragraphs=3 reason=Prices}\nThe price.\n:::\n\nThe panel met.\n";
    const cut = diagnosticsOf(fields, "", passage).filter(({ rule }) => rule === "clear-days");
    const withheld = diagnosticsOf({ ...fields, confidential: "{paragraphs: [3], public-interest: Prices}" });
    expect([...cut, ...withheld].map(({ message }) => message)).toEqual([
      "there are too few clear days between the date of the report and its meeting",
      "there are too few clear days between the date of the report and its meeting",
    ]);
  });
});
