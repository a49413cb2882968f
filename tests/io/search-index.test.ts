import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import { makeSearchIndex } from "../../src/io/search-index.ts";
import { searchRecords } from "../../src/outputs/search-records.ts";
import { reportOf } from "../compile-text.ts";
import { temporaryFolder } from "../content-folders.ts";
import { siteOf } from "../site-files.ts";

const TEXTS = Object.fromEntries(
  Array.from({ length: 40 }, (_, n) => [
    `reports/r${n}.md`,
    reportOf(
      { title: `Report ${n}`, lang: n % 2 === 0 ? "cy" : "en-GB" },
      `Gullies number ${n}.\n\n## Findings\n\nWords.\n`,
    ),
  ]),
);
const records = searchRecords(siteOf(TEXTS), readTemplates());

async function indexIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = await makeSearchIndex(records, folder);
  return new Map(
    files.map(({ path, content }) => [path, "madeAt" in content ? readFileSync(content.madeAt) : Buffer.alloc(0)]),
  );
}

afterEach(() => vi.unstubAllEnvs());

describe("the search index", () => {
  it("is the same bytes every time, wherever it is made", async () => {
    const [one, other] = [await indexIn(temporaryFolder()), await indexIn(temporaryFolder())];
    expect([...one.keys()]).toEqual([...other.keys()]);
    for (const [path, bytes] of one)
      expect([path, bytes.equals(other.get(path) ?? Buffer.alloc(0))]).toEqual([path, true]);
  });

  it("is one, in whatever languages reports are written, and holds their paragraphs", async () => {
    const files = await indexIn(temporaryFolder());
    const entry = JSON.parse(files.get("pagefind/pagefind-entry.json")?.toString() ?? "");
    expect(Object.keys(entry.languages)).toEqual(["en"]);
    expect(entry.languages.en.page_count).toBe(40);
    const fragments = [...files].filter(([path]) => path.includes("/fragment/"));
    expect(fragments).toHaveLength(40);
    const texts = fragments.map(([, bytes]) => gunzipSync(bytes).toString());
    expect(texts.find((text) => text.includes("Gullies number 7."))).toContain('"id":"para-1"');
  });

  it("has no widget that the site does not use", async () => {
    expect([...(await indexIn(temporaryFolder())).keys()].filter((path) => /\.css$|-ui|highlight/.test(path))).toEqual(
      [],
    );
  });

  it.each([
    ["at once", "exit 101", /the search index cannot be made: Pagefind .*--no-search/],
    ["in the middle", "head -c 100 >/dev/null; kill -9 $$", /Pagefind ended before it had finished/],
  ])("notices that Pagefind breaks down: %s", async (_when, script, words) => {
    const program = join(temporaryFolder(), "pagefind");
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    vi.stubEnv("PAGEFIND_EXTENDED_BINARY_PATH", program);
    await expect(indexIn(temporaryFolder())).rejects.toThrow(words);
  });

  it("names the disk that is full, or cannot be written to", async () => {
    await expect(indexIn(join(temporaryFolder(), "gone"))).rejects.toMatchObject({ code: "ENOENT", syscall: "open" });
  });

  it("says what to do where there is no Pagefind for the computer", async () => {
    vi.stubEnv("npm_config_arch", "none");
    await expect(indexIn(temporaryFolder())).rejects.toThrow(/Pagefind does not run on this computer .*--no-search/);
  });
});
