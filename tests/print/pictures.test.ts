import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printReport } from "../../src/print/print-report.ts";
import { temporaryFolder } from "../content-folders.ts";
import { printed } from "./printed.ts";

const GOLDENS = fileURLToPath(new URL("pictures", import.meta.url));
const RESOLUTION = "60";
/** Versions of the program that draws PDFs smooth letters differently; a line that moved changes more. */
const MOST_CHANGED = 0.004;

const content = fileURLToPath(new URL("../sites/continuous/content", import.meta.url));
const { site } = checkContent(await readContent(content), {});
const report = site.reports.find(({ path }) => path.endsWith("/typed.md"));
if (report === undefined) throw new Error("the report of this test is not there");

/** The pages of the report's PDF as pictures. */
async function drawPages(): Promise<readonly PNG[]> {
  if (report === undefined) return [];
  const job = printReport(site, report);
  const { bytes, pages } = await printed(job, content);
  const root = temporaryFolder();
  writeFileSync(join(root, "report.pdf"), bytes);
  execFileSync("pdftoppm", ["-r", RESOLUTION, "-png", join(root, "report.pdf"), join(root, "page")]);
  return Array.from({ length: pages }, (_, index) => PNG.sync.read(readFileSync(join(root, `page-${index + 1}.png`))));
}

/** The picture of a page that was accepted; `vitest -u` accepts the page as it is. */
function accepted(name: string, page: PNG): PNG {
  const golden = join(GOLDENS, `${name}.png`);
  const isUpdate = Reflect.get(expect.getState().snapshotState, "_updateSnapshot") === "all";
  if (!process.env["CI"] && (isUpdate || !existsSync(golden))) {
    mkdirSync(GOLDENS, { recursive: true });
    writeFileSync(golden, PNG.sync.write(page));
  }
  return PNG.sync.read(readFileSync(golden));
}

/** How much of a page is drawn otherwise than another. */
function changeOf(page: PNG, other: PNG): number {
  const { width, height } = page;
  expect([width, height]).toEqual([other.width, other.height]);
  return pixelmatch(page.data, other.data, undefined, width, height, { threshold: 0.25 }) / (width * height);
}

const pages = await drawPages();

describe("the pages of a report's PDF", () => {
  it.each(pages.map((page, index) => [index + 1, page] as const))(
    "page %i is drawn as it was accepted",
    (number, page) => {
      expect(changeOf(page, accepted(`typed-${number}`, page))).toBeLessThan(MOST_CHANGED);
    },
  );

  it("a line that moved is seen", () => {
    const [page] = pages;
    if (page === undefined) throw new Error("there is no page");
    const moved = PNG.sync.read(PNG.sync.write(page));
    const row = moved.width * 4;
    const half = Math.floor(moved.height / 2) * row;
    moved.data.copy(moved.data, half + 4 * row, half, moved.data.length - 4 * row);
    expect(changeOf(page, moved)).toBeGreaterThan(MOST_CHANGED);
  });
});
