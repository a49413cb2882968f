import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { besideOutput } from "../../src/io/beside-output.ts";
import { readContent } from "../../src/io/read-content.ts";
import { typeset } from "../../src/io/typeset.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>';
const FILES = {
  "reports/one.md": reportOf({ title: "One" }, "The first report.\n\n![A map](one/map.svg)\n"),
  "reports/one/map.svg": SVG,
  "reports/two.md": reportOf({ title: "Two" }, "The second report.\n"),
};

/** Makes the PDFs of a content folder, and says how many were made anew, and how many it said there were to make. */
async function made(content: string, folder: string) {
  const read = await readContent(content);
  const { site } = checkContent(read, {});
  let [anew, due] = [0, 0];
  const inspected = { folder: content, attachments: read.attachments };
  const pdfs = await typeset(printJobs(site, read.attachments), inspected, folder, {
    onProgress: (done, total) => {
      [anew, due] = [done, total];
    },
  });
  return { pdfs, anew, due };
}

function folders(files: Readonly<Record<string, string>> = FILES) {
  const content = temporaryFolder();
  writeFiles(content, files);
  return { content, kept: join(temporaryFolder(), "pdf") };
}

describe("PDFs that were made before", () => {
  it("are made once for the same text, and lie at their paths in the site", async () => {
    const { content, kept } = folders();
    const first = await made(content, kept);
    expect([...first.pdfs.keys()].sort()).toEqual(["reports/one/one.pdf", "reports/two/two.pdf"]);
    expect(first.anew).toBe(2);
    const second = await made(content, kept);
    expect(second.anew).toBe(0);
    expect([...second.pdfs].sort()).toEqual([...first.pdfs].sort());
  });

  it("are made anew where the text or a picture is another, and what is no longer wanted is deleted", async () => {
    const { content, kept } = folders();
    const first = await made(content, kept);
    writeFiles(content, { "reports/two.md": reportOf({ title: "Two" }, "Other words.\n") });
    expect(await made(content, kept)).toMatchObject({ anew: 1, due: 1 });
    writeFiles(content, { "reports/one/map.svg": SVG.replace("v10z", "v9z") });
    const last = await made(content, kept);
    expect(last.anew).toBe(1);
    expect(readdirSync(kept)).toHaveLength(2);
    const before = [...first.pdfs.values()].map(({ file }) => file);
    expect([...last.pdfs.values()].every(({ file }) => !before.includes(file))).toBe(true);
  });

  it.runIf(isThorough)("are made anew where the council's logo is another", async () => {
    const files = { ...FILES, "site.yml": "logo: shared/logo.svg\n", "shared/logo.svg": SVG };
    const { content, kept } = folders(files);
    await made(content, kept);
    expect((await made(content, kept)).anew).toBe(0);
    writeFiles(content, { "shared/logo.svg": SVG.replace("v10z", "v9z") });
    expect((await made(content, kept)).anew).toBe(2);
  });

  it("are refused with a drawing that would need a font of the machine, where the check of it is turned off", async () => {
    const svg = SVG.replace("<path", "<text>\u{1F600}</text><path");
    const rules = "rules: {character-not-in-fonts: off}\n";
    const { content, kept } = folders({ ...FILES, "site.yml": rules, "reports/one/map.svg": svg });
    await expect(made(content, kept)).rejects.toThrow(
      "reports/one/one.pdf cannot be made: no PDF can be made with \u{1F600} (U+1F600), which is in the words of reports/one/map.svg",
    );
  });

  it("are not kept of a report that was taken down", async () => {
    const { content, kept } = folders();
    await made(content, kept);
    writeFiles(content, { "reports/two.md": reportOf({ title: "Two", confidential: "Yes" }, "The second report.\n") });
    const { pdfs } = await made(content, kept);
    expect([...pdfs.keys()]).toEqual(["reports/one/one.pdf"]);
    expect(readdirSync(kept)).toHaveLength(1);
  });

  it.each(
    rows(
      [
        ["cut short", (bytes: Buffer) => bytes.subarray(0, 100)],
        ["changed", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")])],
        ["empty", () => Buffer.alloc(0)],
      ],
      1,
    ),
  )("are made anew where a file is %s", async (_fault, change) => {
    const { content, kept } = folders();
    const first = await made(content, kept);
    const file = first.pdfs.get("reports/one/one.pdf")?.file ?? "";
    const sound = readFileSync(file);
    writeFileSync(file, change(sound));
    const second = await made(content, kept);
    expect(second.anew).toBe(1);
    expect(readFileSync(second.pdfs.get("reports/one/one.pdf")?.file ?? "").equals(sound)).toBe(true);
  });

  it.runIf(isThorough)("are the same bytes in another folder", async () => {
    const [one, other] = [folders(), folders()];
    const bytes = async ({ content, kept }: typeof one) =>
      [...(await made(content, kept)).pdfs.values()].map(({ file }) => readFileSync(file).toString("latin1"));
    expect(await bytes(one)).toEqual(await bytes(other));
  });

  it("lie beside the output folder, under a hidden name", () => {
    expect(besideOutput("/srv/www/site", "cache")).toBe("/srv/www/.site.scrutineer-cache");
  });
});
