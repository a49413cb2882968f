import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { reportOf } from "./compile-text.ts";
import { PAGES_ALONE, type Run, scrutineer, scrutineerWith } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";

const SOUND = {
  "content/site.yml": "council: Sallow Borough Council\n",
  "content/reports/2019/first.md": reportOf({ title: "First" }, "## Findings\n\nThe first paragraph.\n"),
  "content/reports/2019/second.md": reportOf({ title: "Second" }, "The second report.\n"),
};

const PATH = "content/reports/2019/third.md";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 3 });

/** A folder with content in which nothing is wrong, and with these files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = temporaryFolder();
  writeFiles(root, { ...SOUND, ...files });
  return root;
}

let published: Readonly<Record<string, string>>;

/** The site of the sound content, made by the program once. */
beforeAll(async () => {
  const root = folderWith();
  const run = await scrutineer(root, "build");
  if (run.code !== 0) throw new Error(`the sound content is not published: ${run.stderr}`);
  published = filesIn(join(root, "dist"));
});

function writeSite(root: string): void {
  const files = Object.entries(published).map(([path, text]) => [`dist/${path}`, Buffer.from(text, "latin1")]);
  writeFiles(root, Object.fromEntries(files));
}

/** No stack trace and no word of the machinery's: what an officer can act on. */
function expectWords(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at .*\(?.*:\d+:\d+\)?$/m);
  expect(stderr).not.toMatch(
    /node_modules|file:\/\/\/|\[object Object\]|undefined|NaN|TypeError|RangeError|ENOENT|EISDIR/,
  );
  expect(stderr).not.toMatch(/internal error/);
}

interface BadInput {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly prepare?: (root: string) => void;
  /** Places as they are printed, and words that an officer needs. */
  readonly says: readonly (string | RegExp)[];
}

const FIELDS = "title: Third\nauthor: A\ndate: 2019-03-24\n";

