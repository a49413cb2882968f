import { describe, expect, it } from "vitest";
import { diagnosticsIn } from "../found-in.ts";
import { expectRaised } from "../found-in-text.ts";

describe("a heading of the first level", () => {
  it("say of a line of = signs that it makes the heading", () => {
    const [found] = diagnosticsIn("Text.\n\nFindings\n===\n\nText.\n");
    expect(found?.message).toContain("line of = signs");
    expect(found?.fix).toContain("##");
  });
});

describe("heading-level-one is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a heading of the first level", "Words.\n\n# A\n", ["heading-level-one 3:1"]],
    ["with an underlined heading of the first level", "Words.\n\nA\n===\n", ["heading-level-one 3:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
