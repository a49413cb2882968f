import { ownFolder, pagePath, reportAddress } from "../addresses/addresses.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { filesOnDisk } from "../io/content-files.ts";
import type { InspectedFolder } from "../io/published-bytes.ts";
import { nothingRead, openContent, type WholeContent } from "../io/read-content.ts";
import type { WeighedBefore } from "../io/text-costs.ts";
import type { Edition } from "../model/settings.ts";
import type { OutputFile } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { FaultInOutput } from "../outputs/fault-in-output.ts";
import { makeOutputs } from "../outputs/index.ts";
import { addressOf } from "../outputs/page.ts";
import type { Templates } from "../outputs/templates.ts";
import type { Checked } from "../pipeline/check-content.ts";
import { addressOfPlainFile } from "../report/compile/compile-page.ts";
import { emptyCache } from "../site/compile-cache.ts";
import type { Faults } from "../site/compile-reports.ts";
import { isOfWholeSite, SETTINGS, type Theme } from "../site/content.ts";
import { madeOfSite } from "../site/made-of-site.ts";
import { checkWithinMeans } from "./check-within-means.ts";
import { type CheckedFiles, checkedFiles } from "./checked-files.ts";

/** What a page of the preview says of the file that it is made of. */
export type Mark = "draft" | "withheld" | "broken";

/** What is known of the page that one file of the content has. */
export interface PageOfFile {
  /** The path of the file below the content folder. */
  readonly path: string;
  readonly marks: readonly Mark[];
  /** Where each numbered paragraph was written, by its id. */
  readonly writtenAt: ReadonlyMap<string, { readonly path: string; readonly line: number }>;
  /** What is wrong with the file, or with what belongs to it. */
  readonly findings: readonly Diagnostic[];
}

/**
 * A site as its content was when it was looked at last. It lies in memory, and is no site that could be published: it
 * holds drafts.
 */
export interface SiteInMemory {
  /** Every file of the site, by its path in it. */
  readonly files: ReadonlyMap<string, OutputFile>;
  /** What is known of pages, by their addresses below the root of the site. */
  readonly pages: ReadonlyMap<string, PageOfFile>;
  /** The path of the site's root on its host, beginning and ending in `/`. */
  readonly basePath: string;
  /** The content folder, with what its files were found to be. */
  readonly inspected: InspectedFolder;
  /** The files of the content that may be opened in an editor. */
  readonly isContent: (path: string) => boolean;
  readonly findings: readonly Diagnostic[];
  readonly checked: CheckedFiles;
  /** Whether the settings, a template or the styles have an error, so that the pages are those from before. */
  readonly isFromBefore: boolean;
  /** The addresses of the pages that changed since it was looked at before: none the first time. */
  readonly changed: readonly string[];
  /** Whether a file that several pages may show was changed since then. */
  readonly isSharedChanged: boolean;
}

export interface SiteInMemoryOptions {
  readonly folder: string;
  readonly edition: Edition;
  readonly asOf: CalendarDate | undefined;
  readonly templates: (theme: Theme | undefined) => Templates | Promise<Templates>;
}

/**
 * Makes a function that looks at the content folder, and makes the site of it again: only what was changed is compiled. It throws
 * `ContentFolderError` where the folder cannot be read, and `FaultInOutput` where a template is at fault.
 */
export function siteInMemory({ folder, edition, asOf, templates }: SiteInMemoryOptions): () => Promise<SiteInMemory> {
  const read = nothingRead();
  const cache = emptyCache();
  const weighed: WeighedBefore = new WeakMap();
  let before: { readonly site: SiteInMemory; readonly sources: ReadonlyMap<string, object> } | undefined;
  return async () => {
    const source = filesOnDisk(folder);
    const content = await openContent(source, read);
    const check = (faults: Faults): Promise<Checked> =>
      checkWithinMeans(content, { edition, asOf, keepGoing: true, areDraftsShown: true, cache, faults }, weighed);
    const { checked, files } = await leavingOutFaults(check, await templates(content.theme));
    const sources = sourcesOf(content, files);
    const isLookBroken = checked.diagnostics.some(
      ({ severity, place }) => severity === "error" && isOfWholeSite(place.path),
    );
    const isFromBefore = isLookBroken && before !== undefined;
    const byPath = new Map(files.map((file) => [file.path, file] as const));
    const site = before?.site;
    const pages = isFromBefore && site !== undefined ? site.pages : pagesOf(checked, content, byPath);
    const made: SiteInMemory = {
      files: isFromBefore && site !== undefined ? site.files : byPath,
      pages,
      basePath: isFromBefore && site !== undefined ? site.basePath : checked.settings.basePath,
      inspected: { folder, attachments: content.attachments, nameOnDisk: source.nameOnDisk },
      isContent: (path) =>
        path === SETTINGS ||
        content.theme?.files.has(path) === true ||
        content.texts.has(path) ||
        content.attachments.has(path),
      findings: checked.diagnostics,
      checked: checkedFiles(checked, edition),
      isFromBefore,
      ...(before === undefined ? { changed: [], isSharedChanged: false } : changesIn(sources, before.sources, pages)),
    };
    before = { site: made, sources };
    return made;
  };
}

