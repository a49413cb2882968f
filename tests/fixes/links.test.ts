import { describe, expect, it } from "vitest";
import { compileSource, rulesOf, sourceOf } from "../compiled-report.ts";
import { fixBody } from "./fixed-text.ts";

const OLD = { "reports/old report.md": sourceOf("Old.") };

describe("links whose address has a blank", () => {
  it("are read where the file is there", () => {
    const { body, file, corrections } = fixBody(
      "See [the *old* one](old report.md) and [its start](old report.md#para-1).\n",
      {
        texts: OLD,
      },
    );
    expect(body).toBe("See [the *old* one](<old report.md>) and [its start](<old report.md#para-1>).\n\n");
    expect(corrections).toEqual(["links 8", "links 8"]);
    expect(rulesOf(compileSource(file, { texts: OLD }))).toEqual([]);
  });

  it.each([
    ["where no such file is there", "See [the plan](the plan.md).\n"],
    ["on the web", "See [the plan](https://example.org/the plan.md).\n"],
    ["in code", "Write `[a](old report.md)`.\n"],
    ["where more is wrong", 'See [it](old report.md "The old one).\n'],
    ["where the signs are text", "See \\[it](old report.md).\n"],
  ])("stay as they are %s", (_, body) => {
    expect(fixBody(body, { texts: OLD }).body).toBe(`${body}\n`);
  });
});
