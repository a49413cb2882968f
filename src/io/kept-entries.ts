import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { addressOfProgramFile } from "./program-files.ts";

const DIGEST_BYTES = 32;

/** The SHA-256 of a list of texts, in hexadecimal digits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // The lengths keep two lists of parts apart that are the same text when they are joined.
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("hex");
}

let program: string | undefined;

/**
 * What tells this program from all others, and the Node that runs it: its code and templates, as two versions in
 * development have one number.
 */
export function digestOfProgram(): string {
  program ??= readProgram();
  return program;
}

function readProgram(): string {
  const parts = ["lib", "templates"].flatMap((name) => {
    const folder = addressOfProgramFile(`${name}/`);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map((file) => join(file.parentPath, file.name)).sort();
  });
  return digestOf(process.version, ...parts.flatMap((file) => [file, readFileSync(file)]));
}

/** A value that this very program wrote; nothing, where there is none, or where it is damaged. */
export function readEntry<Value>(file: string): Value | undefined {
  return readEntryWithDigest<Value>(file)?.value;
}

/** The same, with the digest of all that is in it. */
export function readEntryWithDigest<Value>(
  file: string,
): { readonly value: Value; readonly digest: string } | undefined {
  try {
    const bytes = readFileSync(file);
    const digest = bytes.subarray(0, DIGEST_BYTES);
    const payload = bytes.subarray(DIGEST_BYTES);
    if (!digest.equals(digestOfBytes(payload))) return undefined;
    return { value: deserialize(payload) as Value, digest: digest.toString("hex") };
  } catch {
    return undefined;
  }
}

/** Writes a value for a later run; gives its digest, where it could. Readers see the old one or the new one, whole. */
export function writeEntry(folder: string, name: string, value: unknown): string | undefined {
  const written = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const payload = serialize(value);
    const digest = digestOfBytes(payload);
    writeFileSync(written, Buffer.concat([digest, payload]), { mode: 0o600 });
    renameSync(written, join(folder, name));
    return digest.toString("hex");
  } catch {
    rmSync(written, { force: true });
    return undefined;
  }
}

/** Deletes what a run that was killed had begun to write into a folder; that of one process, if it is named. */
export function forgetHalfWritten(folder: string, pid?: number): void {
  const isHalfWritten = (name: string): boolean => (pid === undefined ? /\.\d+$/.test(name) : name.endsWith(`.${pid}`));
  try {
    for (const name of readdirSync(folder)) if (isHalfWritten(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // There is no such folder, or it cannot be changed: what is in it does no harm.
  }
}

/** What another version of the program wrote has another digest, and so is damaged to this one. */
function digestOfBytes(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(digestOfProgram()).update(bytes).digest();
}
