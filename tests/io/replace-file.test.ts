import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ReplaceFileError, replaceFile } from "../../src/io/replace-file.ts";
import { Sealed } from "../../src/model/sealed.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const bytes = (text: string): Sealed<Uint8Array> => new Sealed(new TextEncoder().encode(text));

describe("writing a file anew", () => {
  it("puts the whole of it in place, keeps its permissions, and leaves nothing beside it", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "reports/a.md": "old" });
    chmodSync(join(folder, "reports/a.md"), 0o640);
    replaceFile(folder, "reports/a.md", bytes("old"), bytes("new"));
    expect(readFileSync(join(folder, "reports/a.md"), "utf8")).toBe("new");
    expect(statSync(join(folder, "reports/a.md")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, "reports"))).toEqual(["a.md"]);
  });

  it("refuses a file that was changed meanwhile", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "a.md": "newer" });
    expect(() => replaceFile(folder, "a.md", bytes("old"), bytes("new"))).toThrow(ReplaceFileError);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("newer");
    expect(readdirSync(folder)).toEqual(["a.md"]);
  });

  it("follows no symbolic link, to a file or to a folder, out of the content folder", () => {
    const root = temporaryFolder();
    writeFiles(root, { "outside/a.md": "old" });
    mkdirSync(join(root, "content"));
    symlinkSync(join(root, "outside/a.md"), join(root, "content/a.md"));
    symlinkSync(join(root, "outside"), join(root, "content/reports"));
    for (const path of ["a.md", "reports/a.md", "../outside/a.md"]) {
      expect(() => replaceFile(join(root, "content"), path, bytes("old"), bytes("new"))).toThrow(ReplaceFileError);
      expect(readFileSync(join(root, "outside/a.md"), "utf8")).toBe("old");
    }
    expect(readdirSync(join(root, "outside"))).toEqual(["a.md"]);
  });

  it("says so in words where a file is gone or cannot be read", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "b.md"), "x");
    expect(() => replaceFile(folder, "a.md", bytes("old"), bytes("new"))).toThrow(/a.md cannot be written; check/);
  });
});
