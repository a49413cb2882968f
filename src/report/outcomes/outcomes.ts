import { resolvePath } from "../../addresses/addresses.ts";
import { formatDate } from "../../dates/calendar-date.ts";
import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import type { Outcome, ReportLink } from "../../model/report.ts";
import type { CalendarDate } from "../../model/source.ts";
import { closestMatch } from "../../text/closest-match.ts";
import type { ReportPlace } from "../links/resolve-links.ts";
import { raiseMarkedOutcomes } from "../markings/raise-markings.ts";
import { keyOfLabel } from "../recommendations/forms.ts";
import type { OutcomeEntry, OutcomesFile } from "./outcomes-file.ts";

/** What became of a report's recommendations. */
export interface Outcomes {
  readonly notice: CalendarDate | undefined;
  /** By where the recommendations stand in the report: their ids may be others in its public part. */
  readonly byPlace: ReadonlyMap<string, RecordedOutcome>;
}

/** What became of one recommendation, and the link to the evidence of it, where that is a report. */
export interface RecordedOutcome {
  readonly outcome: Outcome;
  readonly link?: ReportLink | undefined;
}

/** A recommendation with its label, and where it stands in the report. */
interface Labelled {
  readonly label: string;
  readonly place: string;
}

/** A report whose outcomes are read. */
export interface OutcomesOwner {
  readonly path: string;
  readonly date: CalendarDate;
  /** All recommendations, those that are withheld, too. */
  readonly recommendations: readonly Labelled[];
  /** Those that are published. */
  readonly published: readonly Labelled[];
  readonly reportAt: (path: string) => ReportPlace;
}

/** Gives each entry of the file to the recommendation that it is about; raises what is wrong between the file and its report. */
export function matchOutcomes(file: OutcomesFile, owner: OutcomesOwner, raise: Raise): Outcomes {
  const published = new Set(owner.published.map(({ place }) => place));
  const byPlace = new Map<string, RecordedOutcome>();
  const firstOf = new Map<string, string>();
  for (const entry of file.entries) {
    const { label } = entry;
    const [recommendation, ...others] = withLabel(label, owner.recommendations);
    const first = recommendation && firstOf.get(recommendation.place);
    if (recommendation === undefined) raiseUnknownLabel(file, label, owner, raise);
    else if (others.length > 0)
      raise({
        rule: "recommendations-file",
        place: file.placeOf([label], "name"),
        message: `the report has ${others.length + 1} recommendations ${label}, and this may be about any of them`,
        fix: "give each recommendation of the report a label of its own",
        ownWords: {
          message: "the report has this label more than once, and it is not known which recommendation this is about",
          fix: "give each recommendation of the report a label of its own",
        },
      });
    else if (first !== undefined)
      raise({
        rule: "recommendations-file",
        place: file.placeOf([label], "name"),
        message: `recommendation ${recommendation.label} is here twice`,
        fix: "keep one of the two, with all that is to be said of it",
        ownWords: {
          message: "this recommendation is here twice",
          fix: "keep one of the two, with all that is to be said of it",
        },
        related: { message: "first here", place: file.placeOf([first], "name") },
      });
    else {
      firstOf.set(recommendation.place, label);
      raiseDates(file, entry, owner, raise);
      byPlace.set(recommendation.place, withEvidence(file, entry, owner, raise));
      if (published.has(recommendation.place))
        raiseMarkedOutcomes({ value: { [label]: entry.typed }, placeOf: file.placeOf }, raise);
    }
  }
  const { notice } = file;
  if (notice !== undefined && notice < owner.date) raise(wrongDay(file, ["notice"], "notice was given", owner.date));
  return { notice, byPlace };
}

/** A label without the signs and the noun that may stand around it: people leave them out, or put them in. */
function plain(label: string): string {
  return keyOfLabel(label.replace(/^\s*recommendation\s+/i, "").replace(/[:\s]/g, "")).toLowerCase();
}

