import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from "node:fs";

/** A name in a folder, as the bytes that the disk has, and what it is the name of. */
interface DiskEntry {
  readonly name: Buffer;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** What tells whether a file or folder was changed. */
export interface DiskFacts {
  readonly size: number;
  readonly stamp: string;
  /** When it was last changed, in milliseconds. */
  readonly changedAt: number;
}

/** What is asked of a disk. Tests put another in its place, on which files change while they are read. */
export interface Disk {
  readonly list: (folder: Buffer) => readonly DiskEntry[];
  readonly factsOf: (path: Buffer) => DiskFacts;
  /** The bytes of a file that is no link, with its facts after they were read: they are as it was listed where nothing changed. */
  readonly read: (path: Buffer) => { readonly bytes: Uint8Array; readonly after: DiskFacts };
}

/** The disk of this machine. */
export const DISK: Disk = {
  // Asked for texts, the system puts U+FFFD in the place of bytes that are not UTF-8, and the file then seems gone.
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? "link" : entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other",
    })),
  factsOf: (path) => factsIn(lstatSync(path, { bigint: true })),
  read: (path) => {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const bytes = readFileSync(descriptor);
      return { bytes, after: factsIn(fstatSync(descriptor, { bigint: true })) };
    } finally {
      closeSync(descriptor);
    }
  },
};

function factsIn(facts: {
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}): DiskFacts {
  const { ino, size, mtimeNs, ctimeNs } = facts;
  const changedAt = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n);
  return { size: Number(size), stamp: [ino, size, mtimeNs, ctimeNs].join(" "), changedAt };
}
