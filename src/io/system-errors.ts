import { relative } from "node:path";

/** What each error of the system means, said of a path, and what is to be done. */
const IN_WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: (path) => `there is no space left on the disk of ${path}: make room on it`,
  EDQUOT: (path) => `you have used up your quota on the disk of ${path}: make room on it, or ask for a larger quota`,
  EFBIG: (path) => `${path} would be larger than a file on its disk may be`,
  EACCES: (path) => `${path} cannot be opened, because you have no permission: ask for it, or change who may open it`,
  EPERM: (path) => `${path} cannot be changed, because you have no permission: ask for it, or change who may open it`,
  EROFS: (path) => `${path} cannot be written to, because its disk is read-only`,
  EMFILE: (path) => `too many files are open to open ${path}: raise the limit (ulimit -n), and run it again`,
  ENFILE: (path) => `too many files are open on this computer to open ${path}: close other programs, and run it again`,
  ENAMETOOLONG: (path) => `the name of ${path} is too long for this computer: shorten it`,
  EIO: (path) => `the disk of ${path} gives an error: it may be broken, or no longer connected`,
  ESTALE: (path) => `the disk of ${path} is no longer connected: connect it, and run it again`,
  ENODEV: (path) => `the disk of ${path} is no longer connected: connect it, and run it again`,
  EBUSY: (path) => `${path} is in use by another program: close it, and run it again`,
  ETXTBSY: (path) => `${path} is in use by another program: close it, and run it again`,
  ELOOP: (path) => `${path} is a symbolic link that leads to itself`,
  ENOTDIR: (path) => `${path} cannot be opened, because a part of it is a file, where a folder is expected`,
  EISDIR: (path) => `${path} is a folder, where a file is expected`,
  ENOENT: (path) => `${path} no longer exists: it was moved or deleted meanwhile. Run it again`,
  ENOTEMPTY: (path) => `${path} cannot be deleted, because something else wrote to it meanwhile: run it again`,
  ENOMEM: () => "this computer has too little memory left: close other programs, and run it again",
  EAGAIN: () => "this computer can start no more processes: close other programs, and run it again",
};

/**
 * What an error of the system, such as a full disk, says to somebody who uses the program: with the path that it is
 * about, and never a text. Gives nothing where the error is none of the system's. `about` is what it is about, where
 * the error does not name it.
 */
export function formatSystemError(error: unknown, about?: string): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  if (error.syscall === "uv_cwd") return "the folder that you are in no longer exists: go to another";
  const words = typeof error.code === "string" ? IN_WORDS[error.code] : undefined;
  // Where two paths belong to an error, as in renaming, it is the one that is made.
  const path = "dest" in error ? error.dest : "path" in error ? error.path : undefined;
  return words?.(about ?? (typeof path === "string" ? shownPath(path) : "a file"));
}

/** Runs a step on a file; an error of the system then names it, as not every one does. */
export function onFile<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) Object.assign(error, { path });
    throw error;
  }
}

/** A path as it is shown: from where the command was called, if it lies below. */
export function shownPath(path: string): string {
  const shown = relative(".", path);
  return shown.startsWith("..") || shown === "" ? path : shown;
}
