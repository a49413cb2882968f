import { z } from "zod";
import { reportAddress } from "../addresses/addresses.ts";
import type { Edition } from "../model/settings.ts";
import type { Site, TrackedRecommendation } from "../model/site.ts";
import { csvText } from "./csv.ts";
import { ADDRESSES, dataAddress, type Output } from "./page.ts";
import { json, outcomeData } from "./report-data.ts";
import { date, notice, outcomeFields, recommendationFields, url } from "./report-data-schema.ts";

const tracked = z.strictObject({
  url,
  ...recommendationFields,
  report: z.strictObject({ url, title: z.string(), date }),
  committee: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  meeting: date.optional().meta({ description: "The day of the meeting that received the report" }),
  notice,
  ...outcomeFields,
  isOverdue: z.boolean().meta({ description: "Whether a day by which something was due is before asOf" }),
});

const schema = z
  .strictObject({
    $schema: z.string(),
    council: z.string(),
    asOf: date.optional().meta({ description: "The day as of which things are overdue" }),
    recommendations: z.array(tracked),
  })
  .meta({ title: "All recommendations of a site's scrutiny reports, those of the latest report first" });

type Tracked = z.infer<typeof tracked>;

/** All recommendations as data (JSON), and as a table for spreadsheets (CSV); there only where a report has one. */
export const recommendationData: Output = (site) => {
  const { recommendations, asOf, settings } = site;
  if (recommendations.length === 0) return [];
  const rows = recommendations.map((one) => dataOf(site, one));
  const data: z.infer<typeof schema> = {
    $schema: dataAddress(site, ADDRESSES.recommendationsSchema),
    council: settings.council,
    asOf,
    recommendations: rows,
  };
  return [
    json(ADDRESSES.recommendationsData, data),
    json(ADDRESSES.recommendationsSchema, z.toJSONSchema(schema)),
    { path: ADDRESSES.recommendationsTable, content: { text: tableOf(rows, site.edition) } },
  ];
};

function dataOf(site: Site, { report, recommendation, isOverdue }: TrackedRecommendation): Tracked {
  const { label, id, text, paragraph, isWithheld, outcome } = recommendation;
  const { path, frontmatter, committee, notice: given } = report;
  const { title, date: dated, meeting } = frontmatter;
  const page = dataAddress(site, reportAddress(path));
  return {
    url: `${page}#${id}`,
    label,
    id,
    text,
    paragraph,
    isWithheld,
    report: { url: page, title, date: dated },
    committee: committee && { id: committee.id, name: committee.name },
    meeting,
    notice: given,
    ...outcomeData(site, outcome, report),
    isOverdue,
  };
}

type Column = readonly [name: string, cell: (row: Tracked) => string | undefined];

const MARKING: Column = ["Not for publication", ({ isWithheld }) => (isWithheld ? "yes" : "no")];

function tableOf(rows: readonly Tracked[], edition: Edition): string {
  const columns: readonly Column[] = [
    ["Report", ({ report }) => report.title],
    ["Date of report", ({ report }) => report.date],
    ["Committee", ({ committee }) => committee?.name],
    ["Meeting", ({ meeting }) => meeting],
    ["Recommendation", ({ label }) => label],
    ["Text", ({ text }) => text],
    ["To", ({ to }) => to],
    ["Notice given", ({ notice: given }) => given],
    ["Response", ({ isRecorded, response }) => (isRecorded ? response : "not recorded")],
    ["Date of response", ({ responseDate }) => responseDate],
    ["Response due", ({ responseDue }) => responseDue],
    ["Status", ({ status }) => status],
    ["Due", ({ due }) => due],
    ["Overdue", ({ isOverdue }) => (isOverdue ? "yes" : "no")],
    ["Note", ({ note }) => note],
    ["Evidence", ({ evidence }) => evidence],
    ["Address", ({ url: address }) => address],
    ...(edition === "members" ? [MARKING] : []),
  ];
  return csvText([columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => cell(row) ?? ""))]);
}
