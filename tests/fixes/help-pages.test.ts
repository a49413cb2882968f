import { describe, expect, it } from "vitest";
import { type RuleId, ruleIds, ruleOf } from "../../src/diagnostics/catalogue.ts";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { fixContent } from "../../src/pipeline/fix-content.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { readHelpPage, withFilesBeside } from "../rules/help-page.ts";

const CORRECTS = /^npx scrutineer fix corrects this/;

const saysSo = ruleIds.filter((rule) => readHelpPage(rule).paragraphs.some((words) => CORRECTS.test(words)));

describe("a rule whose page says that fix corrects it", () => {
  it("says so where nothing may be quoted, too, and there is no other", () => {
    const inRemedy = ruleIds.filter((rule) => ruleOf(rule).remedy.includes("scrutineer fix"));
    expect(inRemedy.length).toBeGreaterThan(4);
    expect(saysSo).toEqual(inRemedy);
  });

  it.each(saysSo)(
    "is raised no more by its wrong example, corrected, nor is any other error: %s",
    async (rule: RuleId) => {
      const folder = temporaryFolder();
      writeFiles(folder, await withFilesBeside(readHelpPage(rule).wrong ?? {}));
      const content = await readContent(folder);
      const raised = (found: readonly { readonly rule: string; readonly severity: string }[]): readonly string[] =>
        found.flatMap((one) => (one.rule === rule || one.severity === "error" ? [one.rule] : []));
      expect(raised(checkContent(content, {}).diagnostics)).toContain(rule);
      const { left, changes } = fixContent(content, { isWanted: () => true, isAsked: () => true });
      expect(changes).toHaveLength(1);
      expect(raised(left)).toEqual([]);
    },
  );
});
