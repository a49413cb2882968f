import { describe, expect, it } from "vitest";
import { printPacks } from "../../src/print/print-pack.ts";
import { reportOf } from "../compile-text.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const MEETING = { committee: "Roads", meeting: "2019-04-08" };
const AGREED = "{reason: The grant ends on Friday, chair-agreed: Yes}";
const TEXTS = {
  "reports/a.md": reportOf({
    title: "Grant",
    ...MEETING,
    item: "2",
    date: "2019-04-05",
    urgency: AGREED,
    "also-to": "[{committee: Audit, meeting: 2019-04-16}]",
  }),
  "reports/b.md": reportOf({
    title: "Flood",
    ...MEETING,
    item: "3",
    date: "2019-04-05",
    supplement: "1",
    urgency: "{reason: It rained.}",
  }),
  "reports/c.md": reportOf({
    title: "Qxtitlez",
    "public-title": "A contract",
    ...MEETING,
    date: "2019-04-05",
    confidential: "{paragraphs: [3], public-interest: Harm}",
    urgency: "{reason: Qxreasonz, chair-agreed: Yes}",
  }),
};
const PAGE = "committees/roads/2019-04-08/index.html";
const WORDS =
  "by reason of special circumstances, which shall be specified in the minutes, the chairman of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency (section 100B(4)(b) of the Local Government Act 1972)";

describe("an urgent item", () => {
  it("is said to be one on the agenda, with its reason, and whether the chair has agreed, in the words of the law", () => {
    const page = siteFiles(TEXTS).get(PAGE);
    expect(page).toContain(`Urgent item: The grant ends on Friday. It is considered because, ${WORDS}.`);
    expect(page).toContain(
      `Urgent item: It rained. It may be considered only if, ${WORDS}; the chair has not agreed yet.`,
    );
  });

  it("is one at its own meeting, and not at a further one", () => {
    expect(siteFiles(TEXTS).get("committees/audit/2019-04-16/index.html")).not.toContain("Urgent item");
  });

  it("is one in the pack", () => {
    const site = siteOf(TEXTS);
    const roads = site.meetings.find(({ committee }) => committee.id === "roads");
    const remarks = (roads === undefined ? [] : printPacks(site, roads, new Map())).map(({ print }) =>
      print.template === "pack" ? print.document.parts.map(({ remark }) => remark) : [],
    );
    expect(remarks).toEqual([
      [expect.stringMatching(/^Urgent item: The grant/), "Not for publication"],
      [expect.stringMatching(/^Urgent item: It rained/)],
    ]);
  });

  it("is one on the page of the report and in its data", () => {
    const files = siteFiles(TEXTS);
    expect(files.get("reports/a/index.html")).toContain(
      "<dt>Urgent item</dt><dd>The grant ends on Friday. Agreed by the chair.</dd>",
    );
    expect(files.get("reports/b/index.html")).toContain("Not agreed by the chair yet");
    expect(files.get("reports/a/a.json")).toContain('"urgency"');
  });

  it("is not said to be one where it is withheld, but to members", () => {
    const shown = [...siteFiles(TEXTS).values()].join("");
    expect(shown).not.toMatch(/Qxreasonz|Qxtitlez/);
    expect(siteFiles(TEXTS, { edition: "members" }).get(PAGE)).toContain("Urgent item: Qxreasonz.");
  });
});
