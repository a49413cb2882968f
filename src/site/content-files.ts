import { foldersAbove } from "../addresses.ts";
import type { Content } from "../content.ts";
import type { Finding, Raise } from "../rules/catalogue.ts";

export interface SortedFiles {
  readonly reports: readonly string[];
  /** Markdown files that lie in a report's folder: annexes of that report. */
  readonly annexTexts: ReadonlySet<string>;
}

/** Tells reports from the texts of annexes, and raises files that lie where none is expected. */
export function sortFiles(content: Pick<Content, "texts" | "attachments" | "others">, raise: Raise): SortedFiles {
  const texts = [...content.texts.keys()];
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
  return { reports: texts.filter((path) => !annexTexts.has(path)), annexTexts };
}

function elsewhere(path: string): Finding {
  const place = { path, line: 1, column: 1 };
  if (/^(?:pages|meetings)\/.*\.md$/.test(path))
    return {
      rule: "file-not-published",
      place,
      message: `this version does not publish ${path.split("/", 1)[0]}`,
      fix: "keep it for a later version, or write it as a report",
    };
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
