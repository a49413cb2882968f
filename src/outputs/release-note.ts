import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import { lawFor } from "../law/laws.ts";
import type { Report } from "../model/report.ts";
import type { Settings } from "../model/settings.ts";
import { groundsInBrief } from "../report/withholding/statutory-notices.ts";
import { otherThan } from "./page.ts";

/** What readers are told of a report that was withheld and has been released. */
export type ReleaseNote = {
  /** "Released on 1 June 2021:". */
  readonly heading: string;
  readonly reason: string;
  /** "Until then it was not for publication:". */
  readonly before: string;
  /** The provisions under which it was withheld, in English; empty, where none were named. */
  readonly grounds: string;
  /** The language of these, where it is another than that of the page. */
  readonly groundsLang: string;
};

/** When and why a report was released, and under what it was withheld until then; `false` for any other report. */
export function releaseNote(
  { frontmatter, committee }: Report,
  settings: Pick<Settings, "jurisdictions">,
): ReleaseNote | false {
  const { released, lang } = frontmatter;
  if (released === undefined) return false;
  const words = wordsIn(lang);
  const grounds = groundsInBrief(released.from, lawFor({ committee }, settings));
  return {
    heading: fillIn(words.releasedOn, { date: dateIn(lang, released.date) }),
    reason: released.reason,
    before: grounds === undefined ? words.releasedFromNothing : words.releasedFrom,
    grounds: grounds === undefined ? "" : `${grounds}.`,
    groundsLang: otherThan(lang, "en-GB"),
  };
}

/** A note in words alone. */
export function formatReleaseNote({ heading, reason, before, grounds }: ReleaseNote): string {
  return [heading, reason, before, grounds].filter((part) => part !== "").join(" ");
}