/**
 * Makes the files of a site of what is sound, as a build does that keeps going. Throws `FaultInOutput` where a template
 * is filled for no page at all: then no report is to blame.
 */
async function leavingOutFaults(
  check: (faults: Faults) => Promise<Checked>,
  templates: Templates,
): Promise<{ readonly checked: Checked; readonly files: readonly OutputFile[] }> {
  const faults = new Map<string, Finding>();
  for (;;) {
    const checked = await check(faults);
    const { watched, broken } = watchedTemplates(templates);
    const result = madeOfSite(checked, (site) => makeOutputs({ ...site, hasSearch: false }, watched));
    if ("made" in result) return { checked, files: result.made };
    const [fault] = broken();
    if (fault !== undefined) throw new FaultInOutput(`${fault[0]}.hbs`, fault[1]);
    const known = faults.size;
    for (const [path, finding] of result.faults) faults.set(path, finding);
    if (faults.size === known) throw new Error("a file that was left out has an error again");
  }
}

/**
 * The same templates, and those of them that have thrown each time that they were filled, with what they threw last.
 */
function watchedTemplates(templates: Templates): {
  readonly watched: Templates;
  readonly broken: () => readonly (readonly [name: string, error: unknown])[];
} {
  const sound = new Set<string>();
  const thrown = new Map<string, unknown>();
  const render: Templates["render"] = (name, view) => {
    try {
      const text = templates.render(name, view);
      sound.add(name);
      return text;
    } catch (error) {
      thrown.set(name, error);
      throw error;
    }
  };
  return { watched: { ...templates, render }, broken: () => [...thrown].filter(([name]) => !sound.has(name)) };
}

/** The page of each report, meeting and plain page, of those that are broken, too. */
function pagesOf(
  { compiled, plainFiles, diagnostics, drafts }: Checked,
  { texts }: WholeContent,
  files: ReadonlyMap<string, OutputFile>,
): ReadonlyMap<string, PageOfFile> {
  const pages = new Map<string, PageOfFile>();
  const isThere = (address: string): boolean => files.has(pagePath(address));
  const found = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const others = found.get(diagnostic.place.path);
    if (others === undefined) found.set(diagnostic.place.path, [diagnostic]);
    else others.push(diagnostic);
  }
  const findingsAt = (path: string): readonly Diagnostic[] => found.get(path) ?? [];
  for (const { path, report, stub, diagnostics: own } of compiled) {
    const item = report ?? stub;
    const address = item === undefined ? reportAddress(path) : addressOf(item);
    const marks: Mark[] = [
      ...(drafts.has(path) ? (["draft"] as const) : []),
      ...(stub !== undefined || report?.isWithheld === true ? (["withheld"] as const) : []),
      ...(isThere(address) ? [] : (["broken"] as const)),
    ];
    const between = findingsAt(path).filter((diagnostic) => !own.includes(diagnostic));
    pages.set(address, { path, marks, writtenAt: report?.writtenAt ?? NOWHERE, findings: [...own, ...between] });
  }
  for (const { path, name } of plainFiles) {
    const address = addressOfPlainFile(name);
    const marks = isThere(address) ? [] : (["broken"] as const);
    pages.set(address, { path, marks, writtenAt: NOWHERE, findings: findingsAt(path) });
  }
  // What cannot be read was not compiled, and has an address all the same.
  for (const path of texts.keys()) {
    const address = path.startsWith("pages/") ? reportAddress(path.slice("pages/".length)) : reportAddress(path);
    const findings = findingsAt(path);
    const isBroken = findings.some(({ severity }) => severity === "error");
    if (isBroken && !pages.has(address) && !isThere(address))
      pages.set(address, { path, marks: ["broken"], writtenAt: NOWHERE, findings });
  }
  return pages;
}

const NOWHERE: PageOfFile["writtenAt"] = new Map();

/**
 * The texts that were read, and the files that the site holds; each is the same object as long as it has not changed.
 */
function sourcesOf({ texts, attachments }: WholeContent, files: readonly OutputFile[]): ReadonlyMap<string, object> {
  const copied = files.flatMap(({ content }) => ("copyOf" in content ? [content.copyOf] : []));
  return new Map([
    ...[...texts.keys()].map((path) => [path, texts.get(path) ?? UNREAD] as const),
    ...copied.map((path) => [path, attachments.get(path) ?? UNREAD] as const),
  ]);
}

const UNREAD = {};

/** The pages of the files that were changed or are new; of an annex or a picture, that of its report. */
function changesIn(
  now: ReadonlyMap<string, object>,
  before: ReadonlyMap<string, object>,
  pages: ReadonlyMap<string, PageOfFile>,
): Pick<SiteInMemory, "changed" | "isSharedChanged"> {
  const changed = [...now].filter(([path, source]) => before.get(path) !== source).map(([path]) => path);
  return {
    changed: [...pages]
      .filter(([, { path }]) => changed.some((one) => one === path || one.startsWith(ownFolder(path))))
      .map(([address]) => address),
    isSharedChanged: changed.some((path) => path.startsWith("shared/")),
  };
}
