import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { oneSpelling } from "../addresses/addresses.ts";
import type { Edition } from "../model/settings.ts";
import type { OutputFile } from "../model/site.ts";
import { type ManifestEntries, type ManifestEntry, manifestText } from "../outputs/manifest.ts";
import { ADDRESSES } from "../outputs/page.ts";
import { hashOf } from "./file-hash.ts";
import { forgetWorkFolder, makeWorkFolder, restoreSite, SET_ASIDE } from "./killed-runs.ts";
import { liesWithin } from "./lies-within.ts";
import { type FileFacts, type ListedTree, listTree, stateOf } from "./listed-tree.ts";
import { placeOf, releaseLinked, releasesAround } from "./live-link.ts";
import { putLive, retireReleases } from "./live-releases.ts";
import { makeFolder } from "./make-folder.ts";
import { PublishError } from "./publish-error.ts";
import { type InspectedFolder, publishedFile } from "./published-bytes.ts";
import { EDITIONS, editionIn, siteAround } from "./published-edition.ts";
import { entryOf, pathWithin } from "./published-files.ts";
import { realPath } from "./real-path.ts";
import {
  isUnchanged,
  keepFolders,
  likeNew,
  lookAtOldSite,
  lookedAtInPlace,
  noSiteAt,
  type OldSite,
  type PlacedSite,
  rememberFiles,
  share,
  takeFolders,
} from "./shared-files.ts";
import { swept } from "./swept.ts";
import { formatSystemError, onFile, shownPath } from "./system-errors.ts";

/**
 * Writes a site: the whole tree in a folder beside the output folder that nobody else opens, then in its place. Until then the old site
 * stays as it was. What is put in its place is read back, and is what was written; what it takes the place of is the same edition. Throws
 * `PublishError` where the folder holds something that is not such a site, or the other edition, or the content. Gives what the next build is to know.
 */
export async function publish(
  files: readonly OutputFile[],
  content: InspectedFolder,
  outputFolder: string,
  options: PublishOptions,
): Promise<PublishedSite> {
  const { hashes, ...placed } = await makeAndPut(files, content, outputFolder, options);
  if (options.keep === undefined) return { hashes, state: "" };
  const now = lookedAtInPlace(placed);
  const { staged } = placed;
  rememberFiles(options.keep, now, (file) => hashes.get(pathWithin(staged, file)));
  return { hashes, state: stateOf(staged, now) };
}

/** Makes a site, and puts it in its place; nothing is left of the work, nor of the old site but what is kept. */
async function makeAndPut(
  files: readonly OutputFile[],
  content: InspectedFolder,
  outputFolder: string,
  { edition, hasManifest = false, keep, live, ...options }: PublishOptions,
): Promise<PlacedSite & Pick<PublishedSite, "hashes">> {
  restoreSite(outputFolder);
  refuseUnsafe(resolve(outputFolder), content.folder, edition);
  // A symbolic link goes on leading to the folder that is served.
  const target = placeOf(outputFolder);
  makeFolder(dirname(target));
  const work = makeWorkFolder(outputFolder);
  let isReplaced = false;
  try {
    const staged = join(work, STAGED);
    mkdirSync(staged);
    const wanted = new Set(files.map(({ path }) => path));
    const folders = keep === undefined ? new Set([staged]) : takeFolders({ staged, keep, wanted });
    const old = options.old ?? siteToShare(target, keep);
    const { written, shared } = await writeTree(files, content, staged, { edition, old, folders });
    if (hasManifest) writeManifest(staged, written, edition);
    const listed = listTree(staged);
    if (!isAsWritten(listed, written, shared) || editionIn(staged) !== edition) throw changedMeanwhile(outputFolder);
    giveOneTime(staged, listed);
    const { ino, mtimeMs } = statSync(staged);
    const isAsStaged = (): boolean =>
      statSync(target, { throwIfNoEntry: false })?.ino === ino && editionIn(target) === edition;
    const put = live === undefined && releaseLinked(target) === undefined ? putInPlace : putLiveInPlace;
    const isOurs = put(target, work, edition, isAsStaged);
    isReplaced = true;
    if (!isOurs) throw changedMeanwhile(outputFolder);
    await retireReleases(target, entriesOf(staged, written), live?.isStillPublic ?? (() => false));
    // From here on no later run puts the old site back, of which a part may be deleted.
    const [aside, replaced] = [join(work, SET_ASIDE), join(work, REPLACED)];
    if (existsSync(aside)) swept(() => renameSync(aside, replaced));
    if (keep !== undefined) keepFolders(replaced, { staged, tree: listed }, keep);
    return { staged, tree: listed, mtimeMs, target, hashes: hashesOfTexts(files, staged, written) };
  } finally {
    // An old site that could not be put back is kept: the next build tries again.
    if (isReplaced || !existsSync(join(work, SET_ASIDE))) swept(() => forgetWorkFolder(work));
  }
}

