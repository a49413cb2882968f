import { CommanderError } from "commander";
import { type RuleId, ruleIds } from "../diagnostics/catalogue.ts";
import { guards } from "../diagnostics/guards.ts";
import { closestMatch } from "../text/closest-match.ts";

const WRONG_USE = 2;

/** The rule that is named; throws a `CommanderError` where there is none. */
export function ruleNamed(typed: string): RuleId {
  const rule = ruleIds.find((id) => id === typed);
  if (rule !== undefined) return rule;
  const nearest = closestMatch(typed, ruleIds);
  const offer = nearest === undefined ? "npx scrutineer explain lists all rules" : `did you mean ${nearest}?`;
  throw new CommanderError(WRONG_USE, "rule", `error: there is no rule ${typed}; ${offer}`);
}

/** The same of a rule to leave out. What guards what is withheld is left out by nobody. */
export function ruleToSkip(typed: string): RuleId {
  const rule = ruleNamed(typed);
  if (!guards.has(rule)) return rule;
  throw new CommanderError(
    WRONG_USE,
    "rule",
    `error: ${rule} keeps what is withheld from being published, so no check leaves it out; npx scrutineer explain ${rule} says how to fix what it finds`,
  );
}
