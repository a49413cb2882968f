import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { reportOf } from "./compile-text.ts";
import { scrutineer } from "./compiled-cli.ts";
import { temporaryFolder, writeFiles } from "./content-folders.ts";

let root: string;
const write = (files: Readonly<Record<string, string | Uint8Array>>): void => writeFiles(join(root, "content"), files);
const build = (...args: readonly string[]) => scrutineer(root, "build", "--no-pdf", "--no-search", ...args);
const published = (): readonly string[] =>
  existsSync(join(root, "dist")) ? readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).sort() : [];

const ANNEX = "See Annex A for the figures.\n";
const nfd = (text: string): string => text.normalize("NFD");
/** Disks of these keep other names than they are given. */
const KEEPS_NAMES = process.platform === "linux";

beforeEach(() => {
  root = temporaryFolder();
});

describe.runIf(KEEPS_NAMES)("a report whose name is not UTF-8", () => {
  beforeEach(() => {
    write({
      "reports/a.md": reportOf({ annexes: "[{title: X, file: ../shared/x.csv}]" }, ANNEX),
      "reports/b.md": reportOf({ title: "B" }, "Words of another report.\n"),
      "reports/s.md": reportOf(
        { title: "S", confidential: "Yes", annexes: "[{title: X, file: ../shared/x.csv}]" },
        ANNEX,
      ),
      "shared/x.csv": "a,b\n1,2\n",
    });
    const name = Buffer.concat([Buffer.from(join(root, "content/reports/")), Buffer.from("caf\xe9.md", "latin1")]);
    renameSync(join(root, "content/reports/s.md"), name);
  });

  it("is an error that shows it, and publishes nothing", async () => {
    const run = await build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/reports/caf\\xE9.md:1:1  error");
    expect(published()).toEqual([]);
  });

  it("withholds what it may withhold, also when the others are published", async () => {
    const run = await build("--keep-going");
    expect(run.code).toBe(1);
    expect(published()).toContain("reports/b/index.html");
    expect(published()).toContain("reports/a/index.html");
    expect(published().filter((path) => path.endsWith(".csv") && !REVIEW.test(path))).toEqual([]);
  });

  it("is found in what git is about to commit, too", async () => {
    const git = (...args: readonly string[]) => execFileSync("git", ["-C", root, ...args], { stdio: "pipe" });
    git("init", "-q");
    git("add", ".");
    const run = await scrutineer(root, "check", "--staged");
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/reports/caf\\xE9.md:1:1  error");
  });
});

it("a file that git's store lacks is told, and not taken for an empty one", async () => {
  write({
    "reports/a.md": reportOf({ annexes: "[{title: X, file: a/x.csv}]" }, ANNEX),
    "reports/a/x.csv": "a,b\n".repeat(1000),
  });
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", root, ...args], { encoding: "utf8" }).trim();
  git("init", "-q");
  git("add", ".");
  expect((await scrutineer(root, "check", "--staged")).code).toBe(0);
  const object = git("rev-parse", ":content/reports/a/x.csv");
  rmSync(join(root, ".git/objects", object.slice(0, 2), object.slice(2)));
  const run = await scrutineer(root, "check", "--staged");
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("git")]);
});

describe.runIf(KEEPS_NAMES)("names whose accents are stored as signs of their own", () => {
  const files = {
    [nfd("reports/gŵyl.md")]: reportOf(
      { title: "Gŵyl", annexes: "[{title: T, file: gŵyl/tâl.md}, {title: F, file: gŵyl/ffigŵr.csv}]" },
      "See Annex A and Annex B, and [the figures](g%C5%B5yl/ffig%C5%B5r.csv).\n",
    ),
    [nfd("reports/gŵyl/tâl.md")]: "What was paid.\n",
    [nfd("reports/gŵyl/ffigŵr.csv")]: "a,b\n1,2\n",
    "reports/b.md": reportOf({ title: "B" }, "See [it](gŵyl.md), and [it again](g%C5%B5yl.md).\n"),
  };

  it("are found, and are addresses in the other form", async () => {
    write(files);
    const run = await build();
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("0 errors")]);
    expect(published()).toContain("reports/gŵyl/ffigŵr.csv".normalize("NFC"));
    expect(published()).toContain("reports/gŵyl/index.html".normalize("NFC"));
    expect(published().filter((path) => path !== path.normalize("NFC"))).toEqual([]);
  });

  it.each([nfd("content/reports/gŵyl.md"), "content/reports/gŵyl.md".normalize("NFC")])(
    "can be typed in both forms: %j",
    async (path) => {
      write(files);
      expect(await scrutineer(root, "check", path)).toMatchObject({
        code: 0,
        stderr: expect.stringContaining("Checked 1 report"),
      });
    },
  );

  it("are fixed by fix in the file that the disk has", async () => {
    write({
      ...files,
      [nfd("reports/gŵyl.md")]: reportOf({ title: "G" }, "The text has\u200b a mark.\n"),
      [nfd("reports/gŵyl/tâl.md")]: "",
    });
    rmSync(join(root, "content", nfd("reports/gŵyl")), { recursive: true });
    const run = await scrutineer(root, "fix");
    expect(run.stderr).toContain("1 change");
    expect(readdirSync(join(root, "content/reports")).sort()).toEqual(["b.md", nfd("gŵyl.md")]);
  });

  it("are an error where two differ in nothing else", async () => {
    write({ ...files, ["reports/gŵyl.md".normalize("NFC")]: reportOf({ title: "Other" }, "Other words.\n") });
    const run = await build("--keep-going");
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("output-path-twice");
    expect(published().filter((path) => path.endsWith(".csv") && !REVIEW.test(path))).toEqual([]);
  });
});

/** The review of what was withheld in a year, as data. */
const REVIEW = /^withheld\/\d{4}\//;

describe("what is left beside reports", () => {
  it("is published by nothing, and is no error", async () => {
    write({
      "reports/a.md": reportOf({}, "Some words for all.\n"),
      "reports/a.md~": "Old words.\n",
      "reports/#a.md#": "Unsaved words.\n",
      "reports/a.md.bak": "Old words.\n",
      "reports/a/~$x.docx": "x",
      "shared/Thumbs.db": "x",
      "pages/about.md.tmp": "x",
    });
    expect(await build()).toMatchObject({ code: 0, stderr: expect.stringContaining("0 errors, 0 warnings") });
  });

  it("is an error where a report attaches it", async () => {
    write({
      "reports/a.md": reportOf({ annexes: "[{title: X, file: a/x.csv.bak}]" }, ANNEX),
      "reports/a/x.csv.bak": "a,b\n1,2\n",
    });
    const run = await build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("reports/a/x.csv.bak is ignored");
  });
});

it("one report that was renamed is told in two errors, however many files it has", async () => {
  const names = ["a.csv", "b.csv", "c.csv", "d.md"];
  write({
    "reports/2019/review.md": reportOf(
      { annexes: `[${names.map((name) => `{title: T${name}, file: update/${name}}`).join(", ")}]` },
      "See Annexes A, B, C and D.\n\n![A plan of the site](update/plan.svg)\n",
    ),
    ...Object.fromEntries([...names, "plan.svg"].map((name) => [`reports/2019/update/${name}`, "a,b\n"])),
  });
  const run = await scrutineer(root, "check");
  expect(run.stderr).toContain("2 errors");
  expect(run.stderr).toContain("reports/2019/review.md:1:1");
});
