import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
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

describe("a report of wide tables and many lines on paper", () => {
  const words = [
    "Borrowdale",
    "December 2025",
    "£1,350,000",
    "priya.nair@aldermere.example",
    "GRANT_2024_25_TRANSPORT_07",
  ];
  const widths = [2, 5, 7, 10, 14, 18];
  const table = (columns: number, word: string): string => {
    const line = (cells: string) => `|${`${cells}|`.repeat(columns)}`;
    return `Text.\n\nTable: ${columns} times\n\n${line(" Ward ")}\n${line("---")}\n${line(` ${word} `)}\n\n`;
  };
  const address = "https://www.aldermere.example/services/children/help/directory";
  let wide: ServedSite;

  beforeAll(async () => {
    const content = temporaryFolder();
    const body = widths.flatMap((columns) => words.map((word) => table(columns, word))).join("");
    const facts = "title: Tables\nauthor: A\ndate: 2025-03-04\nconfidential: No";
    const lines = Array.from({ length: 300 }, (_, index) => `${`p${index} `.repeat(3 + ((index * 37) % 90))}\n\n`);
    writeFiles(content, {
      "site.yml": "council: Aldermere\n",
      "reports/2025/tables.md": `---\n${facts}\n---\n\n${body}The list is at <${address}>, and [here](${address}).\n`,
      "reports/2025/lines.md": `---\n${facts}\n---\n\n${lines.join("")}`,
    });
    wide = await serveSite(content);
  });

  afterAll(() => wide?.close());

  test("has every cell of a table within the paper's margins", async () => {
    const { context, page } = await wide.open("/reports/2025/tables/");
    const pdf = join(wide.folder, "tables.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const boxes = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" });
    const pages = boxes.split("<page ").slice(1);
    const sheets = pages.map((text) => Number(/width="([\d.]+)"/.exec(text)?.[1]));
    // Upright for few columns, and on its side for many.
    expect(new Set(sheets.map((width) => Math.round(width)))).toEqual(new Set([595, 842]));
    for (const [index, text] of pages.entries())
      for (const [, end] of text.matchAll(/xMax="([\d.]+)"/g))
        expect(Number(end)).toBeLessThan((sheets[index] ?? 0) - 50);
    const printed = [...boxes.matchAll(/>([^<]*)<\/word>/g)].map(([, word = ""]) => word);
    const all = widths.reduce((sum, columns) => sum + columns, 0);
    expect(printed.join("").match(/£/g)).toHaveLength(all);
    // Only in the widest table words are broken.
    expect(printed.filter((word) => word === "£1,350,000").length).toBeGreaterThanOrEqual(all - Math.max(...widths));
    await context.close();
  });

  test("has an address once where it is its own link, and after other words", async () => {
    const { context, page } = await wide.open("/reports/2025/tables/");
    const pdf = join(wide.folder, "addresses.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, "");
    expect(text.split(address)).toHaveLength(3);
    expect(text).toContain(`here(${address})`);
    await context.close();
  });

  test("leaves no line of a paragraph alone on a page", async () => {
    const { context, page } = await wide.open("/reports/2025/lines/");
    const pdf = join(wide.folder, "lines.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const inside = ["-x", 0, "-y", 62, "-W", 596, "-H", 718].map(String);
    const text = execFileSync("pdftotext", ["-layout", ...inside, pdf, "-"], { encoding: "utf8" });
    const pages = text
      .split("\f")
      .map((words) => words.split("\n").flatMap((line) => /\bp\d+\b(?!.*\bp\d)/.exec(line)?.[0] ?? []));
    expect(pages.length).toBeGreaterThan(4);
    for (const [index, lines] of pages.entries()) {
      const [first, last] = [lines[0], pages[index - 1]?.at(-1)];
      if (first === undefined || first !== last) continue;
      expect(lines.filter((line) => line === first).length).toBeGreaterThan(1);
      expect(pages[index - 1]?.filter((line) => line === first).length).toBeGreaterThan(1);
    }
    await context.close();
  });
});
