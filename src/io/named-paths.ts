import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isIgnored } from "../addresses/ignored-names.ts";
import { closestMatch } from "../text/closest-match.ts";
import { ContentFolderError } from "./content-folder-error.ts";

/** What the paths of a command name. */
export interface NamedPaths {
  /** The content folder in which they all lie. */
  readonly folder: string;
  /** The paths below it, with `/` between their parts; empty for the folder itself. */
  readonly paths: readonly string[];
}

/**
 * Finds the content folder of files, folders and globs, and what they are called in it; `content`, if none is named. Throws
 * `ContentFolderError` where a path is not there, a glob matches nothing, or two of them lie in two content folders.
 */
export async function namedPaths(typed: readonly string[]): Promise<NamedPaths> {
  const found = (await Promise.all(typed.map(matching))).flat();
  const [first, ...others] = found.length === 0 ? ["content"] : found;
  const folder = contentFolder(first ?? "content");
  for (const other of others) {
    const another = contentFolder(other);
    if (another !== folder) {
      const [one, two] = [folder, another].map((path) => relative(".", path) || ".");
      throw new ContentFolderError(
        `${first} and ${other} are in two content folders, ${one} and ${two}: check one folder at a time`,
      );
    }
  }
  return { folder, paths: found.map((path) => pathBelow(folder, path)) };
}

/** A path as it is called in a content folder, with its accents written as all paths of content are. */
export function pathBelow(folder: string, path: string): string {
  return relative(folder, resolve(path)).split(sep).join("/").normalize("NFC");
}

/**
 * The folder that holds `reports/`: the path itself, or the nearest above it. Throws `ContentFolderError` where there
 * is none.
 */
export function contentFolder(path: string): string {
  const start = resolve(path);
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(resolve(folder, "site.yml"))) return folder;
    if (basename(folder) === "reports" || basename(folder) === "shared") return dirname(folder);
    if (existsSync(resolve(folder, "reports"))) return folder;
  }
  if (!existsSync(start)) return start;
  if (!statSync(start).isDirectory()) throw liesInNone(path);
  const names = readdirSync(start).filter((name) => !isIgnored(name, "file"));
  if (names.length > 0 && !names.some((name) => PARTS.has(name)))
    throw new ContentFolderError(`${path} is not a content folder: it has neither site.yml nor reports/`);
  return start;
}

/** What may be in a content folder that has neither settings nor reports yet. */
const PARTS: ReadonlySet<string> = new Set(["shared", "pages", "meetings"]);

/** What is said of a file that no content folder holds. */
export function liesInNone(path: string): ContentFolderError {
  return new ContentFolderError(`${path} is not in a content folder: reports are below content/reports/`);
}

/** The path itself, or, where it is a glob that no shell has put names in place of, what it matches. */
async function matching(typed: string): Promise<readonly string[]> {
  // A name may be typed with its accents stored in another way than the disk has them.
  const there = [typed, typed.normalize("NFC"), typed.normalize("NFD")].find((form) => existsSync(form));
  if (there !== undefined) return [there];
  const { glob, isDynamicPattern } = await import("tinyglobby");
  const pattern = process.platform === "win32" ? typed.replaceAll("\\", "/") : typed;
  if (!isDynamicPattern(pattern)) throw new ContentFolderError(`there is no file or folder ${typed}${offer(typed)}`);
  const fixed = pattern.slice(0, pattern.search(/(?<![^/])[^/]*[*?[{(!+@]/));
  const cwd = resolve(fixed);
  const matches = await glob(pattern.slice(fixed.length), { cwd, onlyFiles: false, expandDirectories: false });
  if (matches.length === 0) throw new ContentFolderError(`nothing matches ${typed}${offer(fixed)}`);
  return matches.sort().map((path) => join(fixed, path));
}

/** The path that was most likely meant, if there is one. */
function offer(typed: string): string {
  const whole = resolve(typed);
  const meant = [`${whole}.md`, resolve("content", typed), nearest(whole)].find(
    (path) => path !== undefined && existsSync(path),
  );
  return meant === undefined || typed === "" ? "" : `; did you mean ${relative(".", meant) || "."}?`;
}

/** The path of which each part that is not there is the nearest that is. */
function nearest(whole: string): string | undefined {
  if (existsSync(whole)) return whole;
  const folder = dirname(whole) === whole ? undefined : nearest(dirname(whole));
  if (folder === undefined || !statSync(folder).isDirectory()) return undefined;
  const same = join(folder, basename(whole));
  if (existsSync(same)) return same;
  const name = closestMatch(basename(whole), readdirSync(folder));
  return name === undefined ? undefined : join(folder, name);
}
