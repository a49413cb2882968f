import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { degrees, PDFDocument, PDFName, rgb, StandardFonts } from "pdf-lib";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { fromLatin1 } from "../../src/attachments/byte-sequences.ts";
import { layInAnnexes } from "../../src/io/lay-in-annexes.ts";
import { inspected } from "../attachments/inspected.ts";
import { type Objects, onePage, pdf, stream } from "../attachments/pdf-builder.ts";
import { temporaryFolder } from "../content-folders.ts";

/** Where pages are laid, from the upper left corner of a sheet of 595 by 842 points. */
const FRAME = { left: 57, top: 90, width: 481 };

type Box = readonly [number, number, number, number];

/** A page with something in each corner of its box, of which no two are alike, and something beyond it. */
async function annexOf(media: Box, change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  const [left, bottom, right, top] = [
    Math.min(media[0], media[2]),
    Math.min(media[1], media[3]),
    Math.max(media[0], media[2]),
    Math.max(media[1], media[3]),
  ];
  page.node.set(PDFName.of("MediaBox"), document.context.obj([...media]));
  page.drawRectangle({ x: left, y: bottom, width: 60, height: 30, color: rgb(1, 0, 0) });
  page.drawRectangle({ x: right - 40, y: bottom, width: 40, height: 70, color: rgb(0, 0.6, 0) });
  page.drawRectangle({ x: left, y: top - 20, width: 20, height: 20, color: rgb(0, 0, 1) });
  page.drawRectangle({ x: right, y: bottom, width: 50, height: 50, color: rgb(1, 0, 1) });
  page.drawText("Upright words", { x: left + 70, y: (bottom + top) / 2, size: 20, font });
  change(document);
  return document.save();
}

/** A picture of a page, one pixel a point, or of a part of it. */
function pictureOf(bytes: Uint8Array, part?: { x: number; y: number; width: number; height: number }): PNG {
  const folder = temporaryFolder();
  const [file, picture] = [join(folder, "a.pdf"), join(folder, "a")];
  writeFileSync(file, bytes);
  const cut = part && ["-x", part.x, "-y", part.y, "-W", part.width, "-H", part.height].map(String);
  execFileSync("pdftoppm", ["-r", "72", "-cropbox", "-png", "-singlefile", ...(cut ?? []), file, picture]);
  return PNG.sync.read(readFileSync(`${picture}.png`));
}

async function sheet(annex: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  const { bytes, failed } = await layInAnnexes(
    await document.save(),
    [{ sheet: 1, file: "a.pdf", page: 0 }],
    new Map([["a.pdf", annex]]),
  );
  expect(failed).toEqual([]);
  return bytes;
}

/** How many pixels of the annex's page are not the same where it lies on the sheet. */
async function differences(annex: Uint8Array): Promise<number> {
  const alone = pictureOf(annex);
  const { width, height } = alone;
  const x = FRAME.left + (FRAME.width - width) / 2;
  const onSheet = pictureOf(await sheet(annex), { x, y: FRAME.top, width, height });
  return pixelmatch(alone.data, onSheet.data, undefined, width, height, { threshold: 0.2 });
}

const A: Box = [0, 0, 301, 201];

