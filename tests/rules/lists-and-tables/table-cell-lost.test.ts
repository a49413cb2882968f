import { describe, expect, it } from "vitest";
import { placesOf } from "../../compile-text.ts";
import { raisedIn } from "../found-in-text.ts";

describe("table-cell-lost is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with more cells than the header", "| a |\n|---|\n| b | c |\n", ["table-cell-lost 3:5"]],
  ])("%s", (_name, text, places) => {
    const findings = raisedIn(text);
    expect(placesOf(findings)).toEqual(places);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\S/);
      expect(fix).toMatch(/\S/);
    }
  });
});
