import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Compiles the program before the tests that run it, unless it was compiled from the same sources. */
export function setup(): void {
  execFileSync("node", ["compile.mjs", "--if-changed"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
  });
}