/** What the next build is to know of a site. */
export interface PublishedSite {
  /** The hashes of texts, and of what else may be kept, by their paths in it. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What its folder is like, where that is kept. */
  readonly state: string;
}

/** What is written beside the files of a site, and for whom. */
export interface PublishOptions {
  readonly edition: Edition;
  /** Whether the site says what each of its files is. */
  readonly hasManifest?: boolean;
  /**
   * Where the site is published live, what tells whether a file that the old one alone has can have been neither
   * withheld nor withdrawn.
   */
  readonly live?: { readonly isStillPublic: (path: string) => boolean } | undefined;
  /** The folder in which it is kept what was published, so that the next site shares what is the same in both. */
  readonly keep?: string | undefined;
  /** The old site, where it was looked at already. */
  readonly old?: OldSite | undefined;
}

/**
 * What was written to the files of text, and to those whose hash was known, by their paths below the root: nothing
 * is kept of files that are copied, which may be those of reports that withhold something.
 */
function hashesOfTexts(files: readonly OutputFile[], root: string, written: Written): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ path, content }) =>
      "text" in content || "again" in content || ("hash" in content && content.hash !== undefined)
        ? [[path, written.get(resolve(root, path))?.sha256 ?? ""]]
        : [],
    ),
  );
}

/** The old site, as far as it can be looked at: none of it is needed. */
function siteToShare(target: string, keep: string | undefined): OldSite {
  try {
    return keep === undefined ? noSiteAt(target) : lookAtOldSite(target, keep);
  } catch {
    return noSiteAt(target);
  }
}

const STAGED = "site";
const REPLACED = "replaced";

/**
 * Puts what is staged in the place of the old site, which is one of the same edition, or puts that back; also where it cannot be looked at
 * afterwards. Says whether what is there then is what was staged.
 */
function putInPlace(target: string, work: string, edition: Edition, isAsStaged: () => boolean): boolean {
  const [old, staged] = [join(work, SET_ASIDE), join(work, STAGED)];
  const isReplaced = existsSync(target);
  if (isReplaced) setAside(target, old);
  let isThere = false;
  try {
    // What was there when it was looked at may be another by now.
    if (isReplaced) refuseOtherEdition(old, edition, target);
    renameSync(staged, target);
    isThere = true;
    return isAsStaged();
  } catch (error) {
    if (isThere) renameSync(target, staged);
    if (isReplaced) renameSync(old, target);
    throw error;
  }
}

/** The same, as a release to which a link leads. */
function putLiveInPlace(target: string, work: string, edition: Edition, isAsStaged: () => boolean): boolean {
  const aside = join(work, SET_ASIDE);
  refuseOtherEdition(target, edition, target);
  const setAsideSame = (): void => {
    setAside(target, aside);
    refuseOtherEdition(aside, edition, target);
  };
  return putLive(target, { work, staged: join(work, STAGED), aside, setAside: setAsideSame }, isAsStaged);
}

/** A folder in which another disk is mounted can be written to, and not be put aside. */
function setAside(target: string, old: string): void {
  try {
    renameSync(target, old);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const words = MOUNTED.has(code) ? undefined : formatSystemError(error, shownPath(target));
    if (words !== undefined) throw new PublishError(words);
    throw mounted(target);
  }
}

function mounted(target: string): PublishError {
  return new PublishError(`${target} cannot be replaced by a new folder: name a folder within it with --out`);
}

const MOUNTED: ReadonlySet<unknown> = new Set(["EBUSY", "EXDEV"]);

