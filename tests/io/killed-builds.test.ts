import { fork, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { reportOf } from "../compile-text.ts";
import { CLI, type Run, scrutineer, scrutineerWith, WAIT } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows, runs } from "../lane.ts";

// Each test starts the program as a process of its own, some of them many times.
vi.setConfig({ maxConcurrency: 2 });

// Without what is kept, the renames are those of publishing alone.
const FLAGS = ["--no-pdf", "--no-search", "--no-cache"];
/** Those by which folders come into the place of others, and go; not each file. */
const STEPS = "mkdtempSync,chmodSync,renameSync";
const AT_STEP = new URL("../at-step.mjs", import.meta.url).href;
const BUSY_PDFS = new URL("../busy-pdfs.mjs", import.meta.url).href;

/** Runs the program, and does something to it at a step on the disk. */
function atStep(folder: string, step: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return scrutineerWith(
    { NO_COLOR: "1", AT_STEP: step, NODE_OPTIONS: `--import=${AT_STEP}`, ...more },
    folder,
    ...args,
  );
}

function contentOf(titles: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(titles.map((title, n) => [`reports/r${n}.md`, reportOf({ title })]));
}

const TITLES = Array.from({ length: 6 }, (_, n) => `Report ${n}`);

/** A folder with contents: one sound, one that is changed, one with an error, one that has lost half of its reports. */
function contents(): string {
  const root = temporaryFolder();
  const faulty = { ...contentOf(TITLES), "reports/x.md": "---\ntitle: X\n---\n\nText.\n" };
  for (const [name, files] of Object.entries({
    sound: contentOf(TITLES),
    changed: contentOf(TITLES.map((title) => `${title} again`)),
    faulty,
    half: contentOf(TITLES.slice(3)),
    closed: { "reports/r0.md": reportOf({ confidential: "{paragraphs: [3]}" }, "Qxonez bids 7.\n") },
  }))
    writeFiles(join(root, name), files);
  return root;
}

const build = (root: string, content: string, out: string, ...flags: readonly string[]): Promise<Run> =>
  scrutineer(root, "build", content, "--out", out, ...FLAGS, ...flags);

describe("a build that is killed", () => {
  it("leaves the old site or the new one, whole, at every step, and the next start puts right what is left", async () => {
    const root = contents();
    const [old, next] = ["sound", "changed"];
    await build(root, next, "new");
    await build(root, old, "site");
    const whole = [filesIn(join(root, "site")), filesIn(join(root, "new"))];
    let step = 1;
    for (let isKilled = true; isKilled; step += runs(5, 1)) {
      const run = await atStep(root, `kill ${STEPS} ${step}`, ["build", next, "--out", "site", ...FLAGS]);
      isKilled = run.code === null;
      if (existsSync(join(root, "site"))) expect(whole).toContainEqual(filesIn(join(root, "site")));
      const after = await build(root, "faulty", "site");
      expect(after.stderr).toContain("Nothing was published, and site is as it was");
      expect(whole).toContainEqual(filesIn(join(root, "site")));
      expect(readdirSync(root).filter((name) => name.includes("scrutineer") && !name.includes("-lock-"))).toEqual([]);
    }
    expect(step).toBeGreaterThan(5);
  });

  it("between the two renames: a build with an error leaves the site, and one that loses half of it is stopped", async () => {
    const root = contents();
    await build(root, "sound", "site");
    const before = filesIn(join(root, "site"));
    for (const [content, words] of [
      ["faulty", /Nothing was published, and site is as it was/],
      ["half", /this build would remove 3 of the 6 pages/],
    ] as const) {
      // The first rename gets the lock, the second sets the old site aside.
      const killed = await atStep(root, "kill renameSync 3", ["build", "changed", "--out", "site", ...FLAGS]);
      expect(killed.code).toBe(null);
      expect(existsSync(join(root, "site"))).toBe(false);
      const run = await build(root, content, "site");
      expect(run.stderr).toMatch(words);
      expect(run.stderr).toMatch(/^note: site was missing, because a build was killed .*; the old site is back$/m);
      expect(run.code).toBe(1);
      expect(filesIn(join(root, "site"))).toEqual(before);
    }
  });

  it.runIf(isThorough)("gives the site back to whoever comes to it by a symbolic link", async () => {
    const root = contents();
    mkdirSync(join(root, "srv"));
    await build(root, "sound", "srv/site");
    symlinkSync(join(root, "srv/site"), join(root, "link"));
    await atStep(root, "kill renameSync 3", ["build", "changed", "--out", "link", ...FLAGS]);
    expect(existsSync(join(root, "link"))).toBe(false);
    await build(root, "faulty", "link");
    expect(Object.keys(filesIn(join(root, "srv/site")))).toContain("index.html");
  });

  const sweepers: readonly (readonly [string, readonly string[]])[] = [
    ["the same edition", ["build", "closed", "--edition", "members", "--out", "members", ...FLAGS]],
    ["the other edition, into a folder beside it", ["build", "closed", "--out", "site", ...FLAGS]],
    ["a PDF, made beside it", ["pdf", "sound/reports/r1.md", "-o", "r1.pdf"]],
  ];
  it.each(rows(sweepers, 1))(
    "leaves the members' edition to nobody, and the next start sweeps it: %s",
    async (_what, args) => {
      const root = contents();
      const killed = await atStep(root, "kill utimesSync 1", [
        "build",
        "closed",
        "--edition",
        "members",
        "--out",
        "members",
      ]);
      expect(killed.code).toBe(null);
      const work = join(root, ".members.scrutineer-work");
      expect(JSON.stringify(filesIn(work))).toContain("Qxonez");
      expect(statSync(work).mode & 0o777).toBe(0o700);
      rmSync(join(root, "members"), { recursive: true, force: true });
      const run = await scrutineer(root, ...args);
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).toMatch(/^note: what a build that was killed left beside .*members was deleted$/m);
      expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
    },
  );
});

