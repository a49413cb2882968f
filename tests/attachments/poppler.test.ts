import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { temporaryFolder } from "../content-folders.ts";
import { printed } from "../print/printed.ts";
import { sampleContent, sampleSite } from "../sample-site.ts";

const MISSING = ["pdftotext", "pdfimages"].filter((name) => spawnSync(name, ["-v"]).error !== undefined);

const TITLE = "what poppler reads of a PDF that is attached";
if (MISSING.length > 0)
  console.warn(`There is no ${MISSING.join(" or ")} here (poppler-utils), so this is not tested: ${TITLE}`);

/** What poppler, on which the viewers of Linux are built, reads: words in their places, and pictures with their sizes. */
function readByPoppler(bytes: Uint8Array): { readonly words: string; readonly pictures: readonly string[] } {
  const file = join(temporaryFolder(), "a.pdf");
  writeFileSync(file, bytes);
  const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
  const listed = execFileSync("pdfimages", ["-list", file], { encoding: "utf8" }).trim().split("\n").slice(2);
  // Page, number, kind, width, height, colours, components, bits and coding; then come the numbers of objects.
  return { words, pictures: listed.map((line) => line.trim().split(/\s+/).slice(0, 9).join(" ")) };
}

function picture(alpha: number): Uint8Array {
  const png = new PNG({ width: 30, height: 20 });
  png.data.fill(alpha);
  return PNG.sync.write(png);
}

async function ordinary(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle("Minutes");
  document.setAuthor("An officer");
  const [serif, sans] = [
    await document.embedFont(StandardFonts.TimesRoman),
    await document.embedFont(StandardFonts.Helvetica),
  ];
  const [clear, solid] = [await document.embedPng(picture(120)), await document.embedPng(picture(255))];
  const first = document.addPage();
  first.drawRectangle({ x: 50, y: 640, width: 300, height: 80, color: rgb(0.8, 0.9, 1) });
  for (const [index, words] of ["Ward  Visits", "North  1,204", "South    987"].entries())
    first.drawText(words, { x: 60, y: 700 - 20 * index, font: index === 0 ? sans : serif, size: 12 });
  first.drawImage(clear, { x: 50, y: 400, width: 90, height: 60 });
  first.drawImage(solid, { x: 250, y: 400, width: 90, height: 60 });
  const second = document.addPage([842, 595]);
  second.drawText("A wide page: 50 % – “quoted”, £3", { x: 50, y: 300, font: serif });
  second.drawImage(solid, { x: 50, y: 100, width: 30, height: 20 });
  const form = document.getForm();
  const field = form.createTextField("name");
  field.setText("As it is shown");
  field.addToPage(first, { x: 50, y: 200, font: sans });
  return document.save({ useObjectStreams });
}

describe.skipIf(MISSING.length > 0)(TITLE, async () => {
  const read = await sampleContent();
  const { site } = await sampleSite();
  const job = printJobs(site, read.attachments).find(({ path }) => path.endsWith("/annual-scrutiny-report.pdf"));

  it.each([
    ["of a library", () => ordinary(false)],
    ["of a library, in streams of objects", () => ordinary(true)],
    ["of this program", async () => (job === undefined ? new Uint8Array() : (await printed(job, "content")).bytes)],
    [
      "of a browser",
      async () =>
        new Uint8Array(readFileSync("content/reports/2025/family-hubs-update/family-hubs-news-spring-2025.pdf")),
    ],
  ])("is what it read before, one %s", async (_name, make) => {
    const bytes = await make();
    const [before, after] = [readByPoppler(bytes), readByPoppler(await cleanAttachment("a.pdf", bytes))];
    expect(before.words.length).toBeGreaterThan(60);
    expect(after).toEqual(before);
  });

  it("would differ, if words or a picture were lost", async () => {
    const [whole, other] = [readByPoppler(await ordinary(false)), await PDFDocument.load(await ordinary(false))];
    other.removePage(1);
    const less = readByPoppler(await other.save());
    expect(whole.pictures).toHaveLength(4);
    expect(less.words).not.toBe(whole.words);
    expect(less.pictures).not.toEqual(whole.pictures);
  });
});
