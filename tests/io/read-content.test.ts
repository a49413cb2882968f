import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ContentFolderError } from "../../src/io/content-folder-error.ts";
import { readContent } from "../../src/io/read-content.ts";
import { Sealed } from "../../src/model/sealed.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

let root: string;
let content: string;

beforeEach(() => {
  root = temporaryFolder();
  content = join(root, "content");
  writeFiles(content, {
    "site.yml": "council: A\n",
    "reports/b.md": "B",
    "reports/a.md": "A",
    "reports/a/map.csv": "a,b\n",
    "reports/a/annex.md": "Annex",
    "shared/list.csv": "a\n",
    "pages/about.md": "About",
    "pages/map.png": "x",
    "meetings/children/2019-04-08.md": "Notes",
    "notes.txt": "x",
  });
});

function sizeOf(bytes: Sealed<Uint8Array> | undefined): number {
  return bytes === undefined ? 0 : Sealed.open(bytes).length;
}

describe("reading a content folder", () => {
  it("tells texts, files, settings and others, each by its path", async () => {
    const read = await readContent(content);
    expect([...read.texts.keys()].sort()).toEqual([
      "meetings/children/2019-04-08.md",
      "pages/about.md",
      "reports/a.md",
      "reports/a/annex.md",
      "reports/b.md",
    ]);
    expect([...read.attachments.keys()].sort()).toEqual(["reports/a/map.csv", "shared/list.csv"]);
    expect(new TextDecoder().decode(read.settings)).toBe("council: A\n");
    expect(read.others).toEqual(["notes.txt", "pages/map.png"]);
    expect(read.findings).toEqual([]);
  });

  it("passes over what the system and editors leave", async () => {
    writeFiles(content, {
      ".DS_Store": "x",
      "reports/.hidden.md": "x",
      "reports/~$a.docx": "x",
      "reports/Thumbs.db": "x",
      "desktop.ini": "x",
      ".git/config": "x",
    });
    const read = await readContent(content);
    expect([...read.texts.keys(), ...read.attachments.keys(), ...read.others]).toHaveLength(9);
  });

  it.each([
    ["a file outside", "secret.txt", "reports/a/link.csv"],
    ["a folder outside", "elsewhere", "reports/a/folder"],
    ["a file inside", "content/reports/a/map.csv", "reports/a/copy.csv"],
    ["nothing", "gone", "reports/a/gone.csv"],
    ["a report", "content/reports/a.md", "reports/c.md"],
    ["what is above", ".", "reports/up"],
    ["the settings", "secret.txt", "shared/site.yml"],
  ])("a symbolic link to %s is an error at its path, and never followed", async (_name, target, link) => {
    writeFiles(root, { "secret.txt": "secret", "elsewhere/secret.md": "secret" });
    symlinkSync(join(root, target), join(content, link));
    const read = await readContent(content);
    expect(read.findings).toMatchObject([{ rule: "file-symbolic-link", place: { path: link, line: 1, column: 1 } }]);
    expect(read.findings[0]?.fix).toMatch(/copy/);
    for (const paths of [read.texts, read.attachments]) {
      expect([...paths.keys()].filter((path) => path.startsWith(link))).toEqual([]);
    }
  });

  it("may itself be reached through a symbolic link", async () => {
    symlinkSync(content, join(root, "link"));
    expect((await readContent(join(root, "link"))).texts.size).toBe(5);
  });

  it("does not hold the bytes of a report of many megabytes, yet says that it is too large", async () => {
    writeFiles(content, { "reports/large.md": new Uint8Array(20 * 1024 * 1024).fill(0x61) });
    const read = await readContent(content);
    expect(sizeOf(read.texts.get("reports/large.md"))).toBeGreaterThan(1024 * 1024);
    expect(sizeOf(read.texts.get("reports/large.md"))).toBeLessThan(20 * 1024 * 1024);
  });

  it.each([
    ["is not there", "gone"],
    ["is a file", "content/site.yml"],
  ])("a folder that %s is refused in words", async (_name, path) => {
    await expect(readContent(join(root, path))).rejects.toThrow(ContentFolderError);
  });

  it("refuses a folder in the place of the settings, which would be left out", async () => {
    rmSync(join(content, "site.yml"));
    mkdirSync(join(content, "site.yml"));
    await expect(readContent(content)).rejects.toThrow("site.yml is a folder, and must be a file");
  });

  it("a folder with nothing in it is read", async () => {
    mkdirSync(join(root, "empty"));
    const read = await readContent(join(root, "empty"));
    expect(read.texts.size + read.attachments.size + read.others.length).toBe(0);
    expect(read.settings).toBeUndefined();
  });
});
