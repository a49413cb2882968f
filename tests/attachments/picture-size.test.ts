import { describe, expect, it } from "vitest";
import { compileFile, reportOf } from "../compile-text.ts";
import { bytesOf, gif, jpeg, png, pngChunk, webp, webpChunk } from "./image-builders.ts";
import { inspected } from "./inspected.ts";

const ONE = /^it is too large a picture/;
const TOGETHER = /^its pictures together/;

/** Bytes with others in their place from an offset. */
function patched(bytes: Uint8Array, offset: number, ...values: readonly number[]): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed.set(values, offset);
  return changed;
}

const wide = (value: number): readonly number[] => [value & 255, value >> 8];
const high = (value: number): readonly number[] => [value >> 8, value & 255];
const four = (value: number): readonly number[] => [0, 0, value >> 8, value & 255];
const three = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, value >> 16];

/** A GIF of pictures that say that they are of these sizes, on a screen of another. */
function gifOf(screen: number, pictures: readonly number[]): Uint8Array {
  const frame = (side: number) => bytesOf(0x2c, 0, 0, 0, 0, ...wide(side), ...wide(side), 0, 2, 2, 0x44, 1, 0);
  return bytesOf(
    "GIF89a",
    ...wide(screen),
    ...wide(screen),
    0x80,
    0,
    0,
    0,
    0,
    0,
    255,
    255,
    255,
    ...pictures.map(frame),
    0x3b,
  );
}

/** An animated PNG with frames of these sizes. */
const apng = (sides: readonly number[]) =>
  png([
    pngChunk("acTL", 0, 0, 0, 1, 0, 0, 0, 0),
    ...sides.map((side) => pngChunk("fcTL", 0, 0, 0, 0, ...four(side), ...four(side), new Uint8Array(14))),
  ]);

/** A lossless WebP of a size, below 16,384 on each side. */
const lossless = (side: number) => {
  const bits = (side - 1) | ((side - 1) << 14);
  return webpChunk("VP8L", 0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >>> 24) & 255, 7);
};
const canvas = (flags: number, side: number) =>
  webpChunk("VP8X", flags, 0, 0, 0, ...three(side - 1), ...three(side - 1));
const frame = (side: number) =>
  webpChunk("ANMF", 0, 0, 0, 0, 0, 0, ...three(side - 1), ...three(side - 1), 0, 0, 0, 0, lossless(2));
const animated = (sides: readonly number[]) =>
  webp([canvas(2, 100), webpChunk("ANIM", 0, 0, 0, 0, 0, 0), ...sides.map(frame)]);

const embedded = (bytes: Uint8Array): string =>
  `<image href="data:image/gif;base64,${Buffer.from(bytes).toString("base64")}"/>`;
const svg = (inside: string): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">${inside}</svg>`);

/** Where the size stands in a JPEG's frame. */
const sizeOfJpeg = (bytes: Uint8Array): number =>
  bytes.findIndex(
    (_, at) =>
      bytes[at] === 0xff && (bytes[at + 1] ?? 0) >> 4 === 0xc && ![0xc4, 0xc8, 0xcc].includes(bytes[at + 1] ?? 0),
  ) + 5;