const BAD_INPUT: readonly BadInput[] = [
  {
    name: "no title",
    files: { [PATH]: reportOf({ title: undefined }) },
    says: [`${PATH}:1:1  error  `, "`title` is missing", "title: "],
  },
  {
    name: "a date that does not exist",
    files: { [PATH]: reportOf({ date: "2019-02-31" }) },
    says: [`${PATH}:4:7  error  `, "does not exist", "February 2019 has 28 days"],
  },
  {
    name: "an ambiguous date",
    files: { [PATH]: reportOf({ date: "03/04/2019" }) },
    says: [`${PATH}:4:7  error  `, "3 April 2019", "4 March 2019", "2019-04-03", "2019-03-04"],
  },
  {
    name: "confidental: Yes",
    files: { [PATH]: `---\n${FIELDS}confidental: Yes\n---\n\nWords.\n` },
    says: [`${PATH}:5:1  error  `, "did you mean `confidential`?"],
  },
  {
    name: "a tab in YAML",
    files: { [PATH]: `---\n${FIELDS}confidential: No\ncontact:\n\tname: A\n---\n\nWords.\n` },
    says: [`${PATH}:7:1  error  `, /tab|frontmatter cannot be read/],
  },
  {
    name: "---js",
    files: { [PATH]: `---js\nrequire("fs").writeFileSync("ran.txt", "x")\n---\n\nWords.\n` },
    says: [`${PATH}:1:1  error  `, /YAML/],
  },
  {
    name: "no closing ---",
    files: { [PATH]: `---\n${FIELDS}confidential: No\n\nWords.\n` },
    says: [`${PATH}:1:1  error  `, /---/],
  },
  {
    name: "an empty file",
    files: { [PATH]: "" },
    says: [`${PATH}:1:1  error  `, /does not begin with frontmatter/],
  },
  {
    name: "invalid UTF-8",
    files: { [PATH]: Buffer.concat([Buffer.from(reportOf({}, "A caf")), Buffer.from([0xe9, 0x0a])]) },
    says: [`${PATH}:8:`, "UTF-8", `byte ${Buffer.from(reportOf({}, "A caf")).length} `],
  },
  {
    name: "NUL",
    files: { [PATH]: reportOf({}, "Words\0.\n") },
    says: [`${PATH}:8:6  error  `, /byte \d+/],
  },
  {
    name: "a missing annex",
    files: { [PATH]: reportOf({ annexes: "\n  - title: Map\n    file: third/map.pdf" }, "See Annex A.\n") },
    says: [`${PATH}:8:11  error  `, "third/map.pdf"],
  },
  {
    name: "../../etc/passwd as an annex",
    files: { [PATH]: reportOf({ annexes: "\n  - title: Map\n    file: ../../etc/passwd" }, "See Annex A.\n") },
    says: [`${PATH}:8:11  error  `, "../../etc/passwd", "outside"],
  },
  {
    name: "../../../../../../../etc/passwd as an annex",
    files: {
      [PATH]: reportOf({ annexes: `\n  - title: Map\n    file: ${"../".repeat(12)}etc/passwd` }, "See Annex A.\n"),
    },
    says: [`${PATH}:8:11  error  `, "outside"],
  },
  {
    name: "/etc/passwd as an annex",
    files: { [PATH]: reportOf({ annexes: "\n  - title: Map\n    file: /etc/passwd" }, "See Annex A.\n") },
    says: [`${PATH}:8:11  error  `, "outside"],
  },
  {
    name: "a folder as an annex",
    files: {
      [PATH]: reportOf({ annexes: "\n  - title: Map\n    file: third/maps" }, "See Annex A.\n"),
      "content/reports/2019/third/maps/a.csv": "a\n",
    },
    says: [`${PATH}:8:11  error  `, "third/maps"],
  },
  {
    name: "two annexes with one letter",
    files: { [PATH]: reportOf({ annexes: "\n  - title: A\n    label: B\n  - title: C" }, "See Annex B.\n") },
    says: [`${PATH}:9:`, "two annexes have the letter B"],
  },
  {
    name: "a symbolic link out of the content folder",
    files: {
      [PATH]: reportOf({ annexes: "\n  - title: Map\n    file: third/map.csv" }, "See Annex A.\n"),
      "secret.csv": "Qxsecretz\n",
      "content/reports/2019/third/other.csv": "a\n",
    },
    prepare: (folder) => symlinkSync(join(folder, "secret.csv"), join(folder, "content/reports/2019/third/map.csv")),
    says: ["content/reports/2019/third/map.csv:1:1  error  ", "symbolic link"],
  },
  {
    name: "two reports with one URL",
    files: { "content/reports/2019/First.md": reportOf({}) },
    says: [
      /content\/reports\/2019\/[Ff]irst\.md:1:1 {2}error {2}/,
      "reports/2019/First.md",
      "reports/2019/first.md",
      "rename",
    ],
  },
  {
    name: "3. swallowed by the line above",
    files: { [PATH]: reportOf({}, "1. One.\n\n2. Two.\n\nMore of two\n3. Three.\n") },
    says: [`${PATH}:13:1  error  `, /swallowed|line above|empty line/],
  },
  {
    name: "raw HTML",
    files: { [PATH]: reportOf({}, "Words <b>bold</b>.\n") },
    says: [`${PATH}:8:7  error  `, "HTML"],
  },
  {
    name: "a report of 5 MB",
    files: { [PATH]: reportOf({}, "Some words.\n\n".repeat(400_000)) },
    says: [`${PATH}:1:1  error  `, "1 MiB"],
  },
  {
    name: "no text",
    files: { [PATH]: reportOf({}, "") },
    says: [`${PATH}:`, /no text/],
  },
  {
    name: "a mistyped setting",
    files: { "content/site.yml": "counsil: A\n" },
    says: ["content/site.yml:1:1  error  ", "did you mean `council`?"],
  },
  {
    name: "a stray file",
    files: { "content/notes.txt": "x" },
    says: ["content/notes.txt:1:1  error  "],
  },
  {
    name: "a Markdown file in a report's folder that no annex names",
    files: { "content/reports/2019/first/stray.md": "Words.\n" },
    says: ["content/reports/2019/first/stray.md:1:1  error  "],
  },
  {
    name: "nesting without end",
    files: { [PATH]: reportOf({}, `${"> ".repeat(4_096)}a\n`) },
    says: [`${PATH}:8:1  error  `, "100 deep"],
  },
  {
    name: "a passage that is to be withheld, with a mistyped fence",
    files: { [PATH]: reportOf({}, "Words.\n\n:::exmept{paragraphs=3}\n\nQxsecretz.\n\n:::\n") },
    says: [`${PATH}:10:1  error  `, "exempt"],
  },
];

