import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Law } from "../law/law.ts";
import { lawFor } from "../law/laws.ts";
import type { Grounds, Release } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { compareTexts } from "../text/compare.ts";

/** A report or part of one that is withheld, or a report that was: what its page says of that, and nothing else. */
export interface WithheldItem {
  readonly title: string;
  /** The part of the report that is withheld, or nothing for the whole. */
  readonly part: string;
  readonly address: string;
  readonly committee: string;
  /** The language of the report; that of a stub is not told. */
  readonly lang?: Language;
  /** That of the report. */
  readonly date: CalendarDate;
  /** The law of its committee, in which its grounds are. */
  readonly law: Law;
  readonly grounds: Grounds | undefined;
  readonly review: CalendarDate | undefined;
  /** When and why it was released; it is no longer withheld then. */
  readonly released: Release | undefined;
}

/** What is withheld in a site, and what was and has been released, by date, title and address. */
export function withheldItems({ reports, withheld, settings }: Site): readonly WithheldItem[] {
  const stubs = withheld.map(({ title, address, committee, date, grounds, review }): WithheldItem => {
    const named = { title, part: "", address, committee: committee?.name ?? "", date };
    return { ...named, law: lawFor({ committee }, settings), grounds, review, released: undefined };
  });
  const ofReports = reports.flatMap(
    ({ path, frontmatter, committee, isWithheld, grounds, review, withheldParts }): readonly WithheldItem[] => {
      const { title, date, lang, released } = frontmatter;
      const address = reportAddress(path);
      const law = lawFor({ committee }, settings);
      const named = { title, part: "", address, committee: committee?.name ?? "", lang, date, law };
      const whole = { ...named, grounds, review, released: undefined };
      const parts = withheldParts.map(({ words, id, ...facts }) => ({
        ...whole,
        ...facts,
        part: words,
        address: `${address}#${id}`,
      }));
      const before =
        released === undefined ? [] : [{ ...named, grounds: released.from, review: released.from.review, released }];
      return [...(isWithheld ? [whole] : []), ...before, ...parts];
    },
  );
  return [...stubs, ...ofReports].sort(
    (a, b) =>
      compareTexts(a.date, b.date) || compareTexts(a.title, b.title) || (a.part === "" && b.part !== "" ? -1 : 0),
  );
}

/** Whether a site has pages of what is withheld. */
export function hasWithheld({ reports, withheld }: Site): boolean {
  return (
    withheld.length > 0 ||
    reports.some(
      ({ isWithheld, frontmatter, withheldParts }) =>
        isWithheld || frontmatter.released !== undefined || withheldParts.length > 0,
    )
  );
}

/** How an item is called: by its title, or as part of the report of that title. */
export function nameOf({ title, part }: WithheldItem, lang: Language): string {
  return part === "" ? title : fillIn(wordsIn(lang).partOf, { part, title });
}

/** The address of an item, as the page at `from` has it. */
export function hrefOf({ address }: WithheldItem, from: string): string {
  const [page = "", fragment] = address.split("#");
  const href = relativeAddress(from, page);
  return fragment === undefined ? href : `${href}#${fragment}`;
}
