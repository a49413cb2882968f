import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { WAIT } from "../compiled-cli.ts";
import { temporaryFolder } from "../content-folders.ts";
import { isThorough, runs } from "../lane.ts";
import {
  ALL,
  build,
  buildOnFullDisk,
  failedBuild,
  hasStrace,
  killedBuild,
  mountSmallDisk,
  reset,
  type Stage,
  stage,
  twoBuilds,
  WRITING,
  whileRead,
} from "./publishing.ts";

/** The long form: so many random kills and so many errors; a tenth of it as many pairs of builds. */
const LONG = Number(process.env["SCRUTINEER_FAULTS"] ?? 0);
const KILLS = LONG || runs(1, 3);
const ERRORS = LONG || runs(1, 6);
const PAIRS = Math.ceil(LONG / 10) || runs(1, 3);
/** Between two steps of the disk at which a build is killed. */
const STRIDE = LONG > 0 ? 1 : runs(90, 45);

/** Between two system calls at which it is killed by strace, and how often a site is published while it is read. */
const CALL_STRIDE = LONG > 0 ? 1 : runs(300, 250);
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

// A long run takes hours.
describe.each([
  ["", false],
  [" live", true],
])("publishing%s", { timeout: 24 * 60 * 60 * 1000 }, (_how, isLive) => {
  /** The quick lane does a part of it alone with a site that is published live. */
  const isShort = isLive && !isThorough;
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
    await reset(at);
  });

  /** How many of these steps a build takes. */
  async function lastStep(names: string): Promise<number> {
    const file = join(at.root, "count");
    await build(at, "old", { step: `count ${names} 1000000 ${file}` });
    return Number(readFileSync(file, "utf8"));
  }

  it("leaves the old site or the new one, whole, when it is killed at a step of the disk", async () => {
    expect(changes).toBeGreaterThan(50);
    for (let step = 1; step <= changes; step += STRIDE) {
      const { broken } = await killedBuild(at, { step: `kill ${WRITING} ${step}` });
      expect(broken, `killed at step ${step}`).toEqual([]);
      await reset(at);
    }
  });

  it.skipIf(isShort)("leaves it so when it is killed at any moment", async () => {
    const numbers = random();
    for (let n = 0; n < KILLS; n += 1) {
      const killedAfter = Math.round(numbers.next().value * milliseconds);
      expect((await killedBuild(at, { killedAfter })).broken, `killed after ${killedAfter} ms`).toEqual([]);
      await reset(at);
    }
  });

  it("ends with 0 exactly when the new site is there, and in words, when the system fails", async () => {
    const numbers = random();
    for (let n = 0; n < ERRORS; n += 1) {
      // Every other one at the end, where the site is put in its place.
      const from = n % 2 === 0 ? 0 : 0.7;
      const step = 1 + Math.floor((from + numbers.next().value * (1 - from)) * steps);
      const code = ERROR_CODES[n % ERROR_CODES.length];
      expect(await failedBuild(at, { step: `fail ${ALL} ${step} ${code}` }), `${code} at step ${step}`).toEqual([]);
      await reset(at);
    }
  });

  it.skipIf(isShort || !hasStrace())(
    "leaves it so when it is killed at a system call that changes something",
    async () => {
      for (let nth = 1, isOver = false; !isOver; nth += CALL_STRIDE) {
        const { isKilled, broken } = await killedBuild(at, { killedAtCall: nth });
        expect(broken, `killed at call ${nth}`).toEqual([]);
        isOver = !isKilled;
        await reset(at);
      }
    },
  );

  it.skipIf(isShort)(
    "ends with 0 exactly when the new site is there, on a small disk that is full",
    async (context) => {
      const root = temporaryFolder();
      const unmount = mountSmallDisk(root, 8);
      if (typeof unmount === "string") return context.skip(unmount);
      try {
        const small = await stage({ root, isLive });
        const size = Object.values(small.next).reduce((sum, text) => sum + text.length + 4096, 0);
        const seen = new Set<boolean>();
        for (let left = 0; left <= size * 2; left += size / (LONG > 0 ? 60 : runs(1, 6))) {
          const { broken, isNew } = await buildOnFullDisk(small, left);
          expect(broken, `with ${left} bytes left`).toEqual([]);
          seen.add(isNew);
          await reset(small);
        }
        expect([...seen].sort()).toEqual([false, true]);
      } finally {
        unmount();
      }
    },
  );

  it.skipIf(isShort)("is done by one build at a time", async () => {
    for (let n = 0; n < PAIRS; n += 1) {
      expect(await twoBuilds(at), `pair ${n}`).toEqual([]);
      await reset(at);
    }
  });

  describe.runIf(isThorough && !isLive)("with a fault that is planted, is found out:", () => {
    it("a site that is copied to its place file by file, and killed", async () => {
      const found: string[] = [];
      // The copy comes after all that was written before.
      for (let step = Math.floor(changes / 2); found.length === 0 && step < changes * 2; step += 9) {
        at = await stage({ isLive });
        const disturbance = { step: `kill ${WRITING} ${step}`, planted: "copies in place of renaming" } as const;
        found.push(...(await killedBuild(at, disturbance)).broken);
      }
      expect(found.join()).toMatch(/torn site|after the next start there is neither/);
      at = await stage({ isLive });
    });

    it("an exit code that says that all is well", async () => {
      const step = `fail ${ALL} ${Math.floor(steps / 2)} ENOSPC`;
      expect(await failedBuild(at, { step, planted: "says that all is well" })).toContain(
        "exit code 0, and the site is old",
      );
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

  it("misses pages between the two renames by which a folder is replaced: the harness finds that", async () => {
    const at = await stage();
    const flag = join(at.root, "between");
    const fetched = await whileRead(at, async (round) => {
      // The first rename gets the lock, the second sets the old site aside.
      const ended = build(at, "next", { step: `wait renameSync 3 ${flag}` });
      await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: WAIT, interval: 5 });
      const before = round();
      await vi.waitFor(() => expect(round()).toBeGreaterThan(before), { timeout: WAIT, interval: 5 });
      rmSync(flag);
      expect((await ended).code).toBe(0);
    });
    expect(fetched.missing).toBeGreaterThan(0);
  });
});
