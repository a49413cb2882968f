import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Served, startServing, stopAll } from "../commands/served.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const PATH = "content/reports/2019/bus.md";
const AT = "reports/2019/bus/";
const LONG = Array.from({ length: 60 }, (_, index) => `Paragraph of bus line ${index + 1}.\n`).join("\n");

let browser: Browser;
let served: Served;
let folder: string;
let page: Page;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
});
afterAll(() => browser?.close());
afterEach(async () => {
  await page?.close();
  await stopAll();
});

const save = (path: string, text: string): void => writeFileSync(join(folder, path), text);

async function open(path = AT): Promise<readonly string[]> {
  folder = temporaryFolder();
  writeFiles(folder, {
    "content/site.yml": "council: Aldermere\n",
    [PATH]: reportOf({ title: "Buses" }, LONG),
    "content/reports/2019/tram.md": reportOf({ title: "Trams" }),
    "content/reports/2019/early.md": reportOf({ title: "Early", draft: "true" }),
  });
  served = await startServing(folder, ["serve", "--port", "0"]);
  page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(served.origin + path);
  // It is told what there is once it listens.
  await page.locator(".preview-open, .preview-note").first().waitFor({ state: "attached" });
  return faults;
}

describe("a page of the preview", () => {
  test("is loaded again when its report is saved, and shows the paragraph that it showed", async () => {
    const faults = await open();
    await page.locator("#para-40").evaluate((paragraph) => paragraph.scrollIntoView());
    const before = await page.locator("#para-40").boundingBox();
    save(PATH, reportOf({ title: "Buses" }, `A first one.\n\nA second one.\n\n${LONG}`));
    await page.locator("#para-62").waitFor();
    // The paragraph at the top has the same id, and another text: its place stays.
    await expect.poll(async () => (await page.locator("#para-40").boundingBox())?.y).toBeCloseTo(before?.y ?? -1, 0);
    expect(faults).toEqual([]);
  });

  test("shows what is wrong, and the report again once it is right", async () => {
    const faults = await open();
    save(PATH, reportOf({ title: "Buses" }, "A <b>bold</b> bus.\n"));
    await page.getByRole("heading", { name: "This page has an error" }).waitFor();
    const panel = page.getByRole("complementary", { name: "Preview" });
    await panel.getByText("2 errors").waitFor();
    expect(await panel.getByRole("button", { name: /content\/reports\/2019\/bus\.md:\d+:3/ }).count()).toBe(1);
    save(PATH, reportOf({ title: "Buses" }, LONG));
    await page.locator("#para-60").waitFor();
    await panel.waitFor({ state: "hidden" });
    expect(faults).toEqual([]);
  });

  test("gives way to another report that is saved, to a new name, and to nothing", async () => {
    await open();
    save("content/reports/2019/tram.md", reportOf({ title: "Trams" }, "Another tram.\n"));
    await page.waitForURL(`${served.origin}reports/2019/tram/`);
    await page.getByText("Another tram.").waitFor();
    renameSync(join(folder, "content/reports/2019/tram.md"), join(folder, "content/reports/2019/light-rail.md"));
    await page.waitForURL(`${served.origin}reports/2019/light-rail/`);
    const text = readFileSync(join(folder, "content/reports/2019/light-rail.md"), "utf8");
    rmSync(join(folder, "content/reports/2019/light-rail.md"));
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    save("content/reports/2019/light-rail.md", text);
    await page.getByText("Another tram.").waitFor();
  });

  test("marks links to drafts, and has a button for the line of each paragraph", async () => {
    const faults = await open("reports/");
    expect(await page.locator("a:text-is('Early') + .preview-note").first().textContent()).toBe(" (draft)");
    await page.goto(served.origin + AT);
    const button = page.locator("#para-2 > .preview-open");
    await button.waitFor();
    expect(await button.getAttribute("aria-label")).toMatch(/^Open reports\/2019\/bus\.md, line \d+$/);
    expect(faults).toEqual([]);
  });
});
