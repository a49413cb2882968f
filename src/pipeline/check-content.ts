import { isOutcomesFile, reportOfOutcomes } from "../addresses/addresses.ts";
import { type Finding, type Raise, toDiagnostic } from "../diagnostics/catalogue.ts";
import { type Diagnostic, frameAt, inReadingOrder, withoutQuotes } from "../diagnostics/diagnostic.ts";
import { withSeverities } from "../diagnostics/severities.ts";
import { Sealed } from "../model/sealed.ts";
import type { Edition, Settings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import { raiseStatementMissing } from "../site/accessibility-statement.ts";
import { type CompileCache, emptyCache, noCache, type SettingsReading } from "../site/compile-cache.ts";
import { compileContext, raiseUnnamed } from "../site/compile-context.ts";
import { type CompiledReports, compileReports, type Faults } from "../site/compile-reports.ts";
import { type Content, isOfTheme, SETTINGS } from "../site/content.ts";
import { type SortedFiles, sortFiles } from "../site/content-files.ts";
import { compilePlainFileWithin, compileWithin, type ExcessOf } from "../site/file-excess.ts";
import { withLogo } from "../site/logo.ts";
import { compileNamed } from "../site/named-files.ts";
import { headingLine } from "../site/new-report.ts";
import { openedPlainFiles, type PlainFiles } from "../site/opened-plain-files.ts";
import { openedReports, type Reports } from "../site/opened-reports.ts";
import { raiseReleaseNotDue, withReleases } from "../site/released-reports.ts";
import { defaultSettings, jurisdictionsNamedIn, readSettings, withBase } from "../site/settings.ts";
import { draftsAmong, withDraftsShown } from "../site/shown-drafts.ts";
import { type WithheldFiles, whatMayWithhold, withheldFiles } from "../site/withheld-files.ts";
import { withoutIgnored } from "./ignored-findings.ts";

export interface BuildOptions {
  /** The public edition, if none is named. */
  readonly edition?: Edition | undefined;
  /** Takes the place of the settings' `base-url`, or of its path. */
  readonly baseUrl?: string | undefined;
  /** The day that reviews and recommendations are held against; the newest date of a report, if none is given. */
  readonly asOf?: CalendarDate | undefined;
  /** Leave out reports with an error, and make a site of the others. */
  readonly keepGoing?: boolean | undefined;
  /** `false` where no PDFs are made, so that no text needs to be one that their fonts can show. */
  readonly pdf?: boolean | undefined;
  /**
   * The reports, meetings and plain pages that are wanted, if not all are: what is found of others need not be all that
   * there is.
   */
  readonly named?: ReadonlySet<string> | undefined;
  /** A whole site that is to be published is asked for an accessibility statement, as a check asks, and no build does. */
  readonly asksForStatement?: boolean | undefined;
  /** What is said of files at which a later stage stopped: they are left out. */
  readonly faults?: Faults | undefined;
  /** Drafts are treated as reports that are none: for a preview, which nobody publishes. */
  readonly areDraftsShown?: boolean | undefined;
  /** What runs before this one found out. */
  readonly cache?: CompileCache | undefined;
  /** What takes more than a text may; nothing does, if nothing is said. */
  readonly excessOf?: ExcessOf | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Checked {
  readonly settings: Settings;
  readonly compiled: readonly Compiled[];
  readonly plainFiles: readonly CompiledPlainFile[];
  readonly site: Site;
  /** The site as it would be with no other files than these. */
  readonly siteOf: (paths: ReadonlySet<string>) => Site;
  readonly diagnostics: readonly Diagnostic[];
  /** The reports that are drafts, where drafts are shown. */
  readonly drafts: ReadonlySet<string>;
}

/** From content to one edition's site, checked: read, parse, number, triage, abbreviate, refer, render, assemble. */
export function checkContent(content: Content, options: BuildOptions): Checked {
  const { edition = "public", asOf, keepGoing = false, onProgress, named, faults = new Map() } = options;
  const beforeTriage = [...content.findings];
  const raise: Raise = (finding) => beforeTriage.push(finding);
  const opened = openAll(content, options, raise);
  const { settings, reports, open, drafts, withheld, asked, copies, context, compile, compilePlainFile } = opened;
  const { reports: paths, annexTexts, plainFiles: names } = opened.sorted;
  const compiling = { edition, asOf, keepGoing, faults, onProgress, compile, compilePlainFile };
  const made =
    named === undefined
      ? compileReports(
          paths.flatMap((path) => open.reports.open(path) ?? []),
          names.flatMap(({ path }) => open.plain.open(path) ?? []),
          context,
          compiling,
        )
      : compileNamed(named, { content, ...open }, context, compiling);
  const { compiled, site, siteOf, between } = made;
  const ofNamed = [...annexTexts].filter((path) => named?.has(reports.ownerOf(path) ?? path) ?? true);
  raiseUnnamed(ofNamed, { named: asked, reports, withheld }, raise);
  if (options.asksForStatement) raiseStatementMissing(site, made.plainFiles, raise);
  const others = [
    ...withSeverities(
      beforeTriage.map((finding) => ofWholeSite(finding, content, copies)),
      settings.severities,
    ),
    ...withSeverities(between.map(toDiagnostic), settings.severities).map(quotedBetween(site, made, content)),
  ];
  const ofEach = [...compiled, ...made.plainFiles].flatMap((file) => file.diagnostics);
  const ignores = [...compiled, ...made.plainFiles].flatMap((file) => file.ignores ?? []);
  const all = [...others, ...ofEach];
  const diagnostics = [...withoutIgnored(all, ignores, settings.severities)].sort(inReadingOrder);
  return { settings, compiled, plainFiles: made.plainFiles, site, siteOf, diagnostics, drafts };
}

/**
 * Compiles single reports of a folder as `checkContent` does at first, for the cache to keep what comes of them. Others
 * are opened where one of these asks for them.
 */
export function compilingEach(content: Content, options: BuildOptions): (path: string) => void {
  const { open, context, compile } = openAll(content, options, undefined);
  return (path) => {
    const report = open.reports.open(path);
    if (report !== undefined) compile(report, context, options.edition ?? "public");
  };
}

/**
 * Reads the settings and the frontmatter of everything, which says what may be compiled, and what each may know. Where
 * nobody listens to what is wrong with them, each is read when it is asked for.
 */
function openAll(content: Content, options: BuildOptions, listener: Raise | undefined) {
  const raise: Raise = listener ?? (() => {});
  const { edition = "public", asOf, named, excessOf = () => undefined } = options;
  // Named files may be compiled twice; where all are compiled once, remembering would only take time.
  const { cache = named === undefined ? noCache() : emptyCache() } = options;
  const isNamed = (path: string): boolean => named === undefined || named.has(path);
  const written = settingsOf(content, options, cache, raise);
  const sorted = sortFiles(content, raise);
  const { reports: paths, plainFiles: names } = sorted;
  if (paths.length === 0) raise(noReports);
  const onDisk = openedReports(content, paths, cache);
  const drafts = options.areDraftsShown ? draftsAmong(onDisk) : new Set<string>();
  const reports = withReleases(drafts.size > 0 ? withDraftsShown(onDisk) : onDisk, asOf);
  const plain = openedPlainFiles(content, names, cache.plainOpenings);
  const wanted = new Set([...paths, ...names.map(({ path }) => path)].filter(isNamed));
  if (listener !== undefined) raiseOpened(wanted, { reports, plain, asOf }, raise);
  const headings = new Set(written.reportHeadings.map((heading) => headingLine(heading).normalize("NFC").trimEnd()));
  const isEachOpened = named === undefined && listener !== undefined;
  const mayWithhold = isEachOpened ? () => true : whatMayWithhold(content);
  const withheld = withheldFiles(content, reports, mayWithhold, headings);
  const settings = withLogo(written, content, withheld, raise);
  const copies = raiseWithheldTheme(content, withheld, raise);
  const isKept = keptBack(sorted, reports, withheld, raise);
  const known = new Map<string, boolean>();
  // What is found is raised once.
  const isKeptBack = (path: string): boolean => {
    const is = known.get(path) ?? (wanted.has(path) && isKept(path));
    known.set(path, is);
    return is;
  };
  if (listener !== undefined) for (const path of wanted) isKeptBack(path);
  const open = withoutThese(isKeptBack, reports, plain);
  const isOpened = (path: string): boolean => open.plain.open(path) !== undefined;
  const { named: asked, ...answers } = compileContext(
    content,
    open.reports,
    { ...sorted, withheld, isOpened },
    edition,
  );
  return {
    settings,
    sorted,
    reports,
    open,
    drafts,
    withheld,
    asked,
    copies,
    context: { settings, ...answers },
    compile: compileWithin(excessOf, cache.compile),
    compilePlainFile: compilePlainFileWithin(excessOf, cache.compilePlainFile),
  };
}

/** Raises what is wrong with the bytes of files, and with the day of a release. */
function raiseOpened(
  wanted: ReadonlySet<string>,
  { reports, plain, asOf }: { readonly reports: Reports; readonly plain: PlainFiles } & Pick<BuildOptions, "asOf">,
  raise: Raise,
): void {
  const paths = reports.paths.filter((path) => wanted.has(path));
  for (const path of paths) for (const finding of reports.findingsOf(path)) raise(finding);
  for (const path of paths) raiseReleaseNotDue(reports.open(path), asOf, raise);
  for (const { path } of plain.names)
    if (wanted.has(path)) for (const finding of plain.findingsOf(path)) raise(finding);
}

/**
 * Finds files that are not compiled, because of their names, or because their text is withheld elsewhere, which is
 * raised.
 */
function keptBack(
  { misnamed }: SortedFiles,
  reports: Reports,
  withheld: WithheldFiles,
  raise: Raise,
): (path: string) => boolean {
  const known = new Set(reports.paths);
  return (path) => {
    const reading = reports.open(path)?.reading;
    // Nothing of the text of a report that was withdrawn is published.
    const isPublic =
      !known.has(path) || (reading?.confidentiality === "public" && reading.frontmatter.withdrawn === undefined);
    if (isPublic && withheld.withSameText(path) !== undefined) {
      raise({
        rule: "text-withheld",
        place: { path, line: 1, column: 1 },
        message: "the text of this file is the same as that of a file that is withheld, so it is not published",
        fix: `write here what may be published${known.has(path) ? ", withhold this report, too," : ","} or delete the file; if all of it is public now, no longer withhold the other file`,
        quotesNothing: true,
      });
      return true;
    }
    return misnamed.has(path);
  };
}

/** The reports and plain files of a folder, but for those that are kept back: these can be opened by nothing. */
function withoutThese(
  isKeptBack: (path: string) => boolean,
  reports: Reports,
  plain: PlainFiles,
): { readonly reports: Reports; readonly plain: PlainFiles } {
  return {
    reports: { ...reports, open: (path) => (isKeptBack(path) ? undefined : reports.open(path)) },
    plain: { ...plain, open: (path) => (isKeptBack(path) ? undefined : plain.open(path)) },
  };
}

const noReports: Finding = {
  rule: "no-reports",
  place: { path: "reports", line: 1, column: 1 },
  message: "there is no report below reports/, so the site has no reports",
  fix: "put reports there, as files that end in .md",
};

function settingsOf(
  content: Content,
  { baseUrl, pdf = true }: BuildOptions,
  cache: CompileCache,
  raise: Raise,
): Settings {
  const { settings: bytes } = content;
  const before = bytes && cache.settings.get(bytes);
  const isUnread = bytes === undefined && content.findings.some(({ place }) => place.path === SETTINGS);
  const reading = before ?? (isUnread ? UNREAD : readSettingsOf(bytes));
  if (bytes !== undefined) cache.settings.set(bytes, reading);
  for (const finding of reading.findings) raise(finding);
  const { severities } = reading.settings;
  return {
    ...(baseUrl === undefined ? reading.settings : withBase(reading.settings, baseUrl)),
    ...(pdf ? {} : { severities: new Map([...severities, ["character-not-in-fonts", "off"]]) }),
  };
}

function readSettingsOf(bytes: Uint8Array | undefined): SettingsReading {
  if (bytes === undefined) return { settings: defaultSettings, findings: [] };
  const findings: Finding[] = [];
  const raise: Raise = (finding) => findings.push(finding);
  const source = decode(SETTINGS, bytes, raise);
  return { settings: (source && readSettings(source, raise)) ?? unreadSettings(source?.text ?? ""), findings };
}

/** Where the settings cannot be read, nobody knows which short forms they explain, or how many days they ask for; their nations have lines of their own. */
function unreadSettings(text: string): Settings {
  const severities = new Map([["abbreviation-undefined", "off"]] as const);
  return { ...defaultSettings, jurisdictions: jurisdictionsNamedIn(text), clearDays: 0, severities };
}

/** The settings are there, and nobody knows what is in them; that is told already. */
const UNREAD: SettingsReading = { settings: unreadSettings(""), findings: [] };

/** Raises files that say how the site looks, and are copies of what is withheld; gives their paths. */
function raiseWithheldTheme({ theme }: Content, withheld: WithheldFiles, raise: Raise): ReadonlySet<string> {
  const copies = [...(theme?.files ?? [])].filter(([, bytes]) => withheld.hasBytes(bytes)).map(([path]) => path);
  for (const path of copies)
    raise({
      rule: "text-withheld",
      place: { path, line: 1, column: 1 },
      message: "this file is the same as one that is withheld, so it is not published",
      fix: "write here what may be published; if all of it is public, no longer withhold the other file",
      quotesNothing: true,
    });
  return new Set(copies);
}

/** The settings, templates and styles hold nothing that is withheld, so their lines may be shown, but for copies. */
function ofWholeSite(finding: Finding, { settings, theme }: Content, copies: ReadonlySet<string>): Diagnostic {
  const { path } = finding.place;
  const diagnostic = toDiagnostic(finding);
  if (copies.has(path)) return withoutQuotes(diagnostic);
  const bytes = path === SETTINGS ? settings : isOfTheme(path) ? theme?.files.get(path) : undefined;
  if (bytes === undefined || finding.rule === "file-too-large") return diagnostic;
  return { ...diagnostic, frame: frameAt(linesOf(bytes), finding.place) };
}

/** What is found between files may quote one of the two, so it is quoted only of what is published to everybody. */
function quotedBetween(
  { edition, reports }: Site,
  { compiled, plainFiles }: CompiledReports,
  content: Content,
): (diagnostic: Diagnostic) => Diagnostic {
  const published = new Set(edition === "public" ? reports.map(({ path }) => path) : []);
  const pathsOfWhole = (files: readonly { readonly path: string; readonly isWhollyPublic: boolean }[]) =>
    new Set(files.flatMap(({ path, isWhollyPublic }) => (isWhollyPublic ? [path] : [])));
  const [wholeReports, wholePlainFiles] = [pathsOfWhole(compiled), pathsOfWhole(plainFiles)];
  let last: { readonly path: string; readonly lines: readonly string[] | undefined } | undefined;
  // What is found in one report comes in a row.
  const linesIn = (path: string): readonly string[] | undefined => {
    if (last?.path === path) return last.lines;
    const bytes = content.texts.get(path);
    last = { path, lines: bytes && linesOf(Sealed.open(bytes)) };
    return last.lines;
  };
  return (diagnostic) => {
    const { path } = diagnostic.place;
    const owner = isOutcomesFile(path) ? reportOfOutcomes(path) : path;
    const isPlain = wholePlainFiles.has(path);
    if (!published.has(owner) && !isPlain) return withoutQuotes(diagnostic);
    const isShown = isPlain || wholeReports.has(owner);
    // A label of the file may be that of a recommendation that is withheld.
    if (owner !== path && !isShown) return withoutQuotes(diagnostic);
    return isShown ? withFrame(diagnostic, () => linesIn(path)) : diagnostic;
  };
}

/** A diagnostic with its lines, which are read when they are shown. */
function withFrame(diagnostic: Diagnostic, lines: () => readonly string[] | undefined): Diagnostic {
  return {
    ...diagnostic,
    get frame() {
      const all = lines();
      return all && frameAt(all, diagnostic.place);
    },
  };
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
}
