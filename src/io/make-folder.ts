import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PublishError } from "./publish-error.ts";
import { formatSystemError } from "./system-errors.ts";

/**
 * Makes a folder and those above it, one by one: Node's own recursion never ends below /proc. Gives those that were not
 * there, the lowest first. Throws `PublishError` where it cannot be made.
 */
export function makeFolder(path: string, mode = 0o777): readonly string[] {
  if (existsSync(path)) return [];
  const above = makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (existsSync(path)) return above;
    throw notWritable(dirname(path), error);
  }
  return [path, ...above];
}

/** What is said of a folder in which nothing can be made. */
export function notWritable(folder: string, error: unknown): PublishError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const words = FULL.has(code) ? formatSystemError(error) : undefined;
  const why = WHY[String(code)] ?? "";
  return new PublishError(words ?? `${folder} cannot be written to${why}: name another folder with --out`);
}

const NO_PERMISSION = ", because you have no permission";
const WHY: Readonly<Record<string, string>> = {
  EROFS: ", because its disk is read-only",
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
};

/** These are no matter of which folder it is, or say more. */
const FULL: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "ENAMETOOLONG", "EIO"]);
