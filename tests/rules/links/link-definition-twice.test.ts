import { describe, expect, it } from "vitest";
import { placesOf } from "../../compile-text.ts";
import { raisedIn } from "../found-in-text.ts";

describe("link-definition-twice is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with an address written twice", "[a]\n\n[a]: https://b.c\n\n[a]: https://d.e\n", ["link-definition-twice 5:1"]],
  ])("%s", (_name, text, places) => {
    const findings = raisedIn(text);
    expect(placesOf(findings)).toEqual(places);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\S/);
      expect(fix).toMatch(/\S/);
    }
  });
});
