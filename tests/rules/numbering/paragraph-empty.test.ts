import { describe, expect, it } from "vitest";
import { foundIn, RULES_OF_BLOCKS } from "../found-in.ts";

const found = (body: string) => foundIn(body, RULES_OF_BLOCKS);

describe("a paragraph that holds nothing", () => {
  it.each<[string, string, readonly string[]]>([
    ["a typed paragraph", "1. Text.\n2.\n3. More.\n", ["paragraph-empty 2:1"]],
    ["a blank that is written", "Text.\n\n&nbsp;\n", ["paragraph-empty 3:1"]],
    ["a backslash", "Text.\n\n\\\n", ["paragraph-empty 3:1"]],
    ["dots", "Text.\n\n…\n", ["paragraph-empty 3:1"]],
    ["a line of = signs", "Text.\n\n=====\n", ["paragraph-empty 3:1"]],
    ["a typed paragraph of dots", "1. Text.\n2. …\n", ["paragraph-empty 2:4"]],
    ["a paragraph of an annex", "Text.\n\n## Annex A: B\n\n&nbsp;\n", ["paragraph-empty 5:1"]],
    ["a paragraph of a passage", "Text.\n\n:::exempt{paragraphs=3}\n&nbsp;\n:::\n", ["paragraph-empty 4:1"]],
  ])("is raised: %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["a figure", "Text.\n\n12\n"],
    ["a sign that means something", "Text.\n\n✓\n\n£\n"],
    ["code", "Text.\n\n`=`\n"],
    ["a link that gets its words", "Text. {#review}\n\n[](#review)\n"],
    ["a link without words, which is an error of its own", "Text.\n\n[](https://a.b)\n"],
    ["an image", "Text.\n\n![Bars that fall](update/a.png) ![More bars](update/b.png)\n"],
    ["a note", "Text.\n\n[^1]\n\n[^1]: A.\n"],
    ["a blank without a number", "Text.\n\n:::unnumbered\n&nbsp;\n:::\n"],
  ])("is not raised of %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
