import { existsSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { reportOf } from "./compile-text.ts";
import { PAGES_ALONE, type Run, scrutineer } from "./compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";
import { isThorough } from "./lane.ts";

// In the thorough lane each test starts the program as a process of its own.
vi.setConfig({ maxConcurrency: 3 });

const SECRET = /Qx\w*z/;
const CONTENT = {
  "content/site.yml": "council: Sallow Borough Council\nremoval-limit: 10\n",
  "content/reports/open.md": reportOf(
    { title: "Open", annexes: "[{title: Prices, file: open/Qxfilez.csv, confidential: {paragraphs: [3]}}]" },
    "One; see Annex A.\n\n:::exempt{paragraphs=1}\nQxpassagez.\n:::\n\nThree. [The other](closed.md).\n",
  ),
  "content/reports/open/Qxfilez.csv": "Qxbytesz,1\n",
  "content/reports/closed.md": reportOf(
    { title: "Closed", confidential: "{paragraphs: [3], review: 2019-01-01}" },
    "Qxclosedz.\n",
  ),
};

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  writeFiles(root, { ...CONTENT, ...files });
  return root;
}

/** Publishes what is in a folder; in the quick lane without PDFs and search, which the tests of these have. */
function build(root: string, ...flags: readonly string[]): Promise<Run> {
  return scrutineer(root, "build", ...flags, ...PAGES_ALONE);
}

function contentOf(root: string, out: string): string {
  return JSON.stringify(filesIn(join(root, out)));
}

describe("the two editions", () => {
  it.concurrent("the public edition holds nothing that is withheld; the members' holds it, marked, for no search engine", async () => {
    const root = folderWith();
    const open = await scrutineer(root, "build");
    const members = await scrutineer(root, "build", "--edition", "members");
    expect([open.code, members.code]).toEqual([0, 0]);
    expect(open.stderr + members.stderr).not.toMatch(SECRET);
    expect(contentOf(root, "dist")).not.toMatch(SECRET);
    const files = filesIn(join(root, "dist-members"));
    for (const token of ["Qxfilez", "Qxpassagez", "Qxbytesz", "Qxclosedz"])
      expect(JSON.stringify(files)).toContain(token);
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith(".html")) continue;
      expect(text, path).toContain('<meta name="robots" content="noindex');
      expect(text, path).toContain("Members’ edition".replace("’", "\u00e2\u0080\u0099"));
      expect(text, path).not.toContain("canonical");
    }
    for (const name of ["open", "closed"]) expect(files[`reports/${name}/index.html`]).toMatch(/Not for publication/);
  });

  it.concurrent("neither is written over the other, nor within it", async () => {
    const root = folderWith();
    await scrutineer(root, "build");
    await scrutineer(root, "build", "--edition", "members");
    symlinkSync(join(root, "dist"), join(root, "link"));
    const trees = (): unknown => ["dist", "dist-members"].map((out) => filesIn(join(root, out)));
    const before = trees();
    for (const [out, edition] of [
      ["dist", "members"],
      ["dist/", "members"],
      ["link", "members"],
      ["dist/members", "members"],
      ["dist-members", "public"],
      ["dist-members/reports/new", "public"],
    ]) {
      const { code, stderr } = await scrutineer(root, "build", "--edition", `${edition}`, "--out", `${out}`);
      expect(code, out).toBe(2);
      expect(stderr, out).toMatch(/--out/);
    }
    expect(trees()).toEqual(before);
  });

  it.runIf(isThorough).concurrent(
    "what a killed build of the other edition left beside the folder is known for what it is",
    async () => {
      const root = folderWith();
      await scrutineer(root, "build", "--edition", "members", "--out", "site");
      renameSync(join(root, "site"), join(root, ".site.scrutineer-old"));
      const { code, stderr } = await scrutineer(root, "build", "--out", "site");
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("members' edition") });
    },
  );

  it.concurrent("another edition than these two is refused, with what may stand there", async () => {
    const { code, stderr } = await scrutineer(folderWith(), "build", "--edition", "member");
    expect(code).toBe(2);
    expect(stderr).toMatch(/public, members/);
  });
});

