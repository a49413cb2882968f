import { describe, expect, it } from "vitest";
import { formatDate, readCalendarDate } from "../src/dates/calendar-date.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The calendar, written down once more: not taken from `Date`, which the program uses. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

describe("readCalendarDate", () => {
  it.each([
    ["2019-03-24", "2019-03-24"],
    ["24 March 2019", "2019-03-24"],
    ["1 January 2020", "2020-01-01"],
    ["31 December 1999", "1999-12-31"],
    ["2020-02-29", "2020-02-29"],
    ["29 February 2020", "2020-02-29"],
    ["29 February 2000", "2000-02-29"],
    ["2000-02-29", "2000-02-29"],
  ])("reads %s", (written, date) => {
    expect(readCalendarDate(written)).toEqual({ date });
  });

  it("accepts exactly the days that the calendar has, in both spellings", () => {
    for (const year of [1900, 1999, 2000, 2019, 2020, 2100]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
          const iso = isoOf(year, month, day);
          const expected = exists ? { date: iso } : { problem: expect.any(String), fix: expect.any(String) };
          expect(readCalendarDate(iso), iso).toEqual(expected);
          const name = MONTHS[month - 1];
          if (name !== undefined) {
            expect(readCalendarDate(`${day} ${name} ${year}`), `${day} ${name} ${year}`).toEqual(expected);
          }
        }
      }
    }
  });

  it.each([
    ["2019-02-31", /February 2019 has 28 days/],
    ["31 February 2019", /February 2019 has 28 days/],
    ["29 February 2019", /February 2019 has 28 days/],
    ["29 February 1900", /February 1900 has 28 days/],
    ["2100-02-29", /February 2100 has 28 days/],
    ["30 February 2020", /February 2020 has 29 days/],
    ["2019-04-31", /April 2019 has 30 days/],
    ["31 November 2019", /November 2019 has 30 days/],
    ["2019-13-01", /there is no month 13/],
    ["2019-00-10", /there is no month 0/],
    ["2019-01-00", /does not exist/],
    ["0 March 2019", /does not exist/],
    ["32 March 2019", /March 2019 has 31 days/],
  ])("says why %s does not exist", (written, why) => {
    const reading = readCalendarDate(written);
    expect(reading).toHaveProperty("problem", expect.stringMatching(/does not exist/));
    expect(reading).toHaveProperty("problem", expect.stringMatching(why));
    expect(reading).toHaveProperty("fix", expect.stringMatching(/\S/));
  });

  it.each(["03/04/2019", "3/4/2019", "03.04.2019", "03-04-2019"])("refuses %s and offers both readings", (written) => {
    const reading = readCalendarDate(written);
    expect(reading).not.toHaveProperty("date");
    const said = JSON.stringify(reading);
    for (const offer of ["2019-04-03", "3 April 2019", "2019-03-04", "4 March 2019"]) expect(said).toContain(offer);
  });

  it.each([
    ["24/03/2019", "2019-03-24", "24 March 2019"],
    ["03/24/2019", "2019-03-24", "24 March 2019"],
    ["29/02/2020", "2020-02-29", "29 February 2020"],
    ["05/05/2019", "2019-05-05", "5 May 2019"],
  ])("refuses %s, which has one reading, and offers that one alone", (written, iso, words) => {
    const reading = readCalendarDate(written);
    expect(reading).not.toHaveProperty("date");
    expect(reading).toHaveProperty("fix", expect.stringContaining(iso));
    expect(reading).toHaveProperty("fix", expect.stringContaining(words));
    expect(JSON.stringify(reading)).not.toMatch(/ or /);
  });

  it.each(["29/02/2019", "31/13/2019", "13/31/2019", "00/00/2019"])(
    "refuses %s, which has no reading at all",
    (written) => {
      expect(readCalendarDate(written)).toHaveProperty("problem", expect.stringMatching(/does not exist/));
    },
  );

  it.each([
    "",
    "2019",
    "March 2019",
    "24 March",
    "24 March 19",
    "24 Marchember 2019",
    "March 24, 2019",
    "24th March 2019",
    "Sunday 24 March 2019",
    "2019-3-24",
    "20190324",
    "2019/03/24",
    "19-03-24",
    "2019-03-24T00:00:00Z",
    "2019-03-24 ",
    "2019-03-24\n2019-03-25",
    "tomorrow",
    "２０１９-03-24",
    "24 March 2019 to 26 March 2019",
    "-2019-03-24",
    "43548",
  ])("refuses %j and shows how a date is written", (written) => {
    const reading = readCalendarDate(written);
    expect(reading).not.toHaveProperty("date");
    expect(reading).toHaveProperty("fix", expect.stringMatching(/2019-03-24 or 24 March 2019/));
  });
});

describe("formatDate", () => {
  it.each([
    ["2019-03-24", "24 March 2019"],
    ["2020-01-01", "1 January 2020"],
    ["1999-12-31", "31 December 1999"],
  ])("shows %s as %s", (date, words) => {
    expect(formatDate(date)).toBe(words);
  });

  it("gives for every day a text that reads back as that day", () => {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysIn(2020, month); day++) {
        const date = isoOf(2020, month, day);
        expect(readCalendarDate(formatDate(date))).toEqual({ date });
      }
    }
  });
});
