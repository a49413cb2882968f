import { ownFolder, reportAddress, resolvePath, stubAddress } from "./addresses.ts";
import { type Diagnostic, inReadingOrder } from "./diagnostic.ts";
import type { Attachment, OutputFile, Settings, Site, Source } from "./model.ts";
import { outputs } from "./outputs/index.ts";
import type { Templates } from "./outputs/templates.ts";
import { type Compiled, compile, type OpenedReport, openReport } from "./report/compile.ts";
import type { ReportPlace } from "./report/links.ts";
import { decode } from "./report/source.ts";
import { type Finding, type Raise, toDiagnostic } from "./rules/catalogue.ts";
import { assemble } from "./site/assemble.ts";
import { sortFiles } from "./site/content-files.ts";
import { defaultSettings, readSettings } from "./site/settings.ts";

/** A content folder as it was read; paths are below it, with `/` between their parts. */
export interface Content {
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly settings: Uint8Array | undefined;
  readonly others: readonly string[];
  readonly findings: readonly Finding[];
}

export interface BuildOptions {
  /** Takes the place of the settings' `base-url`. */
  readonly baseUrl?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Checked {
  readonly settings: Settings;
  readonly compiled: readonly Compiled[];
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/** From content to one edition's reports, checked: read, parse, triage, number, abbreviate, refer, render, assemble. */
export function checkContent(content: Content, options: BuildOptions): Checked {
  const beforeTriage = [...content.findings];
  const raise: Raise = (finding) => beforeTriage.push(finding);
  const settings = settingsOf(content, options, raise);
  const { reports, annexTexts } = sortFiles(content, raise);
  const opened = reports.flatMap((path) => read(content, path, raise) ?? []).map(openReport);
  const around = { settings, ...surroundings(content, opened, annexTexts) };
  const compiled = opened.map((report, index) => {
    options.onProgress?.(index, opened.length);
    return compile(report, around);
  });
  raiseUnnamed(annexTexts, around, raise);
  const between: Finding[] = [];
  const site = assemble(settings, compiled, (finding) => between.push(finding));
  const published = new Set(site.reports.map(({ path }) => path));
  const diagnostics = [
    ...beforeTriage.map((finding) => ({ ...toDiagnostic(finding), mayQuote: finding.place.path === SETTINGS })),
    ...compiled.flatMap((report) => report.diagnostics),
    ...between.map((finding) => ({ ...toDiagnostic(finding), mayQuote: published.has(finding.place.path) })),
  ];
  return { settings, compiled, site, diagnostics: diagnostics.sort(inReadingOrder) };
}

const SETTINGS = "site.yml";

function read(content: Content, path: string, raise: Raise): Source | undefined {
  const bytes = path === SETTINGS ? content.settings : content.texts.get(path);
  return bytes && decode(path, bytes, raise);
}

function settingsOf(content: Content, { baseUrl }: BuildOptions, raise: Raise): Settings {
  const source = read(content, SETTINGS, raise);
  const settings = (source && readSettings(source, raise)) ?? defaultSettings;
  return baseUrl === undefined ? settings : { ...settings, baseUrl };
}

/** What a report may know of the files and reports around it; it remembers which annexes were asked for. */
function surroundings(content: Content, opened: readonly OpenedReport[], annexTexts: ReadonlySet<string>) {
  const places = new Map(opened.map((report) => [report.source.path, placeOfReport(report)]));
  const withheld = withheldFiles(opened);
  const named = new Set<string>();
  return {
    named,
    files: { attachment: (path: string) => content.attachments.get(path), isWithheld: withheld.has },
    annexSource: (path: string, raise: Raise): Source | undefined => {
      named.add(path);
      return annexTexts.has(path) ? read(content, path, raise) : undefined;
    },
    reportAt: (path: string): ReportPlace =>
      places.get(path) ?? { kind: content.texts.has(path) ? "not published" : "missing" },
  };
}

function raiseUnnamed(annexTexts: ReadonlySet<string>, around: ReturnType<typeof surroundings>, raise: Raise): void {
  for (const path of annexTexts) {
    if (around.named.has(path) || around.files.isWithheld(path)) continue;
    const message = "this file lies in a report's folder, and no annex of that report names it";
    const fix = "name it in the report's `annexes:`, or move it up to publish it as a report";
    raise({ rule: "file-unnamed", place: { path, line: 1, column: 1 }, message, fix });
  }
}

/** Every file of the site, no two at one path. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  return outputs.flatMap((output) => output(site, templates));
}

function placeOfReport({ source, reading }: OpenedReport): ReportPlace {
  if (reading === undefined || reading.frontmatter.draft) return { kind: "not published" };
  return reading.confidentiality === "public"
    ? { kind: "page", address: reportAddress(source.path) }
    : { kind: "stub", address: stubAddress(source.path, reading.frontmatter.publicTitle) };
}

/** Withheld in one place is withheld everywhere: the files of withheld annexes, and all that lies beside a withheld report. */
function withheldFiles(opened: readonly OpenedReport[]): { readonly has: (path: string) => boolean } {
  const files = new Set<string>();
  const folders: string[] = [];
  for (const { source, reading } of opened) {
    if (reading?.confidentiality !== "public") folders.push(ownFolder(source.path));
    for (const { file, withholding } of reading?.frontmatter.annexes ?? []) {
      const path = file === undefined ? undefined : resolvePath(source.path, file);
      if (path !== undefined && (withholding !== undefined || reading?.confidentiality !== "public")) files.add(path);
    }
  }
  return { has: (path) => files.has(path) || folders.some((folder) => path.startsWith(folder)) };
}
