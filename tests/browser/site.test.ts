import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkContent } from "../../src/build.ts";
import { publish } from "../../src/io/publish.ts";
import { readContent } from "../../src/io/read-content.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeSearchIndex } from "../../src/io/search-index.ts";
import type { Edition, OutputFile } from "../../src/model.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));
const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const folder = mkdtempSync(join(tmpdir(), "scrutineer-site-"));
const sites = { public: join(folder, "dist"), members: join(folder, "dist-members") } as const;

/** Where the members' edition is served, beside the public one. */
const MEMBERS = "/members/";

let browser: Browser;
let server: Server;
let origin: string;
let files: readonly OutputFile[];

beforeAll(async () => {
  const read = await readContent(content);
  const build = async (edition: Edition): Promise<readonly OutputFile[]> => {
    const { site } = checkContent(read, { edition });
    const index = await makeSearchIndex(searchRecords(site, readTemplates()), sites[edition]);
    const made = [...makeOutputs(site, readTemplates()), ...index];
    await publish(made, { folder: content, attachments: read.attachments }, sites[edition], edition);
    return made;
  };
  files = [...(await build("public")), ...(await build("members"))];
  server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const path = asked.startsWith(MEMBERS)
      ? join(sites.members, asked.slice(MEMBERS.length))
      : join(sites.public, asked);
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    const types = {
      html: "text/html; charset=utf-8",
      css: "text/css",
      svg: "image/svg+xml",
      png: "image/png",
      js: "text/javascript",
      json: "application/json",
    } as const;
    const type = Object.entries(types).find(([extension]) => file.endsWith(`.${extension}`))?.[1];
    response.writeHead(existsSync(file) ? 200 : 404, { "content-type": type ?? "application/octet-stream" });
    response.end(existsSync(file) ? readFileSync(file) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const PAGES = [
  "/",
  "/reports/",
  "/committees/",
  "/committees/corporate/",
  "/committees/corporate/meetings/",
  "/committees/corporate/2024-11-06/",
  "/committees/environment/2025-10-28/",
  "/reports/by-year/",
  "/reports/by-year/2024/",
  "/authors/",
  "/authors/ruth-ellery/",
  "/wards/",
  "/accessibility/",
  "/contact/",
  "/abbreviations/",
  "/404.html",
  "/reports/2024/flood-resilience-task-group/",
  "/reports/2025/school-attendance-final-report/",
  "/reports/2025/annual-scrutiny-report/",
  "/reports/2025/work-programme-children/",
  "/reports/2024/leisure-centres-options-for-their-future-management/",
  "/reports/2025/bus-services-update/",
  "/withheld/",
  "/committees/environment/abbreviations/",
  "/search/",
  "/search/?q=gullies",
  "/members/",
  "/members/search/?q=gullies",
  "/members/reports/2025/bus-services-update/",
  "/members/reports/2024/leisure-contract-options/",
  "/members/committees/corporate/2024-11-06/",
];

async function open(path: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) faults.push(`a request to ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  await page.goto(origin + path);
  return { context, page, faults };
}

declare global {
  var axe: { run: (options: object) => Promise<AxeResults> };
}

describe.each(PAGES)("the page %s", (path) => {
  test.each([
    { width: 320, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
    { width: 1280, colorScheme: "light", forcedColors: "active" },
  ] as const)(
    "is accessible, fits, and asks nobody else at $width px, $colorScheme, forced colours $forcedColors",
    async ({ width, ...options }) => {
      const { context, page, faults } = await open(path, { viewport: { width, height: 900 }, ...options });
      expect(faults).toEqual([]);
      expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
      // As code of the test: the page's own policy lets no script in.
      await page.evaluate(axeSource);
      const results = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
      );
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
        [],
      );
      await context.close();
    },
  );
});

test("every page is valid HTML, without script or style within it", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:a11y"],
    rules: {
      "long-title": "off",
      "no-trailing-whitespace": "off",
      "require-sri": "off",
      "void-style": "off",
      "valid-id": ["error", { relaxed: true }],
    },
  });
  for (const { path, content: written } of files) {
    if (!path.endsWith(".html") || !("text" in written)) continue;
    const report = await validator.validateString(written.text, path);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    const code = written.text.replace(
      /<script type="application\/ld\+json">[^<]*<\/script>|<script src="[^"]+" defer>/g,
      "",
    );
    expect(code).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
  }
});

test("a paragraph that is linked to is marked", async () => {
  const path = "/reports/2025/school-attendance-final-report/";
  const { context, page } = await open(`${path}#para-4`, {});
  const look = (id: string): Promise<string> =>
    page.evaluate(
      `getComputedStyle(document.getElementById("${id}")).backgroundColor + getComputedStyle(document.getElementById("${id}")).boxShadow`,
    );
  expect(await look("para-4")).not.toBe(await look("para-5"));
  await context.close();
});

describe("search", () => {
  /** What the search page says and shows for an address, in the site at a path. */
  async function found(path: string) {
    const opened = await open(path, {});
    await opened.page.locator("#search-status", { hasText: /report|loaded/ }).waitFor();
    const links = await opened.page.$$eval("#search-results a", (all) =>
      all.map((link) => `${link.textContent} ${link.getAttribute("href")}`),
    );
    const facts = await opened.page.$$eval(".search-facts", (all) => all.map((fact) => fact.textContent ?? ""));
    return { ...opened, links, facts, status: await opened.page.textContent("#search-status") };
  }

  test("names the report, the committee, the date and the paragraph, and lands on it", async () => {
    const { context, page, faults, links, facts, status } = await found("/search/?q=gullies");
    expect(faults).toEqual([]);
    expect(status).toBe("3 reports");
    expect(facts[0]).toMatch(/^Transport and Environment Scrutiny Committee · \d+ \w+ \d{4}$/);
    const link =
      links.find((one) => /^Paragraph 21 /.test(one)) ?? links.find((one) => /^Paragraph \d+ /.test(one)) ?? "";
    const [, number = "", href = ""] = /^Paragraph (\S+) (.*)$/.exec(link) ?? [];
    await page.goto(origin + href);
    expect(href).toMatch(new RegExp(`#para-${number}$`));
    expect(await page.textContent(`#para-${number}`)).toMatch(/gull(?:y|ies)/i);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("filters by committee, year and author, and sorts by date", async () => {
    const committee = encodeURIComponent("Corporate Services and Housing Scrutiny Committee");
    const filtered = await found(`/search/?q=budget&committee=${committee}&year=2024`);
    expect(filtered.facts.length).toBeGreaterThan(0);
    for (const fact of filtered.facts) expect(fact).toMatch(/^Corporate Services.* 2024$/);
    const sorted = await found("/search/?q=the&sort=date");
    const days = sorted.facts.map((fact) => Date.parse(`${fact.split(" · ").at(-1)} UTC`));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    const author = await found("/search/?author=Ruth%20Ellery");
    expect(author.links.some((link) => link.startsWith("Flood Resilience Task Group"))).toBe(true);
    for (const { context } of [filtered, sorted, author]) await context.close();
  });

  test("works by keyboard alone, from the form of any page, below any path", async () => {
    const { context, page, faults } = await open("/members/reports/2025/bus-services-update/", {});
    await page.focus("#search-box");
    await page.keyboard.type("gullies");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results a");
    expect(page.url()).toBe(`${origin}/members/search/?q=gullies`);
    expect(await page.getAttribute("#search-results a", "href")).toMatch(/^\/members\/reports\//);
    await page.focus("#search-words");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("zzzz");
    await page.keyboard.press("Enter");
    await page.locator("#search-status", { hasText: "No report matches." }).waitFor();
    await page.goBack();
    await page.waitForSelector("#search-results a");
    expect(await page.inputValue("#search-words")).toBe("gullies");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("says that it needs a script, and gives the lists", async () => {
    const { context, page } = await open("/search/?q=gullies", { javaScriptEnabled: false });
    expect(await page.isVisible("#search-without")).toBe(true);
    expect(await page.isVisible("#search-form")).toBe(false);
    await context.close();
  });

  test("says why it cannot search where the page was opened from a file", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`file://${join(sites.public, "search/index.html")}`);
    expect(await page.textContent("#search-why")).toMatch(/served by a web server/);
    expect(await page.isVisible("#search-form")).toBe(false);
    await context.close();
  });
});

test("every page of a report that is not for publication says so on paper", async () => {
  for (const path of ["2025/bus-services-update", "2024/leisure-contract-options"]) {
    const { context, page } = await open(`/members/reports/${path}/`, {});
    const pdf = join(folder, "members.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const printed = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    const pages = printed.split("\f").filter((text) => text.trim() !== "");
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) expect(text).toMatch(/Not for\s+publication/);
    await context.close();
  }
});

test("a printed report has every word of the page, page numbers, and its paragraphs in order", async () => {
  const { context, page } = await open("/reports/2024/flood-resilience-task-group/", {});
  const pdf = join(folder, "report.pdf");
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  const printed = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const pages = printed.split("\f").filter((text) => text.trim() !== "");
  for (const [index, text] of pages.entries()) expect(text).toMatch(new RegExp(`Page ${index + 1} of ${pages.length}`));
  const flat = (text: string): string => text.replace(/[-‐\s]+/g, "");
  const words = await page.evaluate<string[]>(
    "[...document.querySelectorAll('article h1, .report-body p, .report-body td, .report-body dd, .report-body h2, .report-body h3')].map((node) => node.firstChild?.textContent ?? '')",
  );
  const printedFlat = flat(printed);
  const lost = words.flatMap((text) => text.split(/\s+/)).filter((word) => !printedFlat.includes(flat(word)));
  expect(lost).toEqual([]);
  const numbers = [...printed.matchAll(/^ {0,12}(\d{1,2})\. /gm)].map((match) => Number(match[1]));
  expect(numbers.filter((number, index) => numbers.indexOf(number) === index).slice(0, 45)).toEqual(
    Array.from({ length: 45 }, (_, index) => index + 1),
  );
  await context.close();
});
