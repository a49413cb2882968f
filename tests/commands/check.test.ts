import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { hashOf } from "../../src/io/file-hash.ts";
import { reportOf } from "../compile-text.ts";
import { CLI, type Run, scrutineer, scrutineerReading, scrutineerWith, WAIT } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 2 });

const FAULTY = "See [](#gone).\n";
const ANNEX = "[{title: Rounds, file: second/rounds.md}]";

const FILES = {
  "content/site.yml": "council: Sallow Borough Council\n",
  "content/reports/2019/first.md": reportOf({ title: "First" }, FAULTY),
  "content/reports/2019/second.md": reportOf({ title: "Second", annexes: ANNEX }, "See Annex A.\n"),
  "content/reports/2019/second/rounds.md": FAULTY,
  "content/reports/2020/third.md": reportOf(
    { title: "Third" },
    `${FAULTY}\n![The rounds of three lorries](../../shared/map.svg)\n`,
  ),
  "content/shared/map.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
};

function folderWith(files: Readonly<Record<string, string | Uint8Array>> = FILES): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

/** "path rule" of each finding that is printed, and the closing line without its time. */
function said({ stderr }: Pick<Run, "stderr">): readonly string[] {
  const places = [...stderr.matchAll(/^(content\/\S+?):\d+:\d+ +(\w+)/gm)].map(
    ([, path, severity]) => `${severity} ${path}`,
  );
  const closing = /^(?:Checked|Nothing).*$/m.exec(stderr)?.[0].replace(/, [\d.]+ s$/, "") ?? "";
  return [...places, closing];
}

const FIRST = "error content/reports/2019/first.md";
const ROUNDS = "error content/reports/2019/second/rounds.md";
const THIRD = "error content/reports/2020/third.md";

