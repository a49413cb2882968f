import { type Content, SETTINGS } from "./content.ts";
import { type Diagnostic, frameAt, inReadingOrder, withoutQuotes } from "./diagnostic.ts";
import type { CalendarDate, Edition, OutputFile, Settings, Site } from "./model.ts";
import { outputs } from "./outputs/index.ts";
import type { Templates } from "./outputs/templates.ts";
import { type Compiled, openReport } from "./report/compile.ts";
import { decode } from "./report/source.ts";
import { type Finding, type Raise, toDiagnostic } from "./rules/catalogue.ts";
import { withSeverities } from "./rules/severities.ts";
import { Sealed } from "./sealed.ts";
import { compileReports } from "./site/compile-reports.ts";
import { sortFiles } from "./site/content-files.ts";
import { defaultSettings, readSettings } from "./site/settings.ts";
import { raiseUnnamed, readSource, surroundings } from "./site/surroundings.ts";

export interface BuildOptions {
  /** The public edition, if none is named. */
  readonly edition?: Edition | undefined;
  /** Takes the place of the settings' `base-url`. */
  readonly baseUrl?: string | undefined;
  /** The day that reviews are held against; the newest date of a report, if none is given. */
  readonly asOf?: CalendarDate | undefined;
  /** Leave out reports with an error, and make a site of the others. */
  readonly keepGoing?: boolean | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Checked {
  readonly settings: Settings;
  readonly compiled: readonly Compiled[];
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/** From content to one edition's reports, checked: read, parse, number, triage, abbreviate, refer, render, assemble. */
export function checkContent(content: Content, options: BuildOptions): Checked {
  const { edition = "public", asOf, keepGoing = false, onProgress } = options;
  const beforeTriage = [...content.findings];
  const raise: Raise = (finding) => beforeTriage.push(finding);
  const settings = settingsOf(content, options, raise);
  const { reports, annexTexts } = sortFiles(content, raise);
  if (reports.length === 0) raise(noReports);
  const opened = reports.flatMap((path) => readSource(content, path, raise) ?? []).map(openReport);
  const around = { settings, ...surroundings(content, opened, annexTexts, edition) };
  const { compiled, site, between } = compileReports(opened, settings, around, {
    edition,
    asOf,
    keepGoing,
    onProgress,
  });
  raiseUnnamed(annexTexts, around, raise);
  const others = [
    ...beforeTriage.map((finding) => ofSettings(finding, content)),
    ...between.map((finding) => ofReports(finding, site, compiled, content)),
  ];
  const ofEach = compiled.flatMap((report) => report.diagnostics);
  const diagnostics = [...withSeverities(others, settings.severities), ...ofEach].sort(inReadingOrder);
  return { settings, compiled, site, diagnostics };
}

const noReports: Finding = {
  rule: "no-reports",
  place: { path: "reports", line: 1, column: 1 },
  message: "there is no report below reports/, so the site holds none",
  fix: "put reports there, as files that end in .md",
};

function settingsOf(content: Content, { baseUrl }: BuildOptions, raise: Raise): Settings {
  const source = content.settings && decode(SETTINGS, content.settings, raise);
  const read = source && readSettings(source, raise);
  const settings = read ?? (content.settings === undefined ? defaultSettings : UNREAD);
  return baseUrl === undefined ? settings : { ...settings, baseUrl };
}

/** Where the settings cannot be read, nobody knows which short forms they explain. */
const UNREAD: Settings = { ...defaultSettings, severities: new Map([["abbreviation-undefined", "off"]]) };

/** The settings hold nothing that is withheld, so their lines may be shown. */
function ofSettings(finding: Finding, { settings }: Content): Diagnostic {
  const diagnostic = toDiagnostic(finding);
  if (finding.place.path !== SETTINGS || settings === undefined) return diagnostic;
  return { ...diagnostic, frame: frameAt(linesOf(settings), finding.place) };
}

/** What is found between reports may quote one of the two, so it is quoted only of what is published to everybody. */
function ofReports(finding: Finding, site: Site, compiled: readonly Compiled[], content: Content): Diagnostic {
  const { place } = finding;
  const diagnostic = toDiagnostic(finding);
  const isPublic = site.edition === "public" && site.reports.some(({ path }) => path === place.path);
  if (!isPublic) return withoutQuotes(diagnostic);
  const bytes = content.texts.get(place.path);
  const isShown = compiled.some(({ path, isWhollyPublic }) => path === place.path && isWhollyPublic);
  return isShown && bytes !== undefined
    ? { ...diagnostic, frame: frameAt(linesOf(Sealed.open(bytes)), place) }
    : diagnostic;
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
}

/** Every file of the site. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  return outputs.flatMap((output) => output(site, templates));
}
