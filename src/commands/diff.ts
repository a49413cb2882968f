import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import pc from "picocolors";
import { filesOfRevision, isBefore } from "../io/changed-files.ts";
import { type ContentFiles, filesOnDisk, withOpenFiles } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { contentFolder, pathBelow } from "../io/named-paths.ts";
import { openContent } from "../io/read-content.ts";
import { supportsColour } from "../io/terminal.ts";
import type { Report } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import { type Changes, changesBetween } from "../outputs/report-changes.ts";
import { inNumber } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import { typedCommand } from "../printers/typed-command.ts";
import type { Compiled } from "../report/compile/compile.ts";
import { checkWithinMeans } from "./check-within-means.ts";

export interface DiffCommandOptions {
  readonly since?: string | undefined;
  readonly edition: Edition;
  readonly format: "text" | "html" | "markdown";
  /** `false` where no colour is wanted, whatever the terminal can show. */
  readonly color: boolean;
}

/**
 * Prints what changed between two versions of a report, as an edition has them; gives the exit code: 1 where one of them has an error,
 * so that it is not known what an edition has of it. Throws `ContentFolderError` where a version is not there.
 */
export async function runDiff(old: string, now: string | undefined, options: DiffCommandOptions): Promise<0 | 1> {
  const { since, edition } = options;
  if (since !== undefined && now !== undefined)
    throw new ContentFolderError(
      "--since says what the file is compared with: name one file with it, or two without it",
    );
  const newer = versionNamed(now ?? old);
  const older = now === undefined ? earlierVersion(newer, since ?? "HEAD") : versionNamed(old);
  refuseReversed(older, newer);
  const [before, after] = [await readVersion(older, edition), await readVersion(newer, edition)];
  const faulty = [before, after].find((state) => state.outcome === "refused");
  if (faulty !== undefined) {
    process.stderr.write(`${whyRefused(faulty)}\n`);
    return 1;
  }
  if (after.report === undefined) {
    process.stderr.write(`${printable(after.name)} ${whyNothing(after)}, so there is nothing to show of it\n`);
    return 0;
  }
  if (before.outcome === "missing")
    process.stderr.write(
      `${printable(older.name)} is not there, so all is new; if the report had another name, put that version first, as in main:content/reports/2026/update.md\n`,
    );
  process.stdout.write(await format(changesBetween(before.report, after.report), options));
  return 0;
}

/** A version of a report: a file, or what git keeps of it. */
interface Version {
  /** As it was typed. */
  readonly name: string;
  readonly folder: string | undefined;
  readonly path: string;
  readonly revision?: string | undefined;
  /** Whether it may be missing, because the report came later. */
  readonly isOptional?: true;
}

function versionNamed(name: string): Version {
  if (existsSync(name)) return { name, ...placeOfFile(name) };
  const at = name.indexOf(":");
  const file = name.slice(at + 1);
  if (at < 1 || file === "")
    throw new ContentFolderError(
      `there is no file ${name}; a version that git keeps is named main:${file || "content/reports/2026/update.md"}`,
    );
  const folder = contentFolder(file);
  return { name, folder, path: pathBelow(folder, file), revision: name.slice(0, at) };
}

function earlierVersion({ name, folder, path, revision }: Version, since: string): Version {
  if (folder === undefined)
    throw new ContentFolderError(
      `${name} lies in no content folder, so git has no other version of it: name two files`,
    );
  if (revision !== undefined)
    throw new ContentFolderError(`${name} is one version: name the other, too, or the file with --since`);
  return { name: `${since}:${name}`, folder, path, revision: since, isOptional: true };
}

/** Where a file lies in its content folder; one that lies in none is compared by itself. */
function placeOfFile(file: string): Pick<Version, "folder" | "path"> {
  try {
    const folder = contentFolder(file);
    const path = pathBelow(folder, file);
    if (/^reports\/.*\.md$/.test(path)) return { folder, path };
  } catch (error) {
    if (!(error instanceof ContentFolderError)) throw error;
  }
  if (!file.endsWith(".md")) throw new ContentFolderError(`${file} is no report: name a file that ends in .md`);
  return { folder: undefined, path: `reports/${basename(file)}` };
}

/** What was taken out is shown as what readers had: so which of the two is the older decides what may be shown. */
function refuseReversed(older: Version, newer: Version): void {
  if (newer.revision === undefined || older.folder === undefined || older.folder !== newer.folder) return;
  if (isBefore(newer.folder, newer.revision, older.revision))
    throw new ContentFolderError(`${newer.name} is older than ${older.name}: name the older one first`);
}

/** What an edition has of a version of a report. */
interface State extends Version {
  readonly outcome: Compiled["outcome"] | "missing";
  readonly report?: Report | undefined;
  readonly errors: number;
}

async function readVersion(version: Version, edition: Edition): Promise<State> {
  const { name, path, isOptional } = version;
  const files = filesOf(version);
  if (!files.paths.includes(path)) {
    if (isOptional) return { ...version, outcome: "missing", errors: 0 };
    throw new ContentFolderError(`there is no report ${name}`);
  }
  if (!/^reports\/.*\.md$/.test(path)) throw new ContentFolderError(`${name} is no report: name a file below reports/`);
  const content = await openContent(files);
  const areDraftsShown = edition === "members";
  const { compiled, diagnostics } = await checkWithinMeans(content, {
    edition,
    named: new Set([path]),
    areDraftsShown,
  });
  files.confirm();
  const found = compiled.find((one) => one.path === path);
  const unread = diagnostics.filter(({ place, severity }) => place.path === path && severity === "error").length;
  if (found === undefined && unread > 0) return { ...version, outcome: "refused", errors: unread };
  if (found === undefined)
    throw new ContentFolderError(`${name} is no report of its own: name the report that it belongs to`);
  const errors = found.diagnostics.filter(({ severity }) => severity === "error").length;
  return { ...version, outcome: found.outcome, report: found.report, errors };
}

function filesOf({ name, folder, path, revision }: Version): ContentFiles {
  if (folder === undefined)
    return withOpenFiles(NO_FILES, new Map([[path, { bytes: readFileSync(name), stamp: name }]]));
  return revision === undefined ? filesOnDisk(folder) : filesOfRevision(folder, revision);
}

const NO_FILES: ContentFiles = {
  paths: [],
  links: [],
  unknown: [],
  findings: [],
  read: () => new Uint8Array(),
  sizeOf: () => undefined,
  nameOnDisk: (path) => path,
  confirm: () => {},
};

function whyRefused({ name, errors, revision }: State): string {
  const how = revision === undefined ? `: ${typedCommand("check", printable(name))} says more` : "";
  const what = errors === 0 ? "cannot be read" : `has ${inNumber(errors, "error")}`;
  return `error: ${printable(name)} ${what}, so it is not certain what of it is public${how}`;
}

function whyNothing({ outcome }: State): string {
  if (outcome === "withheld") return "is withheld";
  return outcome === "withdrawn" ? "was withdrawn" : "is a draft, which no edition holds";
}

async function format(changes: Changes, { format: form, color }: DiffCommandOptions): Promise<string> {
  if (form === "html") return (await import("../outputs/changes-as-html.ts")).changesAsHtml(changes);
  if (form === "markdown") return (await import("../outputs/changes-as-markdown.ts")).changesAsMarkdown(changes);
  const { green, red, bold } = pc.createColors(color && supportsColour(process.stdout));
  return (await import("../outputs/changes-as-text.ts")).changesAsText(changes, { added: green, removed: red, bold });
}
