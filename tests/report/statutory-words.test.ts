import { describe, expect, it } from "vitest";
import { withheldNotice } from "../../src/report/withholding/statutory-notices.ts";

const notice = (withholding: Partial<Parameters<typeof withheldNotice>[1]>): string =>
  withheldNotice("This report", { basis: "exempt", paragraphs: [], ...withholding }, "England");

describe("what the public is told in place of what is withheld", () => {
  it("names the paragraph of the Schedule, in its words", () => {
    expect(notice({ paragraphs: [3] })).toBe(
      "This report is not for publication: it contains exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: information relating to the financial or business affairs of any particular person (including the authority holding that information).",
    );
  });

  it("names several paragraphs", () => {
    expect(notice({ paragraphs: [1, 2, 7] })).toMatch(
      /paragraphs 1, 2 and 7 of Part 1 .*individual, information which is likely .* and information relating to any action/,
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 7])("has words for paragraph %i", (paragraph) => {
    expect(notice({ paragraphs: [paragraph] })).toMatch(/1972: information [a-z]+ .{10,}\.$/);
  });

  it("says that information is confidential where a court or an enactment says so", () => {
    expect(notice({ basis: "confidential" })).toBe(
      "This report is not for publication: it contains confidential information as defined in section 100A(3) of the Local Government Act 1972: information furnished to the council by a Government department upon terms (however expressed) which forbid the disclosure of the information to the public, or information the disclosure of which to the public is prohibited by or under any enactment or by the order of a court.",
    );
  });

  it("says no more than that it is withheld where no reason is given", () => {
    expect(notice({})).toBe("This report is not for publication.");
  });

  it("gives the reason as a sentence, and the day of the review", () => {
    expect(notice({ reason: "Prices are being tendered", review: "2026-03-31" })).toBe(
      "This report is not for publication. Reason: Prices are being tendered. This is to be reviewed on 31 March 2026.",
    );
  });
});
