import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { Sealed } from "../model/sealed.ts";
import { formatSystemError } from "./system-errors.ts";

/** A file could not be written anew; the message is for the person who called the command. */
export class ReplaceFileError extends Error {}

/**
 * Puts other bytes in the place of a file of a content folder, in one step: whoever reads it has the old file or the
 * new one, whole. Its permissions stay. Throws `ReplaceFileError` where the file is no longer as it was read, is a
 * symbolic link or is reached through one, or cannot be written; it is then as it was.
 */
export function replaceFile(folder: string, path: string, before: Sealed<Uint8Array>, after: Sealed<Uint8Array>): void {
  const file = join(realpathSync(folder), path);
  const parent = dirname(file);
  try {
    const facts = lstatSync(file);
    const isBelow = realpathSync(parent) === parent && file.startsWith(realpathSync(folder) + sep);
    if (!facts.isFile() || !isBelow)
      throw new ReplaceFileError(`${path} is a symbolic link, or is reached through one`);
    if (!readFileSync(file).equals(Sealed.open(before)))
      throw new ReplaceFileError(`${path} was changed by something else meanwhile`);
    putInPlaceOf(file, Sealed.open(after), facts.mode);
  } catch (error) {
    if (error instanceof ReplaceFileError) throw error;
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    const words = isGone ? undefined : formatSystemError(error, path);
    const why = words ?? "check that you may write in its folder";
    throw new ReplaceFileError(`${path} cannot be written; ${why}`);
  }
}

/** Puts other bytes in the place of a file in one step; where that fails, the file is as it was, and nothing is left. */
export function putInPlaceOf(file: string, bytes: Uint8Array, mode: number): void {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
  try {
    write(temporary, bytes, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function write(file: string, bytes: Uint8Array, mode: number): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(file, mode & 0o7777);
}
