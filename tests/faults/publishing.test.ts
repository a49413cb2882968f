import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { WAIT } from "../compiled-cli.ts";
import { temporaryFolder } from "../content-folders.ts";
import { isThorough, rows, runs } from "../lane.ts";
import {
  ALL,
  build,
  buildOnFullDisk,
  type Disturbance,
  failedBuild,
  hasStrace,
  killedBuild,
  mountSmallDisk,
  reset,
  type Stage,
  stage,
  systemCallsOf,
  twoBuilds,
  WRITING,
  whileRead,
} from "./publishing.ts";

/** The long form: so many random kills and so many errors, a tenth as many pairs of builds, half of each with `--live`. */
const LONG = Number(process.env["SCRUTINEER_FAULTS"] ?? 0);
const KILLS = Math.ceil(LONG / 2) || 3;
const ERRORS = Math.ceil(LONG / 2) || runs(3, 6);
const PAIRS = Math.ceil(LONG / 20) || 3;
/** Between two steps of the disk at which a build is killed. */
const STRIDE = LONG > 0 ? 1 : runs(90, 45);

/** Between two system calls at which it is killed by strace, and how often a site is published while it is read. */
const CALL_STRIDE = LONG > 0 ? 1 : 60;
const PUBLISHED_WHILE_READ = LONG > 0 ? 50 : runs(2, 10);

const ERROR_CODES = [
  "ENOSPC",
  "EIO",
  "EMFILE",
  "EROFS",
  "EACCES",
  "EDQUOT",
  "ENFILE",
  "EPERM",
  "ENAMETOOLONG",
  "EBUSY",
  "ELOOP",
] as const;

/** Numbers from 0 to 1 that are the same at each run. */
function* random(seed = Number(process.env["SCRUTINEER_SEED"] ?? 20261130)): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** The figures of a long run, for the README. */
function tell(count: number, what: string): void {
  if (LONG > 0) console.log(`${count} ${what}`);
}

