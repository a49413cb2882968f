import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edition } from "../model/settings.ts";
import { GENERATORS } from "../outputs/page.ts";
import { realPath } from "./real-path.ts";

/** The edition of the site that a folder holds, as its home page says; nothing, where it holds none. */
export function editionIn(folder: string): Edition | undefined {
  const home = join(folder, "index.html");
  if (!existsSync(home) || !statSync(home).isFile()) return undefined;
  return editionOfPage(readFileSync(home, "utf8"));
}

/** In how many letters from its beginning a page says of which edition it is. */
export const SAYS_EDITION_WITHIN = 2000;

/** The edition of which a page says that it is; nothing, where it is no page of ours. */
export function editionOfPage(html: string): Edition | undefined {
  const start = html.slice(0, SAYS_EDITION_WITHIN);
  return (["public", "members"] as const).find((edition) =>
    start.includes(`<meta name="generator" content="${GENERATORS[edition]}">`),
  );
}

/** A site in which something lies, or would lie. */
export interface SiteAround {
  readonly folder: string;
  readonly edition: Edition;
}

/**
 * Finds the site that a path lies within, if there is one. Each page says whose it is, and the highest is the home
 * page.
 */
export function siteAround(path: string): SiteAround | undefined {
  let found: SiteAround | undefined;
  for (let above = dirname(realPath(path)); above !== dirname(above); above = dirname(above)) {
    const edition = found?.edition ?? editionIn(above);
    if (edition !== undefined && editionIn(above) === edition) found = { folder: above, edition };
  }
  return found;
}

/** What editions are called in messages. */
export const EDITIONS: Readonly<Record<Edition, string>> = { public: "public edition", members: "members' edition" };
