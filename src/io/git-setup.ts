import { spawnSync } from "node:child_process";

/** What git says to a question, on one line; nothing, where it says nothing, or there is no git. */
function askGit(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", [...args], { cwd: folder, encoding: "utf8" });
  const line = stdout?.trim();
  return status === 0 && line ? line : undefined;
}

/** The name that git writes commits under. */
export function nameInGit(folder: string): string | undefined {
  return askGit(folder, "config", "user.name");
}

/**
 * Makes a folder a repository whose hooks lie in `.githooks`; gives in words what was not done. A folder within another
 * repository stays part of that.
 */
export function setUpGit(folder: string): string | undefined {
  if (askGit(folder, "--version") === undefined)
    return "there is no git on this computer: once it is there, run git init and npm install";
  const prefix = spawnSync("git", ["rev-parse", "--show-prefix"], { cwd: folder, encoding: "utf8" });
  if (prefix.status === 0 && prefix.stdout.trim() !== "")
    return "the folder is in a repository already, whose hooks and CI files are read from its top folder: move .githooks and the CI files there";
  if (
    prefix.status !== 0 &&
    spawnSync("git", ["init", "--quiet", "--initial-branch=main"], { cwd: folder }).status !== 0
  )
    return "git init failed: run it yourself, and npm install after it";
  const hooks = askGit(folder, "config", "--local", "core.hooksPath");
  if (hooks !== undefined && hooks !== ".githooks")
    return `git has its hooks in ${hooks}: call .githooks/pre-commit from there`;
  spawnSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: folder });
  return undefined;
}
