import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { fromLatin1, latin1 } from "../../src/attachments/byte-sequences.ts";
import { rows } from "../lane.ts";
import { inspected } from "./inspected.ts";
import { onePage, pdf, revision, stream, withObjectStream } from "./pdf-builder.ts";

const inspect = (text: string) => inspected("a.pdf", fromLatin1(text));

describe("a PDF", () => {
  it("is published with its pages counted, and the size that it is published in", async () => {
    const text = pdf({
      ...onePage(),
      2: "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
      4: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 5 5]>>",
    });
    const published = await cleanAttachment("a.pdf", fromLatin1(text));
    expect(await inspect(text)).toMatchObject({ format: "PDF", pages: 2, bytes: published.length });
    expect(latin1(await cleanAttachment("a.pdf", published))).toBe(latin1(published));
  });

  it.each([true, false])("of a program that writes object streams is read: %s", async (useObjectStreams) => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 5; page++) document.addPage().drawText(`Page ${page}`);
    document.setTitle("Report");
    const bytes = await document.save({ useObjectStreams });
    const published = await cleanAttachment("a.pdf", bytes);
    expect(inspected("a.pdf", bytes)).toMatchObject({ pages: 5, bytes: published.length });
    const again = await PDFDocument.load(published, { updateMetadata: false });
    expect([again.getPageCount(), again.getTitle()]).toEqual([5, "Report"]);
  });

  it("may have links, fields, a signature's place, and empty trees of names", async () => {
    const link = "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Contents(To us)/A<</S/URI/URI(https://example.org/)>>>>";
    const text = pdf(
      onePage({
        page: "/Annots[4 0 R 5 0 R]",
        catalog:
          "/Names<</EmbeddedFiles<</Names[]>>/JavaScript 6 0 R>>/OCProperties<</OCGs[7 0 R]/D<</ON[7 0 R]/OFF[]>>>>",
        more: {
          4: link,
          5: "<</Subtype/Widget/Rect[0 0 0 0]/F 132/FT/Sig>>",
          6: "<</Names[]>>",
          7: "<</Type/OCG/Name(Base)>>",
          8: "<</Type/StructElem/S/Sound/P 1 0 R>>",
        },
      }),
    );
    expect(await inspect(text)).not.toHaveProperty("refusal");
  });

  const annotation = (subtype: string, more = ""): { page: string; more: { 4: string } } => ({
    page: "/Annots[4 0 R]",
    more: { 4: `<</Type/Annot/Subtype/${subtype}/Rect[0 0 1 1]${more}>>` },
  });
  const [attached, script, runs, remarks, hidden, layer] = [
    /other files are attached/,
    /JavaScript/,
    /starts a program/,
    /comments, highlights/,
    /hidden/,
    /layer/,
  ];
  it.each<[string, Parameters<typeof onePage>[0], RegExp]>([
    ["attachments", { catalog: "/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>" }, attached],
    ["a file to which nothing refers", { more: { 4: "<</Type/Filespec/EF<</F 5 0 R>>>>" } }, attached],
    ["a file's content to which nothing refers", { more: { 4: stream("x", "/Type/EmbeddedFile") } }, attached],
    ["associated files", { catalog: "/AF[4 0 R]" }, attached],
    ["a file on a page", annotation("FileAttachment"), attached],
    ["a portfolio", { catalog: "/Collection<<>>" }, attached],
    ["JavaScript in its names", { catalog: "/Names<</JavaScript<</Names[(a)4 0 R]>>>>" }, script],
    ["JavaScript at its opening", { catalog: "/OpenAction<</S/JavaScript/JS(x)>>" }, script],
    ["JavaScript whose name is spelt with digits", { catalog: "/AA<</WC<</S/Java#53cript>>>>" }, script],
    ["JavaScript of an address", annotation("Link", "/A<</S/URI/URI(JavaScript:x)>>"), script],
    ["JavaScript to which nothing refers", { more: { 4: "[[<</JS 5 0 R>>]]" } }, script],
    ["a program to start", annotation("Link", "/A<</S/Launch/F(x.exe)>>"), runs],
    ["an address to send to", annotation("Widget", "/A<</Type/Action/S/SubmitForm/F(x)>>"), runs],
    ["data to fetch", { catalog: "/OpenAction<</S/ImportData/F(x)>>" }, runs],
    ["film", annotation("RichMedia"), /sound, film/],
    ["a model", annotation("3D"), /sound, film/],
    ["sound", annotation("Sound"), /sound, film/],
    ["a form that cannot be checked", { catalog: "/AcroForm<</XFA 4 0 R>>" }, /XFA/],
    ["a redaction that was never applied", annotation("Redact"), /redaction was never applied/],
    ...["Text", "FreeText", "Highlight", "StrikeOut", "Popup", "Ink", "Stamp", "Caret"].map(
      (subtype) =>
        [`a remark: ${subtype}`, annotation(subtype), remarks] as [string, Parameters<typeof onePage>[0], RegExp],
    ),
    ["a hidden field", annotation("Widget", "/F 2"), hidden],
    ["a layer that is off", { catalog: "/OCProperties<</D<</OFF[4 0 R]>>>>" }, layer],
    ["layers that are all off", { catalog: "/OCProperties<</D<</BaseState/OFF>>>>" }, layer],
    ["a layer that is off on the screen", { more: { 4: "<</View<</ViewState/OFF>>>>" } }, layer],
    ["a rule that hides", { more: { 4: "<</Type/OCMD/P/AllOff>>" } }, layer],
    ["a page that is no longer shown", { more: { 4: "<</Type/Page>>" } }, /page that was taken out/],
    ["small pictures of pages", { page: "/Thumb 4 0 R" }, /small pictures/],
    [
      "the drawing of Illustrator",
      { page: "/PieceInfo<</Illustrator<</Private<</AIPrivateData1 4 0 R>>>>>>" },
      /whole drawing/,
    ],
  ])("is refused where it holds %s", async (_name, parts, reason) => {
    const { refusal, remedy } = await inspect(pdf(onePage(parts)));
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/new PDF|under a new name/);
    const objects = onePage(parts);
    if (!JSON.stringify(objects).includes("endstream"))
      expect((await inspect(withObjectStream(objects, 5))).refusal).toMatch(reason);
  });

  it.each([true, false])("is looked into within its object streams, too (compressed: %s)", async (isCompressed) => {
    const objects = onePage({ more: { 4: "<</S/JavaScript/JS(x)>>" } });
    expect((await inspect(withObjectStream(objects, 5, { isCompressed }))).refusal).toMatch(/JavaScript/);
    expect(await inspect(withObjectStream(onePage(), 4, { isCompressed }))).toMatchObject({ pages: 1 });
  });
});

