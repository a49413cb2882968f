import { describe, expect, it } from "vitest";
import { foundIn } from "../found-in.ts";

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