describe("bad input", () => {
  it.concurrent.each(BAD_INPUT)(
    "$name: a message to act on, exit code 1, and the site as it was",
    async ({ files, prepare, says }) => {
      const root = folderWith(files);
      writeSite(root);
      const before = filesIn(join(root, "dist"));
      prepare?.(root);
      const run = await scrutineer(root, "build");
      expect(run.code).toBe(1);
      for (const words of says) expect(run.stderr).toMatch(words instanceof RegExp ? words : asPattern(words));
      expect(run.stderr).toMatch(/^ {2}fix: \S/m);
      expect(run.stderr).toMatch(/Nothing was published.*1 error|Nothing was published.*\d+ errors/);
      expect(run.stderr).not.toContain("Qxsecretz");
      expect(run.stdout).toBe("");
      expectWords(run.stderr);
      expect(filesIn(join(root, "dist"))).toEqual(before);
      expect(Object.keys(filesIn(root))).not.toContain("ran.txt");
    },
  );

  it.concurrent.each(["build", "check"])(
    "of reports that are to be withheld is told by %s without a line of them",
    async (command) => {
      const bad = [
        "<b>Qxsecretz</b>",
        "Qxsecretz \u200b",
        "[Qxsecretz](javascript:Qxsecretz)",
        "Qxsecretz\0",
        "Qxsecretz[^1]",
      ];
      const root = folderWith(
        Object.fromEntries(
          bad.map((line, index) => [
            `content/reports/withheld-${index}.md`,
            reportOf({ title: "Qxtitlez", confidential: "Yes" }, `Qxbodyz.\n\n${line}\n`),
          ]),
        ),
      );
      const run = await scrutineer(root, command);
      expect(run.code).toBe(1);
      for (const index of bad.keys()) expect(run.stderr).toContain(`content/reports/withheld-${index}.md:10:`);
      expect(`${run.stdout}${run.stderr}`).not.toMatch(/Qx\w+z/);
    },
  );
});

function asPattern(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}

