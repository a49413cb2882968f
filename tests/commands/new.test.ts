import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";

// Each test starts the program as a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const SETTINGS = `council: Aldermere
committees: [{id: children, name: Children and Young People}]
report-headings: [Purpose, "Legal: implications"]
`;

function folderWith(settings = SETTINGS): string {
  const folder = temporaryFolder();
  writeFiles(folder, { "content/site.yml": settings });
  return folder;
}

/** The path and the text of the one report that is there. */
function reportIn(folder: string): readonly [path: string, text: string] {
  const [path = ""] = Object.keys(filesIn(join(folder, "content/reports")));
  return [path, readFileSync(join(folder, "content/reports", path), "utf8")];
}

describe("a new report", () => {
  it("has its fields and the headings of site.yml, and no error", async () => {
    const folder = folderWith();
    const flags = ["--committee", "Children and young people", "--meeting", "12 March 2099", "--item", "6"];
    const made = await scrutineer(folder, "new", "Budget: what's next?", ...flags);
    expect([made.code, made.stdout]).toEqual([
      0,
      expect.stringMatching(/^content\/reports\/2099\/budget-what-s-next\.md is there, as a draft/),
    ]);
    const [path, text] = reportIn(folder);
    expect(path).toBe("2099/budget-what-s-next.md");
    expect(text).toMatch(
      /^---\ntitle: "Budget: what's next\?"\nauthor: .+\ndate: \d{4}-\d\d-\d\d\nconfidential: No\ncommittee: children\nmeeting: 2099-03-12\nitem: 6\ndraft: true\n---\n\n## Purpose\n\n## Legal: implications\n$/,
    );
    const checked = await scrutineer(folder, "check", "--format", "unix");
    expect(checked.code).toBe(0);
    expect(checked.stdout.split("\n").filter((line) => line !== "" && !line.endsWith("[heading-empty]"))).toEqual([
      expect.stringMatching(/\[background-missing\]$/),
    ]);
    const written = text
      .replaceAll(/^(## .*)\n/gm, "$1\n\nThe words under it.\n")
      .replace("draft: true", "background: None\ndraft: true");
    writeFiles(folder, { [`content/reports/${path}`]: written });
    expect((await scrutineer(folder, "check", "--max-warnings", "0")).code).toBe(0);
  });

  it("is published by no build until it is no draft any more", async () => {
    const folder = folderWith();
    await scrutineer(folder, "new", "A plan");
    const { stderr } = await scrutineer(folder, "build", "--no-pdf", "--no-search");
    expect(stderr).toContain("Published 0 reports, 1 draft");
  });

  it("is withheld where that is said, with the paragraphs of the law, if they are", async () => {
    for (const [typed, flag] of [
      [["--confidential"], "confidential: Yes\n"],
      [["--confidential", "1,3"], "confidential:\n  paragraphs: [1, 3]\n"],
    ] as const) {
      const folder = folderWith();
      expect((await scrutineer(folder, "new", "A price", ...typed)).code).toBe(0);
      expect(reportIn(folder)[1]).toContain(flag);
      expect((await scrutineer(folder, "check")).code).toBe(0);
    }
    const folder = folderWith();
    const wrong = await scrutineer(folder, "new", "A price", "--confidential", "8");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("1 to 7")]);
  });

  it("never takes the place of one that is there, or of its folder", async () => {
    const folder = folderWith();
    await scrutineer(folder, "new", "A plan");
    const [path, text] = reportIn(folder);
    writeFiles(folder, { [`content/reports/${path}`]: `${text}\nMine.\n` });
    const again = await scrutineer(folder, "new", "A Plan!");
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
    expect(reportIn(folder)[1]).toContain("Mine.");
    writeFiles(folder, { [`content/reports/${path.slice(0, 4)}/old/annex.csv`]: "a,b\n" });
    expect((await scrutineer(folder, "new", "Old")).stderr).toContain("would become part of the report");
  });

  it("is refused where what it names is not there, or means nothing", async () => {
    const folder = folderWith();
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["A", "--committee", "childern"], "site.yml lists no committee childern; did you mean children?"],
      [["A", "--meeting", "03/04/2026"], "--meeting takes a date such as 2026-03-31"],
      [["A", "--item", "six"], "--item takes a number"],
      [["  "], "a report has a title"],
      [["A\nB: c"], "a report has a title, on one line"],
      [["A", "--content", "nowhere"], "nowhere"],
    ];
    for (const [args, words] of cases) {
      const { code, stderr } = await scrutineer(folder, "new", ...args);
      expect([args, code, stderr]).toEqual([args, 2, expect.stringContaining(words)]);
    }
    expect(Object.keys(filesIn(folder))).toEqual(["content/site.yml"]);
    const broken = folderWith("council: [\n");
    expect((await scrutineer(broken, "new", "A")).stderr).toContain("site.yml has an error");
    const unread = temporaryFolder();
    writeFiles(unread, { "settings.yml": SETTINGS, "content/reports/a.md": "" });
    symlinkSync("../settings.yml", join(unread, "content/site.yml"));
    expect((await scrutineer(unread, "new", "A")).stderr).toContain("site.yml has an error");
  });

  it("is not written through a link that leads out of the content", async () => {
    const folder = folderWith();
    writeFiles(folder, { "outside/notes.txt": "Mine" });
    symlinkSync(join(folder, "outside"), join(folder, "content/reports"));
    const { code, stderr } = await scrutineer(folder, "new", "A plan");
    expect([code, stderr]).toEqual([2, expect.stringContaining("would be outside content")]);
    expect(Object.keys(filesIn(join(folder, "outside")))).toEqual(["notes.txt"]);
  });

  it("lies where its name leads, whatever the title: never outside the reports", async () => {
    for (const title of ["../../../etc/passwd", "..", "CON", "ÅÄÖ – “quoted”", "a".repeat(400), "--- draft: false"]) {
      const folder = folderWith();
      expect([title, (await scrutineer(folder, "new", "--", title)).code]).toEqual([title, 0]);
      expect(Object.keys(filesIn(folder))).toEqual(
        ["content/site.yml", expect.stringMatching(/^content\/reports\/\d{4}\/[^/]+\.md$/)].sort(),
      );
      expect([title, (await scrutineer(folder, "check")).code]).toEqual([title, 0]);
    }
  });
});
