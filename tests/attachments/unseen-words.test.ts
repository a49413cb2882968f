import { degrees, PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { fromLatin1 } from "../../src/attachments/byte-sequences.ts";
import { isThorough } from "../lane.ts";
import { inspected } from "./inspected.ts";
import { onePage, pdf, stream } from "./pdf-builder.ts";

/** What is told of a box over words that begin 5 cm from the left and 12 cm from the top. */
const HERE = "page 1, 5 cm from the left and 12 cm from the top";
const COVERED = `${HERE}, under a filled shape or a picture`;
const ALIKE = `${HERE}, in the colour of what is beneath them`;
const UNDRAWN = `${HERE}, not drawn at all`;
const [LEFT, BASE] = [142, 501];

const HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

function unseenIn(bytes: Uint8Array): readonly string[] {
  const file = inspected("a.pdf", bytes);
  expect(file.refusal).toBeUndefined();
  return file.unseenWords ?? [];
}

/** A page of A4 with these operators; its one font is F1, and further resources can be added. */
function page(content: string, { resources = "", more = {}, entries = "", font = HELVETICA } = {}): Uint8Array {
  const fonts = "/Font<</F1 5 0 R>>";
  const objects = onePage({
    page: `/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${fonts}${resources}>>${entries}`,
    more: { 4: stream(content), 5: font, ...more },
  });
  return fromLatin1(pdf({ ...objects, 3: objects[3].replace("/MediaBox[0 0 9 9]", "") }));
}

const WORDS = `BT /F1 12 Tf ${LEFT} ${BASE} Td (Mr Smith of Mill Lane)Tj ET `;
const BOX = "0 g 130 495 200 20 re f ";
const form = (data: string, entries = ""): string =>
  stream(data, `/Type/XObject/Subtype/Form/BBox[0 0 600 850]${entries}`);
const picture = (data: string, entries: string): string => stream(data, `/Type/XObject/Subtype/Image${entries}`);
const GREY = picture("\x40", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray");
const drawn = (name = "Im1", place = "200 0 0 20 130 495"): string => `q ${place} cm /${name} Do Q `;

describe("words that are published in a PDF and seen by nobody", () => {
  it.each<[string, string, Parameters<typeof page>[1]?]>([
    ["a black box", WORDS + BOX],
    ["a white box", `${WORDS}1 g 130 495 200 20 re f`],
    ["a box in colours of print", `${WORDS}0 0 0 1 k 130 495 200 20 re f`],
    [
      "a box of a named colour",
      `${WORDS}/Cs1 cs 1 scn 130 495 200 20 re f`,
      {
        resources: "/ColorSpace<</Cs1[/Separation/PANTONE#20Black/DeviceGray 6 0 R]>>",
        more: { 6: "<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>" },
      },
    ],
    ["a box whose sides are drawn one by one", `${WORDS}130 495 m 330 495 l 330 515 l 130 515 l h f`],
    ["a box that is turned and scaled", `${WORDS}q 0 2 -2 0 330 495 cm 0 0 10 100 re f Q`],
    ["a round shape", `${WORDS}230 475 m 430 475 430 535 230 535 c 30 535 30 475 230 475 c f`],
    ["a thick line", `${WORDS}16 w 130 505 m 330 505 l S`],
    [
      "many strips beside one another",
      WORDS + Array.from({ length: 20 }, (_, index) => `130 ${495 + index} 200 0.9 re f `).join(""),
    ],
    ["a box of a form", `${WORDS}/Fm1 Do`, { resources: "/XObject<</Fm1 6 0 R>>", more: { 6: form(BOX) } }],
    [
      "a box of a form in a form that is scaled",
      `${WORDS}/Fm1 Do`,
      {
        resources: "/XObject<</Fm1 6 0 R>>",
        more: {
          6: form("/Fm2 Do", "/Matrix[2 0 0 2 0 0]/Resources<</XObject<</Fm2 7 0 R>>>>"),
          7: form("65 247 100 11 re f"),
        },
      },
    ],
    ["a box over words of a form", `/Fm1 Do ${BOX}`, { resources: "/XObject<</Fm1 6 0 R>>", more: { 6: form(WORDS) } }],
    ["a large box that is cut to one over the words", `${WORDS}q 130 495 200 20 re W n 0 0 595 842 re f Q`],
    [
      "a large box that is cut to a shape over the words",
      `${WORDS}q 130 495 m 330 495 l 330 515 l 120 515 l W* n 0 0 595 842 re f Q`,
    ],
    [
      "a gradient",
      `${WORDS}q 130 495 200 20 re W n /Sh1 sh Q`,
      {
        resources:
          "/Shading<</Sh1<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 0]/Extend[true true]/Function 6 0 R>>>>",
        more: { 6: "<</FunctionType 2/Domain[0 1]/N 1/C0[0]/C1[1]>>" },
      },
    ],
    ["a box that is almost opaque", `${WORDS}/Gs1 gs ${BOX}`, { resources: "/ExtGState<</Gs1<</ca 0.95>>>>" }],
    ["black that is multiplied", `${WORDS}/Gs1 gs ${BOX}`, { resources: "/ExtGState<</Gs1<</BM/Multiply>>>>" }],
    ["a picture", WORDS + drawn(), { resources: "/XObject<</Im1 6 0 R>>", more: { 6: GREY } }],
    ["a picture within the page's own text", `${WORDS}q 200 0 0 20 130 495 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x40 EI Q`],
    ["a stencil of one dot", `${WORDS}q 200 0 0 20 130 495 cm BI /W 1 /H 1 /IM true /D [1 0] ID \xff EI Q`],
    [
      "a picture with a mask that hides nothing of it",
      WORDS + drawn(),
      {
        resources: "/XObject<</Im1 6 0 R>>",
        more: {
          6: picture("\x40", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 7 0 R"),
          7: picture("\xff", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
        },
      },
    ],
    [
      "the look of a field",
      WORDS,
      {
        entries: "/Annots[6 0 R]",
        more: {
          6: "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[130 495 330 515]/AP<</N 7 0 R>>>>",
          7: form("0 g 0 0 10 10 re f").replace("0 0 600 850", "0 0 10 10"),
        },
      },
    ],
    ["a box over half of the height of the letters", `${WORDS}130 495 200 12 re f`],
    ["words that were written in steps", `BT /F1 12 Tf 1 0 0 1 ${LEFT} ${BASE} Tm [(Mr )-200(Smi)20(th)] TJ ET ${BOX}`],
    [
      "words of an own size and place",
      `q 2 0 0 2 0 0 cm BT /F1 6 Tf ${LEFT / 2} ${BASE / 2} Td (Mr Smith)Tj ET Q ${BOX}`,
    ],
  ])("are told of: under %s", (_name, content, more) => {
    expect(unseenIn(page(content, more))).toEqual([COVERED]);
  });

  it.each<[string, string, Parameters<typeof page>[1]?]>([
    ["black on black", BOX + WORDS],
    ["white on white", `1 g ${WORDS}`],
    ["almost white on white", `0.98 0.99 1 rg ${WORDS}`],
    ["outlines in the colour of a box", `${BOX}1 Tr 0 G ${WORDS}`],
  ])("are told of: %s", (_name, content, more) => {
    expect(unseenIn(page(content, more))).toEqual([ALIKE]);
  });

  const SCAN = { resources: "/XObject<</Im1 6 0 R>>", more: { 6: GREY } };
  const PAGE = drawn("Im1", "595 0 0 842 0 0");
  const READ = `3 Tr ${WORDS}`;
  it.each<[string, string, Parameters<typeof page>[1], string]>([
    ["with nothing to be seen there", READ, {}, UNDRAWN],
    ["and are transparent", `/Gs1 gs ${WORDS}`, { resources: "/ExtGState<</Gs1<</ca 0>>>>" }, UNDRAWN],
    ["on a scanned page with a box", PAGE + READ + BOX, SCAN, UNDRAWN],
    ["on a scanned page whose box is beneath them", PAGE + BOX + READ, SCAN, UNDRAWN],
    ["on a scanned page after which a picture was put over them", PAGE + READ + drawn(), SCAN, COVERED],
    ["beneath a scanned page over which a picture was put", READ + PAGE + drawn(), SCAN, COVERED],
  ])("are told of: words that are not drawn, %s", (_name, content, more, told) => {
    expect(unseenIn(page(content, more))).toEqual([told]);
  });

  it.each<[string, string, Parameters<typeof page>[1]?]>([
    ["over a box that is lighter", `0.8 g 130 495 200 20 re f 0 g ${WORDS}`],
    ["in white over a black box", `${BOX}1 g ${WORDS}`],
    ["over a picture", drawn() + WORDS, { resources: "/XObject<</Im1 6 0 R>>", more: { 6: GREY } }],
    ["beneath a box that is cut away", `${WORDS}q 0 0 10 10 re W n ${BOX}Q`],
    [
      "beneath a box of a form that its size cuts away",
      `${WORDS}/Fm1 Do`,
      { resources: "/XObject<</Fm1 6 0 R>>", more: { 6: form(BOX).replace("0 0 600 850", "0 0 10 10") } },
    ],
    ["beneath a transparent box", `${WORDS}/Gs1 gs ${BOX}`, { resources: "/ExtGState<</Gs1<</ca 0.5>>>>" }],
    [
      "beneath a transparent group",
      `${WORDS}/Gs1 gs /Fm1 Do`,
      {
        resources: "/ExtGState<</Gs1<</ca 0.5>>>>/XObject<</Fm1 6 0 R>>",
        more: { 6: form(BOX, "/Group<</S/Transparency>>") },
      },
    ],
    [
      "beneath yellow that is multiplied",
      `${WORDS}/Gs1 gs 1 1 0 rg 130 495 200 20 re f`,
      { resources: "/ExtGState<</Gs1<</BM/Multiply>>>>" },
    ],
    [
      "beneath a soft mask",
      `${WORDS}/Gs1 gs ${BOX}`,
      {
        resources: "/ExtGState<</Gs1<</SMask<</S/Luminosity/G 6 0 R>>>>>>",
        more: { 6: form("", "/Group<</S/Transparency>>") },
      },
    ],
    ["within the frame of a box", `${WORDS}130 495 200 20 re S 120 485 220 40 re 130 495 200 20 re f*`],
    [
      "struck through twice, and underlined",
      `${WORDS}0.7 w 142 503 m 262 503 l S 142 505.5 m 262 505.5 l S 142 499 m 262 499 l S`,
    ],
    ["beneath a box over less than half of their height", `${WORDS}130 495 200 9 re f`],
    ["beside a box", `${WORDS}300 495 200 20 re f`],
    [
      "beneath a picture whose mask hides it",
      WORDS + drawn(),
      {
        resources: "/XObject<</Im1 6 0 R>>",
        more: {
          6: picture("\x40", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 7 0 R"),
          7: picture("\0", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
        },
      },
    ],
    ["beneath a stencil with nothing in it", `${WORDS}q 200 0 0 20 130 495 cm BI /W 1 /H 1 /IM true ID \xff EI Q`],
    ["as a program read them on a scanned page", PAGE + READ, SCAN],
    ["as a program read them, beneath a scanned page", READ + PAGE, SCAN],
    [
      "as a program read them, beneath the strips of a scanned page",
      READ + Array.from({ length: 40 }, (_, index) => drawn("Im1", `595 0 0 21 0 ${index * 21}`)).join(""),
      SCAN,
    ],
    [
      "as a program read them, with a letterhead cut out of the scanned page",
      `${PAGE + READ}1 g 0 800 595 42 re f`,
      SCAN,
    ],
    ["as the hole through which a picture is seen", `q 7 Tr ${WORDS}${drawn()}Q`, SCAN],
  ])("are none: words %s", (_name, content, more) => {
    expect(unseenIn(page(content, more))).toEqual([]);
  });

  it("are told of with their place on the page as it is seen, whichever way it is turned, and however large its unit", () => {
    const placed = (entries: string): string =>
      unseenIn(page(WORDS + BOX, { entries }))[0]?.replace(/, under.*/, "") ?? "";
    expect(placed("/Rotate 90")).toBe("page 1, 18 cm from the left and 5 cm from the top");
    expect(placed("/Rotate 180")).toBe("page 1, 12 cm from the left and 18 cm from the top");
    expect(placed("/Rotate 270")).toBe("page 1, 12 cm from the left and 12 cm from the top");
    expect(placed("/UserUnit 2")).toBe("page 1, 10 cm from the left and 23 cm from the top");
  });

  it("are told of in each place that is apart from others, and on each page, where a box hides a part of a line", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    for (const at of [700, 400]) {
      const sheet = document.addPage([595, 842]);
      const words = "The complaint was made by Mrs Jones, who lives at 4 Mill Lane.";
      sheet.drawText(words, { x: 60, y: at, size: 12, font });
      for (const part of ["Mrs Jones", "4 Mill Lane"]) {
        const before = font.widthOfTextAtSize(words.slice(0, words.indexOf(part)), 12);
        sheet.drawRectangle({
          x: 60 + before,
          y: at - 3,
          width: font.widthOfTextAtSize(part, 12),
          height: 14,
          color: rgb(0, 0, 0),
        });
      }
    }
    document
      .addPage([595, 842])
      .drawText("Nothing is hidden here.", { x: 60, y: 300, size: 12, font, rotate: degrees(30) });
    const told = unseenIn(await document.save({ useObjectStreams: false }));
    expect(told.map((place) => place.replace(/ cm from the top.*/, ""))).toEqual([
      "page 1, 7 cm from the left and 5",
      "page 1, 11 cm from the left and 5",
      "page 2, 7 cm from the left and 15",
      "page 2, 11 cm from the left and 15",
    ]);
  });

  it.each<[string, string, string]>([
    [
      "a font with widths of its own",
      "(MaM)",
      `<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar 32/Widths[${"600 ".repeat(95)}]>>`,
    ],
    [
      "a font of two bytes a letter",
      "<004d0061>",
      "<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 300/W[77[900] 90 200 500]>>]>>",
    ],
    [
      "a font whose letters are drawn",
      "(MM)",
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<</Differences[77/M]>>/FirstChar 77/LastChar 77/Widths[0.6]>>",
    ],
  ])("are told of in %s", (_name, string, font) => {
    const content = `BT /F1 12 Tf ${LEFT} ${BASE} Td ${string}Tj ET `;
    expect(unseenIn(page(content + BOX, { font }))).toEqual([COVERED]);
    expect(unseenIn(page(content, { font }))).toEqual([]);
  });

  it("are no spaces and signs, whatever codes these have", () => {
    const ranges = "1 beginbfchar <4d> <0020> endbfchar 1 beginbfrange <41> <43> <002c> endbfrange";
    const font = `<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar 32/Widths[${"600 ".repeat(95)}]/ToUnicode 7 0 R>>`;
    const unseen = (string: string): readonly string[] =>
      unseenIn(page(`BT /F1 12 Tf ${LEFT} ${BASE} Td ${string}Tj ET ${BOX}`, { font, more: { 7: stream(ranges) } }));
    expect(unseen("(MMA)")).toEqual([]);
    expect(unseen("(ZMM)")).toEqual([COVERED]);
  });

  it.runIf(isThorough)("may be in a file with too many parts to look at, and that is told", () => {
    const fills = stream("0 0 595 842 re f ".repeat(50));
    const again = (name: string): string => form(`/${name} Do `.repeat(40));
    const more = {
      6: again("Fm2"),
      7: again("Fm3"),
      8: again("Fm4"),
      9: fills.replace("<<", "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"),
    };
    const resources = "/XObject<</Fm1 6 0 R/Fm2 7 0 R/Fm3 8 0 R/Fm4 9 0 R>>";
    expect(unseenIn(page("/Fm1 Do", { resources, more }))).toEqual([
      "page 1 and what follows, which have too many parts to look at",
    ]);
  });
});
