import { describe, expect, it } from "vitest";
import { type RuleId, ruleIds, ruleOf } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isAdjustable } from "../../src/diagnostics/severities.ts";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { type Files, readHelpPage, rulesWithPage, withFilesBeside } from "./help-page.ts";

const NO_EXAMPLE = "No example: ";
const ADJUSTABLE = "rules: in site.yml can set it to off, hint, warning or error.";

/** What a check of an example's content folder finds. */
async function findingsIn(files: Files): Promise<readonly Diagnostic[]> {
  const folder = temporaryFolder();
  writeFiles(folder, await withFilesBeside(files));
  return checkContent(await readContent(folder), { asksForStatement: true }).diagnostics;
}

const inWords = ({ rule, place, message }: Diagnostic): string => `${rule} ${place.path}:${place.line}: ${message}`;
const standingOf = (rule: RuleId): string => {
  const { severity, summary } = ruleOf(rule);
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)}: ${summary}.`;
};

const pages = rulesWithPage();

describe("the pages of help", () => {
  it("are one for each rule: docs/rules/<rule>.md is there", () => {
    expect(ruleIds.filter((rule) => !pages.includes(rule)).map((rule) => `docs/rules/${rule}.md is missing`)).toEqual(
      [],
    );
  });

  it("are of rules that there are", () => {
    const known: readonly string[] = ruleIds;
    expect(pages.filter((page) => !known.includes(page)).map((page) => `docs/rules/${page}.md is of no rule`)).toEqual(
      [],
    );
  });
});

const helpPages = ruleIds.flatMap((rule) => (pages.includes(rule) ? [{ rule, page: readHelpPage(rule) }] : []));

describe("the page of help for a rule", () => {
  it.each(helpPages)("has its name, severity and summary as its file has them: $rule", ({ rule, page }) => {
    expect(page.heading).toBe(rule);
    expect(page.standing).toBe(standingOf(rule));
  });

  it.each(helpPages)("says why the rule is there: $rule", ({ page }) => {
    const why = page.paragraphs.filter((words) => words !== ADJUSTABLE && !words.startsWith(NO_EXAMPLE));
    expect(why.join(" ").length).toBeGreaterThan(80);
  });

  it.each(helpPages)("says that site.yml can set the rule, if it can: $rule", ({ rule, page }) => {
    expect(page.paragraphs.includes(ADJUSTABLE)).toBe(isAdjustable(rule));
  });

  it.each(helpPages)("has both examples, or says why there is none: $rule", ({ page }) => {
    const saysNone = page.paragraphs.some((words) => words.startsWith(NO_EXAMPLE));
    expect([page.wrong !== undefined, page.right !== undefined]).toEqual([!saysNone, !saysNone]);
  });
});

describe("an example", () => {
  const wrong = helpPages.flatMap(({ rule, page }) => (page.wrong === undefined ? [] : [{ rule, files: page.wrong }]));
  const right = helpPages.flatMap(({ rule, page }) => (page.right === undefined ? [] : [{ rule, files: page.right }]));

  it.each(wrong)("under Wrong raises its rule: $rule", async ({ rule, files }) => {
    const found = await findingsIn(files);
    expect(found.filter((finding) => finding.rule === rule).length, found.map(inWords).join("\n")).toBeGreaterThan(0);
  });

  it.each(right)("under Right raises neither its rule nor any error: $rule", async ({ rule, files }) => {
    const found = await findingsIn(files);
    expect(found.filter((finding) => finding.rule === rule || finding.severity === "error").map(inWords)).toEqual([]);
  });
});
