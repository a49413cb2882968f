import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runBuild } from "../../src/commands/build.ts";
import { compileStoreIn } from "../../src/io/compile-store.ts";
import { compileInThreads, reportsToKeep, threadsFor } from "../../src/io/compile-workers.ts";
import { filesOnDisk } from "../../src/io/content-files.ts";
import { digestsOfFiles } from "../../src/io/digests-of-files.ts";
import { openContent } from "../../src/io/read-content.ts";
import type { Source } from "../../src/model/source.ts";
import { compilingEach } from "../../src/pipeline/check-content.ts";
import type { OpenedReport } from "../../src/report/compile/compile.ts";
import { noCache, openingLightly } from "../../src/site/compile-cache.ts";
import { reportOf } from "../compile-text.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

/** A token in everything that is withheld. */
const TOKEN = "Qxwithheldz";

const OPEN = Array.from({ length: 45 }, (_, n) => `reports/r${n}.md`);
const CLOSED = ["reports/closed.md", "reports/draft.md", "reports/part.md"];

function content(): string {
  const texts = OPEN.map((path, n) => [
    `content/${path}`,
    reportOf({ title: `Report ${n}` }, `The Panel (P${n}) met.\n\n[More](r${(n + 1) % OPEN.length}.md#para-1).\n`),
  ]);
  const root = temporaryFolder();
  writeFiles(root, {
    ...Object.fromEntries(texts),
    "content/site.yml": "council: Aldermere Borough Council\n",
    "content/reports/closed.md": reportOf(
      { title: TOKEN, confidential: "{paragraphs: [3]}", "public-title": "A contract" },
      `${TOKEN}\n`,
    ),
    "content/reports/draft.md": reportOf({ draft: "true" }, `${TOKEN}\n`),
    "content/reports/part.md": reportOf({}, `The Panel met.\n\n:::exempt{paragraphs=3}\n${TOKEN}\n:::\n`),
  });
  return root;
}

async function compile(root: string, paths: readonly string[], store = join(root, "kept/compile")): Promise<number> {
  const work = {
    folder: join(root, "content"),
    store,
    options: { edition: "public", keepGoing: true, pdf: false },
  } as const;
  let last = 0;
  await compileInThreads(work, paths, 2, (done) => {
    last = done;
  });
  return last;
}

function build(root: string, out: string, cache: string | false): Promise<0 | 1> {
  const printing = { format: "pretty", quiet: true, color: false } as const;
  return runBuild(join(root, "content"), {
    out: join(root, out),
    edition: "public",
    cache,
    pdf: false,
    search: false,
    keepGoing: true,
    printing,
    onFound: async () => {},
    tell: () => {},
  });
}

describe("threads that compile reports", () => {
  it("are none where they would take longer to begin than they save", () => {
    expect([0, 1, 299].map((reports) => threadsFor(reports, 8))).toEqual([0, 0, 0]);
    expect([300, 1000, 10_000].map((reports) => threadsFor(reports, 8))).toEqual([2, 6, 8]);
    expect(threadsFor(10_000, 1)).toBe(0);
  });

  it("open the report that they compile, what it leads to, and what may withhold a file, and no other", async () => {
    const opened: string[] = [];
    const cache = noCache();
    const open = (source: Source): OpenedReport => {
      opened.push(source.path);
      return cache.open(source);
    };
    const files = filesOnDisk(join(content(), "content"));
    const options = { pdf: false, cache: openingLightly({ ...cache, open }) };
    const compileOne = compilingEach(await openContent(files, "read each time"), options);
    compileOne("reports/r7.md");
    expect(new Set(opened)).toEqual(new Set(["reports/r7.md", "reports/r8.md", "reports/closed.md"]));
    opened.length = 0;
    compileOne("reports/r20.md");
    // It is compiled as it was opened: next comes what it leads to.
    expect(opened.slice(0, 2)).toEqual(["reports/r20.md", "reports/r21.md"]);
  });

  it("keep what is public as a whole, and nothing else, and the site is the one that is made without them", async () => {
    const root = content();
    expect(await compile(root, [...OPEN, ...CLOSED])).toBe(OPEN.length + CLOSED.length);
    const files = filesOnDisk(join(root, "content"));
    const store = compileStoreIn(join(root, "kept/compile"), digestsOfFiles(files, undefined).of);
    expect(reportsToKeep(await openContent(files), { has: () => false })).toEqual([...OPEN].sort());
    expect(reportsToKeep(await openContent(files), store)).toEqual([]);
    expect(OPEN.filter((path) => !store.has(path))).toEqual([]);
    expect(CLOSED.filter((path) => store.has(path))).toEqual([]);
    expect(Object.values(filesIn(join(root, "kept"))).join("\n")).not.toContain(TOKEN);
    const kept = readdirSync(join(root, "kept/compile")).sort();
    await build(root, "dist", join(root, "kept"));
    await build(root, "clean", false);
    expect(readdirSync(join(root, "kept/compile")).sort()).toEqual(kept);
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
  });

  it.runIf(isThorough)("lose nothing where they break down", async () => {
    const root = content();
    await compile(root, OPEN, "/dev/null/nowhere");
    await compile(join(root, "nowhere"), OPEN);
    await build(root, "dist", join(root, "kept"));
    await build(root, "clean", false);
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
    expect(Object.keys(filesIn(join(root, "dist")))).toContain("reports/r0/index.html");
  });
});
