// Makes docs/pictures/report.jpg, which the README shows: a report's page beside the first sheet of its PDF.
//   npm run build && node scripts/picture.mjs
// It needs chromium and pdftoppm (poppler-utils).
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const REPORT = "dist/reports/2025/bus-services-update/";
const folder = mkdtempSync(join(tmpdir(), "scrutineer-picture-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 1180 } });
  await page.goto(pathToFileURL(resolve(REPORT, "index.html")).href);
  const shown = await page.screenshot();
  const sheet = join(folder, "sheet");
  execFileSync("pdftoppm", ["-png", "-r", "110", "-f", "1", "-l", "1", `${REPORT}bus-services-update.pdf`, sheet]);
  const printed = readFileSync(execFileSync("sh", ["-c", `ls ${sheet}*`], { encoding: "utf8" }).trim());
  const board = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const image = (bytes) => `<img src="data:image/png;base64,${bytes.toString("base64")}" height="800">`;
  await board.setContent(`<style>
    body { margin: 0; height: 860px; background: #dfe6e8; display: flex; gap: 40px; align-items: center; justify-content: center }
    img { border-radius: 6px; box-shadow: 0 4px 18px rgb(0 0 0 / 30%) }
  </style>${image(shown)}${image(printed)}`);
  mkdirSync("docs/pictures", { recursive: true });
  await board.screenshot({ path: "docs/pictures/report.jpg", type: "jpeg", quality: 72 });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
