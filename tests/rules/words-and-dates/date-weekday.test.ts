import { describe, expect, it } from "vitest";
import { measureDates } from "./labelled-dates.ts";

describe("the dates of labelled phrases", () => {
  // Measured: precision and recall 1.
  it("are judged right", () => {
    const { precision, recall, mistakes } = measureDates("date-weekday", "en-GB");
    expect(precision, mistakes).toBeGreaterThanOrEqual(0.99);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.99);
  });

  it("are judged right in Welsh", () => {
    const { precision, recall, mistakes } = measureDates("date-weekday", "cy");
    expect([precision, recall], mistakes).toEqual([1, 1]);
  });
});
