import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { askQuestions, askToServe } from "../../src/commands/init-questions.ts";
import { readSettings } from "../../src/site/settings.ts";
import { startFiles } from "../../src/site/start-files.ts";
import { CLI, scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";
import { startServing, stopAll } from "./served.ts";

// Each test starts the program as a process of its own.
vi.setConfig({ testTimeout: 60_000 });
afterEach(stopAll);

const COUNCIL = ["--council", "Aldermere City Council"] as const;

async function begun(...args: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  const { code, stderr } = await scrutineer(folder, "init", "site", ...COUNCIL, "--yes", ...args);
  expect([code, stderr]).toEqual([0, ""]);
  return join(folder, "site");
}

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync("git", [...args], { cwd: folder, encoding: "utf8" }).trim();

/** What is still to be written in the statement is all that a check says of a new site. */
const TO_COMPLETE = "  hint  something is still to be written here in the accessibility statement";

describe("what init writes", () => {
  it.each(
    rows<readonly string[]>(
      [
        ["--no-git"],
        ["--committee", "Health: care & well-being", "--committee", "Children's Services", "--no-git"],
        ["--committee", "Pwyllgor Iechyd â Gofal", "--nation", "wales", "--no-git"],
        ["--nation", "scotland", "--no-git"],
        ["--nation", "northern-ireland", "--no-git"],
      ],
      2,
    ),
  )("passes the check with no more than hints of what to complete, and is built: %j", async (...args) => {
    const site = await begun(...args);
    const checked = await scrutineer(site, "check", "--max-warnings", "0");
    expect([checked.code, checked.stderr]).toEqual([
      0,
      expect.stringMatching(/^Checked 1 report, 1 page: 0 errors, 0 warnings, 3 hints, [\d.]+ s\n/m),
    ]);
    expect(checked.stderr.match(/ {2}hint {2}.*/g)).toEqual(Array(3).fill(TO_COMPLETE));
    const built = await scrutineer(site, "build", "--no-pdf", "--no-search");
    expect([built.code, built.stderr]).toEqual([0, expect.stringMatching(/^Published 1 report, 1 page /m)]);
    const report = Object.entries(filesIn(join(site, "dist"))).find(([path]) =>
      path.endsWith("first-report/index.html"),
    );
    for (const shown of ['id="para-A1"', "<abbr", "<table", 'id="para-5"', 'href="#para-5"', "glossary"])
      expect(report?.[1]).toContain(shown);
    const statement = readFileSync(join(site, "dist/accessibility/index.html"), "utf8");
    expect(statement).toContain("has not been tested");
    expect(statement).not.toMatch(/<!--|@@|Add an email/);
  });

  it.each([
    ["england", "England", "5 clear working days", "Human Rights Commission is responsible", "equalityadvisoryservice"],
    ["wales", "Wales", "3 clear working days", "Human Rights Commission is responsible", "equalityadvisoryservice"],
    [
      "scotland",
      "Scotland",
      "3 clear working days",
      "Human Rights Commission is responsible",
      "equalityadvisoryservice",
    ],
    ["northern-ireland", "Northern Ireland", "5 days", "for Northern Ireland is responsible", "www.equalityni.org"],
  ] as const)("is under the law of the nation: %s", (nation, name, notice, enforcer, complaints) => {
    const answers = {
      council: "A",
      committees: [],
      author: "A",
      date: "2026-01-02",
      hasGit: false,
      ci: "none",
    } as const;
    const textOf = (file: string): string => readFileSync(`templates/start/${file}`, "utf8");
    const files = startFiles({ ...answers, nation, program: "^0.1.0" }, textOf);
    const settings = files.get("content/site.yml") ?? "";
    expect(parse(settings)).toMatchObject({ jurisdiction: name });
    expect(settings).toContain(`than the law: ${notice}.`);
    const statement = files.get("content/pages/accessibility.md") ?? "";
    expect(statement).toContain(enforcer);
    expect(statement).toContain(complaints);
    expect(statement).not.toContain("@@");
  });

  it.runIf(isThorough)("is served at once", async () => {
    const served = await startServing(await begun(), ["serve", "--port", "0"]);
    expect((await served.get("/")).text).toContain("Aldermere City Council");
  });

  it("has no mark of the templates left, and a site.yml that says what else may stand in it", async () => {
    const site = await begun("--committee", "Health", "--ci", "gitlab");
    const files = filesIn(site);
    for (const [path, text] of Object.entries(files))
      expect([path, text]).not.toEqual([path, expect.stringContaining("@@")]);
    const settings = files["content/site.yml"] ?? "";
    const all = settings.replace(/^# (?=[a-z-]+: |[a-z-]+:$| {2})/gm, "");
    const findings: unknown[] = [];
    const read = readSettings({ path: "site.yml", text: all }, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
    expect(read).toMatchObject({
      council: "Aldermere City Council",
      colour: "#0b5359",
      logo: { path: "shared/logo.svg" },
    });
  });

  it("is settings that can be read, whatever the council and its committees are called", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((text) => text.replace(/\p{C}/gu, "x").trim() || "A");
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 3 }), (council, committees) => {
        const answers = {
          council,
          nation: "england",
          committees,
          author: "A",
          date: "2026-01-02",
          hasGit: false,
          ci: "none",
        } as const;
        const text = startFiles({ ...answers, program: "^0.1.0" }, () => "").get("content/site.yml") ?? "";
        const read = parse(text);
        expect(read).toMatchObject({ council });
        expect(
          JSON.parse(startFiles({ ...answers, program: "^0.1.0" }, () => "").get("package.json") ?? "").name,
        ).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
    );
  });

  it.runIf(isThorough)("is a git repository whose hook checks what is committed", async () => {
    const site = await begun();
    expect(git(site, "config", "core.hooksPath")).toBe(".githooks");
    expect(git(site, "symbolic-ref", "--short", "HEAD")).toBe("main");
    const hook = join(site, ".githooks/pre-commit");
    if (process.platform !== "win32") expect(statSync(hook).mode & 0o111).not.toBe(0);
    // npx finds the program where npm has installed it.
    mkdirSync(join(site, "node_modules/.bin"), { recursive: true });
    const bin = join(site, "node_modules/.bin/scrutineer");
    writeFileSync(bin, `#!/bin/sh\nexec ${process.execPath} ${CLI} "$@"\n`);
    chmodSync(bin, 0o755);
    git(site, "add", "--all");
    expect(git(site, "status", "--short")).not.toMatch(/node_modules|dist/);
    const commit = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m"];
    git(site, ...commit, "Begin");
    const report = Object.keys(filesIn(join(site, "content"))).find((path) => path.endsWith("first-report.md")) ?? "";
    writeFiles(site, { [`content/${report}`]: "---\ntitle: A\n---\n\nWords.\n" });
    git(site, "add", "--all");
    expect(() => execFileSync("git", [...commit, "Break"], { cwd: site, stdio: "pipe" })).toThrow(/confidential/);
  });

  it("leaves a repository that the folder lies in alone, and the hooks that it has", async () => {
    const folder = temporaryFolder();
    git(folder, "init", "--quiet");
    const { stdout } = await scrutineer(folder, "init", "site", ...COUNCIL, "--yes");
    expect(stdout).toContain("Git: the folder is in a repository already");
    expect(existsSync(join(folder, "site/.git"))).toBe(false);
    expect(() => git(folder, "config", "core.hooksPath")).toThrow();
  });
});