describe("a picture that says that it has more pixels than anybody can show", () => {
  it.each([
    ["a GIF's screen", "a.gif", gifOf(65_535, [1]), ONE],
    ["a GIF's picture", "a.gif", gifOf(1, [65_535]), ONE],
    ["a GIF's pictures together", "a.gif", gifOf(1, Array(6).fill(9_999)), TOGETHER],
    ["a JPEG", "a.jpg", patched(jpeg(), sizeOfJpeg(jpeg()), ...high(65_535), ...high(65_535)), ONE],
    [
      "a PNG of one bit a pixel",
      "a.png",
      bytesOf(
        "\x89PNG\r\n\x1a\n",
        pngChunk("IHDR", ...four(30_000), ...four(30_000), 1, 0, 0, 0, 0),
        pngChunk("IDAT", 0),
        pngChunk("IEND"),
      ),
      ONE,
    ],
    ["a PNG's frame", "a.png", apng([30_000]), ONE],
    ["a PNG's frames together", "a.png", apng(Array(6).fill(9_999)), TOGETHER],
    ["a WebP", "a.webp", webp([lossless(16_000)]), ONE],
    ["a WebP's canvas", "a.webp", webp([canvas(0, 16_777_216), lossless(2)]), ONE],
    ["a WebP within a canvas", "a.webp", webp([canvas(0, 2), lossless(16_000)]), ONE],
    ["a WebP's frame", "a.webp", animated([16_000]), ONE],
    ["a WebP's frames together", "a.webp", animated(Array(6).fill(9_999)), TOGETHER],
    ["a picture within a drawing", "a.svg", svg(embedded(gifOf(65_535, [1]))), ONE],
    ["pictures within a drawing together", "a.svg", svg(embedded(gifOf(9_999, [1])).repeat(6)), TOGETHER],
  ])("is refused: %s", (_name, path, bytes, reason) => {
    expect(inspected(path, bytes).refusal).toMatch(reason);
  });

  it.each([
    ["GIF", "a.gif", gifOf(10_000, [9_999, 9_999])],
    ["JPEG", "a.jpg", patched(jpeg(), sizeOfJpeg(jpeg()), ...high(10_000), ...high(10_000))],
    ["PNG", "a.png", apng([9_999, 9_999])],
    ["WebP", "a.webp", webp([lossless(10_000)])],
    ["animated WebP", "a.webp", animated([9_999, 9_999])],
    ["drawing", "a.svg", svg(embedded(gifOf(9_999, [1])).repeat(2))],
    ["GIF as made by the other tests", "a.gif", gif()],
  ])("is let through with as many as are shown: %s", (_name, path, bytes) => {
    expect(inspected(path, bytes).refusal).toBeUndefined();
  });

  it("is an error where the pictures of a report are too many together, each counted once", () => {
    const attachments = Array.from({ length: 7 }, (_, at) =>
      inspected(`reports/2019/update/${at}.gif`, gifOf(9_999, [1, at + 1])),
    );
    const show = ({ path }: { readonly path: string }): string => `![A chart of the figures](${path.slice(13)})\n\n`;
    const errorsOf = (shown: typeof attachments): readonly string[] =>
      compileFile(reportOf({}, shown.map(show).join("")), { attachments }).diagnostics.flatMap(
        ({ rule, severity, place }) => (severity === "error" ? [`${rule} ${place.line}`] : []),
      );
    expect(errorsOf(attachments)).toEqual(["file-refused 18"]);
    expect(errorsOf([...attachments.slice(0, 5), ...attachments.slice(0, 5)])).toEqual([]);
  });

  it("is an error at the report that shows it", () => {
    const bomb = inspected("reports/2019/update/a.gif", gifOf(65_535, [1]));
    const { diagnostics } = compileFile(reportOf({}, "![A chart of the figures](update/a.gif)\n"), {
      attachments: [bomb],
    });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}`)).toContain("file-refused 8");
  });
});

describe("effects of drawings", () => {
  const drawing = (steps: string): Uint8Array =>
    bytesOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><filter id="f">${steps}</filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
    );
  const TOO_LONG = /^it has effects \(filters\) that take too long to be drawn$/;

  it.each([
    ["noise in octaves that nobody sees", '<feTurbulence numOctaves="999999" baseFrequency="1"/>'],
    ["a wide thickening", '<feMorphology radius="2 5000"/>'],
    ["a large kernel", '<feConvolveMatrix order="90" kernelMatrix="1 1"/>'],
    ["thousands of steps", '<feGaussianBlur stdDeviation="5"/>'.repeat(2000)],
  ])("that take minutes are refused: %s", (_name, steps) => {
    expect(inspected("a.svg", drawing(steps)).refusal).toMatch(TOO_LONG);
  });

  it("as drawing programs make them are let through", () => {
    const steps =
      '<feTurbulence numOctaves="4" baseFrequency="0.1"/><feMorphology radius="2"/><feGaussianBlur stdDeviation="3"/>';
    expect(inspected("a.svg", drawing(steps)).refusal).toBeUndefined();
  });
});
