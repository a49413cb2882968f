import type { CalendarDate } from "../model/source.ts";
import { yamlText } from "./start-files.ts";

/** What is known of a report before it is written. */
export interface NewReport {
  readonly title: string;
  readonly author: string;
  readonly date: CalendarDate;
  readonly committee?: string | undefined;
  readonly meeting?: CalendarDate | undefined;
  readonly item?: string | undefined;
  /** The paragraphs of the law by which it is withheld, which may be none yet; `false` where it is public. */
  readonly confidential: false | readonly number[];
  readonly headings: readonly string[];
}

/**
 * The text of a report that is to be written: its fields, and its headings. It is a draft, so that nobody publishes it
 * as it is.
 */
export function newReport(report: NewReport): string {
  const { title, author, date, committee, meeting, item, headings } = report;
  const lines = [
    "---",
    `title: ${yamlText(title)}`,
    `author: ${yamlText(author)}`,
    `date: ${date}`,
    ...flagOf(report),
    ...(committee === undefined ? [] : [`committee: ${yamlText(committee)}`]),
    ...(meeting === undefined ? [] : [`meeting: ${meeting}`]),
    ...(item === undefined ? [] : [`item: ${item}`]),
    "draft: true",
    "---",
    ...headings.flatMap((heading) => ["", headingLine(heading)]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The line of a heading with which a report is begun. */
export function headingLine(heading: string): string {
  return `## ${heading}`;
}

function flagOf({ confidential }: NewReport): readonly string[] {
  if (confidential === false) return ["confidential: No"];
  if (confidential.length === 0) return ["confidential: Yes"];
  return ["confidential:", `  paragraphs: [${confidential.join(", ")}]`];
}
