import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, sample, serveSite } from "./served-site.ts";

const REPORT = "/reports/2025/school-attendance-final-report/";
const PUBLIC = `https://scrutiny.aldermere.example${REPORT}`;
const COUNCIL = readFileSync(join(sample, "site.yml"), "utf8").match(/^council: (.*)$/m)?.[1];
const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 640 } };

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(sample);
});

afterAll(() => site?.close());

const isShown = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().isVisible();

const copied = (page: Page): Promise<string> => page.evaluate("navigator.clipboard.readText()");

const permissions = ["clipboard-read", "clipboard-write"];

describe("citing a paragraph", () => {
  test.each([
    ["beside it", WIDE],
    ["below it", NARROW],
  ])("a button %s copies title, date, number and address, and says so", async (_where, size) => {
    const { context, page, faults } = await site.open(`${REPORT}#para-4`, { ...size, permissions });
    const committee = await page.locator("#facts dt:text-is('Committee') + dd a").first().textContent();
    const citation = `${COUNCIL}, ${committee}, ${await page.locator("h1").textContent()}, ${await page.locator("#facts dt:text-is('Date') + dd").textContent()}, paragraph 4`;
    // Pressed where its paragraph is linked to already, the number changes no address, and still brings the button.
    await page.locator("#para-4 .para-number").click();
    await page.locator("#para-4 .cite").click();
    await page.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
    expect(await copied(page)).toBe(`${citation}\n${PUBLIC}#para-4`);
    expect(await page.locator("[role=status]").textContent()).toBe(`Copied: ${citation}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("works by keyboard: the button comes behind the number that has the focus", async () => {
    const { context, page } = await site.open(REPORT, { ...WIDE, permissions });
    await page.locator("#para-2 .para-number").focus();
    const links = await page.locator("#para-2 .para-text a").count();
    for (let index = 0; index <= links; index++) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Cite paragraph 2");
    await page.keyboard.press("Enter");
    await page.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
    expect(await copied(page)).toContain(`paragraph 2\n${PUBLIC}#para-2`);
    await context.close();
  });

  test("the button follows the pointer, but stays where it has the focus", async () => {
    const { context, page } = await site.open(REPORT, WIDE);
    expect(await page.locator(".cite").count()).toBe(0);
    await page.locator("#para-1 .para-text").hover();
    expect(await page.locator("#para-1 .cite").count()).toBe(1);
    await page.locator("#para-2 .para-text").hover();
    expect(await page.locator("#para-2 .cite").count()).toBe(1);
    await page.locator("#para-2 .cite").focus();
    await page.locator("#para-1 .para-text").hover();
    expect(await page.locator(".cite").count()).toBe(1);
    expect(await page.locator("#para-2 .cite").count()).toBe(1);
    await context.close();
  });

  test("shows the words to copy by hand where the browser does not let them be copied", async () => {
    const { context, page } = await site.open(`${REPORT}#para-4`, WIDE);
    await page.evaluate(
      "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })",
    );
    await page.locator("#para-4 .cite").click();
    await page.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
    expect(await page.locator("[role=status]").textContent()).toMatch(/, paragraph 4\nhttps:.*#para-4$/);
    await context.close();
  });

  test("without script the number is the link, and there is no button", async () => {
    const { context, page } = await site.open(REPORT, { ...WIDE, javaScriptEnabled: false });
    await page.locator("#para-4 .para-number").click();
    expect(page.url()).toMatch(/#para-4$/);
    expect(await page.locator(".cite, .cite-status").count()).toBe(0);
    await context.close();
  });
});

test.each(["none", "active"] as const)(
  "a paragraph that is linked to has a line beside it, forced colours: %s",
  async (forcedColors) => {
    const { context, page } = await site.open(`${REPORT}#para-4`, { ...WIDE, forcedColors });
    const lineOf = (id: string): Promise<string> =>
      page.evaluate(
        `(({ borderInlineStartStyle, borderInlineStartWidth }) => borderInlineStartStyle + " " + borderInlineStartWidth)(getComputedStyle(document.getElementById("${id}"), "::before"))`,
      );
    expect(await lineOf("para-4")).toMatch(/^solid [3-9]/);
    expect(await lineOf("para-5")).toMatch(/^none/);
    await context.close();
  },
);

test.each([320, 3840])("a report fits a screen of %i px, however wide its tables are", async (width) => {
  for (const path of [REPORT, "/reports/2025/finance-monitor-quarter-2/", "/committees/corporate/2024-11-06/"]) {
    const { context, page } = await site.open(path, { viewport: { width, height: 1080 } });
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
    await context.close();
  }
});

/** How far what is seen moves while a page loads, as browsers count it (Layout Instability). */
async function shiftOf(path: string, width: number): Promise<number> {
  const { context, page } = await site.open(path, { viewport: { width, height: 800 } });
  await page.waitForLoadState("networkidle");
  await page
    .locator(path.includes("?") ? "#search-results a" : "h1")
    .first()
    .waitFor();
  const shift = await page.evaluate<number>(
    `new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 200);
    })`,
  );
  await context.close();
  return shift;
}

test.each([320, 1280])("nothing moves while a page of %i px loads", async (width) => {
  for (const path of ["/", REPORT, `${REPORT}#para-9`, "/search/?q=school"])
    expect([path, await shiftOf(path, width)]).toEqual([path, 0]);
});

test("no text moves under a pointer where the button has no room beside it", async () => {
  const { context, page } = await site.open(REPORT, NARROW);
  await page.locator("#para-1 .para-text").hover();
  expect(await page.locator(".cite").count()).toBe(0);
  await context.close();
});

describe("the contents", () => {
  test("stand unfolded beside the text on a wide screen, and stay in sight", async () => {
    const { context, page } = await site.open(REPORT, { ...WIDE, javaScriptEnabled: false });
    expect(await isShown(page, ".contents ol a")).toBe(true);
    expect(await isShown(page, ".contents summary")).toBe(false);
    await page.goto(`${site.origin}${REPORT}#para-20`);
    const box = await page.locator(".contents").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(100);
    const text = await page.locator("#para-20 .para-text").boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(text?.x ?? 0);
    await context.close();
  });

  test("are folded on a narrow screen, and unfold by keyboard", async () => {
    const { context, page } = await site.open(REPORT, { ...NARROW, javaScriptEnabled: false });
    expect(await isShown(page, ".contents ol a")).toBe(false);
    await page.locator(".contents summary").focus();
    await page.keyboard.press("Enter");
    expect(await isShown(page, ".contents ol a")).toBe(true);
    await context.close();
  });

  test("mark the section that is being read", async () => {
    const { context, page } = await site.open(REPORT, WIDE);
    const links = page.locator(".contents a");
    for (const index of [2, 1, (await links.count()) - 1, (await links.count()) - 2]) {
      await links.nth(index).click();
      await expect.poll(() => links.nth(index).getAttribute("aria-current")).toBe("location");
      expect(await page.locator(".contents a[aria-current]").count()).toBe(1);
    }
    // Amid a long section no heading is near, neither before the leap nor after it.
    for (const paragraph of [20, 3, 20]) {
      await page.evaluate(
        `scrollTo(0, document.getElementById("para-${paragraph}").getBoundingClientRect().top + scrollY)`,
      );
      const heading = await page.evaluate(
        `[...document.querySelectorAll(".report-body :is(h2, h3)[id]")].filter((one) => document.querySelector('.contents a[href="#' + one.id + '"]') && one.getBoundingClientRect().top < innerHeight / 4).at(-1)?.id`,
      );
      await expect.poll(() => page.locator(".contents a[aria-current]").getAttribute("href")).toBe(`#${heading}`);
    }
    await context.close();
  });
});

test("the assets are named for what they hold, and the script is small", () => {
  const assets = site.files.flatMap(({ path, content }) =>
    path.startsWith("assets/") && "text" in content ? [{ path, text: content.text }] : [],
  );
  expect(new Set(assets.map(({ path }) => path.replace(/\.[0-9a-f]{10}\./, ".HASH.")))).toEqual(
    new Set(["assets/site.HASH.css", "assets/site.HASH.js", "assets/search.HASH.js", "assets/icon.HASH.svg"]),
  );
  for (const { path, text } of assets) if (path.endsWith(".js")) expect(text.length).toBeLessThanOrEqual(8192);
});

test("every report's page and the style sheet take at most 40 KB over the wire", () => {
  const sizeOf = (isWanted: (path: string) => boolean): number[] =>
    site.files.flatMap(({ path, content }) =>
      "text" in content && isWanted(path) ? [gzipSync(content.text).length] : [],
    );
  const [styles = 0] = sizeOf((path) => path.endsWith(".css"));
  const pages = sizeOf((path) => /^reports\/20.*\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(10);
  expect(Math.max(...pages) + styles).toBeLessThanOrEqual(40_000);
});

test("the heading right above a paragraph that is linked to is in sight", async () => {
  for (const size of [WIDE, NARROW]) {
    const { context, page } = await site.open(REPORT, size);
    const ids = await page
      .locator(":is(h2, h3) + .para")
      .evaluateAll((paragraphs) => paragraphs.map(({ id }) => id).filter((id) => id !== ""));
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) {
      await page.goto(`${site.origin}${REPORT}#${id}`);
      expect(
        await page.evaluate(`document.getElementById("${id}").previousElementSibling.getBoundingClientRect().top`),
      ).toBeGreaterThanOrEqual(0);
    }
    await context.close();
  }
});

test("the way through the site takes as many lines on the page that it is at as on others", async () => {
  const heights = new Set<number>();
  for (const path of ["/", "/reports/", "/committees/", "/abbreviations/"]) {
    const { context, page } = await site.open(path, NARROW);
    heights.add((await page.locator(".site-navigation").boundingBox())?.height ?? 0);
    await context.close();
  }
  expect(heights.size).toBe(1);
});
