import { packPath, relativeAddress } from "../addresses/addresses.ts";
import { dateIn, dayIn, timeIn } from "../dates/format-date.ts";
import type { PageView } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import { lawFor } from "../law/laws.ts";
import { urgentItemNotice } from "../law/urgent-item.ts";
import type { Language, Settings } from "../model/settings.ts";
import type { AgendaEntry, Meeting, OutputFile, Site } from "../model/site.ts";
import { describeFile } from "../report/annexes/attached-files.ts";
import { copiesFor } from "./copies.ts";
import { exclusionAt } from "./exclusion.ts";
import { byCommittee, formatStatus } from "./meeting-lists.ts";
import { ADDRESSES, crumbsIn, listEntry, type Output, otherThan, page } from "./page.ts";
import { recommendationRow } from "./recommendation-pages.ts";
import { type Fact, factValue } from "./report-facts.ts";
import type { Templates } from "./templates.ts";

/** Characters of a fact that fit a narrow column on one line or two. */
const LONG = 28;

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
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const address = ADDRESSES.meeting(committee.id, date);
  const kind = details.title ?? words.meeting;
  const link = (other: Meeting | undefined) =>
    other === undefined
      ? false
      : { href: relativeAddress(address, ADDRESSES.meeting(committee.id, other.date)), date: dateIn(lang, other.date) };
  const facts = {
    address,
    title: `${committee.name}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}, ${dateIn(lang, date)}`,
    crumbs: [crumbs.home, crumbs.committees, crumbs.committee(committee)],
  };
  return page({ site, templates }, "meeting", facts, {
    noticeLang: otherThan(lang, "en-GB"),
    kind,
    committee: committee.name,
    formattedDate: dateIn(lang, date),
    status: formatStatus(details.status, lang),
    facts: meetingFacts(meeting, lang).map(factView),
    notes: notes?.bodyHtml ?? "",
    pack: packView(site, meeting, 0),
    agenda: agenda.map((item) => itemView(item, meeting, site.settings)),
    supplements: supplements.map(({ number, items }) => ({
      title: fillIn(words.supplementToAgenda, { number: String(number) }),
      pack: packView(site, meeting, number),
      items: items.map((item) => itemView(item, meeting, site.settings)),
    })),
    exclusion: exclusionAt(meeting, [...agenda, ...supplements.flatMap(({ items }) => items)], site.settings).map(
      (one) => ({ ...one }),
    ),
    recommendations: recommendationsOf(site, meeting).map((one) => recommendationRow(one, address, lang)),
    isEmpty: agenda.length === 0 && supplements.length === 0,
    previous: link(beside.previous),
    next: link(beside.next),
  });
}

/** The recommendations of the reports that a meeting received. */
function recommendationsOf({ recommendations }: Site, { agenda, supplements }: Meeting) {
  const received = new Set([...agenda, ...supplements.flatMap(({ items }) => items)].map(({ paper }) => paper));
  return recommendations.filter(({ report }) => received.has(report));
}

/** The link to the pack of the agenda, or of a supplement to it, where the site has one. */
function packView(
  { pdfs, settings: { lang } }: Site,
  { committee, date }: Meeting,
  supplement: number,
): PageView<"meeting">["pack"] {
  const path = packPath(committee.id, date, supplement);
  const pdf = pdfs.get(path);
  if (pdf === undefined) return false;
  const words = wordsIn(lang);
  const file = describeFile({ format: "PDF", ...pdf }, lang);
  return {
    href: path.slice(path.lastIndexOf("/") + 1),
    text: fillIn(supplement === 0 ? words.downloadPapers : words.downloadThesePapers, { file }),
  };
}

/** When and where a meeting is. */
export function meetingFacts(
  { date, details: { time, end, venue, online } }: Pick<Meeting, "date" | "details">,
  lang: Language,
): readonly Fact[] {
  const words = wordsIn(lang);
  const fact = (name: string, text: string | undefined, datetime = "", href = ""): readonly Fact[] =>
    text === undefined ? [] : [{ name, values: [factValue({ text, datetime, href })] }];
  const from = time === undefined ? undefined : timeIn(lang, time);
  const until = end === undefined || from === undefined ? from : fillIn(words.fromTo, { from, to: timeIn(lang, end) });
  return [
    ...fact(words.date, dayIn(lang, date), date),
    ...fact(words.time, until, end === undefined && time !== undefined ? `${date}T${time}` : ""),
    ...fact(words.venue, venue),
    ...fact(words.online, online === undefined ? undefined : words.followOnline, "", online),
  ];
}

/** Links of a meeting's facts lead to other sites. */
function factView({ name, values }: Fact) {
  const isLong = values.some(({ text }) => text.length > LONG);
  return { name, isLong, values: values.map((value) => ({ ...value, isOutward: value.href !== "" })) };
}

/** What the agenda says of an item that is urgent; nothing of one that is withheld, whose stub does not say so. */
export function urgencyOf(
  { paper }: AgendaEntry,
  meeting: Pick<Meeting, "date" | "committee">,
  settings: Settings,
): string {
  if (paper.kind !== "report" || paper.frontmatter.urgency === undefined) return "";
  // At a further meeting it is an item like others.
  if (paper.frontmatter.meeting !== meeting.date || paper.committee?.id !== meeting.committee.id) return "";
  const { reason, isAgreedByChair } = paper.frontmatter.urgency;
  return urgentItemNotice(reason, isAgreedByChair, lawFor(meeting, settings));
}

function itemView(entry: AgendaEntry, meeting: Meeting, settings: Settings) {
  const { lang } = settings;
  const { paper, number } = entry;
  return {
    ...listEntry(paper, ADDRESSES.meeting(meeting.committee.id, meeting.date), lang),
    number: number === undefined ? "" : fillIn(wordsIn(lang).agendaItem, { number }),
    urgency: urgencyOf(entry, meeting, settings),
    notice: paper.kind === "report" ? (paper.marking ?? "") : paper.notice,
  };
}
