#!/usr/bin/env node
/**
 * Builds sites of many councils as the jobs of a CI would, with what is kept of each in one folder, and says what one
 * costs: at first, with nothing changed, after one edit; on the disk, in the cache, and to who searches all of them.
 *
 *   node bench/many-councils.mjs [--sites 6] [--reports 200] [--of 300] [--pdf]
 */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.mjs";
import { measure, median } from "./measure.mjs";
import { editReport } from "./works.mjs";

const { values } = parseArgs({
  options: {
    sites: { type: "string", default: "6" },
    reports: { type: "string", default: "200" },
    of: { type: "string", default: "300" },
    pdf: { type: "boolean", default: false },
  },
});
const [sites, reports, of] = [values.sites, values.reports, values.of].map(Number);
const scrutineer = path.join(import.meta.dirname, "../lib/cli.js");

const folder = mkdtempSync(path.join(tmpdir(), "scrutineer-councils-"));
try {
  const councils = Array.from({ length: sites }, (_, index) => `council-${index + 1}`);
  const runs = councils.map((council, index) => {
    const content = path.join(folder, council, "content");
    writeCorpus(content, { reports, seed: index + 1 });
    writeFileSync(path.join(content, "site.yml"), `council: Council ${index + 1}\n`);
    const first = build(council);
    // The next job has the cache alone: the output of the last one is elsewhere.
    rmSync(path.join(folder, "sites", council), { recursive: true, force: true });
    const fromCache = build(council);
    const noChange = build(council);
    editReport(path.join(folder, council));
    return { first, fromCache, noChange, oneEdit: build(council) };
  });
  console.log(
    `${sites} sites of ${reports} reports, one after the other, ${values.pdf ? "with" : "without"} PDFs, with search; ${availableParallelism()} cores, Node ${process.versions.node}\n`,
  );
  print(["one site", "CPU s", "wall s", "peak MB", `CPU min of ${of}`]);
  for (const [name, key] of [
    ["at first", "first"],
    ["with its cache, into an empty folder", "fromCache"],
    ["with nothing changed", "noChange"],
    ["after one edit", "oneEdit"],
  ]) {
    const figureOf = (figure) => median(runs.map((run) => run[key][figure]));
    const all = (figureOf("cpu") * of) / 60;
    print([
      name,
      figureOf("cpu").toFixed(2),
      figureOf("wall").toFixed(2),
      figureOf("memory").toFixed(0),
      all.toFixed(1),
    ]);
  }
  const [site, cache] = ["sites", "cache"].map((name) =>
    median(councils.map((council) => bytesIn(path.join(folder, name, council)))),
  );
  const search = councils.map((council) => searchBytes(path.join(folder, "sites", council, "pagefind")));
  const merged = median(search.map(({ each }) => each));
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `\nOne site takes ${megabytes(site)}, its cache ${megabytes(cache)}; ${of} of them ${megabytes(site * of)} and ${megabytes(cache * of)}.`,
  );
  console.log(
    `A reader's first search over all asks for two files of each council, ${(merged / 1e3).toFixed(1)} KB, and once for ${(search[0].once / 1e3).toFixed(0)} KB of program: ${megabytes(merged * of + search[0].once)} for ${of}, ${megabytes(merged * 30 + search[0].once)} for 30.`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build(council) {
  const cache = path.join("cache", council);
  const out = path.join("sites", council);
  const base = `https://scrutiny.example.org/${council}/`;
  const args = ["build", path.join(council, "content"), "--base", base, "--cache", cache, "--out", out, "--quiet"];
  return measure({
    command: process.execPath,
    args: [scrutineer, ...args, ...(values.pdf ? [] : ["--no-pdf"])],
    cwd: folder,
  });
}

function bytesIn(within) {
  const files = readdirSync(within, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** What a search asks for before it knows where the words are: of each site, and once. */
function searchBytes(within) {
  const size = (wanted) =>
    readdirSync(within).reduce(
      (sum, name) => sum + (wanted.test(name) ? statSync(path.join(within, name)).size : 0),
      0,
    );
  return { each: size(/^pagefind-entry\.json$|\.pf_meta$/), once: size(/^pagefind(?:-worker)?\.js$|^wasm\.en\./) };
}

function print(cells) {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(14))).join(""));
}
