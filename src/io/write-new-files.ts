import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ContentFolderError } from "./content-folder-error.ts";
import { liesWithin } from "./lies-within.ts";
import { NPM_NAMES, programIn } from "./npm-folder.ts";
import { onFile, shownPath } from "./system-errors.ts";

/** Whether a folder holds nothing yet, but for a repository without files and what it takes to install this program. */
export function isEmptyFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const program = programIn(folder);
  const names = program === undefined ? [".git"] : [".git", ...NPM_NAMES, packedFile(program)];
  return statSync(folder).isDirectory() && readdirSync(folder).every((name) => names.includes(name));
}

/** The file from which the program was installed, if it is one: whoever installs it again needs that in the folder. */
function packedFile(program: string): string {
  return program.replace(/^file:(?:\.\/)?/, "");
}

/** Writes those files that are not there yet, and gives the paths of the others, which stay as they are. */
export function writeNewFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  isExecutable: (path: string) => boolean = () => false,
): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const file = join(folder, path);
    refuseOutside(folder, file);
    mkdirSync(dirname(file), { recursive: true });
    return wasWritten(file, text, isExecutable(path) ? 0o755 : 0o644) ? [] : [path];
  });
}

/** Throws `ContentFolderError` where a symbolic link leads out of the folder that a file is to lie in. */
export function refuseOutside(folder: string, file: string): void {
  if (liesWithin(folder, file)) return;
  throw new ContentFolderError(
    `${shownPath(file)} would be outside ${shownPath(folder)}, because a symbolic link leads there: put a folder in the place of the link`,
  );
}

/** Writes a file, unless there is one; where that fails, none is left that is cut short. */
export function wasWritten(file: string, text: string, mode = 0o644): boolean {
  const descriptor = madeFile(file, mode);
  if (descriptor === undefined) return false;
  try {
    onFile(file, () => writeFileSync(descriptor, text));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return true;
}

function madeFile(file: string, mode: number): number | undefined {
  try {
    return openSync(file, "wx", mode);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  }
}
