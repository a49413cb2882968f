import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { addressOfProgramFile } from "./program-files.ts";

/*
 * An entry is a file: the digest of its value, the length of that in four bytes, the value with what its further parts
 * are, and these. They are read when they are asked for.
 */
const DIGEST_BYTES = 32;
const HEAD_BYTES = DIGEST_BYTES + 4;

/** An entry as it was read. */
export interface Entry<Value> {
  readonly value: Value;
  /** What tells all of it from others, its parts too. */
  readonly digest: string;
  /** A further part; nothing, where it is lost or damaged by now. */
  readonly part: (index: number) => Uint8Array | undefined;
}

/** What is written of an entry beside its parts. */
interface Head {
  readonly value: unknown;
  readonly parts: readonly Part[];
}

/** Where a part is in the file, after the value, and its digest. */
interface Part {
  readonly from: number;
  readonly length: number;
  readonly digest: string;
}

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
  return openEntry<Value>(file)?.value;
}

/** The same, with what else is in the entry. */
export function openEntry<Value>(file: string): Entry<Value> | undefined {
  return withFile(file, (descriptor) => {
    const start = readAt(descriptor, 0, USUAL_BYTES);
    const length = start.readUInt32LE(DIGEST_BYTES);
    const isRead = HEAD_BYTES + length <= start.length;
    // What is damaged may tell any length.
    if (!isRead && HEAD_BYTES + length > fstatSync(descriptor).size) return undefined;
    const payload = isRead ? start.subarray(HEAD_BYTES, HEAD_BYTES + length) : readAt(descriptor, HEAD_BYTES, length);
    const digest = start.subarray(0, DIGEST_BYTES);
    if (!digest.equals(digestOfBytes(payload))) return undefined;
    const { value, parts }: Head = deserialize(payload);
    return { value: value as Value, digest: digest.toString("hex"), part: partsOf(file, HEAD_BYTES + length, parts) };
  });
}

/** In a function of its own, which holds on to nothing that was read. */
function partsOf(file: string, start: number, parts: readonly Part[]): Entry<unknown>["part"] {
  return (index) => {
    const part = parts[index];
    const bytes = part && withFile(file, (descriptor) => readAt(descriptor, start + part.from, part.length));
    return bytes !== undefined && digestOfBytes(bytes).toString("hex") === part?.digest ? bytes : undefined;
  };
}

/** As much as nearly all entries of reports have beside their parts. */
const USUAL_BYTES = 8 * 1024;

function withFile<Made>(file: string, make: (descriptor: number) => Made): Made | undefined {
  try {
    const descriptor = openSync(file, "r");
    try {
      return make(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** The bytes at a place in a file, or fewer, where it ends before. */
function readAt(descriptor: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  for (let more = 1; more > 0 && done < length; done += more)
    more = readSync(descriptor, bytes, done, length - done, at + done);
  return bytes.subarray(0, done);
}

/**
 * Writes a value for a later run, with further parts, if there are any; gives its digest, where it could. Readers see
 * the old one or the new one, whole.
 */
export function writeEntry(
  folder: string,
  name: string,
  value: unknown,
  parts: readonly Uint8Array[] = [],
): string | undefined {
  const written = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    let from = 0;
    const placed = parts.map((bytes): Part => {
      from += bytes.length;
      return { from: from - bytes.length, length: bytes.length, digest: digestOfBytes(bytes).toString("hex") };
    });
    const payload = serialize({ value, parts: placed } satisfies Head);
    const digest = digestOfBytes(payload);
    const length = Buffer.alloc(HEAD_BYTES - DIGEST_BYTES);
    length.writeUInt32LE(payload.length);
    writeFileSync(written, Buffer.concat([digest, length, payload, ...parts]), { mode: 0o600 });
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
