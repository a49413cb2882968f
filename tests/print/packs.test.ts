import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { readContent } from "../../src/io/read-content.ts";
import { typeset } from "../../src/io/typeset.ts";
import type { Edition } from "../../src/model/settings.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const MEETING = { committee: "Children", meeting: "2019-04-08" };

/** A PDF of two pages, as an officer attaches it. */
async function annex(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const words of ["Newsletter one", "Newsletter two"])
    pdf.addPage([400, 300]).drawText(words, { x: 20, y: 200, size: 14 });
  pdf.setTitle("Newsletter");
  return pdf.save();
}

const FILES = {
  "site.yml":
    "council: Aldermere City Council\nbase-url: https://scrutiny.example/\ncommittees: [{id: children, name: Children}]\n",
  "meetings/children/2019-04-08.md": "---\ntime: 18:30\nvenue: Guildhall\n---\n\nThe public may speak.\n",
  "reports/third.md": reportOf({ title: "Third paper", ...MEETING, item: "7" }, "## Facts\n\nThe third.\n"),
  "reports/first.md": reportOf(
    { title: "First paper", ...MEETING, item: "5", annexes: "[{title: Newsletter, file: first/news.pdf}]" },
    "## Facts\n\nSee Annex A.\n\n### Costs\n\nThey are low.\n",
  ),
  "reports/withheld.md": reportOf(
    { title: "Contract", ...MEETING, item: "6", confidential: "{paragraphs: [3], reason: Prices}" },
    "## Prices\n\nThe secretprice is 7.\n",
  ),
  "reports/late.md": reportOf({ title: "Late paper", ...MEETING, item: "8", supplement: "1" }, "## Facts\n\nLate.\n"),
};

async function packs(edition: Edition) {
  const content = temporaryFolder();
  writeFiles(content, FILES);
  mkdirSync(join(content, "reports/first"));
  writeFileSync(join(content, "reports/first/news.pdf"), await annex());
  const read = await readContent(content);
  const { site, diagnostics } = checkContent(read, { edition });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const folder = join(temporaryFolder(), "pdf");
  const made = await typeset(printJobs(site, read.attachments), { folder: content, ...read }, folder);
  const fileOf = (name: string): string => made.get(`committees/children/2019-04-08/${name}`)?.file ?? "";
  return { paths: [...made.keys()].sort(), pack: fileOf("pack.pdf"), supplement: fileOf("pack-supplement-1.pdf") };
}

/** The words of each page. */
function pagesOf(file: string): readonly string[] {
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  return text
    .split("\f")
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, " ").trim());
}

async function outlineOf(file: string) {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const outline = (await (await task.promise).getOutline()) ?? [];
  await task.destroy();
  return outline.map(({ title, items }) => [title, items.map((item: { readonly title: string }) => item.title)]);
}

describe("the pack of a meeting", async () => {
  const { paths, pack, supplement } = await packs("public");
  const pages = pagesOf(pack);

  it("lies beside the meeting's page, and a supplement's beside it", () => {
    expect(paths.filter((path) => path.startsWith("committees/"))).toEqual([
      "committees/children/2019-04-08/pack-supplement-1.pdf",
      "committees/children/2019-04-08/pack.pdf",
    ]);
  });

  it("has a cover with the committee, the day, the time, the venue and the notes", () => {
    for (const words of ["Children", "Monday 8 April 2019", "6.30pm", "Guildhall", "The public may speak."])
      expect(pages[0]).toContain(words);
  });

  it("has the papers in the order of their items, each on a page of its own, under one run of page numbers", () => {
    const starts = ["First paper", "Contract", "Third paper"].map((title) =>
      pages.findIndex((page, index) => index > 1 && page.includes(title) && !page.startsWith(title)),
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.every((start) => start > 1)).toBe(true);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });

  it("has an agenda whose page numbers are those of the papers", () => {
    const agenda = pages[1] ?? "";
    for (const title of ["First paper", "Contract", "Third paper"]) {
      const [, number = "0"] = new RegExp(`${title}[ .]*(\\d+)`).exec(agenda) ?? [];
      expect(pages[Number(number) - 1]).toContain(title);
    }
  });

  it("says of what is withheld what its page says, and nothing more", () => {
    const words = pages.join(" ");
    expect(words).toContain("Not for publication");
    expect(words).toContain("Schedule 12A");
    expect(words).not.toContain("secretprice");
    expect(words).not.toContain("Prices The");
  });

  it("has bookmarks two deep", async () => {
    expect(await outlineOf(pack)).toEqual([
      ["Children, 8\u00a0April\u00a02019: agenda and papers", []],
      ["Agenda", []],
      ["First paper", ["Facts", "Annexes", "Background papers", "Annex A: Newsletter"]],
      ["Contract", []],
      ["Third paper", ["Facts", "Background papers"]],
    ]);
  });

  it("holds an annex that is a PDF, page by page, announced, linked, and outside of the tags", async () => {
    const announced = pages.findIndex((page) => page.includes("The 2 pages that follow are a PDF"));
    expect(announced).toBeGreaterThan(0);
    expect(pages[announced]).toContain("https://scrutiny.example/reports/first/news.pdf");
    expect(pages[announced + 1]).toContain("Newsletter one");
    expect(pages[announced + 2]).toContain("Newsletter two");
    const claims = [pack, supplement].map((file) => readFileSync(file).includes("<pdfuaid:part>1</pdfuaid:part>"));
    expect(claims).toEqual([false, true]);
  });

  it("is followed by that of a supplement, whose pages go on", () => {
    const late = pagesOf(supplement);
    for (const [index, page] of late.entries())
      expect(page).toContain(`Page ${pages.length + index + 1} of ${pages.length + late.length}`);
    expect(late.join(" ")).toContain("Late paper");
    expect(pages.join(" ")).not.toContain("Late paper");
  });

  it("has what is withheld whole and marked on every page of it in the members' edition", async () => {
    const members = await packs("members");
    const withheld = pagesOf(members.pack).filter((page) => page.includes("secretprice"));
    expect(withheld).toHaveLength(1);
    for (const page of withheld) expect(page).toContain("Not for publication");
  });

  it("is the same bytes each time", async () => {
    const again = await packs("public");
    expect(readFileSync(again.pack).equals(readFileSync(pack))).toBe(true);
    expect(readFileSync(again.supplement).equals(readFileSync(supplement))).toBe(true);
  });
});
