import type { Sealed } from "./sealed.ts";

/** A file's text, ready to be parsed: UTF-8, without a byte-order mark, with `\n` line ends. */
export interface Source {
  /** The path below the content folder, with `/` between its parts. */
  readonly path: string;
  readonly text: Sealed<string>;
}

/** A calendar date as `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Where something is in a file that an author wrote; lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last character marked, on the same line. */
  readonly endColumn?: number | undefined;
}
