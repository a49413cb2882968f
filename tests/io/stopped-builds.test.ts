import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { reportOf } from "../compile-text.ts";
import { CLI, scrutineer, WAIT } from "../compiled-cli.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough, rows } from "../lane.ts";

const AT_STEP = new URL("../at-step.mjs", import.meta.url).href;
const FLAGS = ["--no-pdf", "--no-search", "--allow-removals"];
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

/** A folder with a site of one small report, and content of which the site is large enough to be made by another process. */
async function folderWithLargeContent(): Promise<string> {
  const root = temporaryFolder();
  const text = "The bus runs each hour, and the council pays for it.\n\n".repeat(200);
  writeFiles(root, { "small/reports/a.md": reportOf({}) });
  for (let n = 0; n < 25; n += 1) writeFiles(root, { [`large/reports/r${n}.md`]: reportOf({ title: `R ${n}` }, text) });
  expect((await scrutineer(root, "build", "small", "--out", "site", ...FLAGS)).code).toBe(0);
  return root;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function start(
  root: string,
  content: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>>,
): Started {
  return startProgram(root, ["build", content, "--out", "site", ...FLAGS, ...flags], env);
}

function startProgram(root: string, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, said }))) };
}

/** Builds the large site until it computes without end, at a step where all of it is written and nothing is published. */
async function computing(root: string, flags: readonly string[] = []): Promise<Started> {
  const flag = join(root, "computes");
  const started = start(root, "large", flags, {
    AT_STEP: `wait utimesSync 1 ${flag}`,
    NODE_OPTIONS: `--import=${AT_STEP}`,
  });
  const early = started.ended.then(({ said }) => Promise.reject(new Error(`it ended early: ${said}`)));
  await Promise.race([early, vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 10 })]);
  early.catch(() => {});
  return started;
}

/** The process that has the output. */
function builder(root: string): number {
  const lock = join(root, ".site.scrutineer-lock");
  const text = readFileSync(join(lock, readdirSync(lock)[0] ?? ""), "utf8");
  return Number(/^pid: (\d+)$/m.exec(text)?.[1]);
}

function leftIn(root: string): readonly string[] {
  const kept = join(root, ".site.scrutineer-cache");
  const names = [...readdirSync(root), ...readdirSync(kept), ...readdirSync(join(kept, "compile"))];
  return names.filter((name) => /scrutineer-(?!cache)|\.\d+$/.test(name));
}

