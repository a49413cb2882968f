import { readFileSync } from "node:fs";
import type { RuleId } from "../diagnostics/catalogue.ts";
import { addressOfProgramFile } from "./program-files.ts";

/** The page of help for a rule, which comes with the program, as Markdown. */
export function readHelpPage(rule: RuleId): string {
  return readFileSync(addressOfHelpPage(rule), "utf8");
}

/** Where the page of help for a rule lies, as a `file:` address. */
export function addressOfHelpPage(rule: string): URL {
  return addressOfProgramFile(`docs/rules/${rule}.md`);
}
