import { describe, expect, it } from "vitest";
import { exclusionAt } from "../../src/outputs/exclusion.ts";
import { printPacks } from "../../src/print/print-pack.ts";
import { reportOf } from "../compile-text.ts";
import { siteFiles, siteOf } from "../site-files.ts";

const MEETING = { committee: "Roads", meeting: "2019-04-08" };
const SECRET = "Qxtitlez";
const TEXTS = {
  "reports/a.md": reportOf(
    {
      title: "Tolls",
      ...MEETING,
      item: "2",
      annexes: "[{title: Bids, confidential: {paragraphs: [3], public-interest: Harm}}]",
    },
    "One; see Annex A.\n\n:::exempt{paragraphs=5 public-interest=Harm}\nTwo.\n:::\n\nThree.\n",
  ),
  "reports/b.md": reportOf(
    {
      title: SECRET,
      "public-title": "A contract",
      ...MEETING,
      supplement: "1",
      confidential: "{paragraphs: [3], public-interest: Harm}",
      annexes:
        "[{title: Advice, confidential: {paragraphs: [5, 3], public-interest: Harm}}, {title: Order, confidential: {basis: confidential}}]",
    },
    "See Annex A and Annex B.\n",
  ),
  "reports/c.md": reportOf({ title: "Cash", ...MEETING, item: "3" }),
};
const members = { edition: "members" } as const;

describe("what is read out before the public is excluded", () => {
  const site = siteOf(TEXTS, members);
  const [meeting] = site.meetings;
  if (meeting === undefined) throw new Error("there is no meeting");
  const late = meeting.supplements.flatMap(({ items }) => items);

  it("names each item, or the part of it, and the paragraphs with their words", () => {
    const [resolution, ...others] = exclusionAt(meeting, meeting.agenda, site.settings);
    expect(others).toEqual([]);
    expect(resolution?.items).toEqual([
      expect.stringMatching(
        /^Item 2, Tolls \(Paragraph 2\): exempt .* paragraph 5 of Part 1 .*: information in respect/,
      ),
      expect.stringMatching(/^Item 2, Tolls \(Annex A\): exempt .* paragraph 3 of Part 1 .*: information relating to/),
    ]);
  });

  it("has the public title of what is withheld as a whole, and none of its parts, whose paragraphs it names once", () => {
    const [resolution, must] = exclusionAt(meeting, late, site.settings);
    expect(resolution?.items).toEqual([expect.stringMatching(/^A contract: exempt .* paragraphs 3 and 5 of Part 1/)]);
    expect(must?.sentence).toContain("section 100A(2)");
    expect(must?.items).toEqual([expect.stringMatching(/^A contract: confidential information .* 100A\(3\)/)]);
  });

  it("is on the page and in the packs of the members' edition, and nothing of it is in the public one", () => {
    const page = "committees/roads/2019-04-08/index.html";
    const shown = siteFiles(TEXTS, members).get(page) ?? "";
    expect(shown).toContain('<h2 id="exclusion">Exclusion of the public</h2>');
    const [, readOut = ""] = shown.split('<h2 id="exclusion">');
    expect(readOut).toContain("A contract: exempt");
    expect(readOut).not.toContain(SECRET);
    const packs = (edition: "members" | "public") =>
      printPacks(siteOf(TEXTS, { edition }), siteOf(TEXTS, { edition }).meetings[0] ?? meeting, new Map()).map(
        ({ print }) => (print.template === "pack" ? print.document.exclusion.readOut.length : -1),
      );
    expect(packs("members")).toEqual([1, 2]);
    expect(packs("public")).toEqual([0]);
    expect(siteFiles(TEXTS).get(page)).not.toMatch(/exclu/i);
  });
});
