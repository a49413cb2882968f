import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "../compile-text.ts";
import { type Run, scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows, runs } from "../lane.ts";
import { canarySite } from "../withheld/canary-site.ts";
import { scan } from "../withheld/scan.ts";

const PATH = "content/reports/2024/bins.md";
const FORMATS = ["text", "html", "markdown"] as const;

const BEFORE = `## Background

1. The crews go out on Monday morning.

2. The depot in Mill Lane is full.

## Costs

3. The rounds cost £4,000 a year.
`;

const AFTER = `## Background

1. The crews go out on Tuesday morning.

2. A new lorry was bought in May.

3. The depot in Mill Lane is full.

## What it costs

4. The rounds cost £4,000 a year.
`;

function git(root: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: root, stdio: "pipe" });
}

/** A repository whose commit has the first version of a report, and whose work tree has the second. */
function repository(before: string | undefined, after: string): string {
  const root = temporaryFolder();
  writeFiles(root, { "content/site.yml": "council: Ferrow District Council\n" });
  if (before !== undefined) writeFiles(root, { [PATH]: before });
  git(root, "init", "--quiet", "--initial-branch", "main");
  git(root, "add", ".");
  git(root, "commit", "--quiet", "--message", "A");
  writeFiles(root, { [PATH]: after });
  return root;
}

const diff = (root: string, ...args: readonly string[]): Promise<Run> => scrutineer(root, "diff", ...args);

