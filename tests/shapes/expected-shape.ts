import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A paper in the shape of a real one, and what a careful reader finds in it. */
export interface Shape {
  readonly name: string;
  readonly file: string;
  readonly settings: string;
  /** The files of annexes, by their paths below the content folder. */
  readonly attachments: readonly string[];
  readonly paragraphs: readonly (readonly string[])[];
  readonly recommendations: readonly (readonly string[])[];
  readonly references: readonly (readonly string[])[];
  /** "CRP = Catchment Renewal Plan". */
  readonly defined: readonly string[];
  readonly notAbbreviations: readonly string[];
  readonly justified: ReadonlySet<number>;
}

/** The shapes of a folder: `report.md`, `expected.md` and `site.yml` in a folder for each; none, where it is not there. */
export function shapesIn(folder: string): readonly Shape[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readShape(path.join(folder, name), name));
}

function readShape(folder: string, name: string): Shape {
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const expected = read("expected.md");
  const below = path.join(folder, "report");
  const first = (rows: readonly (readonly string[])[]): readonly string[] => rows.map(([words = ""]) => words);
  return {
    name,
    file: read("report.md"),
    settings: read("site.yml"),
    attachments: existsSync(below) ? readdirSync(below).map((file) => `reports/report/${file}`) : [],
    paragraphs: rowsBelow(expected, "## paragraphs"),
    recommendations: rowsBelow(expected, "## recommendations"),
    references: rowsBelow(expected, "## references"),
    defined: first(rowsBelow(expected, "### defined")),
    // That a word in capitals is the name of a firm no program can tell.
    notAbbreviations: rowsBelow(expected, "### not abbreviations").flatMap(([words = "", , what = ""]) =>
      what.includes("name of a firm") ? [] : words.split(", "),
    ),
    justified: new Set(rowsBelow(expected, "## justified").flatMap((row) => linesOf(row))),
  };
}

/** "- 27 | hint | wide blanks, here and at lines 29 and 33": its lines, also those that are only said. */
function linesOf([line = "", , ...words]: readonly string[]): readonly number[] {
  const said = words.flatMap((text) =>
    [...text.matchAll(/\blines? ([\d, –-]+(?:and \d+)?)/g)].map(([, all = ""]) => all),
  );
  return [line, ...said].flatMap((text) => (text.match(/\d+/g) ?? []).map(Number));
}

function rowsBelow(text: string, heading: string): readonly (readonly string[])[] {
  const lines = text.split("\n");
  const from = lines.indexOf(heading);
  if (from === -1) throw new Error(`there is no ${heading}`);
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith("#"));
  return lines
    .slice(from + 1, length === -1 ? undefined : from + 1 + length)
    .flatMap((line) => (line.startsWith("- ") ? [line.slice(2).split(" | ")] : []));
}
