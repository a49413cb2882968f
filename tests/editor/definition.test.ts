import { describe, expect, it } from "vitest";
import { PATH, reportOf } from "../compile-text.ts";
import { inEditor } from "./in-editor.ts";

const SETTINGS =
  "council: A\ncommittees:\n  - name: Children's Scrutiny Committee\n    id: children\nabbreviations:\n  LEP: Local Enterprise Partnership\n";

/** "path line:column" of what the word at the cursor leads to. */
function definition(marked: string, around: Parameters<typeof inEditor>[1] = {}): string | undefined {
  const place = inEditor(marked, { settings: SETTINGS, ...around }).definition();
  return place && `${place.path} ${place.line}:${place.column}`;
}

describe("the definition of a word", () => {
  it("is where a committee is listed, by its id or its name", () => {
    expect(definition(reportOf({ committee: "chil‸dren" }))).toBe("site.yml 3:5");
    expect(definition(reportOf({ committee: "Children's‸ Scrutiny Committee" }))).toBe("site.yml 3:5");
    expect(definition(reportOf({ "also-to": "[{committee: chil‸dren, meeting: 2024-05-14}]" }))).toBe("site.yml 3:5");
    expect(definition(reportOf({ committee: '"Children\'s Scru‸tiny Committee"' }))).toBe("site.yml 3:5");
    expect(definition(reportOf({ committee: "unkn‸own" }))).toBe(undefined);
  });

  it("is the paragraph, the annex or the explanation that a text refers to", () => {
    const body =
      "1. The Local Authority (LA) met the LEP.\n\n2. As paragraph 1 says, the LA paid.\n\n3. The costs are in Annex A.\n\n## Annex A: Costs\n\nWords.\n";
    const at = (words: string, into: number): string | undefined => {
      const text = reportOf({}, body);
      const place = text.indexOf(words) + into;
      return definition(`${text.slice(0, place)}‸${text.slice(place)}`);
    };
    expect(at("paragraph 1", 11)).toBe(`${PATH} 8:1`);
    expect(at("the LA paid", 5)).toBe(`${PATH} 8:25`);
    expect(at("the LEP", 5)).toBe("site.yml 6:3");
    expect(at("in Annex A", 4)).toBe(`${PATH} 14:1`);
    expect(at("As paragraph", 1)).toBe(undefined);
  });

  it("is the file that an annex or a link names", () => {
    const attachments = ["reports/2019/update/costs.csv"];
    const annexes = "\n  - title: Costs\n    file: update/cos‸ts.csv";
    expect(definition(reportOf({ annexes }), { attachments })).toBe("reports/2019/update/costs.csv 1:1");
    const texts = { "reports/2019/other.md": reportOf({}, "1. One.\n\n2. Two.\n") };
    expect(definition(reportOf({}, "See [it](other.md#para‸-2).\n"), { texts })).toBe("reports/2019/other.md 10:1");
    expect(definition(reportOf({}, "See [i‸t](other.md).\n"), { texts })).toBe("reports/2019/other.md 1:1");
    expect(definition(reportOf({}, "See [it](https://exam‸ple.gov.uk/).\n"))).toBe(undefined);
    expect(definition(reportOf({}, "See [it](../../../etc/pa‸sswd).\n"))).toBe(undefined);
  });

  it("is in the annex's own file where the words are there", () => {
    const annexes = "[{title: Costs, file: update/costs.md}]";
    const texts = { [PATH]: reportOf({ annexes }, "1. One: Annex A.\n") };
    const path = "reports/2019/update/costs.md";
    expect(definition("1. First.\n\n2. As paragraph A‸1 says, and paragraph 1.\n", { texts, path })).toBe(
      `${path} 1:1`,
    );
    expect(definition("1. First.\n\n2. As paragraph A1 says, and paragraph 1‸.\n", { texts, path })).toBe(
      `${PATH} 9:1`,
    );
  });
});