const STEP = z.object({
  run: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const WORKFLOW = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ steps: z.array(STEP) })),
});
const JOB = z.object({
  script: z.array(z.string()),
  rules: z.array(z.object({ if: z.string() })),
  cache: z.array(z.object({ paths: z.array(z.string()) })),
  artifacts: z.unknown(),
});

/** Runs the program as a line of a CI names it. */
function runLine(site: string, line: string, values: Readonly<Record<string, string>>) {
  const [, words = ""] = /^npx --no scrutineer (.*?)(?: > \S+)?$/.exec(line) ?? [];
  const args = words.split(" ").map((word) => word.replace(/"?\$(\w+)"?/, (_, name: string) => values[name] ?? ""));
  expect(args[0]).toMatch(/^(?:check|build)$/);
  return scrutineer(site, ...args.filter((arg) => arg !== ""));
}

describe("what init writes for a CI", () => {
  it("checks pull requests on GitHub and publishes on Pages, with commands that are there", async () => {
    const site = await begun("--ci", "github", "--no-git");
    const read = (name: string) =>
      WORKFLOW.parse(parse(readFileSync(join(site, ".github/workflows", name), "utf8"), { merge: true }));
    const [check, publish] = [read("check.yml"), read("publish.yml")];
    expect(Object.keys(check.on)).toEqual(["pull_request"]);
    expect(check.permissions).toEqual({ contents: "read" });
    expect(publish.on).toMatchObject({ push: { branches: ["main"] }, schedule: [{ cron: expect.any(String) }] });
    expect(publish.permissions).toEqual({ contents: "read", pages: "write", "id-token": "write" });
    const steps = [...(check.jobs["check"]?.steps ?? []), ...(publish.jobs["publish"]?.steps ?? [])];
    const lines = steps.flatMap(({ run }) => run ?? []).filter((line) => line !== "npm ci");
    expect(lines).toHaveLength(2);
    const values = { BASE: "https://aldermere.example/scrutiny/" };
    const [checked, built] = [await runLine(site, lines[0] ?? "", values), await runLine(site, lines[1] ?? "", values)];
    expect([checked.code, built.code]).toEqual([0, 0]);
    expect(readFileSync(join(site, "dist/sitemap.xml"), "utf8")).toContain("https://aldermere.example/scrutiny/");
    // What is kept from one run to the next is what a build leaves, and what the artifact is made of.
    const uses = steps.flatMap((step) =>
      step.uses === undefined ? [] : [[step.uses.split("@")[0], step.with?.["path"]]],
    );
    const kept = "dist\n.dist.scrutineer-cache\n";
    expect(uses).toContainEqual(["actions/cache/restore", kept]);
    expect(uses).toContainEqual(["actions/upload-pages-artifact", "dist"]);
    expect(uses.at(-1)).toEqual(["actions/cache/save", kept]);
    expect(existsSync(join(site, ".dist.scrutineer-cache"))).toBe(true);
  });

  it("checks merge requests on GitLab and publishes on Pages, with commands that are there", async () => {
    const site = await begun("--ci", "gitlab", "--no-git");
    const read = z.record(z.string(), z.unknown()).parse(parse(readFileSync(join(site, ".gitlab-ci.yml"), "utf8")));
    const withList = z.object({ cache: z.unknown() }).parse(read["check"]);
    expect(withList.cache).toHaveLength(1);
    const [check, pages] = [JOB.parse(read["check"]), JOB.parse(read["pages"])];
    expect(check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(pages.artifacts).toEqual({ paths: ["public"] });
    expect(pages.cache.flatMap(({ paths }) => paths)).toEqual([".npm/", "public/", ".public.scrutineer-cache/"]);
    const checked = await runLine(site, check.script.at(-1) ?? "", {});
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining("<testsuites")]);
    const built = await runLine(site, pages.script.at(-1) ?? "", {
      CI_PAGES_URL: "https://aldermere.example/scrutiny",
    });
    expect(built.code).toBe(0);
    expect(existsSync(join(site, "public/index.html"))).toBe(true);
    expect(existsSync(join(site, ".public.scrutineer-cache"))).toBe(true);
  });
});