/** The recommendations that a label may mean: those that have it as it is, or else those whose label differs in signs alone. */
function withLabel(label: string, all: readonly Labelled[]): readonly Labelled[] {
  const exact = all.filter((one) => one.label === label);
  return exact.length > 0 ? exact : all.filter((one) => plain(one.label) === plain(label));
}

/** So many labels fit a message. */
const MOST = 12;

function raiseUnknownLabel(file: OutcomesFile, label: string, { recommendations }: OutcomesOwner, raise: Raise): void {
  const labels = recommendations.map((one) => one.label);
  const place = file.placeOf([label], "name");
  if (labels.length === 0) {
    const message = "the report beside this folder has no recommendations, and this says what became of one";
    const fix =
      "write the recommendations as a numbered list below a heading `Recommendations`, or begin each with `Recommendation 1:`";
    raise({ rule: "recommendations-file", place, message, fix, quotesNothing: true });
    return;
  }
  const nearest = closestMatch(label, labels);
  const shown = labels.length > MOST ? [...labels.slice(0, MOST - 1), "…", labels.at(-1)] : labels;
  raise({
    rule: "recommendations-file",
    place,
    message: `the report has no recommendation ${label}`,
    fix: `${nearest === undefined || labels.length <= MOST ? "write" : `write ${nearest}, or`} one of its labels: ${shown.join(", ")}`,
    ownWords: {
      message: "the report has no recommendation with this label",
      fix: "write the label as the report has it, or take the entry out",
    },
  });
}

/** Raises days that cannot be right beside the day of the report. */
function raiseDates(
  file: OutcomesFile,
  { label, outcome }: OutcomeEntry,
  { date: from }: OutcomesOwner,
  raise: Raise,
): void {
  const raiseDay = (path: readonly string[], what: string) => raise(wrongDay(file, path, what, from));
  if (outcome.date !== undefined && outcome.date < from) raiseDay([label, "date"], "the response was given");
  if (outcome.due !== undefined && outcome.due < from) raiseDay([label, "due"], "this was due");
}

function wrongDay(file: OutcomesFile, path: readonly string[], what: string, ofReport: CalendarDate): Finding {
  return {
    rule: "recommendations-dates",
    place: file.placeOf(path),
    message: `${what} on a day before that of the report, ${formatDate(ofReport)}`,
    fix: `put the right day into \`${path.at(-1)}:\`, or into the report's \`date:\``,
  };
}

/** An outcome with the address of its evidence; without one, where that is not published. */
function withEvidence(
  file: OutcomesFile,
  { label, outcome: { evidence: typed, ...outcome } }: OutcomeEntry,
  { path, reportAt }: OutcomesOwner,
  raise: Raise,
): RecordedOutcome {
  if (typed === undefined || /^https?:/i.test(typed)) return { outcome: { ...outcome, evidence: typed } };
  const [written = "", hash] = typed.split("#");
  const fragment = hash === undefined ? undefined : decoded(hash);
  const place = file.placeOf([label, "evidence"]);
  // As in the report's own links; or from the folder that the file itself lies in.
  const paths =
    written === "" ? [path] : [path, file.path].flatMap((from) => resolvePath(from, decoded(written)) ?? []);
  const [target = "", found] = paths
    .map((one) => [one, reportAt(one)] as const)
    .find(([, { kind }]) => kind !== "missing") ?? [paths[0] ?? "", { kind: "missing" } as const];
  if (found.kind === "missing") {
    raise({
      rule: "link-target-missing",
      place,
      message: `there is no file ${target} in the content folder`,
      fix: `write the path from the folder of the report, ${path.slice(0, path.lastIndexOf("/") + 1)}, such as ../2025/progress.md`,
    });
    return { outcome };
  }
  if (!("address" in found)) return { outcome };
  const { withheld, annex } = found.kind === "page" ? found : {};
  const wanted = fragment ?? annex?.fragment;
  const id = wanted !== undefined && withheld?.has(wanted) ? withheld.get(wanted) : wanted;
  const evidence = id === undefined || found.kind === "stub" ? found.address : `${found.address}#${id}`;
  return {
    outcome: { ...outcome, evidence },
    link: { target: annex?.reportPath ?? target, fragment: id, place },
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
