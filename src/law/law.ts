import type { Division } from "../dates/bank-holidays.ts";
import type { Jurisdiction } from "../model/settings.ts";

/**
 * What the law of one nation says of the papers of meetings. Words of a statute are exactly its own; `docs/law.md` says where each was
 * read, and holds all of this as a table.
 */
export interface Law {
  readonly jurisdiction: Jurisdiction;
  /** Where the descriptions of exempt information are, such as "Part 1 of Schedule 12A to the Local Government Act 1972". */
  readonly schedule: string;
  /** The descriptions of exempt information, by the number of their paragraph. */
  readonly exempt: Readonly<Record<number, string>>;
  /** Paragraphs of the Schedule whose words were not found in a source, so that they cannot be shown. */
  readonly notHeld: readonly string[];
  /** The paragraphs that exempt only while the public interest in it is the greater, and what says so; some nations have no such test. */
  readonly publicInterest: { readonly paragraphs: readonly number[]; readonly source: string } | undefined;
  /** What confidential information is, (a) or (b), and what says so. */
  readonly confidential: { readonly words: readonly [string, string]; readonly source: string };
  readonly exclusion: Exclusion;
  /** By what each copy is marked as not for publication. */
  readonly marking: string;
  readonly notice: Notice;
  /** When an item may be considered that was not on the agenda for so long, in the words of the law. */
  readonly urgency: { readonly words: string; readonly source: string };
  /** By what a report has a list of its background papers, and by what each of these is on the website, where it must be. */
  readonly background: { readonly list: string; readonly online: string | undefined };
  /** For how many years from the meeting papers are open to the public, and what says so. */
  readonly kept: { readonly papers: number; readonly background: number; readonly source: string };
  /** Whose bank holidays are no working days. */
  readonly bankHolidays: Division;
  /** Who enforces the accessibility of websites. */
  readonly enforcer: string;
}

/** By what, and when, the public is excluded from a meeting. */
interface Exclusion {
  readonly source: string;
  /** When a meeting may resolve it, in the words of the law, of "that item". */
  readonly whenever: string;
  /** By what the public must be excluded without a resolution, where confidential information would be disclosed. */
  readonly withoutResolution: string;
}

/** For how long the papers of a meeting are open to the public before it. */
interface Notice {
  readonly days: number;
  /**
   * "clear working days" are those between publication and the meeting, without either, weekends and bank holidays. "days" are all from
   * publication to the meeting, without the day of the meeting.
   */
  readonly counting: "clear working days" | "days";
  readonly source: string;
}
