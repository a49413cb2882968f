import { rule } from "../rule.ts";

/** Raised for the members' edition alone: the public edition holds no copy of what is withheld. */
export const descriptionMissing = rule({
  id: "description-missing",
  severity: "error",
  group: "meeting-papers",
  summary: "a paper for a meeting is withheld, and nothing says under which description of the law",
  remedy: "state the basis, such as `confidential: {paragraphs: […], reason: …}`",
});
