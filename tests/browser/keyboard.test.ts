import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, sample, serveSite } from "./served-site.ts";

const PAGES = [
  "/",
  "/reports/",
  "/committees/",
  "/committees/corporate/",
  "/committees/corporate/2024-11-06/",
  "/reports/by-year/",
  "/abbreviations/",
  "/accessibility/",
  "/404.html",
  "/withheld/",
  "/reports/2024/leisure-centres-options-for-their-future-management/",
  "/reports/2025/school-attendance-final-report/",
];

let site: ServedSite;

beforeAll(async () => {
  site = await serveSite(sample);
});

afterAll(() => site?.close());

/** Everything that can be worked, in the order of the page. */
const workable = `[...document.querySelectorAll("a[href], button, input:not([type='hidden']), select, summary, [tabindex='0']")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }))`;

const focused = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return { index: ${workable}.indexOf(document.activeElement), isSeen: outlineStyle !== "none" && outlineWidth !== "0px" };
})()`;

describe.each([320, 1280])("at %i px, with script off,", (width) => {
  test.each(PAGES)("the tab key reaches everything on %s in order, and shows where it is", async (path) => {
    const { context, page } = await site.open(path, { viewport: { width, height: 900 }, javaScriptEnabled: false });
    const total = Number(await page.evaluate(`${workable}.length`));
    expect(total).toBeGreaterThan(5);
    for (let index = 0; index < total; index++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(focused)).toEqual({ index, isSeen: true });
    }
    await context.close();
  });
});

describe("a site in Welsh", () => {
  let welsh: ServedSite;

  beforeAll(async () => {
    welsh = await serveSite(fileURLToPath(new URL("../sites/welsh/content", import.meta.url)));
  });

  afterAll(() => welsh?.close());

  test.each([320, 640, 1280])("fits at %i px, with the button that cites, whose words are Welsh", async (width) => {
    const { context, page, faults } = await welsh.open("/reports/2025/tai/#para-2", {
      viewport: { width, height: 900 },
    });
    await page.locator("#para-2 .para-number").click();
    expect(await page.locator("#para-2 .cite").textContent()).toBe("Dyfynnu paragraff 2");
    expect(await page.locator("#para-2 .cite").isVisible()).toBe(true);
    const box = await page.locator("#para-2 .cite").boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("the council's look", () => {
  test.each(["light", "dark"] as const)(
    "its logo is seen, and its size is known before it comes, %s",
    async (colorScheme) => {
      const { context, page } = await site.open("/", { colorScheme });
      const logo = page.locator(".site-logo");
      expect(await logo.getAttribute("alt")).toBe("Aldermere City Council");
      expect(await page.evaluate("document.querySelector('.site-logo').naturalWidth")).toBeGreaterThan(0);
      expect(await logo.getAttribute("width")).toMatch(/^\d+$/);
      await context.close();
    },
  );
});
