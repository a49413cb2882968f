import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { startPdfEngine } from "../../src/io/pdf-engine.ts";
import type { PrintReport } from "../../src/print/print-document.ts";
import { checkPdf, type Expected } from "./pdf-checks.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>';

const document: PrintReport = {
  title: "Update on school transport",
  lang: "en",
  date: [2019, 3, 24],
  formattedDate: "24 March 2019",
  authors: ["Priya Nair"],
  council: {
    name: "Aldermere City Council",
    colour: "#0b5359",
    logo: { kind: "image", path: "1.svg", alternative: "", width: 15, height: 7.5 },
  },
  summary: "",
  translation: [],
  released: "",
  amended: [],
  mark: "Not for publication",
  marking: "Part of this report is not for publication.",
  contentsTitle: "Contents",
  pageOf: "Page {number} of {total}",
  facts: [{ name: "Author", values: [["Priya Nair"]] }],
  licence: [],
  blocks: [
    { kind: "heading", level: 2, ids: ["introduction"], body: ["Introduction"] },
    {
      kind: "numbered",
      items: [
        {
          ids: ["para-1"],
          mark: "1.",
          body: [
            {
              kind: "paragraph",
              body: [
                "Words",
                { kind: "note", id: "fn-1", number: "1", body: [{ kind: "paragraph", body: ["One."] }] },
                " and",
                { kind: "note", id: "fn-2", number: "2", body: [{ kind: "paragraph", body: ["Two."] }] },
                { kind: "link", url: "https://council.example/a", body: [" an address"] },
                { kind: "reference", id: "para-2", body: [" paragraph 2"] },
              ],
            },
          ],
        },
        { ids: ["para-2"], mark: "2.", body: [{ kind: "paragraph", body: ["More words."] }] },
      ],
    },
    { kind: "heading", level: 3, ids: [], body: ["Costs"] },
    {
      kind: "table",
      caption: ["Costs"],
      header: [
        { isHeader: true, align: "start", body: ["Service"] },
        { isHeader: true, align: "end", body: ["Cost"] },
      ],
      rows: [
        [
          { isHeader: false, align: "start", body: ["Buses"] },
          { isHeader: false, align: "end", body: ["7"] },
        ],
      ],
    },
    {
      kind: "figure",
      caption: [],
      body: [{ kind: "image", path: "1.svg", alternative: "A map of routes", width: 15, height: 7.5 }],
    },
  ],
};

const expected: Expected = {
  title: "Update on school transport",
  language: "en-GB",
  date: "2019-03-24",
  pages: 1,
  numbers: ["1.", "2."],
  headings: [
    [1, "Update on school transport"],
    [2, "Introduction"],
    [3, "Costs"],
  ],
  alternatives: ["A map of routes"],
  notes: 2,
  headerCells: ["Service", "Cost"],
  addresses: ["https://council.example/a"],
  references: 1,
  bookmarks: ["Introduction"],
  mark: "Not for publication",
};

const engine = startPdfEngine();
const images = new Map([["1.svg", new TextEncoder().encode(SVG)]]);
const make = async (changed: Partial<PrintReport> = {}): Promise<Uint8Array> => {
  const text = JSON.stringify({ ...document, ...changed });
  const { bytes } = await engine({ template: "report", document: text, images, annexes: new Map(), firstPage: 1 });
  return bytes;
};

const key = (name: string): PDFName => PDFName.of(name);

/** The PDF after a change to its objects. */
async function changed(change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await make(), { updateMetadata: false });
  change(pdf);
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}

function dictionaries(pdf: PDFDocument): readonly PDFDict[] {
  const within = (object: PDFObject | undefined): readonly PDFDict[] => {
    if (object instanceof PDFDict) return [object, ...object.values().flatMap(within)];
    return object instanceof PDFArray ? object.asArray().flatMap(within) : [];
  };
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => within(object));
}

function tags(pdf: PDFDocument, role: string): readonly PDFDict[] {
  return dictionaries(pdf).filter((dict) => dict.get(key("S")) === key(role) && dict.has(key("P")));
}

function first(found: readonly PDFDict[]): PDFDict {
  const [dict] = found;
  if (dict === undefined) throw new Error("this fault cannot be planted: there is no such object");
  return dict;
}

function part(pdf: PDFDocument, name: string): PDFDict {
  return pdf.catalog.lookup(key(name), PDFDict);
}

