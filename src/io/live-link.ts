import { lstatSync, readlinkSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { MOST_LINKS, realPath } from "./real-path.ts";

/** The name of the folder, beside an output, that holds what its link leads to where it is published live. */
export function nameOfReleases(output: string): string {
  return `.${basename(output)}.scrutineer-releases`;
}

/** The release to which the link at a place leads, which `--live` made; nothing, where something else is there. */
export function releaseLinked(place: string): string | undefined {
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
  const [folder, release = "", ...more] = readlinkSync(place).split("/");
  return folder === nameOfReleases(place) && release !== "" && more.length === 0 ? release : undefined;
}

/**
 * Where an output is: its path after symbolic links that somebody made. The link of a site that is published live is
 * the output itself, wherever it leads.
 */
export function placeOf(output: string, links = 0): string {
  const whole = resolve(output);
  const place = join(realPath(dirname(whole)), basename(whole));
  if (releaseLinked(place) !== undefined) return place;
  if (links >= MOST_LINKS || lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
    return realPath(whole);
  return placeOf(resolve(dirname(place), readlinkSync(place)), links + 1);
}

/** The output of whose releases a path is one, or within one, though its own link does not lead there. */
export function releasesAround(path: string): string | undefined {
  const parts = placeOf(path).split(sep);
  const at = parts.findIndex((name) => RELEASES.test(name));
  return at < 0 ? undefined : [...parts.slice(0, at), RELEASES.exec(parts[at] ?? "")?.[1]].join(sep);
}

const RELEASES = /^\.(.+)\.scrutineer-releases$/s;
