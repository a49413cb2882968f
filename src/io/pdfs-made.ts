import { join } from "node:path";
import type { Report } from "../model/report.ts";
import type { MadeOf, PrintJob } from "../print/print-document.ts";
import { formatMaps } from "../site/compile-cache.ts";
import { DISK } from "./disk.ts";
import { digestOf, digestOfProgram, readEntry, writeEntry } from "./kept-entries.ts";
import { pdfEngineVersion } from "./pdf-engine.ts";

/** What earlier builds found out about PDFs, so that no document is made only to see that it is the same. */
export interface PdfsMade {
  /** The digest of the document of a job whose pages begin at a number, where it was made before. */
  readonly digestOf: (job: PrintJob, firstPage: number) => string | undefined;
  readonly note: (job: PrintJob, firstPage: number, digest: string) => void;
  /** Whether a file is as it was when it was found to be whole. */
  readonly isWhole: (file: string) => boolean;
  /** Writes down what this build asked for; `files` are whole. */
  readonly remember: (files: Iterable<string>) => void;
}

/** What tells reports and files, and the folder in which it is kept what was made of them. */
export interface PdfInputs {
  readonly folder: string;
  readonly digestOfReport: (report: Report) => string | undefined;
  readonly digestOfFile: (path: string) => string;
}

interface Kept {
  readonly digests: ReadonlyMap<string, string>;
  readonly stamps: ReadonlyMap<string, string>;
}

const NAME = "pdfs";

/** In milliseconds: a file that was changed so short a time ago could be changed again without a sign of it. */
const COARSEST_CLOCK = 2000;

/** Knows PDFs by what their documents are made of: reports that are kept compiled, settings, words and files. */
export function pdfsMade({ folder, digestOfReport, digestOfFile }: PdfInputs): PdfsMade {
  const { digests, stamps } = readEntry<Kept>(join(folder, NAME)) ?? { digests: new Map(), stamps: new Map() };
  const asked = new Map<string, string>();
  let engine: string | undefined;
  const sharedDigests = new WeakMap<object, string>();
  const digestOfShared = (shared: object): string => {
    const digest = sharedDigests.get(shared) ?? digestOf(formatMaps(shared));
    sharedDigests.set(shared, digest);
    return digest;
  };
  const keyOf = ({ reports, shared, rest, files }: MadeOf, path: string, firstPage: number): string | undefined => {
    const compiled = reports.map(digestOfReport);
    if (compiled.includes(undefined)) return undefined;
    const hashes = files.map((file) => [file, digestOfFile(file)]);
    engine ??= pdfEngineVersion();
    const words = formatMaps([path, firstPage, engine, compiled, rest, hashes]);
    return digestOf(digestOfProgram(), digestOfShared(shared), words);
  };
  return {
    digestOf: ({ path, madeOf }, firstPage) => {
      const key = keyOf(madeOf, path, firstPage);
      return key === undefined ? undefined : digests.get(key);
    },
    note: ({ path, madeOf }, firstPage, digest) => {
      const key = keyOf(madeOf, path, firstPage);
      if (key !== undefined) asked.set(key, digest);
    },
    isWhole: (file) => {
      const stamp = stamps.get(file);
      return stamp !== undefined && stamp === settledStamp(file);
    },
    remember: (files) => {
      const settled = Array.from(files, (file) => [file, settledStamp(file)] as const);
      writeEntry(folder, NAME, {
        digests: asked,
        stamps: new Map(settled.flatMap(([file, stamp]) => (stamp === undefined ? [] : [[file, stamp] as const]))),
      } satisfies Kept);
    },
  };
}

/** What the disk says of a file that has been as it is for a while. */
function settledStamp(file: string): string | undefined {
  const { stamp, changedAt } = DISK.factsOf(Buffer.from(file));
  return Date.now() - changedAt < COARSEST_CLOCK ? undefined : stamp;
}
