import { describe, expect, it } from "vitest";
import { inspected } from "./inspected.ts";
import { excel, openDocument, word, zip } from "./office-builders.ts";

function unseenIn(name: string, bytes: Uint8Array): readonly string[] {
  const file = inspected(name, bytes);
  expect(file.refusal).toBeUndefined();
  return file.unseenWords ?? [];
}

const run = (look: string, text = "Mrs Jones"): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (runs: string, look = ""): string => `<w:p><w:pPr>${look}</w:pPr>${runs}</w:p>`;
const table = (cell: string, runs: string, look = ""): string =>
  `<w:tbl><w:tblPr>${look}</w:tblPr><w:tr><w:tc><w:p>${run("")}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr>${cell}</w:tcPr>${paragraph(runs)}</w:tc></w:tr></w:tbl>`;
const BLACK = '<w:color w:val="000000"/>';
const WHITE = '<w:color w:val="FFFFFF"/>';
const HIGHLIGHT = '<w:highlight w:val="black"/>';
const SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>';
const SOLID = '<w:shd w:val="solid" w:color="000000" w:fill="auto"/>';
const STYLES = `<w:style w:type="character" w:styleId="Hidden"><w:basedOn w:val="Below"/></w:style>
  <w:style w:type="character" w:styleId="Below"><w:rPr>${BLACK}${HIGHLIGHT}</w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Dark"><w:pPr>${SHADED}</w:pPr><w:rPr>${WHITE}</w:rPr></w:style>
  <w:style w:type="table" w:styleId="Bands"><w:tblStylePr w:type="firstRow"><w:tcPr>${SHADED}</w:tcPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Grid"><w:tblPr/></w:style>`;

describe("words of a Word document that nobody sees", () => {
  it.each([
    ["black highlighting", paragraph(run(HIGHLIGHT)), "paragraph 2"],
    ["black highlighting, and said to be black", paragraph(run(BLACK + HIGHLIGHT)), "paragraph 2"],
    ["black shading of the letters", paragraph(run(BLACK + SHADED)), "paragraph 2"],
    ["shading that is solid black", paragraph(run(BLACK + SOLID)), "paragraph 2"],
    ["black shading of the paragraph", paragraph(run(BLACK), SHADED), "paragraph 2"],
    ["a black cell", table(SHADED, run(BLACK)), "table 1, row 2"],
    ["a style of letters", paragraph(run('<w:rStyle w:val="Hidden"/>')), "paragraph 2"],
    ["a style of paragraphs", paragraph(run(BLACK), '<w:pStyle w:val="Dark"/>'), "paragraph 2"],
    ["white on the page", paragraph(run(WHITE)), "paragraph 2"],
    ["white in a table without shading", table("", run(WHITE), '<w:tblStyle w:val="Grid"/>'), "table 1, row 2"],
  ])("are told of: %s", (_name, body, place) => {
    expect(unseenIn("a.docx", zip(word(body, { styles: STYLES })))).toEqual([
      `${place}, in the colour of what is beneath them`,
    ]);
  });

  it.each([
    ["in the colour of the program, on black shading", paragraph(run(SHADED), SHADED)],
    ["in the colour of the program, in a black cell", table(SHADED, run(""))],
    ["in white on black", paragraph(run(WHITE + SHADED))],
    ["in white on black highlighting", paragraph(run(WHITE + HIGHLIGHT))],
    ["highlighted in yellow", paragraph(run(`${BLACK}<w:highlight w:val="yellow"/>`))],
    ["of a style that is white on black", paragraph(run(""), '<w:pStyle w:val="Dark"/>')],
    ["in white in a table whose style shades cells", table("", run(WHITE), '<w:tblStyle w:val="Bands"/>')],
    ["that are none", paragraph(run(HIGHLIGHT, " – "))],
  ])("are none: words %s", (_name, body) => {
    expect(unseenIn("a.docx", zip(word(body, { styles: STYLES })))).toEqual([]);
  });
});

