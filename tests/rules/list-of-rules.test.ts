import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { groupedRules, ruleOf } from "../../src/diagnostics/catalogue.ts";

const PAGE = fileURLToPath(new URL("../../docs/rules/README.md", import.meta.url));
const LIST = /(?<=<!-- rules -->\n\n)[\s\S]*(?=\n\n<!-- \/rules -->)/;

/** The rules as tables, a table for each group. */
function listOfRules(): string {
  const tables = groupedRules.map(([heading, rules]) => {
    const rows = rules.map(
      (rule) => `| [${rule}](${rule}.md) | ${ruleOf(rule).severity} | ${ruleOf(rule).summary.replaceAll("|", "\\|")} |`,
    );
    return [`## ${heading}`, "", "| rule | severity | what it says |", "|---|---|---|", ...rows].join("\n");
  });
  return tables.join("\n\n");
}

it("docs/rules/README.md lists the rules as their files have them; vitest -u writes it", async () => {
  const page = readFileSync(PAGE, "utf8");
  expect(page).toMatch(LIST);
  await expect(page.replace(LIST, listOfRules)).toMatchFileSnapshot(PAGE);
});
