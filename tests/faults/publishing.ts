import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, vi } from "vitest";
import { reportOf } from "../compile-text.ts";
import { CLI, type Run, scrutineerWith, WAIT } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { runInThisProcess } from "../run-in-process.ts";

/** Every call by which the program changes something on the disk. */
export const WRITING =
  "mkdirSync,mkdtempSync,writeFileSync,renameSync,linkSync,symlinkSync,rmSync,rmdirSync,unlinkSync,chmodSync,utimesSync,openSync,writeSync,fsyncSync,closeSync,appendFileSync";
/** And every call by which it asks something of it; what existsSync says of an error is that nothing is there. */
const READING = "readFileSync,readdirSync,lstatSync,statSync,realpathSync,readlinkSync,fstatSync";
export const ALL = `${WRITING},${READING}`;

const AT_STEP = new URL("../at-step.mjs", import.meta.url).href;
const KILLED = new URL("killed-after.mjs", import.meta.url).href;
const PLANTED = new URL("planted.mjs", import.meta.url).href;

/** A fault that is put into the program, so that it can be seen that the harness finds it. */
type Planted = "copies in place of renaming" | "says that all is well" | "takes every lock";

/** What is done to a build, by `at-step.mjs`, and what is wrong with the program. */
export interface Disturbance {
  readonly step?: string;
  readonly planted?: Planted;
  /** After how many milliseconds it is killed. */
  readonly killedAfter?: number;
  /** At which of its system calls it is killed, by strace. */
  readonly killedAtCall?: SystemCall;
  /** The file into which strace writes its system calls. */
  readonly tracedInto?: string;
  /** Whether it keeps what it made for the next build, and begins with what the last one kept; it does, if nothing is said. */
  readonly keeps?: boolean;
}

/** One of the system calls of a build: its name, and the how manieth of that name it is. */
export interface SystemCall {
  readonly name: string;
  readonly nth: number;
}

/** It needs no process of its own: that a site is put right does not take as long as it takes to start a program. */
const UNDISTURBED: Disturbance = {};

/** A folder with two contents, the sites of both, and one of them published. */
export interface Stage {
  readonly root: string;
  readonly isLive: boolean;
  readonly old: Files;
  readonly next: Files;
}

type Files = Readonly<Record<string, string>>;

const FLAGS = ["--no-pdf", "--no-search"];

/** Every system call by which a file or folder is made, changed, renamed or deleted. */
const CALLS =
  "mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,chmod,fchmod,fchmodat,utime,utimensat,write,pwrite64,writev,pwritev,ftruncate,fsync";

/** Puts two contents into a folder of its own, builds the sites of both, and publishes the old one as `site`. */
export async function stage({ root = temporaryFolder(), isLive = false } = {}): Promise<Stage> {
  for (const [name, title] of [
    ["old", "Buses"],
    ["next", "Trams"],
  ] as const)
    writeFiles(join(root, name), {
      "reports/a.md": reportOf({ title, annexes: "[{title: Figures, file: a/figures.csv}]" }, "As Annex A shows.\n"),
      "reports/a/figures.csv": "Depot,Costs\n1,2\n",
    });
  writeFiles(join(root, "faulty"), { "reports/x.md": "---\ntitle: X\n---\n\nText.\n" });
  for (const name of ["old", "next"]) await build({ root }, name, UNDISTURBED, `made/${name}`);
  await build({ root, isLive }, "old");
  return { root, isLive, old: filesIn(join(root, "made/old")), next: filesIn(join(root, "made/next")) };
}

