import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("link-definition-unused is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with an address that nothing uses", "Words.\n\n[a]: https://b.c\n", ["link-definition-unused 3:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
