import { programFault } from "../diagnostics/program-fault.ts";
import { isFromOutside } from "../model/content-error.ts";
import type { Site } from "../model/site.ts";
import type { Faults } from "./compile-reports.ts";
import { leavingOutFaulty } from "./leaving-out.ts";

/** A site, and the files that it was made of. */
interface SiteOfFiles {
  readonly site: Site;
  readonly siteOf: (paths: ReadonlySet<string>) => Site;
  readonly compiled: readonly { readonly path: string }[];
  readonly plainFiles: readonly { readonly path: string }[];
}

/**
 * Makes something of a whole site; where that throws, gives the files at fault instead. Throws what `make` throws where
 * no file is: then the program itself is.
 */
export function madeOfSite<Made>(
  { site, siteOf, compiled, plainFiles }: SiteOfFiles,
  make: (site: Site) => Made,
): { readonly made: Made } | { readonly faults: Faults } {
  try {
    return { made: make(site) };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    const paths = [...compiled, ...plainFiles].map(({ path }) => path);
    const { faulty } = leavingOutFaulty(paths, (some) => make(siteOf(new Set(some))));
    if (faulty.length === 0) throw error;
    return { faults: new Map(faulty.map((path) => [path, programFault(path)])) };
  }
}
