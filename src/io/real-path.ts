import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The path after symbolic links, of a file that need not be there yet, nor what a link leads to. */
export function realPath(path: string, links = 0): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const isLink = lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && links < MOST_LINKS) return realPath(resolve(dirname(whole), readlinkSync(whole)), links + 1);
  return join(realPath(dirname(whole), links), basename(whole));
}

/** As many as systems follow. */
export const MOST_LINKS = 40;
