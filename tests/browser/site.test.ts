import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, sample, serveSite } from "./served-site.ts";

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(sample);
});

afterAll(() => site?.close());

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
  "/reports/2024/flood-resilience-task-group/#para-14",
  "/reports/2025/school-attendance-final-report/",
  "/reports/2025/annual-scrutiny-report/",
  "/reports/2025/work-programme-children/",
  "/reports/2024/leisure-centres-options-for-their-future-management/",
  "/reports/2025/bus-services-update/",
  "/recommendations/",
  "/recommendations/overdue/",
  "/committees/environment/recommendations/",
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
      const { context, page, faults } = await site.open(path, { viewport: { width, height: 900 }, ...options });
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

/** On a narrow screen the tracker's rows are cards, and browsers may then take them for no table unless their roles are written out. */
const ROLE_OF_TABLE = /^Redundant role "(?:table|rowgroup|row|columnheader|cell)" on <(?:table|thead|tbody|tr|th|td)>$/;

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
  for (const { path, content: written } of site.files) {
    if (!path.endsWith(".html") || !("text" in written)) continue;
    const report = await validator.validateString(written.text, path);
    expect(
      report.results.flatMap(({ messages }) =>
        messages
          .filter(
            ({ message }) => !(ROLE_OF_TABLE.test(message) && written.text.includes('<table class="recommendations"')),
          )
          .map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    const code = written.text.replace(
      /<script type="application\/ld\+json">[^<]*<\/script>|<script src="[^"]+" defer><\/script>/g,
      "",
    );
    expect(code).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
  }
});

test("a paragraph that is linked to is marked", async () => {
  const path = "/reports/2025/school-attendance-final-report/";
  const { context, page } = await site.open(`${path}#para-4`, {});
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
    const opened = await site.open(path, {});
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
    await page.goto(site.origin + href);
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
    const { context, page, faults } = await site.open("/members/reports/2025/bus-services-update/", {});
    await page.focus("#search-box");
    await page.keyboard.type("gullies");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results a");
    expect(page.url()).toBe(`${site.origin}/members/search/?q=gullies`);
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

  test("says that nothing was asked for where the words are blank, and nothing before that", async () => {
    const { context, page } = await site.open("/search/", {});
    await page.locator("#search-form").waitFor();
    expect(await page.textContent("#search-status")).toBe("");
    await page.fill("#search-words", "  ");
    await page.press("#search-words", "Enter");
    await page.locator("#search-status", { hasText: "Type a word to look for" }).waitFor();
    await context.close();
  });

  test("marks words without the signs around them", async () => {
    const { context, page } = await found("/search/?q=gullies");
    const marks = await page.locator("mark").allTextContents();
    expect(marks.length).toBeGreaterThan(2);
    for (const mark of marks) expect(mark).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u);
    await context.close();
  });

  test("says that it needs a script, and gives the lists", async () => {
    const { context, page } = await site.open("/search/?q=gullies", { javaScriptEnabled: false });
    expect(await page.isVisible("#search-without")).toBe(true);
    expect(await page.isVisible("#search-form")).toBe(false);
    await context.close();
  });

  test("says why it cannot search where the page was opened from a file", async () => {
    const { context, page } = await site.open("/search/");
    await page.goto(`file://${join(site.folder, "dist/search/index.html")}`);
    expect(await page.textContent("#search-why")).toMatch(/served by a web server/);
    expect(await page.isVisible("#search-form")).toBe(false);
    await context.close();
  });
});

test("every page of a report that is not for publication says so on paper", async () => {
  for (const path of ["2025/bus-services-update", "2024/leisure-contract-options"]) {
    const { context, page } = await site.open(`/members/reports/${path}/`, {});
    const pdf = join(site.folder, "members.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const printed = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    const pages = printed.split("\f").filter((text) => text.trim() !== "");
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) expect(text).toMatch(/Not for\s+publication/);
    await context.close();
  }
});

test("a printed report has every word of the page, page numbers, and its paragraphs in order", async () => {
  const { context, page } = await site.open("/reports/2024/flood-resilience-task-group/", {});
  const pdf = join(site.folder, "report.pdf");
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  const printed = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const pages = printed.split("\f").filter((text) => text.trim() !== "");
  for (const [index, text] of pages.entries()) expect(text).toMatch(new RegExp(`Page ${index + 1} of ${pages.length}`));
  const flat = (text: string): string => text.replace(/[-‐\s]+/g, "");
  const words = await page.evaluate<string[]>(
    "[...document.querySelectorAll('article h1, .report-body p:not(.report-data, .to-contents), .report-body td, .report-body dd, .report-body h2, .report-body h3')].map((node) => node.firstChild?.textContent ?? '')",
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
