import { foldersAbove } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import { Sealed } from "../model/sealed.ts";
import type { Content } from "./content.ts";

/** Folders of annexes and images whose report is not there: most often it has been given another name. */
export interface LoneFolders {
  /** The folder without a report in which a file lies. */
  readonly folderOf: (path: string) => string | undefined;
}

/**
 * Finds folders below reports/ that hold the files of a report that is gone or has another name; each is raised once.
 * `loose` are the files that lie in no report's folder.
 */
export function foldersWithoutReport(
  content: Pick<Content, "texts">,
  loose: readonly string[],
  raise: Raise,
): LoneFolders {
  const files = new Map<string, string[]>();
  for (const path of loose)
    for (const folder of foldersAbove(path).slice(1)) {
      const inside = files.get(folder);
      if (inside === undefined) files.set(folder, [path]);
      else inside.push(path);
    }
  const lone = new Set<string>();
  for (const [folder, inside] of files) {
    if (
      foldersAbove(`${folder}/`)
        .slice(0, -1)
        .some((above) => lone.has(above))
    )
      continue;
    const texts = inside.filter((path) => path.endsWith(".md") && content.texts.has(path));
    if (texts.some((path) => couldBeReport(content, path))) continue;
    const [directly, others] = [inside.filter((path) => parentOf(path) === folder), inside.length - texts.length];
    const naming = reportThatNames(content, folder);
    if (naming === undefined && (directly.length < 2 || others === 0)) continue;
    lone.add(folder);
    // The name of a folder may be that of a withheld report, which is told in no message.
    raise({
      rule: "folder-without-report",
      place: { path: folder, line: 1, column: 1 },
      message: "this folder has files of a report, and there is no report of the same name beside it",
      fix:
        naming === undefined
          ? `give the folder the name of its report, without .md; or delete it with everything in it (${inside.length} files)`
          : "if the report that names files in it has a new name, give the folder that name without .md, and write it in the report, too",
      ...(naming && {
        related: { message: "this report names files in it", place: { path: naming, line: 1, column: 1 } },
      }),
    });
  }
  return { folderOf: (path) => foldersAbove(path).find((folder) => lone.has(folder)) };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** A text that begins with frontmatter, or that cannot be checked, may be a report. */
function couldBeReport(content: Pick<Content, "texts">, path: string): boolean {
  const bytes = content.texts.get(path);
  return bytes === undefined || /^\ufeff?\s*---/.test(new TextDecoder().decode(Sealed.open(bytes).subarray(0, 1024)));
}

/** The first report beside a folder that names files in it. */
function reportThatNames(content: Pick<Content, "texts">, folder: string): string | undefined {
  const [parent, name] = [`${parentOf(folder)}/`, folder.slice(folder.lastIndexOf("/") + 1)];
  for (const path of content.texts.keys()) {
    if (!path.startsWith(parent) || path.slice(parent.length).includes("/")) continue;
    const bytes = content.texts.get(path);
    const text = bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes)).normalize("NFC");
    if ([name, encodeURIComponent(name)].some((one) => namesFolder(text, one))) return path;
  }
  return undefined;
}

/** Whether a text names something in a folder beside it: `update/map.pdf`, and not `2018/update/map.pdf`. */
function namesFolder(text: string, name: string): boolean {
  for (let at = text.indexOf(`${name}/`); at !== -1; at = text.indexOf(`${name}/`, at + 1))
    if (/(?:^|[\s("'<[{:,]|[\s("'<[{:,]\.\/)$/.test(text.slice(Math.max(0, at - 3), at))) return true;
  return false;
}
