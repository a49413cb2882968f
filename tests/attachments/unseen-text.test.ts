import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { inspected } from "./inspected.ts";
import { type Entries, excel, openDocument, powerPoint, relationships, unzip, word, zip } from "./office-builders.ts";

/** Words that no reader of the file sees. */
const UNSEEN = "Larkspur";

type Kind = readonly [name: string, path: string, entries: Entries];

/** What is published of a file, as one text; cleaning it again changes nothing. */
async function published(path: string, entries: Entries): Promise<string> {
  const cleaned = await cleanAttachment(path, zip(entries));
  expect(await cleanAttachment(path, cleaned)).toEqual(cleaned);
  return JSON.stringify(unzip(cleaned)).replaceAll('\\"', '"');
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (instruction: string): string => `<w:r><w:instrText>${instruction}</w:instrText></w:r>`;
const field = (instruction: string, result: string): string =>
  `<w:p>${char("begin")}${code(instruction)}${char("separate")}<w:r><w:t>${result}</w:t></w:r>${char("end")}</w:p>`;

/** A Word document with more parts that it is led to. */
function wordWith(
  body: string,
  more: Readonly<Record<string, readonly [kind: string, content: string]>>,
  settings = "",
) {
  const added = Object.entries(more);
  const base = word(body, { settings });
  const links = String(base["word/_rels/document.xml.rels"]).replace(
    "</Relationships>",
    `${relationships(...added.map(([id, [kind]]) => [id, kind, `${id}.xml`] as const)).replace(/^<Relationships[^>]*>/, "")}`,
  );
  const parts = added.map(([id, [, content]]) => [`word/${id}.xml`, content] as const);
  return { ...base, "word/_rels/document.xml.rels": links, ...Object.fromEntries(parts) };
}

const header = (text: string): readonly [string, string] => [
  "header",
  `<w:hdr xmlns:w="${W}">${paragraph(text)}</w:hdr>`,
];
const reference = (type: string, id = "header1"): string => `<w:headerReference w:type="${type}" r:id="${id}"/>`;
const section = (inside: string): string => `<w:p><w:pPr><w:sectPr>${inside}</w:sectPr></w:pPr></w:p>`;

/** A workbook whose sheet leads to more parts. */
function excelWith(
  sheet: string,
  parts: Readonly<Record<string, readonly [kind: string, name: string, content: string]>>,
) {
  const all = Object.entries(parts);
  return excel({
    sheet,
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(
        ...all.map(([id, [kind, name]]) => [id, kind, `/xl/${name}`] as const),
      ),
      ...Object.fromEntries(all.map(([, [, name, content]]) => [`xl/${name}`, content])),
    },
  });
}

