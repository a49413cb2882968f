import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("link-definition-twice is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with an address written twice", "[a]\n\n[a]: https://b.c\n\n[a]: https://d.e\n", ["link-definition-twice 5:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
