import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";
import { isStatement, readStatement } from "./statement-page.ts";

/** A comment that says what is still to be written, as `npx scrutineer init` writes some, is seen by nobody else. */
export const statementUnfinished = rule({
  id: "statement-unfinished",
  severity: "hint",
  group: "accessibility",
  summary: "a comment in the accessibility statement says that something is still to be written",
  remedy: "write what the comment asks for, and delete the comment",
  checks: { plainPage: check },
});

function check({ text, slug, title }: Subjects["plainPage"], raise: RaiseFound): void {
  if (!isStatement({ slug, title })) return;
  for (const { node } of readStatement(text).unfinished)
    raise({
      place: placeOf(text, node),
      message: "something is still to be written here in the accessibility statement",
      quotesNothing: true,
    });
}