function excelWithChart(): Entries {
  const chart = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
  const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${R}><xdr:twoCellAnchor><xdr:graphicFrame><c:chart ${chart} r:id="r1"/></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>`;
  const cells = `<c:cat><c:strRef><c:f>Seen!$A$1</c:f><c:strCache><c:pt idx="0"><c:v>${UNSEEN}</c:v></c:pt></c:strCache></c:strRef></c:cat>`;
  return {
    ...excelWith('<drawing r:id="d1"/>', { d1: ["drawing", "drawings/drawing1.xml", drawing] }),
    "xl/drawings/_rels/drawing1.xml.rels": relationships(["r1", "chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": `<c:chartSpace ${chart}><c:chart><c:plotArea><c:barChart><c:ser>${cells}</c:ser></c:barChart></c:plotArea></c:chart><c:printSettings><c:headerFooter><c:oddHeader>${UNSEEN}</c:oddHeader></c:headerFooter></c:printSettings></c:chartSpace>`,
  };
}

const cell = (attributes: string, inside: string): string => `<row r="1"><c r="A1" ${attributes}>${inside}</c></row>`;
const inline = (text: string): string => `<is><t>${text}</t></is>`;
const spreadsheet = (body: string, styles = ""): Entries => openDocument("spreadsheet", body, { styles });
const pageStyles = (masters: string): Entries => ({
  ...openDocument("text"),
  "styles.xml": `<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
});
const shape = (place: string, text: string, more = ""): string =>
  `<p:sp>${more}<p:spPr><a:xfrm>${place}</a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

/** A presentation whose slide is made by a layout of a master with another layout, that no slide is made by. */
function withLayouts({ used = "", unused = "" }: { used?: string; unused?: string }): Entries {
  const part = (name: string, inside: string): string =>
    `<p:${name} ${P} ${A} ${R}><p:cSld name="${UNSEEN}"><p:spTree>${inside}</p:spTree></p:cSld>`;
  return {
    ...powerPoint(),
    "ppt/slides/_rels/slide1.xml.rels": relationships(["r1", "slideLayout", "../slideLayouts/slideLayout1.xml"]),
    "ppt/slideLayouts/slideLayout1.xml": `${part("sldLayout", used)}</p:sldLayout>`,
    "ppt/slideLayouts/slideLayout2.xml": `${part("sldLayout", unused)}</p:sldLayout>`,
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationships([
      "r1",
      "slideMaster",
      "../slideMasters/slideMaster1.xml",
    ]),
    "ppt/slideLayouts/_rels/slideLayout2.xml.rels": relationships([
      "r1",
      "slideMaster",
      "../slideMasters/slideMaster1.xml",
    ]),
    "ppt/slideMasters/slideMaster1.xml": `${part("sldMaster", "")}<p:sldLayoutIdLst><p:sldLayoutId id="1" r:id="r1"/><p:sldLayoutId id="2" r:id="r2"/></p:sldLayoutIdLst></p:sldMaster>`,
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
      ["r1", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ["r2", "slideLayout", "../slideLayouts/slideLayout2.xml"],
    ),
  };
}

describe("an office file is published without", () => {
  it.each<Kind>([
    [
      "the header of a first page that is like the others",
      "a.docx",
      wordWith(section(reference("first")), { header1: header(UNSEEN) }),
    ],
    [
      "the header of a first page that a later section has anew",
      "a.docx",
      wordWith(section(reference("first")) + section(`${reference("first", "header2")}<w:titlePg/>`), {
        header1: header(UNSEEN),
        header2: header("Seen above"),
      }),
    ],
    [
      "the header of even pages that are like the others",
      "a.docx",
      wordWith(section(reference("even")), { header1: header(UNSEEN) }),
    ],
    [
      "a header that no section names",
      "a.docx",
      wordWith(`<w:bookmarkStart w:id="1" w:name="header1"/>`, { header1: header(UNSEEN) }),
    ],
    [
      "a footnote that nothing refers to",
      "a.docx",
      wordWith('<w:p><w:r><w:footnoteReference w:id="4"/></w:r></w:p>', {
        footnotes: [
          "footnotes",
          `<w:footnotes xmlns:w="${W}"><w:footnote w:id="4">${paragraph("Seen below")}</w:footnote><w:footnote w:id="5">${paragraph(UNSEEN)}</w:footnote></w:footnotes>`,
        ],
      }),
    ],
    [
      "the record of a citation",
      "a.docx",
      word(field(` ADDIN ZOTERO_ITEM CSL_CITATION {"title":"${UNSEEN}"} `, "(Seen, 2020)")),
    ],
    [
      "records within records of citations",
      "a.docx",
      word(
        `<w:p>${char("begin")}${code("ADDIN EN.CITE ")}${char("begin")}${code(`ADDIN EN.CITE.DATA ${UNSEEN}`)}${char("end")}${char("separate")}<w:r><w:t>(Seen)</w:t></w:r>${char("end")}</w:p>`,
      ),
    ],
    ["a condition of a field", "a.docx", word(field(` IF 1 = 1 "Seen" "${UNSEEN}" `, "Seen"))],
    [
      "a field that sets a value",
      "a.docx",
      word(`<w:p>${char("begin")}${code(` SET x "${UNSEEN}" `)}${char("end")}</w:p>`),
    ],
    [
      "the code of a simple field",
      "a.docx",
      word(`<w:p><w:fldSimple w:instr=" QUOTE &quot;${UNSEEN}&quot; "><w:r><w:t>Seen</w:t></w:r></w:fldSimple></w:p>`),
    ],
    [
      "a code that a paragraph ends in",
      "a.docx",
      word(
        `<w:p>${char("begin")}${code("QUOTE ")}<w:r><w:t>${UNSEEN}</w:t></w:r></w:p><w:p>${char("separate")}<w:r><w:t>Seen</w:t></w:r>${char("end")}</w:p>`,
      ),
    ],
    ["words in the code of a number of a page", "a.docx", word(field(` PAGE "${UNSEEN}" `, "1"))],
    [
      "the name and the choices of a form",
      "a.docx",
      word(
        `<w:sdt><w:sdtPr><w:tag w:val="${UNSEEN}"/><w:dropDownList><w:listItem w:displayText="${UNSEEN}"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph("Seen")}</w:sdtContent></w:sdt>`,
      ),
    ],
    [
      "where a picture was, as its alternative text",
      "a.docx",
      word(
        `<w:p><w:r><w:drawing><wp:inline ${WP}><wp:docPr id="1" name="a" descr="C:\\Users\\${UNSEEN}\\x.jpg"/></wp:inline></w:drawing></w:r></w:p>`,
      ),
    ],
    [
      "what older programs show instead",
      "a.docx",
      word(
        `<w:p><w:r><mc:AlternateContent ${MC} ${WPS}><mc:Choice Requires="wps"><w:t>Seen</w:t></mc:Choice><mc:Fallback><w:t>${UNSEEN}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    ],
    [
      "a bookmark that nothing leads to",
      "a.docx",
      word(`<w:p><w:bookmarkStart w:id="1" w:name="${UNSEEN}"/><w:bookmarkEnd w:id="1"/></w:p>`),
    ],
    [
      "a style that nothing uses",
      "a.docx",
      word("", { styles: `<w:style w:type="paragraph" w:styleId="x"><w:name w:val="${UNSEEN}"/></w:style>` }),
    ],
    [
      "a list that nothing uses",
      "a.docx",
      wordWith("", {
        numbering: [
          "numbering",
          `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="${UNSEEN}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        ],
      }),
    ],
    ["text between rows", "a.xlsx", excel({ rows: `${UNSEEN}${cell('t="inlineStr"', inline("Seen"))}` })],
    ["a second value of a cell", "a.xlsx", excel({ rows: cell('t="inlineStr"', `<v>${UNSEEN}</v>${inline("Seen")}`) })],
    ["a text of a cell that holds a number", "a.xlsx", excel({ rows: cell("", `<v>5</v>${inline(UNSEEN)}`) })],
    ["a second value of a text", "a.xlsx", excel({ rows: cell('t="str"', `<v>Seen</v><v>${UNSEEN}</v>`) })],
    [
      "how a word is read aloud",
      "a.xlsx",
      excel({ rows: cell('t="inlineStr"', `<is><t>Seen</t><rPh sb="0" eb="1"><t>${UNSEEN}</t></rPh></is>`) }),
    ],
    [
      "headers of pages that are like the others",
      "a.xlsx",
      excel({
        sheet: `<headerFooter><oddHeader>Seen</oddHeader><evenHeader>${UNSEEN}</evenHeader><firstFooter>${UNSEEN}</firstFooter></headerFooter>`,
      }),
    ],
    [
      "what a filter looked for",
      "a.xlsx",
      excel({
        sheet: `<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="${UNSEEN}"/></filters></filterColumn></autoFilter>`,
      }),
    ],
    [
      "what is said to those who fill it in",
      "a.xlsx",
      excel({
        sheet: `<dataValidations><dataValidation error="${UNSEEN}" sqref="A1"><formula1>"${UNSEEN}"</formula1></dataValidation></dataValidations>`,
      }),
    ],
    [
      "what a link said before",
      "a.xlsx",
      excel({ sheet: `<hyperlinks><hyperlink ref="A1" location="Seen!A1" display="${UNSEEN}"/></hyperlinks>` }),
    ],
    [
      "a name that no formula uses",
      "a.xlsx",
      excel({ workbook: `<definedNames><definedName name="x">"${UNSEEN}"</definedName></definedNames>` }),
    ],
    [
      "a sheet that is on no tab, though a name is like its link",
      "a.xlsx",
      excel({
        workbook: '<definedNames><definedName name="r9">1</definedName></definedNames>',
        rows: cell("", "<f>r9</f><v>1</v>"),
        parts: {
          "xl/_rels/workbook.xml.rels": relationships(
            ["r1", "worksheet", "worksheets/sheet1.xml"],
            ["r9", "worksheet", "worksheets/sheet2.xml"],
          ),
          "xl/worksheets/sheet2.xml": `<worksheet xmlns="${S}"><sheetData>${cell('t="inlineStr"', inline(UNSEEN))}</sheetData></worksheet>`,
        },
      }),
    ],
    [
      "fonts of a text that no cell shows",
      "a.xlsx",
      excel({
        parts: {
          "xl/sharedStrings.xml": `<sst xmlns="${S}"><si><r><rPr><rFont val="${UNSEEN}"/></rPr><t>x</t></r></si><si><t>Seen</t></si></sst>`,
        },
      }),
    ],
    ["what a chart remembers of its cells, and its page headers", "a.xlsx", excelWithChart()],
    [
      "a layout that no slide is made by",
      "a.pptx",
      withLayouts({ unused: shape('<a:off x="1" y="1"/><a:ext cx="9" cy="9"/>', UNSEEN) }),
    ],
    [
      "what a layout says is to be typed",
      "a.pptx",
      withLayouts({ used: shape("", UNSEEN, '<p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>') }),
    ],
    [
      "a text beside the value that is shown",
      "a.ods",
      spreadsheet(
        `<table:table><table:table-row><table:table-cell office:value-type="string" office:string-value="${UNSEEN}"><text:p>Seen</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    ],
    [
      "what is said to those who fill in the table",
      "a.ods",
      spreadsheet(
        `<table:content-validations><table:content-validation table:name="v"><table:error-message><text:p>${UNSEEN}</text:p></table:error-message></table:content-validation></table:content-validations>`,
      ),
    ],
    [
      "a name that no formula of a table uses",
      "a.ods",
      spreadsheet(
        `<table:named-expressions><table:named-expression table:name="x" table:expression="&quot;${UNSEEN}&quot;"/></table:named-expressions>`,
      ),
    ],
    [
      "variables",
      "a.odt",
      openDocument(
        "text",
        `<text:user-field-decls><text:user-field-decl office:string-value="${UNSEEN}" text:name="x"/></text:user-field-decls>`,
      ),
    ],
    [
      "what fields are worked out from",
      "a.odt",
      openDocument(
        "text",
        `<text:p><text:placeholder text:description="${UNSEEN}">Seen</text:placeholder><text:database-display text:table-name="${UNSEEN}">Seen</text:database-display></text:p>`,
      ),
    ],
    [
      "marks for an index",
      "a.odt",
      openDocument("text", `<text:p>Seen<text:alphabetical-index-mark text:string-value="${UNSEEN}"/></text:p>`),
    ],
    [
      "the header of a page style that no page has",
      "a.odt",
      pageStyles(
        `<style:master-page style:name="Standard"><style:header><text:p>Seen</text:p></style:header></style:master-page><style:master-page style:name="${UNSEEN}"><style:header><text:p>${UNSEEN}</text:p></style:header></style:master-page>`,
      ),
    ],
  ])("%s (%s)", async (_name, path, entries) => {
    const result = await published(path, entries);
    expect(result).not.toContain(UNSEEN);
    expect(result).toContain("Seen");
  });
});

