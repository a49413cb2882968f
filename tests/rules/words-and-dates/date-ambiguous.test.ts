import { describe, expect, it } from "vitest";
import { findingsOf, foundBy } from "../found-in-text.ts";

describe("date-ambiguous", () => {
  it("offers the two readings", () => {
    const [finding] = findingsOf("It met on 03/04/2019.");
    expect(finding?.message).toBe("03/04/2019 can be read as 3 April 2019 or as 4 March 2019");
    expect(finding?.fix).toBe("write 3 April 2019, if that is meant");
  });

  it.each([
    "On 13/04/2019.",
    "On 04/04/2019.",
    "Wednesday 03/04/2019.",
    "| a |\n|---|\n| 03/04/2019 |",
    "19/0304/2019 FUL",
    "3/4/19",
  ])("is quiet: %j", (body) => {
    expect(foundBy("date-ambiguous", body)).toEqual([]);
  });
});
