import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { reportOf } from "./compile-text.ts";
import { WAIT } from "./compiled-cli.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";
import { isThorough } from "./lane.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** The project as a fresh clone has it, with these of its files and what is installed. */
function clone(...parts: readonly string[]): string {
  const folder = temporaryFolder();
  for (const part of parts) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

describe("the package", () => {
  it("says where it is kept, and compiles the program before it is packed", () => {
    expect(manifest.repository.url).toMatch(/^git\+https:\/\//);
    expect(manifest.bugs).toMatch(/^https:\/\//);
    expect(manifest.homepage).toMatch(/^https:\/\//);
    expect(manifest.scripts.prepack).toBe(manifest.scripts.compile);
  });

  it.runIf(isThorough)("of a fresh clone holds the program, its templates and its documents, and nothing else", () => {
    const folder = clone("src", "templates", "schemas", "docs", "tests", "content", ...readableFiles());
    const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--foreground-scripts=false"], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [packed] = JSON.parse(printed) as readonly {
      readonly files: readonly { readonly path: string }[];
      readonly size: number;
      readonly unpackedSize: number;
    }[];
    const paths = packed?.files.map(({ path }) => path) ?? [];
    for (const path of ["lib/cli.js", "lib/io/program.js", "lib/io/pdf-worker.js", "lib/LICENCES.txt", "LICENSE"])
      expect(paths).toContain(path);
    for (const path of ["lib/index.js", "lib/index.d.ts"]) expect(paths).toContain(path);
    for (const path of ["templates/report.hbs", "templates/pdf/blocks.typ", "docs/authors-guide.md", "CHANGELOG.md"])
      expect(paths).toContain(path);
    const tops = new Set(paths.map((path) => path.split("/")[0]));
    expect([...tops].sort()).toEqual(
      [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "docs",
        "lib",
        "package.json",
        "schemas",
        "templates",
      ].sort(),
    );
    expect(paths.filter((path) => path.includes("/."))).toEqual([]);
    expect(packed?.size).toBeLessThan(1_500_000);
    expect(packed?.unpackedSize).toBeLessThan(6_000_000);
  });
});

describe("what another program imports", () => {
  it.runIf(isThorough)("is there under the package's name, with its types, and works", () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "content/reports/2024/bins.md": reportOf({ title: "Bins" }),
      "use.mjs": `import { build, check } from "scrutineer";
const checked = await check("content");
const built = await build("content", { out: "dist", pdf: false, search: false });
console.log(JSON.stringify([checked.isSound, built.isPublished]));
`,
      "use.ts": `import { type BuildResult, build, check } from "scrutineer";
const built: BuildResult = await build("content", { out: "dist" });
export const rules: readonly string[] = [...(await check("content")).findings, ...built.findings].map(({ rule }) => rule);
// @ts-expect-error An edition that there is not.
await build("content", { out: "dist", edition: "Members" });
`,
      "package.json": '{"type": "module"}',
    });
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(PROJECT, join(folder, "node_modules/scrutineer"), "dir");
    const run = (...args: readonly string[]): string =>
      execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    expect(run("use.mjs")).toBe("[true,true]\n");
    const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
    expect(run(tsc, ...flags, "use.ts")).toBe("");
  });
});

function readableFiles(): readonly string[] {
  return [
    "package.json",
    "package-lock.json",
    "compile.mjs",
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
  ];
}

describe("the program, compiled", () => {
  const compile = (folder: string, ...flags: readonly string[]): void => {
    execFileSync(process.execPath, ["compile.mjs", ...flags], { cwd: folder, stdio: "pipe" });
  };

  it.runIf(isThorough)("is compiled again only where something that it is made of has changed", () => {
    const folder = clone("src", "templates", "compile.mjs", "package.json", "package-lock.json");
    const program = join(folder, "lib/io/program.js");
    compile(folder, "--if-changed");
    const first = readFileSync(program, "utf8");
    // What was compiled is left alone, though somebody wrote to it.
    writeFileSync(program, "changed");
    compile(folder, "--if-changed");
    expect(readFileSync(program, "utf8")).toBe("changed");
    compile(folder);
    expect(readFileSync(program, "utf8")).toBe(first);
    const file = join(folder, "src/cli.ts");
    writeFileSync(file, `${readFileSync(file, "utf8")}\nconsole.log("more");\n`);
    compile(folder, "--if-changed");
    expect(readFileSync(program, "utf8")).toMatch(/console\.log\(.more.\)/);
    rmSync(join(folder, "lib"), { recursive: true });
    compile(folder, "--if-changed");
    expect(existsSync(program)).toBe(true);
  });
});