describe("a folder in which npm has installed the program", () => {
  const INSTALLED = { "package-lock.json": "{}\n", "node_modules/scrutineer/lib/cli.js": "" };

  it("is as good as empty, and its package.json stays as it is", async () => {
    const folder = temporaryFolder();
    const manifest = '{"dependencies": {"scrutineer": "^0.1.0"}}\n';
    writeFiles(folder, { ...INSTALLED, "package.json": manifest });
    const { code, stdout, stderr } = await scrutineer(folder, "init", ...COUNCIL, "--yes", "--no-git");
    expect([code, stderr]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(manifest);
    expect(stdout).toContain("npx scrutineer serve --open");
    expect(stdout).not.toContain("npm install");
  });

  it("may hold the file that it was installed from", async () => {
    const folder = temporaryFolder();
    const manifest = '{"dependencies": {"scrutineer": "file:scrutineer-0.1.0.tgz"}}\n';
    writeFiles(folder, { ...INSTALLED, "package.json": manifest, "scrutineer-0.1.0.tgz": "packed" });
    expect((await scrutineer(folder, "init", ...COUNCIL, "--yes", "--no-git")).code).toBe(0);
    const other = temporaryFolder();
    writeFiles(other, { ...INSTALLED, "package.json": manifest, "other-0.1.0.tgz": "packed" });
    expect((await scrutineer(other, "init", ...COUNCIL, "--yes", "--no-git")).code).toBe(2);
  });

  it("has a README whose commands are there", async () => {
    const commandsIn = (folder: string): readonly string[] =>
      [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/^\| `(.+?)` \|/gm)].map(([, one = ""]) => one);
    const folder = temporaryFolder();
    writeFiles(folder, { ...INSTALLED, "package.json": '{"dependencies": {"scrutineer": "^0.1.0"}}\n' });
    await scrutineer(folder, "init", ...COUNCIL, "--yes");
    const [install, hook, ...own] = commandsIn(folder);
    expect([install, hook]).toEqual(["npm install", "git config core.hooksPath .githooks"]);
    expect(own).toHaveLength(6);
    for (const command of own) {
      const [, name = ""] = /^npx scrutineer (\w+)/.exec(command) ?? [];
      expect((await scrutineer(folder, name, "--help")).code).toBe(0);
    }
    const site = await begun();
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(site, "package.json"), "utf8")));
    const [, ...short] = commandsIn(site);
    expect(short).toHaveLength(6);
    for (const command of short) {
      const [, name = ""] = /^npm (?:run )?(\w+)/.exec(command) ?? [];
      expect(Object.keys(scripts)).toContain(name);
    }
    // Begun again, its package.json stays, and still has the short names.
    const again = await scrutineer(site, "init", ...COUNCIL, "--yes", "--force");
    expect(again.stdout).toContain("npm start");
  });

  it.each(["{}", "no JSON", '{"dependencies": {"other": "1"}}'])("is another's where it says %j", async (manifest) => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...INSTALLED, "package.json": manifest });
    const { code, stderr } = await scrutineer(folder, "init", ...COUNCIL, "--yes", "--no-git");
    expect([code, stderr]).toEqual([2, expect.stringContaining("is not empty")]);
  });
});

