import { describe, expect, it } from "vitest";
import { diagnosticsIn, foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("bars that are no table", () => {
  it.each<[string, string, readonly string[]]>([
    ["no line of dashes", "T.\n\n| a | b |\n| c | d |\n", ["table-unread 3:1"]],
    ["one row", "T.\n\n| a | b |\n", ["table-unread 3:1"]],
    ["too many dashes", "T.\n\n| a | b |\n|---|---|---|\n| c | d |\n", ["table-unread 4:1"]],
    ["too few dashes, without outer bars", "T.\n\na | b | c\n---|---\nd | e | f\n", ["table-unread 4:1"]],
    ["no header", "T.\n\n|---|---|\n| c | d |\n", ["table-unread 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["a bar in a sentence", "The ratio |a| and |b| was given.\n"],
    ["bars with a backslash", "\\| a \\| b \\|\n"],
    ["bars in code", "```\n| a | b |\n| c | d |\n```\n\nT.\n"],
    ["a table", "T.\n\n| a | b |\n|---|---|\n| c | d |\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });

  it("is read as one once the line of dashes is as the message says", () => {
    for (const body of ["| a | b | c |\n| d | e | f |\n", "| a | b | c |\n|---|---|\n| d | e | f |\n"]) {
      const [told] = diagnosticsIn(`T.\n\n${body}`);
      const dashes = /`(.*)`/.exec(told?.fix ?? "")?.[1];
      const [header, ...rest] = body.trim().split("\n");
      const fixed = `T.\n\n${[header, dashes, ...rest.filter((line) => !line.includes("--"))].join("\n")}\n`;
      expect(found(fixed)).toEqual([]);
    }
  });
});