describe("the checker of PDFs", () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    sound = await changed(() => {});
  });

  it("finds nothing wrong with a sound one", async () => {
    expect(await checkPdf(sound, expected)).toEqual([]);
    expect(await checkPdf(await make(), expected)).toEqual([]);
  });

  const faults: readonly (readonly [fault: string, change: (pdf: PDFDocument) => void, found: RegExp])[] = [
    [
      "a numbered list that says it is none",
      (pdf) =>
        first(dictionaries(pdf).filter((dict) => dict.get(key("ListNumbering")) === key("Decimal"))).set(
          key("ListNumbering"),
          key("None"),
        ),
      /is numbered as None/,
    ],
    ["a number that is a quotation", (pdf) => first(tags(pdf, "Span")).set(key("S"), key("Quote")), /quoted/],
    ["no language", ({ catalog }) => catalog.delete(key("Lang")), /language/],
    ["another language", ({ catalog }) => catalog.set(key("Lang"), PDFString.of("fr")), /language/],
    ["no mark of tags", ({ catalog }) => catalog.delete(key("MarkInfo")), /not marked/],
    ["tags that are doubtful", (pdf) => part(pdf, "MarkInfo").set(key("Suspects"), PDFBool.True), /doubtful/],
    [
      "the file's name shown",
      (pdf) => part(pdf, "ViewerPreferences").delete(key("DisplayDocTitle")),
      /title is not shown/,
    ],
    ["no title", (pdf) => pdf.setTitle(""), /title is another/],
    ["no metadata", ({ catalog }) => catalog.delete(key("Metadata")), /claim/],
    [
      "metadata that claim nothing",
      (pdf) => {
        const [ref, stream] =
          pdf.context
            .enumerateIndirectObjects()
            .find(([, object]) => object instanceof PDFRawStream && object.dict.get(key("Type")) === key("Metadata")) ??
          [];
        if (ref === undefined || !(stream instanceof PDFRawStream)) throw new Error("there are no metadata");
        pdf.context.assign(ref, pdf.context.stream("<x/>"));
      },
      /claim/,
    ],
    ["a time of the build", (pdf) => pdf.setCreationDate(new Date("2026-01-01T00:00:00Z")), /date of making/],
    ["an action at opening", ({ catalog }) => catalog.set(key("OpenAction"), PDFName.of("X")), /opening/],
    ["no tag tree", ({ catalog }) => catalog.delete(key("StructTreeRoot")), /no tag tree/],
    ["another order of tabs", (pdf) => pdf.getPage(0).node.delete(key("Tabs")), /order of tabs/],
    ["a page without tags", (pdf) => pdf.getPage(0).node.delete(key("StructParents")), /leads to no tags/],
    ["a page more", (pdf) => void pdf.addPage(), /2 pages/],
    [
      "a heading as a paragraph",
      (pdf) => first(tags(pdf, "H2")).set(key("S"), key("P")),
      /level of headings is skipped/,
    ],
    ["a first heading of another level", (pdf) => first(tags(pdf, "H1")).set(key("S"), key("H2")), /no H1/],
    ["a label that is none", (pdf) => first(tags(pdf, "Lbl")).set(key("S"), key("Span")), /label and a body/],
    ["a body that is none", (pdf) => first(tags(pdf, "LBody")).set(key("S"), key("P")), /label and a body/],
    ["a header cell without scope", (pdf) => first(tags(pdf, "TH")).delete(key("A")), /header of/],
    ["a header cell as another", (pdf) => first(tags(pdf, "TH")).set(key("S"), key("TD")), /header cells/],
    ["a picture without words", (pdf) => first(tags(pdf, "Figure")).delete(key("Alt")), /alternative/],
    [
      "a picture with other words",
      (pdf) => first(tags(pdf, "Figure")).set(key("Alt"), PDFHexString.fromText("x")),
      /alternative/,
    ],
    [
      "two notes of one id",
      (pdf) => {
        for (const note of tags(pdf, "Note")) note.set(key("ID"), PDFString.of("n"));
      },
      /ids of notes/,
    ],
    ["a note that is none", (pdf) => first(tags(pdf, "Note")).set(key("S"), key("Span")), /1 notes/],
    ["a role that nobody knows", (pdf) => first(tags(pdf, "LBody")).set(key("S"), key("Blob")), /no reader knows/],
    [
      "a link without words",
      (pdf) =>
        first(dictionaries(pdf).filter((dict) => dict.get(key("Subtype")) === key("Link"))).delete(key("Contents")),
      /where it leads/,
    ],
    [
      "a link without a tag",
      (pdf) =>
        first(dictionaries(pdf).filter((dict) => dict.get(key("Subtype")) === key("Link"))).delete(key("StructParent")),
      /link has no tag/,
    ],
    [
      "a link that leads elsewhere",
      (pdf) =>
        first(dictionaries(pdf).filter((dict) => dict.has(key("URI")))).set(
          key("URI"),
          PDFString.of("https://other.example/"),
        ),
      /lead elsewhere/,
    ],
    ["links that are gone", (pdf) => pdf.getPage(0).node.delete(key("Annots")), /lead elsewhere/],
    [
      "a font that is not embedded",
      (pdf) => {
        for (const dict of dictionaries(pdf)) dict.delete(key("FontFile2"));
        for (const dict of dictionaries(pdf)) dict.delete(key("FontFile3"));
      },
      /not embedded/,
    ],
    [
      "a font without characters",
      (pdf) => {
        for (const dict of dictionaries(pdf)) dict.delete(key("ToUnicode"));
      },
      /which characters/,
    ],
    ["no bookmarks", ({ catalog }) => catalog.delete(key("Outlines")), /bookmarks/],
    [
      "words outside of the tags",
      (pdf) => pdf.getPage(0).drawText("loose", { x: 20, y: 20, size: 8 }),
      /outside of tags/,
    ],
  ];

  it.each(faults)("finds %s", async (_fault, change, found) => {
    expect((await checkPdf(await changed(change), expected)).join("\n")).toMatch(found);
  });

  const [introduction, numbered, ...rest] = document.blocks;
  if (introduction === undefined || numbered?.kind !== "numbered") throw new Error("the document is another");
  const others: readonly (readonly [fault: string, change: Partial<PrintReport>, found: RegExp])[] = [
    [
      "a paragraph that is lost",
      { blocks: [introduction, { ...numbered, items: numbered.items.slice(1) }, ...rest] },
      /numbers/,
    ],
    [
      "paragraphs in another order",
      { blocks: [introduction, { ...numbered, items: numbered.items.toReversed() }, ...rest] },
      /numbers/,
    ],
    ["a heading that is lost", { blocks: [introduction, numbered, ...rest.slice(1)] }, /headings/],
    ["a table that is lost", { blocks: [introduction, numbered, ...rest.slice(0, 1)] }, /header cells/],
    ["a mark that is not printed", { mark: "" }, /Not for publication/],
    ["another title", { title: "Another" }, /title is another/],
  ];

  it.each(others)("finds %s", async (_fault, change, found) => {
    expect((await checkPdf(await make(change), expected)).join("\n")).toMatch(found);
  });
});
