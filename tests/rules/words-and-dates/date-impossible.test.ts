import { describe, expect, it } from "vitest";
import { LABELLED, measureDates } from "./labelled-dates.ts";

describe("the dates of labelled phrases", () => {
  it("are enough to measure by, half of them sound", () => {
    expect(LABELLED.all).toBeGreaterThanOrEqual(200);
    expect(Math.abs(LABELLED.sound - LABELLED.all / 2)).toBeLessThan(LABELLED.all / 8);
  });

  // Measured: precision and recall 1.
  it("are judged right", () => {
    const { precision, recall, mistakes } = measureDates("date-impossible", "en-GB");
    expect(precision, mistakes).toBeGreaterThanOrEqual(0.99);
    expect(recall, mistakes).toBeGreaterThanOrEqual(0.99);
  });

  it("are judged right in Welsh", () => {
    const { precision, recall, mistakes } = measureDates("date-impossible", "cy");
    expect([precision, recall], mistakes).toEqual([1, 1]);
  });
});
