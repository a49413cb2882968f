import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it, vi } from "vitest";
import { formats } from "../src/printers/formats.ts";
import { reportOf } from "./compile-text.ts";
import { scrutineer, scrutineerWith } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 3 });

const WARNED = "See paragraph 99, and paragraph 98.\n";
const FAULTY = "Words <b>bold</b>, and paragraph 99.\n";

/** A folder with a sound report, and one with this text. */
function folderWith(text: string): string {
  const root = temporaryFolder();
  writeFiles(root, {
    "content/site.yml": "council: Aldermere Borough Council\n",
    "content/reports/2019/sound.md": reportOf({ title: "Sound" }, "The first paragraph.\n"),
    "content/reports/2019/update.md": reportOf({ title: "Update" }, text),
  });
  return root;
}

const data = formats.filter((format) => format !== "pretty");

describe("--format", () => {
  const isWhole: Readonly<Record<(typeof data)[number], (output: string) => void>> = {
    unix: (output) =>
      expect(output).toMatch(/^(?:content\/reports\/2019\/update\.md:8:\d+: \w+: .* \[[a-z-]+\]\n){3}$/),
    json: (output) => expect(JSON.parse(output)).toMatchObject({ version: 1, counts: { reports: 2, errors: 2 } }),
    sarif: (output) => expect(JSON.parse(output)).toMatchObject({ version: "2.1.0" }),
    junit: (output) => {
      const parser = new SaxesParser();
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(output).close();
      expect(output).toContain('tests="2" failures="1"');
    },
    github: (output) =>
      expect(output).toMatch(/^(?:::(?:error|warning) file=content\/reports\/.*\n){3}2 reports: .*\n$/),
  };

  for (const command of ["check", "build"]) {
    it.concurrent.each(data)(`%s is whole and alone on standard output, in ${command}`, async (format) => {
      const run = await scrutineer(folderWith(FAULTY), command, "--format", format);
      expect(run.code).toBe(1);
      isWhole[format](run.stdout);
      expect(run.stderr).toMatch(
        /^(?:Checked 2 reports|Nothing was published, .*): 2 errors, 1 warning, \d+\.\d\d s\n$/,
      );
    });
  }

  it.concurrent.each(data)("%s is a whole document where nothing is wrong", async (format) => {
    const run = await scrutineer(folderWith("Words.\n"), "check", "--format", format);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout === "").toBe(format === "unix");
    if (format === "json" || format === "sarif") JSON.parse(run.stdout);
  });

  it.concurrent("pretty is what is printed anyway, to standard error", async () => {
    const root = folderWith(FAULTY);
    const [plain, named] = await Promise.all([
      scrutineer(root, "check"),
      scrutineer(root, "check", "--format", "pretty"),
    ]);
    const withoutTime = (text: string): string => text.replace(/\d+\.\d\d s/, "");
    expect(withoutTime(named.stderr)).toBe(withoutTime(plain.stderr));
    expect(named.stdout).toBe("");
  });

  it.concurrent("names files from the root of the repository where a CI or an uploader looks for them", async () => {
    const root = folderWith(FAULTY);
    const run = (format: string) =>
      scrutineerWith({ GITHUB_WORKSPACE: root }, join(root, "content"), "check", "--format", format);
    const [github, sarif, json, unix] = await Promise.all([run("github"), run("sarif"), run("json"), run("unix")]);
    expect(github.stdout).toMatch(/^::error file=content\/reports\/2019\/update\.md,line=8,/);
    expect(sarif.stdout).toContain('"uri": "content/reports/2019/update.md"');
    expect(json.stdout).toContain('"path": "reports/2019/update.md"');
    expect(unix.stdout).toMatch(/^reports\/2019\/update\.md:8:/);
  });

  it.concurrent("github adds a table to the page of the step, below what stands there", async () => {
    const root = folderWith(FAULTY);
    writeFiles(root, { "summary.md": "Before.\n\n" });
    const summary = join(root, "summary.md");
    await scrutineerWith({ GITHUB_STEP_SUMMARY: summary }, root, "check", "--format", "github");
    expect(readFileSync(summary, "utf8")).toMatch(
      /^Before\.\n\n### Scrutineer: 2 reports, 2 errors, 1 warning\n[\s\S]*\| error \|/,
    );
    const pretty = await scrutineerWith({ GITHUB_STEP_SUMMARY: join(root, "none.md") }, root, "check");
    expect(pretty.code).toBe(1);
    expect(Object.keys(filesIn(root))).not.toContain("none.md");
  });

  it.concurrent("github says so where the page of the step cannot be written", async () => {
    const root = folderWith("Words.\n");
    mkdirSync(join(root, "folder"));
    const run = await scrutineerWith(
      { GITHUB_STEP_SUMMARY: join(root, "folder") },
      root,
      "check",
      "--format",
      "github",
    );
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^the summary could not be written/);
  });
});