/** Starts the program, and waits until it waits at a step. */
async function waitingAt(
  root: string,
  step: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const flag = join(root, `${Math.random()}.waits`);
  const ended = atStep(root, `wait ${step} ${flag}`, args, more);
  await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 10 });
  return {
    goOn: (): Promise<Run> => {
      rmSync(flag);
      return ended;
    },
  };
}

describe("two builds at once", () => {
  it.each(rows(["mkdirSync 1", "utimesSync 1", "renameSync 2", "renameSync 3"], 1))(
    "into one folder, of both editions, with temporary folders of their own: the second is refused, when the first is at %s",
    async (step) => {
      const root = contents();
      for (const name of ["one", "other"]) mkdirSync(join(root, name));
      const isFirst = step !== "mkdirSync 1";
      if (isFirst) await build(root, "closed", "site");
      const first = await waitingAt(root, step, ["build", "closed", "--out", "site", ...FLAGS], {
        TMPDIR: join(root, "one"),
      });
      const second = await scrutineerWith(
        { NO_COLOR: "1", TMPDIR: join(root, "other") },
        root,
        ..."build closed --edition members --out site".split(" "),
        ...FLAGS,
      );
      expect(second.code).toBe(2);
      expect(second.stderr).toMatch(/^error: another build is writing to site/);
      expect(await first.goOn()).toMatchObject({ code: 0 });
      expect(JSON.stringify(filesIn(join(root, "site")))).not.toContain("Qxonez");
      expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
    },
  );

  it.runIf(isThorough)(
    "into one folder: the second waits where it is told to, and its site is there in the end",
    async () => {
      const root = contents();
      const first = await waitingAt(root, "renameSync 2", ["build", "sound", "--out", "site", ...FLAGS]);
      // Without the flag it gives up after ten tries.
      const args = ["build", "changed", "--out", "site", "--wait", ...FLAGS];
      const second = await waitingAt(root, "mkdtempSync 12", args);
      const ended = second.goOn();
      expect(await first.goOn()).toMatchObject({ code: 0 });
      const run = await ended;
      expect(run.stderr).toMatch(/^Waiting: another build is writing to site \(process \d+/);
      expect(run.code, run.stderr).toBe(0);
      await build(root, "changed", "new");
      expect(filesIn(join(root, "site"))).toEqual(filesIn(join(root, "new")));
      expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
    },
  );

  it.runIf(isThorough)("take over the lock of a killed build: both find it, and one gets it", async () => {
    const root = contents();
    await atStep(root, "kill utimesSync 1", ["build", "sound", "--out", "site", ...FLAGS]);
    // Each has found that the process has ended, and is about to delete its lock.
    const first = await waitingAt(root, "unlinkSync 1", ["build", "sound", "--out", "site", ...FLAGS]);
    const second = await waitingAt(root, "unlinkSync 1", ["build", "changed", "--out", "site", ...FLAGS]);
    const third = await waitingAt(root, "utimesSync 1", ["build", "sound", "--out", "site", ...FLAGS]);
    for (const late of [first, second]) expect((await late.goOn()).stderr).toMatch(/another build is writing to site/);
    expect(await third.goOn()).toMatchObject({ code: 0 });
    expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
  });
});

describe("a build that is interrupted", () => {
  const signals = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const;
  it.each(rows(signals, 1))("by %s leaves nothing of its work, and the site as it was", async (signal, code) => {
    const root = contents();
    writeFiles(join(root, "closed"), contentOf(Array.from({ length: 30 }, (_, n) => `Report ${n}`)));
    await build(root, "closed", "members", "--edition", "members");
    const before = filesIn(join(root, "members"));
    const child = spawn(process.execPath, [CLI, "build", "closed", "--edition", "members", "--out", "members"], {
      cwd: root,
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (piece: Buffer) => {
      said += piece.toString();
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    await vi.waitFor(() => expect(existsSync(join(root, ".members.scrutineer-work"))).toBe(true), {
      timeout: WAIT,
      interval: 5,
    });
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(said).toBe("Stopped: nothing was written, and members is as it was\n");
    expect(filesIn(join(root, "members"))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
  });
});

/** Whether a process still runs; one of which only the exit code is left does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync("/proc/self/stat") || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

describe("the process that makes PDFs, while it computes", () => {
  it.each(rows(["SIGKILL", "SIGINT", "SIGTERM"] as const, 1))(
    "ends with a program that is stopped by %s",
    async (signal) => {
      const root = contents();
      const file = join(root, "busy.pid");
      const child = spawn(process.execPath, [CLI, "build", "sound", "--out", "site"], {
        cwd: root,
        env: { PATH: process.env["PATH"], BUSY: file, NODE_OPTIONS: `--import=${BUSY_PDFS}` },
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.once("close", resolve));
      await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: WAIT, interval: 10 });
      const pid = Number(readFileSync(file, "utf8"));
      try {
        child.kill(signal);
        await ended;
        await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: WAIT, interval: 50 });
      } finally {
        if (isRunning(pid)) process.kill(pid, "SIGKILL");
      }
    },
  );

  it.runIf(isThorough)("ends where the program was gone before it began", async () => {
    const worker = fileURLToPath(new URL("../../lib/io/pdf-worker.js", import.meta.url));
    const gone = String(spawnSync(process.execPath, ["-e", "0"]).pid);
    const child = fork(worker, [gone], { stdio: "ignore", execArgv: [] });
    expect(await new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)))).toBe("SIGKILL");
  });
});

describe("a full or broken disk", () => {
  const errors = [
    ["ENOSPC", "writeFileSync 4", /there is no space left on the disk of /],
    ["EDQUOT", "writeFileSync 9", /used up your quota/],
    ["EIO", "utimesSync 2", /gives an error/],
    ["EROFS", "mkdtempSync 1", /cannot be written to/],
    ["EMFILE", "writeFileSync 2", /too many files are open/],
    ["EACCES", "readFileSync 16", /cannot be read now: run the command again/],
  ] as const;
  it.each(rows(errors, 1))("is told of in words, and the site is as it was: %s at %s", async (code, step, words) => {
    const root = contents();
    await build(root, "sound", "site");
    const before = filesIn(join(root, "site"));
    const run = await atStep(root, `fail ${step} ${code}`, ["build", "changed", "--out", "site", ...FLAGS]);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/internal error|^\s+at /m);
    expect(run.code).toBe(2);
    expect(filesIn(join(root, "site"))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
  });
});

describe("a build that the system fails after its site is in its place", () => {
  it.runIf(isThorough)("ends with 0, and says what is left to do", async () => {
    const root = contents();
    const args = ["build", "sound", "--out", "site", "--live", "--no-pdf", "--no-search"];
    const [file, before] = [join(root, "count"), new Set(readdirSync(root))];
    await atStep(root, `count statSync 1000000 ${file}`, args);
    const last = Number(readFileSync(file, "utf8"));
    for (const made of readdirSync(root).filter((name) => !before.has(name)))
      rmSync(join(root, made), { recursive: true });
    const run = await atStep(root, `fail statSync ${last} EIO`, args);
    expect(run.stderr).toMatch(/^warning: not all that was made for the work could be deleted.* gives an error/m);
    expect(run.code).toBe(0);
    expect(existsSync(join(root, "site/index.html"))).toBe(true);
  });
});

describe("a Pagefind that breaks down", () => {
  it("is noticed, what it says is not shown, and nothing of its work is left", async () => {
    const root = contents();
    await build(root, "closed", "members", "--edition", "members");
    const before = filesIn(join(root, "members"));
    const program = join(root, "pagefind");
    // It says what it read, as an internal error may.
    writeFileSync(program, "#!/bin/sh\nhead -c 50 >/dev/null; echo Qxonez >&2; exit 101\n", { mode: 0o755 });
    const variables = { NO_COLOR: "1", PAGEFIND_EXTENDED_BINARY_PATH: program };
    const args = ["build", "closed", "--edition", "members", "--out", "members", "--no-pdf"];
    const run = await scrutineerWith(variables, root, ...args);
    expect(run.stderr).toMatch(/^error: the search index cannot be made: Pagefind .*--no-search\n$/m);
    expect(run.stderr).not.toContain("Qxonez");
    expect(run.code).toBe(2);
    expect(filesIn(join(root, "members"))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.includes("scrutineer"))).toEqual([]);
  });
});
