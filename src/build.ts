import { type Content, SETTINGS } from "./content.ts";
import { type Diagnostic, inReadingOrder } from "./diagnostic.ts";
import type { OutputFile, Settings, Site } from "./model.ts";
import { outputs } from "./outputs/index.ts";
import type { Templates } from "./outputs/templates.ts";
import { type Compiled, compile, openReport } from "./report/compile.ts";
import { decode } from "./report/source.ts";
import { type Finding, type Raise, toDiagnostic } from "./rules/catalogue.ts";
import { assemble } from "./site/assemble.ts";
import { sortFiles } from "./site/content-files.ts";
import { defaultSettings, readSettings } from "./site/settings.ts";
import { raiseUnnamed, readSource, surroundings } from "./site/surroundings.ts";

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
  if (reports.length === 0) raise(noReports);
  const opened = reports.flatMap((path) => readSource(content, path, raise) ?? []).map(openReport);
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

const noReports: Finding = {
  rule: "no-reports",
  place: { path: "reports", line: 1, column: 1 },
  message: "there is no report below reports/, so the site holds none",
  fix: "put reports there, as files that end in .md",
};

function settingsOf(content: Content, { baseUrl }: BuildOptions, raise: Raise): Settings {
  const source = content.settings && decode(SETTINGS, content.settings, raise);
  const settings = (source && readSettings(source, raise)) ?? defaultSettings;
  return baseUrl === undefined ? settings : { ...settings, baseUrl };
}

/** Every file of the site. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  return outputs.flatMap((output) => output(site, templates));
}
