import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { reportOf } from "../compile-text.ts";
import { type Run, scrutineerWith } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";

/** Every call by which the program changes something on the disk. */
export const WRITING =
  "mkdirSync,mkdtempSync,writeFileSync,renameSync,rmSync,rmdirSync,unlinkSync,chmodSync,utimesSync,openSync,writeSync,fsyncSync,closeSync,appendFileSync";
/** And every call by which it asks something of it; what existsSync says of an error is that nothing is there. */
const READING = "readFileSync,readdirSync,lstatSync,statSync,realpathSync,readlinkSync,fstatSync";
export const ALL = `${WRITING},${READING}`;

const AT_STEP = new URL("../at-step.mjs", import.meta.url).href;
const KILLED = new URL("killed-after.mjs", import.meta.url).href;
const PLANTED = new URL("planted.mjs", import.meta.url).href;

/** A fault that is put into the program, so that it can be seen that the harness finds it. */
type Planted = "copies in place of renaming" | "says that all is well";

/** What is done to a build, by `at-step.mjs`, and what is wrong with the program. */
export interface Disturbance {
  readonly step?: string;
  readonly planted?: Planted;
  /** After how many milliseconds it is killed. */
  readonly killedAfter?: number;
}

/** It needs no process of its own. */
const UNDISTURBED: Disturbance = {};

/** A folder with two contents, the sites of both, and one of them published. */
export interface Stage {
  readonly root: string;
  readonly old: Files;
  readonly next: Files;
}

type Files = Readonly<Record<string, string>>;

const FLAGS = ["--no-pdf", "--no-search", "--no-cache"];

/** Puts two contents into a folder of its own, builds the sites of both, and publishes the old one as `site`. */
export async function stage(): Promise<Stage> {
  const root = temporaryFolder();
  for (const [name, title] of [
    ["old", "Buses"],
    ["next", "Trams"],
  ] as const)
    writeFiles(join(root, name), {
      "reports/a.md": reportOf({ title, annexes: "[{title: Figures, file: a/figures.csv}]" }, "As Annex A shows.\n"),
      "reports/a/figures.csv": "Depot,Costs\n1,2\n",
    });
  writeFiles(join(root, "faulty"), { "reports/x.md": "---\ntitle: X\n---\n\nText.\n" });
  for (const name of ["old", "next"]) await build(root, name, UNDISTURBED, `made/${name}`);
  await build(root, "old");
  return { root, old: filesIn(join(root, "made/old")), next: filesIn(join(root, "made/next")) };
}

/** Builds a content into `site`, and does something to the build. */
export function build(root: string, content: string, disturbance = UNDISTURBED, out = "site"): Promise<Run> {
  const { step, planted, killedAfter } = disturbance;
  const loaded = [
    ...(planted === undefined ? [] : [PLANTED]),
    ...(step === undefined ? [] : [AT_STEP]),
    ...(killedAfter === undefined ? [] : [KILLED]),
  ];
  const variables = {
    NO_COLOR: "1",
    ...(disturbance === UNDISTURBED ? {} : { NODE_OPTIONS: loaded.map((url) => `--import=${url}`).join(" ") }),
    ...(step === undefined ? {} : { AT_STEP: step }),
    ...(planted === undefined ? {} : { PLANTED: planted }),
    ...(killedAfter === undefined ? {} : { KILLED_AFTER: String(killedAfter) }),
  };
  return scrutineerWith(variables, root, "build", content, "--out", out, ...FLAGS);
}

/** What is at a place: the old site or the new one, whole; nothing, or something else. */
type State = "old" | "new" | "nothing" | "neither";

function stateOf({ root, old, next }: Stage): State {
  if (!existsSync(join(root, "site"))) return "nothing";
  const text = JSON.stringify(filesIn(join(root, "site")));
  return text === JSON.stringify(old) ? "old" : text === JSON.stringify(next) ? "new" : "neither";
}

/** What of the work of builds lies beside the site. */
function leftIn({ root }: Stage): readonly string[] {
  return readdirSync(root).filter((name) => name.includes("scrutineer"));
}

/** Publishes the old site again. Throws where that does not succeed. */
export async function reset(at: Stage): Promise<void> {
  const { code, stderr } = await build(at.root, "old");
  if (code !== 0 || stateOf(at) !== "old") throw new Error(`the old site cannot be published again: ${stderr}`);
}

/**
 * Builds the new site, and kills that: says what is broken of the promise that the site is the old or the new one, whole, at once or after
 * the next start, which sweeps what is left.
 */
export async function killedBuild(at: Stage, disturbance: Disturbance): Promise<readonly string[]> {
  const { code } = await build(at.root, "next", disturbance);
  const during = stateOf(at);
  const said = code === 0 && during !== "new" ? ["it was done, and the new site is not there"] : [];
  const torn = during === "neither" ? ["a torn site is there after the kill"] : [];
  // A build that publishes nothing puts right what is there.
  const after = await build(at.root, "faulty");
  const state = stateOf(at);
  const late = state === "old" || state === "new" ? [] : [`after the next start there is ${state}: ${after.stderr}`];
  const left = leftIn(at).filter((name) => !name.includes("-lock-"));
  return [...said, ...torn, ...late, ...(left.length > 0 ? [`left: ${left.join()}`] : [])];
}

/** Builds the new site, and gives it an error of the system: says what is broken of the promises about exit codes and messages. */
export async function failedBuild(at: Stage, disturbance: Disturbance): Promise<readonly string[]> {
  const { code, stderr } = await build(at.root, "next", disturbance);
  const state = stateOf(at);
  const lies = (code === 0) === (state === "new") ? [] : [`exit code ${code}, and the site is ${state}`];
  const torn = state === "old" || state === "new" ? [] : [`the site is ${state}`];
  const isClear = code === 0 || (/^error: \S/m.test(stderr) && !/internal error|^\s+at /m.test(stderr));
  const message = isClear ? [] : [`it says ${stderr}`];
  const next = await build(at.root, "faulty");
  const swept = leftIn(at).filter((name) => !name.includes("-lock-"));
  const left = swept.length > 0 ? [`left: ${swept.join()}, ${next.stderr}`] : [];
  return [...lies, ...torn, ...message, ...left];
}

/** Builds both sites at once: says what is broken of the promise that one build at a time writes, and the last one's site is there. */
export async function twoBuilds(at: Stage): Promise<readonly string[]> {
  // Each in a process of its own.
  const disturbance = {};
  const runs = await Promise.all([build(at.root, "old", disturbance), build(at.root, "next", disturbance)]);
  const state = stateOf(at);
  const [first, second] = runs.map(({ code }) => code === 0);
  const isOf = (first && state === "old") || (second && state === "new") || (!first && !second && state === "old");
  const wrong = runs.filter(({ code, stderr }) => code !== 0 && !/^error: (?:an)?other builds? /.test(stderr));
  return [
    ...(isOf ? [] : [`exit codes ${runs.map(({ code }) => code).join()}, and the site is ${state}`]),
    ...wrong.map(({ code, stderr }) => `exit code ${code}: ${stderr}`),
    ...leftIn(at).map((name) => `left: ${name}`),
  ];
}
