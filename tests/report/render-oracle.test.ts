import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { compileReport, Page, textOf } from "../compiled-report.ts";

interface MarkdownIt {
  readonly render: (text: string) => string;
}

const load = createRequire(import.meta.url);
const markdownIt = load("markdown-it") as (preset: string, options: object) => MarkdownIt;
/** A parser that shares no code with ours. Its default preset has the tables and the strike-through of GFM. */
const oracle = markdownIt("default", { html: false });

/** What our page shows beside the author's text, and what only the two renderers' spaces make different. */
const OWN = ["para-number", "sub-list-mark", "glossary"];
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ ?([.,;:!?)])/g, "$1")
    .trim();

describe("an independent parser sees the same visible text", () => {
  it.each([
    "A plain paragraph.",
    "Two\nlines of *emphasis* and **strength**.",
    "A ***mixture* of** both, and _this_ and __that__.",
    "snake_case_words and 2*3*4 and a * b * c.",
    "intra*word*emphasis and un**frigging**believable.",
    "*unclosed emphasis and **also this.",
    "**bold*not closed.",
    "“Curly” and \"straight\" quotes, 'single' – dashes — and … dots.",
    "A \\*literal\\* star, a \\_line\\_, a \\[bracket\\] and a \\\\ backslash.",
    "Entities: &amp; &lt; &gt; &quot; &copy; &eacute; &#163; &#xa3; &nosuch;",
    "Code `with <angle> & ampersand` and ``a ` tick``.",
    "`  spaces  ` and ` ` ` `.",
    '[A link](https://example.org "title") and [another][ref].\n\n[ref]: https://example.org/ref',
    "[No link] and [no reference][nothing] and [brackets [nested]](https://example.org).",
    "A bare <https://example.org/path?a=b&c=d> address.",
    "Hard break  \nwith two spaces.",
    "Hard break\\\nwith a backslash.",
    "One.\n\nTwo.\n\n\n\nThree.",
    "## A heading with `code` and *stress*\n\nText.",
    "Setext heading\n-----\n\nText.",
    "## Closed heading ##\n\nText.",
    "## Heading\nText straight below.",
    "Text.\n\n- one\n- two\n- three",
    "Text.\n\n* one\n\n* two\n\n  its second paragraph",
    "Text.\n\n- one\n  - two\n    - three\n- four",
    "Text.\n- a list that interrupts\n- a paragraph",
    "Text:\n\n1. first\n2. second\n   - bullet\n3. third",
    "Text:\n\n1. first\n\n   with a second paragraph\n\n2. second",
    "Text:\n\n- one\n+ another list\n* and another",
    "> A quotation\nwith a lazy line\n\nand text.",
    "> One.\n>\n> > Nested.\n>\n> - list",
    "```\ncode *not emphasis*\n  indented\n```\n\nText.",
    "```js\nlet a = 1 < 2 && 3;\n```",
    "~~~\ntildes\n~~~",
    "Text.\n\n    indented code\n\n    second line\n\nMore.",
    "Text.\n\n***\n\nMore.\n\n---\n\nStill more.",
    "| A | B |\n|---|:-:|\n| 1 | *2* |\n| `3` | 4 |",
    "Text.\n\n| A | B |\n|---|---|\n| a \\| b | c |\n| d |\n\nMore.",
    "A | B\n--|--\n1 | 2",
    "| A |\n|---|\n\nText.",
    "~~struck~~ and ~~not ~~ struck.",
    "Price: 5 * 3 = 15; 1 < 2 > 0; a & b.",
    "Text with trailing spaces   \n\n   three leading spaces.",
    "A tab\there and a no-break\u00a0space.",
    "Ünïcödé *é*ntry and 𝔸 and 🐟 and 中文*强调*文字。",
    "Line one\n  indented line two\n\tline three.",
    "10:30am, 2:1, a:b and ::text.",
    "{braces} and {{double}} and \\{#not at the end} here.",
    "^sup^ and H~2~O, and an unmatched ] or [ or ( here.",
    "5 - 3 and 2018 – 2019.\n\n2018\\. The year.",
    "Text with a bracket(s) and (c) (tm) -- ---.",
  ])("%j", (body) => {
    const { page, report } = compileReport(body);
    expect(report).toBeDefined();
    expect(plain(textOf(page.root, OWN))).toBe(plain(textOf(new Page(oracle.render(body)).root)));
  });
});
