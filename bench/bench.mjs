#!/usr/bin/env node
/**
 * Makes the same site with Scrutineer and with its peers, by turns, and writes what it cost to RESULTS.md.
 *
 *   npm run bench                                  1,000 reports, some 20 minutes
 *   npm run bench -- --reports 1000 --reports 10000
 *   npm run bench -- --quick                       200 reports, under 5 minutes; prints, and writes nothing
 *   npm run bench -- --rounds 5 --peer eleventy    with one peer, or some
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { LEFT_OUT, PEERS, SCRUTINEER, WITH_PDFS } from "./contestants.mjs";
import { install } from "./install.mjs";
import { measure } from "./measure.mjs";
import { machine, tableOf } from "./tables.mjs";
import { checkOne, cold, featuresOf, noChange, oneEdit, reportIn, saveToReload, siteFor } from "./works.mjs";

const { values } = parseArgs({
  options: {
    reports: { type: "string", multiple: true },
    rounds: { type: "string" },
    peer: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const { quick } = values;
const sizes = (values.reports ?? [quick ? "200" : "1000"]).map((typed) => wholeNumber("reports", typed));
const rounds = wholeNumber("rounds", values.rounds ?? (quick ? "2" : "3"));
const file = values.out ?? (quick ? undefined : path.join(import.meta.dirname, "RESULTS.md"));

install();
const leftOut = [...LEFT_OUT];
const peers = PEERS.filter(({ key, name, isMissing }) => {
  if (values.peer !== undefined && !values.peer.includes(key)) return false;
  const why = isMissing?.();
  if (why !== undefined) leftOut.push([name, why]);
  return why === undefined;
});

const folder = mkdtempSync(path.join(tmpdir(), "scrutineer-bench-"));
const written = [];
try {
  const before = machine();
  say(await startUp());
  for (const reports of sizes) for (const part of await ofSize(reports)) say(part);
  if (file !== undefined) writeFileSync(file, `${[introduction(before), ...written].join("\n\n")}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(part) {
  written.push(part);
  console.log(`${part}\n`);
}

/** Short commands on a site of one report, against the start of Node; the turns are many, because they are short. */
async function startUp() {
  const entries = [SCRUTINEER, ...peers].map((one) => siteFor(one, path.join(folder, "one"), 1));
  const own = entries[0];
  const node = process.execPath;
  const { args } = SCRUTINEER.build();
  const contestants = [
    { name: "`node -e 0`", run: () => measure({ command: node, args: ["-e", "0"] }) },
    { name: "`scrutineer --version`", run: () => measure({ command: node, args: [args[0], "--version"] }) },
    { name: "`scrutineer check` of the report", run: () => checkOne(own) },
    ...entries.map((entry) => ({ name: `${entry.contestant.name}, whole build`, run: () => cold(entry) })),
  ];
  const title = "## Start-up: a site of one report";
  const runs = inTurn(title, contestants, quick ? 3 : 9);
  return tableOf({ title, runs, base: 0, isBaseFirst: false });
}

async function ofSize(reports) {
  const within = path.join(folder, `${reports}`);
  const entries = [SCRUTINEER, WITH_PDFS, ...peers].map((one) => siteFor(one, within, reports));
  const size = (entries[0].bytes / 1e6).toFixed(1);
  const title = `## ${reports.toLocaleString("en-GB")} reports, ${size} MB of Markdown`;
  const parts = [title];
  const table = (name, work, { of = entries, yardsticks = [] } = {}) => {
    const contestants = of.map((entry) => ({
      name: entry.contestant.name,
      run: (round) => (round > 0 && work === cold && entry.contestant.isColdOnce ? undefined : work(entry)),
    }));
    const runs = inTurn(`${reports} reports, ${name}`, [...contestants, ...yardsticks], rounds);
    parts.push(tableOf({ title: `### ${name}`, runs, base: 0, isBaseFirst: true }));
  };
  table("Cold", cold);
  parts.push(sameFeatures(entries));
  const again = entries.filter(({ contestant }) => !contestant.isColdOnly);
  const files = path.join(entries[0].site);
  const stat = { command: process.execPath, args: [path.join(import.meta.dirname, "stat-all.mjs"), files] };
  table("Nothing changed", noChange, {
    of: again,
    yardsticks: [{ name: "`stat` of each file, and Node's start", run: () => measure(stat) }],
  });
  table("One report edited", oneEdit, { of: again });
  const node = { name: "`node -e 0`", run: () => measure({ command: process.execPath, args: ["-e", "0"] }) };
  table(`Check of one file: \`scrutineer check ${path.dirname(reportIn(entries[0].site))}/….md\``, checkOne, {
    of: [entries[0]],
    yardsticks: [node],
  });
  parts.push(await reloads(reports, entries));
  return parts;
}

async function reloads(reports, entries) {
  const served = entries.filter(({ contestant }) => contestant.serve !== undefined);
  const seconds = new Map(served.map(({ contestant }) => [contestant.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const entry of served) {
      progress(`${reports} reports, save to reload, round ${round + 1}: ${entry.contestant.name}`);
      seconds.get(entry.contestant.name).push(...(await saveToReload(entry)));
    }
  }
  const runs = [...seconds].map(([name, walls]) => ({ name, measured: walls.map((wall) => ({ wall })) }));
  return tableOf({
    title: "### From saving a report to its new page, in each one's server",
    runs,
    base: 0,
    isBaseFirst: true,
  });
}

/** Each contestant in turn, A B C A B C …. */
function inTurn(title, contestants, turns) {
  const runs = contestants.map(({ name }) => ({ name, measured: [] }));
  for (let round = 0; round < turns; round++) {
    for (const [index, { name, run }] of contestants.entries()) {
      progress(`${title.replace(/^#+ /, "")}, round ${round + 1}: ${name}`);
      const cost = run(round);
      if (cost !== undefined) runs[index].measured[round] = cost;
    }
  }
  return runs;
}

function progress(words) {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}

function sameFeatures(entries) {
  const rows = entries.map((entry) => {
    const { reports, paragraphs, abbreviations } = featuresOf(entry);
    return `| ${[entry.contestant.name, reports, paragraphs, abbreviations].join(" | ")} |`;
  });
  return `What is in the pages of the reports that each made:\n\n| | reports | numbered paragraphs | marked abbreviations |\n|---|--:|--:|--:|\n${rows.join("\n")}`;
}

function introduction(machineBefore) {
  const all = [SCRUTINEER, WITH_PDFS, ...peers];
  const rows = all.map(({ name, version, leavesOut }) => `| ${name} | ${version()} | ${leavesOut} |`);
  const without = leftOut.map(([name, why]) => `${name} is left out: ${why}.`);
  return [
    "# What it costs to make a site",
    `Written by \`bench/bench.mjs\` on ${new Date().toISOString().slice(0, 10)}; [README.md](README.md) says how. ${machineBefore}`,
    `Each work was done by all in turn, ${rounds} times. Seconds and megabytes are medians. A ratio is Scrutineer's figure over that of the same turn, and its median; in brackets are the least and the greatest. Below 1 × Scrutineer took less. CPU is user and system time of all processes and threads, memory the peak of the largest process.`,
    `| | version | leaves out |\n|---|---|---|\n${rows.join("\n")}`,
    without.join("\n"),
  ].join("\n\n");
}

function wholeNumber(name, typed) {
  const number = Number(typed);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} takes a whole number above 0, not ${typed}`);
}
