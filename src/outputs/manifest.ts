import { z } from "zod";
import type { Edition } from "../model/settings.ts";
import { ADDRESSES } from "./page.ts";

/** What is told of a file: what is in it, as its SHA-256, and how long it is. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly bytes: number;
}

/** The entries of a site's files, by their paths in it. */
export type ManifestEntries = ReadonlyMap<string, ManifestEntry>;

/** The manifest of a site, as its file has it: every file but itself, in the order of their paths. */
export function manifestText(edition: Edition, entries: ManifestEntries): string {
  const files = [...entries]
    .filter(([path]) => path !== ADDRESSES.manifest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256, bytes }]) => ({ path, sha256, bytes }));
  return `${JSON.stringify({ generator: "scrutineer", edition, files }, undefined, 1)}\n`;
}

const FORM = z.object({
  generator: z.literal("scrutineer"),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
});

/** The paths that a manifest names; nothing, where a text is none. */
export function pathsInManifest(text: string): readonly string[] | undefined {
  try {
    return FORM.parse(JSON.parse(text)).files.map(({ path }) => path);
  } catch {
    return undefined;
  }
}