describe("check of paths", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["no path", [], [FIRST, ROUNDS, THIRD, "Checked 3 reports: 3 errors, 0 warnings"]],
    ["a file", ["content/reports/2019/first.md"], [FIRST, "Checked 1 report: 1 error, 0 warnings"]],
    ["a report with an annex", ["content/reports/2019/second.md"], [ROUNDS, "Checked 1 report: 1 error, 0 warnings"]],
    ["an annex", ["content/reports/2019/second/rounds.md"], [ROUNDS, "Checked 1 report: 1 error, 0 warnings"]],
    ["a folder", ["content/reports/2019"], [FIRST, ROUNDS, "Checked 2 reports: 2 errors, 0 warnings"]],
    ["a folder with a slash", ["content/reports/2019/"], [FIRST, ROUNDS, "Checked 2 reports: 2 errors, 0 warnings"]],
    ["a glob", ["content/reports/*/*ir*.md"], [FIRST, THIRD, "Checked 2 reports: 2 errors, 0 warnings"]],
    ["a glob over folders", ["content/**/first.md"], [FIRST, "Checked 1 report: 1 error, 0 warnings"]],
    [
      "several",
      ["content/reports/2020", "./content/reports/2019/first.md"],
      [FIRST, THIRD, "Checked 2 reports: 2 errors, 0 warnings"],
    ],
    ["a shared file", ["content/shared/map.svg"], [THIRD, "Checked 1 report: 1 error, 0 warnings"]],
    ["the settings", ["content/site.yml"], ["Checked 0 reports: 0 errors, 0 warnings"]],
  ];
  it.concurrent.each(cases)("shows what is found in %s", async (_what, paths, expected) => {
    const run = await scrutineer(folderWith(), "check", ...paths);
    expect(said(run)).toEqual(expected);
    expect(run.code).toBe(expected.length > 1 ? 1 : 0);
  });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      "a mistyped file",
      ["content/reports/2019/frist.md"],
      /there is no file or folder .*; did you mean content\/reports\/2019\/first\.md\?/,
    ],
    ["a mistyped folder above", ["content/report/2019/first.md"], /did you mean content\/reports\/2019\/first\.md\?/],
    ["a path without its ending", ["content/reports/2019/first"], /did you mean content\/reports\/2019\/first\.md\?/],
    ["a path from within content/", ["reports/2019/first.md"], /did you mean content\/reports\/2019\/first\.md\?/],
    [
      "a path that is like none",
      ["content/reports/2019/zzzzzz.md"],
      /^error: there is no file or folder content\/reports\/2019\/zzzzzz\.md\n/,
    ],
    [
      "a glob that matches nothing",
      ["content/reports/2091/*.md"],
      /nothing matches content\/reports\/2091\/\*\.md; did you mean content\/reports\/2019\?/,
    ],
    ["a file in no content folder", ["elsewhere.md"], /elsewhere\.md is not in a content folder/],
    ["a folder that is none", ["letters"], /letters is not a content folder: it has neither site\.yml nor reports\//],
    [
      "text of a file in no content folder",
      ["-", "--stdin-path", "letters/new.md"],
      /letters\/new\.md is not in a content folder/,
    ],
    ["a folder that holds nothing", ["content/reports/empty"], /nothing to check in reports\/empty/],
    ["two content folders", ["content/reports", "other/reports"], /are in two content folders, content and other/],
    ["- without --stdin-path", ["-"], /--stdin-path says which file it is/],
    ["--stdin-path without -", ["--stdin-path", "content/reports/a.md"], /checked for the path -/],
    ["- and a path", ["-", "content", "--stdin-path", "content/reports/a.md"], /name no other path/],
    ["--staged and -", ["-", "--staged", "--stdin-path", "content/reports/a.md"], /use one of the two/],
    ["--watch and --staged", ["--watch", "--staged"], /use it without --staged/],
    ["--staged without a repository", ["--staged"], /is not in a git repository/],
    ["--staged and a file", ["--staged", "content/reports/2019/first.md"], /name the folder, or no path/],
  ];
  it.concurrent.each(refused)("refuses %s", async (_what, args, says) => {
    const root = folderWith({
      ...FILES,
      "elsewhere.md": "x",
      "other/reports/a.md": reportOf({}),
      "content/reports/empty/.keep": "",
      "letters/first.txt": "x",
    });
    const run = await scrutineer(root, "check", ...args);
    expect(run.stderr).toMatch(says);
    expect(run.code).toBe(2);
  });
});

const PAGE = "content/pages/about.md";
const MEETING = "content/meetings/roads/2019-04-08.md";
const OTHER_MEETING = "content/meetings/roads/2019-05-13.md";
const SITE = {
  "content/site.yml": "council: Sallow\ncommittees: [{id: roads, name: Roads Board}]\n",
  "content/reports/2019/first.md": reportOf({}, "See [who we are](../../pages/about.md#who-we-are).\n"),
  "content/reports/2019/second.md": reportOf(
    {},
    "See [the order of items](../../meetings/roads/2019-04-08.md#order).\n",
  ),
  [PAGE]: "---\ntitle: About\n---\n\n## Who we are\n\nSee [the report](../reports/2019/first.md#para-1).\n",
  [MEETING]: "---\ntime: 6pm\n---\n\n## Order\n\nItem 6 comes first.\n\n![Five wards](../../shared/map.svg)\n",
  [OTHER_MEETING]: "---\ntime: 6pm\n---\n",
  "content/shared/map.svg": FILES["content/shared/map.svg"],
};
const BROKEN = `---\ntitle: About\ntime: 25:00\n---\n\n${FAULTY}`;

