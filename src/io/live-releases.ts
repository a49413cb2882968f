import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ManifestEntries } from "../outputs/manifest.ts";
import { besideOutput, forgetBesideOutput } from "./beside-output.ts";
import { nameOfReleases, releaseLinked } from "./live-link.ts";
import { PublishError } from "./publish-error.ts";
import { entriesIn } from "./published-files.ts";
import { swept } from "./swept.ts";
import { formatSystemError } from "./system-errors.ts";

/*
 * A site that is published live is a symbolic link, and what it leads to, a release, lies beside it. A new release takes the place of the old
 * one as another link is renamed to the first: whoever opens a file has one of the old site or one of the new one at any moment.
 */

/** Throws `PublishError` where no site can be published live at a place, in whose folder `work` lies. */
export function refuseWithoutLinks(work: string, output: string): void {
  if (process.platform === "win32") throw noLinks(output, "Windows puts no link in the place of another in one step");
  const probe = join(work, "probe");
  try {
    symlinkSync("nowhere", `${probe}-new`);
    symlinkSync("nowhere", probe);
    renameSync(`${probe}-new`, probe);
  } catch (error) {
    const words = WITHOUT_LINKS.has(codeOf(error)) ? undefined : formatSystemError(error, work);
    throw words === undefined
      ? noLinks(output, "the disk of its folder keeps no symbolic links")
      : new PublishError(words);
  } finally {
    for (const path of [probe, `${probe}-new`]) rmSync(path, { force: true });
  }
}

function noLinks(output: string, why: string): PublishError {
  return new PublishError(
    `${output} cannot be published with --live, because ${why}: leave --live out, or name a folder on another disk with --out`,
  );
}

const WITHOUT_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL", "EIO"]);

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** What is put in its place. */
interface PutLive {
  readonly work: string;
  readonly staged: string;
  /** Where `setAside` puts the folder of a site that was not published live before. */
  readonly aside: string;
  readonly setAside: () => void;
}

/**
 * Makes a release of what is staged, and the link to it; puts that in the place of the link to the old release, or, the first time, of
 * a folder, which is set aside. Where that does not succeed, or what is there then cannot be looked at, the
 * old one is put back. Says whether what is there is what was staged.
 */
export function putLive(place: string, { work, staged, aside, setAside }: PutLive, isAsStaged: () => boolean): boolean {
  const releases = besideOutput(place, "releases");
  const release = basename(work);
  const link = join(work, "link");
  const before = releaseLinked(place);
  let isThere = false;
  try {
    mkdirSync(releases, { recursive: true });
    renameSync(staged, join(releases, release));
    symlinkSync(join(nameOfReleases(place), release), link);
    if (before === undefined && existsSync(place)) setAside();
    renameSync(link, place);
    isThere = true;
    return isAsStaged();
  } catch (error) {
    if (isThere && before !== undefined) {
      symlinkSync(join(nameOfReleases(place), before), link);
      renameSync(link, place);
    } else if (isThere) renameSync(place, link);
    if (existsSync(aside)) renameSync(aside, place);
    swept(() => sweepReleases(place));
    throw error;
  }
}

/** In milliseconds: longer than any server takes from finding where a page is to opening it. */
const IN_FLIGHT = 1000;

/**
 * Deletes the releases to which the link no longer leads. Those that may hold what was withheld or withdrawn since lose that first and at
 * once; only what is public still stays for a moment, for readers to whom a page is being sent. `current` is what the new release holds.
 */
export async function retireReleases(
  place: string,
  current: ManifestEntries,
  isStillPublic: (path: string) => boolean,
): Promise<void> {
  let isRead = false;
  swept(() => {
    for (const release of otherReleases(place)) {
      isRead = true;
      const changed = changedIn(release, current);
      if (changed.every(isStillPublic)) continue;
      // What was doubtful by itself goes before the lists and the index that may name it.
      const first = changed.filter((path) => !isStillPublic(path));
      for (const path of [...first, ...changed]) rmSync(join(release, path), { force: true });
    }
  });
  if (!isRead) return;
  await untilNobodyReads();
  swept(() => sweepReleases(place));
}

/** Waits for the readers of an old release, unless the program is told to stop. */
async function untilNobodyReads(): Promise<void> {
  const cut = new AbortController();
  const stop = (): void => cut.abort();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, stop);
  await wait(IN_FLIGHT, undefined, { signal: cut.signal }).catch(() => {});
  for (const signal of signals) process.off(signal, stop);
}

/** The paths, in a release, of what the new one does not have, or has otherwise. */
function changedIn(release: string, current: ManifestEntries): readonly string[] {
  const { entries, others } = entriesIn(release);
  const changed = [...entries].filter(([path, { sha256 }]) => current.get(path)?.sha256 !== sha256);
  return [...changed.map(([path]) => path), ...others];
}

/**
 * Deletes every release but the one to which the link at a place leads, and all of them where no link does and a site is there. Says
 * whether there was one.
 */
export function sweepReleases(place: string): boolean {
  const retired = otherReleases(place);
  for (const release of retired) rmSync(release, { recursive: true, force: true });
  if (releaseLinked(place) === undefined && existsSync(place)) forgetBesideOutput(place, "releases");
  return retired.length > 0;
}

function otherReleases(place: string): readonly string[] {
  const releases = besideOutput(place, "releases");
  const linked = releaseLinked(place);
  if (!existsSync(releases) || !existsSync(place)) return [];
  return readdirSync(releases)
    .filter((name) => name !== linked)
    .map((name) => join(releases, name));
}
