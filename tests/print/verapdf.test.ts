import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { temporaryFolder } from "../content-folders.ts";
import { printed } from "./printed.ts";

const folders = (process.env["PATH"] ?? "").split(delimiter);
const isThere = folders.some((folder) => existsSync(join(folder, "verapdf")));

/** What veraPDF says of files: a line each, and under those that break a rule, which one. */
function saidOf(files: readonly string[]): readonly string[] {
  const options = ["--flavour", "ua1", "--format", "text", "-v"];
  const { stdout } = spawnSync("verapdf", [...options, ...files], { encoding: "utf8", maxBuffer: 1e8 });
  return stdout.split("\n").filter((line) => line.trim() !== "");
}

// veraPDF is a Java program that no package of ours brings, so it runs where a machine has it.
describe.skipIf(!isThere)(isThere ? "veraPDF" : "veraPDF (skipped: there is no verapdf on the PATH)", () => {
  it("finds that every PDF of the sample site that claims PDF/UA-1 keeps to it", async () => {
    const content = await readContent("content");
    const { site } = checkContent(content, {});
    const folder = temporaryFolder();
    const files: string[] = [];
    for (const [index, job] of printJobs(site, content.attachments).entries()) {
      // Pages of other files that are laid in have no tags, and such a PDF makes no claim.
      if (job.annexes.size > 0) continue;
      const file = join(folder, `${index}.pdf`);
      writeFileSync(file, (await printed(job, "content")).bytes);
      files.push(file);
    }
    const said = saidOf(files);
    expect(said.filter((line) => !line.startsWith("PASS "))).toEqual([]);
    expect(said).toHaveLength(files.length);
  });
});