describe("check of meetings and plain pages", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["no path", [], [`error ${MEETING}`, `error ${MEETING}`, `error ${PAGE}`, `error ${PAGE}`]],
    ["a page", [PAGE], [`error ${PAGE}`, `error ${PAGE}`]],
    ["a meeting", [MEETING], [`error ${MEETING}`, `error ${MEETING}`]],
    ["a committee's folder", ["content/meetings/roads"], [`error ${MEETING}`, `error ${MEETING}`]],
    ["a glob", ["content/pages/*.md"], [`error ${PAGE}`, `error ${PAGE}`]],
  ];
  it.concurrent.each(cases)("shows what is found in %s", async (_what, paths, expected) => {
    const run = await scrutineer(folderWith({ ...SITE, [PAGE]: BROKEN, [MEETING]: BROKEN }), "check", ...paths);
    expect(said(run).slice(0, -1)).toEqual(expected);
    expect(run.code).toBe(1);
  });

  it.concurrent("counts them, and those that show a shared file", async () => {
    const root = folderWith(SITE);
    expect(said(await scrutineer(root, "check"))).toEqual([
      "Checked 2 reports, 2 meetings, 1 page: 0 errors, 0 warnings",
    ]);
    expect(said(await scrutineer(root, "check", "content/shared/map.svg"))).toEqual([
      "Checked 0 reports, 1 meeting: 0 errors, 0 warnings",
    ]);
  });

  it.concurrent("checks a page that standard input holds", async () => {
    const run = await scrutineerReading(folderWith(SITE), BROKEN, "check", "-", "--stdin-path", PAGE);
    expect(said(run)).toEqual([`error ${PAGE}`, `error ${PAGE}`, "Checked 0 reports, 1 page: 2 errors, 0 warnings"]);
  });
});

describe("check of standard input", () => {
  const PATH = "content/reports/2019/first.md";

  it("checks it in place of the file on disk, and all around as it is there", async () => {
    const text = reportOf({ title: "First" }, "See [it](../2020/third.md), and [it](gone.md).\n");
    const run = await scrutineerReading(folderWith(), text, "check", "-", "--stdin-path", PATH);
    expect(said(run)).toEqual([FIRST, "Checked 1 report: 1 error, 0 warnings"]);
    expect(run.stderr).toContain("there is no file reports/2019/gone.md");
    expect(run.code).toBe(1);
  });

  it("checks a file that is not there yet", async () => {
    const path = "content/reports/2021/new.md";
    const run = await scrutineerReading(folderWith(), reportOf({ title: "New" }), "check", "-", "--stdin-path", path);
    expect(said(run)).toEqual(["Checked 1 report: 0 errors, 0 warnings"]);
  });

  it("checks the settings and an annex, too", async () => {
    const settings = await scrutineerReading(
      folderWith(),
      "counsil: A\n",
      "check",
      "-",
      "--stdin-path",
      "content/site.yml",
    );
    expect(said(settings)).toEqual(["error content/site.yml", "Checked 0 reports: 1 error, 0 warnings"]);
    const annex = "content/reports/2019/second/rounds.md";
    const run = await scrutineerReading(folderWith(), "It met.\n", "check", "-", "--stdin-path", annex);
    expect(said(run)).toEqual(["Checked 1 report: 0 errors, 0 warnings"]);
  });
});

