import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { PDFDocument, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { fromLatin1 } from "../../src/attachments/byte-sequences.ts";
import { RefusedFile } from "../../src/attachments/refused-file.ts";
import { runs } from "../lane.ts";
import { bytesOf } from "./image-builders.ts";
import { type Entries, excel, openDocument, powerPoint, relationships, word, zip } from "./office-builders.ts";
import { onePage, pdf, revision, stream, withObjectStream } from "./pdf-builder.ts";
import { foundInOffice, foundInPdf, wordsInPdf } from "./second-reader.ts";

/** What is published of a file; undefined, where it is refused. */
async function letThrough(path: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await cleanAttachment(path, bytes);
  } catch (error) {
    if (error instanceof RefusedFile) return undefined;
    throw error;
  }
}

/** What another reader finds in what is published of a file. */
async function foundAfter(path: string, bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const published = await letThrough(path, bytes);
  if (published === undefined) return undefined;
  return path.endsWith(".pdf") ? foundInPdf(published) : foundInOffice(published);
}

const WORDS = stream("BT /F1 12 Tf 1 1 Td (Seen words)Tj ET");
const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
type Parts = Parameters<typeof onePage>[0] & { readonly trailer?: string };
const objects = ({ catalog = "", page = "", more = {} }: Parts) =>
  onePage({
    catalog,
    page: `/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${page}`,
    more: { 4: WORDS, 5: FONT, ...more },
  });

