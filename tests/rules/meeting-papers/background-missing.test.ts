import { describe, expect, it } from "vitest";
import type { Jurisdiction } from "../../../src/model/settings.ts";
import { compileFile, placesOf, reportOf } from "../../compile-text.ts";
import { siteFiles } from "../../site-files.ts";

const MEETING = { meeting: "2019-04-08", background: undefined };

function found(fields: Readonly<Record<string, string | undefined>>, body?: string, nation: Jurisdiction = "England") {
  return compileFile(reportOf(fields, body), { settings: `council: Sallow\njurisdiction: ${nation}\n` }).diagnostics;
}

describe("background-missing", () => {
  it.each<[Jurisdiction, string]>([
    ["England", "section 100D(1)(a) of the Local Government Act 1972"],
    ["Wales", "section 100D(1)(a) of the Local Government Act 1972"],
    ["Scotland", "section 50D(1) of the Local Government (Scotland) Act 1973"],
    ["Northern Ireland", "section 45(1)(a) of the Local Government Act (Northern Ireland) 2014"],
  ])("is a warning at the meeting, by the law of the nation: %s", (nation, source) => {
    const all = found(MEETING, "The panel met.\n", nation);
    expect(placesOf(all)).toEqual(["background-missing 6:10"]);
    expect([all[0]?.severity, all[0]?.message]).toEqual(["warning", expect.stringContaining(`(${source})`)]);
  });

  it("is one at further meetings, and of an empty list, too", () => {
    const also = { "also-to": "[{committee: A, meeting: 2019-04-08}]", background: undefined };
    expect(found(also).map(({ rule }) => rule)).toEqual(["background-missing"]);
    expect(found({ ...MEETING, background: "[]" }).map(({ rule }) => rule)).toEqual(["background-missing"]);
  });

  it.each(["None", "none", "None.", "Dim", "[None]", "[Notes of the visit]"])(
    "is met by the field: %s",
    (background) => {
      expect(found({ ...MEETING, background })).toEqual([]);
    },
  );

  it.each([
    "One.\n\n## Background papers\n\nNotes of the visit.\n",
    "One.\n\n## 7. List of background documents\n\nNone.\n",
    "One.\n\nBackground papers: None\n",
    "1. One.\n\n2. **Background Papers** are the notes of the visit.\n",
    "One.\n\n| Cover | Facts |\n|---|---|\n| Background papers | None |\n",
    "Un.\n\n## Papurau Cefndir\n\nDim.\n",
  ])("is met by words of its own in the text: %j", (body) => {
    expect(found(MEETING, body).filter(({ rule }) => rule === "background-missing")).toEqual([]);
  });

  it("is raised where the list is withheld, so that no public copy has it", () => {
    const passage = ":::exempt{paragraphs=5 reason=Advice.}\n## Background papers\n\nThe opinion of counsel.\n:::\n";
    const all = found(MEETING, `One.\n\n${passage}`);
    expect(all.filter(({ rule }) => rule === "background-missing")).toHaveLength(1);
    const both = found(MEETING, `One.\n\n${passage}\n## Background papers\n\nNotes of the visit.\n`);
    expect(both.filter(({ rule }) => rule === "background-missing")).toEqual([]);
  });

  it("is raised where the words are about something else", () => {
    const body =
      "The panel looked at the background of the scheme, at length and with care, and asked for background papers.\n\n## Background\n\nTwo.\n";
    expect(found(MEETING, body).map(({ rule }) => rule)).toEqual(["background-missing"]);
  });

  it("is not asked for of a report without a meeting, or one that is withheld", () => {
    expect(found({})).toEqual([]);
    expect(found({ ...MEETING, confidential: "{basis: confidential}" })).toEqual([]);
  });
});

describe("`background: None`", () => {
  it("is printed on the page and told in the data, and nothing is where it is not said", () => {
    const files = siteFiles({
      "reports/a.md": reportOf({ background: "none" }),
      "reports/b.md": reportOf({}),
      "reports/c.md": reportOf({ background: "Dim", lang: "cy" }),
    });
    expect(files.get("reports/a/index.html")).toContain(
      '<h2 id="background-papers">Background papers</h2>\n<p>None</p>',
    );
    expect(files.get("reports/c/index.html")).toContain('<h2 id="background-papers">Papurau cefndir</h2>\n<p>Dim</p>');
    expect(files.get("reports/b/index.html")).not.toContain("background-papers");
    expect(JSON.parse(files.get("reports/a/a.json") ?? "")).toMatchObject({ background: [], saysNoBackground: true });
    expect(files.get("reports/b/b.json")).not.toContain("saysNoBackground");
  });

  it("is the one word that is no list", () => {
    expect(found({ background: "Notes" })[0]).toMatchObject({ severity: "error", rule: "frontmatter-field-value" });
    expect(found({ background: "Notes" })[0]?.message).toContain("must be None, or a list of background papers");
  });
});
