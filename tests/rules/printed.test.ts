import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type RuleId, ruleIds } from "../../src/diagnostics/catalogue.ts";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import { PATH, reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { type Files, readHelpPage, withFilesBeside } from "./help-page.ts";

const FOLDER = new URL("./printed/", import.meta.url);
const TERMINAL = { folder: "content", columns: 100, widths, hasColour: false };

/** Mistakes that a page cannot show. */
const MADE: Readonly<Partial<Record<RuleId, Files>>> = {
  "file-encoding": { [PATH]: Buffer.from(reportOf({}, "The caf\u00e9 closed.\n"), "latin1") },
  "file-too-large": { [PATH]: reportOf({}, "The panel met. ".repeat(80_000)) },
  "frontmatter-too-large": { [PATH]: reportOf({ summary: "The panel met. ".repeat(5_000) }) },
  "path-too-long": { [`reports/2019/${"x".repeat(251)}.md`]: reportOf({}) },
  "file-symbolic-link": { [PATH]: reportOf({}) },
};
const LINK = "reports/2019/update/plan.csv";

/** Rules of which no mistake is known, and why. */
const WITHOUT_EXAMPLE: Readonly<Partial<Record<RuleId, string>>> = {
  "file-unreadable": "whether a file can be read depends on who runs the tests; tests/io/unread-files.test.ts has it",
  "program-fault": "a text that makes the program stop would have been fixed",
  "pdf-not-made": "a check makes no PDFs",
  "report-too-costly": "a text that takes this much would have been made to take less",
  "description-missing": "the members' edition alone has it; its own tests show it",
};

const examples = ruleIds.map((rule) => ({ rule, wrong: readHelpPage(rule).wrong ?? MADE[rule] }));
const withExample = examples.flatMap(({ rule, wrong }) => (wrong === undefined ? [] : [{ rule, wrong }]));

/** What a terminal shows of a rule's findings in an example. */
async function printed(rule: string, files: Files): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(folder, await withFilesBeside(files));
  if (rule === "file-symbolic-link") symlinkSync("/nowhere", join(folder, LINK));
  const { diagnostics } = checkContent(await readContent(folder), { asksForStatement: true });
  const own = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  return `${own.map((diagnostic) => pretty(diagnostic, TERMINAL)).join("\n\n")}\n`;
}

describe("what a terminal shows of a mistake", () => {
  it.each(withExample)("is as it was read and approved: $rule", async ({ rule, wrong }) => {
    await expect(await printed(rule, wrong)).toMatchFileSnapshot(`printed/${rule}.txt`);
  });

  it("is there for every rule, but for those that say why not", () => {
    const without = examples.flatMap(({ rule, wrong }) => (wrong === undefined ? [rule] : []));
    expect(without).toEqual(Object.keys(WITHOUT_EXAMPLE));
  });

  it("is there for no rule that is gone", () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ""));
    expect(files.filter((name) => !withExample.some(({ rule }) => rule === name))).toEqual([]);
  });
});