describe("a report that is taken down", () => {
  it.concurrent.each<[string, Readonly<Record<string, string>>]>([
    [
      "the report",
      {
        "content/reports/open.md": CONTENT["content/reports/open.md"].replace("confidential: No", "confidential: Yes"),
      },
    ],
    [
      "an annex",
      {
        "content/reports/next.md": reportOf(
          { title: "Next", annexes: "[{title: Map, file: next/Qxmapz.csv, confidential: Yes}]" },
          "See Annex A.\n",
        ),
      },
    ],
    [
      "a passage",
      {
        "content/reports/next.md": reportOf(
          { title: "Next", annexes: "[{title: Map, file: next/Qxmapz.csv}]" },
          ":::exempt\nSee Annex A, says Qxnextz.\n:::\n",
        ),
      },
    ],
  ])("leaves nothing behind: %s", async (name, change) => {
    const first = {
      "content/reports/next.md": reportOf(
        { title: "Next", annexes: "[{title: Map, file: next/Qxmapz.csv}]" },
        "See Annex A, says Qxnextz.\n",
      ),
      "content/reports/next/Qxmapz.csv": "Qxmapbytesz\n",
    };
    const root = folderWith(first);
    expect((await build(root)).code).toBe(0);
    expect(contentOf(root, "dist")).toMatch(/Qxnextz/);
    writeFiles(root, change);
    const { code, stderr } = await build(root);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const after = contentOf(root, "dist");
    if (name === "the report") expect(after).not.toContain("Three.");
    if (name === "an annex") expect(after).not.toMatch(/Qxmapz|Qxmapbytesz/);
    if (name === "a passage") expect(after).not.toContain("Qxnextz");
    const clean = folderWith({ ...first, ...change });
    await build(clean);
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(clean, "dist")));
  });

  it.concurrent("comes back when the flag says No again", async () => {
    const root = folderWith();
    await build(root);
    expect(contentOf(root, "dist")).not.toContain("Qxclosedz");
    writeFiles(root, { "content/reports/closed.md": reportOf({ title: "Closed" }, "Qxclosedz.\n") });
    await build(root);
    expect(contentOf(root, "dist")).toContain("Qxclosedz");
  });
});

describe("--keep-going", () => {
  const FAULTY = "content/reports/faulty.md";
  const first = {
    [FAULTY]: reportOf({ title: "Faulty" }, "The faulty report.\n"),
    "content/reports/linking.md": reportOf(
      { title: "Linking" },
      "See [the faulty one](faulty.md) and [open](open.md).\n",
    ),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `content/reports/more-${index}.md`,
        reportOf({ title: `More ${index}` }),
      ]),
    ),
  };

  it.concurrent("takes a report down although another has an error, and exits with 1", async () => {
    const root = folderWith(first);
    await build(root);
    writeFiles(root, {
      [FAULTY]: reportOf({ title: "Faulty" }, "<b>The faulty report.</b>\n"),
      "content/reports/open.md": CONTENT["content/reports/open.md"].replace("confidential: No", "confidential: Yes"),
    });
    expect((await build(root)).code).toBe(1);
    expect(contentOf(root, "dist")).toContain("Three.");
    const { code, stderr } = await build(root, "--keep-going");
    expect(code).toBe(1);
    expect(stderr).toMatch(/1 left out/);
    const files = filesIn(join(root, "dist"));
    expect(JSON.stringify(files)).not.toContain("Three.");
    expect(files["reports/faulty/index.html"]).toBeUndefined();
    expect(files["reports/linking/index.html"]).toContain("See the faulty one and <a");
  });

  it.concurrent("leaves out what links to a place that is not there, and whatever else is wrong between reports", async () => {
    const root = folderWith({ ...first, "content/reports/linking.md": reportOf({}, "See [x](open.md#nothing).\n") });
    const { code } = await build(root, "--keep-going");
    expect(code).toBe(1);
    expect(existsSync(join(root, "dist/reports/linking/index.html"))).toBe(false);
    expect(existsSync(join(root, "dist/reports/faulty/index.html"))).toBe(true);
  });

  it.concurrent.each<[string, string | Uint8Array]>([
    [
      "has an unknown field",
      reportOf({ confidential: "Yes", zzz: "1", annexes: "[{title: T, file: ../shared/Qxsharedz.csv}]" }),
    ],
    [
      "names the file by escapes",
      reportOf({ confidential: "Yes", zzz: "1", annexes: '[{title: T, file: "../\\x73hared/Qxsharedz.csv"}]' }),
    ],
    ["is not UTF-8", new Uint8Array([...new TextEncoder().encode(reportOf({ confidential: "Yes" })), 0xff])],
    ["is UTF-16", new Uint8Array(Buffer.from(reportOf({ confidential: "Yes" }), "utf16le"))],
  ])("publishes no shared file that a report may withhold which cannot be read: it %s", async (_name, faulty) => {
    const root = folderWith();
    writeFiles(root, {
      "content/shared/Qxsharedz.csv": "Qxbytesz\n",
      "content/reports/public.md": reportOf({ title: "Public" }, "See [the file](../shared/Qxsharedz.csv).\n"),
    });
    await build(root, "--out", "before");
    expect(contentOf(root, "before")).toContain("Qxsharedz");
    writeFiles(root, { "content/reports/unread.md": faulty });
    expect((await build(root, "--keep-going")).code).toBe(1);
    expect(contentOf(root, "dist")).not.toContain("Qxsharedz");
  });

  it.concurrent("publishes no copy of a shared file that a report may withhold which cannot be read", async () => {
    const root = folderWith({
      ...first,
      "content/reports/unread.md": reportOf({
        zzz: "1",
        annexes: '[{title: T, file: "../sha\\\n  red/p.csv", confidential: Yes}]',
      }),
      "content/shared/p.csv": "Qxbytesz\n",
      "content/reports/public.md": reportOf(
        { title: "Public", annexes: "[{title: T, file: public/copy.csv}]" },
        "See Annex A.\n",
      ),
      "content/reports/public/copy.csv": "Qxbytesz\n",
    });
    expect((await build(root, "--keep-going")).code).toBe(1);
    expect(contentOf(root, "dist")).not.toMatch(SECRET);
  });

  it.concurrent("publishes no copy of a file beside a report that cannot be read", async () => {
    const root = folderWith({
      ...first,
      "content/reports/unread.md": reportOf({
        zzz: "1",
        annexes: "[{title: T, file: unread/price.csv, confidential: Yes}]",
      }),
      "content/reports/unread/price.csv": "Qxbytesz\n",
      "content/reports/public.md": reportOf(
        { title: "Public", annexes: "[{title: T, file: public/copy.csv}]" },
        "See Annex A.\n",
      ),
      "content/reports/public/copy.csv": "Qxbytesz\n",
    });
    expect((await build(root, "--keep-going")).code).toBe(1);
    expect(contentOf(root, "dist")).not.toMatch(SECRET);
  });

  it.concurrent.each<[string, Readonly<Record<string, string>>]>([
    ["the site's own lists", { "content/reports/page-2.md": reportOf({ title: "Two" }) }],
    ["one in other capitals", { "content/reports/Open.md": reportOf({ title: "Two" }) }],
    [
      "a stub's",
      { "content/reports/next.md": reportOf({ title: "Two", confidential: "Yes", "public-title": "More 1" }) },
    ],
  ])("comes to an end where two addresses clash: %s", async (_name, files) => {
    const root = folderWith({ ...first, ...files });
    const { code, stderr } = await build(root, "--keep-going");
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(existsSync(join(root, "dist/reports/faulty/index.html"))).toBe(true);
  });

  it.concurrent("publishes nothing without sound settings", async () => {
    const root = folderWith({ "content/site.yml": "jurisdiction: Narnia\n" });
    const { code, stderr } = await build(root, "--keep-going");
    expect(code).toBe(1);
    expect(stderr).toMatch(/settings/);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });
});

