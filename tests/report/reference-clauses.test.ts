import { describe, expect, it } from "vitest";
import { isAboutText, isDoneByText, isJoinedToText } from "../../src/report/reference-clauses.ts";

describe("a text that does something in a place of its own", () => {
  it.each([
    "The ferry timetable review covers this at ",
    "The tenant's lease, which the panel has seen, forbids it (",
    "The pier strategy, published in May, recommended at ",
    "The protocol is silent and plain in ",
    "The protocol is plain about buoys (",
    "The tenancy agreement then in use contained, in ",
    "The impact assessment for the Bill puts the cost at £4m (",
    "The pier plan says that piles will be driven (",
    "The Ombudsman's decision deals with this in ",
    "Under the mooring scheme fees are doubled (",
    "The private moorings strategy names the pontoon in ",
  ])("%s", (before) => {
    expect(isDoneByText(before, ", and so on.")).toBe(true);
  });

  it.each([
    "The ferry strategy is explained in ",
    "The ferry strategy for the islands has been set out in ",
    "This report covers that at ",
    "The ferry protocol is old (",
    "The pilots discussed the strategy in ",
    "The contract covers the berths listed in ",
    "What the strategy costs is worked out in ",
    "The strategy was late, and the costs are in ",
    "The strategy is at ",
    "Fares rose (",
  ])("is not in: %s", (before) => {
    expect(isDoneByText(before, ", and so on.")).toBe(false);
  });

  it("is not where the paragraph is what says something", () => {
    expect(isDoneByText("The strategy names the pier (", " explains why).")).toBe(false);
  });
});

describe("a text beside a paragraph", () => {
  it("is joined to it by “and” where both are one subject", () => {
    expect(isJoinedToText("Schedule 2 to the berthing contract, and ")).toBe(true);
    expect(isJoinedToText("The berthing contract ends in May, and ")).toBe(false);
  });

  it("is what a sentence is about where the text says, asks or holds something", () => {
    expect(isAboutText("The pier strategy seeks more berths. ")).toBe(true);
    expect(isAboutText("The pier strategy is printed on good paper. ")).toBe(false);
    expect(isAboutText("The harbour master seeks more berths. ")).toBe(false);
  });
});
