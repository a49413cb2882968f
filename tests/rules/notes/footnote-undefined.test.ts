import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("footnote-undefined is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a footnote that is not written", "Words[^1].\n", ["footnote-undefined 1:6"]],
    ["with a footnote that is not written, on a second line", "Words\nmore[^1].\n", ["footnote-undefined 2:5"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