/** Builds a content into `site`, and does something to the build. */
export function build(
  { root, isLive = false }: { readonly root: string; readonly isLive?: boolean },
  content: string,
  disturbance = UNDISTURBED,
  out = "site",
): Promise<Run> {
  const { step, planted, killedAfter, killedAtCall, tracedInto, keeps = true } = disturbance;
  const flags = [...FLAGS, ...(isLive ? ["--live"] : []), ...(keeps ? ["--cache", "kept"] : ["--no-cache"])];
  const args = ["build", content, "--out", out, ...flags];
  if (disturbance === UNDISTURBED)
    return runInThisProcess({ folder: root, env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1" }, input: "", args });
  const loaded = [
    ...(planted === undefined ? [] : [PLANTED]),
    ...(step === undefined ? [] : [AT_STEP]),
    ...(killedAfter === undefined ? [] : [KILLED]),
  ];
  const variables = {
    NO_COLOR: "1",
    NODE_OPTIONS: loaded.map((url) => `--import=${url}`).join(" "),
    ...(step === undefined ? {} : { AT_STEP: step }),
    ...(planted === undefined ? {} : { PLANTED: planted }),
    ...(killedAfter === undefined ? {} : { KILLED_AFTER: String(killedAfter) }),
  };
  if (tracedInto !== undefined) return underStrace(root, ["-o", tracedInto, "-e", `trace=${CALLS}`], args, variables);
  if (killedAtCall !== undefined) {
    const { name, nth } = killedAtCall;
    const kill = ["-o", "/dev/null", "-e", `trace=${name}`, "-e", `inject=${name}:signal=KILL:when=${nth}`];
    return underStrace(root, kill, args, variables);
  }
  return scrutineerWith(variables, root, ...args);
}

/** Whether there is a strace that may trace what it runs. */
export function hasStrace(): boolean {
  try {
    execFileSync("strace", ["-qq", "-e", "trace=none", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The system calls by which a build changes something on the disk, in their order. */
export async function systemCallsOf(at: Stage, disturbance: Disturbance = {}): Promise<readonly SystemCall[]> {
  const file = join(at.root, "calls");
  // The first of all builds also keeps what V8 made of the program.
  await build({ root: at.root }, "next", { ...disturbance, keeps: false }, "first");
  rmSync(join(at.root, "first"), { recursive: true });
  await build(at, "next", { ...disturbance, tracedInto: file });
  const lines = Array.from(readFileSync(file, "utf8").matchAll(/^(\d+) +(\w+)\(/gm), ([, thread = "", name = ""]) => ({
    thread,
    name,
  }));
  rmSync(file);
  const callsIn = (thread: string): typeof lines => lines.filter((call) => call.thread === thread);
  // Only the thread of the program makes many.
  const threads = [...new Set(lines.map(({ thread }) => thread))].map(callsIn);
  const [most = []] = threads.sort((a, b) => b.length - a.length);
  const counts = new Map<string, number>();
  return most.map(({ name }) => {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return { name, nth };
  });
}

function underStrace(root: string, flags: readonly string[], args: readonly string[], env: NodeJS.ProcessEnv) {
  return endOf(
    spawn("strace", ["-f", "-qq", ...flags, process.execPath, CLI, ...args], {
      cwd: root,
      env: { PATH: process.env["PATH"], ...env },
    }),
  );
}

function endOf(child: ChildProcess): Promise<Run> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.on("data", (piece: Buffer) => {
      said[name] += piece.toString();
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

/** What is at a place: the old site or the new one, whole; nothing, or something else. */
type State = "old" | "new" | "nothing" | "neither";

function stateOf({ root, old, next }: Stage): State {
  if (!existsSync(join(root, "site"))) return "nothing";
  const text = JSON.stringify(filesIn(join(root, "site")));
  return text === JSON.stringify(old) ? "old" : text === JSON.stringify(next) ? "new" : "neither";
}

/** What of the work of builds lies beside the site. */
function leftIn({ root }: Pick<Stage, "root">): readonly string[] {
  const releases = join(root, ".site.scrutineer-releases");
  const surplus = existsSync(releases) && readdirSync(releases).length > 1 ? ["more than one release"] : [];
  return [...readdirSync(root).filter((name) => /scrutineer-(?!releases$)/.test(name)), ...surplus];
}

/** How many bytes are free on the disk of a folder. */
function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Mounts a small disk at a folder, for whoever may; gives what takes it away again, or why there is none. */
export function mountSmallDisk(folder: string, megabytes: number): (() => void) | string {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
    return () => void execFileSync("umount", [folder]);
  } catch (error) {
    return `no small disk can be mounted: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Builds the new site on a disk with so many bytes left: says what is broken, as `failedBuild` does, and whether it was published. */
export async function buildOnFullDisk(
  at: Stage,
  bytesLeft: number,
  disturbance: Disturbance = {},
): Promise<{ readonly broken: readonly string[]; readonly isNew: boolean }> {
  const ballast = join(at.root, "ballast");
  writeFileSync(ballast, new Uint8Array(Math.max(0, freeIn(at.root) - bytesLeft)));
  const { code, stderr } = await build(at, "next", disturbance);
  const state = stateOf(at);
  rmSync(ballast);
  await build(at, "faulty");
  const isClear =
    code === 0 ||
    /^error: there is no space left on the disk of .*: make room on it\. Nothing was published/m.test(stderr) ||
    /^error: there is no space left/m.test(stderr);
  return {
    isNew: state === "new",
    broken: [
      ...((code === 0) === (state === "new") && (state === "new" || state === "old")
        ? []
        : [`exit code ${code}, and the site is ${state}`]),
      ...(isClear ? [] : [`it says ${stderr}`]),
      ...leftIn(at).map((name) => `left: ${name}`),
    ],
  };
}

/** What a reader got who fetched the pages of the site all the while. */
export interface Fetched {
  readonly fetched: number;
  readonly missing: number;
  readonly wrong: number;
  /** How many pages it got that differ. */
  readonly kinds: number;
}

/** Publishes while a reader in another process fetches pages without a pause; `fetched` is how many it has so far. */
export async function whileRead(at: Stage, publish: (fetched: () => number) => Promise<void>): Promise<Fetched> {
  const [pages, stop, result] = ["pages.json", "stop", "result"].map((name) => join(at.root, name));
  if (pages === undefined || stop === undefined || result === undefined) throw new Error("there is a name for each");
  const paths = Object.keys(at.old).filter((path) => path in at.next);
  writeFileSync(pages, JSON.stringify(Object.fromEntries(paths.map((path) => [path, [at.old[path], at.next[path]]]))));
  const reader = fileURLToPath(new URL("read-site.mjs", import.meta.url));
  const ended = endOf(spawn(process.execPath, [reader, join(at.root, "site"), pages, stop, result], { cwd: at.root }));
  const round = (): number => (existsSync(`${result}.round`) ? Number(readFileSync(`${result}.round`, "utf8")) : 0);
  await publish(round);
  writeFileSync(stop, "");
  const { stderr } = await ended;
  if (!existsSync(result)) throw new Error(`the reader ended: ${stderr}`);
  const fetched: Fetched = JSON.parse(readFileSync(result, "utf8"));
  for (const file of [pages, stop, result, `${result}.round`, `${result}.begun`]) rmSync(file);
  return fetched;
}

/** Publishes the old site again. Throws where that does not succeed. */
export async function reset(at: Stage): Promise<void> {
  const { code, stderr } = await build(at, "old");
  if (code !== 0 || stateOf(at) !== "old") throw new Error(`the old site cannot be published again: ${stderr}`);
}

/** What a kill came to. */
interface KilledBuild {
  /** The build may have been done before it was to be killed. */
  readonly isKilled: boolean;
  readonly broken: readonly string[];
}

/**
 * Builds the new site, and kills that: says what is broken of the promise that the site is the old or the new one, whole, at once or after
 * the next start, which sweeps what is left.
 */
export async function killedBuild(at: Stage, disturbance: Disturbance): Promise<KilledBuild> {
  const { code } = await build(at, "next", disturbance);
  const during = stateOf(at);
  const said = code === 0 && during !== "new" ? ["it was done, and the new site is not there"] : [];
  const torn =
    during === "neither" || (at.isLive && during === "nothing")
      ? [`after the kill the site is ${during}: a torn site`]
      : [];
  // A build that publishes nothing puts right what is there.
  const after = await build(at, "faulty");
  const state = stateOf(at);
  const late = state === "old" || state === "new" ? [] : [`after the next start there is ${state}: ${after.stderr}`];
  const left = leftIn(at);
  const broken = [...said, ...torn, ...late, ...(left.length > 0 ? [`left: ${left.join()}`] : [])];
  return { isKilled: code === null, broken };
}

/** Builds the new site, and gives it an error of the system: says what is broken of the promises about exit codes and messages. */
export async function failedBuild(at: Stage, disturbance: Disturbance): Promise<readonly string[]> {
  const { code, stderr } = await build(at, "next", disturbance);
  const state = stateOf(at);
  const lies = (code === 0) === (state === "new") ? [] : [`exit code ${code}, and the site is ${state}`];
  const torn = state === "old" || state === "new" ? [] : [`the site is ${state}`];
  // Of a file of the content that cannot be read it is said at its place.
  const isSaid = /^(?:error: \S|next\/\S+:\d+:\d+ {2}error {2}\S)/m.test(stderr);
  const isClear = code === 0 || (isSaid && !/internal error|^\s+at /m.test(stderr));
  const message = isClear ? [] : [`it says ${stderr}`];
  const next = await build(at, "faulty");
  const swept = leftIn(at);
  const left = swept.length > 0 ? [`left: ${swept.join()}, ${next.stderr}`] : [];
  return [...lies, ...torn, ...message, ...left];
}

/**
 * Builds both sites at once, or, where it is told at which step, the second while the first waits there: says what is broken of the promise
 * that one build at a time writes, and the last one's site is there.
 */
export async function twoBuilds(at: Stage, planted?: Planted, waits?: string): Promise<readonly string[]> {
  // Each in a process of its own.
  const disturbance = { keeps: false, ...(planted === undefined ? {} : { planted }) };
  const flag = join(at.root, "waits");
  const first = build(at, "old", waits === undefined ? disturbance : { ...disturbance, step: `${waits} ${flag}` });
  if (waits !== undefined) await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 5 });
  const second = build(at, "next", disturbance);
  if (waits !== undefined) {
    await second;
    rmSync(flag);
  }
  const runs = [await first, await second] as const;
  const state = stateOf(at);
  const [isFirst, isSecond] = [runs[0].code === 0, runs[1].code === 0];
  const isOf =
    (isFirst && state === "old") || (isSecond && state === "new") || (!isFirst && !isSecond && state === "old");
  const wrong = runs.filter(({ code, stderr }) => code !== 0 && !/^error: (?:an)?other builds? /.test(stderr));
  return [
    ...(isOf ? [] : [`exit codes ${runs.map(({ code }) => code).join()}, and the site is ${state}`]),
    ...wrong.map(({ code, stderr }) => `exit code ${code}: ${stderr}`),
    ...leftIn(at).map((name) => `left: ${name}`),
  ];
}
