import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CAN_RUN_APART } from "../io/begun-apart.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { formatStopped, holdOutput } from "../io/hold-output.ts";
import { makeWorkFolder } from "../io/killed-runs.ts";
import { progressLine } from "../io/progress-line.ts";
import { PublishError } from "../io/publish-error.ts";
import { EDITIONS, editionIn, editionOfPage, SAYS_EDITION_WITHIN } from "../io/published-edition.ts";
import { entriesIn, entryOf } from "../io/published-files.ts";
import { outputOfApart, runApart } from "../io/run-apart.ts";
import { fileOnHost, type HostedFile } from "../io/site-on-host.ts";
import { secondsSince } from "../io/terminal.ts";
import type { Edition } from "../model/settings.ts";
import { type Difference, differencesOf, doubtfulPaths } from "../outputs/compare-sites.ts";
import { type ManifestEntries, type ManifestEntry, manifestText, pathsInManifest } from "../outputs/manifest.ts";
import { ADDRESSES } from "../outputs/page.ts";
import { inNumber } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import { type BuildCommandOptions, keptFolders, runBuild } from "./build.ts";

export interface VerifyCommandOptions
  extends Pick<BuildCommandOptions, "edition" | "base" | "asOf" | "keepGoing" | "pdf" | "search"> {
  readonly content: string;
  /** A cache of builds from which what was made is taken; none, if none is named. */
  readonly cache?: string | undefined;
  readonly color?: boolean | undefined;
}

/** What is found at a published site, of the files that it should have and of others. */
interface Found {
  readonly entries: ManifestEntries;
  /** Files that are there, beyond those that were asked for; what they hold is not looked at. */
  readonly others: readonly string[];
  readonly unread: ReadonlyMap<string, string>;
  /** What could not be looked for, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Makes a site again and compares it with one that is published, in a folder or at an address; gives the exit code: 1 where they differ or the
 * content has errors, 2 where not all of it could be read. Throws `ContentFolderError` where there is no such site.
 */
export async function runVerify(site: string, options: VerifyCommandOptions): Promise<number> {
  const started = performance.now();
  const { content, edition, color = true } = options;
  const root = siteRoot(site);
  if (root === undefined) refuseFolder(site, edition);
  const nothing = `nothing was compared with ${site}`;
  const given = outputOfApart(nothing);
  refuseTemporaryFolder();
  // What a killed run leaves there is deleted at the next.
  const place = given ?? join(tmpdir(), `scrutineer-verify-${randomUUID()}`);
  const stopped = formatStopped(place, nothing);
  const build: BuildCommandOptions = {
    ...options,
    out: place,
    cache: options.cache ?? false,
    comparedWith: site,
    printing: { format: "pretty", quiet: true, color },
  };
  if (CAN_RUN_APART && given === undefined)
    return runApart({ output: place, kept: keptFolders(build), stopped, nothing });
  const compare = async (): Promise<0 | 1 | 2> => {
    if (root !== undefined) await refuseHost(root, site, edition);
    const made = join(makeWorkFolder(place), "site");
    const code = await runBuild(content, { ...build, out: made });
    if (code !== 0) return code;
    const { entries: expected } = entriesIn(made);
    const found = root === undefined ? inFolder(site) : await onHost(root, site, expected);
    const hasManifest = found.entries.has(ADDRESSES.manifest);
    const whole = hasManifest ? withManifest(expected, edition) : expected;
    return report(found, whole, { site, edition, started });
  };
  return holdOutput(place, compare, { stopped });
}

function refuseTemporaryFolder(): void {
  const folder = tmpdir();
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new PublishError(`${folder} cannot be written to, where the site is made again: name another with TMPDIR`);
  }
}

