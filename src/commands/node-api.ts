/** What is wrong in a content folder, or may be. */
export interface Finding {
  /** The name of the rule, as `npx scrutineer explain` takes it. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "hint";
  /** What is there and what was expected. It never quotes what is or may be withheld. */
  readonly message: string;
  /** One way to put it right. */
  readonly fix?: string | undefined;
  /** The file, below the content folder, with `/` between its parts. */
  readonly path: string;
  /** Counted from 1, as columns are. */
  readonly line: number;
  readonly column: number;
}

/** What a check found. */
export interface CheckResult {
  /** Whether nothing is an error. */
  readonly isSound: boolean;
  /** In the order of files, lines and columns. */
  readonly findings: readonly Finding[];
  /** How many files were checked. */
  readonly reports: number;
  readonly plainFiles: number;
}

/** What a build did. */
export interface BuildResult {
  /** Whether the site was published; where not, the output folder is as it was. */
  readonly isPublished: boolean;
  readonly findings: readonly Finding[];
  /** What the command line says at the end, such as that a build would remove too many pages. */
  readonly summary: string;
}

/** What of a content folder is to be checked. */
export interface CheckOptions {
  /** Files and folders below the content folder, with `/` between their parts; all that is in it, if none is named. */
  readonly paths?: readonly string[];
  /** The day by which reports that are withheld have been released, or not, as `YYYY-MM-DD`. */
  readonly asOf?: string;
}

/** How a site is to be built; everything is as `npx scrutineer build` has it. */
export interface BuildOptions {
  /** The folder that the site is published in. */
  readonly out: string;
  /** `members`: everything, marked where it is not for publication. It may not lie where the public can read it. */
  readonly edition?: "public" | "members";
  /** The address of the site, or its path on the host. */
  readonly base?: string;
  /** The day on which reviews are due and meetings past or to come, as `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Publish every sound report, and leave the faulty ones out. */
  readonly keepGoing?: boolean;
  readonly allowRemovals?: boolean;
  /** With more warnings than these, nothing is published. */
  readonly maxWarnings?: number;
  /** `false`: no PDFs, or no search. */
  readonly pdf?: boolean;
  readonly search?: boolean;
  /** The folder in which what was made is kept for the next build, or none. */
  readonly cache?: string | false;
}

/**
 * Checks a content folder, and publishes and prints nothing. Rejects with an `Error` that an officer can read where there is no such
 * folder or a path names nothing in it.
 */
export async function check(folder: string, options: CheckOptions = {}): Promise<CheckResult> {
  const { filesOnDisk } = await import("../io/content-files.ts");
  const { openContent } = await import("../io/read-content.ts");
  const { findingsOf } = await import("./findings.ts");
  const files = filesOnDisk(folder);
  const { shown, reports, plainFiles } = await findingsOf(await openContent(files), options.paths ?? [], {
    asOf: options.asOf === undefined ? undefined : await dayIn(options.asOf),
  });
  files.confirm();
  const findings = shown.map(asFinding);
  const isSound = findings.every(({ severity }) => severity !== "error");
  return { isSound, findings, reports: reports.length, plainFiles: plainFiles.length };
}

/**
 * Checks a content folder and publishes an edition of its site. With an error nothing is published, unless faulty reports are to be left
 * out. Rejects with an `Error` that an officer can read where it cannot be done at all.
 */
export async function build(folder: string, options: BuildOptions): Promise<BuildResult> {
  const { maxWarnings, asOf, edition = "public", ...others } = options;
  if (edition !== "public" && edition !== "members")
    throw new Error(`edition is "public" or "members", not ${JSON.stringify(edition)}`);
  const { buildSite } = await import("./build.ts");
  const { formatSystemError } = await import("../io/system-errors.ts");
  let findings: readonly Finding[] = [];
  let summary = "";
  try {
    const { isPublished } = await buildSite(folder, {
      ...others,
      edition,
      asOf: asOf === undefined ? undefined : await dayIn(asOf),
      base: others.base === undefined ? undefined : await addressIn(others.base),
      // The command line says no more of a build that finds nothing changed; here what was found is asked for.
      printing: { format: "json", color: false, maxWarnings },
      onFound: async ({ diagnostics }) => {
        findings = diagnostics.map(asFinding);
      },
      tell: (words) => {
        summary += words;
      },
    });
    return { isPublished, findings, summary: summary.trimEnd() };
  } catch (error) {
    const words = formatSystemError(error);
    throw words === undefined ? error : new Error(words);
  }
}

async function dayIn(typed: string): Promise<string> {
  const { readCalendarDate } = await import("../dates/calendar-date.ts");
  const reading = readCalendarDate(typed);
  if ("date" in reading) return reading.date;
  throw new Error(`asOf is a date such as 2026-03-31, not ${typed}`);
}

async function addressIn(typed: string): Promise<string> {
  const { readBase } = await import("../addresses/base-address.ts");
  const address = readBase(typed);
  if (address !== undefined) return address;
  throw new Error(
    `base is an address such as https://scrutiny.example.gov.uk/, or a path such as /scrutiny/, not ${typed}`,
  );
}

interface Diagnosed extends Pick<Finding, "rule" | "severity" | "message" | "fix"> {
  readonly place: Pick<Finding, "path" | "line" | "column">;
}

function asFinding({ rule, severity, message, fix, place: { path, line, column } }: Diagnosed): Finding {
  return { rule, severity, message, ...(fix === undefined ? {} : { fix }), path, line, column };
}
