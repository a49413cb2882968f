import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HIDDEN_CHARACTERS } from "../../src/text/hidden-characters.ts";
import { rows } from "../lane.ts";
import { CMARK, SHAPES } from "./shapes.ts";

const CLI = fileURLToPath(new URL("../../lib/cli.js", import.meta.url));
const MEASURE = new URL("measure.mjs", import.meta.url).href;

/** Seconds of the processor, and megabytes, that the whole program may take for one report. */
const MOST = { seconds: 4, megabytes: 512 };

/** The shapes that came nearest to a bound, and those that look at what is printed. SCRUTINEER_HOSTILE=all takes every shape. */
const NEAREST = [
  "empty lines",
  "carriage returns",
  "lines of blanks",
  "hidden characters",
  "hidden characters, each on a line",
  "bidirectional overrides",
  "control characters",
  "paragraphs of a sentence",
  "sections of a report",
  "entries of abbreviations in a list",
  "entries of abbreviations in one paragraph",
  "short forms that begin with one another",
  "annexes without files",
  "annexes of Markdown",
  "a large settings file",
  "committees",
  "a table of one row",
  "a table of two columns",
  "notes and their references",
  "definitions of short forms",
  "aliases of aliases",
  "lists in lists in the frontmatter",
  "an escape sequence in the title",
  "a raw escape sequence in the title",
  "an override in the title",
  "explained long form, numbered in paragraphs of 300",
  "explained long form on lines of paragraphs",
  "address, unending on lines of paragraphs",
  "no-break space in paragraphs of one",
  "emphasis in a heading",
  "links with titles without end",
  "colons in items",
  "capitals in a list of abbreviations",
  "one key in the frontmatter",
  "colons in paragraphs of 99,000",
  "bar in paragraphs of 99,000",
  "emphasis in paragraphs of 300",
  "annex and letter in paragraphs of 3,000",
  "comment in paragraphs of 3,000",
];
const names = process.env["SCRUTINEER_HOSTILE"] === "all" ? Object.keys(SHAPES) : [...Object.keys(CMARK), ...NEAREST];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scrutineer-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string): string {
  const site = mkdtempSync(join(folder, "site-"));
  for (const [path, text] of Object.entries(SHAPES[name]?.() ?? {})) {
    const file = join(site, "content", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return site;
}

/**
 * Runs a command, again where it took more than it may: when memory is given back, and what else the machine does meanwhile, is chance,
 * and what the least of three runs takes is what it needs.
 */
function runWithinBounds(site: string, command: "check" | "build") {
  for (let left = 2; ; left--) {
    const done = run(site, command);
    const isWithin =
      done.cost !== undefined && done.cost.seconds < MOST.seconds && done.cost.megabytes < MOST.megabytes;
    if (isWithin || left === 0) return done;
  }
}

/** Runs a command of the program, stopped by the system after 20 seconds of the processor. */
function run(site: string, command: "check" | "build") {
  const measured = join(site, "measured.json");
  // What is bounded is the way to a page; a PDF of a text of a megabyte has hundreds of sheets, and its index thousands of entries.
  const flags = command === "build" ? ["--no-pdf", "--no-search"] : [];
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", 'ulimit -t 20; exec "$@"', "sh", process.execPath, "--import", MEASURE, CLI, command, "content", ...flags],
    {
      cwd: site,
      env: { PATH: process.env["PATH"], NO_COLOR: "1", MEASURED: measured },
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  const cost = status === null ? undefined : (JSON.parse(readFileSync(measured, "utf8")) as typeof MOST);
  return { status, stderr, cost };
}

describe("a hostile text ends in a page or a clear error", () => {
  it.each(rows(names, 1))("within its bounds of time and memory: %s", (name) => {
    const site = write(name);
    for (const command of ["check", "build"] as const) {
      const { status, stderr, cost } = runWithinBounds(site, command);
      expect([0, 1]).toContain(status);
      expect(stderr).not.toMatch(/internal error/);
      expect(/: 0 errors/.test(stderr)).toBe(status === 0);
      // A message names the file and its line; nothing in it acts on a terminal.
      if (status === 1) expect(stderr).toMatch(/^content\/\S+:\d+:\d+ {2}error {2}\S/m);
      expect(stderr.match(HIDDEN_CHARACTERS)).toBeNull();
      expect(cost?.seconds).toBeLessThan(MOST.seconds);
      expect(cost?.megabytes).toBeLessThan(MOST.megabytes);
    }
    rmSync(site, { recursive: true });
  });
});
