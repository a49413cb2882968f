import { describe, expect, it } from "vitest";
import { isPlaced } from "../../src/report/reference-places.ts";

describe("a place that only this report can be", () => {
  it.each([
    ["The letter that followed is at ", "."],
    ["We thank the pilots, whose accounts appear at ", "."],
    ["Dredging is left out for the reason stated in ", "."],
    ["The pier is sound, and the actions outstanding are in ", "."],
    ["The harbour master's statement on the robustness of moorings is at ", "."],
    ["The regulations on buoys are explained in ", "."],
    ["The inspector's report is discussed at paragraph 37 and the pilots' response to it at ", "."],
    ["The letter quoted in ", " may be seen."],
    ["The ferry strategy (described in ", ") is old."],
  ])("%s…%s", (before, behind) => {
    expect(isPlaced(before, behind)).toBe(true);
  });

  it.each([
    ["The code's aims are at ", "."],
    ["The duty in the regulations is in ", "."],
    ["The regulations are in ", "."],
    ["Under the strategy, the berths are listed in ", "."],
    ["The letter quoted in ", " the harbour master's words."],
    ["The berths were listed in ", "."],
    ["It is in ", "."],
    ["The inspector closed the pier for the reasons given in ", "."],
    ["The pier is closed (", ")."],
  ])("is not in: %s…%s", (before, behind) => {
    expect(isPlaced(before, behind)).toBe(false);
  });
});
