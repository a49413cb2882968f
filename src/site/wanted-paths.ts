import { isOutcomesFile, ownFolder } from "../addresses/addresses.ts";
import { Sealed } from "../model/sealed.ts";
import { type Content, SETTINGS } from "./content.ts";
import { sortFiles } from "./content-files.ts";

/** What paths of a content folder ask for. */
export interface Wanted {
  /** The reports, meetings and plain pages that are to be checked. */
  readonly files: ReadonlySet<string>;
  /** Whether what is found in a file is asked for. */
  readonly covers: (path: string) => boolean;
  /** The paths that name nothing that the content holds. */
  readonly unknown: readonly string[];
}

/**
 * What is asked for by the paths of files and folders. A folder stands for what lies in it, and a report for its
 * annexes, too. For a file that is attached or shown, every report, meeting and plain page is asked for that may name
 * it: what is wrong with it is found there.
 */
export function wantedPaths(content: Content, paths: readonly string[]): Wanted {
  const { reports, annexTexts, plainFiles } = sortFiles(content, () => {});
  const attached = paths.filter((path) => content.attachments.has(path));
  const texts = [...reports, ...plainFiles.map(({ path }) => path)];
  const naming = attached.flatMap((path) => texts.filter((text) => mayName(content, annexTexts, text, path)));
  const prefixes = [...paths, ...naming];
  const covers = (path: string): boolean => prefixes.some((prefix) => isWithin(prefix, path));
  const owners = [...annexTexts, ...[...content.texts.keys()].filter(isOutcomesFile)]
    .filter(covers)
    .flatMap((path) => reports.filter((report) => path.startsWith(ownFolder(report))));
  const everything = [
    ...[...content.texts.keys(), ...content.attachments.keys(), ...content.others],
    ...content.findings.map(({ place }) => place.path),
    ...(content.settings === undefined ? [] : [SETTINGS]),
    ...(content.theme?.files.keys() ?? []),
  ];
  return {
    files: new Set([...texts.filter(covers), ...owners]),
    covers,
    unknown: paths.filter((path) => !everything.some((file) => isWithin(path, file))),
  };
}

/** A folder covers what lies in it, and a report its annexes; the empty path covers all. */
export function isWithin(wanted: string, path: string): boolean {
  return wanted === "" || path === wanted || path.startsWith(`${wanted.replace(/\.md$/, "")}/`);
}

/**
 * Whether a report has a file in its folder, or it or one of its annexes may name it: the last part of its name,
 * however an address writes it.
 */
function mayName(content: Content, annexTexts: ReadonlySet<string>, report: string, file: string): boolean {
  if (file.startsWith(ownFolder(report))) return true;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const texts = [report, ...[...annexTexts].filter((path) => path.startsWith(ownFolder(report)))];
  return texts.some((path) => {
    const bytes = content.texts.get(path);
    const text = bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes)).normalize("NFC");
    return [name, encodeURIComponent(name), encodeURIComponent(name.normalize("NFD"))].some((one) =>
      text.includes(one),
    );
  });
}
