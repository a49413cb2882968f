import { formatCounts, formatPlainFiles, inNumber } from "./counts.ts";
import { type Findings, pathIn } from "./findings.ts";
import { byImportance } from "./importance.ts";
import { printable } from "./printable.ts";

/** GitHub takes a mebibyte for all summaries of a step; a row of the longest cells stays below 8 kB. */
const ROWS = 100;
const LONGEST_CELL = 300;

/** A table of what was found, most important first, for the page of a run (`$GITHUB_STEP_SUMMARY`). */
export function markdownSummary({ diagnostics, counts, reports, plainFiles, folderInRepository }: Findings): string {
  const head = `### Scrutineer: ${inNumber(reports.length, "report")}${formatPlainFiles(plainFiles)}, ${formatCounts(counts)}\n`;
  if (diagnostics.length === 0) return `${head}\n`;
  const rows = byImportance(diagnostics)
    .slice(0, ROWS)
    .map(({ severity, rule, message, fix, place }) => {
      const at = `${pathIn(folderInRepository, place.path)}:${place.line}:${place.column}`;
      return `| ${[severity, at, message, fix ?? "", rule].map(cell).join(" | ")} |\n`;
    });
  const left = diagnostics.length - rows.length;
  const more = left > 0 ? `\nAnd ${left} more, which the log of the step lists.\n` : "";
  return `${head}\n| | where | what | how to fix it | rule |\n|---|---|---|---|---|\n${rows.join("")}${more}\n`;
}

/**
 * A text in a cell of a table, in which no sign of it has a meaning in Markdown or HTML: each is written as a
 * reference.
 */
function cell(text: string): string {
  const characters = [...printable(text)];
  const shown = characters.length > LONGEST_CELL ? [...characters.slice(0, LONGEST_CELL), "…"] : characters;
  return shown
    .join("")
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
