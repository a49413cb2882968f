import { inWords } from "../calendar-date.ts";
import type { AgendaItem } from "../model.ts";
import { ADDRESSES, CRUMBS, type Crumb } from "./page.ts";

/** The way from the home page to a report or stub: by its committee and its meeting, or else by the list of all reports. */
export function crumbsOf(item: AgendaItem): readonly Crumb[] {
  const { committee } = item;
  const meeting = "frontmatter" in item ? item.frontmatter.meeting : item.meeting;
  if (committee === undefined) return [CRUMBS.home, CRUMBS.reports];
  const above = [CRUMBS.home, CRUMBS.committees, CRUMBS.committee(committee)];
  if (meeting === undefined) return above;
  return [...above, { text: `Meeting of ${inWords(meeting)}`, address: ADDRESSES.meeting(committee.id, meeting) }];
}
