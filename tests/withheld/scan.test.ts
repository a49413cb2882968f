import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, it } from "vitest";
import { scan } from "./scan.ts";
import { zipOf } from "./zip.ts";

const TOKEN = "Qx001z";
const SENTENCE = `The price is ${TOKEN}, or so.`;
const plain = Buffer.from(SENTENCE);
const entities = (write: (code: number) => string): Buffer =>
  Buffer.from(`<p>${[...SENTENCE].map((character) => write(character.codePointAt(0) ?? 0)).join("")}</p>`);
const hex = (code: number, length: number): string => code.toString(16).padStart(length, "0");
const bigEndian = Buffer.from(SENTENCE, "utf16le").swap16();

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText(SENTENCE, { font });
  return Buffer.from(await document.save());
}

it.each<[string, Buffer]>([
  ["as it is", plain],
  ["in capitals", Buffer.from(SENTENCE.toUpperCase())],
  ["backwards", Buffer.from([...SENTENCE].reverse().join(""))],
  ["as UTF-16, little-endian", Buffer.from(SENTENCE, "utf16le")],
  ["as UTF-16, big-endian", bigEndian],
  ["as decimal entities", entities((code) => `&#${code};`)],
  ["as hexadecimal entities", entities((code) => `&#x${hex(code, 2)};`)],
  ["with percent signs", entities((code) => `%${hex(code, 2)}`)],
  ["with percent signs, twice", entities((code) => `%25${hex(code, 2)}`)],
  ["as escapes of JSON", entities((code) => `\\u${hex(code, 4)}`)],
  ["as escapes of JavaScript", entities((code) => `\\u{${hex(code, 1)}}`)],
  ["as escapes of bytes", entities((code) => `\\x${hex(code, 2)}`)],
  ["as octal escapes of a PDF", entities((code) => `\\${code.toString(8).padStart(3, "0")}`)],
  ["as base64", Buffer.from(plain.toString("base64"))],
  [
    "as base64, one byte later",
    Buffer.from(`data:text/plain;base64,${Buffer.from(`x${SENTENCE}`).toString("base64")}`),
  ],
  ["as base64, two bytes later", Buffer.from(Buffer.from(`xy${SENTENCE}`).toString("base64"))],
  ["as base64 behind other letters", Buffer.from(`key${plain.toString("base64")}`)],
  ["as base64 for addresses", Buffer.from(Buffer.from(`\xff\xfe?>${SENTENCE}`).toString("base64url"))],
  ["as base64 in lines", Buffer.from(plain.toString("base64").replace(/.{20}/g, "$&\r\n"))],
  ["as hexadecimal figures", Buffer.from(plain.toString("hex"))],
  ["as hexadecimal figures with spaces", Buffer.from(plain.toString("hex").replace(/../g, "$& "))],
  ["as gzip", gzipSync(plain)],
  ["as gzip within other bytes", Buffer.concat([Buffer.from("head"), gzipSync(plain), Buffer.from("tail")])],
  ["as gzip, cut off", gzipSync(Buffer.concat([plain, Buffer.alloc(5000, "ab9")])).subarray(0, -6)],
  [
    "as zlib within other bytes",
    Buffer.concat([Buffer.from("stream\n"), deflateSync(plain), Buffer.from("\nendstream")]),
  ],
  ["as deflate", deflateRawSync(plain)],
  ["as brotli", brotliCompressSync(plain)],
  ["as gzip of gzip", gzipSync(gzipSync(plain))],
  ["as base64 of gzip", Buffer.from(gzipSync(plain).toString("base64"))],
  ["as a member of a zip", zipOf({ "a.txt": plain })],
  ["as a later member of a zip", zipOf({ "b.txt": Buffer.alloc(900, "b1"), "a.txt": plain })],
  ["as the name of a member of a zip", zipOf({ [`${TOKEN}.txt`]: Buffer.from("a") })],
])("finds a token that is written %s", (_how, bytes) => {
  expect(scan(new Map([["a.bin", bytes]]), [TOKEN])).toHaveLength(1);
});

it("finds a token in a stream of a PDF", async () => {
  const bytes = await pdf();
  expect(bytes.includes(TOKEN)).toBe(false);
  expect(scan(new Map([["a.pdf", bytes]]), [TOKEN])).toHaveLength(1);
});

it.each([`a/${TOKEN}.html`, `${TOKEN}/index.html`, `a/${TOKEN.toLowerCase()}/b`, "a/%51x001z/b"])(
  "finds a token in the name %s",
  (path) => {
    expect(scan(new Map([[path, Buffer.from("")]]), [TOKEN])).toEqual([
      expect.objectContaining({ token: TOKEN, path }),
    ]);
  },
);

it("finds nothing where there is nothing, and says which token it found", () => {
  const files = new Map([
    ["a.html", Buffer.from("<p>Qx002z</p>")],
    ["b.gz", gzipSync("nothing")],
  ]);
  expect(scan(files, [TOKEN])).toEqual([]);
  expect(scan(files, [TOKEN, "Qx002z"])).toEqual([{ token: "Qx002z", path: "a.html", decoding: "as it is" }]);
});
