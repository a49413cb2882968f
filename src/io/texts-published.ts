import { join } from "node:path";
import type { Report } from "../model/report.ts";
import type { OutputFile, Site } from "../model/site.ts";
import type { KnownTexts } from "../outputs/known-texts.ts";
import { formatMaps } from "../site/compile-cache.ts";
import { listedPart, lookingAtReports, shortened } from "../site/short-reports.ts";
import { digestOf, digestOfProgram, readEntry, writeEntry } from "./kept-entries.ts";

/** The texts that the last build published, by what they were made of. */
export interface TextsPublished extends KnownTexts {
  /** Writes down what this build published, for the next; `hashes` has each file's. */
  readonly remember: (hashes: ReadonlyMap<string, string>) => void;
}

/** Where texts lie until they are published. */
export interface TextsAside {
  /** Puts a text away, and gives what reads it. */
  readonly putText: (text: string) => () => string;
}

/** What is known of reports, and the folder in which it is kept that their texts were published. */
export interface KeptReports {
  readonly folder: string;
  readonly digestOfReport: (report: Report) => string | undefined;
  readonly digestOfListed: (report: Report) => string | undefined;
}

const NAME = "texts";

/** What was published: the hashes of reports' files, and what files there were that show many, each by a key. */
interface Published {
  readonly files: ReadonlyMap<string, string>;
  readonly ofSite: ReadonlyMap<string, readonly KnownFile[]>;
}

/** A file that was made, by its hash, or that is a copy of one of the content. */
type KnownFile = readonly [path: string, of: { readonly hash: string } | { readonly copyOf: string }];

/**
 * Knows texts of reports that are kept compiled, by their digests: what is kept of a text is its hash, and what it was
 * made of. What is made is put aside until it is published.
 */
export function textsPublished(aside: TextsAside, kept: KeptReports | undefined): TextsPublished {
  const before = (kept && readEntry<Published>(join(kept.folder, NAME))) ?? NOTHING;
  const keys = new Map<string, string>();
  const ofSite = new Map<string, { readonly key: string; readonly files: readonly OutputFile[] }>();
  const sharedDigests = new WeakMap<object, string>();
  const digestOfShared = (shared: object): string => {
    const digest = sharedDigests.get(shared) ?? digestOf(formatMaps(shared));
    sharedDigests.set(shared, digest);
    return digest;
  };
  const digestOfSite = digesterOfSites((report) => kept?.digestOfListed(report));
  const made = (text: string) => ({ again: aside.putText(text) });
  return {
    made,
    file: (path, { report, shared, rest, make }) => {
      const compiled = kept?.digestOfReport(report);
      const again = (): string => make(report, rest);
      if (compiled === undefined) return { path, content: made(again()) };
      const key = digestOf(digestOfProgram(), path, compiled, digestOfShared(shared), JSON.stringify(rest));
      keys.set(path, key);
      const hash = before.files.get(key);
      return { path, content: hash === undefined ? made(again()) : { hash, again } };
    },
    files: ({ name, site, templates, rest, make }) => {
      if (kept === undefined) return make(site);
      const key = digestOf(digestOfProgram(), name, digestOfSite(site), templates, JSON.stringify(rest));
      const known = before.ofSite.get(key);
      if (known !== undefined) {
        const again = once(() => new Map(make(site).map((file) => [file.path, file])));
        const files = known.map(([path, of]) => knownFile(path, of, () => textOf(again().get(path))));
        ofSite.set(name, { key, files });
        return files;
      }
      const { made: files, isBeyondLists } = lookingAtReports(() => make(site));
      if (isBeyondLists) ofSite.delete(name);
      else ofSite.set(name, { key, files });
      return files;
    },
    remember: (hashes) => {
      if (kept === undefined) return;
      const known = [...keys].flatMap(([path, key]) => {
        const hash = hashes.get(path);
        return hash === undefined ? [] : [[key, hash] as const];
      });
      const lists = [...ofSite.values()].flatMap(({ key, files }) => {
        const all = files.flatMap((file) => knownOf(file, hashes));
        return all.length === files.length ? [[key, all] as const] : [];
      });
      writeEntry(kept.folder, NAME, { files: new Map(known), ofSite: new Map(lists) } satisfies Published);
    },
  };
}

const NOTHING: Published = { files: new Map(), ofSite: new Map() };

/** What tells all of a site that its lists can show, and all of it that is of no report. */
function digesterOfSites(digestOfListed: (report: Report) => string | undefined): (site: Site) => string {
  const listed = new WeakMap<Report, string>();
  const ofReport = (report: Report): string => {
    const digest =
      listed.get(report) ?? digestOfListed(report) ?? digestOf(formatMaps(listedPart(shortened(report).short)));
    listed.set(report, digest);
    return digest;
  };
  const digests = new WeakMap<Site, string>();
  return (site) => {
    const known = digests.get(site);
    if (known !== undefined) return known;
    // The glossary is made of the reports alone, whose digests tell it; it names each of them many times.
    const { glossary: _, ...others } = site;
    const digest = digestOf(JSON.stringify(others, (_, part: unknown) => briefly(part)));
    digests.set(site, digest);
    return digest;
  };

  function briefly(part: unknown): unknown {
    if (part instanceof Map || part instanceof Set) return [...part];
    return isReport(part) ? ofReport(part) : part;
  }
}

function isReport(part: unknown): part is Report {
  return typeof part === "object" && part !== null && "kind" in part && part.kind === "report";
}

function knownFile(path: string, of: KnownFile[1], again: () => string): OutputFile {
  return { path, content: "hash" in of ? { hash: of.hash, again } : of };
}

/** What may be written down of a file; nothing, where it was not published as a text. */
function knownOf({ path, content }: OutputFile, hashes: ReadonlyMap<string, string>): readonly KnownFile[] {
  if ("copyOf" in content) return [[path, { copyOf: content.copyOf }]];
  const hash = hashes.get(path);
  return hash === undefined ? [] : [[path, { hash }]];
}

function textOf(file: OutputFile | undefined): string {
  if (file !== undefined && "again" in file.content) return file.content.again();
  throw new Error("a file of a site that was made before is not made again");
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