describe("the revisions of a PDF", () => {
  const original = pdf(onePage({ more: { 4: stream("(An earlier text)Tj") } }));
  const changed = /changed after it was made/;
  const left = /earlier version, or other parts/;

  it.each([
    ["an empty one, as word processors add", revision(original, {})],
    ["one that adds", revision(original, { 5: "<</Note(new)>>" })],
    ["one that lists again what stands where it stood", again(original)],
  ])("pass: %s", async (_name, text) => {
    expect(await inspect(text)).toMatchObject({ pages: 1 });
  });

  it("pass where an empty one has a stream beside it that lists all again, as Word writes it", async () => {
    const start = original.length;
    const rows = [...original.matchAll(/(\d) 0 obj/g)].map(({ index }) => index);
    const table = [[0, 0], ...rows.map((offset) => [1, offset]), [1, start]];
    const data = table.map(([type = 0, at = 0]) => String.fromCharCode(type, at >> 8, at & 255, 0)).join("");
    const entries = "/Type/XRef/Size 6/W[1 2 1]/Root 1 0 R";
    const withStream = `${original}5 0 obj\n${stream(data, entries)}\nendobj\n`;
    const previous = /startxref\n(\d+)/.exec(original)?.[1];
    const text = `${withStream}xref\n0 0\ntrailer\n<</Size 6/Root 1 0 R/Prev ${previous}/XRefStm ${start}>>\nstartxref\n${withStream.length}\n%%EOF`;
    expect(await inspect(text)).toMatchObject({ pages: 1 });
    const inOne = text.replace("xref\n0 0\n", `xref\n5 1\n${String(start + 2).padStart(10, "0")} 00000 n \n`);
    expect((await inspect(inOne)).refusal).toMatch(changed);
    const moved = text.replace(String.fromCharCode(1, start >> 8, start & 255), String.fromCharCode(0, 0, 0));
    expect(await inspect(moved)).toMatchObject({ pages: 1 });
  });

  it("pass where two sections make one, as in linearised files", async () => {
    const first = "%PDF-1.4\n1 0 obj\n<</Linearized 1>>\nendobj\n";
    const objects = {
      2: "<</Type/Catalog/Pages 3 0 R>>",
      3: "<</Type/Pages/Kids[4 0 R]>>",
      4: "<</Type/Page/MediaBox[0 0 9 9]>>",
    };
    const row = (offset: number): string => `${String(offset).padStart(10, "0")} 00000 n \n`;
    const table = (main: string): string =>
      `xref\n0 1\n0000000000 65535 f \n1 1\n${row(9)}trailer\n<</Root 2 0 R/Prev ${main}>>\nstartxref\n0\n%%EOF\n`;
    let text = first + table("0000000000");
    const rows: string[] = [];
    for (const [number, value] of Object.entries(objects)) {
      rows.push(row(text.length));
      text += `${number} 0 obj\n${value}\nendobj\n`;
    }
    const main = text.length;
    text = `${text}xref\n2 3\n${rows.join("")}trailer\n<<>>\nstartxref\n${first.length}\n%%EOF\n`;
    text = text.replace("/Prev 0000000000", `/Prev ${String(main).padStart(10, "0")}`);
    expect(await inspect(text)).toMatchObject({ pages: 1 });
  });

  it.each([
    ["one that replaces an object", revision(original, { 4: stream("(A text)Tj") }), changed],
    ["one that frees an object", revision(original, {}, [4]), changed],
    ["one that replaces, below one that adds", revision(revision(original, { 4: "null" }), { 5: "null" }), changed],
    [
      "left-over objects that nothing lists",
      original.replace("xref\n0", "9 0 obj\n(left)\nendobj\nxref\n0"),
      /earlier version|damaged/,
    ],
    ["something behind the end", `${original}secret`, /after its end/],
    ["a second file behind the end", `${original}${original}`, /damaged|left in it/],
    ["a cut end", original.slice(0, -9), /end is missing/],
    [
      "a loop of sections",
      original.replace("/Root 1 0 R", `/Root 1 0 R/Prev ${/startxref\n(\d+)/.exec(original)?.[1]}`),
      /damaged/,
    ],
    ["a password", pdf(onePage(), "/Encrypt 4 0 R"), /password/],
    ["an object elsewhere than is said", original.replace("4 0 obj", "5 0 obj"), /damaged/],
    ["a stream of another length than is said", original.replace("/Length 19", "/Length 15"), /damaged/],
    ["another kind of file", `x${original}`, /not a PDF/],
    ["no pages", pdf({ 1: "<</Type/Catalog>>" }), /damaged/],
    ["pages in a loop", pdf({ ...onePage(), 2: "<</Type/Pages/Kids[2 0 R]>>" }), /damaged/],
    ["nesting without end", pdf({ ...onePage(), 4: "[".repeat(5000) }), /damaged/],
    ["a key twice", pdf({ ...onePage(), 4: "<</A 1/A 2>>" }), /damaged/],
  ])("refuse the file: %s", async (_name, text, reason) => {
    const { refusal, remedy } = await inspect(text);
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/PDF/);
  });

  it("refuse objects in an object stream that the sections do not list", async () => {
    const text = withObjectStream(onePage({ more: { 4: "(left)" } }), 5, { isCompressed: false });
    expect((await inspect(text.replace("\x02\0\x05\x03", "\x00\0\x00\x00"))).refusal).toMatch(left);
    expect((await inspect(text.replace("(left) \nendstream", "(left)x\nendstream"))).refusal).toMatch(left);
  });

  it("refuse more than a little between the objects", async () => {
    const comment = (length: number): string => `%${"x".repeat(length)}\n`;
    const at = original.indexOf("xref\n0");
    const withComment = (length: number): string =>
      `${original.slice(0, at)}${comment(length)}${original.slice(at)}`.replace(
        /startxref\n\d+/,
        `startxref\n${at + length + 2}`,
      );
    expect(await inspect(withComment(500))).toMatchObject({ pages: 1 });
    expect((await inspect(withComment(5000))).refusal).toMatch(left);
  });

  const withStream = async (text: string) => {
    const contents = stream(latin1(deflateSync(fromLatin1(text))), "/Type/ObjStm/N 1/First 4/Filter/FlateDecode");
    return (await inspect(pdf(onePage({ more: { 5: contents } })))).refusal;
  };
  const bombs = [
    ["blanks", (count: number) => `4 0 []${" ".repeat(count * 5)}`, /damaged/],
    ["values", (count: number) => `4 0 [${"[]".repeat(count)}]`, /too many parts/],
  ] as const;
  it.each(rows(bombs, 1))("refuse streams that would fill the memory: %s", async (_what, textOf, why) => {
    expect(await withStream(textOf(1000))).not.toMatch(why);
    expect(await withStream(textOf(8_000_000))).toMatch(why);
  });
});