/** The address of a site, ending in a slash; nothing, where a folder is meant. Throws `ContentFolderError` where it cannot be asked. */
function siteRoot(site: string): URL | undefined {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(site)) return undefined;
  const root = URL.canParse(site) ? new URL(site) : undefined;
  if (root === undefined || !/^https?:$/.test(root.protocol))
    throw new ContentFolderError(
      `${site} is no address of a site: name one such as https://scrutiny.example.gov.uk/, or a folder`,
    );
  if (root.username !== "" || root.password !== "")
    throw new ContentFolderError("the address has a name or a password in it: compare the folder of the site instead");
  if (root.search !== "" || root.hash !== "")
    throw new ContentFolderError(
      `${site} is the address of something within a site: leave out what begins with ? or #`,
    );
  root.pathname = root.pathname.replace(/(?:index\.html)?$/, "").replace(/\/?$/, "/");
  return root;
}

function refuseFolder(folder: string, edition: Edition): void {
  if (!existsSync(folder)) {
    const isHost = /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+)(?::\d+)?(?:\/|$)/i.test(folder);
    const meant = isHost ? `; if the address of a site is meant, write https://${folder}` : "";
    throw new ContentFolderError(`there is no folder ${folder}${meant}`);
  }
  const isFolder = statSync(folder).isDirectory();
  const there = isFolder ? editionIn(folder) : undefined;
  if (there === undefined)
    throw new ContentFolderError(`${folder} holds no site that scrutineer has made: name the folder of one`);
  if (there !== edition)
    throw new ContentFolderError(
      `${folder} holds the ${EDITIONS[there]}, and was to be compared with the ${EDITIONS[edition]}: name the other with --edition`,
    );
}

/** Asks for the home page before the site is made again, which may take long. */
async function refuseHost(root: URL, site: string, edition: Edition): Promise<void> {
  const home = await fileOnHost(root, "index.html", { mostBytes: SAYS_EDITION_WITHIN, isText: true });
  if (home.kind === "unread") throw new ContentFolderError(`${site} cannot be read: ${home.why}`);
  const there = home.kind === "there" ? editionOfPage(home.text) : undefined;
  if (there === undefined || there === edition) return;
  const shown = `${site} shows the ${EDITIONS[there]}, and was to be compared with the ${EDITIONS[edition]}`;
  const takeDown = "if anybody can open it without a login, take it down at once; else ";
  throw new ContentFolderError(`${shown}: ${there === "members" ? takeDown : ""}name the other with --edition`);
}

function withManifest(expected: ManifestEntries, edition: Edition): ManifestEntries {
  return new Map([...expected, [ADDRESSES.manifest, entryOf(Buffer.from(manifestText(edition, expected)))]]);
}

function inFolder(folder: string): Found {
  return { ...entriesIn(folder), unread: new Map(), notes: [] };
}

/** As many bytes as a manifest may have. */
const MOST_OF_MANIFEST = 64 * 1024 * 1024;
const AT_ONCE = 6;
/** After so many files that cannot be read, no more are asked for. */
const MOST_UNREAD = 20;

/** Asks a host for every file that a site should have, and for such others as it may still have. */
async function onHost(root: URL, site: string, expected: ManifestEntries): Promise<Found> {
  const headers = expected.get(ADDRESSES.headers);
  // Hosts read this file, and show it to nobody.
  const entries = new Map<string, ManifestEntry>(headers === undefined ? [] : [[ADDRESSES.headers, headers]]);
  const unread = new Map<string, string>();
  const wanted = [...expected].filter(([path]) => path !== ADDRESSES.headers);
  const progress = progressLine("Comparing files");
  let done = 0;
  await atOnce(wanted, async ([path, { bytes }]) => {
    if (unread.size > MOST_UNREAD) return;
    const file = await fileOnHost(root, path, { mostBytes: bytes });
    if (file.kind === "there") entries.set(path, file.entry);
    if (file.kind === "unread") unread.set(path, file.why);
    done += 1;
    progress.update(done, wanted.length);
  });
  progress.clear();
  if (unread.size > MOST_UNREAD)
    throw new ContentFolderError(`${site} cannot be read: ${[...unread.values()][0] ?? ""}. Run it again later`);
  const manifest = await fileOnHost(root, ADDRESSES.manifest, { mostBytes: MOST_OF_MANIFEST, isText: true });
  const listed = manifest.kind === "there" ? pathsInManifest(manifest.text) : undefined;
  if (manifest.kind === "there" && listed !== undefined) entries.set(ADDRESSES.manifest, manifest.entry);
  const surplus = await surplusOf(root, [...doubtfulPaths(expected.keys()), ...(listed ?? [])], expected);
  for (const [path, why] of surplus.unread) unread.set(path, why);
  const notes = [
    ...(headers !== undefined ? [`${ADDRESSES.headers} is not shown by hosts, and was not compared.`] : []),
    ...(listed === undefined
      ? [
          "There is no manifest.json (build --manifest), so of files that should not be there only few could be looked for.",
        ]
      : []),
    ...surplus.notes,
  ];
  return { entries, others: surplus.others, unread, notes };
}

