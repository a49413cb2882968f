import { describe, expect, it } from "vitest";
import { foundIn } from "./found-in.ts";

describe("code that nothing closes", () => {
  const found = (body: string) => foundIn(body, ["code-unclosed"]);

  it.each<[string, string, readonly string[]]>([
    ["to the end of the text", "Text.\n\n```\ncode\n\n## Lost\n", ["code-unclosed 3:1"]],
    ["with other signs", "Text.\n\n~~~\ncode\n```\n", ["code-unclosed 3:1"]],
    ["with fewer signs", "Text.\n\n````\ncode\n```\n", ["code-unclosed 3:1"]],
    ["with four blanks before it", "Text.\n\n```\ncode\n    ```\n", ["code-unclosed 3:1"]],
    ["in an item", "Text:\n\n- point\n\n  ```\n  code\n\nMore.\n", ["code-unclosed 5:3"]],
    ["with nothing in it", "Text.\n\n```\n", ["code-unclosed 3:1"]],
  ])("is raised at its first line: %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["closed", "Text.\n\n```\ncode\n```\n\nMore.\n"],
    ["closed with more signs", "Text.\n\n```\ncode\n`````\n"],
    ["closed in a quotation", "Text.\n\n> ```\n> code\n> ```\n"],
    ["made by blanks", "Text.\n\n    code\n"],
  ])("is not raised where it is %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("notes that are typed as text", () => {
  const found = (body: string) => foundIn(body, ["note-typed"]);

  it("are raised once, at the first", () => {
    expect(found("Rain fell.[1] It rose.[2]\n\n[1] Log.\n[2] Letter.\n")).toEqual(["note-typed 1:11"]);
    expect(found("Rain fell,[12] and rose.[13]\n")).toEqual(["note-typed 1:11"]);
  });

  it.each([
    "Rain fell.[^1]\n\n[^1]: Log.\n",
    "Rain fell [1](https://example.org).\n",
    "See Smith [2019] and one mark.[3]\n",
  ])("are not raised: %j", (body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("blanks behind numbers", () => {
  const found = (body: string) => foundIn(body, ["number-blanks", "code-indented", "paragraph-empty"]);

  it("are raised once, with no other advice, and the text is read as text", () => {
    expect(found("1.             One.\n\n2.             Two.\n")).toEqual(["number-blanks 1:1"]);
    expect(found("1.One.\n\n2.Two.\n")).toEqual(["number-blanks 1:1"]);
    expect(found("1. One.\n\n2.   Two.\n")).toEqual([]);
  });
});
