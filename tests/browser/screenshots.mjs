/**
 * Pictures of every type of page of a built site, for people to look at:
 *
 *   node tests/browser/screenshots.mjs [site, else dist] [folder for the pictures, else screenshots]
 *
 * Each page is taken at four widths, light and dark, and in forced colours; reports are also printed to PDF.
 */
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";

const [site = "dist", folder = "screenshots"] = process.argv.slice(2).map((path) => resolve(path));

const PAGES = {
  home: "",
  listing: "reports/",
  committees: "committees/",
  committee: "committees/children/",
  "committee-corporate": "committees/corporate/",
  meetings: "committees/corporate/meetings/",
  meeting: "committees/corporate/2024-11-06/",
  "meeting-cancelled": "committees/environment/2025-10-28/",
  "meeting-without-file": "committees/environment/2025-07-08/",
  years: "reports/by-year/",
  year: "reports/by-year/2024/",
  authors: "authors/",
  author: "authors/ruth-ellery/",
  wards: "wards/",
  "accessibility-statement": "accessibility/",
  contact: "contact/",
  abbreviations: "abbreviations/",
  "abbreviations-of-committee": "committees/environment/abbreviations/",
  recommendations: "recommendations/",
  "recommendations-overdue": "recommendations/overdue/",
  "recommendations-of-committee": "committees/environment/recommendations/",
  "withheld-list": "withheld/",
  search: "search/",
  "search-results": "search/?q=gullies",
  "not-found": "404.html",
  "report-flood": "reports/2024/flood-resilience-task-group/",
  "report-flood-target": "reports/2024/flood-resilience-task-group/#para-14",
  "report-attendance": "reports/2025/school-attendance-final-report/",
  "report-buses": "reports/2025/bus-services-update/",
  "report-damp": "reports/2025/damp-and-mould-update/",
  withheld: "reports/2024/leisure-centres-options-for-their-future-management/",
  "report-programme": "reports/2025/work-programme-children/",
};
const WIDTHS = { 320: 640, 768: 1024, 1280: 900, 1920: 1080 };
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".js": "text/javascript",
  ".json": "application/json",
};

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const content = await readFile(join(site, file)).catch(() => undefined);
  response.writeHead(content === undefined ? 404 : 200, { "content-type": TYPES[extname(file)] ?? "text/plain" });
  response.end(content);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});
for (const [name, address] of Object.entries(PAGES)) {
  const url = `http://127.0.0.1:${port}/${address}`;
  const page = await browser.newPage();
  const picture = async (/** @type {string} */ look, /** @type {number} */ width) => {
    const fullPage = !address.includes("#");
    await page.setViewportSize({ width, height: WIDTHS[width] ?? 900 });
    await page.goto(url, { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`), fullPage });
  };
  for (const width of Object.keys(WIDTHS).map(Number)) {
    for (const look of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme: look, forcedColors: "none" });
      await picture(look, width);
    }
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await picture("forced", 1280);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "none" });
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
}
await browser.close();
server.close();
