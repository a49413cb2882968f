import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "./compile-text.ts";
import { CLI } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";
import { isThorough, rows, runs } from "./lane.ts";

const FAULT = new URL("costly-in-thread.mjs", import.meta.url).href;
const SECRET = "Marchbanks";

const SECONDS = runs(2, 5);

/** Just above what is compiled without being weighed, and cheap to compile. */
const LARGE = `The panel met ${SECRET} at the depot. ${"one more ".repeat(8_000)}\n`;

function contentWith(...costly: readonly string[]): string {
  const folder = temporaryFolder();
  writeFiles(join(folder, "content"), {
    "reports/small.md": reportOf({}, "See [the other](large.md).\n"),
    "reports/large.md": reportOf({}, LARGE),
    ...Object.fromEntries(costly.map((name) => [`reports/${name}.md`, reportOf({ title: name }, LARGE)])),
  });
  return folder;
}

interface Run {
  readonly code: number | null;
  readonly printed: string;
}

/** Runs the program, in which a text may take this much; it is waited for, however busy the machine is. */
function run(folder: string, args: readonly string[], input = ""): Promise<Run> {
  const env = {
    PATH: process.env["PATH"],
    NO_COLOR: "1",
    NODE_OPTIONS: `--import ${FAULT}`,
    SCRUTINEER_REPORT_SECONDS: `${SECONDS}`,
    SCRUTINEER_REPORT_MEGABYTES: "150",
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => parts.push(String(part)));
    child.on("close", (code) => resolve({ code, printed: parts.join("") }));
    child.stdin.end(input);
  });
}

const TIME = `content/reports/endless.md:1:1  error  this text, with its annexes, takes more than ${SECONDS} seconds of computing`;
const MEMORY =
  "content/reports/boundless.md:1:1  error  this text, with its annexes, takes more than 150 megabytes of memory";

describe("a text that takes too much time or memory", () => {
  it.runIf(isThorough)("fails alone, and says so; nothing that it holds is printed", async () => {
    const folder = contentWith("endless", "boundless");
    const { code, printed } = await run(folder, ["check", "content"]);
    expect(code).toBe(1);
    expect(printed).toContain(TIME);
    expect(printed).toContain(MEMORY);
    expect(printed).toContain("Checked 4 reports: 2 errors");
    expect(printed).not.toContain(SECRET);
  });

  it.runIf(isThorough)(
    "fails alone, too, where the thread ends over it, and the texts after it are tried",
    async () => {
      const folder = contentWith("ending", "throwing", "endless");
      const { code, printed } = await run(folder, ["check", "content"]);
      expect(code).toBe(1);
      for (const name of ["ending", "throwing"])
        expect(printed).toContain(
          `content/reports/${name}.md:1:1  error  this text, with its annexes, takes more than the thread in which texts are tried can bear`,
        );
      expect(printed).toContain(TIME);
      expect(printed).toContain("Checked 5 reports: 3 errors");
      expect(printed).not.toContain(SECRET);
    },
  );

  it("is left out of the site by --keep-going, and keeps the site as it was without", async () => {
    const folder = contentWith("boundless");
    const flags = ["content", "--out", "site", "--no-pdf", "--no-search"];
    if (isThorough) {
      const stopped = await run(folder, ["build", ...flags]);
      expect(stopped).toEqual({ code: 1, printed: expect.stringContaining(MEMORY) });
      expect(Object.keys(filesIn(folder)).filter((path) => path.startsWith("site/"))).toEqual([]);
    }
    const kept = await run(folder, ["build", ...flags, "--keep-going"]);
    expect(kept).toEqual({ code: 1, printed: expect.stringContaining(MEMORY) });
    expect(kept.printed).toContain("Published 2 reports, 1 left out");
    const published = Object.keys(filesIn(join(folder, "site")));
    expect(published).toContain("reports/large/index.html");
    expect(published.filter((path) => path.includes("boundless"))).toEqual([]);
  });

  it.runIf(isThorough)(
    "is found by its name, on standard input, staged, where it is to be fixed or printed, and where another links to it",
    async () => {
      const folder = contentWith("boundless");
      const file = join(folder, "content/reports/boundless.md");
      const text = readFileSync(file, "utf8");
      writeFiles(join(folder, "content"), { "reports/small.md": reportOf({}, "See [the other](boundless.md).\n") });
      const git = (...args: readonly string[]): void => {
        execFileSync("git", args, { cwd: folder });
      };
      git("init", "--quiet");
      git("add", ".");
      const ways = [
        ["check", "content/reports/boundless.md"],
        ["check", "-", "--stdin-path", "content/reports/boundless.md"],
        ["check", "content", "--staged"],
        ["pdf", "content/reports/boundless.md"],
      ];
      for (const args of rows(ways, 1))
        expect(await run(folder, args, text)).toEqual({ code: 1, printed: expect.stringContaining(MEMORY) });
      expect(await run(folder, ["fix", "content"])).toEqual({
        code: 1,
        printed: expect.stringContaining("1 error is left"),
      });
      expect(readFileSync(file, "utf8")).toBe(text);
      const other = await run(folder, ["check", "content/reports/small.md"]);
      expect(other).toEqual({ code: 0, printed: expect.stringContaining("Checked 1 report: 0 errors") });
    },
  );
});