const [hidden, covered, changes, unclear, unknown, differs, beside] = [
  /hidden/,
  /a merged cell covers/,
  /tracked changes/,
  /a field that works out/,
  /cannot be checked/,
  /that differs from what is shown/,
  /outside a slide/,
];

describe("an office file is refused with", () => {
  const numberFormat = (codes: string): Entries =>
    excel({ styles: `<numFmts><numFmt numFmtId="165" formatCode="${codes}"/></numFmts>` });
  const row = (style: string, text = UNSEEN): Entries =>
    spreadsheet(
      `<table:table><table:table-column table:style-name="c"/><table:table-row table:style-name="r"><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`,
      style,
    );
  const box = (size: string, text: string): string =>
    `<w:p><w:r><w:drawing><wp:inline ${WP}><wp:extent ${size}/><a:graphic><a:graphicData><wps:wsp ${WPS}><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  it.each<readonly [...Kind, RegExp]>([
    [
      "a tracked change that met another",
      "a.docx",
      word(`<w:p><w14:conflictDel ${W14}><w:r><w:t>x</w:t></w:r></w14:conflictDel></w:p>`),
      changes,
    ],
    ["a tracked insertion that met another", "a.docx", word(`<w:p><w14:conflictIns ${W14}/></w:p>`), changes],
    [
      "a hidden row of a table",
      "a.docx",
      word(`<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph("x")}</w:tc></w:tr></w:tbl>`),
      hidden,
    ],
    [
      "a frame too low to be read",
      "a.docx",
      word(`<w:p><w:pPr><w:framePr w:h="1" w:hRule="exact"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`),
      hidden,
    ],
    [
      "a row too low to be read",
      "a.docx",
      word(
        `<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>${paragraph("x")}</w:tc></w:tr></w:tbl>`,
      ),
      hidden,
    ],
    [
      "text in a cell below a merged one",
      "a.docx",
      word(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph("x")}</w:tc></w:tr></w:tbl>`),
      covered,
    ],
    [
      "a part of a formula that only takes room",
      "a.docx",
      word(`<w:p><m:oMath ${M}><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr></m:phant></m:oMath></w:p>`),
      hidden,
    ],
    [
      "letters of one point",
      "a.docx",
      word("<w:p><w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>x</w:t></w:r></w:p>"),
      hidden,
    ],
    ["a text box of no size", "a.docx", word(box('cx="0" cy="9999"', "x")), hidden],
    [
      "an older text box of no size",
      "a.docx",
      word(
        `<w:p><w:r><w:pict><v:shape style="width:0;height:0"><v:textbox><w:txbxContent>${paragraph("x")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      ),
      hidden,
    ],
    [
      "alternatives that nobody knows",
      "a.docx",
      word(
        `<w:p><w:r><mc:AlternateContent ${MC}><mc:Choice Requires="x"/><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
      unknown,
    ],
    [
      "text where nobody knows whether it is shown",
      "a.docx",
      word(`<w:strange>${paragraph("x")}</w:strange>`),
      unknown,
    ],
    [
      "a condition with the number of the page",
      "a.docx",
      word(
        `<w:p>${char("begin")}${code(" IF ")}${char("begin")}${code(" PAGE ")}${char("end")}${code(' = 1 "a" ')}${char("separate")}${char("end")}</w:p>`,
      ),
      unclear,
    ],
    ["a field that draws its code", "a.docx", word(field(" EQ \\o(a,b) ", "")), unclear],
    [
      "a field without an end",
      "a.docx",
      word(`<w:p>${char("begin")}${code(" PAGE ")}</w:p>${paragraph("x")}`),
      unclear,
    ],
    [
      "a value below a merged cell",
      "a.xlsx",
      excel({
        rows: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>`,
        sheet: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      }),
      covered,
    ],
    [
      "a value below a tall merged cell, in rows without numbers",
      "a.xlsx",
      excel({
        rows: "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        sheet: '<mergeCells><mergeCell ref="A1:A9"/></mergeCells>',
      }),
      covered,
    ],
    [
      "columns of no width unless they are set",
      "a.xlsx",
      excel({ before: '<sheetFormatPr defaultColWidth="0"/>' }),
      hidden,
    ],
    [
      "rows of no height unless they are set",
      "a.xlsx",
      excel({ before: '<sheetFormatPr defaultRowHeight="0"/>' }),
      hidden,
    ],
    [
      "a value in a very narrow column",
      "a.xlsx",
      excel({ before: '<cols><col min="1" max="1" width="0.01"/></cols>' }),
      hidden,
    ],
    [
      "a value in a very low row",
      "a.xlsx",
      excel({ rows: '<row r="1" ht="0.01"><c r="A1"><v>1</v></c></row>' }),
      hidden,
    ],
    ...[
      "&quot;&quot;;&quot;&quot;;&quot;&quot;",
      ";;;&quot;&quot;",
      "[Black];;;",
      "_);_);_);_)",
      "0;;0",
      "[&gt;5]0;",
      ";;;&quot;x&quot;",
      "* ",
    ].map((codes) => [`the format ${codes}`, "a.xlsx", numberFormat(codes), hidden] as const),
    [
      "a formula that protection hides",
      "a.xlsx",
      excel({
        styles: '<cellXfs><xf><protection hidden="1"/></xf></cellXfs>',
        sheet: '<sheetProtection sheet="1"/>',
      }),
      hidden,
    ],
    [
      "letters without a fill",
      "a.docx",
      word(`<w:p><w:r><w:rPr><w14:textFill ${W14}><w14:noFill/></w14:textFill></w:rPr><w:t>x</w:t></w:r></w:p>`),
      hidden,
    ],
    ["letters of no size", "a.xlsx", excel({ styles: '<fonts><font><sz val="0"/></font></fonts>' }), hidden],
    [
      "a built-in name that is hidden",
      "a.xlsx",
      excel({ workbook: '<definedNames><definedName name="_xlnm.Any" hidden="1">1</definedName></definedNames>' }),
      hidden,
    ],
    [
      "words as the range of a filter",
      "a.xlsx",
      excel({
        workbook: '<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">"x"</definedName></definedNames>',
      }),
      hidden,
    ],
    [
      "headings of a table that has none",
      "a.xlsx",
      excelWith('<tableParts><tablePart r:id="t1"/></tableParts>', {
        t1: [
          "table",
          "tables/table1.xml",
          `<table xmlns="${S}" headerRowCount="0"><tableColumns><tableColumn id="1" name="${UNSEEN} total"/></tableColumns></table>`,
        ],
      }),
      hidden,
    ],
    ["words as the value of a number", "a.xlsx", excel({ rows: cell("", "<v>x</v>") }), differs],
    ["cells out of order", "a.xlsx", excel({ rows: '<row r="2"/><row r="1"/>' }), unknown],
    [
      "a cell outside of the rows",
      "a.xlsx",
      excel({
        sheet: '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><c t="s"><v>1</v></c></ext></extLst>',
      }),
      unknown,
    ],
    [
      "a text beside a slide",
      "a.pptx",
      { ...powerPoint({ slide: shape('<a:off x="-500" y="1"/><a:ext cx="400" cy="9"/>', "x") }) },
      beside,
    ],
    [
      "a text of no size on a slide",
      "a.pptx",
      powerPoint({ slide: shape('<a:off x="5" y="5"/><a:ext cx="0" cy="0"/>', "x") }),
      beside,
    ],
    [
      "a text of a group beside a slide",
      "a.pptx",
      powerPoint({
        slide: `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="-900" y="0"/><a:ext cx="100" cy="100"/><a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>${shape('<a:off x="5" y="5"/><a:ext cx="9" cy="9"/>', "x")}</p:grpSp>`,
      }),
      beside,
    ],
    [
      "text in a merged cell of a slide",
      "a.pptx",
      powerPoint({
        slide:
          '<a:tbl><a:tr><a:tc hMerge="1"><a:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>',
      }),
      covered,
    ],
    [
      "letters without a colour on a slide",
      "a.pptx",
      powerPoint({ slide: "<a:p><a:r><a:rPr><a:noFill/></a:rPr><a:t>x</a:t></a:r></a:p>" }),
      hidden,
    ],
    [
      "a link to a slide that is not in the list",
      "a.pptx",
      {
        ...powerPoint({ slide: '<a:hlinkClick r:id="r1"/>' }),
        "ppt/slides/_rels/slide1.xml.rels": relationships(["r1", "slide", "slide2.xml"]),
      },
      hidden,
    ],
    [
      "text in a covered cell",
      "a.ods",
      spreadsheet(
        "<table:table><table:table-row><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell></table:table-row></table:table>",
      ),
      covered,
    ],
    [
      "a value in a covered cell",
      "a.ods",
      spreadsheet('<table:covered-table-cell office:value-type="float" office:value="1"/>'),
      covered,
    ],
    [
      "a column of no width",
      "a.ods",
      row('<style:style style:name="c"><style:table-column-properties style:column-width="0cm"/></style:style>'),
      hidden,
    ],
    [
      "a row of no height",
      "a.ods",
      row('<style:style style:name="r"><style:table-row-properties style:row-height="0.001in"/></style:style>'),
      hidden,
    ],
    [
      "words over the value of a number",
      "a.ods",
      spreadsheet(
        `<table:table><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>${UNSEEN}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
      differs,
    ],
    ["a drawing that is not visible", "a.ods", spreadsheet('<draw:frame draw:visible="false"/>'), hidden],
    ["a section that is hidden now", "a.odt", openDocument("text", '<text:section text:is-hidden="true"/>'), hidden],
    [
      "a button for a macro",
      "a.odt",
      openDocument("text", "<text:p><text:execute-macro>x</text:execute-macro></text:p>"),
      /macros or scripts/,
    ],
    [
      "letters of no size in a style",
      "a.odt",
      openDocument("text", '<text:p text:style-name="t">x</text:p>', {
        styles: '<style:style style:name="t"><style:text-properties fo:font-size="0.5pt"/></style:style>',
      }),
      hidden,
    ],
    [
      "text where nobody knows it is shown",
      "a.odt",
      openDocument("text", "<text:strange><text:p>x</text:p></text:strange>"),
      unknown,
    ],
    [
      "prefixes that mean something else",
      "a.odt",
      openDocument("text", '<x:p xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">x</x:p>'),
      unknown,
    ],
  ])("%s (%s)", (_name, path, entries, reason) => {
    const { refusal, remedy } = inspected(path, zip(entries));
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/attach/);
    expect(refusal).not.toContain(UNSEEN);
  });
});

