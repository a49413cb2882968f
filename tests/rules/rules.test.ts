import { describe, expect, it } from "vitest";
import { ruleIds, ruleOf } from "../../src/diagnostics/catalogue.ts";
import { checks } from "../../src/diagnostics/checks.ts";
import { compileFile, parsed, placesOf, raisedBy, reportOf } from "../compile-text.ts";

function findingsIn(text: string) {
  return raisedBy((raise) => {
    for (const check of checks) check(parsed(text), raise);
  }).findings;
}

describe("a text passes", () => {
  it.each([
    ["headings from ## down", "## A\n\n### B\n\n#### C\n\n## D\n\n### E\n"],
    ["a comment", "Words.\n\n<!-- A note\nto myself -->\n\nMore. <!-- inline --> Words.\n"],
    ["two comments on a line", "<!-- a --> <!-- b -->\n"],
    ["a line break in a table", "| a |\n|---|\n| b<br>c<br/>d<BR />e |\n"],
    ["a sign < with a backslash or blanks", "3 \\< 4 and 3 < 4 and a <3 b\n"],
    ["HTML in code", "`<b>` and\n\n```\n<b>\n```\n"],
    [
      "links of the accepted kinds",
      "[a](http://a.b) [b](HTTPS://a.b) [c](https://d.e) [f](mailto:g@h.i) [j](tel:+44123) <https://k.l>\n",
    ],
    [
      "links within the site",
      "[a](#para-1) [b](other.md#x) [c](../2018/d.md) [e](f:g)\n".replace("[e](f:g)", "[e](./f:g)"),
    ],
    ["an image with alternative text", "![A map of the wards](update/a.png)\n"],
    ["a decorative image", "![](update/a.png){decorative}\n"],
    ["footnotes, used", "Words[^1] and[^note].\n\n[^1]: One.\n\n[^note]: Two.\n"],
    ["a footnote used twice", "Words[^1] and[^1].\n\n[^1]: One.\n"],
    ["a table with rows of its width or less", "| a | b |\n|---|---|\n| c | d |\n| e |\n"],
    ["a table with an escaped bar", "| a | b |\n|---|---|\n| c \\| d | e |\n"],
    ["a definition that is used", "[a] and [b][c]\n\n[a]: https://a.b\n\n[c]: https://d.e\n"],
  ])("with %s", (_name, text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("a text fails", () => {
  it.each<[string, string, readonly string[]]>([
    ["with a heading of the first level", "Words.\n\n# A\n", ["heading-level-one 3:1"]],
    ["with an underlined heading of the first level", "Words.\n\nA\n===\n", ["heading-level-one 3:1"]],
    ["with a skipped level at the start", "### A\n", ["heading-level-skipped 1:1"]],
    ["with a skipped level", "## A\n\n#### B\n", ["heading-level-skipped 3:1"]],
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
    ["with javascript: in a link", "[a](javascript:alert)\n", ["link-scheme 1:1"]],
    ["with JavaScript: in other letters", "[a](JaVaScRiPt:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: written as references", "[a](java&#115;cript:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: between signs", "[a](<javascript:alert>)\n", ["link-scheme 1:1"]],
    ["with javascript: behind a blank", "[a](&#32;javascript:alert)\n", ["link-scheme 1:1"]],
    ["with javascript: in a definition", "[a]\n\n[a]: javascript:alert\n", ["link-scheme 3:1"]],
    ["with javascript: as an address between signs", "<javascript:alert>\n", ["link-scheme 1:1"]],
    ["with data: in an image", "![a](data:image/png;base64,AA)\n", ["link-scheme 1:1"]],
    ["with file:", "[a](file:///etc/passwd)\n", ["link-scheme 1:1"]],
    ["with ftp:", "[a](ftp://a.b/c)\n", ["link-scheme 1:1"]],
    ["with vbscript:", "[a](vbscript:a)\n", ["link-scheme 1:1"]],
    ["with the address of another server without https:", "[a](//b.c/d)\n", ["link-scheme 1:1"]],
    ["with the path of a drive", "[a](C:\\\\b)\n", ["link-scheme 1:1"]],
    ["with an image without alternative text", "Words.\n\n![](update/a.png)\n", ["image-alternative-text 3:1"]],
    ["with blank alternative text", "![ ](update/a.png)\n", ["image-alternative-text 1:1"]],
    [
      "with an image by reference without alternative text",
      "![][a]\n\n[a]: update/a.png\n",
      ["image-alternative-text 1:1"],
    ],
    ["with a footnote that is not written", "Words[^1].\n", ["footnote-undefined 1:6"]],
    ["with a footnote that is not written, on a second line", "Words\nmore[^1].\n", ["footnote-undefined 2:5"]],
    ["with a footnote that nothing refers to", "Words.\n\n[^1]: One.\n", ["footnote-unused 3:1"]],
    ["with a footnote written twice", "Words[^1].\n\n[^1]: One.\n\n[^1]: Two.\n", ["footnote-twice 5:1"]],
    ["with more cells than the header", "| a |\n|---|\n| b | c |\n", ["table-cell-lost 3:5"]],
    ["with an address that nothing uses", "Words.\n\n[a]: https://b.c\n", ["link-definition-unused 3:1"]],
    ["with an address written twice", "[a]\n\n[a]: https://b.c\n\n[a]: https://d.e\n", ["link-definition-twice 5:1"]],
  ])("%s", (_name, text, places) => {
    const findings = findingsIn(text);
    expect(placesOf(findings)).toEqual(places);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\S/);
      expect(fix).toMatch(/\S/);
    }
  });
});

describe("a scheme that only a browser would see", () => {
  it.each([
    "[a](java&Tab;script:alert)",
    "[a](java&NewLine;script:alert)",
    "[a](&#1;javascript:alert)",
    "![a](java&Tab;script:alert)",
    "[a]\n\n[a]: java&Tab;script:alert",
  ])("refuses the report: %j", (text) => {
    const { outcome, report } = compileFile(reportOf({}, `Words ${text}\n`));
    expect(report?.bodyHtml ?? "").not.toMatch(/script/);
    expect(outcome).toBe("refused");
  });
});

describe("every rule", () => {
  it.each(ruleIds)("%s is grave to a known degree and has words that quote nothing", (id) => {
    const { severity, summary } = ruleOf(id);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(["error", "warning", "hint"]).toContain(severity);
    expect(summary).toMatch(/^[^`"]{10,}$/);
  });
});
