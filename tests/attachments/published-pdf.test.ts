import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { zlibSync } from "fflate";
import { PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { fromLatin1, latin1 } from "../../src/attachments/byte-sequences.ts";
import { temporaryFolder } from "../content-folders.ts";
import { jpeg, segment } from "./image-builders.ts";
import { inspected } from "./inspected.ts";
import { type Objects, onePage, pdf, stream, withObjectStream } from "./pdf-builder.ts";

/** A word that no reader of the pages sees. */
const UNSEEN = "Wrenfield";

/** All that the bytes of a PDF spell, in streams that Flate compresses, too. */
function spelled(bytes: Uint8Array): string {
  const text = latin1(bytes);
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, data = ""]) => {
    try {
      return latin1(inflateSync(fromLatin1(data)));
    } catch {
      return data;
    }
  });
  return [text, ...streams].join("\n");
}

/** What the published bytes spell. */
async function published(bytes: Uint8Array): Promise<string> {
  expect(inspected("a.pdf", bytes).refusal).toBeUndefined();
  return spelled(await cleanAttachment("a.pdf", bytes));
}

const WORDS = "BT /F1 12 Tf 1 1 Td (Seen words)Tj ET";
const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const RESOURCES = "/Resources<</Font<</F1 5 0 R>>>>";

interface Parts {
  readonly catalog?: string;
  readonly page?: string;
  readonly content?: string;
  readonly resources?: string;
  readonly more?: Objects;
}

/** A page with words on it; objects from 6 on are free for `more`. */
function written({
  catalog = "",
  page = "",
  content = stream(WORDS),
  resources = RESOURCES,
  more = {},
}: Parts): Objects {
  return onePage({ catalog, page: `/Contents 4 0 R${resources}${page}`, more: { 4: content, 5: FONT, ...more } });
}

const flate = (data: string, behind = "", entries = ""): string =>
  stream(latin1(zlibSync(fromLatin1(data))) + behind, `/Filter/FlateDecode${entries}`);
const picture = "/Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray";
const widget = (more: string): string => `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)${more}>>`;
const element = (more: string): string => `<</Type/StructElem/S/P/P 6 0 R${more}>>`;