/** Of paths at which nothing should be, those at which something is. */
async function surplusOf(
  root: URL,
  paths: readonly string[],
  expected: ManifestEntries,
): Promise<Pick<Found, "others" | "unread" | "notes">> {
  const doubtful = [...new Set(paths)].filter((path) => !expected.has(path) && path !== ADDRESSES.manifest);
  const nowhere = await fileOnHost(root, `${randomUUID()}/index.html`, { mostBytes: 0 });
  if (nowhere.kind !== "absent")
    return {
      others: [],
      unread: new Map(),
      notes: ["The host answers for pages that are not there, so files that should not be there cannot be found."],
    };
  const [others, unread]: [string[], Map<string, string>] = [[], new Map()];
  await atOnce(doubtful, async (path) => {
    const file: HostedFile = await fileOnHost(root, path, { mostBytes: 0 });
    if (file.kind === "there") others.push(path);
    if (file.kind === "unread") unread.set(path, file.why);
  });
  return { others, unread, notes: [] };
}

/** Takes each step of a list, some of them at the same time. */
async function atOnce<Item>(items: readonly Item[], step: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await step(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const KINDS: Readonly<Record<Difference["kind"], (files: string) => string>> = {
  missing: (files) => `${files} missing`,
  other: (files) => `${files} other than the content makes`,
  more: (files) => `${files} there that should not be`,
};

const OTHER_OPTIONS =
  "Was the site built with other options, such as --base or --as-of today? Then give verify the same.";

interface Compared {
  readonly site: string;
  readonly edition: Edition;
  readonly started: number;
}

/** Prints what differs, a line for each file, and in the end how much; gives the exit code. */
function report(found: Found, expected: ManifestEntries, { site, edition, started }: Compared): 0 | 1 | 2 {
  const differences = differencesOf(expected, found.entries, found.others, found.unread);
  // Names of files of the members' edition may say what is withheld, and logs may be public.
  if (edition === "public") {
    for (const { kind, path } of differences) process.stdout.write(`${kind.padEnd(8)} ${printable(path)}\n`);
    for (const [path, why] of found.unread) process.stdout.write(`unread   ${printable(path)}: ${why}\n`);
  }
  const counts = (["missing", "other", "more"] as const).flatMap((kind) => {
    const count = differences.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [KINDS[kind](`${inNumber(count, "file")} ${count === 1 ? "is" : "are"}`)];
  });
  const unread = found.unread.size === 0 ? [] : [`${inNumber(found.unread.size, "file")} could not be read`];
  const what = [...counts, ...unread];
  const sentence =
    what.length === 0
      ? `${site} is what the content makes, ${inNumber(expected.size, "file")}`
      : `${site}: ${what.join(", ")}`;
  const notes = differences.some(({ kind }) => kind === "other") ? [OTHER_OPTIONS, ...found.notes] : found.notes;
  process.stderr.write(`${[sentence, secondsSince(started)].join(": ")}\n${notes.map((note) => `${note}\n`).join("")}`);
  if (differences.length > 0) return 1;
  return unread.length > 0 ? 2 : 0;
}