describe("npm run dev", () => {
  it.runIf(isThorough)(
    "compiles the program and runs it, again after each save, and ends when it is told to",
    async () => {
      const folder = clone(
        "src",
        "templates",
        "scripts",
        "content",
        "compile.mjs",
        "package.json",
        "package-lock.json",
      );
      const child = spawn(process.execPath, ["scripts/dev.mjs"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (piece: Buffer) => {
          said += piece.toString();
        });
      const until = (words: RegExp) => vi.waitFor(() => expect(said).toMatch(words), { timeout: WAIT, interval: 50 });
      const file = join(folder, "src/cli.ts");
      const text = readFileSync(file, "utf8");
      try {
        await until(/dev: scrutineer (?:serve|check)[\s\S]*dev: watching|dev: watching[\s\S]*dev: scrutineer/);
        said = "";
        writeFileSync(file, `${text}\nthis is no program\n`);
        await until(/dev: it does not compile/);
        said = "";
        writeFileSync(file, `process.stderr.write("as it was saved\\n");\n${text}`);
        await until(/as it was saved/);
      } finally {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        expect(await ended).toBe(0);
      }
    },
  );
});

describe("npm run release", () => {
  const ENTRY = "## Unreleased\n\n## 1.2.0 (2026-12-01)\n\n* It is faster.\n\n## 1.1.0\n\n* It is there.\n";

  interface Release {
    readonly changes?: string;
    readonly test?: string;
    readonly more?: Readonly<Record<string, string>>;
  }

  function release({ changes = ENTRY, test = "node -e 0", more = {} }: Release, ...args: readonly string[]) {
    const folder = temporaryFolder();
    const npm = { name: "scrutineer", version: "1.1.0", scripts: { test, "check:all": "node -e 0" } };
    writeFiles(folder, { "package.json": JSON.stringify(npm), "CHANGELOG.md": changes, ".gitignore": "*.tgz\n" });
    cpSync(join(PROJECT, "scripts"), join(folder, "scripts"), { recursive: true });
    const git = (...words: readonly string[]): string => execFileSync("git", words, { cwd: folder, encoding: "utf8" });
    git("init", "--quiet");
    for (const [name, value] of Object.entries({ "user.name": "A", "user.email": "a@example.org" }))
      git("config", name, value);
    git("add", ".");
    git("commit", "--quiet", "--message", "A");
    writeFiles(folder, more);
    const run = runNode(folder, ["scripts/release.mjs", ...args]);
    return { ...run, tags: git("tag").trim(), isPacked: existsSync(join(folder, "scrutineer-1.2.0.tgz")) };
  }

  function runNode(folder: string, args: readonly string[]) {
    try {
      execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
      return { code: 0, said: "" };
    } catch (error) {
      const { status, stderr } = error as { readonly status: number; readonly stderr: string };
      return { code: status, said: stderr };
    }
  }

  it.runIf(isThorough)("gives the version to package and tag, and packs it", () => {
    expect(release({}, "1.2.0")).toMatchObject({ code: 0, tags: "v1.2.0", isPacked: true });
  });

  it.each<[string, Release, readonly string[], RegExp]>([
    ["no version is named", {}, [], /name the version/],
    ["the changes do not name it", {}, ["1.3.0"], /CHANGELOG\.md says nothing of 1\.3\.0/],
    ["its entry is empty", { changes: "## 1.2.0\n\n## 1.1.0\n\n* It.\n" }, ["1.2.0"], /CHANGELOG\.md says nothing/],
    ["something is not committed", { more: { "more.txt": "x" } }, ["1.2.0"], /not committed/],
    ["the tests fail", { test: "node -e 'process.exit(1)'" }, ["1.2.0"], /npm run test fails, so nothing was changed/],
  ])("does nothing where %s", (_name, what, args, words) => {
    const { code, said, tags, isPacked } = release(what, ...args);
    expect(said).toMatch(words);
    expect([code, tags, isPacked]).toEqual([1, "", false]);
  });
});