describe("check of what is staged", () => {
  const SOUND = {
    ...FILES,
    "content/reports/2019/first.md": reportOf({ title: "First" }, "See [it](second.md#para-1).\n"),
    "content/reports/2019/second/rounds.md": "It met.\n",
    "content/reports/2020/third.md": reportOf({ title: "Third" }, FAULTY),
  };

  function git(root: string, ...args: readonly string[]): string {
    const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"];
    return execFileSync("git", [...identity, ...args], { cwd: root, encoding: "utf8", stdio: "pipe" });
  }

  /** A repository in which these files are committed. */
  function repository(files: Readonly<Record<string, string | Uint8Array>> = SOUND): string {
    const root = folderWith(files);
    git(root, "init", "--quiet");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "--message", "A");
    return root;
  }

  const staged = (root: string): Promise<Run> => scrutineer(root, "check", "--staged");

  it("says that nothing is staged", async () => {
    const root = repository();
    writeFileSync(join(root, "content/reports/2019/first.md"), "not staged");
    const run = await staged(root);
    expect(run).toMatchObject({ code: 0, stderr: "Nothing is staged in content, so there is nothing to check\n" });
  });

  it("shows what is staged, not what is in the work tree, and nothing of what was there before", async () => {
    const root = repository();
    const path = join(root, "content/reports/2019/second/rounds.md");
    writeFileSync(path, FAULTY);
    git(root, "add", ".");
    writeFileSync(path, "It met.\n");
    const run = await staged(root);
    expect(said(run).slice(0, -1)).toEqual([ROUNDS]);
    expect(run.code).toBe(1);
  });

  it("checks a repository without a commit", async () => {
    const root = folderWith();
    git(root, "init", "--quiet");
    git(root, "add", ".");
    expect(said(await staged(root))).toEqual([
      FIRST,
      ROUNDS,
      THIRD,
      "Checked 3 reports, as staged: 3 errors, 0 warnings",
    ]);
  });

  it.runIf(isThorough)("finds links that lead to a report which is deleted or renamed", async () => {
    for (const change of [["rm", "--quiet"], ["mv"]]) {
      const root = repository();
      const to = change[0] === "mv" ? ["content/reports/2019/other.md"] : [];
      git(root, ...change, "content/reports/2019/second.md", ...to);
      const run = await staged(root);
      expect(run.stderr).toContain("there is no file reports/2019/second.md in the content folder");
      expect(said(run)).toContain(FIRST);
      expect(said(run)).not.toContain(THIRD);
      expect(run.code).toBe(1);
    }
  });

  it.runIf(isThorough)(
    "finds that an annex is deleted which its report names, and a paragraph to which another leads",
    async () => {
      const root = repository();
      git(root, "rm", "--quiet", "content/reports/2019/second/rounds.md");
      expect(said(await staged(root))).toContain("error content/reports/2019/second.md");
      git(root, "reset", "--quiet", "--hard");
      writeFileSync(join(root, "content/reports/2019/second.md"), reportOf({ numbering: "none" }, "It met.\n"));
      git(root, "add", ".");
      expect(said(await staged(root))).toContain(FIRST);
    },
  );

  it("checks meetings and plain pages that are staged, and what leads to them or from them", async () => {
    const root = repository(SITE);
    const findings = async (path: string, text: string): Promise<readonly string[]> => {
      writeFileSync(join(root, path), text);
      git(root, "add", ".");
      const run = said(await staged(root));
      git(root, "reset", "--quiet", "--hard");
      return run;
    };
    expect(await findings(OTHER_MEETING, BROKEN)).toEqual([
      `error ${OTHER_MEETING}`,
      `error ${OTHER_MEETING}`,
      "Checked 0 reports, 1 meeting, as staged: 2 errors, 0 warnings",
    ]);
    expect(await findings(PAGE, "---\ntitle: About\n---\n\n## Whom we are\n")).toContain(FIRST);
    expect(await findings(MEETING, "---\ntime: 6pm\n---\n")).toContain("error content/reports/2019/second.md");
    const unnumbered = reportOf({ numbering: "none" }, "It met.\n");
    expect(await findings("content/reports/2019/first.md", unnumbered)).toContain(`error ${PAGE}`);
  });

  it("leaves out what is only intended to be added, and does not follow a symbolic link", async () => {
    const root = repository();
    writeFileSync(join(root, "content/reports/2019/later.md"), FAULTY);
    git(root, "add", "--intent-to-add", "content/reports/2019/later.md");
    expect((await staged(root)).stderr).toMatch(/^Nothing is staged/);
    symlinkSync("/etc/hostname", join(root, "content/reports/2019/link.md"));
    git(root, "add", "content/reports/2019/link.md");
    const run = await staged(root);
    expect(said(run).slice(0, -1)).toEqual(["error content/reports/2019/link.md"]);
    expect(run.stderr).toContain("this is a symbolic link");
  });

  it.runIf(isThorough)("reads the file that a pointer of Git LFS stands for", async () => {
    const root = repository();
    const drawing = FILES["content/shared/map.svg"];
    const oid = hashOf(Buffer.from(drawing));
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${drawing.length}\n`;
    writeFiles(root, {
      "content/reports/2019/fourth.md": reportOf({ annexes: "[{title: A, file: fourth/a.svg}]" }, "See Annex A.\n"),
      "content/reports/2019/fourth/a.svg": pointer,
    });
    git(root, "add", ".");
    const missing = await staged(root);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("run git lfs pull") });
    writeFiles(root, { [`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`]: drawing });
    // The pointer itself is no drawing, and would be refused.
    expect(await staged(root)).toMatchObject({ code: 0 });
  });

  it("works in a hook of git, from a folder below, with names that git would quote, and where content is the whole repository", async () => {
    const root = repository({ ...SOUND, "content/reports/2019/Prifysgol Tŷ.md": reportOf({}) });
    writeFiles(root, { "content/reports/2019/Prifysgol Tŷ.md": reportOf({}, FAULTY) });
    const hook = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" check --staged\n`;
    writeFileSync(join(root, ".git/hooks/pre-commit"), hook, { mode: 0o755 });
    expect(() => git(root, "commit", "--quiet", "--all", "--message", "B")).toThrow(/Tŷ\.md/);
    git(root, "add", ".");
    const below = await scrutineer(join(root, "content/reports"), "check", "--staged", "..");
    expect(below.stderr).toContain("Prifysgol Tŷ.md");
    const whole = folderWith(Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.slice(8), text])));
    git(whole, "init", "--quiet");
    git(whole, "add", ".");
    expect((await scrutineer(whole, "check", "--staged", ".")).stderr).toContain(
      "Checked 3 reports, as staged: 3 errors",
    );
  });

  /** A linked work tree of a repository whose content lies in site/, with something wrong staged in both. */
  function linkedWorkTree(): { readonly main: string; readonly linked: string } {
    const files = Object.entries(SOUND).map(([path, text]) => [`site/${path}`, text] as const);
    const main = repository(Object.fromEntries(files));
    const linked = join(temporaryFolder(), "linked");
    git(main, "worktree", "add", "--quiet", linked);
    for (const root of [main, linked]) {
      writeFileSync(join(root, "site", PATH), reportOf({ title: "First" }, FAULTY));
      git(root, "add", ".");
    }
    return { main, linked };
  }
  const PATH = "content/reports/2019/first.md";

  it.runIf(isThorough)("works in a hook that goes into a folder below, also in a linked work tree", () => {
    const { main, linked } = linkedWorkTree();
    const hook = `#!/bin/sh\ncd site && exec "${process.execPath}" "${CLI}" check --staged\n`;
    writeFileSync(join(main, ".git/hooks/pre-commit"), hook, { mode: 0o755 });
    for (const root of [main, linked]) {
      expect(() => git(root, "commit", "--quiet", "--message", "B")).toThrow(/first\.md/);
      expect(() => git(root, "commit", "--quiet", "--message", "B", "site/content")).toThrow(/first\.md/);
    }
  });

  it.runIf(isThorough)("finds what is staged whatever git's variables say, or says that it cannot", async () => {
    const { main, linked } = linkedWorkTree();
    const other = repository();
    const dirs = { main: join(main, ".git"), linked: join(main, ".git/worktrees/linked"), other: join(other, ".git") };
    const found = /1 report, as staged: 1 error/;
    const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
      [join(main, "site"), { GIT_DIR: dirs.main }, found],
      [main, { GIT_DIR: ".git" }, found],
      [join(main, "site"), { GIT_DIR: ".git" }, found],
      [join(main, "site"), { GIT_DIR: dirs.main, GIT_WORK_TREE: main }, found],
      [join(main, "site"), { GIT_INDEX_FILE: ".git/index" }, found],
      [join(main, "site"), { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index", GIT_WORK_TREE: "." }, found],
      [join(linked, "site"), { GIT_DIR: dirs.linked, GIT_INDEX_FILE: join(dirs.linked, "index") }, found],
      [join(linked, "site"), { GIT_DIR: join(linked, ".git") }, found],
      [join(linked, "site"), { GIT_WORK_TREE: linked }, found],
      [join(linked, "site/content/reports"), { GIT_DIR: dirs.linked }, found],
      [join(linked, "site"), { GIT_DIR: dirs.main }, /git works on another \(GIT_DIR\)/],
      [join(main, "site"), { GIT_DIR: dirs.other }, /git works on another \(GIT_DIR\)/],
      [join(main, "site"), { GIT_DIR: "/nowhere" }, /git works on another \(GIT_DIR\)/],
      [join(main, "site"), { GIT_WORK_TREE: other }, /git works on another \(GIT_WORK_TREE\)/],
      [join(main, "site"), { GIT_DIR: dirs.main, GIT_WORK_TREE: linked }, /git works on another \(GIT_WORK_TREE\)/],
      [join(main, "site"), { GIT_INDEX_FILE: "nowhere" }, /there is no file nowhere, which GIT_INDEX_FILE names/],
    ];
    for (const [cwd, variables, words] of cases) {
      const args = cwd.endsWith("reports") ? ["check", "--staged", ".."] : ["check", "--staged"];
      const content = cwd === main ? ["site/content"] : [];
      const run = await scrutineerWith(variables, cwd, ...args, ...content);
      expect([variables, run.stderr]).toEqual([variables, expect.stringMatching(words)]);
      expect(run.code).toBe(words === found ? 1 : 2);
    }
  });

  it.runIf(isThorough)(
    "checks a work tree in which git's own folder does not lie, where it is told which it is",
    async () => {
      const root = folderWith();
      const dir = join(temporaryFolder(), "git");
      const named = ["--git-dir", dir, "--work-tree", root];
      execFileSync("git", ["init", "--quiet", "--bare", dir]);
      git(root, ...named, "add", ".");
      const run = (variables: Readonly<Record<string, string>>): Promise<Run> =>
        scrutineerWith({ GIT_DIR: dir, ...variables }, root, "check", "--staged");
      expect((await run({ GIT_WORK_TREE: root })).stderr).toContain("3 reports, as staged: 3 errors");
      for (const variables of [{}, { GIT_WORK_TREE: "." }]) expect((await run(variables)).code).toBe(2);
      git(root, "--git-dir", dir, "config", "core.bare", "false");
      expect(await run({})).toMatchObject({ code: 2, stderr: expect.stringContaining("set GIT_WORK_TREE") });
      git(root, "--git-dir", dir, "config", "core.worktree", root);
      expect((await run({})).stderr).toContain("3 reports, as staged: 3 errors");
    },
  );

  it("never takes a folder that is not there, or that git knows by another name, for one of which nothing is staged", async () => {
    const { main } = linkedWorkTree();
    expect(await staged(main)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no folder content"),
    });
    const capitals = repository({ "Content/reports/a.md": reportOf({}) });
    writeFiles(capitals, { "content/reports/a.md": reportOf({}) });
    const run = await staged(capitals);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("does not know content by that name") });
  });

  it("checks that a folder which is deleted is not missed", async () => {
    const root = repository();
    git(root, "rm", "--quiet", "-r", "content/reports/2019");
    rmSync(join(root, "content"), { recursive: true });
    expect((await staged(root)).stderr).toMatch(/as staged/);
  });

  it("says so where git has not all that is staged", async () => {
    const root = repository();
    writeFileSync(join(root, PATH), reportOf({ title: "First" }, FAULTY));
    git(root, "add", ".");
    const object = git(root, "rev-parse", `:${PATH}`).trim();
    rmSync(join(root, ".git/objects", object.slice(0, 2), object.slice(2)));
    expect(await staged(root)).toMatchObject({ code: 2, stderr: expect.stringMatching(/git/) });
  });

  it.runIf(isThorough)("refuses a submodule, and a merge that is not ended", async () => {
    const root = repository();
    git(root, "submodule", "--quiet", "add", repository(), "content/reports/sub");
    expect(await staged(root)).toMatchObject({ code: 2, stderr: expect.stringContaining("is a submodule") });
    const merged = repository();
    const path = join(merged, "content/reports/2019/first.md");
    git(merged, "checkout", "--quiet", "-b", "other");
    writeFileSync(path, "one");
    git(merged, "commit", "--quiet", "--all", "--message", "B");
    git(merged, "checkout", "--quiet", "-");
    writeFileSync(path, "two");
    git(merged, "commit", "--quiet", "--all", "--message", "C");
    expect(() => git(merged, "merge", "other")).toThrow();
    expect(await staged(merged)).toMatchObject({ code: 2, stderr: expect.stringContaining("end the merge first") });
  });
});

