import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scrutineer } from "../compiled-cli.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { runs } from "../lane.ts";
import { cleanGroups } from "./generated-pairs.ts";
import type { Files } from "./generated-site.ts";

/** All that the public can learn of a build: every file and folder with its kind, mode and bytes, and what was printed. */
async function publishedFrom(site: Files) {
  const root = temporaryFolder();
  writeFiles(root, Object.fromEntries(Object.entries(site).map(([path, text]) => [`content/${path}`, text])));
  const run = await scrutineer(root, "build");
  const dist = join(root, "dist");
  const entries = ["", ...readdirSync(dist, { recursive: true, encoding: "utf8" }).sort()];
  const facts = entries.map((path) => {
    const { mode, mtimeMs } = lstatSync(join(dist, path));
    const isFile = lstatSync(join(dist, path)).isFile();
    return { path, mode, time: mtimeMs, bytes: isFile ? readFileSync(join(dist, path), "base64") : "a folder" };
  });
  const tree = facts.map(({ time: _time, ...fact }) => fact);
  const printed = { ...run, stderr: run.stderr.replace(/\d+\.\d\d s$/m, "… s") };
  return { tree, times: new Set(facts.map(({ time }) => time)), printed };
}

it.each(cleanGroups(1999, runs(1, 5), runs(3, 5)).map((sites, index) => ({ sites, name: `group ${index + 1}` })))(
  "the program publishes the same folder for sites that differ only in what is withheld: $name",
  async ({ sites }) => {
    const [first, ...others] = await Promise.all(sites.map(publishedFrom));
    expect(first?.printed).toMatchObject({ code: 0, stdout: "" });
    expect(first?.printed.stderr).toMatch(/^Published \d+ reports?.*: 0 errors, 0 warnings, … s\n$/);
    expect(first?.tree.length).toBeGreaterThan(5);
    expect(first?.times.size).toBe(1);
    for (const other of others) {
      expect(other.tree).toEqual(first?.tree);
      expect(other.printed).toEqual(first?.printed);
      expect(other.times.size).toBe(1);
    }
  },
);
