import { rules } from "../rules/index.ts";
import type { Rule, Subjects } from "../rules/rule.ts";
import type { Raise, RuleId } from "./catalogue.ts";

type Check<Subject> = (subject: Subject, raise: Raise) => void;

/** The checks of all rules that look at one thing; each raises its own rule, whose remedy is the fix where it says no other. */
function checksOf<Key extends keyof Subjects>(key: Key): readonly Check<Subjects[Key]>[] {
  return rules.flatMap(({ id, remedy, checks }: Rule<RuleId>) => {
    const check = checks?.[key];
    return check === undefined
      ? []
      : [(subject, raise) => check(subject, (found) => raise({ rule: id, ...found, fix: found.fix ?? remedy }))];
  });
}

/** Every check of a text as it was parsed. */
export const checks = checksOf("text");

/** Every check of a text whose paragraphs are numbered, in its sections. */
export const checksOfNumbered = checksOf("numberedText");

/** Every check of the words of a paragraph, heading or cell. */
export const runningTextChecks = checksOf("runningText");

/** Every check of the words of a text as a whole. */
export const runningTextsChecks = checksOf("runningTexts");

/** Every check of what is typed, in the frontmatter and below it. */
export const lineChecks = checksOf("lines");

/** Every check of frontmatter that is sound in itself. */
export const frontmatterChecks = checksOf("frontmatter");

/** Every check of a plain page as a whole. */
export const plainPageChecks = checksOf("plainPage");
