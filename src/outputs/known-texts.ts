import type { Report } from "../model/report.ts";
import type { OutputFile, Site } from "../model/site.ts";

/** What a file of a report is made of, and how: `make` looks at nothing else. */
interface MadeOfReport<Rest> {
  readonly report: Report;
  /** What is the same for every report. */
  readonly shared: object;
  readonly rest: Rest;
  readonly make: (report: Report, rest: Rest) => string;
}

/** What is known of the texts that an earlier build published. */
export interface KnownTexts {
  /** The file of a report at a path, which is not made again where it is known to be what it was. */
  readonly file: <Rest>(path: string, madeOf: MadeOfReport<Rest>) => OutputFile;
  /** The files that show many reports of a site, which are not made again where all that they show is what it was. */
  readonly files: (madeOf: MadeOfSite) => readonly OutputFile[];
  /** A text that was made, until it is written. */
  readonly made: (text: string) => OutputFile["content"];
}

/** What files are made of that show many reports, and how: `make` looks at nothing else. */
interface MadeOfSite {
  readonly name: string;
  readonly site: Site;
  /** What the templates are. */
  readonly templates: string;
  readonly rest: unknown;
  readonly make: (site: Site) => readonly OutputFile[];
}

/** Nothing is known: each text is made. */
export const nothingKnown: KnownTexts = {
  file: (path, { report, rest, make }) => ({ path, content: { text: make(report, rest) } }),
  files: ({ site, make }) => make(site),
  made: (text) => ({ text }),
};
