import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isThorough, runs } from "../lane.ts";
import { ALL, build, failedBuild, killedBuild, reset, type Stage, stage, twoBuilds, WRITING } from "./publishing.ts";

/** The long form: so many random kills and so many errors; a tenth of it as many pairs of builds. */
const LONG = Number(process.env["SCRUTINEER_FAULTS"] ?? 0);
const KILLS = LONG || runs(2, 4);
const ERRORS = LONG || runs(4, 10);
const PAIRS = Math.ceil(LONG / 10) || runs(1, 3);
/** Between two steps of the disk at which a build is killed. */
const STRIDE = LONG > 0 ? 1 : runs(40, 15);

const ERROR_CODES = ["ENOSPC", "EIO", "EMFILE", "EROFS", "EACCES", "EDQUOT", "ENFILE", "EPERM"] as const;

/** Numbers from 0 to 1 that are the same at each run. */
function* random(seed = Number(process.env["SCRUTINEER_SEED"] ?? 20261130)): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

// A long run takes hours.
describe("publishing", { timeout: 24 * 60 * 60 * 1000 }, () => {
  let at: Stage;
  /** How many steps of the disk a build takes, how many of them change something, and how long it takes on this machine. */
  let steps = 0;
  let changes = 0;
  let milliseconds = 0;
  beforeAll(async () => {
    at = await stage();
    const started = performance.now();
    await build(at.root, "old", { step: `fail ${ALL} 1000000 EIO` });
    milliseconds = performance.now() - started;
    steps = await lastStep(ALL);
    changes = await lastStep(WRITING);
    await reset(at);
  });

  /** How many of these steps a build takes. */
  async function lastStep(names: string): Promise<number> {
    const file = join(at.root, "count");
    await build(at.root, "old", { step: `count ${names} 1000000 ${file}` });
    return Number(readFileSync(file, "utf8"));
  }

  it("leaves the old site or the new one, whole, when it is killed at a step of the disk", async () => {
    expect(changes).toBeGreaterThan(50);
    for (let step = 1; step <= changes; step += STRIDE) {
      const broken = await killedBuild(at, { step: `kill ${WRITING} ${step}` });
      expect(broken, `killed at step ${step}`).toEqual([]);
      await reset(at);
    }
  });

  it("leaves it so when it is killed at any moment", async () => {
    const numbers = random();
    for (let n = 0; n < KILLS; n += 1) {
      const killedAfter = Math.round(numbers.next().value * milliseconds);
      expect(await killedBuild(at, { killedAfter }), `killed after ${killedAfter} ms`).toEqual([]);
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

  it("is done by one build at a time", async () => {
    for (let n = 0; n < PAIRS; n += 1) {
      expect(await twoBuilds(at), `pair ${n}`).toEqual([]);
      await reset(at);
    }
  });

  describe.runIf(isThorough)("with a fault that is planted, is found out:", () => {
    it("a site that is copied to its place file by file, and killed", async () => {
      const found: string[] = [];
      // The copy comes after all that was written before.
      for (let step = Math.floor(changes / 2); found.length === 0 && step < changes * 2; step += 9) {
        at = await stage();
        found.push(
          ...(await killedBuild(at, { step: `kill ${WRITING} ${step}`, planted: "copies in place of renaming" })),
        );
      }
      expect(found.join()).toMatch(/torn site|after the next start there is neither/);
      at = await stage();
    });

    it("an exit code that says that all is well", async () => {
      const step = `fail ${ALL} ${Math.floor(steps / 2)} ENOSPC`;
      expect(await failedBuild(at, { step, planted: "says that all is well" })).toContain(
        "exit code 0, and the site is old",
      );
    });
  });
});