function again(text: string): string {
  const rows = [...text.matchAll(/(\d) 0 obj/g)].map(
    ({ 1: number, index }) => `${number} 1\n${String(index).padStart(10, "0")} 00000 n \n`,
  );
  const previous = /startxref\n(\d+)/.exec(text)?.[1];
  return `${text}xref\n${rows.join("")}trailer\n<</Root 1 0 R/Prev ${previous}>>\nstartxref\n${text.length}\n%%EOF`;
}

describe("pages that are cropped", () => {
  it.each([
    ["of one page", onePage({ page: "/CropBox[0 0 9 5]" })],
    ["of all pages", { ...onePage(), 2: "<</Type/Pages/Kids[3 0 R]/Count 1/CropBox[0 0 5 5]>>" }],
    [
      "of all pages, for smaller ones",
      { ...onePage(), 2: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 5 5]/CropBox[0 0 5 5]>>" },
    ],
    ["by corners the other way round", onePage({ page: "/CropBox[9 9 4 0]" })],
    ["by a box that stands apart", onePage({ page: "/CropBox 4 0 R", more: { 4: "[0 0 9 5]" } })],
  ])("refuse the file, in which what was cut off still is: %s", async (_name, objects) => {
    const { refusal, remedy } = inspected("a.pdf", fromLatin1(pdf(objects)));
    expect(refusal).toMatch(/cropped/);
    expect(remedy).toMatch(/print it to a new PDF/);
  });

  it("refuse the file where the box cannot be read", async () => {
    expect(inspected("a.pdf", fromLatin1(pdf(onePage({ page: "/CropBox[0 0 9 9 9]" })))).refusal).toBeDefined();
  });

  it.each(["/CropBox[0 0 9 9]", "/CropBox[0 0 8.5 9]", "/CropBox[-5 -5 20 20]"])(
    "are none where nothing is cut off: %s",
    async (page) => {
      expect(inspected("a.pdf", fromLatin1(pdf(onePage({ page })))).refusal).toBeUndefined();
    },
  );
});