const FONTS = `<fonts><font/><font><color rgb="FF000000"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="1"/></font><font><color theme="0" tint="-0.5"/></font></fonts>`;
const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;
const FILLS = `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('rgb="FF000000"')}${solid('theme="1"')}${solid('indexed="8"')}${solid('theme="0" tint="-0.5"')}</fills>`;
/** A workbook of one cell whose letters and ground are these of the lists above. */
function book(font: number, fill: number, cell = "<v>7</v>", sheet = ""): Uint8Array {
  const styles = `${FONTS}${FILLS}<cellXfs><xf/><xf fontId="${font}" fillId="${fill}"/></cellXfs>`;
  const rows = `<row r="4"><c r="A4"><v>1</v></c><c r="B4" s="1"${cell.includes("<is>") ? ' t="inlineStr"' : ""}>${cell}</c></row>`;
  const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`;
  const entries = excel({ rows, styles, sheet, parts: { "xl/theme/theme1.xml": theme } });
  const rels = entries["xl/_rels/workbook.xml.rels"];
  const linked = `${rels}`.replace(
    "</Relationships>",
    '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
  );
  return zip({ ...entries, "xl/_rels/workbook.xml.rels": linked });
}

describe("words and figures of a workbook that nobody sees", () => {
  const TOLD = ["sheet 1, cell B4, in the colour of what is beneath them"];
  it.each([
    ["letters of the usual colour in a black cell", book(0, 2)],
    ["black in a black cell", book(1, 2)],
    ["black in a cell of a dark colour of the theme", book(1, 3)],
    ["a dark colour of the theme in a cell of a colour by number", book(3, 4)],
    ["a shade of grey in a cell of that shade", book(4, 5)],
    ["white in a cell without a colour", book(2, 0)],
    [
      "a part of the words of a cell",
      book(2, 2, '<is><r><t>Seen </t></r><r><rPr><color rgb="FF000000"/></rPr><t>hidden</t></r></is>'),
    ],
  ])("are told of: %s", (_name, bytes) => {
    expect(unseenIn("a.xlsx", bytes)).toEqual(TOLD);
  });

  it.each([
    ["white in a black cell", book(2, 2)],
    ["black in a cell without a colour", book(1, 0)],
    ["black in a cell with a pattern", book(1, 1)],
    ["nothing in a black cell", book(1, 2, "")],
  ])("are none: %s", (_name, bytes) => {
    expect(unseenIn("a.xlsx", bytes)).toEqual([]);
  });
});

describe("words of an OpenDocument file that nobody sees", () => {
  const style = (name: string, family: string, properties: string, parent = ""): string =>
    `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">${properties}</style:style>`;
  const styles = [
    style("T1", "text", '<style:text-properties fo:color="#000000" fo:background-color="#000000"/>'),
    style("T2", "text", '<style:text-properties fo:color="#ffffff" fo:background-color="#000000"/>'),
    style("T3", "text", '<style:text-properties style:use-window-font-color="true" fo:background-color="#000000"/>'),
    style("T4", "text", "", "T1"),
    style("P1", "paragraph", '<style:paragraph-properties fo:background-color="#000000"/>'),
    style("P2", "paragraph", '<style:text-properties fo:color="#000000"/>', "P1"),
    style(
      "ce1",
      "table-cell",
      '<style:table-cell-properties fo:background-color="#000000"/><style:text-properties fo:color="#000000"/>',
    ),
  ].join("");
  const span = (name: string): string => `<text:p><text:span text:style-name="${name}">Mrs Jones</text:span></text:p>`;
  const sheet = (name: string): string =>
    `<table:table><table:table-row table:number-rows-repeated="3"/><table:table-row><table:table-cell table:style-name="${name}"><text:p>84300</text:p></table:table-cell></table:table-row></table:table>`;

  it.each([
    ["black letters on black", "text", span("T1"), "paragraph 2"],
    ["a style that is made of another", "text", span("T4"), "paragraph 2"],
    ["a style of paragraphs", "text", '<text:p text:style-name="P2">Mrs Jones</text:p>', "paragraph 2"],
    ["a cell", "spreadsheet", sheet("ce1"), "table 1, row 4"],
  ] as const)("are told of: %s", (_name, kind, body, place) => {
    expect(unseenIn(kind === "text" ? "a.odt" : "a.ods", zip(openDocument(kind, body, { styles })))).toEqual([
      `${place}, in the colour of what is beneath them`,
    ]);
  });

  it.each([
    ["in white on black", span("T2")],
    ["in the colour of the program on black", span("T3")],
    ["of no style", span("")],
  ])("are none: words %s", (_name, body) => {
    expect(unseenIn("a.odt", zip(openDocument("text", body, { styles })))).toEqual([]);
  });
});
