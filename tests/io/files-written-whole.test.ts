import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { CLI, scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { rows } from "../lane.ts";

/** Runs the program where no file may grow beyond its first byte, as where a disk is full. */
function onFullDisk(
  root: string,
  args: readonly string[],
): Promise<{ readonly code: unknown; readonly stderr: string }> {
  return new Promise((resolve) => {
    const command = ["-c", 'ulimit -f 0; exec "$@"', "sh", process.execPath, CLI, ...args];
    const env = { PATH: process.env["PATH"], NO_COLOR: "1" };
    const child = execFile("/bin/sh", command, { cwd: root, env, encoding: "utf8" }, (_error, _stdout, stderr) =>
      resolve({ code: child.exitCode, stderr }),
    );
  });
}

describe("a file that cannot be written to its end", () => {
  it.each(
    rows(
      [
        ["of a report that is begun", ["new", "Transport"]],
        ["of a site that is begun", ["init", "new-site", "--yes", "--no-git"]],
        ["of what is found today", ["check", "--baseline", "other.json", "--write-baseline"]],
      ] as const,
      1,
    ),
  )("is not left cut short: %s", async (_what, args) => {
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": "council: Aldermere\n", "content/reports/a.md": reportOf({}) });
    const before = filesIn(root);
    const { code, stderr } = await onFullDisk(root, args);
    expect(stderr).toMatch(/^error: .+ would be larger than a file on its disk may be$/m);
    expect(code).toBe(2);
    expect(filesIn(root)).toEqual(before);
  });

  it("is as it was, where there was one: what was found before, and a report that is to be fixed", async () => {
    const root = temporaryFolder();
    const word = { "content/reports/a.md": reportOf({}, "The the bus runs.\n") };
    writeFiles(root, { "content/site.yml": "council: Aldermere\n", ...word });
    const args = ["check", "--baseline", "known.json", "--write-baseline"];
    expect((await scrutineer(root, ...args)).stderr).toContain("Wrote 1 finding");
    writeFiles(root, { "content/reports/b.md": reportOf({}, "The bus\u200b runs.\n") });
    const before = filesIn(root);
    expect((await onFullDisk(root, args)).code).toBe(2);
    expect(await onFullDisk(root, ["fix"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("cannot be written"),
    });
    expect(filesIn(root)).toEqual(before);
    expect((await scrutineer(root, ...args)).code).toBe(0);
    expect(readFileSync(join(root, "known.json"), "utf8")).toContain("b.md");
  });
});
