import { rule } from "../rule.ts";

export const fileWithheld = rule({
  id: "file-withheld",
  severity: "warning",
  group: "annexes",
  ofPublicPartAlone: "told",
  summary: "a file is used here that is withheld elsewhere, so it is not published here either",
  remedy: "take it out here, or attach a copy from which what is withheld has been taken out",
});
