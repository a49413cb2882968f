import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { groupedRules, ruleIds, ruleOf } from "../src/diagnostics/catalogue.ts";
import { reportOf } from "./compile-text.ts";
import { scrutineer } from "./compiled-cli.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";
import { isThorough } from "./lane.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 3 });

describe("explain", () => {
  it.concurrent("prints a rule's page on standard output, from any folder", async () => {
    const run = await scrutineer("/", "explain", "annex-not-mentioned");
    const page = readFileSync(`${PROJECT}docs/rules/annex-not-mentioned.md`, "utf8");
    expect(run).toEqual({ code: 0, stdout: page, stderr: "" });
  });

  it.concurrent("lists every rule under its group, with severity and summary, where none is named", async () => {
    const run = await scrutineer("/", "explain");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const lines = run.stdout.split("\n");
    const found = lines.flatMap((line) => /^ {2}(\S+) +(error|warning|hint) +(.*)$/.exec(line)?.slice(1) ?? []);
    expect(found).toEqual(
      groupedRules.flatMap(([, rules]) => rules).flatMap((rule) => [rule, ruleOf(rule).severity, ruleOf(rule).summary]),
    );
    expect(lines.filter((line) => /^\S/.test(line))).toEqual(groupedRules.map(([heading]) => heading));
  });

  it.concurrent.each<[string, readonly string[], string]>([
    [
      "a mistyped rule",
      ["annex-not-mentiond"],
      "there is no rule annex-not-mentiond; did you mean annex-not-mentioned?",
    ],
    ["a rule in capitals", ["Raw-HTML"], "did you mean raw-html?"],
    ["a word that is like no rule", ["constructor"], "npx scrutineer explain lists all rules"],
    ["a path", ["../../package"], "npx scrutineer explain lists all rules"],
    ["two rules", ["raw-html", "label-form"], "too many arguments"],
  ])("of %s exits 2, in words", async (_name, rules, words) => {
    const run = await scrutineer("/", "explain", ...rules);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/internal error|node_modules|\n {4}at /);
  });

  it.concurrent("shows an example in its help", async () => {
    const run = await scrutineer("/", "explain", "--help");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/Example:\n {2}npx scrutineer explain annex-not-mentioned\n/);
  });

  it.runIf(isThorough)("finds every page in the package as it is published", () => {
    const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: PROJECT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(ruleIds.filter((rule) => !paths.includes(`docs/rules/${rule}.md`))).toEqual([]);
  });
});

describe("the line that leads to explain", () => {
  const faulty = { "content/reports/a.md": reportOf({}, "Words <b>bold</b>.\n\nSee paragraph 9.\n") };
  const warned = { "content/reports/a.md": reportOf({}, "See paragraph 9.\n") };
  const sound = { "content/reports/a.md": reportOf({}) };

  it.concurrent.each([
    ["check", faulty, "raw-html"],
    ["build", faulty, "raw-html"],
    ["check", warned, "reference-missing"],
    ["build", warned, "reference-missing"],
  ])("comes last where %s found something, and names the first rule shown", async (command, files, rule) => {
    const root = temporaryFolder();
    writeFiles(root, files);
    const { stderr } = await scrutineer(root, command);
    expect(stderr).toMatch(new RegExp(`\\d s\\nnpx scrutineer explain ${rule} says more about a rule\\n$`));
    expect(stderr.match(/scrutineer explain/g)).toHaveLength(1);
  });

  it.concurrent.each(["check", "build"])("is not there where %s found nothing", async (command) => {
    const root = temporaryFolder();
    writeFiles(root, sound);
    expect((await scrutineer(root, command)).stderr).not.toContain("explain");
  });

  it.concurrent("is not there where all that was found is outside the paths that were named", async () => {
    const root = temporaryFolder();
    writeFiles(root, { ...faulty, "content/reports/b.md": reportOf({}) });
    const { stderr } = await scrutineer(root, "check", "content/reports/b.md");
    expect(stderr).toMatch(/^Checked 1 report: .*\n$/);
  });
});
