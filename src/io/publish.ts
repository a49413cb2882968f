import {
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { oneSpelling } from "../addresses.ts";
import { GENERATORS } from "../generators.ts";
import type { Edition, OutputFile } from "../model.ts";
import { makeFolder } from "./make-folder.ts";
import { PublishError } from "./publish-error.ts";
import { type InspectedFolder, publishedFile } from "./published-bytes.ts";
import { realPath } from "./real-path.ts";

/**
 * Writes a site: the whole tree beside the output folder first, then in its place. Until then the old site stays as it was.
 * Throws `PublishError` where the folder holds something that is not such a site, or the other edition, or the content.
 */
export async function publish(
  files: readonly OutputFile[],
  content: InspectedFolder,
  outputFolder: string,
  edition: Edition,
): Promise<void> {
  refuseUnsafe(resolve(outputFolder), content.folder, edition);
  // A symbolic link goes on leading to the folder that is served.
  const target = realPath(outputFolder);
  const parent = dirname(target);
  const staged = join(parent, `.${basename(target)}.scrutineer-new`);
  const old = join(parent, `.${basename(target)}.scrutineer-old`);
  makeFolder(parent);
  restoreKilledRun(target, staged, old);
  refuseOtherEdition(target, edition);
  makeFolder(staged);
  try {
    await writeTree(files, content, staged, edition);
    setAside(target, old);
    try {
      renameSync(staged, target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, target);
      throw error;
    }
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** A folder in which another disk is mounted can be written to, and not be put aside. */
function setAside(target: string, old: string): void {
  if (!existsSync(target)) return;
  try {
    renameSync(target, old);
  } catch {
    throw new PublishError(`${target} cannot be replaced by a new folder: name a folder within it with --out`);
  }
}

/** A run that was killed between the two renames left the old site under its other name. */
function restoreKilledRun(target: string, staged: string, old: string): void {
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  rmSync(old, { recursive: true, force: true });
  rmSync(staged, { recursive: true, force: true });
}

async function writeTree(
  files: readonly OutputFile[],
  content: InspectedFolder,
  root: string,
  edition: Edition,
): Promise<void> {
  const folders = new Set<string>();
  /** The folders of files that were written, in one spelling, as no file may be called. */
  const taken = new Set<string>();
  const written = new Map<string, string>();
  for (const { path, content: made } of files) {
    const target = resolve(root, path);
    const key = oneSpelling(target);
    const isSameCopy = "copyOf" in made && written.get(key) === made.copyOf;
    if (isSameCopy) continue;
    const above = keysAbove(key);
    if (!target.startsWith(root + sep) || written.has(key) || taken.has(key) || above.some((one) => written.has(one)))
      throw new PublishError(`two parts of the site would be written to ${path}; rename one of the reports or files`);
    written.set(key, "copyOf" in made ? made.copyOf : "");
    for (const one of above) taken.add(one);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      makeFolder(folder);
      folders.add(folder);
    }
    if ("copyOf" in made) writeFileSync(target, await publishedFile(content, made.copyOf, edition));
    else if ("madeAt" in made) copyFileSync(made.madeAt, target);
    else writeFileSync(target, made.text);
  }
  giveOneTime(root);
}

function keysAbove(key: string): readonly string[] {
  const parts = key.split(sep);
  return parts.slice(1, -1).map((_, index) => parts.slice(0, index + 2).join(sep));
}

/** The times of files and folders tell nothing of what they were made of: each is the time of the build. */
function giveOneTime(root: string): void {
  const now = new Date();
  const below = readdirSync(root, { recursive: true, encoding: "utf8" });
  for (const path of ["", ...below]) utimesSync(join(root, path), now, now);
}

/** Throws `PublishError` where no site of that edition may be written to a folder, given by its whole path. */
export function refuseUnsafe(target: string, contentFolder: string, edition: Edition): void {
  const [output, content, here] = [realPath(target), realPath(contentFolder), realPath(".")];
  const holds = (outer: string, inner: string): boolean =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  if (holds(output, content) || holds(content, output) || holds(output, here)) {
    throw new PublishError(
      `${target} holds the content or the folder that you are in, or lies within the content: name another folder with --out`,
    );
  }
  if (!existsSync(target) && lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
    throw new PublishError(`${target} is a symbolic link that leads nowhere: name another folder with --out`);
  }
  if (existsSync(output) && !statSync(output).isDirectory()) {
    throw new PublishError(`${target} is a file: name a folder with --out`);
  }
  for (let above = dirname(output); above !== dirname(above); above = dirname(above)) {
    if (editionIn(above) === undefined) continue;
    throw new PublishError(`${target} lies within the site in ${above}: name another folder with --out`);
  }
  refuseOtherEdition(output, edition);
  if (existsSync(output) && !isReplaceable(output)) {
    throw new PublishError(
      `${target} holds files that are no site made by scrutineer, and they would be deleted: empty it, or name another folder with --out`,
    );
  }
}

function refuseOtherEdition(output: string, edition: Edition): void {
  const other = editionIn(output);
  if (other === undefined || other === edition) return;
  throw new PublishError(
    `${output} holds the ${EDITIONS[other]}, and the ${EDITIONS[edition]} was to be written there: name another folder with --out`,
  );
}

/** An empty folder, or a site of the program's own making, which has no hidden files such as `.git`. */
function isReplaceable(folder: string): boolean {
  const names = readdirSync(folder);
  if (names.length === 0) return true;
  return !names.some((name) => name.startsWith(".")) && editionIn(folder) !== undefined;
}

const EDITIONS: Readonly<Record<Edition, string>> = { public: "public edition", members: "members' edition" };

/** The edition that a folder holds, as its home page says. */
function editionIn(folder: string): Edition | undefined {
  const home = join(folder, "index.html");
  if (!existsSync(home) || !statSync(home).isFile()) return undefined;
  const start = readFileSync(home, "utf8").slice(0, 2000);
  return (["public", "members"] as const).find((edition) =>
    start.includes(`<meta name="generator" content="${GENERATORS[edition]}">`),
  );
}
