import type { Element } from "hast";
import { sanitize } from "hast-util-sanitize";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/page/sanitise-schema.ts";
import { compileReport, type Page, rulesOf, textOf } from "../compiled-report.ts";

describe("the markup of a numbered paragraph, to which other sites link", () => {
  it("is the one that is published as the contract", () => {
    const { html } = compileReport("Following a lessons learned review.");
    expect(html.replace(/>\n\s*</g, "><").trim()).toBe(
      '<div class="para" id="para-1">' +
        '<a class="para-number" href="#para-1"><span class="visually-hidden">Paragraph </span>1.</a>' +
        '<div class="para-text"><p>Following a lessons learned review.</p></div>' +
        "</div>",
    );
  });

  it("has its number as real text", () => {
    expect(compileReport("One.").page.text).toBe("Paragraph 1. One.");
  });
});

describe("a picture with its caption below", () => {
  it("has the caption once, as what an address leads to", () => {
    const map = { path: "reports/update/map.png", format: "PNG", width: 1, height: 1 } as const;
    const text = "Text.\n\n![Two depots](update/map.png)\n\nFigure 1: the depots";
    const { html } = compileReport(text, { attachments: [map] });
    expect(html.match(/the depots/g)).toEqual(["the depots"]);
    expect(html).toContain('<figcaption id="figure-1">Figure 1: the depots</figcaption>');
  });
});

const EVERYTHING = `## Introduction

Harmful Sexual Behaviour (HSB) rose.[^1] See paragraph 2, Annex A and [](#review).

The second paragraph.[^note] {#review}

- a bullet
- another

1. a sub-list

   1. deeper

> Quoted.[^1]

\`\`\`text
code
\`\`\`

Table: Costs

| A | B | C | D |
|:--|:-:|--:|---|
| 1 | 2 | 3 | 4 |

***

## Introduction

The HSB audit and AIM. <https://example.org>

## Annex A: Budget

### Introduction

Words of the annex.[^1]

## Abbreviations

AIM – Assessment, Intervention, Moving on

[^1]: A note with HSB and paragraph 1.
[^note]: Another note.
`;

