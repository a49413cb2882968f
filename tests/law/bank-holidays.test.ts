import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bankHolidays, type Division } from "../../src/dates/bank-holidays.ts";
import { weekdayOf } from "../../src/dates/calendar-date.ts";

/** Weekdays only, as another program gives them: the package `holidays` of the Python Package Index, in July 2025. */
const published = readFileSync(new URL("bank-holidays-of-england.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [year = "", ...days] = line.split(" ");
    return { year: Number(year), days: days.map((day) => `${year}-${day}`) };
  });

describe("the bank holidays of England", () => {
  it("are held against a list of sixty years", () => {
    expect(published.map(({ year }) => year)).toEqual(Array.from({ length: 61 }, (_, index) => 1975 + index));
  });

  it.each(published)("are those that another program gives: $year", ({ year, days }) => {
    const found = [...bankHolidays(year, "england-and-wales")].filter((day) => ![0, 6].includes(weekdayOf(day))).sort();
    expect(found).toEqual(days);
  });

  it.each([
    ["1974-01-01", true],
    ["1977-06-07", true],
    ["1978-05-01", true],
    ["1977-05-02", false],
    ["1981-07-29", true],
    ["1995-05-01", false],
    ["1995-05-08", true],
    ["1999-12-31", true],
    ["2002-05-27", false],
    ["2002-06-03", true],
    ["2002-06-04", true],
    ["2011-04-29", true],
    ["2012-05-28", false],
    ["2012-06-04", true],
    ["2012-06-05", true],
    ["2020-05-04", false],
    ["2020-05-08", true],
    ["2022-01-03", true],
    ["2022-05-30", false],
    ["2022-06-02", true],
    ["2022-06-03", true],
    ["2022-09-19", true],
    ["2022-12-27", true],
    ["2023-05-08", true],
    ["2027-12-28", true],
    ["2028-01-03", true],
  ])("have the days that were moved and added: %s %s", (day, isHoliday) => {
    expect(bankHolidays(Number(day.slice(0, 4)), "england-and-wales").has(day)).toBe(isHoliday);
  });
});

/** Those of the three divisions, as the government publishes them on gov.uk. */
const government = z
  .record(z.enum(["england-and-wales", "scotland", "northern-ireland"]), z.array(z.iso.date()))
  .parse(JSON.parse(readFileSync(new URL("bank-holidays-2012-2028.json", import.meta.url), "utf8")));

describe.each(Object.entries(government) as [Division, readonly string[]][])(
  "the bank holidays of %s",
  (division, days) => {
    it.each(Array.from({ length: 17 }, (_, index) => 2012 + index))(
      "are those that the government publishes: %i",
      (year) => {
        const ofYear = days.filter((day) => day.startsWith(`${year}-`));
        expect(ofYear.length).toBeGreaterThan(7);
        expect([...bankHolidays(year, division)].sort()).toEqual([...ofYear].sort());
      },
    );
  },
);

describe("the bank holidays of Scotland and Northern Ireland", () => {
  it("have St Andrew's Day since 2007, and no Easter Monday in Scotland", () => {
    expect(bankHolidays(2006, "scotland").has("2006-11-30")).toBe(false);
    expect(bankHolidays(2007, "scotland").has("2007-11-30")).toBe(true);
    expect(bankHolidays(2019, "scotland").has("2019-04-22")).toBe(false);
    expect(bankHolidays(2019, "northern-ireland").has("2019-04-22")).toBe(true);
  });

  it("have a day that one of them alone had", () => {
    expect(bankHolidays(2026, "scotland").has("2026-06-15")).toBe(true);
    expect(bankHolidays(2026, "england-and-wales").has("2026-06-15")).toBe(false);
    expect(bankHolidays(2026, "northern-ireland").has("2026-06-15")).toBe(false);
  });
});