const FILE = "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 7 0 R>>>>";
const EMBEDDED = stream("secret", "/Type/EmbeddedFile");
const mark = (entries: string): Parts => ({
  page: "/Annots[6 0 R]",
  more: { 6: `<</Type/Annot/Rect[1 1 8 8]${entries}>>` },
});
const HOSTILE_PDFS: readonly (readonly [string, Parts])[] = [
  ["an attached file", { catalog: "/Names<</EmbeddedFiles<</Names[(a.txt)6 0 R]>>>>", more: { 6: FILE, 7: EMBEDDED } }],
  [
    "an attached file under a name that is spelt in digits",
    {
      catalog: "/Names<</Embedded#46iles<</Names[(a.txt)6 0 R]>>>>",
      more: { 6: FILE.replace("/EF", "/E#46"), 7: EMBEDDED },
    },
  ],
  [
    "a mark with a file",
    {
      page: "/Annots[8 0 R]",
      more: { 6: FILE, 7: EMBEDDED, 8: "<</Type/Annot/Subtype/FileAttachment/Rect[1 1 8 8]/FS 6 0 R>>" },
    },
  ],
  ["a script at opening", { catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>" }],
  ["a script of the document", { catalog: "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>" }],
  [
    "a script of the document, in digits",
    { catalog: "/Names<</JavaScript<</Names[(a)<</S/Java#53cript/J#53(app.alert(1))>>]>>>>" },
  ],
  ["a script of a page", { page: "/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>" }],
  ["a script of a field", mark("/Subtype/Widget/FT/Tx/T(a)/AA<</K<</S/JavaScript/JS(app.alert(1))>>>>")],
  ["an address that runs", mark("/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>")],
  ["a program that is started", { catalog: "/OpenAction<</S/Named/N/Print>>" }],
  ...["Text", "FreeText", "Highlight", "Square", "Ink", "Stamp", "StrikeOut", "Redact"].map(
    (kind) =>
      [
        `a mark of a reviewer: ${kind}`,
        mark(`/Subtype/${kind}/Contents(why)/T(Mrs Jones)/QuadPoints[1 8 8 8 1 1 8 1]`),
      ] as const,
  ),
  ["a mark of a reviewer in an object of its own kind", mark("/Subtype/H#69ghlight/QuadPoints[1 8 8 8 1 1 8 1]")],
  ["a hidden field", mark("/Subtype/Widget/FT/Tx/T(a)/V(secret)/F 2")],
  ["a field that is not shown", mark("/Subtype/Widget/FT/Tx/T(a)/V(secret)/F 32")],
  [
    "a hidden layer",
    { catalog: "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>", more: { 6: "<</Type/OCG/Name(Secret)>>" } },
  ],
  [
    "a layer that is off unless it is switched on",
    { catalog: "/OCProperties<</OCGs[6 0 R]/D<</BaseState/OFF>>>>", more: { 6: "<</Type/OCG/Name(Secret)>>" } },
  ],
  ["properties", { trailer: "/Info 6 0 R", more: { 6: "<</Author(Mrs Jones)/Keywords(exempt)>>" } }],
  [
    "metadata",
    {
      catalog: "/Metadata 6 0 R",
      more: {
        6: stream(
          '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Keywords>exempt</pdf:Keywords></rdf:Description></rdf:RDF></x:xmpmeta>',
          "/Type/Metadata/Subtype/XML",
        ),
      },
    },
  ],
  [
    "a form of another kind (XFA)",
    {
      catalog: "/AcroForm<</Fields[]/XFA 6 0 R>>",
      more: {
        6: stream(
          '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="a"><pageSet><pageArea><contentArea/><medium long="10" short="10"/></pageArea></pageSet><subform><draw><value><text>secret</text></value></draw></subform></subform></template></xdp:xdp>',
        ),
      },
    },
  ],
];

/** The ways in which the objects of a file can be written. */
const WRITTEN: readonly (readonly [string, (parts: Parts) => string])[] = [
  ["as it is", (parts) => pdf(objects(parts), parts.trailer)],
  ["in a stream of objects", (parts) => inObjectStream(parts)],
  ["in a later revision", (parts) => revision(pdf(objects({})), objects(parts), [], parts.trailer)],
  [
    "with a table that leads nowhere, which readers repair",
    (parts) => pdf(objects(parts), parts.trailer).replace(/startxref\n\d+/, "startxref\n7"),
  ],
  ["behind other bytes", (parts) => `\n\n${pdf(objects(parts), parts.trailer)}`],
];

function inObjectStream(parts: Parts): string {
  const all = Object.entries(objects(parts));
  const isStream = ([, value]: readonly [string, string]): boolean => value.includes("stream\n");
  if (all.some(([number, value]) => number > "5" && isStream([number, value])) || parts.trailer !== undefined)
    return pdf(objects(parts), parts.trailer);
  const packed = Object.fromEntries(all.filter((each) => !isStream(each)).map(([number, value]) => [number, value]));
  delete packed[4];
  return withObjectStream({ ...packed, 3: (packed[3] ?? "").replace("/Contents 4 0 R", "") }, 10);
}

describe("another reader of PDFs", () => {
  // It tells of neither by itself: it starts nothing, and reads forms of the other kind as a whole or not at all.
  it.each(HOSTILE_PDFS.filter(([name]) => !/program that is started|XFA/.test(name)))(
    "finds it in the file as it was: %s",
    async (_name, parts) => {
      expect(await foundInPdf(fromLatin1(pdf(objects(parts), parts.trailer)))).not.toEqual([]);
    },
  );

  describe.each(WRITTEN)("finds nothing in what is let through of a file that is written %s, with", (_way, write) => {
    it.each([["nothing hidden", {}] as const, ...HOSTILE_PDFS])("%s", async (_name, parts) => {
      expect((await foundAfter("a.pdf", fromLatin1(write(parts)))) ?? []).toEqual([]);
    });
  });

  it("finds nothing in what is let through of an ordinary file, and the same words as before", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    document.setAuthor("Mrs Jones");
    for (const at of [700, 400]) {
      const page = document.addPage();
      page.drawText("The panel thanks Dŵr Cymru.".replace("ŵ", "w"), { x: 50, y: at, font });
      page.node.addAnnot(
        document.context.register(
          document.context.obj({
            Type: "Annot",
            Subtype: "Link",
            Rect: [1, 1, 9, 9],
            A: { S: "URI", URI: PDFString.of("https://example.org/") },
          }),
        ),
      );
    }
    const form = document.getForm();
    form.createTextField("name").addToPage(document.getPage(0), { x: 50, y: 50 });
    const bytes = await document.save();
    const published = await cleanAttachment("a.pdf", bytes);
    expect(await foundInPdf(bytes)).not.toEqual([]);
    expect(await foundInPdf(published)).toEqual([]);
    expect(await wordsInPdf(published)).toBe(await wordsInPdf(bytes));
    expect(await wordsInPdf(published)).toContain("thanks");
  });

  it("finds nothing in what is let through of any file that was damaged", async () => {
    const files = [{}, ...HOSTILE_PDFS.map(([, parts]): Parts => parts)].map((parts: Parts) =>
      fromLatin1(pdf(objects(parts), parts.trailer)),
    );
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (bytes, changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [place, byte] of changes) changed[place % changed.length] = byte;
          expect((await foundAfter("a.pdf", changed)) ?? []).toEqual([]);
        },
      ),
      { numRuns: runs(30, 1500) },
    );
  });
});

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const p = (inside: string): string => `<w:p><w:r>${inside}<w:t>word</w:t></w:r></w:p>`;
const withPart = (base: Entries, owner: string, [kind, name, content]: readonly [string, string, string]): Entries => {
  const slash = owner.lastIndexOf("/");
  const rels = `${owner.slice(0, slash)}/_rels${owner.slice(slash)}.rels`;
  const added = relationships(["r77", kind, `/${name}`]).replace(/^<Relationships[^>]*>|<\/Relationships>$/g, "");
  return {
    ...base,
    [name]: content,
    [rels]: String(base[rels] ?? relationships()).replace("</Relationships>", `${added}</Relationships>`),
  };
};