describe("build", () => {
  it.concurrent("publishes a sound site, says so in one line, and exits 0", async () => {
    const root = folderWith();
    const run = await scrutineer(root, "build");
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^Published 2 reports as \d+ files in dist: 0 errors, 0 warnings, \d+\.\d\d s\n$/);
    expect(Object.keys(filesIn(join(root, "dist")))).toEqual(
      expect.arrayContaining(["index.html", "404.html", "reports/2019/first/index.html", "reports/index.html"]),
    );
  });

  it.concurrent("gives the same bytes each time, and elsewhere", async () => {
    const root = folderWith();
    await scrutineer("/", "build", join(root, "content"), "--out", join(root, "other"));
    expect(filesIn(join(root, "other"))).toEqual(published);
    await scrutineer("/", "build", join(root, "content"), "--out", join(root, "other"));
    expect(filesIn(join(root, "other"))).toEqual(published);
  });

  it.concurrent("takes another content folder, output folder and address", async () => {
    const root = folderWith({ "texts/reports/a.md": reportOf({}) });
    const run = await scrutineer(root, "build", "texts", "-o", "site", "--base", "https://a.example/b", ...PAGES_ALONE);
    expect(run.code).toBe(0);
    expect(filesIn(join(root, "site"))["reports/a/index.html"]).toContain("https://a.example/b/reports/a/");
  });

  it.concurrent("takes the path alone of another address", async () => {
    const root = folderWith();
    const pageAt = async (path: string): Promise<string> => {
      expect((await scrutineer(root, "build", "-o", "site", "--base", "/scrutiny", ...PAGES_ALONE)).code).toBe(0);
      return filesIn(join(root, "site"))[path] ?? "";
    };
    const unknownHost = await pageAt("404.html");
    expect(unknownHost).toContain('href="/scrutiny/reports/"');
    expect(unknownHost).not.toContain("canonical");
    writeFileSync(join(root, "content/site.yml"), "base-url: https://a.example/old/");
    expect(await pageAt("404.html")).toContain('href="/scrutiny/reports/"');
    expect(await pageAt("index.html")).toContain('<link rel="canonical" href="https://a.example/scrutiny/">');
  });

  it.concurrent("publishes in spite of warnings", async () => {
    const root = folderWith({ [PATH]: reportOf({}, "See paragraph 99.\n") });
    const run = await scrutineer(root, "build", ...PAGES_ALONE);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain(`${PATH}:8:15  warning  `);
    expect(run.stderr).toContain("1 warning");
  });

  it.concurrent("publishes nothing of a report that is withheld, and takes down what it was before", async () => {
    const root = folderWith();
    const text = "Qxbodyz met.\n";
    writeFiles(root, { [PATH]: reportOf({ title: "Qxtitlez" }, text) });
    expect((await scrutineer(root, "build")).code).toBe(0);
    expect(JSON.stringify(filesIn(join(root, "dist")))).toMatch(/Qxbodyz/);
    const withheld = { title: "Qxtitlez", "public-title": "A personal matter", confidential: "{paragraphs: [1]}" };
    writeFiles(root, { [PATH]: reportOf(withheld, text) });
    const run = await scrutineer(root, "build");
    expect(run.code).toBe(0);
    expect(JSON.stringify(filesIn(join(root, "dist")))).not.toMatch(/Qx\w+z/);
    expect(run.stderr).not.toMatch(/Qx\w+z/);
    expect(run.stderr).toMatch(/1 withheld/);
    const stub = filesIn(join(root, "dist/reports/2019/a-personal-matter"))["index.html"];
    expect(stub).toMatch(/information relating to any individual/);
  });

  it.concurrent("refuses to write over a folder of somebody's own, with exit code 2", async () => {
    const root = folderWith({ "dist/thesis.docx": "x" });
    const run = await scrutineer(root, "build");
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/dist has files that scrutineer did not make/);
    expectWords(run.stderr);
    expect(filesIn(join(root, "dist"))).toEqual({ "thesis.docx": "x" });
  });

  // macOS has no such folder, and root could make one.
  it.skipIf(process.platform !== "linux").concurrent(
    "says so where no folder can be made, with exit code 2",
    async () => {
      const root = folderWith();
      const run = await scrutineer(root, "build", "--out", "/proc/site");
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/\/proc cannot be written to: name another folder with --out/);
      expectWords(run.stderr);
    },
  );

  it.concurrent.each([["content"], ["."], ["content/out"]])(
    "refuses to write into %s, with exit code 2",
    async (out) => {
      const root = folderWith();
      const before = filesIn(root);
      const run = await scrutineer(root, "build", "--out", out);
      expect(run.code).toBe(2);
      expectWords(run.stderr);
      expect(filesIn(root)).toEqual(before);
    },
  );
});

