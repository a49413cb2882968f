import { describe, expect, it } from "vitest";
import { placesOf } from "../../compile-text.ts";
import { raisedIn } from "../found-in-text.ts";

describe("footnote-twice is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a footnote written twice", "Words[^1].\n\n[^1]: One.\n\n[^1]: Two.\n", ["footnote-twice 5:1"]],
  ])("%s", (_name, text, places) => {
    const findings = raisedIn(text);
    expect(placesOf(findings)).toEqual(places);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\S/);
      expect(fix).toMatch(/\S/);
    }
  });
});
