import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { reportOf } from "./compile-text.ts";
import { scrutineer, scrutineerWith } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 3 });

const SITE = "council: Aldermere Borough Council\n";

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/site.yml": SITE, ...files });
  return root;
}

describe("a file of the content", () => {
  const FIGURES = [
    ["reports/open/used.csv", "Qxusedownz"],
    ["reports/open/unused.csv", "Qxunusedownz"],
    ["reports/draft/used.csv", "Qxofdraftz"],
    ["reports/closed/used.csv", "Qxofclosedz"],
    ["shared/used.csv", "Qxusedsharedz"],
    ["shared/unused.csv", "Qxunusedsharedz"],
    ["shared/of-draft.csv", "Qxsharedofdraftz"],
    ["shared/of-closed.csv", "Qxsharedofclosedz"],
    ["shared/of-passage.csv", "Qxsharedofpassagez"],
  ] as const;
  const TEXTS = {
    "content/reports/open.md": reportOf(
      {
        title: "Open",
        annexes: "[{title: Own, file: open/used.csv}, {title: Shared, file: ../shared/used.csv}]",
      },
      "See Annex A and Annex B.\n\n:::exempt{paragraphs=3}\n[The bid](../shared/of-passage.csv).\n:::\n\nIt met.\n",
    ),
    ...Object.fromEntries(
      (
        [
          ["draft", { draft: "true" }],
          ["closed", { confidential: "{paragraphs: [3]}" }],
        ] as const
      ).map(([name, fields]) => [
        `content/reports/${name}.md`,
        reportOf(
          {
            title: name,
            ...fields,
            annexes: `[{title: Own, file: ${name}/used.csv}, {title: Shared, file: ../shared/of-${name}.csv}]`,
          },
          `See Annex A and Annex B of the ${name} report.\n`,
        ),
      ]),
    ),
    ...Object.fromEntries(FIGURES.map(([path, words]) => [`content/${path}`, `${words},1\n`])),
  };

  it.concurrent("is published only where a public report uses it", async () => {
    const root = folderWith(TEXTS);
    const run = await scrutineer(root, "build", "--no-pdf");
    expect(run.code, run.stderr).toBe(0);
    const site = Object.entries(filesIn(join(root, "dist")));
    const published = FIGURES.filter(([, words]) => site.some(([, text]) => text.includes(words)));
    expect(published.map(([path]) => path)).toEqual(["reports/open/used.csv", "shared/used.csv"]);
    expect(site.map(([path]) => path).filter((path) => path.endsWith(".csv"))).toEqual([
      "reports/open/used.csv",
      "shared/used.csv",
      "withheld/2019/withheld-2019.csv",
    ]);
  });

  it.concurrent("is published from the report's own folder and the shared one alone", async () => {
    const root = folderWith({
      "content/reports/open.md": TEXTS["content/reports/open.md"],
      ...Object.fromEntries(FIGURES.map(([path, words]) => [`content/${path}`, `${words},1\n`])),
      "content/reports/draft.md": reportOf({ title: "Draft", draft: "true" }),
      "content/reports/closed.md": reportOf({ title: "Closed", confidential: "{paragraphs: [3]}" }),
      "content/reports/other.md": reportOf(
        { title: "Other", annexes: "[{title: T, file: open/used.csv}]" },
        "See Annex A, and [this](draft/used.csv).\n",
      ),
    });
    const run = await scrutineer(root, "build", "--no-pdf", "--keep-going");
    expect(run.code).toBe(1);
    expect(run.stderr.match(/ file-place$/gm)?.length).toBe(2);
    expect(JSON.stringify(filesIn(join(root, "dist")))).not.toMatch(/Qxofdraftz|Qxofclosedz/);
  });
});

describe("a build", () => {
  /** Every entry below a folder, by its path. */
  const entriesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });

  it.concurrent.each([
    ["public", ["dist", ".dist.scrutineer-cache"]],
    ["members", ["dist-members"]],
  ] as const)("writes to its output, and beside it, and nowhere else: the %s edition", async (edition, made) => {
    const root = folderWith({ "content/reports/open.md": reportOf({ title: "Open" }, "It met.\n") });
    for (const folder of ["home", "temporary", "work"]) mkdirSync(join(root, folder));
    const before = filesIn(root);
    const folders = { HOME: join(root, "home"), TMPDIR: join(root, "temporary"), NO_COLOR: "1" };
    const args = ["build", join(root, "content"), "--edition", edition, "--out", join(root, made[0])];
    const run = await scrutineerWith(folders, join(root, "work"), ...args);
    expect(run.code, run.stderr).toBe(0);
    for (const folder of ["home", "temporary", "work"]) expect(entriesIn(join(root, folder)), folder).toEqual([]);
    expect(new Set(readdirSync(root))).toEqual(new Set(["content", "home", "temporary", "work", ...made]));
    const after = filesIn(root);
    expect(Object.fromEntries(Object.keys(before).map((path) => [path, after[path]]))).toEqual(before);
  });

  it.concurrent("keeps PDFs for the next one where no other user can read them", async () => {
    const root = folderWith({ "content/reports/open.md": reportOf({ title: "Open" }, "It met.\n") });
    const run = await scrutineer(root, "build", "--no-search");
    expect(run.code, run.stderr).toBe(0);
    expect(lstatSync(join(root, ".dist.scrutineer-cache")).mode & 0o777).toBe(0o700);
  });
});

describe("a check of what is staged", () => {
  it.concurrent("changes no file, and nothing of what is staged", async () => {
    const root = folderWith({ "content/reports/open.md": reportOf({ title: "Open" }, "It <b>met</b>.\n") });
    const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
    git("init", "--quiet");
    git("add", ".");
    writeFiles(root, { "content/reports/open.md": reportOf({ title: "Open" }, "It met.\n") });
    const whole = () => ({
      content: filesIn(join(root, "content")),
      staged: git("ls-files", "--stage"),
      top: readdirSync(root),
    });
    const before = whole();
    const run = await scrutineer(root, "check", "--staged");
    expect(run.code, run.stderr).toBe(1);
    expect(whole()).toEqual(before);
  });
});