const HOSTILE_OFFICE: readonly (readonly [string, string, Entries])[] = [
  ...["ins", "del", "moveFrom", "moveTo", "rPrChange"].map(
    (name) =>
      [`a tracked change: ${name}`, "a.docx", word(p(`<w:${name} w:id="1" w:author="x"><w:r/></w:${name}>`))] as const,
  ),
  ["a tracked change under another prefix", "a.docx", word(`<y:ins xmlns:y="${W}" y:id="1"/>`)],
  [
    "a tracked change in what only some programs show",
    "a.docx",
    word(
      `<mc:AlternateContent ${MC}><mc:Choice Requires="w"/><mc:Fallback><w:ins w:id="1"/></mc:Fallback></mc:AlternateContent>`,
    ),
  ],
  [
    "a comment",
    "a.docx",
    withPart(word(p('<w:commentReference w:id="1"/>')), "word/document.xml", [
      "comments",
      "word/comments.xml",
      `<w:comments xmlns:w="${W}"><w:comment w:id="1"/></w:comments>`,
    ]),
  ],
  [
    "a comment in a part of another name",
    "a.docx",
    withPart(word(), "word/document.xml", [
      "comments",
      "word/remarks.xml",
      `<w:comments xmlns:w="${W}"><w:comment w:id="1"/></w:comments>`,
    ]),
  ],
  [
    "a comment in a header",
    "a.docx",
    withPart(word('<w:sectPr><w:headerReference w:type="default" r:id="r77"/></w:sectPr>'), "word/document.xml", [
      "header",
      "word/header1.xml",
      `<w:hdr xmlns:w="${W}"><w:p><w:commentRangeStart w:id="1"/></w:p></w:hdr>`,
    ]),
  ],
  ["hidden text", "a.docx", word(p("<w:rPr><w:vanish/></w:rPr>"))],
  [
    "hidden text by a style",
    "a.docx",
    word(p('<w:rPr><w:rStyle w:val="H"/></w:rPr>'), {
      styles: '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish w:val="on"/></w:rPr></w:style>',
    }),
  ],
  [
    "an embedded file",
    "a.docx",
    withPart(word(p('<w:object><o:OLEObject Type="Embed" r:id="r77"/></w:object>')), "word/document.xml", [
      "oleObject",
      "word/embeddings/oleObject1.bin",
      "x",
    ]),
  ],
  [
    "another file that is read in",
    "a.docx",
    withPart(word('<w:altChunk r:id="r77"/>'), "word/document.xml", ["aFChunk", "word/chunk.xml", "<x/>"]),
  ],
  ["macros", "a.docx", withPart(word(), "word/document.xml", ["vbaProject", "word/vbaProject.bin", "x"])],
  [
    "data of another program",
    "a.docx",
    withPart(word(), "word/document.xml", ["customXml", "customXml/item1.xml", "<secret/>"]),
  ],
  [
    "a hidden sheet",
    "a.xlsx",
    excel({ workbook: '<sheets><sheet name="Hidden" sheetId="2" state="hidden" r:id="r1"/></sheets>' }),
  ],
  [
    "a sheet that is hidden for good",
    "a.xlsx",
    excel({ workbook: '<sheets><sheet name="Hidden" sheetId="2" state="veryHidden" r:id="r1"/></sheets>' }),
  ],
  ["a hidden row", "a.xlsx", excel({ rows: '<row r="1" hidden="true"><c r="A1"><v>1</v></c></row>' })],
  ["a hidden column", "a.xlsx", excel({ before: '<cols><col min="1" max="1" hidden="1"/></cols>' })],
  [
    "a comment of a cell",
    "a.xlsx",
    withPart(excel(), "xl/worksheets/sheet1.xml", ["comments", "xl/comments1.xml", "<comments><comment/></comments>"]),
  ],
  [
    "a comment of a cell in a part of another name",
    "a.xlsx",
    withPart(excel(), "xl/worksheets/sheet1.xml", ["comments", "xl/remarks.xml", "<comments><comment/></comments>"]),
  ],
  [
    "values of another workbook",
    "a.xlsx",
    withPart(excel(), "xl/workbook.xml", ["externalLink", "xl/externalLinks/externalLink1.xml", "<externalLink/>"]),
  ],
  ["a hidden slide", "a.pptx", powerPoint({ attributes: 'show="false"' })],
  [
    "a hidden shape",
    "a.pptx",
    powerPoint({ slide: '<p:sp><p:nvSpPr><p:cNvPr id="9" name="x" hidden="1"/></p:nvSpPr></p:sp>' }),
  ],
  [
    "notes of the speaker",
    "a.pptx",
    withPart(powerPoint(), "ppt/slides/slide1.xml", ["notesSlide", "ppt/notesSlides/notesSlide1.xml", "<p:notes/>"]),
  ],
  [
    "a comment of a slide",
    "a.pptx",
    withPart(powerPoint(), "ppt/slides/slide1.xml", [
      "comments",
      "ppt/comments/comment1.xml",
      "<p:cmLst><p:cm/></p:cmLst>",
    ]),
  ],
  [
    "a remark in a text",
    "a.odt",
    openDocument("text", "<text:p><office:annotation><text:p>why</text:p></office:annotation>x</text:p>"),
  ],
  [
    "a change in a text",
    "a.odt",
    openDocument(
      "text",
      '<text:tracked-changes><text:changed-region text:id="a"><text:deletion/></text:changed-region></text:tracked-changes>',
    ),
  ],
  [
    "hidden text of a text",
    "a.odt",
    openDocument("text", '<text:p><text:hidden-text text:string-value="x">x</text:hidden-text></text:p>'),
  ],
  [
    "a hidden row of a spreadsheet",
    "a.ods",
    openDocument("spreadsheet", '<table:table><table:table-row table:visibility="collapse"/></table:table>'),
  ],
  [
    "a hidden sheet of a spreadsheet",
    "a.ods",
    openDocument("spreadsheet", '<table:table table:style-name="ta1"/>', {
      styles:
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>',
    }),
  ],
  ["a script of a text", "a.odt", openDocument("text", "", { parts: { "Basic/Standard/Module1.xml": "<x/>" } })],
];
const ORDINARY: readonly (readonly [string, string, Entries])[] = [
  ["nothing hidden", "a.docx", word()],
  ["nothing hidden", "a.xlsx", excel()],
  ["nothing hidden", "a.pptx", powerPoint()],
  ["nothing hidden", "a.odt", openDocument("text")],
  ["nothing hidden", "a.ods", openDocument("spreadsheet")],
];

