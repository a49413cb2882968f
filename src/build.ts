import { ownFolder, resolvePath } from "./addresses.ts";
import { type Diagnostic, inReadingOrder } from "./diagnostic.ts";
import type { Attachment, OutputFile, Settings, Site, Source } from "./model.ts";
import { outputs } from "./outputs/index.ts";
import type { Templates } from "./outputs/templates.ts";
import { type Compiled, compile, type OpenedReport, openReport } from "./report/compile.ts";
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
  const findings = [...content.findings];
  const raise: Raise = (finding) => findings.push(finding);
  const read = (path: string, bytes: Uint8Array | undefined): Source | undefined => bytes && decode(path, bytes, raise);

  const settingsSource = read("site.yml", content.settings);
  const written = settingsSource ? readSettings(settingsSource, raise) : undefined;
  const settings = {
    ...(written ?? defaultSettings),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  };
  const { reports, annexTexts } = sortFiles(content, raise);
  const opened = reports.flatMap((path) => read(path, content.texts.get(path)) ?? []).map(openReport);
  const statuses = new Map(
    opened.map((report) => [
      report.source.path,
      isPublished(report) ? ("published" as const) : ("not published" as const),
    ]),
  );
  const withheld = withheldFiles(opened);

  const named = new Set<string>();
  const compiled = opened.map((report, index) => {
    options.onProgress?.(index, opened.length);
    return compile(report, {
      settings,
      files: { attachment: (path) => content.attachments.get(path), isWithheld: (path) => withheld.has(path) },
      annexSource: (path, raiseInReport) => {
        named.add(path);
        const bytes = annexTexts.has(path) ? content.texts.get(path) : undefined;
        return bytes && decode(path, bytes, raiseInReport);
      },
      reportStatus: (path) => statuses.get(path) ?? (content.texts.has(path) ? "not published" : "missing"),
    });
  });
  for (const path of annexTexts) {
    if (named.has(path) || withheld.has(path)) continue;
    raise({
      rule: "file-unnamed",
      place: { path, line: 1, column: 1 },
      message: "this file lies in a report's folder, and no annex of that report names it",
      fix: "name it in the report's `annexes:`, or move it up to publish it as a report",
    });
  }
  const site = assemble(settings, compiled, raise);
  const diagnostics = [...findings.map(toDiagnostic), ...compiled.flatMap((report) => report.diagnostics)].sort(
    inReadingOrder,
  );
  return { settings, compiled, site, diagnostics };
}

/** Every file of the site, no two at one path. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  return outputs.flatMap((output) => output(site, templates));
}

function isPublished({ reading }: OpenedReport): boolean {
  return reading?.confidentiality === "public" && !reading.frontmatter.draft;
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
