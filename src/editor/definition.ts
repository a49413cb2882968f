import { resolvePath } from "../addresses/addresses.ts";
import type { Place } from "../model/source.ts";
import { SETTINGS } from "../site/content.ts";
import { placeAt, type Readable } from "../text/place.ts";
import { locate, readYamlMapping } from "../yaml/read-mapping.ts";
import { type Cursor, type EditedFile, isInFields, stretchAt } from "./cursor.ts";
import { type EditedReport, editedReport } from "./edited-report.ts";
import { isNamed, valueAt } from "./fields-of-files.ts";
import type { FilesAround } from "./files-around.ts";
import { annexNamed, madeAt, partNamed, unescaped } from "./hover.ts";

/** Where what a word refers to is written. */
export function definitionAt(
  file: EditedFile,
  cursor: Cursor,
  report: EditedReport | undefined,
  around: FilesAround,
): Place | undefined {
  if (isInFields(file, cursor)) return ofField(file, cursor, report, around);
  if (report === undefined) return undefined;
  const found = madeAt(file, cursor, report);
  const typed = stretchAt(file, cursor, /(?<=\]\()[^()\s]+/g) ?? stretchAt(file, cursor, /\[[^[\]]*\]\(([^()\s]+)\)/g);
  const target = typed?.match[1] ?? typed?.text;
  if (target !== undefined && !target.startsWith("#")) return ofTarget(cursor.path, target, around);
  if (found?.node.type === "abbreviationUse") return ofAbbreviation(found.stretch.text, report, around);
  const url = found?.node.type === "link" ? found.node.url : undefined;
  if (url === undefined) return undefined;
  const annex = annexNamed(report, url);
  const ofFile = annex?.path !== undefined && exists(annex.path, around) ? top(annex.path) : undefined;
  return ofFile ?? partNamed(report, url)?.place ?? annex?.place;
}

function ofField(
  file: EditedFile,
  cursor: Cursor,
  report: EditedReport | undefined,
  around: FilesAround,
): Place | undefined {
  const committee = valueAt(file, cursor, "committee")?.value;
  if (committee !== undefined) return ofCommittee(committee, around);
  const name = valueAt(file, cursor, "file")?.value;
  const path = name === undefined || report === undefined ? undefined : resolvePath(report.path, name);
  return path !== undefined && exists(path, around) ? top(path) : undefined;
}

/** The place of a path with a fragment, as it is written in a link. */
function ofTarget(from: string, target: string, around: FilesAround): Place | undefined {
  const [, written = "", fragment] = /^([^#]*)(?:#(.*))?$/.exec(target) ?? [];
  const path = /^[a-z][a-z\d+.-]*:/i.test(written) ? undefined : resolvePath(from, unescaped(written));
  if (path === undefined || !exists(path, around)) return undefined;
  const other = fragment === undefined || !path.startsWith("reports/") ? undefined : editedReport(path, around);
  return (other && partNamed(other, `#${fragment}`)?.place) ?? top(path);
}

function ofAbbreviation(typed: string, { abbreviations }: EditedReport, around: FilesAround): Place | undefined {
  const entry =
    abbreviations.find(({ short }) => short === typed) ?? abbreviations.find(({ short }) => typed.startsWith(short));
  return entry?.place ?? (entry && inSettings(around, ["abbreviations", entry.short]));
}

function ofCommittee(typed: string, around: FilesAround): Place | undefined {
  const index = around.settings.committees.findIndex((one) => isNamed(one, typed));
  return index === -1 ? undefined : inSettings(around, ["committees", index]);
}

/** The place of a value in `site.yml`. */
function inSettings({ bytesOf }: FilesAround, path: readonly (string | number)[]): Place | undefined {
  const bytes = bytesOf(SETTINGS);
  if (bytes === undefined) return undefined;
  const source: Readable = { path: SETTINGS, text: new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n") };
  const mapping = readYamlMapping(source.text);
  if ("problems" in mapping) return undefined;
  const { start, end } = locate(mapping.document, path, typeof path.at(-1) === "number" ? "value" : "key");
  return placeAt(source, start, end);
}

function exists(path: string, { bytesOf, attachment }: FilesAround): boolean {
  return bytesOf(path) !== undefined || attachment(path) !== undefined;
}

function top(path: string): Place {
  return { path, line: 1, column: 1 };
}
