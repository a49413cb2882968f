import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { ContentFolderError } from "./content-folder-error.ts";
import { realPath } from "./real-path.ts";

/** A folder in the work tree of a git repository. */
export interface GitFolder {
  /** Runs git, with this on its standard input; gives what it prints, or nothing where it fails. */
  readonly run: (args: readonly string[], input?: string) => Buffer | undefined;
  /** The folder that git runs in, from which the paths count that it prints. */
  readonly cwd: string;
  /** The folder's path below the top of the work tree, ending in `/`; empty for the top itself. */
  readonly prefix: string;
}

const MOST_BYTES = 2 ** 31 - 1;

/** Finds the repository that a folder lies in. Throws `ContentFolderError` where there is none, or no git. */
export function gitFolder(folder: string): GitFolder {
  // A hook names its index by a path from where it runs.
  const { GIT_DIR, GIT_INDEX_FILE } = process.env;
  const cwd = GIT_DIR === undefined && GIT_INDEX_FILE === undefined ? nearestFolder(folder) : process.cwd();
  const run: GitFolder["run"] = (args, input = "") => {
    const { status, stdout, error } = spawnSync("git", [...args], {
      cwd,
      input,
      maxBuffer: MOST_BYTES,
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, LC_ALL: "C" },
    });
    if (error !== undefined && "code" in error && error.code === "ENOENT")
      throw new ContentFolderError("there is no git on this machine, and --staged asks it what is staged");
    return status === 0 ? stdout : undefined;
  };
  const top = run(["rev-parse", "--show-toplevel"])?.toString("utf8").trimEnd();
  const below = top === undefined || top === "" ? ".." : relative(realPath(top), realPath(folder)).split(sep).join("/");
  if (below === ".." || below.startsWith("../"))
    throw new ContentFolderError(
      `${relative(".", folder) || "."} lies in no git repository that can be read, so nothing can be staged there: check it without --staged`,
    );
  return { run, cwd, prefix: below === "" ? "" : `${below}/` };
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
