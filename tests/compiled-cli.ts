import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { isThorough } from "./lane.ts";
import { runInThisProcess } from "./run-in-process.ts";

/** The compiled program. */
export const CLI = fileURLToPath(new URL("../lib/cli.js", import.meta.url));

/** How long a test waits for what another process does, in milliseconds: a bound against what never comes, on any machine. */
export const WAIT = 240_000;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Flags for what a test does not look at: the quick lane makes no PDFs and no search where they do not matter. */
export const PAGES_ALONE: readonly string[] = isThorough ? [] : ["--no-pdf", "--no-search"];

/** Runs the program in a folder, as an officer would. */
export function scrutineer(folder: string, ...args: readonly string[]): Promise<Run> {
  return run({ NO_COLOR: "1" }, folder, "", args);
}

/** The same, with variables of the environment that a CI sets. */
export function scrutineerWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Promise<Run> {
  return run(variables, folder, "", args);
}

/** Runs the program in a folder, with this on its standard input. */
export function scrutineerReading(folder: string, input: string, ...args: readonly string[]): Promise<Run> {
  return run({ NO_COLOR: "1" }, folder, input, args);
}

/**
 * The thorough lane runs the compiled program, in a process of its own. The quick one runs the same command line, from the sources,
 * in the process of the tests, which takes a tenth of the time; what must be loaded before the program needs a process in both.
 */
function run(
  variables: Readonly<Record<string, string>>,
  folder: string,
  input: string,
  args: readonly string[],
): Promise<Run> {
  const env = { PATH: process.env["PATH"] ?? "", TMPDIR: tmpdir(), ...variables };
  if (!isThorough && !("NODE_OPTIONS" in variables)) return runInThisProcess({ folder, env, input, args });
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: folder, encoding: "utf8", env, maxBuffer: 2 ** 28 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    // A program that does not read its input may have ended by now.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
