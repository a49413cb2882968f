import { type Zippable, zipSync } from "fflate";
import { boundedInflate } from "./bounded-inflate.ts";
import { latin1, viewOf } from "./byte-sequences.ts";
import { crc32 } from "./crc32.ts";
import { RefusedFile } from "./refused-file.ts";

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [ENCRYPTED, PATCHED, STRONG] = [0x0001, 0x0020, 0x0040];
const [STORED, DEFLATED] = [0, 8];
const MAX_ENTRIES = 5000;
/** All entries together, decompressed. */
const MAX_BYTES = 32 * 1024 * 1024;

const SAVE_AGAIN = "open it in the program that made it, save it again without a password, and attach that";
const SHORTEN = "print it to a new PDF, save the figures as CSV, or attach it in parts";

/** The refusal of a package that is damaged, locked, or made to be read in two ways. */
function brokenPackage(reason = "it is damaged, or not an office file as its name says"): RefusedFile {
  return new RefusedFile(reason, SAVE_AGAIN);
}

/**
 * Reads the entries of a ZIP archive (APPNOTE 6.3, without its 64-bit extension) by its directory, in that order. Throws
 * `RefusedFile` at encrypted entries, names that occur twice or lead elsewhere, sizes or checksums that are wrong, entries that overlap,
 * and more than 32 MiB.
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw brokenPackage();
  if (count > MAX_ENTRIES) throw new RefusedFile("it has too many parts to check", SHORTEN);
  const entries = new Map<string, Uint8Array>();
  const names = new Set<string>();
  const extents: (readonly [number, number])[] = [];
  let position = directory;
  let left = MAX_BYTES;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(position, true) !== CENTRAL) throw brokenPackage();
    const flags = view.getUint16(position + 8, true);
    if ((flags & (ENCRYPTED | PATCHED | STRONG)) !== 0) throw brokenPackage("it is locked by a password");
    const nameLength = view.getUint16(position + 28, true);
    const name = nameAt(bytes, position + 46, nameLength);
    if (names.has(name.toLowerCase())) throw brokenPackage();
    names.add(name.toLowerCase());
    const offset = view.getUint32(position + 42, true);
    if (view.getUint32(offset, true) !== LOCAL) throw brokenPackage();
    const localNameLength = view.getUint16(offset + 26, true);
    if (nameAt(bytes, offset + 30, localNameLength) !== name) throw brokenPackage();
    const start = offset + 30 + localNameLength + view.getUint16(offset + 28, true);
    const data = bytes.subarray(start, start + view.getUint32(position + 20, true));
    extents.push([offset, start + data.length]);
    const size = view.getUint32(position + 24, true);
    if (size > left) throw new RefusedFile("it is too large to check", SHORTEN);
    left -= size;
    const content = decompress(data, view.getUint16(position + 10, true), size);
    if (content.length !== size || crc32(content) !== view.getUint32(position + 16, true)) throw brokenPackage();
    if (!name.endsWith("/")) entries.set(name, content);
    else if (size > 0) throw brokenPackage();
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  let covered = 0;
  for (const [from, to] of extents.toSorted(([one], [other]) => one - other)) {
    if (from < covered || to > directory) throw brokenPackage();
    covered = to;
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= earliest; position--) {
    if (view.getUint32(position, true) === END) return position;
  }
  throw brokenPackage();
}

function nameAt(bytes: Uint8Array, start: number, length: number): string {
  const name = latin1(bytes.subarray(start, start + length));
  const parts = name.replace(/\/$/, "").split("/");
  if (!/^[\x20-\x7e]+$/.test(name) || /[\\:]/.test(name) || parts.some((part) => /^\.*$/.test(part)))
    throw brokenPackage("it contains parts whose names lead elsewhere or cannot be read");
  return name;
}

function decompress(data: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return data;
  const content = method === DEFLATED ? boundedInflate(data, "raw", size) : undefined;
  if (content === undefined) throw brokenPackage();
  return content;
}

/**
 * Writes a ZIP archive of these entries in their order, the same bytes on every day; those in `stored` uncompressed.
 */
export function writeZip(
  entries: ReadonlyMap<string, Uint8Array>,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of entries) files[name] = [content, { level: stored.has(name) ? 0 : 4 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1), os: 0 });
}