/** The ways in which entries can be written so that readers differ about them. */
const ZIPPED: readonly (readonly [string, (entries: Entries) => Uint8Array])[] = [
  ["as it is", zip],
  ["after other bytes", (entries) => bytesOf("MZ\0\0", zip(entries))],
  ["after another archive", (entries) => bytesOf(zip({ "word/comments.xml": "<w:comment/>" }), zip(entries))],
  [
    "with names in capitals",
    (entries) =>
      zip(
        Object.fromEntries(
          Object.entries(entries).map(([name, content]) => [
            name.replace(/(document|sheet1|slide1|comments\w*|content)\.xml$/, (part) => part.toUpperCase()),
            content,
          ]),
        ),
      ),
  ],
  [
    "with parts in UTF-16",
    (entries) =>
      zip(
        Object.fromEntries(
          Object.entries(entries).map(([name, content]) => [
            name,
            /document\.xml$|sheet1\.xml$|slide1\.xml$|content\.xml$/.test(name) ? utf16(String(content)) : content,
          ]),
        ),
      ),
  ],
  [
    "with its letters as numbers",
    (entries) =>
      zip(
        Object.fromEntries(
          Object.entries(entries).map(([name, content]) => [
            name,
            typeof content === "string"
              ? content.replace(
                  /="(hidden|veryHidden|collapse|true|1)"/g,
                  (_, value: string) => `="${Array.from(value, (letter) => `&#${letter.charCodeAt(0)};`).join("")}"`,
                )
              : content,
          ]),
        ),
      ),
  ],
  [
    "without compression",
    (entries) =>
      zipSync(
        Object.fromEntries(
          Object.entries(entries).map(([name, content]) => [
            name,
            typeof content === "string" ? strToU8(content) : content,
          ]),
        ),
        { level: 0 },
      ),
  ],
];

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

