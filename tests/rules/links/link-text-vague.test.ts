import { describe, expect, it } from "vitest";
import { foundBy } from "../found-in-text.ts";

describe("link-text-vague", () => {
  it.each([
    "click here",
    "Here",
    "**here**",
    "Read more…",
    "this link",
    "Report",
    "More »",
    "cliciwch yma",
    "Further information.",
  ])("finds %j", (words) => {
    expect(foundBy("link-text-vague", `See [${words}](https://a.example/).`)).toEqual([
      `[${words}](https://a.example/)`,
    ]);
  });

  it("finds a link by reference", () => {
    expect(foundBy("link-text-vague", "See [here][a].\n\n[a]: https://a.example/")).toEqual(["[here][a]"]);
  });

  it.each([
    "the 2018 report",
    "more about buses",
    "Hereford",
    "this year’s budget",
    "Link Road",
    "news",
    "![Map](a.png)",
  ])("is quiet: %j", (words) => {
    expect(foundBy("link-text-vague", `See [${words}](https://a.example/).`)).toEqual([]);
  });
});