describe("a folder that holds something", () => {
  it("is refused, and stays as it is; with --force what is missing is added", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "content/site.yml": "council: Sallow\n", "notes.txt": "Mine\n" });
    const before = filesIn(folder);
    const refused = await scrutineer(folder, "init", ...COUNCIL, "--yes");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("this folder is not empty")]);
    expect(filesIn(folder)).toEqual(before);
    const { code, stdout } = await scrutineer(folder, "init", ...COUNCIL, "--yes", "--force", "--no-git");
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("There already, and not changed:\n  content/site.yml\n"),
    ]);
    expect(filesIn(folder)).toMatchObject(before);
    expect(existsSync(join(folder, "package.json"))).toBe(true);
    expect(stdout).toContain("npm start");
    const again = await scrutineer(folder, "init", ...COUNCIL, "--yes", "--force", "--no-git");
    expect(again.stdout).toMatch(/^Nothing was written in \., because all files are there\.\nThere already/);
    const own = temporaryFolder();
    writeFiles(own, { "package.json": "{}\n" });
    const kept = await scrutineer(own, "init", ...COUNCIL, "--yes", "--force", "--no-git");
    expect(kept.stdout).toContain("npm install --save-dev scrutineer");
    expect(kept.stdout).not.toContain("npm start");
  });

  it("is not written through a link, and a file is no folder", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "outside.txt": "Mine\n", "site/notes.txt": "" });
    symlinkSync(join(folder, "outside.txt"), join(folder, "site/README.md"));
    symlinkSync(join(folder, "nowhere.txt"), join(folder, "site/package.json"));
    await scrutineer(folder, "init", "site", ...COUNCIL, "--yes", "--force", "--no-git");
    expect(readFileSync(join(folder, "outside.txt"), "utf8")).toBe("Mine\n");
    expect(existsSync(join(folder, "nowhere.txt"))).toBe(false);
    const linked = join(folder, "linked");
    mkdirSync(linked);
    symlinkSync(folder, join(linked, "content"));
    const through = await scrutineer(folder, "init", "linked", ...COUNCIL, "--yes", "--force", "--no-git");
    expect([through.code, through.stderr]).toEqual([2, expect.stringContaining("would be outside linked")]);
    expect(existsSync(join(folder, "site.yml"))).toBe(false);
    const file = await scrutineer(folder, "init", "outside.txt", ...COUNCIL, "--yes");
    expect([file.code, file.stderr]).toEqual([2, expect.stringContaining("outside.txt is a file")]);
  });

  it("may be a repository without files, which stays the same one", async () => {
    const folder = temporaryFolder();
    git(folder, "init", "--quiet", "--initial-branch=trunk");
    expect((await scrutineer(folder, "init", ...COUNCIL, "--yes")).code).toBe(0);
    expect(git(folder, "symbolic-ref", "--short", "HEAD")).toBe("trunk");
  });
});

