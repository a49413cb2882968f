import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { fromLatin1 } from "../../src/attachments/byte-sequences.ts";
import { runs } from "../lane.ts";
import { processorTime } from "../processor-time.ts";
import { bytesOf, exif, gif, jpeg, LOSSLESS, png, pngChunk, webp } from "./image-builders.ts";
import { inspected } from "./inspected.ts";
import { excel, openDocument, powerPoint, word, zip } from "./office-builders.ts";
import { onePage, pdf, revision, withObjectStream } from "./pdf-builder.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><style>.a{fill:red}</style><g class="a">x</g></svg>';
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ["a.jpg", jpeg([exif(6)])],
  ["a.png", png([pngChunk("tEXt", "x")])],
  ["a.gif", gif([bytesOf(0x21, 0xfe, 1, "x", 0)])],
  ["a.webp", webp([LOSSLESS])],
  ["a.svg", fromLatin1(DRAWING)],
  ["a.csv", fromLatin1("a,b\n")],
  ["a.pdf", fromLatin1(revision(pdf(onePage()), {}))],
  ["b.pdf", fromLatin1(withObjectStream(onePage(), 4, { isCompressed: false }))],
  ["a.docx", zip(word())],
  ["a.xlsx", zip(excel())],
  ["a.pptx", zip(powerPoint())],
  ["a.odt", zip(openDocument("text"))],
  ["a.ods", zip(openDocument("spreadsheet"))],
];

/** Either refused with words, or published as bytes that stay the same when they are cleaned again. */
async function expectSafe(path: string, bytes: Uint8Array): Promise<void> {
  const attachment = inspected(path, bytes);
  if (attachment.refusal !== undefined) {
    expect(attachment.refusal).toMatch(/\S/);
    expect(attachment.remedy).toMatch(/\S/);
    await expect(cleanAttachment(path, bytes)).rejects.toThrow(attachment.refusal);
    return;
  }
  const cleaned = await cleanAttachment(path, bytes);
  expect(cleaned.length).toBe(attachment.bytes);
  expect(await cleanAttachment(path, cleaned)).toEqual(cleaned);
}

describe.each(FILES)("whatever happens to %s", (path, bytes) => {
  it("it is published as it is", async () => {
    expect(inspected(path, bytes)).not.toHaveProperty("refusal");
    await expectSafe(path, bytes);
  });

  it("it is cut off", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), (length) => expectSafe(path, bytes.subarray(0, length))),
      { numRuns: runs(6, 60) },
    );
  });

  it("some of its bytes are others", async () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [place, byte] of changes) changed[place] = byte;
        await expectSafe(path, changed);
      }),
      { numRuns: runs(15, 150) },
    );
  });

  it("a part of it stands elsewhere again", async () => {
    const place = fc.nat(bytes.length);
    await fc.assert(
      fc.asyncProperty(place, place, place, (start, end, target) =>
        expectSafe(path, bytesOf(bytes.subarray(0, target), bytes.subarray(start, end), bytes.subarray(target))),
      ),
      { numRuns: runs(6, 60) },
    );
  });

  it("it is any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (random) =>
        expectSafe(path, bytesOf(bytes.subarray(0, 12), random)),
      ),
      { numRuns: runs(6, 60) },
    );
  });
});

describe("a file made to take long", () => {
  const million = (text: string): string => text.repeat(1_000_000);
  const style = (css: string): Uint8Array =>
    fromLatin1(`<svg xmlns="http://www.w3.org/2000/svg"><style>${css}</style></svg>`);
  const svg = (attributes: string): Uint8Array => fromLatin1(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
  const formula = (text: string): Uint8Array => zip(excel({ rows: `<row><c><f>${text}</f></c></row>` }));
  it.each([
    ["open comments in a style sheet", "a.svg", style(million("/*"))],
    ["quotes in a style sheet", "a.svg", style(million("\"'"))],
    ["spaces in an address", "a.svg", style(`url(${million(" ")}#a)`)],
    ["spaces in a size", "a.svg", svg(`width="1${million(" ")}x"`)],
    ["brackets in a formula", "a.xlsx", formula(million("["))],
    ["quotes in a formula", "a.xlsx", formula(million('"'))],
    ["digits in a PDF", "a.pdf", fromLatin1(pdf(onePage({ more: { 4: `${million("1")}x` } })))],
    ["brackets in a PDF", "a.pdf", fromLatin1(pdf(onePage({ more: { 4: million("[") } })))],
    ["open strings in a PDF", "a.pdf", fromLatin1(pdf(onePage({ more: { 4: million("(") } })))],
    ["references in a PDF", "a.pdf", fromLatin1(pdf(onePage({ more: { 4: `[${million("1 0 R ")}]` } })))],
    ["nested elements", "a.svg", fromLatin1(`<svg xmlns="http://www.w3.org/2000/svg">${million("<g>")}`)],
    ["segments of a JPEG", "a.jpg", jpeg([fromLatin1(million("\xff\xfe\0\x02"))])],
    ["blocks of a GIF", "a.gif", gif([bytesOf("\x21\xfe", million("\x01x"), 0)])],
  ])("does not: %s", async (_name, path, bytes) => {
    expect(processorTime(() => inspected(path, bytes))).toBeLessThan(5000);
  });
});