describe("a build that computes, and hears of nothing", () => {
  it.each(rows(SIGNALS, 1))("is stopped by %s all the same, and leaves nothing of its work", async (signal, code) => {
    const root = await folderWithLargeContent();
    const before = filesIn(join(root, "site"));
    const { child, ended } = await computing(root);
    child.kill(signal);
    child.kill(signal);
    expect(await ended).toMatchObject({
      code,
      said: expect.stringMatching(/^Stopped: nothing was written, and site is as it was$/m),
    });
    expect(filesIn(join(root, "site"))).toEqual(before);
    expect(leftIn(root)).toEqual([]);
  });

  it.runIf(isThorough)("is told of where the system ends it, and nothing of its work is left", async () => {
    const root = await folderWithLargeContent();
    const before = filesIn(join(root, "site"));
    const { ended } = await computing(root);
    process.kill(builder(root), "SIGKILL");
    const { code, said } = await ended;
    expect(code).toBe(2);
    expect(said).toMatch(
      /^error: the process that made the site was ended \(SIGKILL\), .*: nothing was published, and site is as it was$/m,
    );
    expect(filesIn(join(root, "site"))).toEqual(before);
    expect(leftIn(root)).toEqual([]);
  });

  it.runIf(isThorough)(
    "ends with the program that began it, where that is killed, and publishes nothing after it",
    async () => {
      const root = await folderWithLargeContent();
      const before = filesIn(join(root, "site"));
      const { child, ended } = await computing(root);
      const pid = builder(root);
      child.kill("SIGKILL");
      await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), { timeout: WAIT, interval: 50 });
      await ended;
      expect(filesIn(join(root, "site"))).toEqual(before);
      rmSync(join(root, "computes"));
      expect((await scrutineer(root, "build", "small", "--out", "site", ...FLAGS)).code).toBe(0);
      expect(leftIn(root)).toEqual([]);
    },
  );

  it.runIf(isThorough)("publishes nothing where the program that began it was ended before it looked", async () => {
    const root = await folderWithLargeContent();
    const before = filesIn(join(root, "site"));
    const { code, said } = await start(root, "large", [], { SCRUTINEER_BUILD_OF: String(process.ppid) }).ended;
    expect(said).toMatch(/the program that began this was ended: nothing was published, and site is as it was/);
    expect(code).toBe(2);
    expect(filesIn(join(root, "site"))).toEqual(before);
  });

  it.runIf(isThorough).each([
    ["1 where a report with an error was left out", 1, "---\ntitle: X\n---\n\nText.\n"],
    ["0 where there is no error", 0, ""],
  ] as const)(
    "has the exit code of its site, where the system ends it after that is in its place: %s",
    async (_what, code, more) => {
      const root = await folderWithLargeContent();
      if (more !== "") writeFiles(root, { "large/reports/x.md": more });
      const env = { AT_STEP: "kill-after renameSync 1 /site", NODE_OPTIONS: `--import=${AT_STEP}` };
      const run = await start(root, "large", ["--keep-going", "--live", "--no-cache"], env).ended;
      expect(run.said).toMatch(/^The new site is in site; the build was stopped after that$/m);
      expect(run.code).toBe(code);
      expect(Object.keys(filesIn(join(root, "site")))).toContain("reports/r24/index.html");
      expect(readdirSync(root).filter((name) => /scrutineer-(?!releases)/.test(name))).toEqual([]);
    },
  );

  it.runIf(isThorough)("is made by another process where its texts are few and its files large", async () => {
    const root = await folderWithLargeContent();
    writeFiles(root, {
      "large/reports/r0.md": reportOf({ annexes: "[{title: Figures, file: r0/figures.csv}]" }, "As Annex A shows.\n"),
      "large/reports/r0/figures.csv": "Depot,Costs\n".repeat(200_000),
    });
    for (let n = 1; n < 25; n += 1) rmSync(join(root, `large/reports/r${n}.md`));
    const { child, ended } = await computing(root);
    expect(builder(root)).not.toBe(child.pid);
    rmSync(join(root, "computes"));
    expect(await ended).toMatchObject({ code: 0 });
  });

  it.runIf(isThorough)("has the exit code, the messages and the site of a build that is not watched", async () => {
    const root = await folderWithLargeContent();
    const { child, ended } = await computing(root);
    expect(builder(root)).not.toBe(child.pid);
    rmSync(join(root, "computes"));
    expect(await ended).toMatchObject({ code: 0, said: expect.stringContaining("Published 25 reports") });
    expect(Object.keys(filesIn(join(root, "site")))).toContain("reports/r24/index.html");
    writeFiles(root, { "large/reports/x.md": "---\ntitle: X\n---\n\nText.\n" });
    expect(await start(root, "large", [], {}).ended).toMatchObject({
      code: 1,
      said: expect.stringContaining("Nothing was published, and site is as it was"),
    });
    expect(leftIn(root)).toEqual([]);
  });
});

describe("a build whose threads write while it is told to stop", () => {
  async function stopped(tell: (child: ChildProcess, root: string) => void) {
    const root = temporaryFolder();
    const text = "The bus runs each hour, and the council pays for it.\n\n".repeat(20);
    for (let n = 0; n < 300; n += 1)
      writeFiles(root, { [`large/reports/r${n}.md`]: reportOf({ title: `R ${n}` }, text) });
    const { child, ended } = start(root, "large", ["--no-cache"], {});
    const work = join(root, ".site.scrutineer-work");
    // The threads keep there what they compile.
    const writes = (): boolean => existsSync(work) && readdirSync(work, { recursive: true }).length > 10;
    await vi.waitFor(() => expect(writes()).toBe(true), { timeout: WAIT, interval: 5 });
    tell(child, root);
    return { ...(await ended), left: readdirSync(root) };
  }
  const end = { code: 143, said: "Stopped: nothing was written, and site is as it was\n", left: ["large"] };

  it.runIf(isThorough)("leaves nothing of it, and says so once", async () => {
    for (let time = 0; time < 3; time += 1) expect(await stopped((child) => child.kill("SIGTERM"))).toEqual(end);
  });

  it.runIf(isThorough)("leaves nothing of it where the process that the lock names is told alone", async () => {
    expect(await stopped((_, root) => process.kill(builder(root), "SIGTERM"))).toEqual(end);
  });
});

