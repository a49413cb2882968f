import { describe, expect, it } from "vitest";
import { catalogue, type RuleId, ruleIds } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { ruleGroups } from "../../src/diagnostics/groups.ts";
import { guards } from "../../src/diagnostics/guards.ts";
import { isAdjustable } from "../../src/diagnostics/severities.ts";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { type Files, helpIndex, readHelpPage, rulesWithPage, withFilesBeside } from "./help-page.ts";

const NO_EXAMPLE = "No example: ";
const ADJUSTABLE = "rules: in site.yml can set it to off, hint, warning or error.";

/** What a check of an example's content folder finds. */
async function findingsIn(files: Files): Promise<readonly Diagnostic[]> {
  const folder = temporaryFolder();
  writeFiles(folder, await withFilesBeside(files));
  return checkContent(await readContent(folder), {}).diagnostics;
}

const inWords = ({ rule, place, message }: Diagnostic): string => `${rule} ${place.path}:${place.line}: ${message}`;
const standingOf = (rule: RuleId): string => {
  const [severity, summary] = catalogue[rule];
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

  it("are listed in groups, each rule in one: src/diagnostics/groups.ts", () => {
    const grouped = Object.values<readonly RuleId[]>(ruleGroups).flat();
    const count = (rule: RuleId): number => grouped.filter((other) => other === rule).length;
    const inWrongNumber = ruleIds.filter((rule) => count(rule) !== 1);
    expect(inWrongNumber.map((rule) => `${rule} is in ${count(rule)} groups`)).toEqual([]);
  });

  it("are listed under what is withheld where they guard it", () => {
    expect(ruleGroups["What is withheld"].filter((rule) => !guards.has(rule))).toEqual([]);
    expect([...guards].filter((rule) => !ruleIds.some((known) => known === rule))).toEqual([]);
  });

  it("are listed in docs/rules/README.md, by group, with severity and summary", () => {
    const tables = Object.entries<readonly RuleId[]>(ruleGroups).map(([group, rules]) => {
      const rows = rules.map((rule) => `| [${rule}](${rule}.md) | ${catalogue[rule][0]} | ${catalogue[rule][1]} |`);
      return [`## ${group}`, "", "| rule | severity | what it says |", "|---|---|---|", ...rows].join("\n");
    });
    const written = /<!-- rules -->\n\n([\s\S]*?)\n\n<!-- \/rules -->/.exec(helpIndex())?.[1];
    expect(written).toBe(tables.join("\n\n"));
  });
});

const helpPages = ruleIds.flatMap((rule) => (pages.includes(rule) ? [{ rule, page: readHelpPage(rule) }] : []));

describe("the page of help for a rule", () => {
  it.each(helpPages)("has its name, severity and summary as the catalogue has them: $rule", ({ rule, page }) => {
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