describe("the answers", () => {
  it("are given by flags where nobody can be asked", async () => {
    const folder = temporaryFolder();
    const none = await scrutineer(folder, "init", "site");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("init asks its questions in a terminal")]);
    const usual = await scrutineer(folder, "init", "site", "--yes", "--no-git");
    expect([usual.code, usual.stdout]).toEqual([
      0,
      expect.stringContaining("write the council's name into content/site.yml"),
    ]);
  });

  it("that name no nation of the kingdom, or one committee twice, are refused", async () => {
    const folder = temporaryFolder();
    expect((await scrutineer(folder, "init", "site", "--nation", "france", ...COUNCIL, "--yes")).code).not.toBe(0);
    const twice = await scrutineer(folder, "init", "site", ...COUNCIL, "--committee", "A", "--committee", "A", "--yes");
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining("same id")]);
    expect(filesIn(folder)).toEqual({});
  });

  it.each([
    ["--committee", ["Health; Housing"], "- id: health\n    name: Health\n  - id: housing\n    name: Housing\n", false],
    ["a comma", ["Health, Housing and Planning"], "name: Health, Housing and Planning\n", true],
    ["two", ["Health", "Housing"], "- id: health\n    name: Health\n  - id: housing\n    name: Housing\n", false],
  ] as const)(
    "that name committees are read as one or as several, and it is said where that is not plain: %s",
    async (_what, names, listed, isSaid) => {
      const folder = temporaryFolder();
      const flags = names.flatMap((name) => ["--committee", name]);
      const { stdout } = await scrutineer(folder, "init", "site", ...COUNCIL, ...flags, "--yes", "--no-git");
      expect(filesIn(folder)["site/content/site.yml"]).toContain(listed);
      expect(stdout.includes("is one committee. If it should be several")).toBe(isSaid);
    },
  );

  it("can be tried without writing anything", async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await scrutineer(
      folder,
      "init",
      "site",
      ...COUNCIL,
      "--yes",
      "--dry-run",
      "--ci",
      "github",
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining("  .github/workflows/publish.yml\n")]);
    expect(existsSync(join(folder, "site"))).toBe(false);
  });

  it("are asked for one by one, five at most, and only those that no flag gives", async () => {
    const usual = { council: "Example", nation: "england", committees: [], hasGit: true, ci: "none" } as const;
    const answered = async (known: Parameters<typeof askQuestions>[0], keys: readonly string[]) => {
      const [input, output] = [new PassThrough(), new PassThrough()];
      const all = askQuestions(known, usual, { input, output });
      const left = [...keys];
      let screen = "";
      output.on("data", (text: Buffer) => {
        screen += text.toString();
        // A question is there once its last line is drawn.
        if (left.length > 0) setImmediate(() => input.write(left.shift() ?? ""));
      });
      return { answers: await all, screen };
    };
    const known = { council: "Sallow", nation: "england", hasGit: false, ci: "github" } as const;
    const { answers } = await answered(known, ["A; B", "\r", "C", "\r", "\r"]);
    expect(answers).toEqual({ ...known, committees: ["A", "B", "C"] });
    expect((await answered(known, ["\r"])).answers?.committees).toEqual([]);
    expect((await answered({ council: "Sallow" }, ["\u0003"])).answers).toBeUndefined();
    // A comma may be in a name, or between two.
    const one = await answered(known, ["Health, Housing and Planning", "\r", "y", "\r"]);
    expect(one.answers?.committees).toEqual(["Health, Housing and Planning"]);
    const several = await answered(known, ["Health, Housing", "\r", "n", "Health", "\r", "Housing", "\r", "\r"]);
    expect(several.answers?.committees).toEqual(["Health", "Housing"]);
    for (const keys of [["\u0003"], ["A, B", "\r", "\u0003"], ["A", "\r", "\u0003"]])
      expect((await answered(known, keys)).answers).toBeUndefined();
  });

  it.each<[string, boolean]>([
    ["\r", true],
    ["n", false],
    ["\u0003", false],
  ])("end with whether the site is to be shown now: %j is %j", async (key, isServed) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.once("data", () => setImmediate(() => input.write(key)));
    expect(await askToServe({ input, output })).toBe(isServed);
  });
});
