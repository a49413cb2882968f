import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BuildOptions, build, check } from "../src/commands/node-api.ts";
import { reportOf } from "./compile-text.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";

const PATH = "reports/2024/bins.md";
const FAST = { pdf: false, search: false } as const;

function contentWith(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), "content");
  writeFiles(folder, { "site.yml": "council: Ferrow District Council\n", ...files });
  return folder;
}

/** The options, as a program that is not checked for its types may give them. */
function untyped(options: Readonly<Record<string, unknown>>): BuildOptions {
  return JSON.parse(JSON.stringify(options));
}

const printed: string[] = [];

beforeEach(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(printed.splice(0)).toEqual([]);
});

describe("check, from another program", () => {
  it("gives what is found, and prints nothing", async () => {
    const folder = contentWith({
      [PATH]: reportOf({ title: "Bins" }, "The crews met the the head.\n\nSee [](#gone).\n"),
    });
    const result = await check(folder);
    expect(result).toMatchObject({ isSound: false, reports: 1, plainFiles: 0 });
    expect(result.findings.map(({ rule, severity, path, line }) => [rule, severity, path, line])).toEqual([
      ["word-twice", "warning", PATH, 8],
      ["label-missing", "error", PATH, 10],
    ]);
    expect(await check(contentWith({ [PATH]: reportOf({ title: "Bins" }) }))).toEqual({
      isSound: true,
      findings: [],
      reports: 1,
      plainFiles: 0,
    });
  });

  it("looks at what is named alone", async () => {
    const twice = "The crews met the the head.\n";
    const folder = contentWith({ [PATH]: reportOf({}, twice), "reports/2024/other.md": reportOf({}, twice) });
    expect((await check(folder, { paths: [PATH] })).findings.map(({ path }) => path)).toEqual([PATH]);
    await expect(check(folder, { paths: ["reports/none.md"] })).rejects.toThrow(
      /nothing to check in reports\/none\.md/,
    );
    await expect(check(join(folder, "nowhere"))).rejects.toThrow(/there is no folder/);
  });

  it("quotes nothing that is withheld", async () => {
    const body = "The price of zircon went to the the head.\n";
    const folder = contentWith({ [PATH]: reportOf({ title: "Bins", confidential: "Yes" }, body) });
    const { findings } = await check(folder);
    expect(findings.map(({ rule }) => rule)).toContain("word-twice");
    expect(JSON.stringify(findings)).not.toContain("zircon");
  });
});

describe("build, from another program", () => {
  it("publishes a site, and says so", async () => {
    const folder = contentWith({ [PATH]: reportOf({ title: "Bins" }, "The crews met the the head.\n") });
    const out = join(folder, "../dist");
    const first = await build(folder, { out, ...FAST });
    expect(first.isPublished).toBe(true);
    expect(first.findings.map(({ rule }) => rule)).toEqual(["word-twice"]);
    expect(first.summary).toMatch(/^Published 1 report/);
    expect(readFileSync(join(out, "reports/2024/bins/index.html"), "utf8")).toContain("The crews met");
    // What was found is told again where nothing was changed.
    expect((await build(folder, { out, ...FAST })).findings).toEqual(first.findings);
  });

  it("publishes nothing with an error, or with more warnings than are allowed", async () => {
    const folder = contentWith({ [PATH]: reportOf({ title: "Bins" }, "See [](#gone).\n") });
    const out = join(folder, "../dist");
    expect(await build(folder, { out, ...FAST })).toMatchObject({ isPublished: false });
    expect(existsSync(out)).toBe(false);
    writeFiles(folder, { [PATH]: reportOf({ title: "Bins" }, "The crews met the the head.\n") });
    const strict = await build(folder, { out, ...FAST, maxWarnings: 0 });
    expect(strict).toMatchObject({ isPublished: false, summary: expect.stringContaining("Nothing was published") });
    expect(existsSync(out)).toBe(false);
  });

  it("leaves out what is faulty where it is told to, and says that it has published the rest", async () => {
    const folder = contentWith({ [PATH]: reportOf({}, "See [](#gone).\n"), "reports/2024/sound.md": reportOf({}) });
    const out = join(folder, "../dist");
    const result = await build(folder, { out, ...FAST, keepGoing: true });
    expect(result).toMatchObject({ isPublished: true, summary: expect.stringContaining("1 left out") });
    expect(existsSync(join(out, "reports/2024/sound/index.html"))).toBe(true);
    expect(existsSync(join(out, "reports/2024/bins"))).toBe(false);
  });

  it("publishes nothing that is withheld, unless it is the members' edition", async () => {
    const folder = contentWith({ [PATH]: reportOf({ title: "Bins", confidential: "Yes" }, "The price of zircon.\n") });
    const [out, members] = [join(folder, "../dist"), join(folder, "../members")];
    expect((await build(folder, { out, ...FAST })).isPublished).toBe(true);
    expect((await build(folder, { out: members, edition: "members", ...FAST })).isPublished).toBe(true);
    expect(Object.values(filesIn(out)).join("")).not.toContain("zircon");
    expect(Object.values(filesIn(members)).join("")).toContain("zircon");
  });

  it.each([
    ["an edition that there is not", { edition: "Members" }, /edition is "public" or "members"/],
    ["a day that is none", { asOf: "tomorrow" }, /asOf is a date/],
    ["an address that is none", { base: "scrutiny" }, /base is an address/],
  ])("refuses %s", async (_what, options, words) => {
    const folder = contentWith({ [PATH]: reportOf({}) });
    const out = join(folder, "../dist");
    await expect(build(folder, untyped({ out, ...options }))).rejects.toThrow(words);
    expect(existsSync(out)).toBe(false);
  });
});
