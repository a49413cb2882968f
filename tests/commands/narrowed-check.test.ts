import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guards } from "../../src/diagnostics/guards.ts";
import { reportOf } from "../compile-text.ts";
import { type Run, scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { canarySite } from "../withheld/canary-site.ts";
import { scan } from "../withheld/scan.ts";

const FIRST = "content/reports/2024/bins.md";
const SECOND = "content/reports/2024/parks.md";
const TWICE = "The crews went to the the depot.\n";
const LINK = "See [the map](#nowhere).\n";

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/site.yml": "council: Ferrow District Council\n", ...files });
  return root;
}

function rulesIn({ stdout }: Run): string[] {
  return [...stdout.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule = ""]) => rule);
}

const check = (root: string, ...flags: readonly string[]): Promise<Run> =>
  scrutineer(root, "check", "--format", "unix", ...flags);

describe("check of some rules", () => {
  const root = folderWith({ [FIRST]: reportOf({ title: "Bins" }, `${TWICE}\n${LINK}`) });

  it("tells of those that are named alone, and says that there is more", async () => {
    const run = await check(root, "--only", "word-twice");
    expect(rulesIn(run)).toEqual(["word-twice"]);
    expect(run.stderr).toMatch(/0 errors, 1 warning, and 1 of rules that were not asked for \(1 error\)/);
    expect(run.code).toBe(0);
    const both = await check(root, "--only", "word-twice", "--only", "label-missing");
    expect(rulesIn(both).sort()).toEqual(["label-missing", "word-twice"]);
    expect(both.code).toBe(1);
  });

  it("leaves out those that are to be left out", async () => {
    const run = await check(root, "--skip", "label-missing");
    expect(rulesIn(run)).toEqual(["word-twice"]);
    expect(run.code).toBe(0);
  });

  it("leaves out no rule that guards what is withheld, and knows no rule that there is not", async () => {
    expect(guards.size).toBeGreaterThan(10);
    for (const rule of guards) {
      const run = await check(root, "--skip", rule);
      expect([rule, run.code, run.stderr]).toEqual([rule, 2, expect.stringContaining("so no check leaves it out")]);
    }
    expect(await check(root, "--only", "word-twise")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean word-twice?"),
    });
  });
});

describe("check against a baseline", () => {
  const WRITE = ["--baseline", "known.json", "--write-baseline"];
  const HELD = ["--baseline", "known.json"];

  it("tells of what is new alone, wherever the known lines have moved to", async () => {
    const root = folderWith({ [FIRST]: reportOf({ title: "Bins" }, `${TWICE}\n${LINK}`) });
    const written = await check(root, ...WRITE);
    expect([written.code, written.stderr]).toEqual([0, expect.stringContaining("Wrote 2 findings to known.json")]);
    const held = await check(root, ...HELD);
    expect([held.code, held.stdout]).toEqual([0, ""]);
    expect(held.stderr).toContain("and 2 that the baseline knows");

    const moved = `A line before.\n\n${LINK}\n${TWICE}`;
    writeFiles(root, { [FIRST]: reportOf({ title: "Bins" }, moved) });
    expect((await check(root, ...HELD)).code).toBe(0);

    writeFiles(root, { [FIRST]: reportOf({ title: "Bins" }, `${moved}\nAnd see [the plan](#plan).\n`) });
    const more = await check(root, ...HELD);
    expect([more.code, rulesIn(more)]).toEqual([1, ["label-missing"]]);

    // The same line a second time is a second mistake.
    writeFiles(root, { [FIRST]: reportOf({ title: "Bins" }, `${moved}\n${TWICE}`) });
    expect(rulesIn(await check(root, ...HELD))).toEqual(["word-twice"]);
  });

  it("says how much of it is no longer there", async () => {
    const root = folderWith({ [FIRST]: reportOf({ title: "Bins" }, `${TWICE}\n${LINK}`) });
    await check(root, ...WRITE);
    writeFiles(root, { [FIRST]: reportOf({ title: "Bins" }, TWICE) });
    expect((await check(root, ...HELD)).stderr).toContain("1 finding of known.json is no longer there");
  });

  it("never holds what guards what is withheld", async () => {
    const root = folderWith({ [FIRST]: reportOf({ title: "Bins", confidential: "Perhaps" }, TWICE) });
    const guarding = (rules: readonly string[]): string[] => rules.filter((rule) => guards.has(rule));
    const written = await check(root, ...WRITE);
    expect(written.code).toBe(1);
    expect(guarding(rulesIn(written))).not.toEqual([]);
    const held = await check(root, ...HELD);
    expect(held.code).toBe(1);
    expect(rulesIn(held)).toEqual(guarding(rulesIn(held)));
    for (const rule of guards) expect(readFileSync(join(root, "known.json"), "utf8")).not.toContain(`"${rule}"`);
  });

  it("holds nothing of what is withheld, and no digest of its lines", async () => {
    const withheld = { title: "Bins", confidential: "Yes" };
    const root = folderWith({ [FIRST]: reportOf(withheld, TWICE) });
    await check(root, ...WRITE);
    const known = JSON.parse(readFileSync(join(root, "known.json"), "utf8"));
    const findings = known.findings.filter(({ rule }: { readonly rule: string }) => rule === "word-twice");
    expect(findings).toEqual([{ rule: "word-twice", path: "reports/2024/bins.md", count: 1 }]);
    expect(rulesIn(await check(root, ...HELD))).not.toContain("word-twice");

    const { content, canaries } = await canarySite();
    const site = temporaryFolder();
    writeFiles(site, content);
    await check(site, ...WRITE);
    const written = new Map([["known.json", readFileSync(join(site, "known.json"))]]);
    expect(
      scan(
        written,
        canaries.map(({ token }) => token),
      ),
    ).toEqual([]);
  });

  it.each([
    ["a file that is not there", HELD, /there is no file known\.json/],
    ["a file that is none", ["--baseline", "content/site.yml"], /is no baseline/],
    ["a folder as one", ["--baseline", "content"], /^error: content is a folder/],
    ["a file to write that is a report", ["--baseline", FIRST, "--write-baseline"], /is no baseline: name another/],
    ["a folder that is not there", ["--baseline", "none/known.json", "--write-baseline"], /there is no folder none/],
    ["no file to write", ["--write-baseline"], /name one/],
    ["a part of the content", [...WRITE, FIRST], /all that is found/],
    ["some rules", [...WRITE, "--only", "word-twice"], /all that is found/],
  ] as const)("refuses %s", async (_what, flags, words) => {
    const root = folderWith({ [FIRST]: reportOf({ title: "Bins" }) });
    const run = await check(root, ...flags);
    expect(run.stderr).toMatch(words);
    expect(run.code).toBe(2);
    expect(readFileSync(join(root, FIRST), "utf8")).toBe(reportOf({ title: "Bins" }));
  });
});

