import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { problemOfName } from "../addresses/file-names.ts";
import { nameSlug } from "../addresses/slugs.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import { filesOnDisk } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { nameInGit } from "../io/git-setup.ts";
import { openInEditor } from "../io/open-in-editor.ts";
import { openContent } from "../io/read-content.ts";
import { refuseOutside, wasWritten } from "../io/write-new-files.ts";
import type { Law } from "../law/law.ts";
import { exampleParagraph, exemptParagraphs, formatExemptParagraphs, lawFor } from "../law/laws.ts";
import type { Committee, Settings } from "../model/settings.ts";
import type { CalendarDate } from "../model/source.ts";
import { printable } from "../printers/printable.ts";
import { commandForFolder } from "../printers/typed-command.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import { SETTINGS } from "../site/content.ts";
import { newReport } from "../site/new-report.ts";
import { defaultSettings, readSettings } from "../site/settings.ts";
import { closestMatch } from "../text/closest-match.ts";

export interface NewCommandOptions {
  readonly committee?: string | undefined;
  readonly meeting?: CalendarDate | undefined;
  readonly item?: string | undefined;
  /** Whether it is withheld; the paragraphs of the law that say why, where they are named. */
  readonly confidential?: boolean | string | undefined;
  /** The content folder. */
  readonly content: string;
  readonly open?: boolean | undefined;
  readonly today: CalendarDate;
}

/**
 * Begins a report in a content folder, as a draft. Throws `ContentFolderError` where there is no such folder, a report
 * of that name is there, or the settings list no such committee.
 */
export async function runNew(title: string, options: NewCommandOptions): Promise<0> {
  const { content: folder, meeting, item, today } = options;
  const named = title.trim();
  if (named === "" || /\p{Cc}/u.test(named))
    throw new ContentFolderError('a report has a title, on one line: npx scrutineer new "Update on school transport"');
  const settings = await settingsIn(folder);
  const committee = options.committee === undefined ? undefined : committeeNamed(options.committee, settings);
  const name = nameSlug(named);
  const isKept = problemOfName(`${name}.md`) === undefined;
  const path = `reports/${(meeting ?? today).slice(0, 4)}/${isKept ? name : `report-${name}`}.md`;
  const file = join(folder, path);
  const shown = relative(".", resolve(file)).split(sep).join("/");
  // A folder of that name would become the report's own, with all that lies in it.
  if (existsSync(file.replace(/\.md$/, "")))
    throw new ContentFolderError(
      `${shown.replace(/\.md$/, "/")} is there already, and would become part of the report: give it another title`,
    );
  const text = newReport({
    title: named,
    author: nameInGit(".") ?? "Scrutiny Officer",
    date: today,
    committee: committee?.id,
    meeting,
    item,
    confidential:
      options.confidential === undefined ? false : paragraphsIn(options.confidential, lawFor({ committee }, settings)),
    headings: settings.reportHeadings,
  });
  refuseOutside(folder, file);
  mkdirSync(dirname(file), { recursive: true });
  if (!wasWritten(file, text)) throw new ContentFolderError(`${shown} is there already: give the report another title`);
  process.stdout.write(
    `${printable(shown)} is there, as a draft: delete the line draft: true when it is ready. Until then, ${printable(commandForFolder("serve", folder))} shows it.\n`,
  );
  if (options.open)
    openInEditor(file, { line: text.split("\n").length, column: 1 }, (why) =>
      process.stderr.write(`${printable(shown)} was not opened: ${printable(why)}\n`),
    );
  return 0;
}

async function settingsIn(folder: string): Promise<Settings> {
  const { settings: bytes, findings: others } = await openContent(filesOnDisk(folder));
  if (bytes === undefined && !others.some(({ place }) => place.path === SETTINGS)) return defaultSettings;
  const findings: Finding[] = [];
  const raise = (finding: Finding): void => {
    findings.push(finding);
  };
  const source = bytes && decode(SETTINGS, bytes, raise);
  const settings = source && readSettings(source, raise);
  if (settings !== undefined) return settings;
  throw new ContentFolderError(
    `${SETTINGS} has an error, so it is not known what a report needs: ${commandForFolder("check", folder)} says where`,
  );
}

function committeeNamed(typed: string, { committees }: Settings): Committee | undefined {
  const found = committees.find(({ id, name }) => [id, name].some((one) => one.toLowerCase() === typed.toLowerCase()));
  if (found !== undefined) return found;
  if (committees.length === 0)
    throw new ContentFolderError(`${SETTINGS} lists no committees: write them there first, or leave --committee out`);
  const ids = committees.map(({ id }) => id);
  const nearest = closestMatch(typed, [...ids, ...committees.map(({ name }) => name)]);
  const offer = nearest === undefined ? `it lists ${ids.join(", ")}` : `did you mean ${nearest}?`;
  throw new ContentFolderError(`${SETTINGS} lists no committee ${typed}; ${offer}`);
}

/** The numbers of paragraphs; none where it is only said that the report is withheld. */
function paragraphsIn(typed: boolean | string, law: Law): readonly number[] {
  if (typeof typed === "boolean") return [];
  const parts = typed.split(/[\s,]+/).filter((part) => part !== "");
  const known = exemptParagraphs(law);
  const numbers = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0));
  if (numbers.length === 0 || !numbers.every((number) => known.includes(number)))
    throw new ContentFolderError(
      `--confidential takes the numbers of paragraphs of ${law.schedule}, ${formatExemptParagraphs(law)}, such as --confidential ${exampleParagraph(law)}, and not ${typed}`,
    );
  return numbers;
}
