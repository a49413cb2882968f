import { relativeAddress } from "../addresses/addresses.ts";
import type { PageView } from "../interface/template-values.ts";
import type { Language } from "../model/settings.ts";
import type { AgendaItem, Meeting, Site } from "../model/site.ts";
import { ADDRESSES, addressOf, languageOf, otherThan, titleOf } from "./page.ts";

/** Where a paper is among those of its meeting. */
export interface AgendaPlace {
  readonly meeting: Meeting;
  readonly previous: AgendaItem | undefined;
  readonly next: AgendaItem | undefined;
}

/**
 * The place of each report and stub that a meeting receives, in the order of the agenda, late papers last: that at its
 * own meeting, or where it has none, at the first of the further ones.
 */
export function agendaPlaces({ meetings }: Site): ReadonlyMap<AgendaItem, AgendaPlace> {
  const places = new Map<AgendaItem, AgendaPlace>();
  for (const meeting of meetings) {
    const papers = [...meeting.agenda, ...meeting.supplements.flatMap(({ items }) => items)].map(({ paper }) => paper);
    for (const [index, paper] of papers.entries())
      if (isMainMeeting(paper, meeting))
        places.set(paper, { meeting, previous: papers[index - 1], next: papers[index + 1] });
  }
  return places;
}

function isMainMeeting(paper: AgendaItem, { committee, date }: Meeting): boolean {
  const { meeting } = paper.kind === "report" ? paper.frontmatter : paper;
  const own =
    paper.committee === undefined || meeting === undefined ? undefined : { committee: paper.committee, meeting };
  const main = own ?? paper.alsoTo[0];
  return main?.committee.id === committee.id && main.meeting === date;
}

/**
 * The way from the page of a paper to its meeting and to the papers beside it; nothing where no meeting receives it.
 */
export function agendaView(place: AgendaPlace | undefined, from: string, lang: Language): PageView<"report">["agenda"] {
  if (place === undefined) return false;
  const { meeting, previous, next } = place;
  const link = (item: AgendaItem | undefined) =>
    item === undefined
      ? false
      : {
          href: relativeAddress(from, addressOf(item)),
          lang: otherThan(lang, languageOf(item, lang)),
          title: titleOf(item),
          isWithheld: item.kind === "withheld" || item.isWithheld,
        };
  return {
    meeting: relativeAddress(from, ADDRESSES.meeting(meeting.committee.id, meeting.date)),
    previous: link(previous),
    next: link(next),
  };
}
