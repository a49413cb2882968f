import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import type { AgendaItem } from "../model/site.ts";
import { ADDRESSES, type Crumb, crumbsIn } from "./page.ts";

/**
 * The way from the home page to a report or stub: by its committee and its meeting, or else by the list of all reports.
 */
export function crumbsOf(item: AgendaItem, lang: Language): readonly Crumb[] {
  const crumbs = crumbsIn(lang);
  const { committee } = item;
  const meeting = item.kind === "report" ? item.frontmatter.meeting : item.meeting;
  if (committee === undefined) return [crumbs.home, crumbs.reports];
  const above = [crumbs.home, crumbs.committees, crumbs.committee(committee)];
  if (meeting === undefined) return above;
  return [
    ...above,
    {
      text: fillIn(wordsIn(lang).meetingCrumb, { date: dateIn(lang, meeting) }),
      address: ADDRESSES.meeting(committee.id, meeting),
    },
  ];
}
