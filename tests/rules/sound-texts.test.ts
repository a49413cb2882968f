import { describe, expect, it } from "vitest";
import { raisedIn } from "./found-in-text.ts";

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
    expect(raisedIn(text)).toEqual([]);
  });
});
