import { packPath, relativeAddress } from "../addresses.ts";
import { inWords, withWeekday } from "../calendar-date.ts";
import type { AgendaItem, Meeting, OutputFile, Site } from "../model.ts";
import { timeInWords } from "../report/clock-time.ts";
import { describeFile } from "../report/file-lookup.ts";
import { copiesFor } from "./copies.ts";
import { byCommittee, statusInWords } from "./meeting-lists.ts";
import { ADDRESSES, CRUMBS, listEntry, type Output, page } from "./page.ts";
import type { Templates, View } from "./templates.ts";

/** The page of each meeting: when and where it is, its notes, and its papers in the order of the agenda. */
export const meetingPages: Output = (site, templates) =>
  [...byCommittee(site.meetings).values()].flatMap((meetings) =>
    meetings.flatMap((meeting, index) => [
      meetingPage(site, templates, meeting, { previous: meetings[index + 1], next: meetings[index - 1] }),
      ...copiesFor(meeting.notes?.files ?? []),
    ]),
  );

function meetingPage(
  site: Site,
  templates: Templates,
  meeting: Meeting,
  beside: { readonly previous: Meeting | undefined; readonly next: Meeting | undefined },
): OutputFile {
  const { committee, date, details, notes, agenda, supplements } = meeting;
  const address = ADDRESSES.meeting(committee.id, date);
  const kind = details.title ?? "Meeting";
  const link = (other: Meeting | undefined): View | false =>
    other === undefined
      ? false
      : { href: relativeAddress(address, ADDRESSES.meeting(committee.id, other.date)), date: inWords(other.date) };
  const facts = {
    address,
    title: `${committee.name}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}, ${inWords(date)}`,
    crumbs: [CRUMBS.home, CRUMBS.committees, CRUMBS.committee(committee)],
  };
  return page(site, templates, "meeting", facts, {
    kind,
    committee: committee.name,
    dateInWords: inWords(date),
    status: statusInWords(details.status),
    facts: meetingFacts(meeting),
    notes: notes?.bodyHtml ?? "",
    pack: packView(site, meeting, 0),
    agenda: agenda.map((item) => itemView(item, address)),
    supplements: supplements.map(({ number, items }) => ({
      number: String(number),
      pack: packView(site, meeting, number),
      items: items.map((item) => itemView(item, address)),
    })),
    isEmpty: agenda.length === 0 && supplements.length === 0,
    previous: link(beside.previous),
    next: link(beside.next),
  });
}

/** The link to the pack of the agenda, or of a supplement to it, where the site has one. */
function packView({ pdfs }: Site, { committee, date }: Meeting, supplement: number): View | false {
  const path = packPath(committee.id, date, supplement);
  const pdf = pdfs.get(path);
  return pdf === undefined
    ? false
    : { href: path.slice(path.lastIndexOf("/") + 1), description: describeFile({ format: "PDF", ...pdf }) };
}

/** When and where a meeting is. */
export function meetingFacts({ date, details: { time, end, venue, online } }: Meeting): readonly View[] {
  const fact = (name: string, text: string | undefined, datetime = "", href = ""): readonly View[] =>
    text === undefined ? [] : [{ name, text, datetime, href }];
  const from = time === undefined ? undefined : timeInWords(time);
  const until = end === undefined ? from : `${from} to ${timeInWords(end)}`;
  return [
    ...fact("Date", withWeekday(date), date),
    ...fact("Time", until, end === undefined && time !== undefined ? `${date}T${time}` : ""),
    ...fact("Venue", venue),
    ...fact("Online", online === undefined ? undefined : "Follow the meeting online", "", online),
  ];
}

function itemView(item: AgendaItem, from: string): View {
  const isReport = "frontmatter" in item;
  const { item: number } = isReport ? item.frontmatter : item;
  return {
    ...listEntry(item, from),
    number: number === undefined ? "" : String(number),
    notice: isReport ? (item.marking ?? "") : item.notice,
  };
}