describe("check of nothing", () => {
  it.each([
    ["an empty folder", {}, ["content"]],
    ["an empty folder, where only errors are printed", {}, ["--quiet"]],
    ["folders without files", { "content/reports/.keep": "" }, []],
  ] as const)("is refused: %s", async (_what, files, args) => {
    const root = folderWith(files);
    mkdirSync(join(root, "content"), { recursive: true });
    const run = await scrutineer(root, "check", ...args);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("there is nothing to check") });
  });

  it("is said where only the settings are there, even if only errors are printed", async () => {
    const root = folderWith({ "content/site.yml": "council: Sallow\n" });
    expect(said(await scrutineer(root, "check", "--quiet")).at(-1)).toBe("Checked 0 reports: 0 errors, 1 warning");
  });
});

describe("check that watches", () => {
  it("checks again after each change, survives what editors and folders do, and ends with the last code", async () => {
    const root = folderWith();
    const path = join(root, "content/reports/2019/first.md");
    const child = spawn(process.execPath, [CLI, "check", "--watch", "content/reports/2019"], {
      cwd: root,
      env: { PATH: process.env["PATH"], NO_COLOR: "1" },
    });
    let printed = "";
    child.stderr.on("data", (piece: Buffer) => {
      printed += piece.toString();
    });
    /** What is printed from now on, once a line of it says this. */
    const until = async (words: RegExp, change: () => void): Promise<string> => {
      const start = printed.length;
      change();
      await vi.waitFor(() => expect(printed.slice(start)).toMatch(words), { timeout: WAIT, interval: 20 });
      return printed.slice(start);
    };
    expect(await until(/Watching content/, () => {})).toMatch(/^\d\d:\d\d:\d\d {2}Checked 2 reports: 2 errors/m);
    const fixed = await until(/Checked/, () => writeFileSync(path, reportOf({ title: "First" })));
    expect(fixed).toMatch(
      /^\d\d:\d\d:\d\d {2}Checked 2 reports: 1 error, 0 warnings \(1 of them as before, and shown above\)/,
    );
    const renamed = await until(/Checked/, () => {
      writeFileSync(`${path}.tmp`, reportOf({ title: "First" }, `\n${FAULTY}`));
      renameSync(`${path}.tmp`, path);
    });
    expect(renamed).toMatch(/first\.md:\d+:\d+ +error/);
    await until(/site\.yml|Checked/, () => writeFileSync(join(root, "content/site.yml"), "x: ["));
    await until(/there is no folder/, () => rmSync(join(root, "content"), { recursive: true }));
    const again = await until(/Checked 2 reports/, () => writeFiles(root, FILES));
    expect(again).toMatch(/first\.md/);
    const after = await until(/Checked 2 reports: 1 error/, () => writeFileSync(path, reportOf({ title: "First" })));
    expect(after).not.toMatch(/first\.md/);
    // The system may tell of one change twice, and while a check runs, a signal ends it at once.
    for (let length = 0; length < printed.length; await setTimeout(1500)) length = printed.length;
    const code = await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGINT");
    });
    expect(code).toBe(1);
    expect(printed).not.toMatch(/internal error/);
  });
});