describe("check", () => {
  it.concurrent("of sound content exits 0 and writes nothing", async () => {
    const root = folderWith();
    const before = filesIn(root);
    const run = await scrutineer(root, "check");
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^Checked 2 reports: 0 errors, 0 warnings, \d+\.\d\d s\n$/);
    expect(filesIn(root)).toEqual(before);
  });

  it.concurrent("of faulty content exits 1 and writes nothing", async () => {
    const root = folderWith({ [PATH]: reportOf({ date: "2019-02-31" }) });
    const before = filesIn(root);
    const run = await scrutineer(root, "check", "content");
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${PATH}:4:7  error  `);
    expect(filesIn(root)).toEqual(before);
  });

  it.concurrent("of one file tells of that file alone, and of what it links to", async () => {
    const root = folderWith({
      [PATH]: reportOf({}, "See [words](first.md#findings).\n"),
      "content/reports/2019/faulty.md": reportOf({ date: "2019-02-31" }),
    });
    const sound = await scrutineer(root, "check", PATH);
    expect(sound.code).toBe(0);
    expect(sound.stderr).toMatch(/^Checked 1 report: 0 errors/);
    const faulty = await scrutineer(root, "check", "content/reports/2019/faulty.md");
    expect(faulty.code).toBe(1);
    expect(faulty.stderr).toContain("content/reports/2019/faulty.md:4:7  error  ");
  });

  it.concurrent("of one plain page or meeting tells of that file alone", async () => {
    const root = folderWith({
      "content/site.yml": "committees: [{id: children, name: Children Committee}]\n",
      "content/pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
      "content/meetings/children/2019-04-08.md": "---\ntime: 25:00\n---\n",
    });
    const sound = await scrutineer(root, "check", "content/pages/about.md");
    expect(sound.code).toBe(0);
    expect(sound.stderr).toMatch(/^Checked 0 reports, 1 page: 0 errors/);
    const faulty = await scrutineer(root, "check", "content/meetings");
    expect(faulty.code).toBe(1);
    expect(faulty.stderr).toContain("content/meetings/children/2019-04-08.md:2:7  error  ");
  });

  it.concurrent.each([
    ["a folder", "content/reports/2019", "."],
    ["a file from within the content folder", "reports/2019/faulty.md", "content"],
    ["a file from beside it", "faulty.md", "content/reports/2019"],
    ["a file by its whole path", "$ROOT/content/reports/2019/faulty.md", "."],
    ["a file with ./ before it", "./content/reports/2019/faulty.md", "."],
    ["two files", "content/reports/2019/first.md content/reports/2019/faulty.md", "."],
    ["the current folder", ".", "content"],
  ])("of %s finds the faults there", async (_name, paths, folder) => {
    const root = folderWith({ "content/reports/2019/faulty.md": reportOf({ date: "2019-02-31" }) });
    const run = await scrutineer(join(root, folder), "check", ...paths.replace("$ROOT", root).split(" "));
    expect(run.stderr).toMatch(/reports\/2019\/faulty\.md:4:7 {2}error {2}/);
    expect(run.code).toBe(1);
  });

  it.concurrent("of a file that is not there, though others are, exits 2", async () => {
    const root = folderWith();
    const run = await scrutineer(root, "check", "content/reports/2019/first.md", "content/reports/2019/gone.md");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("gone.md");
  });

  it.concurrent("of a file that is no report exits 2 or tells of it, and never says that all is well", async () => {
    const root = folderWith({ "content/notes.txt": "x" });
    expect((await scrutineer(root, "check", "content/notes.txt")).code).not.toBe(0);
  });
});

describe("wrong use", () => {
  it.concurrent.each<[string, readonly string[], RegExp]>([
    ["a mistyped command", ["biuld"], /[Dd]id you mean build\?/],
    ["another mistyped command", ["chekc"], /[Dd]id you mean check\?/],
    ["a command that is like none", ["frobnicate"], /--help/],
    ["a mistyped flag", ["build", "--otu", "x"], /[Dd]id you mean --out\?/],
    ["a mistyped flag of check", ["check", "--hlep"], /[Dd]id you mean --help\?/],
    ["a mistyped flag without a command", ["--versoin"], /--version/],
    ["a flag without its value", ["build", "--out"], /--out/],
    ["too many arguments", ["build", "content", "other"], /argument/],
    ["a base that is no address", ["build", "--base", "example"], /https:/],
    ["a base without a scheme", ["build", "--base", "//a.example/"], /https:/],
    ["a base of another kind", ["build", "--base", "javascript:alert(1)"], /https:/],
    ["a folder that is not there", ["build", "gone"], /gone/],
    ["a path that is not there", ["check", "gone.md"], /gone\.md/],
    ["a file outside any content folder", ["check", "other.md"], /content/],
    ["a file in place of the folder", ["build", "content/site.yml"], /content\/site\.yml/],
  ])("%s exits 2, in words", async (_name, args, words) => {
    const root = folderWith();
    writeFileSync(join(root, "other.md"), "x");
    const before = filesIn(root);
    const run = await scrutineer(root, ...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(words);
    expect(run.stdout).toBe("");
    expectWords(run.stderr);
    expect(filesIn(root)).toEqual(before);
  });

  it.concurrent("without the default content folder exits 2 and names it", async () => {
    for (const command of ["build", "check"]) {
      const run = await scrutineer(temporaryFolder(), command);
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/content/);
      expectWords(run.stderr);
    }
  });
});

describe("help", () => {
  it.concurrent.each<[readonly string[], RegExp]>([
    [["--help"], /build[\s\S]*check/],
    [["build", "--help"], /Examples:[\s\S]*scrutineer build/],
    [["check", "--help"], /Examples:[\s\S]*scrutineer check[\s\S]*--format json/],
    [["--version"], /^\d+\.\d+\.\d+\n$/],
  ])("%j is answered on standard output, with exit code 0", async (args, words) => {
    const root = folderWith();
    const run: Run = await scrutineer(root, ...args);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(words);
  });
});

describe("a fault for which no report is to blame", () => {
  const FAULT = `const real = JSON.stringify;
JSON.stringify = (value, ...rest) => {
  if (Array.isArray(value?.reports) && value.$schema) throw new RangeError("the zanzibar plan");
  return real(value, ...rest);
};`;

  it("is called an internal error, says what to do, and is explained only where that is asked for", async () => {
    const root = folderWith({ "fault.mjs": FAULT });
    const environment = { NO_COLOR: "1", NODE_OPTIONS: `--import ${pathToFileURL(join(root, "fault.mjs")).href}` };
    const run = await scrutineerWith(environment, root, "build", "--no-pdf", "--no-search", "--keep-going");
    expect([run.code, existsSync(join(root, "dist"))]).toEqual([2, false]);
    expect(run.stderr).toContain("internal error of scrutineer (reportsData, RangeError)");
    expect(run.stderr).toContain("Nothing was published. Run the command again");
    expect(run.stderr).not.toMatch(/zanzibar|^\s+at /m);
    const explained = await scrutineerWith({ ...environment, SCRUTINEER_DEBUG: "1" }, root, "build", "--no-pdf");
    expect(explained.stderr).toMatch(/RangeError: the zanzibar plan\n\s+at /);
  });
});

it("takes the day of the clock where --as-of says today, and no day where nothing is said", async () => {
  const root = folderWith({
    "content/site.yml": "council: Sallow Borough Council\ncommittees: [{id: roads, name: Roads Board}]\n",
    "content/meetings/roads/1990-03-05.md": "---\nvenue: Town Hall\n---\n",
    "content/meetings/roads/2999-03-05.md": "---\nvenue: Town Hall\n---\n",
  });
  const home = async (...options: readonly string[]): Promise<string> => {
    const run = await scrutineer(root, "build", "--no-pdf", "--no-search", ...options);
    expect(run.stderr).not.toContain("error:");
    return filesIn(join(root, "dist"))["index.html"] ?? "";
  };
  expect(await home()).toMatch(/Meetings<\/h2>[\s\S]*2999-03-05[\s\S]*1990-03-05/);
  const today = await home("--as-of", "today");
  expect(today).toMatch(/Next meetings<\/h2>[\s\S]*2999-03-05[\s\S]*Last meetings<\/h2>[\s\S]*1990-03-05/);
  const wrong = await scrutineer(root, "build", "--as-of", "tomorrow");
  expect(wrong.stderr).toContain("a date such as 2026-03-31, or today, not tomorrow");
});
