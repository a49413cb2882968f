import { readFileSync } from "node:fs";
import type { RuleId } from "../rules/catalogue.ts";

/** The page of help for a rule, which comes with the program, as Markdown. */
export function readHelpPage(rule: RuleId): string {
  return readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), "utf8");
}
