import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import timers from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { holdOutput } from "../../src/io/hold-output.ts";
import { publish } from "../../src/io/publish.ts";
import { PublishError } from "../../src/io/publish-error.ts";
import { formatSystemError } from "../../src/io/system-errors.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";
import { isThorough } from "../lane.ts";

/** What each error is told as, wherever it comes. */
const WORDS = {
  ENOSPC: /no space left on the disk/,
  EDQUOT: /used up your quota/,
  EIO: /gives an error/,
  EMFILE: /too many files are open/,
  ENFILE: /too many files are open on this computer/,
  EROFS: /its disk is read-only|cannot be written to/,
  EACCES: /you have no permission|cannot be written to/,
  EPERM: /you have no permission|cannot be written to/,
  ENAMETOOLONG: /is too long/,
  EBUSY: /in use by another program|cannot be written to|cannot be replaced/,
  ELOOP: /a symbolic link that leads to itself|cannot be written to/,
  ENOENT: /no longer exists|cannot be written to/,
} as const;
const CODES = Object.keys(WORDS) as readonly (keyof typeof WORDS)[];

/** Every call by which a site is published, or its output held. What existsSync is told of an error is that nothing is there. */
const CALLS = [
  "mkdirSync",
  "mkdtempSync",
  "writeFileSync",
  "utimesSync",
  "renameSync",
  "symlinkSync",
  "readlinkSync",
  "readFileSync",
  "readdirSync",
  "statSync",
  "lstatSync",
  "realpathSync",
  "chmodSync",
  "unlinkSync",
  "rmdirSync",
  "rmSync",
] as const;

let giveBack: readonly (() => void)[] = [];
afterEach(() => {
  for (const back of giveBack) back();
  giveBack = [];
  syncBuiltinESMExports();
  vi.restoreAllMocks();
});

/** Calls of the system, of which the nth gives an error; how many there were. */
function failAt(nth: number, code: string): { readonly count: () => number; readonly end: () => void } {
  let count = 0;
  giveBack = CALLS.map((name) => {
    const real: unknown = Reflect.get(fs, name);
    if (typeof real !== "function") throw new Error(`there is no ${name}`);
    const failing = (...args: readonly unknown[]): unknown => {
      count += 1;
      if (count === nth)
        throw Object.assign(new Error(`${code}: Qxonez`), { code, syscall: name.replace("Sync", ""), path: args[0] });
      return Reflect.apply(real, fs, args);
    };
    Reflect.set(fs, name, Object.assign(failing, real));
    return () => void Reflect.set(fs, name, real);
  });
  // Nobody reads the old site, so nobody is waited for.
  const wait = timers.setTimeout;
  timers.setTimeout = async <Value>(_after?: number, value?: Value): Promise<Value> => value as Value;
  giveBack = [
    ...giveBack,
    () => {
      timers.setTimeout = wait;
    },
  ];
  syncBuiltinESMExports();
  return {
    count: () => count,
    end: () => {
      for (const back of giveBack) back();
      giveBack = [];
      syncBuiltinESMExports();
    },
  };
}

const HOME = '<!doctype html><meta name="generator" content="Scrutineer">';

function siteOf(text: string) {
  return Object.entries({ "index.html": HOME, "reports/a/index.html": text }).map(([path, words]) => ({
    path,
    content: { text: words },
  }));
}

/** What is at the output, and beside it. */
interface Found {
  readonly text: string | undefined;
  readonly left: readonly string[];
}

function found(root: string): Found {
  const page = join(root, "dist/reports/a/index.html");
  const releases = join(root, ".dist.scrutineer-releases");
  const left = fs.readdirSync(root).filter((name) => /scrutineer-(?!releases)/.test(name));
  return {
    text: fs.existsSync(page) ? fs.readFileSync(page, "utf8") : undefined,
    left: fs.existsSync(releases) && fs.readdirSync(releases).length > 1 ? [...left, "a release"] : left,
  };
}

describe.each([
  ["in the place of a folder", false],
  ["live", true],
])("an error of the system at each step of publishing %s", (_how, isLive) => {
  /** Publishes over an old site, and gives an error to the nth call. */
  async function publishFailing(nth: number, code: string) {
    const root = temporaryFolder();
    const out = join(root, "dist");
    writeFiles(root, { "content/reports/a.md": "" });
    const run = (text: string): Promise<unknown> =>
      holdOutput(out, () =>
        publish(siteOf(text), { folder: join(root, "content"), attachments: new Map() }, out, {
          edition: "public",
          live: isLive ? { isStillPublic: () => true } : undefined,
        }),
      );
    await run("old");
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const failing = failAt(nth, code);
    const error: unknown = await run("new").then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    failing.end();
    // The lock goes with the process at the latest.
    fs.rmSync(join(root, ".dist.scrutineer-lock"), { recursive: true, force: true });
    const then = found(root);
    await holdOutput(out, async () => {});
    vi.restoreAllMocks();
    return { error, said: said.join(""), then, next: found(root), count: failing.count(), root };
  }

  it("is told in its own words, leaves the old site or, if it comes after, the new one, and the next start leaves nothing", async () => {
    const { count } = await publishFailing(Number.POSITIVE_INFINITY, "EIO");
    expect(count).toBeGreaterThan(40);
    let failed = 0;
    let tried = 0;
    for (let nth = 1; nth <= count; nth += isThorough ? 1 : 5)
      for (const code of isThorough ? CODES : [CODES[nth % CODES.length] ?? "EIO"]) {
        tried += 1;
        const { error, said, then, next } = await publishFailing(nth, code);
        const what = `${code} at step ${nth} of ${count}: ${String(error)} ${said}`;
        if (error === undefined) {
          expect(then.text, what).toBe("new");
          expect(said, what).toMatch(/^$|^(?:warning|note): /);
        } else {
          failed += 1;
          expect(then.text, what).toBe("old");
          const words = error instanceof PublishError ? error.message : formatSystemError(error);
          expect(words, what).toMatch(WORDS[code]);
          expect(words, what).not.toContain("Qxonez");
        }
        expect(next.text, what).toBe(then.text);
        expect(next.left, what).toEqual([]);
      }
    expect(failed).toBeGreaterThan(tried / 3);
  });
});