describe("a page that shows everything", () => {
  const compiled = compileReport(EVERYTHING);
  const { page } = compiled;

  it("is published, and nothing found but a line and two headings that are one", () => {
    expect(compiled.diagnostics.map(({ rule }) => rule)).toEqual(["line-drawn", "heading-twice"]);
  });

  it("has unique ids", () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(12);
  });

  it("has a target for every link within it", () => {
    const ids = new Set(idsOf(page));
    const targets = page.all("a").flatMap(({ attributes }) => attributes.get("href")?.match(/^#(.*)$/)?.[1] ?? []);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it("tells other reports every id that they may link to", () => {
    for (const id of ["para-1", "para-3", "para-A1", "review", "introduction", "introduction-1", "annex-A"])
      expect(compiled.report?.fragments).toContain(id);
  });

  it("has no link within a link", () => {
    for (const link of page.all("a"))
      for (let above = link.parent; above !== undefined; above = above.parent) expect(above.tag).not.toBe("a");
  });

  it("has no style, no script and no handler", () => {
    for (const { tag, attributes } of page.elements) {
      expect(["style", "script", "iframe", "object", "form"]).not.toContain(tag);
      for (const name of attributes.keys()) expect(name).not.toMatch(/^style$|^on/);
    }
  });

  it("numbers its notes in the order of their references", () => {
    expect(
      page
        .all("sup")
        .map((element) => textOf(element))
        .slice(0, 2),
    ).toEqual(["1", "2"]);
  });

  it("is the same on every run", () => {
    expect(compileReport(EVERYTHING).html).toBe(compiled.html);
  });
});

function idsOf(page: Page): readonly string[] {
  return page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
}

describe("the second wall, behind the checks of addresses and of HTML", () => {
  it("lets no script, handler, style or foreign address through", () => {
    const clean = sanitize(
      {
        type: "root",
        children: [
          link({ href: "javascript:alert(1)", onClick: "alert(1)", style: "color: red" }),
          link({ href: "data:text/html,x" }),
          link({ href: "https://example.org/" }),
          { type: "element", tagName: "script", properties: {}, children: [{ type: "text", value: "alert(1)" }] },
          { type: "element", tagName: "iframe", properties: { src: "https://example.org" }, children: [] },
          { type: "element", tagName: "img", properties: { src: "javascript:alert(1)", onError: "x" }, children: [] },
        ],
      },
      reportSchema,
    );
    expect(JSON.stringify(clean)).not.toMatch(/javascript:|data:|alert|onClick|onError|style|script|iframe/);
    expect(JSON.stringify(clean)).toContain("https://example.org/");
  });

  function link(properties: Record<string, string>): Element {
    return { type: "element", tagName: "a", properties, children: [] };
  }
});

describe("a table", () => {
  const { page, html } = compileReport("One.\n\n| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n| 4 |");

  it("names the columns by header cells with their scope", () => {
    expect(page.all("th").map((cell) => [textOf(cell), cell.attributes.get("scope")])).toEqual([
      ["A", "col"],
      ["B", "col"],
      ["C", "col"],
    ]);
  });

  it("is aligned by classes, never by style attributes", () => {
    expect(html).not.toMatch(/style=|\balign="/);
    expect(page.all("td").map(({ attributes }) => attributes.get("class"))).toEqual([
      undefined,
      "align-center",
      "align-right",
      undefined,
      "align-center",
      "align-right",
    ]);
  });

  it("has as many cells in each row as in its header", () => {
    expect(page.all("td").map((element) => textOf(element))).toEqual(["1", "2", "3", "4", "", ""]);
  });

  it("can be scrolled by keyboard on a narrow screen", () => {
    expect(page.all(".table-scroll")[0]?.attributes.get("tabindex")).toBe("0");
    expect(page.all(".table-scroll")[0]?.attributes.get("aria-label")).toMatch(/\S/);
  });

  it("with a row that is too long is an error, for a cell would be lost", () => {
    expect(rulesOf(compileReport("One.\n\n| A |\n|---|\n| 1 | 2 |"), "error")).toEqual(["table-cell-lost"]);
  });
});

describe("what an author types never becomes HTML of its own", () => {
  it.each([
    "a < b & c > d \"e\" 'f'",
    "1 &lt; 2",
    "&amp;lt;b&amp;gt;",
    "\\<script>alert(1)\\</script>",
    "`<script>alert(1)</script>`",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "AT&T",
    "<svg/onload=alert(1)>",
    "&copy; &nbsp; &notanentity;",
  ])("%s", (text) => {
    const { page, report } = compileReport(`One ${text} end.`);
    expect(report).toBeDefined();
    expect(page.all("script")).toEqual([]);
    expect(page.paragraphs).toHaveLength(1);
    expect(page.paragraphs[0]).toMatch(/^1\. One .* end\.$/);
  });

  it.each([
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<br>",
    "<div>\n\nx\n\n</div>",
    "x <span onclick='x'>y</span>",
    "<!DOCTYPE html>",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<style>*{}</style>",
    "</p>",
  ])("raw HTML is an error: %j", (html) => {
    expect(rulesOf(compileReport(`One.\n\n${html}`), "error")).toEqual(expect.arrayContaining(["raw-html"]));
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;&#x61;vascript&colon;alert(1))",
    "[x](  javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](<\u0001javascript:alert(1)>)",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "<javascript:alert(1)>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x][y]\n\n[y]: data:image/svg+xml,x",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
  ])("an address that runs script never comes out: %j", (body) => {
    const { page } = compileReport(body);
    for (const { attributes } of page.elements) {
      for (const name of ["href", "src"]) {
        const url = (attributes.get(name) ?? "").replace(/[\s\p{Cc}]/gu, "");
        expect(url).not.toMatch(/^(?:java|vb)script:|^data:/i);
      }
    }
  });

  it("keeps quotes within a title from ending it", () => {
    const { page } = compileReport(
      `[x](https://example.org 'a " onclick="alert(1)')\n\n*[HSB]: A "long" <b>form</b> & more\n\nHSB`,
    );
    for (const { attributes } of page.elements)
      expect([...attributes.keys()].filter((name) => name.startsWith("on"))).toEqual([]);
    expect(page.all("abbr")[0]?.attributes.get("title")).toBe('A "long" <b>form</b> & more');
  });
});

describe("a table whose header row is empty", () => {
  it("is one of names and values: the first column heads its rows, and that is no fault", () => {
    const { page, diagnostics } = compileReport("One:\n\n| | |\n|---|---|\n| Ward | Castle |\n| | Mill |");
    expect(diagnostics).toEqual([]);
    expect(page.all("thead")).toEqual([]);
    expect(page.all("th").map((cell) => [textOf(cell), cell.attributes.get("scope")])).toEqual([["Ward", "row"]]);
    expect(page.all("td").map((cell) => textOf(cell))).toEqual(["Castle", "", "Mill"]);
  });
});
