import {
  foldersAbove,
  isOutcomesFile,
  OUTCOMES,
  oneSpelling,
  ownFolder,
  reportOfOutcomes,
} from "../addresses/addresses.ts";
import { problemOfName } from "../addresses/file-names.ts";
import type { Finding, Raise } from "../diagnostics/catalogue.ts";
import type { PlainFileName } from "../report/compile/compile-page.ts";
import type { Content } from "./content.ts";
import { foldersWithoutReport, type LoneFolders } from "./folders-without-report.ts";
import { plainFileName } from "./plain-file-names.ts";

export interface SortedFiles {
  readonly reports: readonly string[];
  /** Markdown files that lie in a report's folder: annexes of that report. */
  readonly annexTexts: ReadonlySet<string>;
  /** The files of meetings, and plain pages. */
  readonly plainFiles: readonly PlainFileName[];
  /** Folders of files whose report is not there. */
  readonly loneFolders: LoneFolders;
  /** Files that nothing may publish, because of their names. */
  readonly misnamed: ReadonlySet<string>;
}

/**
 * Tells reports from the texts of annexes, meetings and plain pages, and raises files that lie where none is expected.
 */
export function sortFiles(content: Pick<Content, "texts" | "attachments" | "others">, raise: Raise): SortedFiles {
  const texts = [...content.texts.keys()].filter((path) => path.startsWith("reports/") && !isOutcomesFile(path));
  const outcomes = [...content.texts.keys()].filter(isOutcomesFile);
  const plain = [...content.texts.keys()].filter((path) => !path.startsWith("reports/"));
  const isInReportFolder = (path: string): boolean =>
    foldersAbove(path).some((folder) => content.texts.has(`${folder}.md`));
  const annexTexts = new Set(texts.filter(isInReportFolder));
  const attachments = [...content.attachments.keys()];
  const reportAbove = (path: string): string | undefined =>
    foldersAbove(path)
      .map((folder) => `${folder}.md`)
      .find((report) => content.texts.has(report));
  const isLoose = (path: string): boolean => path.startsWith("reports/") && !isInReportFolder(path);
  const loneFolders = foldersWithoutReport(content, [...texts, ...outcomes, ...attachments].filter(isLoose), raise);
  for (const path of attachments)
    if (isLoose(path) && !LIKE_OUTCOMES.test(path) && loneFolders.folderOf(path) === undefined)
      raise(besideNoReport(path));
  for (const path of outcomes) {
    const report = reportOfOutcomes(path);
    if (loneFolders.folderOf(path) === undefined && (annexTexts.has(report) || !content.texts.has(report)))
      raise(besideNoFolderOfReport(path, reportAbove(path)));
  }
  for (const path of attachments) if (LIKE_OUTCOMES.test(path)) raise(likeOutcomes(path));
  for (const path of content.others) raise(elsewhere(path));
  raiseSameNames([...annexTexts, ...outcomes, ...attachments], raise);
  return {
    reports: texts.filter((path) => !annexTexts.has(path) && loneFolders.folderOf(path) === undefined),
    annexTexts,
    plainFiles: plain.flatMap((path) => plainFileName(path, raise) ?? []),
    loneFolders,
    misnamed: misnamed([...content.texts.keys(), ...attachments, ...content.others], raise),
  };
}

/** Names that people and other programs give to the file of outcomes, some of which hide an ending. */
const LIKE_OUTCOMES = /^(?:reports|shared)\/(?:.+\/)?recommendations?\.ya?ml(?:\.txt)?$/i;

function likeOutcomes(path: string): Finding {
  return {
    rule: "recommendations-file",
    place: { path, line: 1, column: 1 },
    message: `what became of a report's recommendations is read from ${OUTCOMES} in its folder, and this is another file`,
    fix: `put it into the folder of its report under the name ${OUTCOMES}; if there is one already, put what this file says into that`,
  };
}

/** `report` is the report in whose folder, at whatever depth, the file lies. */
function besideNoFolderOfReport(path: string, report: string | undefined): Finding {
  const place = { path, line: 1, column: 1 };
  if (report === undefined)
    return {
      rule: "recommendations-file",
      place,
      message: "this file says what became of recommendations, and is not in the folder of a report",
      fix: "put it into the folder of its report: update/recommendations.yml, beside update.md",
    };
  return {
    rule: "recommendations-file",
    place,
    message: "what became of a report's recommendations is read from the report's own folder, and not from one in it",
    fix: `move it up, so that it is ${ownFolder(report)}${OUTCOMES}`,
  };
}