describe("what changed in a report", () => {
  const root = repository(reportOf({ title: "Bins" }, BEFORE), reportOf({ title: "Bins again" }, AFTER));

  it("is told paragraph by paragraph", async () => {
    const { stdout, code } = await diff(root, PATH);
    expect(code).toBe(0);
    expect(stdout).toBe(`Bins again: 1 added, 3 changed, 2 runs of paragraphs renumbered

Title: changed
  Bins{+ again+}

Paragraph 1: changed, under “Background”
  The crews go out on [-Monday-]{+Tuesday+} morning.

Paragraph 2: added, under “Background”
  {+A new lorry was bought in May.+}

Paragraph 2 is now 3

Heading: changed
  [-Costs-]{+What it costs+}

Paragraph 3 is now 4
`);
  });

  it("is the same from a file, from git by a name, and since a revision", async () => {
    const { stdout } = await diff(root, PATH);
    writeFiles(root, { "old/bins.md": reportOf({ title: "Bins" }, BEFORE) });
    for (const args of [
      [PATH, "--since", "main"],
      [`main:${PATH}`, PATH],
      ["old/bins.md", PATH],
    ])
      expect((await diff(root, ...args)).stdout).toBe(stdout);
  });

  it("is nothing where nothing is changed, and everything where there was no report", async () => {
    const same = repository(reportOf({ title: "Bins" }, BEFORE), reportOf({ title: "Bins" }, BEFORE));
    expect((await diff(same, PATH)).stdout).toBe("Bins: no changes\n");
    const fresh = repository(undefined, reportOf({ title: "Bins" }, BEFORE));
    expect((await diff(fresh, PATH)).stdout).toMatch(/\d added\n[\s\S]*Paragraph 3: added/);
  });

  it("misses nothing that readers see besides paragraphs", async () => {
    const annex = "[{title: Rounds, file: bins/rounds.csv}]";
    const text = "See [the law](https://example.org/a) and Annex A.[^1]\n\n[^1]: A note.\n";
    const first = reportOf({ title: "Bins", annexes: annex, summary: "In short.", contact: "Priya Shah" }, text);
    const two = repository(undefined, first);
    writeFiles(two, { "content/reports/2024/bins/rounds.csv": "day,crew\nMonday,2\n" });
    git(two, "add", ".");
    git(two, "commit", "--quiet", "--message", "B");
    const fields = {
      title: "Bins",
      annexes: annex.replace("Rounds", "All rounds"),
      summary: "In brief.",
      contact: "Tom Reid",
    };
    writeFiles(two, { [PATH]: reportOf(fields, text.replace("org/a", "org/b").replace("A note", "Another note")) });
    const { stdout, stderr } = await diff(two, PATH);
    expect(stderr).toBe("");
    for (const words of [
      "Contact: [-Priya-]{+Tom+} [-Shah-]{+Reid+}",
      "In [-short-]{+brief+}.",
      "[-Rounds-]{+All rounds+}, CSV",
      "[-A-]{+Another+} note",
      "[-a-]{+b+}",
    ])
      expect(stdout).toContain(words);
  });

  it("is a page that shows words of the report as words, and says aloud what was added", async () => {
    const odd = repository(
      reportOf({ title: "A & B" }, "The bins.\n"),
      reportOf({ title: "A & B" }, "The bins `<script>` & more.\n"),
    );
    const { stdout } = await diff(odd, PATH, "--format", "html");
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(stdout).toContain("A &#38; B");
    expect(stdout).not.toContain("<script>");
    expect(stdout).toMatch(/<ins><span class="said" lang="en-GB">\[added: <\/span>/);
  });

  it("is Markdown in which nothing that was written has a meaning", async () => {
    const odd = repository(
      reportOf({ title: "Bins" }, "The bins.\n"),
      reportOf({ title: "Bins" }, "The bins of \\@clerk \\#12 \\*more\\* `<img>`.\n"),
    );
    const { stdout } = await diff(odd, PATH, "--format", "markdown");
    expect(stdout).toMatch(/^### Bins: /);
    const quoted = stdout
      .split("\n")
      .flatMap((line) => (line.startsWith("> ") ? [line.slice(2)] : []))
      .join(" ");
    expect(quoted).toContain("<ins>");
    expect(quoted.replace(/<\/?(?:ins|del)>/g, "").replace(/&#\d+;/g, "")).not.toMatch(/[<>@#*`]/);
  });

  it.runIf(isThorough)("leaves room for the rest of a comment", async () => {
    const long = Array.from({ length: 400 }, (_, index) => `${index + 1}. ${"Words upon words. ".repeat(20)}\n`);
    const many = repository(reportOf({ title: "Bins" }, "None.\n"), reportOf({ title: "Bins" }, long.join("\n")));
    const { stdout } = await diff(many, PATH, "--format", "markdown");
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout).toMatch(/And \d+ more, for which there is no room here\.\n$/);
  });

  it.each([
    ["a file that is not there", ["content/reports/2024/none.md"], /there is no file .*main:/],
    ["a revision without a file", ["main:", PATH], /there is no file main:; .* main:content/],
    ["a file without a revision", [`:${PATH}`, PATH], /there is no file :content.*is named main:content/],
    ["a revision that is not there", [`nowhere:${PATH}`, PATH], /git knows no revision nowhere/],
    ["a report that a revision does not have", ["main:content/reports/2024/none.md", PATH], /there is no report main:/],
    ["the newer version first", [PATH, `main:${PATH}`], /name the older one first/],
    ["two ways to say the older", [`main:${PATH}`, PATH, "--since", "main"], /name one file with it/],
    ["what is no report", ["content/site.yml", PATH], /is no report/],
  ] as const)("is not told of %s", async (_what, args, words) => {
    const run = await diff(root, ...args);
    expect(run.stderr).toMatch(words);
    expect(run.code).toBe(2);
  });

  it("is all that there is where the older version is not there, and it is said how one of another name is compared", async () => {
    const fresh = repository(undefined, reportOf({ title: "Bins" }, "The bins.\n"));
    const run = await diff(fresh, PATH);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining("{+The bins.+}") });
    expect(run.stderr).toMatch(/^HEAD:content\S+ is not there, so all is new; if the report had another name/);
  });

  it("is not told where a version has an error", async () => {
    const faulty = repository(reportOf({ title: "Bins" }, "See [](#gone).\n"), reportOf({ title: "Bins" }, BEFORE));
    const run = await diff(faulty, PATH);
    expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/main|HEAD/) });
    expect(run.stderr).toMatch(/has 1 error, so it is not certain what of it is public/);
    // One that cannot even be opened is no annex of another.
    const unopened = repository(
      reportOf({ title: "Bins" }, BEFORE),
      reportOf({ title: "Bins" }, "The bus\u200b runs.\n"),
    );
    const { code, stderr } = await diff(unopened, PATH);
    expect(stderr).toMatch(/has 1 error, so it is not certain what of it is public/);
    expect(code).toBe(1);
  });
});

