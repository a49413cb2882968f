import { relativeAddress } from "../addresses/addresses.ts";
import type { Language } from "../model/settings.ts";
import type { AgendaItem, Meeting, Site } from "../model/site.ts";
import { ADDRESSES, addressOf, languageOf, otherThan } from "./page.ts";
import type { View } from "./templates.ts";

/** Where a paper stands among those of its meeting. */
export interface AgendaPlace {
  readonly meeting: Meeting;
  readonly previous: AgendaItem | undefined;
  readonly next: AgendaItem | undefined;
}

/** The place of each report and stub that a meeting receives, in the order of the agenda, late papers last. */
export function agendaPlaces({ meetings }: Site): ReadonlyMap<AgendaItem, AgendaPlace> {
  return new Map(
    meetings.flatMap((meeting) => {
      const items = [...meeting.agenda, ...meeting.supplements.flatMap(({ items: late }) => late)];
      return items.map(
        (item, index) => [item, { meeting, previous: items[index - 1], next: items[index + 1] }] as const,
      );
    }),
  );
}

/** The way from the page of a paper to its meeting and to the papers beside it; nothing where no meeting receives it. */
export function agendaView(place: AgendaPlace | undefined, from: string, lang: Language): View | false {
  if (place === undefined) return false;
  const { meeting, previous, next } = place;
  const link = (item: AgendaItem | undefined): View | false =>
    item === undefined
      ? false
      : {
          href: relativeAddress(from, addressOf(item)),
          lang: otherThan(lang, languageOf(item, lang)),
          title: "frontmatter" in item ? item.frontmatter.title : item.title,
          isWithheld: !("frontmatter" in item) || item.isWithheld,
        };
  return {
    meeting: relativeAddress(from, ADDRESSES.meeting(meeting.committee.id, meeting.date)),
    previous: link(previous),
    next: link(next),
  };
}