/**
 * The files whose own name, or that of a folder that they lie in, has something wrong; each such name is raised once.
 */
function misnamed(paths: readonly string[], raise: Raise): ReadonlySet<string> {
  const raised = new Set<string>();
  const wrong = paths.filter((path) => {
    const faulty = [...foldersAbove(path), path].find((one) => problemOfName(nameOf(one)) !== undefined);
    if (faulty === undefined || raised.has(faulty)) return faulty !== undefined;
    raised.add(faulty);
    const problem = problemOfName(nameOf(faulty));
    if (problem !== undefined) raise({ rule: "file-name", place: { path: faulty, line: 1, column: 1 }, ...problem });
    return true;
  });
  return new Set(wrong);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** On many disks and servers, names that differ in capitals or accents alone are those of one file. */
function raiseSameNames(paths: readonly string[], raise: Raise): void {
  const taken = new Map<string, string>();
  for (const path of paths) {
    const other = taken.get(oneSpelling(path));
    if (other === undefined) taken.set(oneSpelling(path), path);
    else
      raise({
        rule: "output-path-twice",
        place: { path, line: 1, column: 1 },
        message: "this file and another have one name on many systems, which do not distinguish capitals",
        fix: "give one of the two another name",
        related: { message: "the other file", place: { path: other, line: 1, column: 1 } },
      });
  }
}

function besideNoReport(path: string): Finding {
  const place = { path, line: 1, column: 1 };
  if (/\.(?:markdown|mdown|mkd|md)$/i.test(path))
    return {
      rule: "file-elsewhere",
      place,
      message: "this looks like a report, and its name does not end in .md",
      fix: "rename it so that it ends in .md",
    };
  if (/\.(?:docx?|docm|dotx?|odt|rtf|pages|pdf|txt)$/i.test(path))
    return {
      rule: "file-elsewhere",
      place,
      message:
        "this file is not beside a report, so nothing can publish it, and a report is a Markdown file that ends in .md",
      fix: "to attach it, move it into the folder of its report (update/ beside update.md) and name it in that report's `annexes:`; to publish it as a report, put its text into a file that ends in .md",
    };
  return {
    rule: "file-elsewhere",
    place,
    message: "this file is not beside a report, so nothing can publish it",
    fix: "move it into the folder of its report (update/ beside update.md), or into shared/",
  };
}

/** Names that people and other programs give to settings. */
const LIKE_SETTINGS = /^(?:_?config|settings?|site|scrutineer)\.(?:ya?ml|ya?ml\.txt)$/i;

function elsewhere(path: string): Finding {
  const place = { path, line: 1, column: 1 };
  if (LIKE_SETTINGS.test(path))
    return {
      rule: "file-elsewhere",
      place,
      message: "the settings of the site are read from site.yml, and this file has another name",
      fix: "rename it to site.yml; if there is a site.yml already, take this file out",
    };
  if (/^[^/]+\.css$/i.test(path))
    return {
      rule: "file-elsewhere",
      place,
      message: "the site's own styles are read from custom.css, and this file has another name",
      fix: "rename it to custom.css; if there is one already, put what this file says into that",
    };
  if (/\.(?:hbs|handlebars)$/i.test(path))
    return {
      rule: "file-elsewhere",
      place,
      message: "the site's own templates are read from templates/, and this file is elsewhere",
      fix: "move it into templates/ beside site.yml, with a name that ends in .hbs",
    };
  if (/^(?:pages|meetings)\//.test(path)) {
    const isText = /\.(?:markdown|mdown|mkd|md|txt)$/i.test(path);
    return {
      rule: "file-elsewhere",
      place,
      message: `${path.split("/", 1)[0]}/ has only files that end in .md`,
      fix: isText ? "rename it so that it ends in .md" : "move it into shared/, and link to it from there",
    };
  }
  const fix = path.endsWith(".md")
    ? "move it below reports/"
    : "move it into the folder of the report that it belongs to";
  return {
    rule: "file-elsewhere",
    place,
    message:
      "no file is expected here: the content folder has site.yml, custom.css, reports/, shared/, pages/, meetings/ and templates/",
    fix,
  };
}