describe("another command that computes, and hears of nothing,", () => {
  /** Runs it until it waits at a step, and stops it: says how it ended, and what it left. */
  async function stopped(root: string, args: readonly string[], step: string, signal: NodeJS.Signals) {
    const [flag, temporary] = [join(root, "computes"), join(root, "tmp")];
    writeFiles(root, { "tmp/.keep": "" });
    const { child, ended } = startProgram(root, args, {
      TMPDIR: temporary,
      AT_STEP: `${step} ${flag}`,
      NODE_OPTIONS: `--import=${AT_STEP}`,
    });
    await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 10 });
    child.kill(signal);
    const end = await ended;
    return {
      ...end,
      left: [...readdirSync(temporary), ...readdirSync(root)].filter((name) => /scrutineer-/.test(name)),
    };
  }

  it.each(rows(SIGNALS, 1))("is stopped by %s, and leaves nothing: verify", async (signal, code) => {
    const root = temporaryFolder();
    writeFiles(root, { "content/reports/a.md": reportOf({}) });
    expect((await scrutineer(root, "build", "content", "--out", "site", "--no-cache", ...FLAGS)).code).toBe(0);
    const args = ["verify", "site", "--no-pdf", "--no-search"];
    const said = "Stopped: nothing was compared with site\n";
    expect(await stopped(root, args, "wait utimesSync 1", signal)).toEqual({ code, said, left: [] });
  });

  it("is ended at once, and serves nothing after that: serve", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/reports/a.md": reportOf({}) });
    // It reads the first file of the content.
    const run = stopped(root, ["serve", "content", "--port", "0"], "wait openSync 1", "SIGINT");
    expect(await run).toEqual({ code: null, said: "", left: [] });
  });

  it.each(rows(SIGNALS, 1))("is ended at once by %s, and leaves nothing: pdf", async (signal) => {
    const root = temporaryFolder();
    writeFiles(root, { "content/reports/2026/a.md": reportOf({}) });
    // It lists the content, for the first time or again.
    const run = stopped(root, ["pdf", "content/reports/2026/a.md"], "wait readdirSync 4", signal);
    expect(await run).toEqual({ code: null, said: "", left: [] });
    expect(existsSync(join(root, "a.pdf"))).toBe(false);
  });
});

describe("fix, told to stop while it writes", () => {
  it.each(rows(SIGNALS, 1))("ends by %s between two reports, and says how many it fixed", async (signal, code) => {
    const root = temporaryFolder();
    const [faulty, flag] = [reportOf({}, "The bus\u200b runs.\n"), join(root, "computes")];
    writeFiles(root, { "content/reports/a.md": faulty, "content/reports/b.md": faulty });
    const { child, ended } = startProgram(root, ["fix"], {
      AT_STEP: `wait renameSync 1 ${flag}`,
      NODE_OPTIONS: `--import=${AT_STEP}`,
    });
    await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 10 });
    child.kill(signal);
    rmSync(flag);
    const end = await ended;
    expect(end.code).toBe(code);
    expect(end.said).toMatch(
      /^content\/reports\/a\.md: 1 change .*\nStopped: 1 of 2 files were fixed, and the others are as/,
    );
    expect(readdirSync(join(root, "content/reports"))).toEqual(["a.md", "b.md"]);
    expect(readFileSync(join(root, "content/reports/a.md"), "utf8")).not.toBe(faulty);
    expect(readFileSync(join(root, "content/reports/b.md"), "utf8")).toBe(faulty);
  });
});

describe("a build that is told to stop when the new site is in its place", () => {
  it.runIf(isThorough)("ends as if it had not been told, with 0, and without the old release", async () => {
    const root = temporaryFolder();
    for (const name of ["old", "new"])
      writeFiles(root, { [`${name}/reports/a.md`]: reportOf({ title: `The ${name} report` }) });
    const build = (content: string): Started => start(root, content, ["--live", "--no-cache"], {});
    expect(await build("old").ended).toMatchObject({ code: 0 });
    const release = readlinkSync(join(root, "site"));
    const { child, ended } = build("new");
    await vi.waitFor(() => expect(readlinkSync(join(root, "site"))).not.toBe(release), { timeout: WAIT, interval: 1 });
    child.kill("SIGINT");
    const { code, said } = await ended;
    expect(said).not.toContain("Stopped");
    expect(said).toContain("Published 1 report");
    expect(code).toBe(0);
    expect(readFileSync(join(root, "site/reports/a/index.html"), "utf8")).toContain("The new report");
    expect(readdirSync(join(root, ".site.scrutineer-releases"))).toHaveLength(1);
  });
});
