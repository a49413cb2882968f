import { outcomesPath, reportAddress, stubAddress } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import { Sealed } from "../model/sealed.ts";
import type { Edition } from "../model/settings.ts";
import type { Source } from "../model/source.ts";
import type { OpenedReport } from "../report/compile/compile.ts";
import { addressOfPlainFile } from "../report/compile/compile-page.ts";
import { markdownAnnexes } from "../report/compile/number-documents.ts";
import type { ReportPlace } from "../report/links/resolve-links.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import { withdrawnOf } from "../report/withholding/withdrawn.ts";
import type { Content } from "./content.ts";
import type { SortedFiles } from "./content-files.ts";
import type { Reports } from "./opened-reports.ts";
import type { WithheldFiles } from "./withheld-files.ts";

interface FilesAround
  extends Pick<SortedFiles, "annexTexts" | "plainFiles">,
    Partial<Pick<SortedFiles, "loneFolders">> {
  readonly withheld: WithheldFiles;
  /** Whether a meeting or a plain page can be read, and is not kept back. */
  readonly isOpened?: (path: string) => boolean;
}

/** What a report may know of the files and reports around it; it remembers which annexes were asked for. */
export function compileContext(
  content: Content,
  reports: Reports,
  { annexTexts, plainFiles, loneFolders, withheld, isOpened = () => true }: FilesAround,
  edition: Edition,
) {
  const known = new Set(reports.paths);
  const plain = new Map(plainFiles.map((name) => [name.path, name]));
  const named = new Set<string>();
  return {
    named,
    files: {
      attachment: (path: string) => content.attachments.get(path),
      exists: (path: string) => content.attachments.has(path) || content.texts.has(path),
      isWithheld: withheld.has,
      isInDoubt: withheld.isInDoubt,
      folderWithoutReport: (path: string) => loneFolders?.folderOf(path),
    },
    annexSource: (path: string, raise: Raise): Source | undefined => {
      named.add(path);
      return annexTexts.has(path) ? readSource(content, path, raise) : undefined;
    },
    outcomesSource: (report: string, raise: Raise): Source | undefined =>
      content.texts.has(outcomesPath(report)) ? readSource(content, outcomesPath(report), raise) : undefined,
    reportAt: (path: string): ReportPlace => {
      const name = plain.get(path);
      if (name !== undefined && isOpened(path)) return { kind: "page", address: addressOfPlainFile(name) };
      const owner = known.has(path) ? path : reports.ownerOf(path);
      const report = owner === undefined ? undefined : reports.open(owner);
      const place = report && (owner === path ? placeOfReport(report, edition) : placeOfAnnex(path, report, edition));
      return place ?? { kind: content.texts.has(path) ? "not published" : "missing" };
    },
  };
}

/** What says of a Markdown file that it is an annex: which ones were asked for, whose folder it is in, and what is withheld. */
interface NamedAsAnnexes {
  readonly named: ReadonlySet<string>;
  readonly reports: Reports;
  readonly withheld: WithheldFiles;
}

/** Raises those Markdown files in reports' folders that no report asked for as an annex. */
export function raiseUnnamed(
  paths: Iterable<string>,
  { named, reports, withheld }: NamedAsAnnexes,
  raise: Raise,
): void {
  for (const path of paths) {
    const owner = reports.ownerOf(path);
    const reading = owner === undefined ? undefined : reports.open(owner)?.reading;
    // Nothing that belongs to a report that was withdrawn is published, or needs to be named.
    const isOwnerUnread = owner !== undefined && (reading === undefined || reading.frontmatter.withdrawn !== undefined);
    if (named.has(path) || isOwnerUnread || withheld.isNamed(path)) continue;
    const message = "this file lies in a report's folder, and no annex of that report names it";
    const fix = "name it in the report's `annexes:`, or move it up to publish it as a report";
    raise({ rule: "file-unnamed", place: { path, line: 1, column: 1 }, message, fix });
  }
}

/** The text of a Markdown file of the content folder, decoded; what is wrong with its bytes is raised. */
function readSource(content: Content, path: string, raise: Raise): Source | undefined {
  const bytes = content.texts.get(path);
  const why = content.texts.unread?.(path);
  if (why !== undefined) raise(why);
  const decoded = bytes && decode(path, Sealed.open(bytes), raise);
  return decoded && { path, text: new Sealed(decoded.text) };
}

function placeOfReport({ source, reading }: OpenedReport, edition: Edition): ReportPlace {
  if (reading === undefined || reading.frontmatter.draft) return { kind: "not published" };
  const withdrawn = withdrawnOf(source.path, reading.frontmatter, reading.confidentiality);
  if (withdrawn !== undefined) return { kind: "stub", address: withdrawn.address };
  return reading.confidentiality === "public" || edition === "members"
    ? { kind: "page", address: reportAddress(source.path) }
    : { kind: "stub", address: stubAddress(source.path, reading.frontmatter.publicTitle) };
}

/** An annex that is a Markdown file stands on the page of its report. */
function placeOfAnnex(path: string, report: OpenedReport, edition: Edition): ReportPlace | undefined {
  const reportPath = report.source.path;
  const annex = markdownAnnexes(reportPath, report.reading?.frontmatter.annexes ?? []).get(path);
  if (annex === undefined) return undefined;
  const place = placeOfReport(report, edition);
  return place.kind === "page" ? { ...place, annex: { reportPath, fragment: `annex-${annex.letter}` } } : place;
}
