import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import type { PrintJob } from "../../src/print/print-document.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { temporaryFolder } from "../content-folders.ts";
import { printed } from "./printed.ts";

const CONTENT = "tests/sites/welsh/content";

const read = await readContent(CONTENT);
const jobs = printJobs(checkContent(read, { edition: "members" }).site, read.attachments);

async function textOf(path: string): Promise<string> {
  const job: PrintJob | undefined = jobs.find((one) => one.path === path);
  if (job === undefined) throw new Error(`there is no ${path} among ${jobs.map((one) => one.path).join(", ")}`);
  const file = join(temporaryFolder(), "printed.pdf");
  writeFileSync(file, (await printed(job, CONTENT)).bytes);
  return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
}

describe("what a PDF says itself", () => {
  it("is Welsh in a Welsh report", async () => {
    const text = await textOf("reports/2025/tai/tai.pdf");
    for (const words of [
      "24 Mawrth 2025",
      "Pwyllgor Craffu Tai",
      "Eitem agenda 4",
      "Papurau cefndir",
      / Tudalen 1 o \d$/m,
    ])
      expect(text).toMatch(words);
    expect(text).not.toMatch(/March|Committee|Agenda item|Background papers|Page \d/);
  });

  it("is English in an English report of a Welsh site", async () => {
    const text = await textOf("reports/2025/english/english.pdf");
    for (const words of ["20 March 2025", "Date", / Page 1 of \d$/m]) expect(text).toMatch(words);
    expect(text).not.toMatch(/Mawrth|Dyddiad|Tudalen/);
  });

  it("is Welsh in a pack of a Welsh site", async () => {
    const text = await textOf("committees/tai/2025-04-03/pack.pdf");
    for (const words of [/agenda a\s+phapurau/, "Dydd Iau 3 Ebrill 2025", "Nid i’w gyhoeddi", / Tudalen 1 o \d$/m])
      expect(text).toMatch(words);
    expect(text).not.toMatch(/agenda and papers|Thursday|Not for publication|Page \d/);
  });
});
