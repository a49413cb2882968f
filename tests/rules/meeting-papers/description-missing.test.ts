import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/model/settings.ts";
import { checkContent } from "../../../src/pipeline/check-content.ts";
import { PATH, placesOf, reportOf, sealedTexts } from "../../compile-text.ts";

const MEETING = { meeting: "2019-04-08" };
const TITLED = "[{title: Prices, confidential: Yes}]";

function found(file: string, edition: Edition, jurisdiction = "England") {
  const settings = new TextEncoder().encode(`jurisdiction: ${jurisdiction}\n`);
  const { diagnostics } = checkContent(
    { texts: sealedTexts({ [PATH]: file }), attachments: new Map(), settings, others: [], findings: [] },
    { edition, pdf: false },
  );
  return diagnostics.filter(({ rule }) => /description|confidential-reason/.test(rule));
}

describe("description-missing", () => {
  it.each([
    ["a report", reportOf({ ...MEETING, confidential: "Yes" }), ["5:15"]],
    [
      "a further meeting",
      reportOf({ "also-to": "[{committee: A, meeting: 2019-04-08}]", confidential: "Yes" }),
      ["5:15"],
    ],
    ["an annex", reportOf({ ...MEETING, annexes: TITLED }, "See Annex A.\n"), ["7:41"]],
    ["a passage", reportOf(MEETING, "One.\n\n:::exempt\nTwo.\n:::\n"), ["12:1"]],
    ["a passage within", reportOf(MEETING, "::::unnumbered\n\n:::exempt\nTwo.\n:::\n\n::::\n\nOne.\n"), ["12:1"]],
  ])("is an error in the members' edition, in place of the reason that is asked for: %s", (_name, file, places) => {
    const members = found(file, "members");
    expect(placesOf(members)).toEqual(places.map((place) => `description-missing ${place}`));
    expect(members.every(({ severity }) => severity === "error")).toBe(true);
    expect(found(file, "public").filter(({ rule }) => rule === "description-missing")).toEqual([]);
  });

  it.each([
    ["no meeting", reportOf({ confidential: "Yes" })],
    ["paragraphs", reportOf({ ...MEETING, confidential: "{paragraphs: [3]}" })],
    ["what is confidential", reportOf({ ...MEETING, confidential: "{basis: confidential}" })],
    ["a passage with paragraphs", reportOf(MEETING, "One.\n\n:::exempt{paragraphs=3}\nTwo.\n:::\n")],
  ])("is not there with %s", (_name, file) => {
    expect(found(file, "members").filter(({ rule }) => rule === "description-missing")).toEqual([]);
  });

  it("says what to do with a paper whose paragraph is not held, as no other message forbids", () => {
    const file = reportOf({ ...MEETING, confidential: "Yes" });
    expect(found(file, "members", "Scotland")[0]?.fix).toMatch(/10 and 15 of Part I .* take `meeting:`/);
    expect(found(reportOf({ confidential: "Yes" }), "members", "Scotland")).toMatchObject([{ severity: "warning" }]);
    expect(found(file, "members")[0]?.fix).not.toContain("not held");
  });
});
