import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { inspected } from "./inspected.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file that may be attached", () => {
  it("is described by its format, and by the size of what is published", async () => {
    const drawing = encode('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><!-- x --><rect/></svg>');
    const { bytes, ...known } = inspected("a/b.SVG", drawing);
    expect(known).toMatchObject({ path: "a/b.SVG", format: "SVG", width: 4, height: 3 });
    expect(bytes).toBe((await cleanAttachment("a/b.SVG", drawing)).length);
    expect(bytes).toBe(drawing.length - "<!-- x -->".length);
  });

  it("has the hash of the bytes as they were read", async () => {
    const text = encode("a,b\n");
    expect(inspected("a.csv", text).hash).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("is left as it is where it is text", async () => {
    const text = encode("\ufeffWard,Número\r\n=1+1,2\r\n");
    expect(await cleanAttachment("a.csv", text)).toEqual(text);
    expect(inspected("a.txt", text)).toMatchObject({ format: "text", bytes: text.length });
  });

  it.each([
    ["holds a NUL", Uint8Array.of(97, 0, 98)],
    ["is in another encoding than UTF-8", Uint8Array.of(0x4e, 0xfa, 0x6d)],
  ])("is refused where its text %s", async (_name, bytes) => {
    const { refusal, remedy } = inspected("a.csv", bytes);
    expect(refusal).toMatch(/plain text in UTF-8/);
    expect(remedy).toMatch(/CSV UTF-8/);
  });

  it.each(["a.docx", "a.xlsx", "a.pptx", "a.odt", "a.ods", "a.pdf", "a.png", "a.jpg", "a.gif", "a.webp", "a.svg"])(
    "is refused where its name lies: %s",
    async (path) => {
      const attachment = inspected(path, encode("text"));
      expect(attachment.refusal).toMatch(/as its name says|not well formed/);
      expect(attachment.remedy).toMatch(/attach/);
    },
  );

  it.each(["a.doc", "a.docm", "a.rtf", "a.xls", "a.xlsm", "a.xlsb", "a.ppt", "a.odp"])(
    "is refused where its kind cannot be checked: %s",
    async (path) => {
      expect(inspected(path, encode("text")).refusal).toMatch(/comments, tracked changes, hidden sheets/);
    },
  );

  it.each(["a.exe", "a", "a.constructor", "a.zip", "a.html"])(
    "is refused where its kind is another: %s",
    async (path) => {
      expect(inspected(path, encode("text")).refusal).toMatch(/not published/);
      await expect(cleanAttachment(path, encode("text"))).rejects.toThrow(/not published/);
    },
  );
});
