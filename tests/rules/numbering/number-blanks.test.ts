import { describe, expect, it } from "vitest";
import { foundIn } from "../found-in.ts";

describe("blanks behind numbers", () => {
  const found = (body: string) => foundIn(body, ["number-blanks", "code-indented", "paragraph-empty"]);

  it("are raised once, with no other advice, and the text is read as text", () => {
    expect(found("1.             One.\n\n2.             Two.\n")).toEqual(["number-blanks 1:1"]);
    expect(found("1.One.\n\n2.Two.\n")).toEqual(["number-blanks 1:1"]);
    expect(found("1. One.\n\n2.   Two.\n")).toEqual([]);
  });
});
