import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { CLI, PAGES_ALONE } from "./compiled-cli.ts";
import { filesIn, temporaryFolder } from "./content-folders.ts";
import { rows } from "./lane.ts";

const CONTENT = fileURLToPath(new URL("../content", import.meta.url));

interface Surroundings {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly umask: string;
  /** In which order the files are put into the content folder, which is that in which many disks list them. */
  readonly order: (paths: readonly string[]) => readonly string[];
}

const USUAL: Surroundings = { folder: "a", variables: { TZ: "UTC", LANG: "C" }, umask: "022", order: (paths) => paths };

const OTHERS: readonly (readonly [string, Partial<Surroundings>])[] = [
  ["a folder of another name, longer and with signs", { folder: "b/scrutiny reports (2026) ä" }],
  ["another time zone, where it is another day", { variables: { TZ: "Pacific/Kiritimati", LANG: "C" } }],
  [
    "another language, in which words are in another order",
    { variables: { TZ: "UTC", LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8" } },
  ],
  [
    "another user's files and home",
    { umask: "077", variables: { HOME: "/nonexistent", USER: "somebody", LOGNAME: "somebody" } },
  ],
  ["files in the other order", { order: (paths) => paths.toReversed() }],
  ["one core, as the system says", { variables: { UV_THREADPOOL_SIZE: "1", RAYON_NUM_THREADS: "1" } }],
];

const paths = readdirSync(CONTENT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(CONTENT.length + 1))
  .sort();

/** Builds the sample site there, and gives the digest of each of its files, by its path. */
async function digestsIn(surroundings: Partial<Surroundings>, planted = ""): Promise<Readonly<Record<string, string>>> {
  const { folder, variables, umask, order } = { ...USUAL, ...surroundings };
  const root = join(temporaryFolder(), folder);
  for (const path of order(paths)) {
    mkdirSync(dirname(join(root, "content", path)), { recursive: true });
    cpSync(join(CONTENT, path), join(root, "content", path));
  }
  if (planted !== "") {
    const file = join(root, "content", planted);
    writeFileSync(file, `${readFileSync(file, "utf8")}\nOne more paragraph.\n`);
  }
  const command = [process.execPath, CLI, "build", "content", "--out", "dist", "--quiet", "--manifest", ...PAGES_ALONE];
  await promisify(execFile)("sh", ["-c", 'umask "$1"; shift; exec "$@"', "sh", umask, ...command], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...variables },
  });
  const digests = Object.entries(filesIn(join(root, "dist"))).map(
    ([path, text]) => [path, createHash("sha256").update(text, "latin1").digest("hex")] as const,
  );
  return Object.fromEntries(digests);
}

it("the sample site has the same bytes wherever it is built", async () => {
  const usual = await digestsIn(USUAL);
  expect(Object.keys(usual).length).toBeGreaterThan(100);
  for (const [what, other] of rows(OTHERS, 1)) expect(await digestsIn(other), what).toEqual(usual);
  // The comparison can fail.
  const planted = paths.find((path) => /^pages\/.*\.md$/.test(path)) ?? "";
  expect(await digestsIn({}, planted)).not.toEqual(usual);
});
