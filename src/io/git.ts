import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { ContentFolderError } from "./content-folder-error.ts";
import { realPath } from "./real-path.ts";

/** A folder in the work tree of a git repository. */
export interface GitFolder {
  /** Runs git, with this on its standard input; gives what it prints, or nothing where it fails. */
  readonly run: (args: readonly string[], input?: string) => Buffer | undefined;
  /** The top of the work tree, in which git runs, and from which the paths count that it prints. */
  readonly cwd: string;
  /** The folder's path below the top of the work tree, ending in `/`; empty for the top itself. */
  readonly prefix: string;
}

const MOST_BYTES = 2 ** 31 - 1;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the repository that a folder lies in. Throws `ContentFolderError` where there is none, or no git, or it is not
 * certain that git means the same one.
 */
export function gitFolder(folder: string): GitFolder {
  const { dir, top } = repositoryOf(folder);
  const below = relative(top, realPath(folder)).split(sep).join("/");
  if (below === ".." || below.startsWith("../") || isAbsolute(below)) throw liesInNone(folder);
  const env = { ...process.env, GIT_DIR: dir, GIT_WORK_TREE: top, GIT_INDEX_FILE: indexFile(top) };
  const run: GitFolder["run"] = (args, input) => runGit(args, top, env, input);
  return { run, cwd: top, prefix: below === "" ? "" : `${below}/` };
}

interface Repository {
  readonly dir: string;
  /** The top of its work tree. */
  readonly top: string;
}

/**
 * The repository of a folder, as git finds it from there. What a hook's environment names must be the same: git gives a
 * hook of a linked work tree GIT_DIR alone, and then takes any folder that the hook goes into for the top of the work
 * tree.
 */
function repositoryOf(folder: string): Repository {
  const { GIT_DIR, GIT_WORK_TREE, ...rest } = process.env;
  const found = askWhere(nearestFolder(folder), { ...rest, GIT_INDEX_FILE: undefined });
  if (found === undefined) return repositoryNamed(folder);
  const places = [".", found.top];
  const isSameDir = (dir: string): boolean =>
    askGit(["--git-dir", dir, "rev-parse", "--absolute-git-dir"], ".", rest)?.map(realPath)[0] === found.dir;
  if (GIT_DIR !== undefined && !places.some((place) => isSameDir(resolve(place, GIT_DIR))))
    throw new ContentFolderError(
      `${shown(folder)} is in the repository ${found.dir}, and git works on another (GIT_DIR): run the check there, or without GIT_DIR`,
    );
  if (GIT_WORK_TREE !== undefined && !places.some((place) => realPath(resolve(place, GIT_WORK_TREE)) === found.top))
    throw new ContentFolderError(
      `${shown(folder)} is in the work tree ${found.top}, and git works on another (GIT_WORK_TREE): run the check there, or without GIT_WORK_TREE`,
    );
  return found;
}

/**
 * The repository that the environment names, for a work tree in which none lies: it must say where the work tree is.
 */
function repositoryNamed(folder: string): Repository {
  const { GIT_DIR, GIT_WORK_TREE = "." } = process.env;
  const named = GIT_DIR === undefined ? undefined : askWhere(".", process.env);
  if (named === undefined) throw liesInNone(folder);
  const isSure = isAbsolute(GIT_WORK_TREE) || runGit(["config", "core.worktree"], ".", process.env) !== undefined;
  if (!isSure)
    throw new ContentFolderError(
      `git works on ${named.dir} (GIT_DIR), and it is not certain where its work tree is: set GIT_WORK_TREE to the whole path of its top`,
    );
  return named;
}

function askWhere(cwd: string, env: Environment): Repository | undefined {
  const [dir = "", top = ""] = askGit(["rev-parse", "--absolute-git-dir", "--show-toplevel"], cwd, env) ?? [];
  return dir === "" || top === "" ? undefined : { dir: realPath(dir), top: realPath(top) };
}

/** The lines that git answers. */
function askGit(args: readonly string[], cwd: string, env: Environment): readonly string[] | undefined {
  return runGit(args, cwd, env)?.toString("utf8").replace(/\n$/, "").split("\n");
}

/** The index that git uses, where it is told which: a hook's is named by a path from the top of the work tree. */
function indexFile(top: string): string | undefined {
  const { GIT_INDEX_FILE } = process.env;
  if (GIT_INDEX_FILE === undefined) return undefined;
  const found = [resolve(top, GIT_INDEX_FILE), resolve(GIT_INDEX_FILE)].find((path) => existsSync(path));
  if (found === undefined)
    throw new ContentFolderError(
      `there is no file ${GIT_INDEX_FILE}, which GIT_INDEX_FILE names as the list of what is staged`,
    );
  return found;
}

function runGit(args: readonly string[], cwd: string, env: Environment, input = ""): Buffer | undefined {
  const { status, stdout, error } = spawnSync("git", [...args], {
    cwd,
    input,
    maxBuffer: MOST_BYTES,
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...env, LC_ALL: "C" },
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT")
    throw new ContentFolderError(
      "there is no git on this computer, and it is asked what was changed: install it, or do without --changed, --since and --staged",
    );
  return status === 0 ? stdout : undefined;
}

function liesInNone(folder: string): ContentFolderError {
  return new ContentFolderError(
    `${shown(folder)} is not in a git repository that can be read, so it is not known what was changed there: do without --changed, --since and --staged (diff then takes two files), or see what git status says there`,
  );
}

function shown(folder: string): string {
  return relative(".", folder) || ".";
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