describe("what is withheld", () => {
  const passage = (words: string): string =>
    `The first paragraph.\n\n:::exempt{paragraphs=3}\n\nThe price is ${words}.\n\n:::\n\nThe last paragraph.\n`;
  const open = (body: string): string => reportOf({ title: "Bins" }, body);

  async function shown(before: string, after: string, ...flags: readonly string[]): Promise<string> {
    const root = repository(before, after);
    const runs = await Promise.all(FORMATS.map((format) => diff(root, PATH, "--format", format, ...flags)));
    return runs.map(({ stdout, stderr }) => stdout + stderr).join("\n");
  }

  it("changes nothing that the public is shown", async () => {
    const base = await shown(open(passage("low")), open(passage("low").replace("last", "final")));
    expect(base).toContain("final");
    const pairs = [
      ["low", "high"],
      ["zircon", "zircon"],
      ["a", "quite another, and longer"],
    ] as const;
    for (const [before, after] of rows(pairs, 1))
      expect(await shown(open(passage(before)), open(passage(after).replace("last", "final")))).toBe(base);
  });

  it("is shown in the members' edition, with a mark", async () => {
    const all = await shown(open(passage("low")), open(passage("high")), "--edition", "members");
    expect(all).toContain("[-low-]{+high+}");
    expect(all).toContain("Members’ edition");
    expect(all).toContain("not for publication");
  });

  it("is not shown as what was public before", async () => {
    const before = open("The first paragraph.\n\nThe price is zircon.\n\nThe last paragraph.\n");
    const versions = [
      open(passage("zircon")),
      open(passage("zircon, or nearly")),
      reportOf({ title: "Bins", confidential: "Yes" }, "The price is zircon.\n"),
      reportOf({ title: "Bins", draft: "true" }, "The price is zircon.\n"),
      reportOf({ title: "Bins", withdrawn: "{date: 2 May 2024, reason: It was wrong.}" }, "The price is zircon.\n"),
    ];
    for (const after of rows(versions, 2)) expect(await shown(before, after)).not.toContain("zircon");
    const titled = open("Some text.\n").replace("Bins", "Bins of zircon");
    expect(await shown(titled, open(passage("x")))).not.toContain("zircon");
  });

  it("is said to be withheld, where that is all that there is to say", async () => {
    const whole = reportOf({ title: "Bins", confidential: "Yes" }, "The price is zircon.\n");
    expect(await shown(open("A.\n"), whole)).toMatch(/is withheld, so there is nothing to show of it/);
    expect(await shown(whole, whole)).not.toMatch(/zircon|Bins\b/);
  });

  it("has no part in the changes of a whole site, whichever report is asked for", async () => {
    const { content, canaries, open: shownReport } = await canarySite();
    const root = temporaryFolder();
    writeFiles(root, content);
    git(root, "init", "--quiet", "--initial-branch", "main");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "--message", "A");
    const folder =
      Object.keys(content)
        .find((path) => path.endsWith("site.yml"))
        ?.replace(/site\.yml$/, "") ?? "";
    const reports = Object.keys(content).filter((path) => path.startsWith(`${folder}reports/`) && path.endsWith(".md"));
    const tokens = canaries.map(({ token }) => token);
    let compared = 0;
    for (const path of isThorough ? reports : [shownReport]) {
      const text = content[path];
      if (typeof text !== "string") continue;
      writeFiles(root, { [path]: `${text}\nOne more paragraph.\n` });
      for (const format of FORMATS) {
        const { stdout, stderr, code } = await diff(root, path, "--format", format);
        // Files that an officer named are named back.
        const said = stderr.replaceAll(path, "");
        expect(
          scan(
            new Map([
              ["stdout", Buffer.from(stdout)],
              ["stderr", Buffer.from(said)],
            ]),
            tokens,
          ),
        ).toEqual([]);
        if (code === 0 && stdout !== "") compared++;
      }
      writeFiles(root, { [path]: text });
    }
    expect(compared).toBeGreaterThanOrEqual(runs(FORMATS.length, 4));
    expect(join(root, folder)).not.toBe(root);
  });
});