// A long run takes hours.
describe.each(
  rows(
    [
      ["", false],
      [" live", true],
    ] as const,
    1,
  ),
)("publishing%s", { timeout: 24 * 60 * 60 * 1000 }, (_how, isLive) => {
  let at: Stage;
  /** How many steps of the disk a build takes, how many of them change something, and how long it takes on this machine. */
  let steps = 0;
  let changes = 0;
  let milliseconds = 0;
  beforeAll(async () => {
    at = await stage({ isLive });
    const started = performance.now();
    steps = await lastStep(ALL);
    milliseconds = performance.now() - started;
    changes = await lastStep(WRITING);
  });

  /** How many of these steps a build takes. */
  async function lastStep(names: string, keeps = true): Promise<number> {
    const file = join(at.root, "count");
    await build(at, "next", { step: `count ${names} 1000000 ${file}`, keeps });
    await reset(at);
    return Number(readFileSync(file, "utf8"));
  }

  it("leaves the old site or the new one, whole, when it is killed at a step of the disk", async () => {
    expect(changes).toBeGreaterThan(50);
    const broken: string[] = [];
    let tried = 0;
    for (let step = 1; step <= changes; step += STRIDE) {
      const build = await killedBuild(at, { step: `kill ${WRITING} ${step}` });
      broken.push(...build.broken.map((what) => `killed at step ${step}: ${what}`));
      tried += 1;
      await reset(at);
    }
    tell(tried, "steps of the disk at which it was killed");
    expect(broken).toEqual([]);
  });

  it.runIf(isThorough)("leaves it so when it is killed at any moment", async () => {
    const numbers = random();
    const broken: string[] = [];
    let killed = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const killedAfter = Math.round(numbers.next().value * milliseconds);
      const build = await killedBuild(at, { killedAfter });
      broken.push(...build.broken.map((what) => `killed after ${killedAfter} ms: ${what}`));
      if (build.isKilled) killed += 1;
      await reset(at);
    }
    tell(killed, `of ${KILLS} builds that were killed at any moment, before they had ended`);
    expect(broken).toEqual([]);
  });

  it("ends with 0 exactly when the new site is there, and in words, when the system fails", async () => {
    const numbers = random();
    const broken: string[] = [];
    for (let n = 0; n < ERRORS; n += 1) {
      // Every other one at the end, where the site is put in its place; and every other pair keeps nothing.
      const from = n % 2 === 0 ? 0 : 0.7;
      const keeps = n % 4 > 1;
      const number = from + numbers.next().value * (1 - from);
      const step = 1 + Math.floor(number * steps);
      const code = ERROR_CODES[n % ERROR_CODES.length];
      const found = await failedBuild(at, { step: `fail ${ALL} ${step} ${code}`, keeps });
      broken.push(
        ...found.map((what) => `${code} at step ${step}${keeps ? "" : " of a build that keeps nothing"}: ${what}`),
      );
      await reset(at);
    }
    tell(ERRORS, "errors of the system");
    expect(broken).toEqual([]);
  });

  it.runIf(isThorough && hasStrace())(
    "leaves it so when it is killed at a system call that changes something",
    async () => {
      const broken: string[] = [];
      let tried = 0;
      const calls = await systemCallsOf(at);
      await reset(at);
      expect(calls.length).toBeGreaterThan(50);
      for (const killedAtCall of calls.filter((_, index) => index % CALL_STRIDE === CALL_STRIDE - 1)) {
        const { isKilled, broken: found } = await killedBuild(at, { killedAtCall });
        broken.push(...found.map((what) => `killed at ${killedAtCall.name} ${killedAtCall.nth}: ${what}`));
        if (isKilled) tried += 1;
        await reset(at);
      }
      expect(tried).toBeGreaterThan(0);
      tell(tried, "system calls at which it was killed");
      expect(broken).toEqual([]);
    },
  );

  it("ends with 0 exactly when the new site is there, on a small disk that is full", async (context) => {
    const root = temporaryFolder();
    const unmount = mountSmallDisk(root, 8);
    if (typeof unmount === "string") return context.skip(unmount);
    try {
      const small = await stage({ root, isLive });
      const size = Object.values(small.next).reduce((sum, text) => sum + text.length + 4096, 0);
      const seen = new Set<boolean>();
      const all: string[] = [];
      let tried = 0;
      for (let left = 0; left <= size * 2; left += size / (LONG > 0 ? 60 : runs(1, 6))) {
        const { broken, isNew } = await buildOnFullDisk(small, left);
        all.push(...broken.map((what) => `with ${left} bytes left: ${what}`));
        seen.add(isNew);
        tried += 1;
        await reset(small);
      }
      tell(tried, "sizes of what was left on a small disk");
      expect(all).toEqual([]);
      expect([...seen].sort()).toEqual([false, true]);
      if (!isThorough || isLive) return;
      const planted = await buildOnFullDisk(small, 0, { planted: "says that all is well" });
      expect(planted.broken, "a fault that is planted").toContain("exit code 0, and the site is old");
    } finally {
      unmount();
    }
  });

  it.runIf(isThorough)("is done by one build at a time", async () => {
    const broken: string[] = [];
    for (let n = 0; n < PAIRS; n += 1) {
      broken.push(...(await twoBuilds(at)).map((what) => `pair ${n}: ${what}`));
      await reset(at);
    }
    tell(PAIRS, "pairs of builds");
    expect(broken).toEqual([]);
  });

  describe.runIf(isThorough && !isLive)("with a fault that is planted, is found out:", () => {
    const planted = "copies in place of renaming";
    // A build that keeps nothing does little but publish.
    const keeps = false;

    /** Whether one of the builds of a program that copies, killed each in its way, leaves a torn site. */
    async function isTorn(kills: readonly Disturbance[]): Promise<boolean> {
      const torn = await stage();
      for (const kill of kills) {
        const { broken } = await killedBuild(torn, { ...kill, planted, keeps });
        if (/torn site|after the next start there is neither/.test(broken.join())) return true;
        await reset(torn);
      }
      return false;
    }

    it("a site that is copied to its place file by file, and killed", async () => {
      // The copy comes after all that was written before.
      const length = await lastStep(WRITING, keeps);
      const numbers = Array.from({ length }, (_, index) => index).slice(length / 2);
      const steps = numbers.filter((step) => step % 9 === 0);
      expect(await isTorn(steps.map((step) => ({ step: `kill ${WRITING} ${step}` })))).toBe(true);
    });

    it.runIf(hasStrace())("the same, killed at a system call", async () => {
      const calls = (await systemCallsOf(await stage(), { planted, keeps })).filter((_, index) => index % 9 === 0);
      expect(await isTorn(calls.slice(calls.length / 3).map((killedAtCall) => ({ killedAtCall })))).toBe(true);
    });

    it("an exit code that says that all is well", async () => {
      const step = "fail mkdtempSync 1 ENOSPC";
      expect(await failedBuild(at, { step, planted: "says that all is well" })).toContain(
        "exit code 0, and the site is old",
      );
    });

    it("a lock that keeps nobody out", async () => {
      // The first rename gets the lock, the second sets the old site aside.
      expect(await twoBuilds(at, "takes every lock", "wait renameSync 2")).not.toEqual([]);
    });
  });
});

describe("a reader who fetches pages all the while", { timeout: 60 * 60 * 1000 }, () => {
  it("gets every page, whole, while a site is published live", async () => {
    const at = await stage({ isLive: true });
    const fetched = await whileRead(at, async (round) => {
      for (let n = 0; n < PUBLISHED_WHILE_READ; n += 1) {
        const before = round();
        expect((await build(at, n % 2 === 0 ? "next" : "old")).code).toBe(0);
        await vi.waitFor(() => expect(round()).toBeGreaterThan(before), { timeout: WAIT, interval: 5 });
      }
    });
    expect(fetched).toMatchObject({ missing: 0, wrong: 0 });
    // Both sites were there.
    expect(fetched.kinds).toBeGreaterThan(Object.keys(at.old).length);
  });

  it.runIf(isThorough)(
    "misses pages between the two renames by which a folder is replaced: the harness finds that",
    async () => {
      const at = await stage();
      const flag = join(at.root, "between");
      const fetched = await whileRead(at, async (round) => {
        // The first rename gets the lock, the second sets the old site aside.
        const ended = build(at, "next", { keeps: false, step: `wait renameSync 3 ${flag}` });
        await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 5 });
        const before = round();
        await vi.waitFor(() => expect(round()).toBeGreaterThan(before), { timeout: WAIT, interval: 5 });
        rmSync(flag);
        expect((await ended).code).toBe(0);
      });
      expect(fetched.missing).toBeGreaterThan(0);
    },
  );
});
