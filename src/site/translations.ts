import { formatDate } from "../dates/calendar-date.ts";
import type { Finding, Raise } from "../diagnostics/catalogue.ts";
import type { Report } from "../model/report.ts";
import { latestAmendmentsFirst } from "../report/frontmatter/fields.ts";

/**
 * The reports of an edition that are the same in two languages, each by the path of the other: two that name each other. Raises where
 * one names what is none, and where one of a pair is not as the other. What the edition does not hold is, for it, not there: nothing
 * that is found here tells a draft or a report that is withheld from a path of nothing.
 */
export function pairTranslations(reports: readonly Report[], raise: Raise): ReadonlyMap<string, Report> {
  const byPath = new Map(reports.map((report) => [report.path, report]));
  const pairs = new Map<string, Report>();
  for (const report of reports) {
    const { translation } = report;
    if (translation === undefined) continue;
    const other = byPath.get(translation.target ?? "");
    const found = other === undefined ? [MISSING] : problemsOfPair(report, other);
    for (const problem of found) raise({ ...problem, place: translation.place, quotesNothing: true });
    if (other !== undefined && !found.some(({ rule }) => rule === "translation-pair")) pairs.set(report.path, other);
  }
  return pairs;
}

type Problem = Pick<Finding, "rule" | "message" | "fix">;

const MISSING: Problem = {
  rule: "translation-missing",
  message:
    "there is no report at the path that `translation:` names, or it is not published, so this one leads to none",
  fix: "correct the path, or take `translation:` out until both reports are published; if the other one is withheld, look whether this one may be public",
};

function problemsOfPair(report: Report, other: Report): readonly Problem[] {
  const why = whyNoPair(report, other);
  if (why !== undefined) return [{ rule: "translation-pair", ...why }];
  return [
    ...behindByAmendment(report, other),
    ...behindByParagraphs(report, other),
    ...openWhereOtherIsNot(report, other),
  ];
}

/** What keeps two reports from being one in two languages. */
function whyNoPair(report: Report, other: Report): Pick<Problem, "message" | "fix"> | undefined {
  if (other === report)
    return {
      message: "`translation:` names the report that it is in",
      fix: "write the path of the same report in the other language",
    };
  if (other.translation === undefined)
    return {
      message: "the report that `translation:` names does not name this one, so neither leads to the other",
      fix: "write `translation:` with the path of this report into the other one, too",
    };
  if (other.translation.target !== report.path)
    return {
      message: "the report that `translation:` names is joined with another report, so this one leads to none",
      fix: "let the two that are the same report in two languages name each other",
    };
  if (other.frontmatter.lang !== report.frontmatter.lang) return undefined;
  return {
    message: "the two reports that `translation:` joins are in the same language, so neither leads to the other",
    fix: "write `lang: cy` into the one that is in Welsh",
  };
}

function behindByAmendment(report: Report, other: Report): readonly Problem[] {
  const [own] = latestAmendmentsFirst(report.frontmatter);
  const [newer] = latestAmendmentsFirst(other.frontmatter);
  if (newer === undefined || (own !== undefined && own.date >= newer.date)) return [];
  const since = own === undefined ? "and this one was not" : `and this one last on ${formatDate(own.date)}`;
  return [
    {
      rule: "translation-behind",
      message: `the report in the other language was amended on ${formatDate(newer.date)}, ${since}`,
      fix: "bring this one up to date, and say so in its `amended:`",
    },
  ];
}

/** Raised in the one that has fewer, as one mistake. */
function behindByParagraphs(report: Report, other: Report): readonly Problem[] {
  const [own, more] = [report.paragraphs.length, other.paragraphs.length];
  if (own >= more) return [];
  return [
    {
      rule: "translation-behind",
      message: `this report has ${own} numbered ${own === 1 ? "paragraph" : "paragraphs"}, and the one in the other language has ${more}`,
      fix: "write the same paragraphs in both, so that each number is that of the same paragraph",
    },
  ];
}

/** What one of the two withholds should not be read in the other. */
function openWhereOtherIsNot(report: Report, other: Report): readonly Problem[] {
  const [own, more] = [report.withheldParts.length, other.withheldParts.length];
  const isBehind = own < more;
  if (own > more || (own === more && withheldIn(report) === withheldIn(other))) return [];
  return [
    {
      rule: "translation-behind",
      message: isBehind
        ? `the report in the other language withholds ${more} of its parts, and this one ${own === 0 ? "none" : own}`
        : "the report in the other language withholds other parts than this one",
      fix: "withhold the same passages and annexes in both languages",
    },
  ];
}

/** What is withheld of a report, in the same words in both languages. The letter of an annex is in its id, and passages are named in English. */
function withheldIn({ withheldParts, annexes }: Report): string {
  const ofAnnexes = new Set(annexes.map(({ id }) => id));
  return withheldParts.map(({ id, words }) => (ofAnnexes.has(id) ? id : words)).join();
}
