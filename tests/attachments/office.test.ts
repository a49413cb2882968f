import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { latin1 } from "../../src/attachments/byte-sequences.ts";
import { CANARY, exif, jpeg } from "./image-builders.ts";
import { inspected } from "./inspected.ts";
import { type Entries, excel, openDocument, powerPoint, relationships, unzip, word, zip } from "./office-builders.ts";

const KINDS: readonly (readonly [string, Entries])[] = [
  ["a.docx", word()],
  ["a.xlsx", excel()],
  ["a.pptx", powerPoint()],
  ["a.odt", openDocument("text")],
  ["a.ods", openDocument("spreadsheet")],
];

const refusal = async (path: string, entries: Entries) => {
  const { refusal, remedy } = inspected(path, zip(entries));
  if (refusal !== undefined) expect(remedy).toMatch(/attach/);
  return refusal;
};

describe.each(KINDS)("an office file that holds nothing hidden, %s", (path, entries) => {
  it("keeps what is seen, and none of its properties", async () => {
    expect(await refusal(path, entries)).toBeUndefined();
    const cleaned = unzip(await cleanAttachment(path, zip(entries)));
    expect(JSON.stringify(cleaned)).toContain("Seen");
    for (const [name, content] of Object.entries(cleaned))
      expect([name, content.includes(CANARY)]).toEqual([name, false]);
  });

  it("is the same bytes on every day, and cleaning it again changes nothing", async () => {
    const cleaned = await cleanAttachment(path, zip(entries));
    expect(await cleanAttachment(path, cleaned)).toEqual(cleaned);
    expect(inspected(path, zip(entries)).bytes).toBe(cleaned.length);
    expect(latin1(cleaned.subarray(10, 14))).toBe("\0\0\x21\0");
  });

  it("is whole: every relationship and every entry of a list leads to a part that is there", async () => {
    const cleaned = unzip(await cleanAttachment(path, zip(entries)));
    const names = Object.keys(cleaned);
    if (path.startsWith("a.od")) {
      expect(names[0]).toBe("mimetype");
      const listed = [...(cleaned["META-INF/manifest.xml"] ?? "").matchAll(/full-path="([^"]+)"/g)].map(
        ([, name]) => name,
      );
      expect(listed.toSorted()).toEqual(
        ["/", ...names.filter((name) => !/^(?:mimetype|META-INF)/.test(name))].toSorted(),
      );
      return;
    }
    const typed = [...(cleaned["[Content_Types].xml"] ?? "").matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(typed.toSorted()).toEqual(
      names.filter((name) => name !== "[Content_Types].xml" && !name.endsWith(".rels")).toSorted(),
    );
    for (const name of names.filter((each) => each.endsWith(".rels"))) {
      const source = name.replace("_rels/", "").replace(/\.rels$/, "");
      const text = cleaned[source] ?? "";
      const ids = [...(cleaned[name] ?? "").matchAll(/Id="([^"]+)"/g)].map(([, id]) => id);
      for (const [, id] of text.matchAll(/ r:(?:id|embed)="([^"]+)"/g)) expect(ids).toContain(id);
      for (const [, target] of (cleaned[name] ?? "").matchAll(/Target="([^"]+)"(?! TargetMode)/g)) {
        const base = new URL(source, "https://localhost/");
        expect(names).toContain(new URL(target ?? "", base).pathname.slice(1));
      }
    }
  });
});

describe("pictures within office files", () => {
  it.each([
    ["a.docx", word(), "word/media/image1.jpeg", "word/media/image2.jpeg"],
    ["a.odt", openDocument("text"), "Pictures/a.jpg", "Pictures/left.jpg"],
  ])("are cleaned, and those that nothing shows are left out: %s", async (path, entries, shown, left) => {
    const cleaned = unzip(await cleanAttachment(path, zip(entries)));
    expect(cleaned[shown]).toBe(latin1(await cleanAttachment("a.jpg", jpeg([exif(6)]))));
    expect(cleaned).not.toHaveProperty([left]);
  });

  it("keep their alternative text, and lose the names of their files", async () => {
    const slide = unzip(await cleanAttachment("a.pptx", zip(powerPoint())))["ppt/slides/slide1.xml"];
    expect(slide).toContain('name="" descr="Alternative text"');
  });
});

const [comments, changes, hidden, external, embedded, cropped, unknown] = [
  /contains comments/,
  /tracked changes/,
  /hidden/,
  /other files or data sources/,
  /other files or programs within/,
  /cropped picture/,
  /cannot be checked/,
];

