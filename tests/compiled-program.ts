import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Compiles the program once, before the tests that run it. */
export function setup(): void {
  execFileSync("node", ["compile.mjs"], { cwd: fileURLToPath(new URL("..", import.meta.url)), stdio: "inherit" });
}
