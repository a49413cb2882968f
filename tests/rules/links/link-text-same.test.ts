import { describe, expect, it } from "vitest";
import { foundBy } from "../found-in-text.ts";

describe("link-text-same", () => {
  it("finds the second of two links that read the same", () => {
    const body = "[The plan](https://a.example/1), [the plan.](https://a.example/2)";
    expect(foundBy("link-text-same", body)).toEqual(["[the plan.](https://a.example/2)"]);
  });

  it.each([
    "[The plan](https://a.example/1), [the plan](https://a.example/1/)",
    "| a |\n|---|\n| [Minutes](https://a.example/1) |\n| [Minutes](https://a.example/2) |",
    "[](#a) and [](#b)",
    "[It](other.md) and [it](#a)",
  ])("is quiet: %j", (body) => {
    expect(foundBy("link-text-same", body)).toEqual([]);
  });
});
