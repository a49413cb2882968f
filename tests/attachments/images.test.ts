import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { boundedInflate } from "../../src/attachments/bounded-inflate.ts";
import { latin1 } from "../../src/attachments/byte-sequences.ts";
import {
  bytesOf,
  CANARY,
  exif,
  gif,
  jpeg,
  LOSSLESS,
  PROFILE,
  png,
  pngChunk,
  segment,
  webp,
  webpChunk,
} from "./image-builders.ts";
import { inspected } from "./inspected.ts";

const cleaned = async (path: string, bytes: Uint8Array): Promise<string> => latin1(await cleanAttachment(path, bytes));
const SCAN = "\x12\xff\x00\x34";

describe("a JPEG", () => {
  it("that holds nothing but its picture stays as it is", async () => {
    expect(await cleanAttachment("a.jpg", jpeg())).toEqual(jpeg());
    expect(inspected("a.JPEG", jpeg())).toMatchObject({ format: "JPEG", width: 3, height: 2 });
  });

  it.each([
    ["camera data", exif(1)],
    ["XMP", segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", CANARY)],
    ["a profile that is none", segment(0xe2, "ICC_PROFILE\0", 1, 1, CANARY)],
    ["the index of further pictures", segment(0xe2, "MPF\0", CANARY)],
    ["a caption (IPTC)", segment(0xed, "Photoshop 3.0\0", CANARY)],
    ["a comment", segment(0xfe, CANARY)],
    ["a thumbnail of JFIF", segment(0xe0, "JFIF\0\x01\x02\0\0\x01\0\x01\x04\x01", CANARY)],
    ["a thumbnail of JFXX", segment(0xe0, "JFXX\0\x10", CANARY)],
    ["something behind the data of Adobe", segment(0xee, "Adobe\0\x64\0\0\0\0\x01", CANARY)],
  ])("is published without %s", async (_name, hidden) => {
    const result = await cleaned("a.jpg", jpeg([hidden]));
    expect(latin1(hidden)).toContain(CANARY);
    expect(result).not.toContain(CANARY);
    expect(result).toContain(SCAN);
  });

  it("is published without what stands behind its end", async () => {
    expect(await cleaned("a.jpg", jpeg([], CANARY))).toBe(latin1(jpeg()));
    expect(await cleaned("a.jpg", jpeg([], latin1(jpeg())))).toBe(latin1(jpeg()));
  });

  it("keeps density, colour profile and the colours of Adobe", async () => {
    const kept = [
      segment(0xe0, "JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"),
      segment(0xe2, "ICC_PROFILE\0", 1, 1, PROFILE),
      segment(0xee, "Adobe\0\x64\0\0\0\0\x01"),
    ];
    expect(await cleanAttachment("a.jpg", jpeg(kept))).toEqual(jpeg(kept));
  });

  it.each([false, true])(
    "keeps how it is to be turned, and nothing else of it (little-endian: %s)",
    async (isLittle) => {
      const turned = jpeg([exif(6, isLittle)]);
      const result = await cleanAttachment("a.jpg", turned);
      expect(result.length).toBe(jpeg().length + 36);
      expect(latin1(result)).not.toContain(CANARY);
      expect(latin1(result)).toContain("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06");
      expect(await cleanAttachment("a.jpg", result)).toEqual(result);
      expect(inspected("a.jpg", turned)).toMatchObject({ width: 2, height: 3, bytes: result.length });
      expect(inspected("a.jpg", jpeg([exif(3)]))).toMatchObject({ width: 3, height: 2 });
    },
  );

  it("is not turned where its data say nothing that there is", async () => {
    for (const orientation of [0, 1, 9])
      expect(await cleanAttachment("a.jpg", jpeg([exif(orientation)]))).toEqual(jpeg());
  });

  it.each([
    ["is cut off", jpeg().subarray(0, -2)],
    ["has no picture", bytesOf("\xff\xd8\xff\xd9")],
    ["has two pictures in one", jpeg([segment(0xc0, 8, 0, 2, 0, 3, 1, 1, 0x11, 0)])],
    ["has something behind the values of a table", jpeg([segment(0xdd, 0, 0, CANARY)])],
    ["has something behind a table", jpeg([segment(0xdb, 0, new Uint8Array(64), CANARY)])],
    ["has a segment that is not known", jpeg([segment(0xf0, CANARY)])],
    ["is another kind of file", png()],
  ])("is refused where it %s", async (_name, bytes) => {
    expect(inspected("a.jpg", bytes)).toMatchObject({
      refusal: expect.stringMatching(/damaged, or not a JPEG/),
      remedy: expect.stringMatching(/save it as JPEG/),
    });
    await expect(cleanAttachment("a.jpg", bytes)).rejects.toThrow(/damaged/);
  });
});

describe("a PNG", () => {
  it("that holds nothing but its picture stays as it is", async () => {
    const kept = png([pngChunk("gAMA", 0, 0, 1, 0), pngChunk("pHYs", new Uint8Array(9)), pngChunk("tRNS", 0, 1)]);
    expect(await cleanAttachment("a.png", kept)).toEqual(kept);
    expect(inspected("a.png", kept)).toMatchObject({ format: "PNG", width: 3, height: 2 });
  });

  it.each([
    ["text", pngChunk("tEXt", "Author\0", CANARY)],
    ["compressed text", pngChunk("zTXt", "Author\0\0", zlibSync(bytesOf(CANARY), { level: 0 }))],
    ["text in Unicode", pngChunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", CANARY)],
    ["camera data", pngChunk("eXIf", "MM\0*", CANARY)],
    ["a time", pngChunk("tIME", CANARY.slice(0, 7))],
    ["a private chunk", pngChunk("prVt", CANARY)],
    ["a profile that is none", pngChunk("iCCP", "x\0\0", zlibSync(bytesOf(CANARY), { level: 0 }))],
  ])("is published without %s", async (_name, hidden) => {
    expect(await cleaned("a.png", png([hidden]))).toBe(latin1(png()));
  });

  it("keeps a colour profile without its name", async () => {
    const result = await cleaned("a.png", png([pngChunk("iCCP", CANARY, 0, 0, zlibSync(PROFILE))]));
    expect(result).not.toContain(CANARY);
    const start = result.indexOf("iCCPICC\0\0") + 9;
    expect(start).toBeGreaterThan(9);
    const rest = Uint8Array.from(result.slice(start), (character) => character.charCodeAt(0));
    const length = result.indexOf("IDAT") - 8 - start;
    expect(boundedInflate(rest.subarray(0, length), "zlib", 1000)).toEqual(PROFILE);
  });

  it("is published without what stands behind its end", async () => {
    expect(await cleaned("a.png", png([], CANARY))).toBe(latin1(png()));
  });

  it.each([
    ["a wrong checksum", Uint8Array.from(png(), (byte, index) => (index === 30 ? byte ^ 1 : byte))],
    ["pixels behind its pixels", png([], "", zlibSync(Uint8Array.of(0, 1, 2, 3, 0, 4, 5, 6, 7)))],
    ["too few pixels", png([], "", zlibSync(Uint8Array.of(0, 1, 2, 3)))],
    ["something behind its compressed pixels", png([], "", bytesOf(zlibSync(new Uint8Array(8)), CANARY))],
    ["a part that decoding needs and nobody knows", png([pngChunk("CgBI", CANARY)])],
    ["a part of the wrong length", png([pngChunk("gAMA", CANARY)])],
    ["a part twice", png([pngChunk("sRGB", 0), pngChunk("sRGB", 1)])],
    ["no end", png().subarray(0, -12)],
    ["pixels that would fill the memory", png([], "", zlibSync(new Uint8Array(50_000_000)))],
  ])("is refused where it has %s", async (_name, bytes) => {
    expect(inspected("a.png", bytes).refusal).toMatch(/damaged, or not a PNG/);
  });
});

describe("a GIF", () => {
  const control = bytesOf(0x21, 0xf9, 4, 0, 10, 0, 0, 0);
  const loop = bytesOf(0x21, 0xff, 11, "NETSCAPE2.0", 3, 1, 0, 0, 0);

  it("that holds nothing but its pictures stays as it is", async () => {
    expect(await cleanAttachment("a.gif", gif([loop, control]))).toEqual(gif([loop, control]));
    expect(inspected("a.gif", gif())).toMatchObject({ format: "GIF", width: 3, height: 2 });
  });

  it.each([
    ["a comment", bytesOf(0x21, 0xfe, CANARY.length, CANARY, 0)],
    ["a plain text", bytesOf(control, 0x21, 0x01, 12, new Uint8Array(12), CANARY.length, CANARY, 0)],
    ["XMP", bytesOf(0x21, 0xff, 11, "XMP DataXMP", CANARY.length, CANARY, 0)],
    ["a loop with something behind it", bytesOf(0x21, 0xff, 11, "NETSCAPE2.0", 3, 1, 0, 0, CANARY.length, CANARY, 0)],
    ["an extension that is not known", bytesOf(0x21, 0x77, CANARY.length, CANARY, 0)],
  ])("is published without %s", async (_name, hidden) => {
    expect(await cleaned("a.gif", gif([hidden]))).toBe(latin1(gif()));
  });

  it("is published without what stands behind its end", async () => {
    expect(await cleaned("a.gif", gif([], CANARY))).toBe(latin1(gif()));
  });

  it.each([
    ["has no end", gif().subarray(0, -1)],
    ["holds a block that is not known", gif([bytesOf(0x40, CANARY)])],
    ["has no picture", bytesOf("GIF89a", 3, 0, 2, 0, 0, 0, 0, 0x3b)],
  ])("is refused where it %s", async (_name, bytes) => {
    expect(inspected("a.gif", bytes).refusal).toMatch(/damaged, or not a GIF/);
  });
});

describe("a WebP", () => {
  const header = (flags: number): Uint8Array => webpChunk("VP8X", flags, 0, 0, 0, 2, 0, 0, 1, 0, 0);

  it("of one picture stays as it is", async () => {
    expect(await cleanAttachment("a.webp", webp([LOSSLESS]))).toEqual(webp([LOSSLESS]));
    expect(inspected("a.webp", webp([LOSSLESS]))).toMatchObject({ width: 3, height: 2 });
  });

  it("is published without camera data, XMP and unknown chunks, and says so in its header", async () => {
    const hidden = [webpChunk("EXIF", CANARY), webpChunk("XMP ", CANARY), webpChunk("JUNK", CANARY)];
    const result = await cleaned("a.webp", webp([header(0x0c), LOSSLESS, ...hidden], CANARY));
    expect(result).toBe(latin1(webp([header(0), LOSSLESS])));
  });

  it("keeps a colour profile, and drops one that is none", async () => {
    const whole = webp([header(0x20), webpChunk("ICCP", PROFILE), LOSSLESS]);
    expect(await cleanAttachment("a.webp", whole)).toEqual(whole);
    expect(await cleaned("a.webp", webp([header(0x20), webpChunk("ICCP", CANARY), LOSSLESS]))).toBe(
      latin1(webp([header(0), LOSSLESS])),
    );
  });

  it("keeps the frames of an animation, without what is hidden in them", async () => {
    const frame = (...parts: readonly Uint8Array[]) => webpChunk("ANMF", new Uint8Array(16), ...parts);
    const control = webpChunk("ANIM", new Uint8Array(6));
    const result = await cleaned("a.webp", webp([header(0x02), control, frame(LOSSLESS, webpChunk("JUNK", CANARY))]));
    expect(result).toBe(latin1(webp([header(0x02), control, frame(LOSSLESS)])));
  });

  it.each([
    ["is cut off", webp([LOSSLESS]).subarray(0, -3)],
    ["holds no picture", webp([webpChunk("JUNK", CANARY)])],
    ["has a header and no picture", webp([header(0)])],
  ])("is refused where it %s", async (_name, bytes) => {
    expect(inspected("a.webp", bytes).refusal).toMatch(/damaged, or not a WebP/);
  });
});
