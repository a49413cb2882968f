import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, sample, serveSite } from "./served-site.ts";

const REPORTS = [
  "2024/flood-resilience-task-group",
  "2025/school-attendance-final-report",
  "2025/bus-services-update",
  "2025/damp-and-mould-update",
  "2025/annual-scrutiny-report",
  "2025/finance-monitor-quarter-2",
];

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(sample);
});

afterAll(() => site?.close());

/** The text of each page of paper, without what stands in its margins. */
async function print(page: Page): Promise<readonly string[]> {
  const pdf = join(site.folder, "report.pdf");
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  // A4 in points; the margins of the style sheet are 22 mm above and below.
  const [x, y, width, height] = [0, 62, 596, 718];
  const inside = ["-x", x, "-y", y, "-W", width, "-H", height].map(String);
  const printed = execFileSync("pdftotext", ["-layout", ...inside, pdf, "-"], { encoding: "utf8" });
  return printed.split("\f").filter((text) => text.trim() !== "");
}

/** Words by how often they stand there. Lines are broken at hyphens, so that these count for nothing. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize("NFKC").matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe.each(REPORTS)("the report %s on paper", (path) => {
  test("has every word of the page, as often as the page has it", async () => {
    const { context, page } = await site.open(`/reports/${path}/`, { javaScriptEnabled: false });
    // What only screen readers say is nowhere to be seen, and ways to other pages are of no use on paper.
    await page.evaluate(
      "document.querySelectorAll('.visually-hidden, .to-contents, .pages, .report-download, .report-data').forEach((node) => node.remove())",
    );
    const shown = counted(await page.locator("main").innerText());
    const printed = counted((await print(page)).join("\n"));
    const lost = [...shown].filter(([word, times]) => (printed.get(word) ?? 0) < times);
    expect(lost).toEqual([]);
    expect(shown.size).toBeGreaterThan(100);
    await context.close();
  });

  test("has no heading as the last line of a page", async () => {
    const { context, page } = await site.open(`/reports/${path}/`);
    // The contents have the same words, so that headings get a sign of their own.
    await page.evaluate(
      "document.querySelectorAll('.report-body :is(h2, h3, h4)').forEach((node) => node.append(' §'))",
    );
    const pages = await print(page);
    expect(pages.filter((text) => text.includes("§")).length).toBeGreaterThan(1);
    expect(pages.map((text) => text.trimEnd().split("\n").at(-1)).filter((line) => line?.endsWith("§"))).toEqual([]);
    await context.close();
  });

  test("has the addresses of links to the web", async () => {
    const { context, page } = await site.open(`/reports/${path}/`);
    const hrefs = await page
      .locator(".report-body :is(p, li, td) a[href^=http]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const printed = (await print(page)).join("").replace(/\s+/g, "");
    for (const href of hrefs) expect(printed).toContain(href);
    await context.close();
  });
});
