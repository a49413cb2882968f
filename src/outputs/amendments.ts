import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Amendment, Report } from "../model/report.ts";
import { latestAmendmentsFirst } from "../report/frontmatter/fields.ts";

/** An amendment as readers see it. */
export type ShownAmendment = {
  /** "Amended on 2 May 2019:". */
  readonly heading: string;
  readonly note: string;
  /** "paragraphs"; empty where none is named. */
  readonly noun: string;
  /** The numbers of the paragraphs, each with the link to it where the page has one. */
  readonly numbers: readonly { readonly text: string; readonly href: string; readonly isLast: boolean }[];
};

/** What was changed of a report after it was published, the latest first. */
export function amendmentsOf(report: Report): readonly ShownAmendment[] {
  const { frontmatter } = report;
  const words = wordsIn(frontmatter.lang);
  return latestAmendmentsFirst(frontmatter).map(({ date, note, paragraphs }: Amendment) => ({
    heading: fillIn(words.amendedOn, { date: dateIn(frontmatter.lang, date) }),
    note,
    noun: paragraphs.length === 0 ? "" : paragraphs.length === 1 ? words.amendedParagraph : words.amendedParagraphs,
    numbers: paragraphs.map((number, index) => {
      const id = `para-${number.replace(/\(.*$/, "")}`;
      return { text: number, href: report.fragments.has(id) ? `#${id}` : "", isLast: index === paragraphs.length - 1 };
    }),
  }));
}

/** An amendment in words alone: "Amended on 2 May 2019: The costs were corrected. (paragraphs 4, 7)". */
export function formatAmendment({ heading, note, noun, numbers }: ShownAmendment): string {
  const named = noun === "" ? "" : ` (${noun} ${numbers.map(({ text }) => text).join(", ")})`;
  return `${heading} ${note}${named}`;
}
