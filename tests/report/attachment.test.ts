import { describe, expect, it } from "vitest";
import { inspectAttachment } from "../../src/report/attachment.ts";

const svg = (inside: string): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">${inside}</svg>`);

describe("a file that may be attached", () => {
  it("is described by its format, size and dimensions", async () => {
    expect(await inspectAttachment("a/b.SVG", svg("<rect/>"))).toMatchObject({ format: "SVG", width: 4, height: 3 });
    expect(await inspectAttachment("a/b.csv", new Uint8Array(5))).toMatchObject({ format: "CSV", bytes: 5 });
  });

  it.each([
    ["script", "<script>x</script>"],
    ["a handler", '<rect onclick="x"/>'],
    ["something from elsewhere", '<image href="https://a.example/x.png"/>'],
    ["a comment", "<!-- secret -->"],
    ["metadata", "<metadata>secret</metadata>"],
    ["HTML", "<foreignObject/>"],
  ])("is refused where an SVG holds %s", async (_name, inside) => {
    expect((await inspectAttachment("a.svg", svg(inside))).refusal).toMatch(/it holds/);
  });

  it.each(["a.docx", "a.xlsx", "a.odt", "a.exe", "a", "a.constructor", "a.pdf", "a.png"])(
    "is refused where it is none: %s",
    async (path) => {
      expect((await inspectAttachment(path, new TextEncoder().encode("text"))).refusal).toMatch(/\S/);
    },
  );
});
