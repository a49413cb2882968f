import { describe, expect, it } from "vitest";
import { readClockTime } from "../../src/dates/clock-time.ts";
import { timeIn } from "../../src/dates/format-date.ts";

describe("a time of day", () => {
  it.each([
    ["18:30", "18:30", "6.30pm"],
    ["18.30", "18:30", "6.30pm"],
    ["6.30pm", "18:30", "6.30pm"],
    ["6:30 PM", "18:30", "6.30pm"],
    ["6.30 p.m.", "18:30", "6.30pm"],
    ["10am", "10:00", "10am"],
    ["10:00", "10:00", "10am"],
    ["09:05", "09:05", "9.05am"],
    ["00:15", "00:15", "12.15am"],
    ["12am", "00:00", "12am"],
    ["12pm", "12:00", "12 noon"],
    ["12.30pm", "12:30", "12.30pm"],
    ["noon", "12:00", "12 noon"],
    ["12 noon", "12:00", "12 noon"],
    ["Midday", "12:00", "12 noon"],
  ])("is read as it is typed, %s", (typed, time, words) => {
    expect(readClockTime(typed)).toEqual({ time });
    expect(timeIn("en-GB", time)).toBe(words);
  });

  it.each(["25:00", "18:60", "13pm", "0am", "6.75pm"])("that does not exist is refused: %s", (typed) => {
    expect(readClockTime(typed)).toMatchObject({ problem: expect.stringContaining("does not exist") });
  });

  it.each(["", "18", "evening", "6.3pm", "half past six", "18:30:00", "6pm-8pm"])(
    "in another form is refused: %s",
    (typed) => {
      expect(readClockTime(typed)).toMatchObject({ problem: expect.stringContaining("form"), fix: expect.any(String) });
    },
  );

  it("that could be in the morning or in the evening is refused, with both readings offered", () => {
    expect(readClockTime("6.30")).toMatchObject({ fix: "write 06:30 or 18:30" });
  });
});
