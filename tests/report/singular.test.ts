import { describe, expect, it } from "vitest";
import { singularLongForm } from "../../src/report/abbreviations/singular.ts";

describe("a long form in the plural", () => {
  it.each([
    ["Education, Health and Care Plans", "Education, Health and Care Plan"],
    ["Combined Authorities", "Combined Authority"],
    ["Penalty Charge Notices", "Penalty Charge Notice"],
    ["Small and Medium Businesses", "Small and Medium Business"],
    ["Urban Buses", undefined],
    ["Affordable Houses", "Affordable House"],
    ["Noise Boxes", "Noise Box"],
    ["Primary Care Branches", "Primary Care Branch"],
    ["Houses in Multiple Occupation", "House in Multiple Occupation"],
    ["Sites of Special Scientific Interest", "Site of Special Scientific Interest"],
    ["Areas of Outstanding Natural Beauty", "Area of Outstanding Natural Beauty"],
    ["Cost of Living Payments", "Cost of Living Payment"],
  ])("has its singular: %s", (plural, singular) => {
    expect(singularLongForm(plural)).toBe(singular);
  });

  it.each([
    "Looked After Children",
    "Statements of Special Educational Needs",
    "Terms of Reference",
    "Public Works",
    "Local Premises",
    "Needs Analyses",
    "Adult Social Care",
    "Local Bus",
    "Risk Analysis",
    "Key Statistics",
    "Young Lives",
    "",
  ])("stays as it is where the singular is not certain: %s", (long) => {
    expect(singularLongForm(long)).toBeUndefined();
  });
});
