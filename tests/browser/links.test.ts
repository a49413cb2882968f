import { check, LinkState } from "linkinator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, sample, serveSite } from "./served-site.ts";

describe.each(["/", "/scrutiny/"])("the site served at %s", (base) => {
  let site: ServedSite;

  beforeAll(async () => {
    site = await serveSite(sample, base);
  });

  afterAll(() => site?.close());

  test("has no broken link and no fragment that is not there", async () => {
    const asked: string[] = [];
    const { links } = await check({
      path: [`${site.origin}${base}`, `${site.origin}${base}404.html`],
      recurse: true,
      checkFragments: true,
      linksToSkip: async (link) => !link.startsWith(site.origin),
    });
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    expect(broken.map(({ url, status, parent }) => `${status} ${url} on ${parent}`)).toEqual([]);
    for (const { url, state } of links) if (state === LinkState.OK) asked.push(url);
    const pages = site.files.filter(({ path }) => path.endsWith("index.html")).length;
    expect(asked.length).toBeGreaterThan(pages / 2);
  });

  test("leads from an old address to the same paragraph at the new one, and without script to its page", async () => {
    const old = `${base}reports/2024/persistent-absence-scoping/`;
    const now = `${site.origin}${base}reports/2024/school-attendance-scoping/`;
    for (const [javaScriptEnabled, fragment] of [
      [true, "#para-2"],
      [false, ""],
    ] as const) {
      const { context, page, faults } = await site.open(`${old}#para-2`, { javaScriptEnabled });
      await page.waitForURL(`${now}${fragment}`);
      expect(await page.locator("#para-2").count()).toBe(1);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});