function changedMeanwhile(output: string): PublishError {
  return new PublishError(
    `something else changed the site while it was written to ${output}: see that nothing else writes there, and run the command again`,
  );
}

/** What was written to each file, by its path. */
type Written = Map<string, ManifestEntry>;

/** For whom a site is written, and what there is of others. */
interface Writing {
  readonly edition: Edition;
  readonly old: OldSite;
  /** The folders that are there already. */
  readonly folders: ReadonlySet<string>;
}

async function writeTree(
  files: readonly OutputFile[],
  content: InspectedFolder,
  root: string,
  { edition, old, folders: there }: Writing,
): Promise<{
  readonly written: Written;
  /** The files that have a name in the old site, too, with what the disk said of them there. */
  readonly shared: ReadonlyMap<string, FileFacts>;
}> {
  const folders = new Set(there);
  /** The folders of files that were written, in one spelling, as no file may be called. */
  const taken = new Set<string>();
  /** Those of which that is known, as they are written. */
  const known = new Set<string>();
  const copies = new Map<string, string>();
  const written: Written = new Map();
  const shared = new Map<string, FileFacts>();
  const isLikeNew = likeNew(root);
  for (const { path, content: made } of files) {
    const target = resolve(root, path);
    const key = oneSpelling(target);
    const isSameCopy = "copyOf" in made && copies.get(key) === made.copyOf;
    if (isSameCopy) continue;
    const folder = dirname(target);
    const above = known.has(folder) ? [] : keysAbove(key);
    known.add(folder);
    if (!target.startsWith(root + sep) || copies.has(key) || taken.has(key) || above.some((one) => copies.has(one)))
      throw new PublishError(`two parts of the site would be written to ${path}; rename one of the reports or files`);
    copies.set(key, "copyOf" in made ? made.copyOf : "");
    for (const one of above) taken.add(one);
    for (const missing of foldersMissing(folder)) onFile(missing, () => mkdirSync(missing));
    const isKnown = "hash" in made && made.hash !== undefined && isShared(path, target, made.hash);
    if (!isKnown) {
      const bytes = await bytesOf(path, made);
      const entry = entryOf(bytes);
      if (!isShared(path, target, entry.sha256)) writeNew(target, bytes);
      written.set(target, entry);
    }
    // Now and then the program hears that it is to stop.
    if (written.size % 100 === 0) await nextTurn();
  }
  return { written, shared };

  /** Whether the old site has a file with this hash at a path, which then has a name in the new one. */
  function isShared(path: string, target: string, hash: string): boolean {
    const same = old.files.get(path);
    if (same?.sha256 !== hash || !isLikeNew(same.facts) || !share(same, target)) return false;
    written.set(target, { sha256: same.sha256, bytes: same.facts.size });
    shared.set(target, same.facts);
    return true;
  }

  async function bytesOf(path: string, made: OutputFile["content"]): Promise<Uint8Array> {
    if ("madeAt" in made) return wholeFile(made.madeAt, made.hash);
    if ("text" in made) return Buffer.from(made.text);
    if ("again" in made) return bytesWithHash(join(old.root, path), made.hash) ?? Buffer.from(made.again());
    return publishedFile(content, made.copyOf, edition);
  }

  /** Those above a file that were not made yet, the highest first. */
  function foldersMissing(folder: string): readonly string[] {
    if (folders.has(folder)) return [];
    folders.add(folder);
    return [...foldersMissing(dirname(folder)), folder];
  }
}