describe("other readers of office files", () => {
  it.each(HOSTILE_OFFICE)("find it in the file as it was: %s (%s)", (_name, path, entries) => {
    const usual = new Set(foundInOffice(zip(ORDINARY.find(([, name]) => name === path)?.[2] ?? {})));
    expect(foundInOffice(zip(entries)).filter((finding) => !usual.has(finding))).not.toEqual([]);
  });

  describe.each(ZIPPED)("find nothing in what is let through of a file that is written %s, with", (_way, write) => {
    it.each([...ORDINARY, ...HOSTILE_OFFICE])("%s (%s)", async (_name, path, entries) => {
      expect((await foundAfter(path, write(entries))) ?? []).toEqual([]);
    });
  });

  it.each(ORDINARY)("find that ordinary files are let through: %s, %s", async (_name, path, entries) => {
    expect(await foundAfter(path, zip(entries))).toEqual([]);
  });

  it("find nothing in what is let through of any file that was damaged", async () => {
    const files = [...ORDINARY, ...HOSTILE_OFFICE].map(([, path, entries]) => ({
      path,
      bytes: zipSync(
        Object.fromEntries(
          Object.entries(entries).map(([name, content]) => [
            name,
            typeof content === "string" ? strToU8(content) : content,
          ]),
        ),
        { level: 0 },
      ),
    }));
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        async ({ path, bytes }, changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [place, byte] of changes) changed[place % changed.length] = byte;
          expect((await foundAfter(path, changed)) ?? []).toEqual([]);
        },
      ),
      { numRuns: runs(30, 1500) },
    );
  });
});