describe("the page of an annex on a sheet of a pack", () => {
  it.each<[string, Box, (document: PDFDocument) => void]>([
    ["as it is", A, () => {}],
    ["turned by 90 degrees", A, (document) => document.getPage(0).setRotation(degrees(90))],
    ["turned by 180 degrees", A, (document) => document.getPage(0).setRotation(degrees(180))],
    ["turned by 270 degrees", A, (document) => document.getPage(0).setRotation(degrees(270))],
    ["turned the other way", A, (document) => document.getPage(0).setRotation(degrees(-90))],
    ["turned by more than a whole turn", A, (document) => document.getPage(0).setRotation(degrees(450))],
    [
      "turned with all pages",
      A,
      (document) => document.getPage(0).node.Parent()?.set(PDFName.of("Rotate"), document.context.obj(90)),
    ],
    ["that does not begin at nought", [100, 250, 401, 451], () => {}],
    [
      "that begins below nought, turned",
      [-150, -100, 151, 101],
      (document) => document.getPage(0).setRotation(degrees(90)),
    ],
    [
      "that does not begin at nought, upside down",
      [40, 30, 341, 231],
      (document) => document.getPage(0).setRotation(degrees(180)),
    ],
    [
      "that does not begin at nought, turned left",
      [40, 30, 341, 231],
      (document) => document.getPage(0).setRotation(degrees(270)),
    ],
    ["whose corners are the other way round", [301, 201, 0, 0], () => {}],
    [
      "with a crop box that is larger",
      A,
      (document) => document.getPage(0).node.set(PDFName.of("CropBox"), document.context.obj([-50, -50, 500, 500])),
    ],
    [
      "with a field that is filled in",
      A,
      (document) => {
        const field = document.getForm().createTextField("a");
        field.setText("Filled in");
        field.addToPage(document.getPage(0), { x: 100, y: 20, width: 120, height: 30 });
        const box = document.getForm().createCheckBox("b");
        box.addToPage(document.getPage(0), { x: 20, y: 100, width: 30, height: 30 });
        box.check();
      },
    ],
  ])("looks as a viewer shows it: %s", async (_name, media, change) => {
    const annex = await annexOf(media, change);
    expect(await differences(annex)).toBeLessThan(120);
    expect(await differences(await cleanAttachment("a.pdf", annex))).toBeLessThan(120);
  });

  it("is made as small as the sheet asks, and no larger than it is", async () => {
    const large = pictureOf(await sheet(await annexOf([0, 0, 962, 1380], () => {})), {
      x: 57,
      y: 90,
      width: 481,
      height: 690,
    });
    expect([...large.data.subarray(0, 3)]).toEqual([0, 0, 255]);
    const corner = (689 * 481 + 480) * 4;
    expect([...large.data.subarray(corner, corner + 3)]).toEqual([0, 153, 0]);
  });

  it("is as large as its unit says, which some viewers do not know", async () => {
    const annex = await annexOf([0, 0, 150, 100], (document) =>
      document.getPage(0).node.set(PDFName.of("UserUnit"), document.context.obj(2)),
    );
    const onSheet = pictureOf(await sheet(annex), { x: 148, y: 90, width: 300, height: 200 });
    const at = (x: number, y: number): readonly number[] => [
      ...onSheet.data.subarray((y * 300 + x) * 4, (y * 300 + x) * 4 + 3),
    ];
    expect(at(36, 36)).toEqual([0, 0, 255]);
    expect(at(44, 44)).toEqual([255, 255, 255]);
    expect(at(298, 62)).toEqual([0, 153, 0]);
    expect(at(2, 198)).toEqual([255, 0, 0]);
  });

  it("is empty where the page is", async () => {
    const blank = await cleanAttachment("a.pdf", fromLatin1(pdf(onePage())));
    expect((await PDFDocument.load(await sheet(blank))).getPageCount()).toBe(1);
  });

  const deep = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [
      index + 4,
      `<</Type/Pages/Parent ${index === 0 ? 2 : index + 3} 0 R/Kids[${index === 499 ? 3 : index + 5} 0 R]/Count 1>>`,
    ]),
  );
  const page = (more: string): Objects => ({ ...onePage(), 3: `<</Type/Page/Parent 2 0 R${more}>>` });
  it.each<[string, Objects]>([
    ["without content", page("/MediaBox[0 0 9 9]")],
    ["whose content is none", page("/MediaBox[0 0 9 9]/Contents null")],
    ["whose content is not in the file", page("/MediaBox[0 0 9 9]/Contents 99 0 R")],
    ["with signs before its numbers", page("/MediaBox[0 0 --5 ++3]")],
    ["turned by half a quarter", page("/MediaBox[0 0 9 9]/Rotate 45")],
    ["turned by a word", page("/MediaBox[0 0 9 9]/Rotate(a)")],
    ["without resources", { ...page("/MediaBox[0 0 9 9]/Contents 4 0 R"), 4: stream("0 0 m 9 9 l S") }],
    [
      "whose resources hold themselves",
      { ...page("/MediaBox[0 0 9 9]/Resources 4 0 R"), 4: "<</XObject<</A 4 0 R>>>>" },
    ],
    ["whose parent is its own", { ...onePage(), 2: "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>" }],
    ["of a tree with another number of pages", { ...onePage(), 2: "<</Type/Pages/Kids[3 0 R]/Count 9999>>" }],
    ["of a deep tree", { ...onePage(), 2: "<</Type/Pages/Kids[4 0 R]/Count 1>>", ...deep }],
    [
      "with a link",
      page("/MediaBox[0 0 9 9]/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(http://a.example)>>>>]"),
    ],
  ])("is laid in wherever the file is accepted: %s", async (_name, objects) => {
    const bytes = fromLatin1(pdf(objects));
    expect(inspected("a.pdf", bytes)).not.toHaveProperty("refusal");
    expect((await sheet(await cleanAttachment("a.pdf", bytes))).length).toBeGreaterThan(0);
  });

  it("is the same bytes each time", async () => {
    const annex = await annexOf(A, () => {});
    expect(Buffer.from(await sheet(annex)).equals(await sheet(annex))).toBe(true);
  });

  it("is told of where the file cannot be read, and the others are laid in", async () => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]);
    document.addPage([595, 842]);
    const sheets = ["broken.pdf", "sound.pdf"].map((file, index) => ({ sheet: index + 1, file, page: 0 }));
    const files = new Map([
      ["broken.pdf", fromLatin1(pdf({ ...onePage(), 3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9]>>" }))],
      ["sound.pdf", await annexOf(A, () => {})],
    ]);
    const { failed, bytes } = await layInAnnexes(await document.save(), sheets, files);
    expect(failed).toEqual(["broken.pdf"]);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