describe("an office file keeps", () => {
  it.each<readonly [...Kind, kept: string]>([
    [
      "the header of a first page",
      "a.docx",
      wordWith(section(`${reference("first")}<w:titlePg/>`), { header1: header("Seen above") }),
      "Seen above",
    ],
    [
      "the header of a first page that a later section shows",
      "a.docx",
      wordWith(section(reference("first")) + section("<w:titlePg/>"), { header1: header("Seen above") }),
      "Seen above",
    ],
    [
      "the header of even pages",
      "a.docx",
      wordWith(section(reference("even")), { header1: header("Seen above") }, "<w:evenAndOddHeaders/>"),
      "Seen above",
    ],
    ["numbers of pages as fields", "a.docx", word(field(" PAGE \\* MERGEFORMAT ", "1")), " PAGE \\\\* MERGEFORMAT "],
    [
      "links of fields, and where they lead",
      "a.docx",
      word(`${field(' HYPERLINK \\l "here" ', "link")}<w:p><w:bookmarkStart w:id="1" w:name="here"/></w:p>`),
      '<w:bookmarkStart w:id="1" w:name="here"/>',
    ],
    [
      "the styles that its styles are based on",
      "a.docx",
      word("<w:p><w:pPr><w:pStyle w:val='b'/></w:pPr></w:p>", {
        styles: '<w:style w:styleId="a"/><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
      '<w:style w:styleId="a"/>',
    ],
    [
      "a text box",
      "a.docx",
      word(
        `<w:p><w:r><mc:AlternateContent ${MC} ${WPS}><mc:Choice Requires="wps"><w:drawing><wp:inline ${WP}><wp:extent cx="99999" cy="99999"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph("In a box")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`,
      ),
      "In a box",
    ],
    [
      "empty cells below a merged one",
      "a.xlsx",
      excel({
        rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>',
        sheet: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      }),
      '<mergeCell ref="A1:B1"/>',
    ],
    [
      "headers of first pages",
      "a.xlsx",
      excel({ sheet: '<headerFooter differentFirst="1"><firstHeader>Seen above</firstHeader></headerFooter>' }),
      "Seen above",
    ],
    [
      "names that formulas use, and that names use",
      "a.xlsx",
      excel({
        rows: cell("", "<f>rate*2</f><v>1</v>"),
        workbook:
          '<definedNames><definedName name="base">Seen!$A$1</definedName><definedName name="Rate">base+1</definedName></definedNames>',
      }),
      '<definedName name="base">',
    ],
    ...[
      "#,##0;-#,##0;",
      "0.00_);[Red](0.00);",
      "[=0]&quot;&quot;;General",
      "_-£* #,##0.00_-;-£* #,##0.00_-;_-£* &quot;-&quot;??_-;_-@_-",
      "d mmm yyyy",
      "[h]:mm",
    ].map(
      (codes) =>
        [
          `the format ${codes}`,
          "a.xlsx",
          excel({ styles: `<numFmts><numFmt numFmtId="165" formatCode="${codes}"/></numFmts>` }),
          "numFmtId",
        ] as const,
    ),
    [
      "a text at the edge of a slide",
      "a.pptx",
      powerPoint({ slide: shape('<a:off x="-5" y="1"/><a:ext cx="400" cy="9"/>', "At the edge") }),
      "At the edge",
    ],
    [
      "the layout of a slide",
      "a.pptx",
      withLayouts({ used: shape('<a:off x="1" y="1"/><a:ext cx="9" cy="9"/>', "On the layout") }),
      "On the layout",
    ],
    [
      "how numbers and dates are shown",
      "a.ods",
      spreadsheet(
        '<table:table><table:table-row><table:table-cell office:value-type="date" office:date-value="2024-01-02"><text:p>2 January 2024</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="3"><text:p>£3.00</text:p></table:table-cell></table:table-row></table:table>',
      ),
      "2 January 2024",
    ],
    [
      "names that formulas of a table use",
      "a.ods",
      spreadsheet(
        '<table:table-cell table:formula="of:=rate*2"/><table:named-expressions><table:named-expression table:name="Rate" table:expression="2"/></table:named-expressions>',
      ),
      'table:name="Rate"',
    ],
    [
      "the words of fields",
      "a.odt",
      openDocument(
        "text",
        "<text:p>Page <text:page-number>1</text:page-number> of <text:user-defined>Seen words</text:user-defined></text:p>",
      ),
      "<text:page-number>1</text:page-number> of Seen words",
    ],
  ])("%s (%s)", async (_name, path, entries, kept) => {
    expect(await published(path, entries)).toContain(kept);
  });
});
