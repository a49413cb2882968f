/** What is measured: each work is done by every contestant in turn, again and again. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeCorpus } from "./corpus.mjs";
import { measure } from "./measure.mjs";

/** A folder for the site of a contestant, with the corpus in it. */
export function siteFor(contestant, folder, reports) {
  const site = path.join(folder, contestant.key);
  mkdirSync(site, { recursive: true });
  const sizes = writeCorpus(path.join(site, "content"), { reports });
  contestant.prepare(site);
  return { contestant, site, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const build = ({ contestant, site }) => measure({ ...contestant.build(), cwd: site });

/** From nothing: neither the output nor what was kept is there. */
export function cold(entry) {
  for (const name of ["dist", ...entry.contestant.kept])
    rmSync(path.join(entry.site, name), { recursive: true, force: true });
  return build(entry);
}

/** Again, over what the last build left. */
export const noChange = build;

/** Again, after a sentence was added to one report. */
export function oneEdit(entry) {
  editReport(entry.site);
  return build(entry);
}

/** `check` of one file in the folder. */
export function checkOne({ contestant, site }) {
  return measure({ ...contestant.check(reportIn(site)), cwd: site });
}

/** A report in the middle of the folder, by its path. */
export function reportIn(site) {
  const names = readdirSync(path.join(site, "content/reports")).filter((name) => name.endsWith(".md"));
  return path.join("content/reports", names.sort()[names.length >> 1]);
}

let edits = 0;

/** Adds a sentence to a report of a site that was in no version of it before; gives the sentence. */
export function editReport(site) {
  const file = path.join(site, reportIn(site));
  const words = `This is edit ${++edits}.`;
  const start = "## Introduction\n\n";
  const [before, after] = readFileSync(file, "utf8").split(start);
  writeFileSync(file, `${before}${start}${words} ${after.replace(/^This is edit \d+\. /, "")}`);
  return words;
}

const EDITS = 5;
const LOOK_EVERY = 5;
const START_MINUTES = 15;

/** Seconds from saving a report to the new text at its address, for several edits in turn. */
export async function saveToReload(entry) {
  const { contestant, site } = entry;
  const port = await freePort();
  const { command, args, env } = contestant.serve(port);
  const child = spawn(command, args, { cwd: site, env: { ...process.env, ...env }, stdio: "ignore", detached: true });
  const address = `http://127.0.0.1:${port}/reports/${path.basename(reportIn(site), ".md")}/`;
  const shows = async (words) => {
    try {
      return (await (await fetch(address)).text()).includes(words);
    } catch {
      return false;
    }
  };
  try {
    await until(() => shows("<h1"), START_MINUTES * 60_000, child);
    const seconds = [];
    for (let count = 0; count < EDITS; count++) {
      // What follows a save is over.
      await wait(1_000);
      const started = performance.now();
      const words = editReport(entry.site);
      await until(() => shows(words), 120_000, child);
      seconds.push((performance.now() - started) / 1000);
    }
    return seconds;
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  }
}

async function until(isSo, milliseconds, child) {
  const end = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (performance.now() > end)
      throw new Error(`not seen within ${milliseconds / 1000} s: ${child.spawnargs.join(" ")}`);
    await wait(LOOK_EVERY);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** How often the features are in the site, so that the reader sees that all made the same. */
export function featuresOf({ site }) {
  const reports = path.join(site, "dist/reports");
  const pages = readdirSync(reports, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && /^\d{4}-/.test(one.name),
  );
  const html = pages.map(({ name }) => readFileSync(path.join(reports, name, "index.html"), "utf8"));
  const count = (pattern) => html.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  return {
    reports: html.length,
    paragraphs: count(/ id="?para-[A-Z]?\d+"?[ >]/g),
    abbreviations: count(/<abbr\b/g),
  };
}
