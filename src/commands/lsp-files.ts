import { statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { realPath } from "../io/real-path.ts";
import { SETTINGS } from "../site/content.ts";

/** A folder of the workspace, as the editor names it and as the disk does. */
export interface Root {
  readonly typed: string;
  readonly real: string;
}

/** The folder of the workspace at an address; none, where it is that of no folder on a disk. */
export function rootsAt(uri: string): readonly Root[] {
  const real = fileNamed(uri);
  return real === undefined ? [] : [{ typed: fileURLToPath(uri), real }];
}

/** In these folders of a workspace no site is looked for. */
export const PASSED_OVER = /(?:^|[\\/])(?:node_modules|\.[^\\/]*)[\\/]/;

/** The real name of the file of an address; nothing, where it is that of no file on a disk. */
export function fileNamed(uri: string): string | undefined {
  try {
    return realPath(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** The content folder of a file: the nearest folder above it that has settings, or one that is known already. */
export function folderOf(name: string, known: readonly string[]): string | undefined {
  for (let folder = dirname(name); folder !== dirname(folder); folder = dirname(folder))
    if (
      known.includes(folder) ||
      (basename(name) === SETTINGS && folder === dirname(name)) ||
      isFile(join(folder, SETTINGS))
    )
      return folder;
  return undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Whether a path is that of a folder, or of something in it. */
export function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
