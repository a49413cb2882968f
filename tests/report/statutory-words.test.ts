import { describe, expect, it } from "vitest";
import { lawOf } from "../../src/law/laws.ts";
import type { Jurisdiction } from "../../src/model/settings.ts";
import { withheldNotice } from "../../src/report/withholding/statutory-notices.ts";

const notice = (withholding: Partial<Parameters<typeof withheldNotice>[1]>, nation: Jurisdiction = "England"): string =>
  withheldNotice("This report", { basis: "exempt", paragraphs: [], ...withholding }, lawOf(nation));

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

  it("keeps words that are a list themselves apart from the next", () => {
    expect(notice({ paragraphs: [6, 7, 1] })).toMatch(
      /; or \(b\) to make an order or direction under any enactment; information relating to any action .* crime; and information relating to any individual\.$/,
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

  it.each<[Jurisdiction, number, string]>([
    [
      "Wales",
      12,
      "paragraph 12 of Part 4 of Schedule 12A to the Local Government Act 1972: information relating to a particular individual.",
    ],
    [
      "Scotland",
      6,
      "paragraph 6 of Part I of Schedule 7A to the Local Government (Scotland) Act 1973: information relating to the financial or business affairs of any particular person (other than the authority).",
    ],
    [
      "Scotland",
      14,
      "paragraph 14 of Part I of Schedule 7A to the Local Government (Scotland) Act 1973: any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
    ],
    [
      "Northern Ireland",
      5,
      "paragraph 5 of Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014: information in relation to which a claim to legal professional privilege could be maintained in legal proceedings.",
    ],
  ])("is of the nation's law: %s, %i", (nation, paragraph, words) => {
    expect(notice({ paragraphs: [paragraph] }, nation)).toBe(
      `This report is not for publication: it contains exempt information as defined in ${words}`,
    );
  });

  it.each<[Jurisdiction, RegExp]>([
    ["Wales", /section 100A\(3\) of the Local Government Act 1972: information furnished to the council by a Gov/],
    [
      "Scotland",
      /section 50A\(3\) of the Local Government \(Scotland\) Act 1973: information furnished to the authority/,
    ],
    [
      "Northern Ireland",
      /section 42\(3\) of .*2014: information provided to the council by a government .*statutory provision/,
    ],
  ])("says what is confidential as the nation's law has it: %s", (nation, words) => {
    expect(notice({ basis: "confidential" }, nation)).toMatch(words);
  });

  it.each<[Jurisdiction, number]>([
    ["England", 8],
    ["Wales", 3],
    ["Scotland", 10],
    ["Northern Ireland", 0],
  ])("is never without the words of a paragraph that it names: %s, %i", (nation, paragraph) => {
    expect(() => notice({ paragraphs: [paragraph] }, nation)).toThrow(`${nation} has no paragraph ${paragraph}`);
  });
});
