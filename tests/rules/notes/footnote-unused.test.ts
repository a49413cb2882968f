import { describe, expect, it } from "vitest";
import { placesOf } from "../../compile-text.ts";
import { raisedIn } from "../found-in-text.ts";

describe("footnote-unused is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a footnote that nothing refers to", "Words.\n\n[^1]: One.\n", ["footnote-unused 3:1"]],
  ])("%s", (_name, text, places) => {
    const findings = raisedIn(text);
    expect(placesOf(findings)).toEqual(places);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\S/);
      expect(fix).toMatch(/\S/);
    }
  });
});
