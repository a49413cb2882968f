import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { LongPartsAside } from "../site/compile-cache.ts";
import type { LongParts } from "../site/short-reports.ts";
import { onFile } from "./system-errors.ts";
import type { TextsAside } from "./texts-published.ts";

/** A file for what is too much to be held until it is published. */
export interface Aside extends LongPartsAside, TextsAside {
  readonly close: () => void;
}

interface AsideFile {
  readonly file: string;
  readonly descriptor: number;
}

/** Puts things aside in one file, in a folder that nobody else can open and that is made when it is needed. */
export function putAside(makeFolder: () => string): Aside {
  let opened: (AsideFile & { length: number }) | undefined;
  const open = () => {
    if (opened !== undefined) return opened;
    const file = join(makeFolder(), "aside");
    opened = { file, descriptor: onFile(file, () => openSync(file, "wx+", 0o600)), length: 0 };
    return opened;
  };
  const put = (bytes: Uint8Array): (() => Buffer) => {
    const there = open();
    const at = there.length;
    onFile(there.file, () => writeWhole(there.descriptor, bytes, at));
    there.length += bytes.length;
    return readerOf(there, at, bytes.length);
  };
  let last: { readonly read: () => Buffer; readonly long: LongParts } | undefined;
  return {
    put: (short, long) => {
      const read = put(serialize(long));
      return {
        short: structuredClone(short),
        long: () => {
          if (last?.read !== read) last = { read, long: deserialize(read()) as LongParts };
          return last.long;
        },
      };
    },
    putText: (text) => {
      const read = put(Buffer.from(text));
      return () => read().toString();
    },
    close: () => {
      if (opened !== undefined) closeSync(opened.descriptor);
      opened = undefined;
    },
  };
}

/** In a function of its own, which holds on to nothing that was written. */
function readerOf({ file, descriptor }: AsideFile, at: number, length: number): () => Buffer {
  return () => {
    const buffer = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const more = onFile(file, () => readSync(descriptor, buffer, done, length - done, at + done));
      if (more === 0) throw new Error("what was put aside is gone");
      done += more;
    }
    return buffer;
  };
}

function writeWhole(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
}