/** The bytes of a file, if they have this hash: to read a page takes less time than to make it again. */
function bytesWithHash(file: string, hash: string | undefined): Uint8Array | undefined {
  if (hash === undefined || lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const bytes = readFileSync(file);
  return hashOf(bytes) === hash ? bytes : undefined;
}

/** The bytes of a file that the program made, as it made them. */
function wholeFile(file: string, hash: string | undefined): Uint8Array {
  const bytes = readFileSync(file);
  if (hash === undefined || hashOf(bytes) === hash) return bytes;
  throw new PublishError(`${file} is damaged: delete it, and run the command again`);
}

function writeNew(target: string, bytes: Uint8Array): void {
  onFile(target, () => writeFileSync(target, bytes, { flag: "wx" }));
}

function writeManifest(root: string, written: Written, edition: Edition): void {
  const [target, bytes] = [
    join(root, ADDRESSES.manifest),
    Buffer.from(manifestText(edition, entriesOf(root, written))),
  ];
  writeNew(target, bytes);
  written.set(target, entryOf(bytes));
}

function entriesOf(root: string, written: Written): ManifestEntries {
  return new Map([...written].map(([file, entry]) => [pathWithin(root, file), entry]));
}

/**
 * Whether a tree holds the files that were written to it, and nothing else: what is as it was in the old site is not
 * read again.
 */
function isAsWritten(
  { files, others }: ListedTree,
  written: ReadonlyMap<string, ManifestEntry>,
  shared: ReadonlyMap<string, FileFacts>,
): boolean {
  const isSame = (path: string, facts: FileFacts): boolean => {
    const [entry, before] = [written.get(path), shared.get(path)];
    if (entry === undefined) return false;
    return (before !== undefined && isUnchanged(before, facts)) || entry.sha256 === hashOf(readFileSync(path));
  };
  return others.length === 0 && files.size === written.size && [...files].every(([path, facts]) => isSame(path, facts));
}

function keysAbove(key: string): readonly string[] {
  const parts = key.split(sep);
  return parts.slice(1, -1).map((_, index) => parts.slice(0, index + 2).join(sep));
}

/** The times of files and folders tell nothing of what they were made of: each is the time of the build. */
function giveOneTime(root: string, { files, folders }: ListedTree): void {
  const now = new Date();
  for (const path of [root, ...folders.keys(), ...files.keys()]) utimesSync(path, now, now);
}

/**
 * Throws `PublishError` where no site may be written, whatever the folder holds: near the content, or within another
 * site.
 */
export function refuseMisplaced(target: string, contentFolder: string): void {
  if (liesWithin(target, contentFolder) || liesWithin(contentFolder, target) || liesWithin(target, ".")) {
    throw new PublishError(
      `${target} contains the content or the folder that you are in, or is within the content: name another folder with --out`,
    );
  }
  const live = releasesAround(target);
  if (live !== undefined)
    throw new PublishError(
      `${target} leads to a release of ${live}, which is published with --live: name ${live} with --out`,
    );
  const site = siteAround(target);
  if (site !== undefined)
    throw new PublishError(`${target} lies within the site in ${site.folder}: name another folder with --out`);
}

/** Throws `PublishError` where no site of that edition may be written to a folder, given by its whole path. */
export function refuseUnsafe(target: string, contentFolder: string, edition: Edition): void {
  refuseMisplaced(target, contentFolder);
  const output = realPath(target);
  // A link of our own whose release somebody deleted gets a new one.
  if (releaseLinked(placeOf(target)) !== undefined && !existsSync(target)) return;
  if (!existsSync(target) && lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
    throw new PublishError(`${target} is a symbolic link that leads nowhere: name another folder with --out`);
  }
  if (existsSync(output) && !statSync(output).isDirectory()) {
    throw new PublishError(`${target} is a file: name a folder with --out`);
  }
  refuseOtherEdition(output, edition, output);
  if (existsSync(output) && !isReplaceable(output)) {
    throw new PublishError(
      `${target} has files that scrutineer did not make, and they would be deleted: empty it, or name another folder with --out`,
    );
  }
  // A part of the same disk that is mounted there is noticed only when the site is put in its place.
  if (existsSync(output) && statSync(output).dev !== statSync(dirname(output)).dev) throw mounted(target);
}

function refuseOtherEdition(folder: string, edition: Edition, output: string): void {
  const other = editionIn(folder);
  if (other === undefined || other === edition) return;
  throw new PublishError(
    `${output} has the ${EDITIONS[other]}, and the ${EDITIONS[edition]} was to be written there: name another folder with --out`,
  );
}

/** An empty folder, or a site of the program's own making, which has no hidden files such as `.git`. */
function isReplaceable(folder: string): boolean {
  const names = readdirSync(folder);
  if (names.length === 0) return true;
  return !names.some((name) => name.startsWith(".")) && editionIn(folder) !== undefined;
}
