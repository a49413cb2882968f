import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "../found-in.ts";

const SIGNS: readonly RuleId[] = ["link-unread", "emphasis-unread", "line-drawn"];

describe("emphasis that is shown as its signs", () => {
  it.each<[string, string, readonly string[]]>([
    ["a blank before the closing stars", "It was **unanimous **in this.\n", ["emphasis-unread 1:8"]],
    ["a blank after the opening stars", "It was ** unanimous** in this.\n", ["emphasis-unread 1:8"]],
    ["a letter behind a colon and stars", "**Note:**the panel met.\n", ["emphasis-unread 1:1"]],
    ["an underscore alone", "It was _unanimous in this.\n", ["emphasis-unread 1:8"]],
    ["in a heading", "## The **plan **\n\nA.\n", ["emphasis-unread 1:8"]],
    ["in a cell", "A.\n\n| a |\n|---|\n| **b ** |\n", ["emphasis-unread 5:3"]],
  ])("are raised: %s", (_name, body, expected) => {
    expect(foundIn(body, SIGNS)).toEqual(expected);
  });

  it.each([
    ["bold words", "It was **unanimous** in **all** this.\n"],
    ["marks of notes in a table", "A.\n\n| a | b |\n|---|---|\n| 5.2** | 6.1** |\n"],
    ["a mark of a note", "** Provisional figures.\n"],
    ["stars that are text", "It was \\*\\*unanimous \\*\\*in this.\n"],
    ["names with underscores", "The file annual_report_2019 is `_draft`.\n"],
    ["an address with underscores", "See https://a.b/_c_d and <https://a.b/_c>.\n"],
    ["signs in code", "`[a] (https://b.c)` and `**d **`\n"],
    ["a product", "3 ** 4 and 5 * 6\n"],
  ])("are not raised of %s", (_name, body) => {
    expect(foundIn(body, SIGNS)).toEqual([]);
  });

  it("are read once they are as the message says", () => {
    const [told] = diagnosticsIn("It was **unanimous **in this.\n");
    expect(told?.fix).toBe("write **unanimous**");
  });
});
