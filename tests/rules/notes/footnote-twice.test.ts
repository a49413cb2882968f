import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("footnote-twice is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a footnote written twice", "Words[^1].\n\n[^1]: One.\n\n[^1]: Two.\n", ["footnote-twice 5:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
