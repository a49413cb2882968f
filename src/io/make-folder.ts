import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PublishError } from "./publish-error.ts";

/**
 * Makes a folder and those above it, one by one: Node's own recursion never ends below /proc. Throws `PublishError` where it cannot be
 * made.
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode });
  } catch {
    throw new PublishError(`${dirname(path)} cannot be written to: name another folder with --out`);
  }
}
