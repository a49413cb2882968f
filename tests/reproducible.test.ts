import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { CLI, PAGES_ALONE } from "./compiled-cli.ts";
import { filesIn, temporaryFolder } from "./content-folders.ts";
import { isThorough, runs } from "./lane.ts";

const CONTENT = fileURLToPath(new URL("../content", import.meta.url));
const SMALL = fileURLToPath(new URL("sites/continuous/content", import.meta.url));
const CORPUS = fileURLToPath(new URL("../bench/corpus.mjs", import.meta.url));
const OTHER_CLOCK = new URL("other-clock.mjs", import.meta.url).href;

/** How many made-up reports are built: SCRUTINEER_REPRODUCED=1000 for a long run. */
const REPORTS = Number(process.env["SCRUTINEER_REPRODUCED"] ?? (isThorough ? 40 : 3));

/** Other Nodes that build, too, for a long run: SCRUTINEER_NODES=/opt/node22/bin/node:/opt/node24/bin/node. */
const OTHER_NODES = (process.env["SCRUTINEER_NODES"] ?? "").split(delimiter).filter((path) => path !== "");

interface Surroundings {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly umask: string;
  /** In which order the files are put into the content folder, which is that in which many disks list them. */
  readonly order: (paths: readonly string[]) => readonly string[];
  /** The program, with its arguments, by which the build is started, such as one that gives it fewer cores. */
  readonly starter: readonly string[];
  /** The Node that the program runs on. */
  readonly node: string;
  /** The number of the user whose build it is. */
  readonly user?: number;
}

const USUAL: Surroundings = {
  folder: "a",
  variables: { TZ: "UTC", LANG: "C" },
  umask: "022",
  order: (paths) => paths,
  starter: [],
  node: process.execPath,
};

/** Where the machine has such a program, and lets it do this. */
function ifPossible(what: string, other: Partial<Surroundings>): readonly (readonly [string, Partial<Surroundings>])[] {
  const [program = "", ...args] = other.starter ?? [];
  try {
    execFileSync(program, [...args, "true"], { stdio: "ignore" });
    return [[what, other]];
  } catch {
    return [];
  }
}

/** A user without rights, where the tests may build as another at all. */
const NOBODY = 65_534;

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
  ["few threads", { variables: { UV_THREADPOOL_SIZE: "1", RAYON_NUM_THREADS: "1" } }],
  ["another clock", { variables: { TZ: "UTC", LANG: "C", NODE_OPTIONS: `--import=${OTHER_CLOCK}` } }],
  ...ifPossible("one core", { starter: ["taskset", "-c", "0"] }),
  ...ifPossible("another host", {
    starter: ["unshare", "--uts", "sh", "-c", 'hostname other.example && exec "$@"', "sh"],
  }),
  ...OTHER_NODES.map((node) => [`another Node, ${node}`, { node }] as const),
  ...(process.getuid?.() === 0 ? [["another user", { user: NOBODY }] as const] : []),
];

/** As much as one build can have of what another has not. */
const ALL_ELSE: Partial<Surroundings> = {
  folder: "b/scrutiny reports (2026) ä",
  variables: {
    TZ: "Pacific/Kiritimati",
    LANG: "sv_SE.UTF-8",
    LC_ALL: "sv_SE.UTF-8",
    HOME: "/nonexistent",
    USER: "somebody",
    UV_THREADPOOL_SIZE: "1",
    NODE_OPTIONS: `--import=${OTHER_CLOCK}`,
  },
  umask: "077",
  order: (paths) => paths.toReversed(),
  starter: ifPossible("one core", { starter: ["taskset", "-c", "0"] })[0]?.[1].starter ?? [],
};

function pathsIn(content: string): readonly string[] {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(content.length + 1))
    .sort();
}

/** What is built, and with which flags. */
interface Built {
  readonly content: string;
  readonly flags: readonly string[];
  /** A file to which a paragraph is added. */
  readonly planted?: string;
}

/** The quick lane builds a small site. */
const SAMPLE: Built = { content: isThorough ? CONTENT : SMALL, flags: PAGES_ALONE };

/** Builds a site there, and gives the digest of each of its files, by its path. */
async function digestsIn(
  surroundings: Partial<Surroundings>,
  { content, flags, planted = "" } = SAMPLE,
): Promise<Readonly<Record<string, string>>> {
  const { folder, variables, umask, order, starter, node, user } = { ...USUAL, ...surroundings };
  const above = temporaryFolder();
  const root = join(above, folder);
  for (const path of order(pathsIn(content))) {
    mkdirSync(dirname(join(root, "content", path)), { recursive: true });
    cpSync(join(content, path), join(root, "content", path));
  }
  if (user !== undefined) for (const path of [above, root]) chownSync(path, user, user);
  if (planted !== "") {
    const file = join(root, "content", planted);
    writeFileSync(file, `${readFileSync(file, "utf8")}\nOne more paragraph.\n`);
  }
  const program = [...starter, node, CLI];
  const command = [...program, "build", "content", "--out", "dist", "--quiet", "--manifest", "--no-cache", ...flags];
  await promisify(execFile)("sh", ["-c", 'umask "$1"; shift; exec "$@"', "sh", umask, ...command], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...variables },
    maxBuffer: 2 ** 28,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const digests = Object.entries(filesIn(join(root, "dist"))).map(
    ([path, text]) => [path, createHash("sha256").update(text, "latin1").digest("hex")] as const,
  );
  return Object.fromEntries(digests);
}

it("a site has the same bytes wherever it is built", async () => {
  const usual = await digestsIn(USUAL);
  expect(Object.keys(usual).length).toBeGreaterThan(runs(20, 100));
  for (const [what, other] of isThorough ? OTHERS : [["all else", ALL_ELSE] as const])
    expect(await digestsIn(other), what).toEqual(usual);
  // The comparison can fail.
  const planted = pathsIn(SAMPLE.content).find((path) => /^(?:pages|reports)\/.*\.md$/.test(path)) ?? "";
  expect(await digestsIn({}, { ...SAMPLE, planted })).not.toEqual(usual);
});

it.runIf(isThorough)(
  "made-up reports, with their PDFs and the search, have the same bytes where all else is other",
  async () => {
    const content = join(temporaryFolder(), "content");
    execFileSync(process.execPath, [CORPUS, "--out", content, "--reports", String(REPORTS)], { stdio: "ignore" });
    const corpus: Built = { content, flags: [] };
    const usual = await digestsIn(USUAL, corpus);
    expect(Object.keys(usual).filter((path) => path.endsWith(".pdf"))).not.toHaveLength(0);
    expect(Object.keys(usual).filter((path) => path.startsWith("pagefind/"))).not.toHaveLength(0);
    for (const node of OTHER_NODES.length > 0 ? OTHER_NODES : [process.execPath])
      expect(await digestsIn({ ...ALL_ELSE, node }, corpus), node).toEqual(usual);
  },
);
