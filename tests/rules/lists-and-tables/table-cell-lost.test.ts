import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("table-cell-lost is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with more cells than the header", "| a |\n|---|\n| b | c |\n", ["table-cell-lost 3:5"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
