import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("footnote-unused is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a footnote that nothing refers to", "Words.\n\n[^1]: One.\n", ["footnote-unused 3:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