describe("--max-warnings", () => {
  it.concurrent.each([
    ["1", 1],
    ["2", 0],
    ["20", 0],
  ])("%s makes a check of two warnings exit with %i", async (most, code) => {
    const run = await scrutineer(folderWith(WARNED), "check", "--max-warnings", most);
    expect(run.code).toBe(code);
    expect(run.stderr.includes(`error: 2 warnings, and --max-warnings allows ${most}\n`)).toBe(code === 1);
  });

  it.concurrent("leaves a build unpublished, and says so", async () => {
    const root = folderWith(WARNED);
    const run = await scrutineer(root, "build", "--max-warnings", "0");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /error: 2 warnings, and --max-warnings allows 0\nNothing was published, and dist is as it was: /,
    );
    expect(Object.keys(filesIn(root)).some((path) => path.startsWith("dist/"))).toBe(false);
  });

  it.concurrent("does not stop a build that is to take something down at once, which exits with 1", async () => {
    const root = folderWith(WARNED);
    const run = await scrutineer(root, "build", "--max-warnings", "0", "--keep-going");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/--max-warnings allows 0\nPublished 2 reports/);
    expect(Object.keys(filesIn(root))).toContain("dist/reports/2019/update/index.html");
  });
});

describe("--quiet", () => {
  it.concurrent.each(["check", "build"])("prints nothing where nothing is wrong, in %s", async (command) => {
    const run = await scrutineer(folderWith(WARNED), command, "--quiet");
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it.concurrent("prints errors alone, and a closing line that counts all", async () => {
    const run = await scrutineer(folderWith(FAULTY), "check", "--quiet");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/:8:7 {2}error/);
    expect(run.stderr).not.toMatch(/ {2}warning {2}/);
    expect(run.stderr).toMatch(/\nChecked 2 reports: 2 errors, 1 warning, .*\nnpx scrutineer explain raw-html/);
  });

  it.concurrent("still says that there are too many warnings", async () => {
    const run = await scrutineer(folderWith(WARNED), "check", "--quiet", "--max-warnings", "0");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^error: 2 warnings, and --max-warnings allows 0\nChecked 2 reports: /);
  });

  it.concurrent("leaves warnings out of data, and counts them", async () => {
    const run = await scrutineer(folderWith(FAULTY), "check", "--quiet", "--format", "json");
    const { counts, diagnostics } = JSON.parse(run.stdout) as {
      readonly counts: unknown;
      readonly diagnostics: readonly { readonly severity: string }[];
    };
    expect(counts).toEqual({ reports: 2, meetings: 0, pages: 0, errors: 2, warnings: 1, hints: 0 });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error", "error"]);
  });
});

describe("colours", () => {
  const run = (variables: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    scrutineerWith(variables, folderWith(WARNED), "check", ...args);

  it.concurrent("are there where they are forced, and never with --no-color or NO_COLOR", async () => {
    const [forced, plain, refused, variable] = await Promise.all([
      run({ FORCE_COLOR: "1" }),
      run({}),
      run({ FORCE_COLOR: "1" }, "--no-color"),
      run({ FORCE_COLOR: "1", NO_COLOR: "1" }),
    ]);
    expect(forced.stderr).toContain("\u001b[");
    for (const { stderr } of [plain, refused, variable]) expect(stderr).not.toContain("\u001b");
  });

  it.concurrent("do not bring links to pages of help where there is no terminal, though they are forced", async () => {
    const forced = await run({ FORCE_COLOR: "1", FORCE_HYPERLINK: "1" });
    expect(forced.stderr).not.toContain("\u001b]");
  });
});

describe("a wrong value", () => {
  it.concurrent.each<[readonly string[], RegExp]>([
    [
      ["--format", "jsn"],
      /^error: --format takes pretty, unix, json, github, sarif or junit, not jsn; did you mean json\?\n/,
    ],
    [["--format", "xml"], /^error: --format takes pretty, unix, json, github, sarif or junit, not xml\n/],
    [["--format", "\u001b[31m"], /^error: --format takes .*, not \uFFFD\[31m\n/],
    [["--max-warnings", "-1"], /^error: --max-warnings takes a whole number such as 0 or 20, not -1\n/],
    [["--max-warnings", "many"], /not many\n/],
    [["--max-warnings", "1.5"], /not 1\.5\n/],
    [["--max-warnings", ""], /--max-warnings takes a whole number/],
    [["--formt", "json"], /Did you mean --format\?/],
  ])("%j exits 2, in words", async (args, words) => {
    for (const command of ["check", "build"]) {
      const run = await scrutineer(folderWith("Words.\n"), command, ...args);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(words);
    }
  });
});

describe("a path in the message of an error", () => {
  it.concurrent("is never printed raw", async () => {
    const run = await scrutineer(folderWith("Words.\n"), "check", "\u001b]0;title\u0007.md");
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^error: there is no file or folder \uFFFD\]0;title\uFFFD\.md\n$/);
  });
});
