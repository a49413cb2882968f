import type { Raise } from "../diagnostics/catalogue.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import type { Report } from "../model/report.ts";
import type { Committee } from "../model/settings.ts";
import type { AgendaEntry, AgendaItem, Meeting, Withheld } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { closestMatch } from "../text/closest-match.ts";
import { compareNumbers, compareTexts } from "../text/compare.ts";

interface Published {
  readonly reports: readonly Report[];
  readonly withheld: readonly Withheld[];
}

/**
 * The committees that the settings list, or where they list none, those that reports and stubs name, in the order of
 * the alphabet.
 */
export function committeesOf(listed: readonly Committee[], { reports, withheld }: Published): readonly Committee[] {
  if (listed.length > 0) return listed;
  const named = [...reports, ...withheld].flatMap(committeesReceiving);
  const sorted = named.sort((a, b) => compareTexts(a.name, b.name));
  return [...new Map(sorted.toReversed().map((committee) => [committee.id, committee])).values()].reverse();
}

/** A place of a paper on an agenda, or in a supplement to it. */
interface Received extends AgendaEntry {
  readonly committee: Committee;
  readonly date: CalendarDate;
  readonly supplement?: number | undefined;
}

/** Where a paper goes: to its own meeting, where it may be late, and to the further ones that it names. */
function receivedAt(paper: AgendaItem): readonly Received[] {
  const { committee, alsoTo } = paper;
  const { meeting: date, item: number } = paper.kind === "report" ? paper.frontmatter : paper;
  const supplement = paper.kind === "report" ? paper.frontmatter.supplement : undefined;
  const own = committee === undefined || date === undefined ? [] : [{ paper, committee, date, number, supplement }];
  return [
    ...own,
    ...alsoTo.map(({ committee: other, meeting, item }) => ({ paper, committee: other, date: meeting, number: item })),
  ];
}

/**
 * Every meeting that a file, a report or a stub names, latest first, with what it receives. Raises the files of
 * meetings whose folder is no committee's. All of it is made of what the edition publishes.
 */
export function gatherMeetings(
  { reports, withheld }: Published,
  files: readonly CompiledPlainFile[],
  committees: readonly Committee[],
  raise: Raise,
): readonly Meeting[] {
  const ranks = new Map(committees.map(({ id }, rank) => [id, rank]));
  const gathered = new Map<string, Omit<Meeting, "agenda" | "supplements"> & { readonly items: Received[] }>();
  const keyOf = (committee: string, date: CalendarDate): string => `${committee}/${date}`;
  for (const { name, path, content } of files) {
    if (name.kind !== "meeting") continue;
    const committee = committees[ranks.get(name.committee) ?? -1];
    if (committee === undefined) raiseUnknown(name.committee, path, committees, raise);
    else if (content?.kind === "meeting") {
      const { details, text: notes } = content;
      gathered.set(keyOf(committee.id, name.date), { committee, date: name.date, details, notes, items: [] });
    }
  }
  for (const item of [...reports, ...withheld].flatMap(receivedAt)) {
    const { committee, date } = item;
    const meeting = gathered.get(keyOf(committee.id, date));
    if (meeting !== undefined) meeting.items.push(item);
    else {
      const listed = committees[ranks.get(committee.id) ?? -1] ?? committee;
      gathered.set(keyOf(committee.id, date), { committee: listed, date, details: {}, items: [item] });
    }
  }
  const rankOf = ({ committee }: Pick<Meeting, "committee">): number => ranks.get(committee.id) ?? 0;
  return [...gathered.values()]
    .sort((a, b) => compareTexts(b.date, a.date) || rankOf(a) - rankOf(b))
    .map(({ items, ...meeting }) => ({ ...meeting, ...inOrder(items) }));
}

/**
 * Papers in the order of their items, and then of their titles; late ones apart, by the supplement that they are in.
 */
function inOrder(items: readonly Received[]): Pick<Meeting, "agenda" | "supplements"> {
  const agenda: AgendaEntry[] = [];
  const late = new Map<number, AgendaEntry[]>();
  for (const { paper, number, supplement } of [...items].sort(byNumber)) {
    const entry = { paper, number };
    if (supplement === undefined) agenda.push(entry);
    else late.set(supplement, [...(late.get(supplement) ?? []), entry]);
  }
  const supplements = [...late].sort(([a], [b]) => a - b).map(([number, of]) => ({ number, items: of }));
  return { agenda, supplements };
}

/** Papers without a number come last. */
function byNumber(a: AgendaEntry, b: AgendaEntry): number {
  const [one, other] = [a, b].map(({ paper, number = "" }) =>
    paper.kind === "report"
      ? { number, title: paper.frontmatter.title, path: paper.path }
      : { number, title: paper.title, path: paper.address },
  );
  if (one === undefined || other === undefined) return 0;
  const isOneLast = one.number === "" ? 1 : 0;
  const isOtherLast = other.number === "" ? 1 : 0;
  return (
    isOneLast - isOtherLast ||
    compareNumbers(one.number, other.number) ||
    compareTexts(one.title, other.title) ||
    compareTexts(one.path, other.path)
  );
}

function raiseUnknown(id: string, path: string, committees: readonly Committee[], raise: Raise): void {
  const ids = committees.map((committee) => committee.id);
  const nearest = closestMatch(id, ids);
  raise({
    rule: "committee-unknown",
    place: { path, line: 1, column: 1 },
    message: `the folder of this file, ${id}, is not the id of a committee${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    fix:
      ids.length === 0
        ? "list the committee in site.yml, with this id"
        : `the committees are ${ids.join(", ")}; site.yml lists them, or, if it lists no committees, published reports name them`,
    quotesNothing: true,
  });
}
