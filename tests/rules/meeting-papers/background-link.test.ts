import { describe, expect, it } from "vitest";
import type { Jurisdiction } from "../../../src/model/settings.ts";
import { compileFile, placesOf, reportOf } from "../../compile-text.ts";

const MEETING = { meeting: "2019-04-08", background: "[Notes, {title: Plan, url: https://sallow.example/plan}, Log]" };

function found(nation: Jurisdiction, fields: Readonly<Record<string, string>>) {
  return compileFile(reportOf(fields), { settings: `council: Sallow\njurisdiction: ${nation}\n` }).diagnostics;
}

describe("background-link", () => {
  it.each<[Jurisdiction, string]>([
    ["Wales", "(section 100D(1)(c) of the Local Government Act 1972)"],
    ["Northern Ireland", "(section 45(6) of the Local Government Act (Northern Ireland) 2014)"],
  ])("is at each paper without an address where the law has them on the website: %s", (nation, source) => {
    const all = found(nation, MEETING);
    expect(placesOf(all)).toEqual(["background-link 7:14", "background-link 7:70"]);
    for (const { message, fix, severity } of all) {
      expect(severity).toBe("warning");
      expect(message).toContain(source);
      expect(fix).toContain("published work, which need not be listed");
    }
    const { meeting, ...others } = MEETING;
    expect(placesOf(found(nation, { ...others, "also-to": `[{committee: A, meeting: ${meeting}}]` }))).toHaveLength(2);
  });

  it.each<Jurisdiction>(["England", "Scotland"])("is not asked for elsewhere: %s", (nation) => {
    expect(found(nation, MEETING)).toEqual([]);
  });

  it("is not asked for without a meeting, of a withheld report, or where there are none", () => {
    expect(found("Wales", { background: "[Notes]" })).toEqual([]);
    expect(found("Wales", { ...MEETING, confidential: "{paragraphs: [16]}" })).toEqual([]);
    expect(found("Wales", { ...MEETING, background: "None" })).toEqual([]);
    expect(found("Wales", { ...MEETING, background: "[None]" })).toEqual([]);
  });
});
