import { expect } from "vitest";
import type { Finding, RuleId } from "../../src/diagnostics/catalogue.ts";
import { checks, lineChecks, runningTextChecks, runningTextsChecks } from "../../src/diagnostics/checks.ts";
import type { Frontmatter } from "../../src/model/report.ts";
import { runningTexts } from "../../src/text/running-texts.ts";
import { parsed, placesOf, raisedBy } from "../compile-text.ts";

/** What the checks of a parsed text alone raise. */
export function raisedIn(body: string): readonly Finding[] {
  return raisedBy((raise) => {
    for (const check of checks) check(parsed(body), raise);
  }).findings;
}

/** Expects the checks of a parsed text to raise what is at these places, each with words and a way to fix it. */
export function expectRaised(body: string, places: readonly string[]): void {
  const findings = raisedIn(body);
  expect(placesOf(findings)).toEqual(places);
  for (const { message, fix } of findings) {
    expect(message).toMatch(/\S/);
    expect(fix).toMatch(/\S/);
  }
}

/** What every check of a text raises. */
export function findingsOf(body: string, lang: Frontmatter["lang"] = "en-GB"): readonly Finding[] {
  return raisedBy((raise) => {
    const text = parsed(body);
    for (const check of lineChecks) check(text, raise);
    for (const check of checks) check(text, raise);
    const running = runningTexts(text, lang);
    for (const one of running) for (const check of runningTextChecks) check(one, raise);
    for (const check of runningTextsChecks) check(running, raise);
  }).findings;
}

/** "rule: words" for each finding, with the words of the line that its place marks. */
export function foundInText(body: string, lang: Frontmatter["lang"] = "en-GB"): readonly string[] {
  const lines = body.split("\n");
  return findingsOf(body, lang).map(({ rule, place: { line, column, endColumn } }) => {
    const words = lines[line - 1]?.slice(column - 1, endColumn === undefined ? undefined : endColumn - 1);
    return `${rule}: ${words}`;
  });
}

/** The words that one rule finds in a text. */
export function foundBy(rule: RuleId, body: string): readonly string[] {
  return foundInText(body).flatMap((found) => (found.startsWith(`${rule}: `) ? [found.slice(rule.length + 2)] : []));
}
