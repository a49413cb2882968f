import { type RaiseFound, rule, type Subjects } from "../rule.ts";
import { isStatement, readStatement } from "./statement-page.ts";
import { STATEMENT_PARTS } from "./statement-parts.ts";

/**
 * That accessible alternatives are described is asked for "where appropriate", which no program can tell. A part that a
 * comment says is still to be written is told of by `statement-unfinished`.
 */
export const statementPartMissing = rule({
  id: "statement-part-missing",
  severity: "warning",
  group: "accessibility",
  summary: "the accessibility statement does not have all that the law asks for",
  remedy: "write what is missing, as the page of this rule shows it",
  checks: { plainPage: check },
});

function check({ text, slug, title, titlePlace }: Subjects["plainPage"], raise: RaiseFound): void {
  if (!isStatement({ slug, title })) return;
  const statement = readStatement(text);
  for (const { source, missing, fix, about, isIn } of STATEMENT_PARTS)
    if (!isIn(statement) && !statement.unfinished.some(({ words }) => about.test(words)))
      raise({
        place: titlePlace,
        message: `the accessibility statement has to have this, and it was not found: ${missing} (regulation ${source} of the Accessibility Regulations 2018)`,
        fix,
        quotesNothing: true,
      });
}
