import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

describe("what V8 made of the program", () => {
  let root = "";
  beforeEach(() => {
    root = temporaryFolder();
    for (const part of ["package.json", "templates", "lib"])
      cpSync(join(PROJECT, part), join(root, part), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
  });

  const run = (...args: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "lib/cli.js"), ...args], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], NO_COLOR: "1" },
    });
    expect([stderr, status]).toEqual(["", 0]);
    return stdout;
  };
  const help = (): string => run("help", "build");
  const cache = (): string => join(root, ".code-cache");
  const kept = (): readonly string[] =>
    readdirSync(cache(), { recursive: true, encoding: "utf8" })
      .map((name) => join(cache(), name))
      .filter((file) => statSync(file).isFile())
      .sort();
  /** When each file was written last. */
  const written = (): Readonly<Record<string, bigint>> =>
    Object.fromEntries(kept().map((file) => [file, statSync(file, { bigint: true }).mtimeNs]));

  it("is kept after a run, and read by the next, which writes nothing", () => {
    const first = help();
    const before = written();
    expect(Object.keys(before).map((file) => file.replace(/^.*\//, ""))).toContain("program.js");
    expect(help()).toBe(first);
    expect(written()).toEqual(before);
    // Another command has more to load, and keeps that.
    run("explain");
    expect(written()).toMatchObject(before);
    expect(kept().length).toBeGreaterThan(Object.keys(before).length);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["damaged", (bytes) => Buffer.concat([bytes.subarray(0, -9), Buffer.from("!"), bytes.subarray(-8)])],
    ["cut", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["emptied", () => Buffer.alloc(0)],
  ])("is made again where it was %s", (_, change) => {
    const first = help();
    const before = kept();
    for (const file of before) writeFileSync(file, change(readFileSync(file)));
    const damaged = before.map((file) => readFileSync(file));
    expect(help()).toBe(first);
    for (const [n, file] of before.entries()) expect(readFileSync(file)).not.toEqual(damaged[n]);
    const after = written();
    expect(help()).toBe(first);
    expect(written()).toEqual(after);
  });

  it("is made again where the program is another by a letter, which V8 would not see", () => {
    expect(run("--help")).toContain("Makes a web site");
    const file = join(root, "lib/io/program.js");
    writeFileSync(file, readFileSync(file, "utf8").replace("Makes a web site", "Mends a web site"));
    for (const _ of [1, 2]) expect(run("--help")).toContain("Mends a web site");
  });

  it("is deleted where another version of the program kept it, once this one keeps its own", () => {
    writeFiles(cache(), { "0123456789abcdef/20.19.0-x64-1/program.js": "!" });
    help();
    expect(readdirSync(cache())).toHaveLength(1);
    expect(kept().some((file) => file.includes("0123456789abcdef"))).toBe(false);
  });

  it("is not kept where the program was taken away while it ran", () => {
    const away = `import fs from "node:fs"; process.once("exit", () => fs.rmSync(${JSON.stringify(join(root, "lib"))}, { recursive: true }))`;
    const flag = `--import=data:text/javascript,${encodeURIComponent(away)}`;
    const { status } = spawnSync(process.execPath, [flag, join(root, "lib/cli.js"), "--version"]);
    expect(status).toBe(0);
    expect(existsSync(join(root, "lib"))).toBe(false);
    expect(existsSync(cache())).toBe(false);
  });

  it("is not kept where that cannot be written, and nobody is told", () => {
    const first = help();
    rmSync(cache(), { recursive: true });
    writeFileSync(cache(), "");
    expect(help()).toBe(first);
    expect(readFileSync(cache(), "utf8")).toBe("");
  });

  it.runIf(isThorough)("is that of each set of flags: a large build has a process of its own, with others", () => {
    const body = "The Panel met at the depot.\n\n".repeat(40);
    const text = (n: number): string => reportOf({ title: `Report ${n}`, date: "4 March 2019" }, body);
    const files = Array.from({ length: 300 }, (_, n) => [`content/reports/r${n}.md`, text(n)] as const);
    writeFiles(root, { "content/site.yml": "council: Aldermere Borough Council\n", ...Object.fromEntries(files) });
    const build = (n: number): void => {
      writeFileSync(join(root, "content/reports/r1.md"), text(1000 + n));
      const args = ["build", join(root, "content"), "--out", join(root, "dist"), "--no-pdf", "--no-search", "--quiet"];
      run(...args);
    };
    build(1);
    const site = statSync(join(root, "dist")).ino;
    build(1);
    // It is no part of the program, or else nothing would be taken from the last build.
    expect(statSync(join(root, "dist")).ino).toBe(site);
    build(2);
    const before = written();
    expect(new Set(Object.keys(before).map(dirname)).size).toBe(2);
    build(3);
    expect(written()).toEqual(before);
  });
});
