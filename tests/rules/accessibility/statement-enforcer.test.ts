import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JURISDICTIONS, lawOf } from "../../../src/law/laws.ts";
import { bodiesNamed } from "../../../src/rules/accessibility/enforcing-bodies.ts";
import { foundInPage, pageOf } from "./found-in-page.ts";

const statement = (name: string): string => readFileSync(new URL(`statements/${name}.md`, import.meta.url), "utf8");
const ENFORCES = (body: string): string => `The ${body} is responsible for enforcing the regulations (No. 2).`;
const HEARS_NI = "If you are not happy, contact the [Commission](https://www.equalityni.org/).";
const HEARS_GB = "If you are not happy, contact the [EASS](https://www.equalityadvisoryservice.com/).";

describe("statement-enforcer", () => {
  it.each([
    ["govuk-sample", "England"],
    ["own-form", "England"],
    ["scotland", "Scotland"],
    ["wales-cy", "Wales"],
    ["northern-ireland", "Northern Ireland"],
    ["pledge", "Northern Ireland"],
  ] as const)("finds nothing in a statement of its own nation: %s, %s", (name, nation) => {
    expect(foundInPage("statement-enforcer", statement(name), { nation })).toEqual([]);
  });

  it.each([
    ["govuk-sample", "Northern Ireland", 27],
    ["wales-cy", "Northern Ireland", 24],
    ["email-only", "Northern Ireland", 25],
    ["fully-compliant", "Northern Ireland", 13],
    ["northern-ireland", "England", 21],
    ["northern-ireland", "Wales", 21],
    ["northern-ireland-copied", "Northern Ireland", 11],
    ["northern-ireland-copied", "Scotland", 11],
  ] as const)("warns of another nation's body, once: %s, %s", (name, nation, line) => {
    const found = foundInPage("statement-enforcer", statement(name), { nation });
    expect(found.map(({ place, severity }) => [severity, place.line])).toEqual([["warning", line]]);
    expect(found[0]?.fix).toContain(`name the ${lawOf(nation).enforcer} `);
  });

  it.each(JURISDICTIONS)("knows the body that the law of each nation names: %s", (nation) => {
    const { enforcer } = lawOf(nation);
    expect(bodiesNamed(`the ${enforcer}`).map(({ name }) => name)).toEqual([enforcer]);
    for (const other of JURISDICTIONS) {
      const found = foundInPage("statement-enforcer", pageOf(ENFORCES(enforcer)), { nation: other });
      expect([other, found.length]).toEqual([other, lawOf(other).enforcer === enforcer ? 0 : 1]);
    }
  });

  it("does not take who hears complaints for who enforces, nor a body that is named beside the right one for wrong", () => {
    const of = (body: string): number =>
      foundInPage("statement-enforcer", pageOf(body), { nation: "Northern Ireland" }).length;
    expect(of(`${ENFORCES("EHRC")} ${HEARS_NI}`)).toBe(1);
    expect(of(`${ENFORCES("ECNI")} ${HEARS_GB}`)).toBe(1);
    expect(of(`${ENFORCES("ECNI")} ${HEARS_NI} In Great Britain it is the EHRC, by the EASS.`)).toBe(0);
    expect(of(`${ENFORCES("ECNI")} ${HEARS_NI} ${HEARS_GB}`)).toBe(0);
  });

  it.each([
    "Equality Commission NI",
    "Equalities Commission for Northern Ireland",
    "Equality Advisory Service",
    "Gwasanaeth Cynghori a Chymorth Cydraddoldeb",
    "Comisiwn Cydraddoldeb a Hawliau Dynol",
    "Gomisiwn Cydraddoldeb Gogledd Iwerddon",
  ])("knows the %s by its name", (name) => {
    expect(bodiesNamed(`contact the ${name}.`)).toHaveLength(1);
  });
});
