import { describe, it } from "vitest";
import { expectRaised } from "../found-in-text.ts";

describe("raw-html is raised", () => {
  it.each<[string, string, readonly string[]]>([
    ["with HTML as a block", "Words.\n\n<div>a</div>\n", ["raw-html 3:1"]],
    ["with HTML in a line", "Words <b>a</b>.\n", ["raw-html 1:7", "raw-html 1:11"]],
    ["with script", "<script>alert(1)</script>\n", ["raw-html 1:1"]],
    ["with a line break outside a table", "a<br>b\n", ["raw-html 1:2"]],
    ["with another element in a table", "| a |\n|---|\n| <b>c</b> |\n", ["raw-html 3:3", "raw-html 3:7"]],
    ["with a line break that has attributes", "| a |\n|---|\n| b<br class=x>c |\n", ["raw-html 3:4"]],
    ["with a comment without its end", "Words.\n\n<!-- a\n\nMore.\n", ["raw-html 3:1"]],
    ["with text behind a comment, which would vanish", "<!-- a --> words\n", ["raw-html 1:1"]],
    ["with a processing instruction", "<?php a ?>\n", ["raw-html 1:1"]],
    ["with a declaration", "<!DOCTYPE html>\n", ["raw-html 1:1"]],
    ["with CDATA", "<![CDATA[ a ]]>\n", ["raw-html 1:1"]],
  ])("%s", (_name, text, places) => {
    expectRaised(text, places);
  });
});
