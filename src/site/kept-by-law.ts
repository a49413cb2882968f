import { z } from "zod";
import { encodePath, filesOfReport, ownFolder } from "../addresses/addresses.ts";
import { addDays, addMonths } from "../dates/calendar-date.ts";
import { lawFor } from "../law/laws.ts";
import { hashOf } from "../model/file-digests.ts";
import type { Settings } from "../model/settings.ts";
import type { OutputFile, Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import type { Compiled } from "../report/compile/compile.ts";

/** Something that a build would remove though the law keeps it public. */
export interface KeptByLaw {
  readonly kind: "report" | "annex" | "background paper";
  /** The address of the report that it is, or belongs to, below the root of the site. */
  readonly address: string;
  /** The annex as its report called it, such as "Annex B". */
  readonly annex?: string;
  /** What says that it is kept: the sections of the law of a meeting that received it. */
  readonly source: string;
  /** The last day on which it is to be public. */
  readonly until: CalendarDate;
}

/** The site that was published last, and the one that would take its place. */
interface TwoSites {
  /** Paths of files below the root of the old site. */
  readonly old: readonly string[];
  /** The text of one of them; nothing, where it cannot be read. */
  readonly readOld: (path: string) => string | undefined;
  /** The hash of one of them, where it is known without reading it. */
  readonly hashOfOld?: (path: string) => string | undefined;
  readonly files: readonly OutputFile[];
  readonly site: Site;
  readonly compiled: readonly Compiled[];
}

/**
 * The reports, annexes and background papers that a build would remove within the time for which the law keeps them public. What says
 * that it is withheld or was withdrawn is none of them. The day is that of the site: given, or else the newest date of a report.
 */
export function keptByLaw({ old, readOld, hashOfOld, files, site, compiled }: TwoSites): readonly KeptByLaw[] {
  const { settings } = site;
  const contents = new Map(files.map(({ path, content }) => [path, content] as const));
  const known = new Set(old);
  const taken = takenBack(compiled);
  const now = new Map(
    site.reports.flatMap((report) =>
      [ownFolder(report.path), ...report.frontmatter.formerly.map((path) => `${path}/`)].map(
        (folder) => [folder, report] as const,
      ),
    ),
  );
  return old.flatMap((path): readonly KeptByLaw[] => {
    const folder = path.replace(/index\.html$/, "");
    if (folder === path || !folder.startsWith("reports/")) return [];
    const [, data] = filesOfReport(folder);
    if (!known.has(data) || taken.has(folder)) return [];
    const report = now.get(folder);
    const content = report && contents.get(filesOfReport(ownFolder(report.path))[1]);
    const hash = content !== undefined && "hash" in content ? content.hash : undefined;
    if (hash !== undefined && hashOfOld?.(data) === hash) return [];
    if (report !== undefined) {
      const { date, meeting } = report.frontmatter;
      const days = { date, committee: report.committee, meeting, alsoTo: report.alsoTo };
      if (KINDS.every((kind) => isOver(lastDay(days, kind, settings).until, site.asOf))) return [];
    }
    const text = readOld(data);
    if (hash !== undefined && text !== undefined && hashOf(text) === hash) return [];
    const before = dataIn(text);
    if (before === undefined) return [];
    const current = textOf(content);
    const missing = current === undefined ? WHOLE : missingFrom(before, dataIn(current));
    return removed(before, missing, encodePath(folder), settings).filter(({ until }) => !isOver(until, site.asOf));
  });
}

/** The text of a file, which is made where it is only known. */
function textOf(content: OutputFile["content"] | undefined): string | undefined {
  if (content === undefined) return undefined;
  if ("text" in content) return content.text;
  return "again" in content ? content.again() : undefined;
}

/** What is no longer there of a report that was published. */
interface Missing {
  readonly isWhole: boolean;
  readonly annexes: readonly string[];
  readonly papers: number;
}

const WHOLE: Missing = { isWhole: true, annexes: [], papers: 0 };

function removed(
  before: ReportBefore,
  { isWhole, annexes, papers }: Missing,
  address: string,
  settings: Pick<Settings, "jurisdictions">,
): readonly KeptByLaw[] {
  const ofPapers = lastDay(before, "papers", settings);
  const ofBackground = lastDay(before, "background", settings);
  return [
    ...(isWhole ? [{ kind: "report" as const, address, ...ofPapers }] : []),
    ...annexes.map((annex) => ({ kind: "annex" as const, address, annex, ...ofPapers })),
    ...Array.from({ length: papers }, () => ({ kind: "background paper" as const, address, ...ofBackground })),
  ];
}

const committeeBefore = z.object({ id: z.string() });

/** What the data of a report say that was published; of other versions of the program they may say more. */
const published = z.object({
  date: z.iso.date(),
  committee: committeeBefore.optional(),
  meeting: z.iso.date().optional(),
  alsoTo: z.array(z.object({ committee: committeeBefore.optional(), meeting: z.iso.date() })).default([]),
  annexes: z
    .array(
      z.object({
        letter: z.string(),
        kind: z.string(),
        title: z.string(),
        status: z.string(),
        url: z.string().optional(),
      }),
    )
    .default([]),
  background: z.array(z.object({ title: z.string(), url: z.string().optional() })).default([]),
});

type ReportBefore = z.infer<typeof published>;

function dataIn(text: string | undefined): ReportBefore | undefined {
  try {
    return published.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Annexes and background papers that a report had. An annex that is withheld now says so, and a new file may take the place of another. */
function missingFrom(before: ReportBefore, now: ReportBefore | undefined): Missing {
  const isThere = ({ status }: ReportBefore["annexes"][number]): boolean => status === "file" || status === "text";
  const isAnnexKept = (annex: ReportBefore["annexes"][number]): boolean =>
    now?.annexes.some(
      (other) =>
        (isThere(other) && (other.title === annex.title || (annex.status === "file" && other.url === annex.url))) ||
        (other.status === "withheld" && other.letter === annex.letter),
    ) === true;
  const isPaperKept = ({ title, url }: ReportBefore["background"][number]): boolean =>
    now?.background.some((other) => other.title === title || (url !== undefined && other.url === url)) === true;
  return {
    isWhole: false,
    annexes: before.annexes
      .filter((annex) => isThere(annex) && !isAnnexKept(annex))
      .map(({ kind, letter }) => `${kind} ${letter}`),
    papers: before.background.filter((paper) => !isPaperKept(paper)).length,
  };
}

/** The folders of reports that say that they are withheld, or were withdrawn. */
function takenBack(compiled: readonly Compiled[]): ReadonlySet<string> {
  return new Set(
    compiled
      .filter(({ outcome }) => outcome === "withheld" || outcome === "withdrawn")
      .flatMap(({ path, formerly }) => [ownFolder(path), ...formerly.map((old) => `${old}/`)]),
  );
}

/** The days from which the time counts: those of meetings, or else that of the report. */
interface Dated extends OfCommittee {
  readonly date: CalendarDate;
  readonly meeting?: CalendarDate | undefined;
  readonly alsoTo: readonly (OfCommittee & { readonly meeting: CalendarDate })[];
}

interface OfCommittee {
  readonly committee?: { readonly id: string } | undefined;
}

const KINDS = ["papers", "background"] as const;

/** The last day for which the law of any of its meetings keeps a report's papers, or its background papers, public, and that law. */
function lastDay(
  { date, committee, meeting, alsoTo }: Dated,
  kind: (typeof KINDS)[number],
  settings: Pick<Settings, "jurisdictions">,
): Pick<KeptByLaw, "until" | "source"> {
  const own = meeting === undefined && alsoTo.length > 0 ? [] : [{ committee, meeting: meeting ?? date }];
  const days = [...own, ...alsoTo].map(({ committee: receiving, meeting: first }) => {
    const { kept } = lawFor({ committee: receiving }, settings);
    return { until: lastDayOfYears(first, kept[kind]), source: kept.source };
  });
  return days.reduce((latest, day) => (day.until > latest.until ? day : latest));
}

/** The last day of so many years that begin with a day. */
function lastDayOfYears(first: CalendarDate, years: number): CalendarDate {
  // Years that begin on 29 February, or on the day after it, end on 28 or 29 February.
  const ends = [addDays(addMonths(first, 12 * years), -1), addMonths(addDays(first, -1), 12 * years)];
  return ends.sort().at(-1) ?? first;
}

/** Whether a day has passed. Where nobody knows what day it is, none has. */
function isOver(last: CalendarDate, today: CalendarDate | undefined): boolean {
  return today !== undefined && last < today;
}
