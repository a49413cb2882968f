import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pdfsMade } from "../../src/io/pdfs-made.ts";
import { readContent } from "../../src/io/read-content.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import type { PrintJob } from "../../src/print/print-document.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { formatMaps } from "../../src/site/compile-cache.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const svg = (height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v${height}z"/></svg>`;
const MEETING = { committee: "Panel", meeting: "8 April 2019" };
const SETTINGS = "council: Aldermere Borough Council\nbase-url: https://reports.example.gov.uk/\n";
const FILES = {
  "site.yml": `${SETTINGS}logo: shared/logo.svg\n`,
  "shared/logo.svg": svg(9),
  "meetings/panel/2019-04-08.md": "---\nvenue: The depot\n---\n\nDoors open at nine.\n",
  "reports/one.md": reportOf({ title: "One", ...MEETING }, "See [two](two.md).\n\n![A map](one/map.svg)\n"),
  "reports/one/map.svg": svg(9),
  "reports/two.md": reportOf({ title: "Two", ...MEETING, item: "5" }, "The second report.\n"),
  "reports/three.md": reportOf(
    { title: "Three", ...MEETING, confidential: "{paragraphs: [3]}", "public-title": "A contract" },
    "The third.\n",
  ),
};

async function jobsOf(files: Readonly<Record<string, string>>) {
  const content = temporaryFolder();
  writeFiles(content, files);
  const read = await readContent(content);
  const { site } = checkContent(read, { keepGoing: true });
  const digestOfFile = (path: string): string => read.attachments.get(path)?.hash ?? "";
  const digestOfDocument = (job: PrintJob): string =>
    hashOf(formatMaps([job.print, [...job.images, ...job.annexes].map(([name, path]) => [name, digestOfFile(path)])]));
  return { jobs: printJobs(site, read.attachments), digestOfFile, digestOfDocument };
}

const digestOfReport = (report: object): string => hashOf(formatMaps(report));

/** Whether each PDF of a site is known after one was made of other files; throws where one is known wrongly. */
async function knownAfter(files: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const folder = join(temporaryFolder(), "kept");
  const [before, after] = [await jobsOf(files), await jobsOf(now)];
  const first = pdfsMade({ folder, digestOfReport, digestOfFile: before.digestOfFile });
  for (const job of before.jobs) first.note(job, 1, before.digestOfDocument(job));
  first.remember([]);
  const second = pdfsMade({ folder, digestOfReport, digestOfFile: after.digestOfFile });
  return new Map(
    after.jobs.map((job) => {
      const known = second.digestOf(job, 1);
      if (known !== undefined) expect([job.path, known]).toEqual([job.path, after.digestOfDocument(job)]);
      return [job.path, known !== undefined] as const;
    }),
  );
}

const [ONE, TWO, PACK] = ["reports/one/one.pdf", "reports/two/two.pdf", "committees/panel/2019-04-08/pack.pdf"];

describe("what is known of PDFs that were made before", () => {
  it("is all, where nothing was changed", async () => {
    expect(Object.fromEntries(await knownAfter(FILES, FILES))).toEqual({ [ONE]: true, [TWO]: true, [PACK]: true });
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["a text", { "reports/two.md": reportOf({ title: "Two", ...MEETING, item: "5" }, "Other words.\n") }, [ONE]],
    ["a picture", { "reports/one/map.svg": svg(8) }, [TWO]],
    ["the logo", { "shared/logo.svg": svg(8) }, []],
    ["the address of the site", { "site.yml": FILES["site.yml"].replace("reports.", "papers.") }, []],
    ["the colour", { "site.yml": `${FILES["site.yml"]}colour: "#123456"\n` }, []],
    [
      "the meeting",
      { "meetings/panel/2019-04-08.md": "---\nvenue: The hall\n---\n\nDoors open at nine.\n" },
      [ONE, TWO],
    ],
    ["its notes", { "meetings/panel/2019-04-08.md": "---\nvenue: The depot\n---\n\nDoors open at ten.\n" }, [ONE, TWO]],
    ["a number on the agenda", { "reports/two.md": FILES["reports/two.md"].replace("item: 5", "item: 6") }, [ONE]],
    [
      "the title of what is withheld",
      { "reports/three.md": FILES["reports/three.md"].replace("A contract", "A lease") },
      [ONE, TWO],
    ],
  ])("is nothing of those that %s is part of", async (_, changed, known) => {
    const found = await knownAfter(FILES, { ...FILES, ...changed });
    expect([...found].flatMap(([path, isKnown]) => (isKnown ? [path] : []))).toEqual(known);
  });
});
