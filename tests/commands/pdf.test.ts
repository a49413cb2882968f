import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { reportOf } from "../compile-text.ts";
import { type Run, scrutineer } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 2 });

const OPEN = "content/reports/2019/open.md";
const CLOSED = "content/reports/2019/closed.md";

function site(): string {
  const root = temporaryFolder();
  writeFiles(root, {
    [OPEN]: reportOf({}),
    [CLOSED]: reportOf({ confidential: "{paragraphs: [3]}" }, "Qxonez bids 7.\n"),
    "content/reports/2019/draft.md": reportOf({ draft: "true" }),
    "content/reports/2019/faulty.md": reportOf({}, "See [](#gone).\n"),
    "content/pages/about.md": "---\ntitle: About\n---\n\nText.\n",
  });
  mkdirSync(join(root, "folder"));
  writeFileSync(join(root, "file"), "");
  return root;
}

function expectRefusal({ code, stderr }: Run, exit: number, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/internal error|^\s+at |Qxonez/m);
  expect(code).toBe(exit);
}

describe("pdf", () => {
  it.concurrent("makes the PDF of one report, and leaves nothing beside it", async () => {
    const root = site();
    const before = readdirSync(root);
    const run = await scrutineer(root, "pdf", OPEN);
    expect(run.stderr).toMatch(/^Made open\.pdf, 1 page: \d/m);
    expect(run.code).toBe(0);
    expect(readFileSync(join(root, "open.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readdirSync(root).sort()).toEqual([...before, "open.pdf"].sort());
  });

  it.concurrent("gives the public no report that is withheld, and members the whole of it, where they ask", async () => {
    const root = site();
    expectRefusal(await scrutineer(root, "pdf", CLOSED), 1, /No PDF was made of .*: it is withheld, a draft/);
    expect(existsSync(join(root, "closed.pdf"))).toBe(false);
    const run = await scrutineer(root, "pdf", CLOSED, "--edition", "members", "-o", "folder/whole.pdf");
    expect(run.code, run.stderr).toBe(0);
    expect(existsSync(join(root, "folder/whole.pdf"))).toBe(true);
  });

  it.concurrent.each([
    ["a report with an error", ["content/reports/2019/faulty.md"], 1, /it has 1 error/],
    ["a draft", ["content/reports/2019/draft.md", "--edition", "members"], 1, /it is a draft, or not a report/],
    ["a plain page", ["content/pages/about.md"], 2, /is not a report: name a file below reports\//],
    ["a file that is not there", ["content/reports/2019/gone.md"], 2, /gone\.md/],
    ["a target in a folder that is not there", [OPEN, "-o", "nowhere/x.pdf"], 2, /there is no folder nowhere/],
    ["a target below a file", [OPEN, "-o", "file/x.pdf"], 2, /file is a file: name a file in a folder/],
    ["a target where no folder can be made", [OPEN, "-o", "/proc/x.pdf"], 2, /cannot be written to|there is no folder/],
    ["a target that is a folder", [OPEN, "-o", "folder"], 2, /folder is a folder: name a file/],
    ["no file at all", [], 2, /missing required argument 'file'/],
  ] as const)("refuses %s in words, and writes nothing", async (_what, args, exit, words) => {
    const root = site();
    const before = readdirSync(root, { recursive: true });
    expectRefusal(await scrutineer(root, "pdf", ...args), exit, words);
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });
});

describe("pdf of a report beside what is wrong or withheld", () => {
  it.each([
    ["has an error", (root: string) => writeFiles(root, { "content/site.yml": "council: [\n" })],
    ["cannot be read", (root: string) => symlinkSync("other.yml", join(root, "content/site.yml"))],
  ])("makes none where site.yml, which says whose report it is and under which law, %s", async (_what, spoil) => {
    const root = site();
    spoil(root);
    const run = await scrutineer(root, "pdf", OPEN);
    expectRefusal(run, 1, /^content\/site\.yml:1:\d+ {2}error[\s\S]*^No PDF was made of .*: site\.yml has an error$/m);
    expect(existsSync(join(root, "open.pdf"))).toBe(false);
  });

  it("has words in the place of a picture that another report withholds, and its caption", async () => {
    const root = site();
    const annexes = "[{title: Map, file: closed/map.svg, confidential: Yes}]";
    const map = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
    writeFiles(root, {
      [OPEN]: reportOf({}, "Text.\n\n![A map](open/map.svg)\n\nFigure 1: the depots\n"),
      [CLOSED]: reportOf({ annexes }, "See Annex A.\n"),
      "content/reports/2019/open/map.svg": map,
      "content/reports/2019/closed/map.svg": map,
    });
    const run = await scrutineer(root, "pdf", OPEN);
    expect(run.code, run.stderr).toBe(0);
    const text = execFileSync("pdftotext", ["-raw", join(root, "open.pdf"), "-"], { encoding: "utf8" });
    expect(text).toMatch(/Text\.\s+\[This image is not for publication\.\]\s+Figure 1: the depots/);
  });
});

describe("the target of a PDF", () => {
  it("may be a PDF that was made before, and no other file", async () => {
    const root = site();
    expect((await scrutineer(root, "pdf", OPEN)).code).toBe(0);
    expect((await scrutineer(root, "pdf", OPEN)).code).toBe(0);
    writeFiles(root, {
      "mine.pdf": "%PDF-1.7\n1 0 obj\n<</Creator (Typst 0.14.2)>>\n",
      "letter.txt": "x",
      "open.md": "x",
    });
    symlinkSync("letter.txt", join(root, "link.pdf"));
    const before = filesIn(root);
    for (const target of ["mine.pdf", "letter.txt", "open.md", "link.pdf", "/dev/null"])
      expectRefusal(
        await scrutineer(root, "pdf", OPEN, "-o", target),
        2,
        /is there already, and is not a PDF that scrutineer made/,
      );
    expect(filesIn(root)).toEqual(before);
  });

  it("does not lie in the content, whichever way it is named", async () => {
    const root = site();
    symlinkSync("content/reports", join(root, "link"));
    symlinkSync("content/reports/new.pdf", join(root, "dangling.pdf"));
    const before = readdirSync(root, { recursive: true });
    for (const target of [
      OPEN,
      "content/x.pdf",
      "content/reports/2019/x.pdf",
      "folder/../content/x.pdf",
      "link/x.pdf",
      "dangling.pdf",
    ])
      expectRefusal(await scrutineer(root, "pdf", OPEN, "-o", target), 2, /would be in the content/);
    expectRefusal(
      await scrutineer(join(root, "content/reports/2019"), "pdf", "open.md"),
      2,
      /open\.pdf would be in the content.*--out/,
    );
    expect(readdirSync(root, { recursive: true })).toEqual(before);
    expect((await scrutineer(join(root, "content/reports/2019"), "pdf", "open.md", "-o", "../../../x.pdf")).code).toBe(
      0,
    );
  });

  it("does not lie in a site that others read", async () => {
    const root = site();
    for (const edition of ["public", "members"])
      await scrutineer(
        root,
        "build",
        "content",
        "--keep-going",
        "--edition",
        edition,
        "--out",
        edition,
        "--no-pdf",
        "--no-search",
      );
    symlinkSync("public/reports", join(root, "link"));
    const before = readdirSync(root, { recursive: true });
    for (const [edition, target] of [
      ["members", "public/x.pdf"],
      ["members", "public/reports/2019/closed/closed.pdf"],
      ["members", "link/x.pdf"],
      ["members", "members/x.pdf"],
      ["public", "members/reports/x.pdf"],
    ] as const)
      expectRefusal(
        await scrutineer(root, "pdf", OPEN, "--edition", edition, "-o", target),
        2,
        /would be in the (?:public|members)/,
      );
    expect(readdirSync(root, { recursive: true })).toEqual(before);
    expect((await scrutineer(root, "pdf", OPEN, "-o", "public/x.pdf")).code).toBe(0);
  });
});
