import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The compiled program. */
export const CLI = fileURLToPath(new URL("../lib/cli.js", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled program in a folder, as an officer would. */
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

/** Runs the compiled program in a folder, with this on its standard input. */
export function scrutineerReading(folder: string, input: string, ...args: readonly string[]): Promise<Run> {
  return run({ NO_COLOR: "1" }, folder, input, args);
}

function run(
  variables: Readonly<Record<string, string>>,
  folder: string,
  input: string,
  args: readonly string[],
): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], ...variables }, timeout: 30_000 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    // A program that does not read its input may have ended by now.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
