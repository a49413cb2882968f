#!/usr/bin/env node
/**
 * Builds one corpus with the obvious pipeline and with Scrutineer, by turns, each time in a process of its own and without PDFs, which the
 * obvious pipeline does not make. The first run, for which the disk is cold, is shown apart from the medians of the later ones. Other work on the machine disturbs both alike: hold to the ratio, not to the seconds.
 *
 *   node bench/compare.mjs [--reports 1000] [--runs 3]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.mjs";

const { values } = parseArgs({
  options: { reports: { type: "string", default: "1000" }, runs: { type: "string", default: "3" } },
});
const reports = wholeNumber("reports");
const runs = wholeNumber("runs");

const scrutineer = path.join(import.meta.dirname, "../lib/cli.js");
const pipeline = path.join(import.meta.dirname, "obvious-pipeline.mjs");
if (!existsSync(scrutineer)) throw new Error("lib/ is missing: run `npm run compile` first");
if (!existsSync(path.join(import.meta.dirname, "node_modules"))) throw new Error("run `npm ci --prefix bench` first");

const folder = mkdtempSync(path.join(tmpdir(), "scrutineer-bench-"));
try {
  const content = path.join(folder, "content");
  const bytes = writeCorpus(content, { reports }).reduce((sum, size) => sum + size, 0);
  console.log(
    `${reports} reports, ${(bytes / 1e6).toFixed(1)} MB, ${runs} runs of each, Node ${process.versions.node}, ${availableParallelism()} cores\n`,
  );
  const contestants = [
    { name: "obvious pipeline", command: (out) => [pipeline, content, out], measured: [] },
    { name: "Scrutineer", command: (out) => [scrutineer, "build", content, "--no-pdf", "--out", out], measured: [] },
  ];
  for (let run = 0; run < runs; run++) {
    for (const { command, measured } of contestants) {
      const out = path.join(folder, "dist");
      // No run finds what another left, beside the output either.
      for (const name of readdirSync(folder)) {
        if (name !== "content") rmSync(path.join(folder, name), { recursive: true, force: true });
      }
      measured.push(measure(command(out)));
    }
  }
  printTable("first run", contestants, (measured) => measured.slice(0, 1));
  if (runs > 1) printTable(`median of ${runs - 1} later`, contestants, (measured) => measured.slice(1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What a Node process costs: CPU time of user and system with those of its threads and children, wall time, peak memory. */
function measure(args) {
  const usage = path.join(folder, "usage");
  const [command, ...before] = meter(usage);
  const { status, stderr, error } = spawnSync(command, [...before, process.execPath, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(" ")} gave ${status}:\n${stderr.slice(-2000)}`);
  const [user, system, wall, kilobytes] = readFileSync(usage, "utf8").trim().split(/\s+/).map(Number);
  return { cpu: user + system, wall, memory: kilobytes / 1024 };
}

/** GNU time, or Python where it is missing: a command that runs another and writes what that cost. */
function meter(usage) {
  const time = "/usr/bin/time";
  if (spawnSync(time, ["-f", "%U", "true"]).status === 0) return [time, "-q", "-f", "%U %S %e %M", "-o", usage];
  const script = `
import resource, subprocess, sys, time
started = time.monotonic()
status = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
print(used.ru_utime, used.ru_stime, time.monotonic() - started, kilobytes, file=open(sys.argv[1], "w"))
sys.exit(status)`;
  return ["python3", "-c", script, usage];
}

function printTable(title, contestants, chosen) {
  const kinds = [
    ["CPU s", ({ cpu }) => cpu, 2],
    ["wall s", ({ wall }) => wall, 2],
    ["peak MB", ({ memory }) => memory, 0],
  ];
  const row = (cells) =>
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(10))).join(""));
  row([title, ...kinds.map(([name]) => name)]);
  const medians = contestants.map(({ measured }) => kinds.map(([, get]) => median(chosen(measured).map(get))));
  for (const [index, { name }] of contestants.entries())
    row([name, ...kinds.map(([, , digits], kind) => medians[index][kind].toFixed(digits))]);
  row(["ratio", ...kinds.map((_, kind) => (medians[1][kind] / medians[0][kind]).toFixed(2))]);
  const [first, second] = contestants.map(({ measured }) => chosen(measured));
  const ratios = second.map(({ cpu }, run) => (cpu / first[run].cpu).toFixed(2));
  console.log(`CPU ratio of each pair: ${ratios.join(" ")}\n`);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function wholeNumber(name) {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} takes a whole number above 0`);
}
