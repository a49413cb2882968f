import type { Report } from "../model/report.ts";
import type { TrackedRecommendation } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { isClosed, responseDue } from "../report/outcomes/format-outcome.ts";

/** Every recommendation of these reports, in their order, and whether it is overdue on a day. */
export function trackRecommendations(
  reports: readonly Report[],
  asOf: CalendarDate | undefined,
): readonly TrackedRecommendation[] {
  return reports.flatMap((report) =>
    report.recommendations.map((own) => {
      const recommendation = { ...own, isWithheld: own.isWithheld || report.isWithheld };
      const { outcome } = own;
      const due = responseDue(outcome, report.notice);
      const days = [due, isClosed(outcome) ? undefined : outcome.due];
      const isOverdue = days.some((day) => day !== undefined && asOf !== undefined && day < asOf);
      return { report, recommendation, responseDue: due, isOverdue };
    }),
  );
}
