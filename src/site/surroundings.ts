import { oneSpelling, ownFolder, reportAddress, resolvePath, stubAddress } from "../addresses.ts";
import type { Content } from "../content.ts";
import type { Edition, Source } from "../model.ts";
import type { OpenedReport } from "../report/compile.ts";
import { SHARED } from "../report/file-lookup.ts";
import type { ReportPlace } from "../report/links.ts";
import { decode } from "../report/source.ts";
import { markdownAnnexes } from "../report/texts.ts";
import type { Raise } from "../rules/catalogue.ts";
import { Sealed } from "../sealed.ts";

/** What a report may know of the files and reports around it; it remembers which annexes were asked for. */
export function surroundings(
  content: Content,
  opened: readonly OpenedReport[],
  annexTexts: ReadonlySet<string>,
  edition: Edition,
) {
  const places = new Map(opened.map((report) => [report.source.path, placeOfReport(report, edition)]));
  for (const report of opened) for (const [path, place] of annexPlaces(report, places)) places.set(path, place);
  const unread = unreadReports(content, opened, annexTexts);
  const withheld = withheldFiles(content, opened, unread);
  const named = new Set<string>();
  return {
    named,
    /** The folders of reports that cannot be read: what they name is not known. */
    unread: unread.map(ownFolder),
    withheldFiles: withheld.files,
    files: {
      attachment: (path: string) => content.attachments.get(path),
      exists: (path: string) => content.attachments.has(path) || content.texts.has(path),
      isWithheld: withheld.has,
    },
    annexSource: (path: string, raise: Raise): Source | undefined => {
      named.add(path);
      return annexTexts.has(path) ? readSource(content, path, raise) : undefined;
    },
    reportAt: (path: string): ReportPlace =>
      places.get(path) ?? { kind: content.texts.has(path) ? "not published" : "missing" },
  };
}

/** Raises the Markdown files in reports' folders that no report asked for as an annex. */
export function raiseUnnamed(
  annexTexts: ReadonlySet<string>,
  around: ReturnType<typeof surroundings>,
  raise: Raise,
): void {
  for (const path of annexTexts) {
    if (around.named.has(path) || around.withheldFiles.has(oneSpelling(path))) continue;
    if (around.unread.some((folder) => path.startsWith(folder))) continue;
    const message = "this file lies in a report's folder, and no annex of that report names it";
    const fix = "name it in the report's `annexes:`, or move it up to publish it as a report";
    raise({ rule: "file-unnamed", place: { path, line: 1, column: 1 }, message, fix });
  }
}

/** The text of a Markdown file of the content folder, decoded; what is wrong with its bytes is raised. */
export function readSource(content: Content, path: string, raise: Raise): Source | undefined {
  const bytes = content.texts.get(path);
  const decoded = bytes && decode(path, Sealed.open(bytes), raise);
  return decoded && { path, text: new Sealed(decoded.text) };
}

function placeOfReport({ source, reading }: OpenedReport, edition: Edition): ReportPlace {
  if (reading === undefined || reading.frontmatter.draft) return { kind: "not published" };
  return reading.confidentiality === "public" || edition === "members"
    ? { kind: "page", address: reportAddress(source.path) }
    : { kind: "stub", address: stubAddress(source.path, reading.frontmatter.publicTitle) };
}

/** An annex that is a Markdown file stands on the page of its report. */
function annexPlaces(
  { source, reading }: OpenedReport,
  places: ReadonlyMap<string, ReportPlace>,
): readonly (readonly [string, ReportPlace])[] {
  const place = places.get(source.path);
  return [...markdownAnnexes(source.path, reading?.frontmatter.annexes ?? [])].flatMap(([path, { letter }]) => {
    if (place === undefined) return [];
    const annex = { reportPath: source.path, fragment: `annex-${letter}` };
    return [[path, place.kind === "page" ? { ...place, annex } : place] as const];
  });
}

/** The reports that cannot be read, so that nobody knows what they withhold until they are mended. */
function unreadReports(
  content: Content,
  opened: readonly OpenedReport[],
  annexTexts: ReadonlySet<string>,
): readonly string[] {
  const read = new Set(opened.flatMap(({ source, reading }) => (reading === undefined ? [] : [source.path])));
  return [...content.texts.keys()].filter((path) => !read.has(path) && !annexTexts.has(path));
}

/** Whether a report that cannot be read may name a file that others share. */
function mayNameShared(content: Content, path: string): boolean {
  const bytes = content.texts.get(path);
  const raw = bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
  // Within quotation marks YAML knows a backslash, with which the name can be written otherwise.
  return raw.includes("\uFFFD") || /shared|\\|\0/i.test(raw);
}

function startsWithAny(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder));
}

/** Withheld in one place is withheld everywhere: the files of withheld annexes, and all that lies beside a withheld report. */
function withheldFiles(content: Content, opened: readonly OpenedReport[], unread: readonly string[]) {
  const files = new Set<string>();
  const contents = new Set<string>();
  const contentOf = (path: string): string | undefined => {
    const text = content.texts.get(path);
    return text === undefined
      ? content.attachments.get(path)?.hash
      : new TextDecoder("latin1").decode(Sealed.open(text));
  };
  const folders = unread.some((path) => mayNameShared(content, path)) ? [SHARED] : [];
  // Any file beside a report that cannot be read may be one that it withholds, and so may a copy of it.
  for (const folder of [...unread.map(ownFolder), ...folders]) {
    for (const path of [...content.texts.keys(), ...content.attachments.keys()]) {
      const kept = path.startsWith(folder) ? contentOf(path) : undefined;
      if (kept !== undefined) contents.add(kept);
    }
  }
  for (const { source, reading } of opened) {
    const isOpen = reading?.confidentiality === "public";
    if (!isOpen) folders.push(oneSpelling(ownFolder(source.path)));
    for (const { file, withholding } of reading?.frontmatter.annexes ?? []) {
      const path = file === undefined ? undefined : resolvePath(source.path, file);
      if (path === undefined || (withholding === undefined && isOpen)) continue;
      files.add(oneSpelling(path));
      const kept = contentOf(path);
      if (kept !== undefined) contents.add(kept);
    }
  }
  const has = (path: string): boolean =>
    files.has(oneSpelling(path)) ||
    startsWithAny(oneSpelling(path), folders) ||
    (contents.size > 0 && contents.has(contentOf(path) ?? ""));
  return { files, has };
}