describe("what is published of a PDF", () => {
  it.each<[string, Parts]>([
    ["an earlier text of a page, to which nothing refers", { more: { 6: stream(`(${UNSEEN})Tj`) } }],
    ["a dictionary to which nothing refers", { more: { 6: `<</Old(${UNSEEN})>>` } }],
    ["a picture to which nothing refers", { more: { 6: stream(UNSEEN, picture) } }],
    [
      "a picture that no page draws",
      { resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>", more: { 6: stream(UNSEEN, picture) } },
    ],
    [
      "a drawing that only a drawing that is not drawn draws",
      {
        resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Fm1 6 0 R>>>>",
        more: {
          6: stream("/Fm2 Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm2 7 0 R>>>>"),
          7: stream(`(${UNSEEN})Tj`, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        },
      },
    ],
    [
      "a template of a page",
      {
        catalog: "/Names<</Templates<</Names[(a)6 0 R]>>>>",
        more: { 6: "<</Type/Template/Contents 7 0 R>>", 7: stream(`(${UNSEEN})Tj`) },
      },
    ],
    ["what a program keeps for itself of a page", { page: `/PieceInfo<</Editor<</Private(${UNSEEN})>>>>` }],
    [
      "what a program keeps for itself of a file",
      { catalog: "/PieceInfo<</Editor<</Private 6 0 R>>>>", more: { 6: stream(UNSEEN) } },
    ],
    [
      "a field without a place",
      { catalog: "/AcroForm<</Fields[6 0 R]>>", more: { 6: `<</FT/Tx/T(a)/V(${UNSEEN})>>` } },
    ],
    ["a field of no area", { page: "/Annots[6 0 R]", more: { 6: widget(`/Rect[3 3 3 3]/V(${UNSEEN})`) } }],
    [
      "a field of a height by reference, which is none",
      { page: "/Annots[6 0 R]", more: { 6: widget(`/Rect[3 3 5 7 0 R]/V(${UNSEEN})`), 7: "3" } },
    ],
    [
      "a field that is not on the page",
      { page: "/Annots[6 0 R]", more: { 6: widget(`/Rect[300 300 310 310]/V(${UNSEEN})`) } },
    ],
    [
      "what a field was filled with before, and its names for programs",
      { page: "/Annots[6 0 R]", more: { 6: widget(`/Rect[1 1 3 3]/DV(${UNSEEN})/TM(${UNSEEN})/RV(${UNSEEN})`) } },
    ],
    [
      "the password in a field",
      {
        page: "/Annots[6 0 R]",
        more: { 6: widget(`/Rect[1 1 3 3]/Ff 8192/V(${UNSEEN})/AP<</N 7 0 R>>`), 7: stream("", "/BBox[0 0 1 1]") },
      },
    ],
    [
      "the value of a field whose parts all have their own",
      {
        page: "/Annots[6 0 R]",
        more: {
          6: widget("/Rect[1 1 3 3]/Parent 8 0 R/V(a)/AP<</N 7 0 R>>"),
          7: stream("", "/BBox[0 0 1 1]"),
          8: `<</T(b)/V(${UNSEEN})/Kids[6 0 R]>>`,
        },
      },
    ],
    [
      "how a field would look in another state",
      {
        page: "/Annots[6 0 R]",
        more: {
          6: widget("/Rect[1 1 3 3]/AP<</R 7 0 R/N<</Other 7 0 R>>>>"),
          7: stream(`(${UNSEEN})Tj`, "/BBox[0 0 1 1]"),
        },
      },
    ],
    ["bytes after the end of a compressed page", { content: flate(WORDS, UNSEEN) }],
    [
      "bytes after the end of a compressed picture",
      {
        content: stream(`/Im1 Do ${WORDS}`),
        resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>",
        more: { 6: flate("ab", UNSEEN, picture) },
      },
    ],
    [
      "rows below the height of a picture",
      {
        content: stream(`/Im1 Do ${WORDS}`),
        resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>",
        more: { 6: flate(`ab${UNSEEN}`, "", picture) },
      },
    ],
    [
      "what stands after the end of a JPEG, and its comments",
      {
        content: stream(`/Im1 Do ${WORDS}`),
        resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>",
        more: { 6: stream(latin1(jpeg([segment(0xfe, UNSEEN)], UNSEEN)), `${picture}/Filter/DCTDecode`) },
      },
    ],
    [
      "bytes after the end of text of 85 characters",
      { content: stream(`${ascii85(WORDS)}~>${UNSEEN}`, "/Filter/ASCII85Decode") },
    ],
    [
      "bytes after the end of hexadecimal text",
      { content: stream(`${hex(WORDS)}>${UNSEEN}`, "/Filter[/ASCIIHexDecode]") },
    ],
    [
      "other pictures for a picture, and what it is of",
      {
        content: stream(`/Im1 Do ${WORDS}`),
        resources: "/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>",
        more: {
          6: stream("ab", `${picture}/Alternates[<</Image 7 0 R>>]/OPI<</F(${UNSEEN})>>/Metadata 8 0 R`),
          7: stream(UNSEEN, picture),
          8: stream(UNSEEN, "/Type/Metadata"),
        },
      },
    ],
    ["comments among the words of a page", { content: stream(`% ${UNSEEN}\n${WORDS} % ${UNSEEN}`) }],
    ["comments between objects and within them", { more: { 6: `% ${UNSEEN}\n<</A 1>> % ${UNSEEN}\n` } }],
    ["comments after a stream's end", { content: `${stream(WORDS)}\n% ${UNSEEN}\n` }],
    ["what was fetched from the web", { catalog: `/SpiderInfo<</V 1/C[<</U(http://${UNSEEN}/)>>]>>` }],
    ["metadata", { catalog: "/Metadata 6 0 R", more: { 6: stream(`<a>${UNSEEN}</a>`, "/Type/Metadata/Subtype/XML") } }],
    ["threads of articles", { catalog: `/Threads[<</I<</Title(${UNSEEN})>>>>]` }],
    ["scales of drawings", { page: `/VP[<</BBox[0 0 1 1]/Name(${UNSEEN})>>]` }],
    [
      "names of places",
      { catalog: `/Names<</Dests<</Names[(${UNSEEN})[3 0 R/Fit]]>>>>/Dests<</${UNSEEN}[3 0 R/Fit]>>` },
    ],
    [
      "bookmarks that no chain leads to",
      { catalog: "/Outlines 6 0 R", more: bookmarks(`<</Title(${UNSEEN})/Parent 6 0 R>>`) },
    ],
    [
      "layers that were switched, and their names",
      {
        catalog: `/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>/Configs[<</Name(${UNSEEN})>>]>>`,
        content: stream(`/OC /L1 BDC ${WORDS} EMC`),
        resources: "/Resources<</Font<</F1 5 0 R>>/Properties<</L1 6 0 R>>>>",
        more: { 6: `<</Type/OCG/Name(${UNSEEN})>>` },
      },
    ],
    [
      "tags of what is no longer on the page",
      {
        catalog: "/StructTreeRoot 6 0 R",
        content: stream(`/P <</MCID 0>> BDC ${WORDS} EMC`),
        more: {
          6: "<</Type/StructTreeRoot/K[7 0 R 8 0 R]/ParentTree<</Nums[0[7 0 R 8 0 R 9 0 R]]>>>>",
          7: element("/Pg 3 0 R/K 0"),
          8: element(`/Pg 3 0 R/K 1/ActualText(${UNSEEN})/Alt(${UNSEEN})/E(${UNSEEN})`),
          9: element(`/Pg 3 0 R/K 0/ActualText(${UNSEEN})`),
        },
      },
    ],
    [
      "titles of tags, and roles that none has",
      {
        catalog: "/StructTreeRoot 6 0 R",
        content: stream(`/P <</MCID 0>> BDC ${WORDS} EMC`),
        more: {
          6: `<</Type/StructTreeRoot/K 7 0 R/RoleMap<</${UNSEEN}/P>>/ClassMap<</${UNSEEN}<</O/Layout>>>>>>`,
          7: element(`/Pg 3 0 R/K 0/T(${UNSEEN})/A<</O/UserProperties/P[<</N(a)/V(${UNSEEN})>>]>>`),
        },
      },
    ],
  ])("holds no longer: %s", async (_name, parts) => {
    const bytes = fromLatin1(pdf(written(parts)));
    expect(spelled(bytes)).toContain(UNSEEN);
    const result = await published(bytes);
    expect(result).toContain("Seen words");
    expect(result).not.toContain(UNSEEN);
  });

  it("holds no longer what stands in streams of objects and nothing refers to", async () => {
    const objects = onePage({ more: { 4: `(${UNSEEN})` } });
    for (const isCompressed of [true, false])
      expect(await published(fromLatin1(withObjectStream(objects, 5, { isCompressed })))).not.toContain(UNSEEN);
  });

  it("holds no longer the words in place of which a page was given others", async () => {
    const first = await PDFDocument.create();
    first.addPage().drawText(UNSEEN, { font: await first.embedFont(StandardFonts.Helvetica) });
    const second = await PDFDocument.load(await first.save());
    const page = second.getPage(0);
    page.node.set(PDFName.of("Contents"), second.context.register(second.context.stream("BT ET")));
    page.drawText("Taken out");
    const hexadecimal = (words: string): string => Buffer.from(words).toString("hex").toUpperCase();
    for (const useObjectStreams of [true, false]) {
      const result = await published(await second.save({ useObjectStreams }));
      expect(result).toContain(hexadecimal("Taken out"));
      expect(result).not.toContain(hexadecimal(UNSEEN));
    }
  });

  it("holds no longer who made it, with what and when, but its title and that it keeps to PDF/UA", async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText("Words");
    document.setTitle("Budget 2019 – “final”");
    document.setAuthor(UNSEEN);
    document.setProducer(UNSEEN);
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    info.set(PDFName.of("Company"), PDFString.of(UNSEEN));
    const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:u="http://www.aiim.org/pdfua/ns/id/" u:part="1" xmlns:a="urn:a" a:b="${UNSEEN}"/></rdf:RDF></x:xmpmeta>`;
    const metadata = document.context.stream(xml, { Type: "Metadata", Subtype: "XML" });
    document.catalog.set(PDFName.of("Metadata"), document.context.register(metadata));
    const bytes = await cleanAttachment("a.pdf", await document.save({ useObjectStreams: false }));
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).getTitle()).toBe("Budget 2019 – “final”");
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toContain("Budget 2019 – “final”");
    expect(await published(await document.save({ useObjectStreams: false }))).not.toContain(UNSEEN);
  });

  it.each<[string, Parts, RegExp]>([
    [
      "a mark of a kind that is not known",
      { page: "/Annots[<</Subtype/Note/Rect[0 0 9 9]/Contents(a)>>]" },
      /kind that cannot be checked/,
    ],
    [
      "a hidden field, whose flag is written elsewhere",
      { page: `/Annots[${widget("/Rect[0 0 9 9]/F 6 0 R")}]`, more: { 6: "2" } },
      /hidden/,
    ],
    [
      "a page that was taken out, whose type is written elsewhere",
      { more: { 6: "<</Type 7 0 R>>", 7: "/Page" } },
      /page that was taken out/,
    ],
    [
      "a script, whose address is written elsewhere",
      { more: { 6: "<</S/URI/URI 7 0 R>>", 7: "(javascript:a)" } },
      /JavaScript/,
    ],
    [
      "a script, whose address is spelt with escapes",
      { more: { 6: "<</S/URI/URI(java\\163cr\\\nipt:a)>>" } },
      /JavaScript/,
    ],
    [
      "a layer that is off, which is written elsewhere",
      { more: { 6: "<</View 7 0 R>>", 7: "<</ViewState 8 0 R>>", 8: "/OFF" } },
      /layer/,
    ],
    [
      "a rule that hides, which is written elsewhere",
      { more: { 6: "<</Type 7 0 R/P 8 0 R>>", 7: "/OCMD", 8: "/AllOff" } },
      /layer/,
    ],
    [
      "a layer that some readers see",
      { catalog: "/OCProperties<</D<</AS[<</Event/View/Category[/User]>>]>>>>" },
      /layer/,
    ],
    ["a program to start, without a type", { catalog: "/OpenAction<</S/Launch/P 1/F(a.exe)>>" }, /starts a program/],
    [
      "a button that hides a field",
      { page: `/Annots[${widget("/Rect[0 0 9 9]/A<</S/Hide/T(a)>>")}]` },
      /something other than lead/,
    ],
    ["related files", { more: { 6: "<</RF<</F[(a)7 0 R]>>>>", 7: stream("a") } }, /other files are attached/],
    ["a signature", { more: { 6: "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>" } }, /it is signed/],
    [
      "a field that is signed",
      { page: `/Annots[<</Subtype/Widget/FT/Sig/V 6 0 R/Rect[0 0 9 9]>>]`, more: { 6: "<</Filter/A>>" } },
      /it is signed/,
    ],
    ["a field filled in without a look", { page: `/Annots[${widget("/Rect[0 0 9 9]/V(a)")}]` }, /how they look/],
    [
      "a list whose values are others than it shows",
      { page: "/Annots[<</Subtype/Widget/FT/Ch/Opt[[(a)(b)]]/Rect[0 0 9 9]>>]" },
      /values are not what they show/,
    ],
    ["words in other files", { content: stream("", "/F(a.txt)") }, /are in other files/],
    ["words under a filter that is not known", { content: stream("a", "/Filter/Own") }, /damaged/],
    ["words that are broken", { content: stream("abcd", "/Filter/FlateDecode") }, /damaged/],
    ["words that are a picture", { content: stream("a", "/Filter/DCTDecode") }, /damaged/],
    ["words that are none", { page: "", content: "/Name" }, /damaged/],
    ["resources that are none", { resources: "/Resources 5" }, /damaged/],
    [
      "words that would fill the memory",
      { content: stream(latin1(deflateSync(new Uint8Array(130 * 1024 * 1024))), "/Filter/FlateDecode") },
      /too much memory/,
    ],
    [
      "a picture that is broken",
      {
        content: stream("/Im1 Do"),
        resources: "/Resources<</XObject<</Im1 6 0 R>>>>",
        more: { 6: stream("a", `${picture}/Filter/DCTDecode`) },
      },
      /picture in it is damaged/,
    ],
  ])("is nothing where it holds %s", (_name, parts, reason) => {
    const { refusal, remedy } = inspected("a.pdf", fromLatin1(pdf(written(parts))));
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/new PDF/);
  });

  it.each([
    ["is missing", ""],
    ["has no area", "/MediaBox[5 5 5 9]"],
    ["has three numbers", "/MediaBox[0 0 9]"],
    ["has words for numbers", "/MediaBox[(a)(b)(c)(d)]"],
  ])("is nothing where the size of a page %s", (_name, box) => {
    const objects = { ...onePage(), 3: `<</Type/Page/Parent 2 0 R${box}>>` };
    expect(inspected("a.pdf", fromLatin1(pdf(objects))).refusal).toMatch(/no size|damaged/);
  });

  it.each([
    ["without content", ""],
    ["whose content is none", "/Contents null"],
    ["whose content is an empty list", "/Contents[]"],
    ["whose content is not in the file", "/Contents 9 0 R"],
    ["without a type", ""],
  ])("has a page %s", async (name, contents) => {
    const objects = onePage({ page: contents });
    const page = name === "without a type" ? objects[3].replace("/Type/Page", "") : objects[3];
    const bytes = fromLatin1(pdf({ ...objects, 3: page }));
    expect(inspected("a.pdf", bytes)).toMatchObject({ pages: 1 });
    expect((await PDFDocument.load(await cleanAttachment("a.pdf", bytes))).getPageCount()).toBe(1);
  });
});

function bookmarks(orphan: string): Objects {
  return {
    6: "<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 1>>",
    7: "<</Title(First)/Parent 6 0 R/Dest[3 0 R/Fit]/Prev 8 0 R>>",
    8: orphan,
  };
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}

function ascii85(text: string): string {
  const bytes = fromLatin1(text);
  let encoded = "";
  for (let start = 0; start < bytes.length; start += 4) {
    const group = [0, 1, 2, 3].map((index) => bytes[start + index] ?? 0);
    let number = group.reduce((sum, byte) => sum * 256 + byte, 0);
    const digits = Array.from({ length: 5 }, () => {
      const digit = number % 85;
      number = Math.floor(number / 85);
      return String.fromCharCode(digit + 33);
    });
    encoded += digits
      .reverse()
      .join("")
      .slice(0, Math.min(4, bytes.length - start) + 1);
  }
  return encoded;
}

function lookOf(bytes: Uint8Array): { readonly words: string; readonly pictures: readonly string[] } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.pdf"), bytes);
  const words = execFileSync("pdftotext", ["-layout", join(folder, "a.pdf"), "-"], { encoding: "utf8" });
  execFileSync("pdftoppm", ["-r", "40", join(folder, "a.pdf"), join(folder, "p")]);
  const pages = words.split("\f").length - 1;
  const digits = String(pages).length;
  const pictures = Array.from({ length: pages }, (_, index) =>
    readFileSync(join(folder, `p-${String(index + 1).padStart(digits, "0")}.ppm`), "latin1"),
  );
  return { words, pictures };
}

describe("what readers see of a PDF", () => {
  it("is what they saw before, page by page", async () => {
    const sample = readFileSync("content/reports/2025/family-hubs-update/family-hubs-news-spring-2025.pdf");
    const filters = pdf({
      ...written({ content: stream(`${ascii85(WORDS)}~>`, "/Filter/ASCII85Decode") }),
      2: "<</Type/Pages/Kids[3 0 R 7 0 R 8 0 R]/Count 3/MediaBox[0 0 99 40]/Resources<</Font<</F1 5 0 R>>>>>>",
      3: "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Rotate 90>>",
      7: "<</Type/Page/Parent 2 0 R/Contents[9 0 R 10 0 R 11 0 R]/CropBox[-5 -5 200 200]>>",
      8: "<</Type/Page/Parent 2 0 R/Contents 12 0 R/UserUnit 2>>",
      9: stream("BT /F1"),
      10: stream(hex("12 Tf 1 1 Td"), "/Filter[/AHx]"),
      11: stream("(In parts) Tj ET"),
      12: stream(latin1(lzw("BT /F1 9 Tf 9 9 Td (LLLLLLZZZZZZWWWWWW) Tj ET")), "/Filter/LZWDecode"),
    });
    for (const bytes of [sample, fromLatin1(filters)]) {
      expect(inspected("a.pdf", bytes).refusal).toBeUndefined();
      const cleaned = await cleanAttachment("a.pdf", bytes);
      expect(lookOf(cleaned)).toEqual(lookOf(bytes));
      expect(latin1(await cleanAttachment("a.pdf", cleaned))).toBe(latin1(cleaned));
    }
  });
});

/** Codes of 9 bits alone, which a short text needs no more than. */
function lzw(text: string): Uint8Array {
  const codes = [256, ...fromLatin1(text), 257];
  const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}
