import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatSystemError, onFile } from "../../src/io/system-errors.ts";
import { reportOf } from "../compile-text.ts";
import { CLI } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

function thrownBy(step: () => void): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("errors of the system", () => {
  it("are told in words, with the path that they are about", () => {
    const folder = temporaryFolder();
    expect(formatSystemError(thrownBy(() => readFileSync(folder)))).toMatch(/is a folder, where a file is expected$/);
    const gone = thrownBy(() => readFileSync(join(folder, "gone.md")));
    expect(formatSystemError(gone)).toBe(
      `${join(folder, "gone.md")} no longer exists: it was moved or deleted meanwhile. Run it again`,
    );
    const long = join(folder, "a".repeat(300));
    expect(formatSystemError(thrownBy(() => writeFileSync(long, "")))).toMatch(/^the name of .* is too long/);
  });

  it("name the file also where the system does not", () => {
    const full = thrownBy(() => onFile("dist/a.html", () => writeFileSync("/dev/full", "x")));
    expect(formatSystemError(full)).toBe("there is no space left on the disk of dist/a.html: make room on it");
  });

  it("are not what the program does wrong, whose words may quote a text", () => {
    for (const error of [
      new Error("Qxonez"),
      new TypeError("Qxonez"),
      "Qxonez",
      Object.assign(new Error(), { code: "ENOSPC" }),
    ])
      expect(formatSystemError(error)).toBeUndefined();
  });
});

describe("output that cannot be written as a whole", () => {
  it("is said, and the exit code is 2", () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/reports/a.md": reportOf({}) });
    for (const args of [["explain"], ["check", "--format", "json"]]) {
      const full = openSync("/dev/full", "w");
      const run = spawnSync(process.execPath, [CLI, ...args], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      expect(run.stderr).toContain(
        "error: not everything could be written: there is no space left on the disk of standard output",
      );
      expect(run.status).toBe(2);
    }
  });
});

describe("a file of the content that cannot be read", () => {
  // Root reads everything.
  it.skipIf(process.getuid?.() === 0)("is named", () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/reports/a.md": reportOf({}) });
    writeFileSync(join(root, "content/reports/b.md"), reportOf({}), { mode: 0 });
    for (const args of [["check"], ["build", "content", "--out", "dist"], ["fix"]]) {
      const run = spawnSync(process.execPath, [CLI, ...args], { cwd: root, encoding: "utf8" });
      expect(run.stderr).toMatch(/^error: content\/reports\/b\.md cannot be opened, because you have no permission/m);
      expect(run.status).toBe(2);
    }
  });
});
