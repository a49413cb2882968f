import { foldersAbove } from "../addresses.ts";
import type { Content } from "../content.ts";
import type { PlainFileName } from "../report/plain-file.ts";
import type { Finding, Raise } from "../rules/catalogue.ts";
import { plainFileName } from "./plain-file-names.ts";

export interface SortedFiles {
  readonly reports: readonly string[];
  /** Markdown files that lie in a report's folder: annexes of that report. */
  readonly annexTexts: ReadonlySet<string>;
  /** The files of meetings, and plain pages. */
  readonly plainFiles: readonly PlainFileName[];
}

/** Tells reports from the texts of annexes, meetings and plain pages, and raises files that lie where none is expected. */
export function sortFiles(content: Pick<Content, "texts" | "attachments" | "others">, raise: Raise): SortedFiles {
  const texts = [...content.texts.keys()].filter((path) => path.startsWith("reports/"));
  const plain = [...content.texts.keys()].filter((path) => !path.startsWith("reports/"));
  const isInReportFolder = (path: string): boolean =>
    foldersAbove(path).some((folder) => content.texts.has(`${folder}.md`));
  const annexTexts = new Set(texts.filter(isInReportFolder));
  for (const path of content.attachments.keys()) {
    if (path.startsWith("shared/") || isInReportFolder(path)) continue;
    if (/\.(?:markdown|mdown|mkd|md)$/i.test(path))
      raise({
        rule: "file-elsewhere",
        place: { path, line: 1, column: 1 },
        message: "this looks like a report, and its name does not end in .md",
        fix: "rename it so that it ends in .md",
      });
    else
      raise({
        rule: "file-elsewhere",
        place: { path, line: 1, column: 1 },
        message: "this file lies beside no report, so nothing can publish it",
        fix: "move it into the folder of its report (update/ beside update.md), or into shared/",
      });
  }
  for (const path of content.others) raise(elsewhere(path));
  return {
    reports: texts.filter((path) => !annexTexts.has(path)),
    annexTexts,
    plainFiles: plain.flatMap((path) => plainFileName(path, raise) ?? []),
  };
}

function elsewhere(path: string): Finding {
  const place = { path, line: 1, column: 1 };
  if (/^(?:pages|meetings)\//.test(path)) {
    const isText = /\.(?:markdown|mdown|mkd|md|txt)$/i.test(path);
    return {
      rule: "file-elsewhere",
      place,
      message: `only files that end in .md lie in ${path.split("/", 1)[0]}/`,
      fix: isText ? "rename it so that it ends in .md" : "move it into shared/, and link to it from there",
    };
  }
  const fix = path.endsWith(".md")
    ? "move it below reports/"
    : "move it into the folder of the report that it belongs to";
  return {
    rule: "file-elsewhere",
    place,
    message: "no file is expected here: the content folder holds site.yml, reports/, shared/, pages/ and meetings/",
    fix,
  };
}
