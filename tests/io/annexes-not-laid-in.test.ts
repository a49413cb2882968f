import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { typeset } from "../../src/io/typeset.ts";
import type { Attachment } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const FILE = "reports/first/news.pdf";

it("makes a pack that says of an annex that it could not be laid in, and makes it anew each time", async () => {
  const content = temporaryFolder();
  writeFiles(content, {
    "site.yml": "council: Aldermere City Council\ncommittees: [{id: children, name: Children}]\n",
    "reports/first.md": reportOf(
      { committee: "Children", meeting: "2019-04-08", annexes: "[{title: Newsletter, file: first/news.pdf}]" },
      "See Annex A.\n",
    ),
    [FILE]: "%PDF-1.4 and nothing more",
  });
  const read = await readContent(content);
  // Members get a file that cannot be checked as it is; here it is taken for one that was found to be sound.
  const taken: Attachment = { path: FILE, format: "PDF", bytes: 1, hash: "", pages: 1 };
  const attachments = new Map([[FILE, taken]]);
  const { site } = checkContent({ ...read, attachments }, { edition: "members" });
  const jobs = printJobs(site, attachments);
  const folder = join(temporaryFolder(), "pdf");
  const anew: number[] = [];
  for (let time = 0; time < 2; time++) {
    let count = 0;
    const made = await typeset(jobs, { folder: content, ...read }, folder, {
      onProgress: () => {
        count += 1;
      },
    });
    anew.push(count);
    const pack = made.get("committees/children/2019-04-08/pack.pdf");
    expect(pack?.notLaidIn).toEqual([FILE]);
    const words = execFileSync("pdftotext", [pack?.file ?? "", "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    expect(words).toContain(
      "Newsletter The pages of the PDF that is attached to the report could not be laid in here.",
    );
    expect(words).not.toContain("laid in as it is");
    expect(words.match(/Page \d+ of (\d+)/)?.[1]).toBe(String(pack?.pages));
  }
  expect(anew).toEqual([2, 1]);
});