describe("a build that would remove many reports", () => {
  it.concurrent("stops, names them, and goes on with --allow-removals", async () => {
    const root = folderWith();
    await build(root);
    renameSync(join(root, "content/reports/open.md"), join(root, "content/reports/renamed.md"));
    renameSync(join(root, "content/reports/open"), join(root, "content/reports/renamed"));
    writeFiles(root, {
      "content/reports/renamed.md": reportOf(
        { title: "Renamed", annexes: "[{title: Prices, file: renamed/Qxfilez.csv, confidential: Yes}]" },
        "See Annex A.\n",
      ),
    });
    const before = filesIn(join(root, "dist"));
    const stopped = await build(root);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(
      /would remove 1 of the 2 pages of reports[\s\S]*reports\/open\/[\s\S]*--allow-removals/,
    );
    expect(filesIn(join(root, "dist"))).toEqual(before);
    const allowed = await build(root, "--allow-removals");
    expect(allowed.code).toBe(0);
    expect(existsSync(join(root, "dist/reports/open"))).toBe(false);
  });
});

describe("a build that leaves out what is faulty", () => {
  it.concurrent.each([
    [2, 4, "goes on"],
    [3, 4, "stops"],
  ])("with %i of %i reports gone %s", async (gone, all, outcome) => {
    const path = (index: number): string => `reports/report-${index}`;
    const reports = Array.from({ length: all }, (_, index) => [
      `content/${path(index)}.md`,
      reportOf({ title: `Report ${index}` }),
    ]);
    const root = temporaryFolder();
    writeFiles(root, { "content/site.yml": CONTENT["content/site.yml"], ...Object.fromEntries(reports) });
    await build(root, "--no-pdf", "--no-search");
    const before = filesIn(join(root, "dist"));
    for (let index = 0; index < gone; index++) rmSync(join(root, `content/${path(index)}.md`));
    const { code, stderr } = await build(root, "--no-pdf", "--no-search", "--keep-going");
    expect([code, stderr.includes("--allow-removals")]).toEqual(outcome === "stops" ? [1, true] : [0, false]);
    const published = filesIn(join(root, "dist"));
    if (outcome === "stops") expect(published).toEqual(before);
    else expect(published[`${path(0)}/index.html`]).toBeUndefined();
  });
});

describe("reviews that are due", () => {
  it.concurrent("depend on the content, or on --as-of, and on no clock", async () => {
    const root = folderWith();
    await build(root);
    const list = "withheld/index.html";
    expect(filesIn(join(root, "dist"))[list]).toMatch(/Due for review on 24 March 2019[\s\S]*Closed/);
    await build(root, "--as-of", "31 December 2018");
    expect(filesIn(join(root, "dist"))[list]).not.toContain("Due for review");
    const { code, stderr } = await build(root, "--as-of", "03/04/2019");
    expect(code).toBe(2);
    expect(stderr).toMatch(/--as-of takes a date such as/);
  });
});

describe("the times of the files", () => {
  it.concurrent("are all one", async () => {
    const root = folderWith();
    await build(root);
    const times = Object.keys(filesIn(join(root, "dist"))).map((path) => statSync(join(root, "dist", path)).mtimeMs);
    expect(new Set(times).size).toBe(1);
  });
});
