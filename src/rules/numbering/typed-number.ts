import { rule } from "../rule.ts";

export const typedNumber = rule({
  id: "typed-number",
  severity: "error",
  group: "numbering",
  summary: "a number is typed here, but another is due",
  remedy:
    "type the number that is due, or run `npx scrutineer fix`; for a report that was published with these numbers, put `numbering: as-published` into the frontmatter",
});
