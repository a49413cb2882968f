import { readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { inspected } from "../attachments/inspected.ts";
import { sampleContent, sampleSite } from "../sample-site.ts";
import { printed } from "./printed.ts";
import { readPageTexts, readTags, type Tag } from "./tagged-text.ts";

/** What assistive software and readers have of a PDF beside its look. */
async function partsOf(bytes: Uint8Array) {
  const texts = await readPageTexts(bytes);
  const tags = readTags(await PDFDocument.load(bytes, { updateMetadata: false }), texts);
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const links: (readonly [number, string])[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const { url, dest, rect } of await page.getAnnotations()) {
      const place = Array.isArray(dest) ? dest.slice(1) : dest;
      links.push([number, JSON.stringify([url, place, rect, dest === null ? "" : await pageOf(pdf, dest)])]);
    }
  }
  const titles = ((await pdf.getOutline()) ?? []).map(({ title, items }) => [title, items.length]);
  const { info } = await pdf.getMetadata();
  const title = "Title" in info ? info.Title : undefined;
  await task.destroy();
  return { tags: tags && shapeOf(tags), links, titles, title };
}

async function pageOf(pdf: Awaited<ReturnType<typeof getDocument>["promise"]>, dest: unknown): Promise<number> {
  const place = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  return Array.isArray(place) ? pdf.getPageIndex(place[0]) : -1;
}

type Shape = readonly [role: string, words: string, children: readonly unknown[]];

function shapeOf({ role, words, children }: Tag): Shape {
  return [role, words, children.map(shapeOf)];
}

describe("a PDF that is attached keeps its tags, bookmarks, links and title", async () => {
  const [read, { site }] = [await sampleContent(), await sampleSite()];
  const job = printJobs(site, read.attachments).find(({ path }) => path.endsWith("/annual-scrutiny-report.pdf"));
  const made = job && (await printed(job, "content")).bytes;

  it.each([
    ["made by this program", made],
    [
      "printed by a browser",
      new Uint8Array(readFileSync("content/reports/2025/family-hubs-update/family-hubs-news-spring-2025.pdf")),
    ],
  ])("%s", async (_name, bytes) => {
    if (bytes === undefined) throw new Error("there is no such PDF");
    expect(inspected("a.pdf", bytes).refusal).toBeUndefined();
    const [before, after] = [await partsOf(bytes), await partsOf(await cleanAttachment("a.pdf", bytes))];
    expect(before.tags?.[2].length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
});