describe("a Word document is refused where it holds", () => {
  const part = (name: string, content = "<x/>"): Parameters<typeof word>[1] => ({ parts: { [name]: content } });
  it.each<[string, Entries, RegExp]>([
    ["comments", word("", part("word/comments.xml")), comments],
    ["threaded comments", word("", part("word/commentsExtended.xml")), comments],
    ["the names of those who commented", word("", part("word/people.xml")), comments],
    ["the mark of a comment", word('<w:commentRangeStart w:id="1"/>'), comments],
    ...[
      "ins",
      "del",
      "moveFrom",
      "moveTo",
      "rPrChange",
      "pPrChange",
      "sectPrChange",
      "tblPrChange",
      "cellDel",
      "delText",
    ].map(
      (name) => [`a tracked change: ${name}`, word(`<w:${name} w:author="x"/>`), changes] as [string, Entries, RegExp],
    ),
    ["hidden text", word("<w:rPr><w:vanish/></w:rPr>"), hidden],
    ["a style that hides", word("", { styles: '<w:vanish w:val="1"/>' }), hidden],
    ["a hidden picture", word('<a:cNvPr id="1" name="x" hidden="1"/>'), hidden],
    ["a drawing that is not shown", word('<v:shape style="position:absolute;visibility:hidden"/>'), hidden],
    ["a field that fetches", word("<w:instrText> LINK Excel.Sheet C:\\\\x </w:instrText>"), external],
    ["a field that fetches, cut by a comment", word("<w:instrText>LI<!-- -->NK x</w:instrText>"), external],
    ["a simple field that fetches", word('<w:fldSimple w:instr="INCLUDETEXT x"/>'), external],
    ["a mail merge", word("", { settings: "<w:mailMerge/>" }), external],
    [
      "a picture from elsewhere",
      {
        ...word(),
        "word/_rels/document.xml.rels": relationships(["r2", "image", "https://a.example/x.png", "External"]),
      },
      external,
    ],
    [
      "a link to a drive",
      { ...word(), "word/_rels/document.xml.rels": relationships(["r3", "hyperlink", "file:///C:/x", "External"]) },
      external,
    ],
    ["an object", word("<w:object/>"), embedded],
    ["another file", word("", part("word/embeddings/a.xlsx")), embedded],
    ["a control", word("", part("word/activeX/a.xml")), embedded],
    ["another document", word('<w:altChunk r:id="r9"/>'), embedded],
    ["a cropped picture", word('<a:srcRect l="1000"/>'), cropped],
    ["a cropped picture of an old kind", word('<v:imagedata croptop="0.1"/>'), cropped],
    ["macros", word("", part("word/vbaProject.bin")), /macros/],
    ["custom XML data", word("", part("customXml/item1.xml")), /custom XML/],
    ["custom XML in its text", word("<w:customXml/>"), /custom XML/],
    ["a signature", word("", part("_xmlsignatures/sig1.xml")), /signature/],
    ["building blocks", word("", part("word/glossary/document.xml")), unknown],
    ["a part that is not known", word("", part("word/secret.xml")), unknown],
    ["markup that is not known", word('<x:y xmlns:x="https://example.org/"/>'), unknown],
    [
      "a picture of a kind that cannot be cleaned",
      {
        ...word("", part("word/media/image1.emf")),
        "word/_rels/document.xml.rels": relationships(["r2", "image", "media/image1.emf"]),
      },
      unknown,
    ],
    [
      "a damaged picture",
      { ...word(), "word/media/image1.jpeg": "x" },
      /in its picture word\/media\/image1.jpeg: it is damaged/,
    ],
    [
      "a link to a part that is not there",
      { ...word(), "word/_rels/document.xml.rels": relationships(["r1", "settings", "x.xml"]) },
      unknown,
    ],
    ["an entity", { ...word(), "word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }, /entities/],
    ["a spreadsheet", excel(), unknown],
  ])("%s", async (_name, entries, reason) => {
    expect(await refusal("a.docx", entries)).toMatch(reason);
    await expect(cleanAttachment("a.docx", zip(entries))).rejects.toThrow(reason);
  });

  it("nothing of these: text that is shown again, pictures that are not cropped, a field of a page number", async () => {
    const body =
      '<w:rPr><w:vanish w:val="0"/><w:webHidden/></w:rPr><a:srcRect l="0"/><w:instrText> PAGE </w:instrText>';
    expect(await refusal("a.docx", word(body))).toBeUndefined();
  });

  it("macros by its type, whatever its name says", async () => {
    const types = String(word()["[Content_Types].xml"]).replace(
      /application\/vnd[^"]*main\+xml/,
      "application/vnd.ms-word.document.macroEnabled.main+xml",
    );
    expect(await refusal("a.docx", { ...word(), "[Content_Types].xml": types })).toMatch(/not a file of the kind/);
  });
});

describe("an Excel workbook is refused where it holds", () => {
  const part = (name: string): Entries => excel({ parts: { [name]: "<x/>" } });
  const cell = (formula: string): Entries => excel({ rows: `<row r="1"><c r="A1"><f>${formula}</f></c></row>` });
  it.each<[string, Entries, RegExp]>([
    ["comments", part("xl/comments1.xml"), comments],
    ["threaded comments", part("xl/threadedComments/threadedComment1.xml"), comments],
    ["the names of those who commented", part("xl/persons/person.xml"), comments],
    ["the drawing of comments", excel({ sheet: '<legacyDrawing r:id="r2"/>' }), comments],
    ...["hidden", "veryHidden"].map(
      (state) =>
        [
          `a sheet that is ${state}`,
          excel({ workbook: `<sheets><sheet name="b" state="${state}"/></sheets>` }),
          hidden,
        ] as [string, Entries, RegExp],
    ),
    ["a hidden row", excel({ rows: '<row r="1" hidden="1"/>' }), hidden],
    ["a row of no height", excel({ rows: '<row r="1" ht="0"/>' }), hidden],
    ["a hidden column", excel({ before: '<cols><col min="1" max="1" hidden="true"/></cols>' }), hidden],
    ["a column of no width", excel({ before: '<cols><col min="1" max="1" width="0"/></cols>' }), hidden],
    ["rows that are hidden unless they are set", excel({ before: '<sheetFormatPr zeroHeight="1"/>' }), hidden],
    [
      "a hidden name",
      excel({ workbook: '<definedNames><definedName name="a" hidden="1">1</definedName></definedNames>' }),
      hidden,
    ],
    [
      "a format that shows nothing",
      excel({ styles: '<numFmts><numFmt numFmtId="165" formatCode=";;;"/></numFmts>' }),
      hidden,
    ],
    ["a link to another workbook", cell("[1]Sheet1!A1"), external],
    ["a link to a named workbook", cell("'C:\\x\\[a.xlsx]S'!A1"), external],
    ["a program to call", cell("cmd|'/c calc'!A0"), external],
    [
      "a name in another workbook",
      excel({ workbook: "<definedNames><definedName name='a'>[2]S!$A$1</definedName></definedNames>" }),
      external,
    ],
    ["scenarios", excel({ sheet: "<scenarios/>" }), external],
    ["an external part", part("xl/externalLinks/externalLink1.xml"), external],
    ["connections", part("xl/connections.xml"), external],
    ["a query", part("xl/queryTables/queryTable1.xml"), external],
    ["a cache of a pivot table", part("xl/pivotCache/pivotCacheDefinition1.xml"), external],
    ["an object", part("xl/embeddings/oleObject1.bin"), embedded],
    ["a control", excel({ sheet: "<controls/>" }), embedded],
    ["earlier versions", part("xl/revisions/revisionLog1.xml"), /earlier versions/],
    ["macros", part("xl/vbaProject.bin"), /macros/],
    ["custom XML data", part("customXml/item1.xml"), /custom XML/],
    ["a part that is not known", part("xl/secret.xml"), unknown],
  ])("%s", async (_name, entries, reason) => {
    expect(await refusal("a.xlsx", entries)).toMatch(reason);
  });

  it("nothing of these: links within it, a filter's own name, a cell that shows brackets", async () => {
    const workbook =
      '<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">Seen!$A$1</definedName></definedNames>';
    const rows = '<row r="1" ht="12"><c r="A1"><f>IF(Table1[[#This Row],[2024]]&gt;1,"[1]S!A1|",Seen!A2)</f></c></row>';
    expect(await refusal("a.xlsx", excel({ workbook, rows }))).toBeUndefined();
  });

  it("keeps what extensions show, and drops the others", async () => {
    const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    const extension = (uri: string, inside: string): string => `<ext uri="${uri}" xmlns:x14="${x14}">${inside}</ext>`;
    const sheet = `<extLst>${extension("{05C60535-1F16-4fd2-B633-F4F36F0B64E0}", "<x14:sparklineGroups/>")}${extension("{OTHER}", `<x14:id>${CANARY}</x14:id>`)}</extLst>`;
    const cleaned = unzip(await cleanAttachment("a.xlsx", zip(excel({ sheet }))))["xl/worksheets/sheet1.xml"];
    expect(cleaned).toContain("sparklineGroups");
    expect(cleaned).not.toContain(CANARY);
  });
});

describe("a presentation is refused where it holds", () => {
  const part = (name: string): Entries => powerPoint({ parts: { [name]: "<x/>" } });
  it.each<[string, Entries, RegExp]>([
    ["comments", part("ppt/comments/comment1.xml"), comments],
    ["the names of those who commented", part("ppt/commentAuthors.xml"), comments],
    ["speaker notes", part("ppt/notesSlides/notesSlide1.xml"), /speaker notes/],
    ["a hidden slide", powerPoint({ attributes: 'show="0"' }), hidden],
    ["a hidden shape", powerPoint({ slide: '<p:cNvPr id="2" name="x" hidden="1"/>' }), hidden],
    ["a cropped picture", powerPoint({ slide: '<a:srcRect b="1"/>' }), cropped],
    [
      "a program to start",
      powerPoint({ slide: '<a:hlinkClick r:id="" action="ppaction://program"/>' }),
      /macros or scripts/,
    ],
    ["an object", part("ppt/embeddings/oleObject1.bin"), embedded],
    ["film", powerPoint({ slide: '<a:videoFile r:link="r9"/>' }), embedded],
    ["tags", part("ppt/tags/tag1.xml"), /custom XML/],
    ["a part that is not known", part("ppt/secret.xml"), unknown],
  ])("%s", async (_name, entries, reason) => {
    expect(await refusal("a.pptx", entries)).toMatch(reason);
  });
});

describe.each(["text", "spreadsheet"] as const)("an OpenDocument %s is refused where it holds", (kind) => {
  const path = kind === "text" ? "a.odt" : "a.ods";
  const part = (name: string): Entries => openDocument(kind, "", { parts: { [name]: "<x/>" } });
  const styled = (styles: string): Entries => openDocument(kind, "", { styles });
  it.each<[string, Entries, RegExp]>([
    ["a comment", openDocument(kind, "<office:annotation><text:p>x</text:p></office:annotation>"), comments],
    [
      "tracked changes",
      openDocument(kind, "<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
      changes,
    ],
    [
      "tracked changes of cells",
      openDocument(kind, "<table:tracked-changes><table:deletion/></table:tracked-changes>"),
      changes,
    ],
    ["the mark of a change", openDocument(kind, "<text:change-start/>"), changes],
    ["a hidden field", openDocument(kind, "<text:hidden-text/>"), hidden],
    ["a hidden section", openDocument(kind, '<text:section text:display="none"/>'), hidden],
    ["hidden characters", styled('<style:text-properties text:display="none"/>'), hidden],
    ["a hidden sheet", styled('<style:table-properties table:display="false"/>'), hidden],
    ["a hidden row", openDocument(kind, '<table:table-row table:visibility="collapse"/>'), hidden],
    ["a row that a filter hides", openDocument(kind, '<table:table-row table:visibility="filter"/>'), hidden],
    ["a link to another file", openDocument(kind, '<text:a xlink:href="../x.odt"/>'), external],
    ["a picture from elsewhere", openDocument(kind, '<draw:image xlink:href="https://a.example/x.png"/>'), external],
    [
      "a formula that leads out",
      openDocument(kind, `<table:table-cell table:formula="of:=['file:///x.ods'#$S.A1]"/>`),
      external,
    ],
    ["a pivot table", openDocument(kind, "<table:data-pilot-tables/>"), external],
    ["a linked sheet", openDocument(kind, "<table:table-source/>"), external],
    ["an object", openDocument(kind, "<draw:object/>"), embedded],
    ["a form", openDocument(kind, "<form:form/>"), embedded],
    ["a cropped picture", styled('<style:graphic-properties fo:clip="rect(0cm, 1cm, 0cm, 0cm)"/>'), cropped],
    ["a chart", part("Object 1/content.xml"), embedded],
    ["macros", part("Basic/Standard/Module1.xml"), /macros/],
    ["earlier versions", part("Versions/Version1"), /earlier versions/],
    ["a signature", part("META-INF/documentsignatures.xml"), /signature/],
    ["a part that is not known", part("secret.xml"), unknown],
    ["markup that is not known", openDocument(kind, '<x:y xmlns:x="https://example.org/"/>'), unknown],
    ["parts that are locked", { ...openDocument(kind), "META-INF/manifest.xml": "<x><encryption-data/></x>" }, unknown],
    [
      "another kind of document",
      { ...openDocument(kind), mimetype: "application/vnd.oasis.opendocument.presentation" },
      /not a file of the kind/,
    ],
  ])("%s", async (_name, entries, reason) => {
    expect(await refusal(path, entries)).toMatch(reason);
  });
});
