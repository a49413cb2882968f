import { expect, it } from "vitest";
import { markTexts } from "../../src/report/reference-text-names.ts";

it("marks the names of texts by their kinds, the words unchanged", () => {
  const marked = markTexts("The Code, the ferry strategy and the articles, not the planner's harbour");
  expect(marked).toBe(
    "The \uE000Code\uE003, the ferry \uE001strategy\uE003 and the \uE002articles\uE003, not the planner's harbour",
  );
});
