import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatSystemError, onFile } from "../../src/io/system-errors.ts";
import { reportOf } from "../compile-text.ts";
import { CLI } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";

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

// Root reads everything, and so takes another account, where that may read the program.
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const isReadable = spawnSync(process.execPath, [CLI, "--version"], { cwd: "/", ...account }).status === 0;

describe.runIf(isReadable)("a file that the account that runs the program may not read", () => {
  function runs(root: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
    const env = { PATH: process.env["PATH"], NO_COLOR: "1", ...variables };
    const run = spawnSync(process.execPath, [CLI, ...args], { cwd: root, encoding: "utf8", env, ...account });
    return { code: run.status, said: run.stdout + run.stderr };
  }

  function siteWith(closed: string, mode: number): string {
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": "council: Aldermere\n", "content/reports/a.md": reportOf({}) });
    writeFiles(root, { "content/reports/b.md": reportOf({ title: "B" }), "known.json": "{}" });
    chmodSync(root, 0o777);
    chmodSync(join(root, closed), mode);
    return root;
  }

  it("is named, and so is what is to be done, where it is a report", () => {
    const root = siteWith("content/reports/b.md", 0);
    for (const args of rows([["check"], ["build", "--no-pdf", "--no-search"]], 1)) {
      const { code, said } = runs(root, args);
      expect(said).toMatch(/^content\/reports\/b\.md:1:1 {2}error {2}this file cannot be read: .* has no right to$/m);
      expect(said).toMatch(/^ {2}fix: give that account the right to read it/m);
      expect(code).toBe(1);
    }
  });

  it.each(
    rows(
      [
        ["the content", "content", ["check"], /^error: content cannot be opened, because you have no permission/m],
        [
          "the content, of a build",
          "content",
          ["build"],
          /^error: content cannot be opened, because you have no permission/m,
        ],
        [
          "a baseline",
          "known.json",
          ["check", "--baseline", "known.json"],
          /^error: known\.json cannot be opened, because/m,
        ],
        ["a report of which a PDF is asked for", "content/reports", ["pdf", "content/reports/a.md"], /^error: /m],
      ] as const,
      2,
    ),
  )("is named where it is %s", (_what, closed, args, words) => {
    const { code, said } = runs(siteWith(closed, 0), args);
    expect(said).toMatch(words);
    expect(said).not.toContain("internal error");
    expect(code).toBe(2);
  });

  it.runIf(isThorough)(
    "is named where the temporary folder, in which verify makes the site, may not be written to",
    () => {
      const root = siteWith(".", 0o777);
      const flags = ["--no-pdf", "--no-search"];
      expect(runs(root, ["build", ...flags]).code).toBe(0);
      mkdirSync(join(root, "tmp"), { mode: 0o555 });
      const { code, said } = runs(root, ["verify", "dist", ...flags], { TMPDIR: join(root, "tmp") });
      expect(said).toMatch(/tmp cannot be written to, where the site is made again: name another with TMPDIR$/m);
      expect(code).toBe(2);
    },
  );

  it("is named where a folder may be read and not be written to", () => {
    const root = siteWith(".", 0o555);
    expect(runs(root, ["build", "--no-pdf", "--no-search"])).toEqual({
      code: 2,
      said: expect.stringMatching(
        /^error: .+ cannot be written to, because you have no permission: name another folder/,
      ),
    });
  });
});