describe("check of what was changed since a revision", () => {
  function git(root: string, ...args: readonly string[]): void {
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: root, stdio: "pipe" });
  }

  function repository(): string {
    const root = folderWith({
      [FIRST]: reportOf({ title: "Bins" }, TWICE),
      [SECOND]: reportOf({ title: "Parks" }, "# Mowing\n\nSee [bins](bins.md#rounds).\n\n## Rounds\n\nAll of them.\n"),
    });
    git(root, "init", "--quiet", "--initial-branch", "main");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "--message", "A");
    return root;
  }

  it("looks at files that are committed since, those that are not, and those that git does not know", async () => {
    const root = repository();
    expect((await check(root, "--changed")).stderr).toContain("Nothing was changed since HEAD in content");
    writeFiles(root, { "content/reports/2024/new.md": reportOf({ title: "New" }, TWICE) });
    expect((await check(root, "--changed")).stdout).toMatch(/^content\/reports\/2024\/new\.md:\S+ warning/);
    git(root, "checkout", "--quiet", "-b", "work");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "--message", "B");
    expect((await check(root, "--changed")).stderr).toContain("Nothing was changed");
    expect((await check(root, "--changed", "--since", "main")).stdout.trim().split("\n")).toHaveLength(1);
    expect((await check(root, "--since", "main")).stdout.trim().split("\n")).toHaveLength(1);
  });

  it("says so where nothing is committed yet", async () => {
    const root = folderWith({ [FIRST]: reportOf({ title: "Bins" }) });
    git(root, "init", "--quiet");
    const run = await check(root, "--changed");
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("git has no commit here yet")]);
  });

  it("tells what a change breaks elsewhere, and nothing that was wrong there before", async () => {
    const root = repository();
    writeFiles(root, { [SECOND]: reportOf({ title: "Parks" }, `See [bins](bins.md). ${TWICE}`) });
    git(root, "commit", "--quiet", "--all", "--message", "B");
    rmSync(join(root, FIRST));
    const { stdout, code } = await check(root, "--changed", "--since", "HEAD");
    expect(stdout).toMatch(/parks\.md:\S+ error: .*\[link-target-missing\]/);
    expect(stdout).not.toContain("word-twice");
    expect(code).toBe(1);
  });

  it("counts from where a branch left the other, whatever came after there", async () => {
    const root = repository();
    git(root, "checkout", "--quiet", "-b", "work");
    git(root, "checkout", "--quiet", "main");
    writeFileSync(join(root, SECOND), reportOf({ title: "Parks" }, TWICE));
    git(root, "commit", "--quiet", "--all", "--message", "B");
    git(root, "checkout", "--quiet", "work");
    expect((await check(root, "--changed", "--since", "main")).stderr).toContain("Nothing was changed since main");
  });

  it.each([
    ["a revision that is not there", ["--changed", "--since", "nowhere"], /git knows no revision nowhere/],
    ["a revision that is a flag", ["--changed", "--since=--output=x"], /git knows no revision --output=x/],
    ["a file", ["--changed", FIRST], /name the folder, or no path/],
    ["what is staged, too", ["--changed", "--staged"], /use it without --staged/],
  ] as const)("refuses %s", async (_what, flags, words) => {
    const run = await check(repository(), ...flags);
    expect(run.stderr).toMatch(words);
    expect(run.code).toBe(2);
  });
});
