import { z } from "zod";
import { reportAddress } from "../addresses/addresses.ts";
import { RESPONSES, STATUSES } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import type { OutputFile, Site, TrackedRecommendation } from "../model/site.ts";
import { csvText } from "./csv.ts";
import { ADDRESSES, dataAddress, type Output } from "./page.ts";

const date = z.iso.date().meta({ description: "A day, as YYYY-MM-DD" });
const url = z.string().meta({
  description: "Whole where the site knows its address; otherwise below the root of the site",
});

const tracked = z.strictObject({
  url,
  label: z.string().meta({ description: "As the report has it: 3, R3 or (a)" }),
  id: z.string().meta({ description: "The part of the page's address behind #" }),
  text: z.string(),
  paragraph: z.string().optional().meta({ description: "The number of the paragraph that it is, or is part of" }),
  isWithheld: z.boolean().meta({ description: "Whether it is not for publication" }),
  report: z.strictObject({ url, title: z.string(), date }),
  committee: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  meeting: date.optional().meta({ description: "The day of the meeting that received the report" }),
  to: z.string().optional().meta({ description: "Whom it is made to" }),
  notice: date.optional().meta({ description: "When the executive was given notice of it" }),
  response: z.enum(RESPONSES),
  responseDate: date.optional(),
  responseDue: date.optional().meta({ description: "The day by which a response is due that is awaited" }),
  status: z.enum(STATUSES).optional(),
  due: date.optional().meta({ description: "The day by which it is to be carried out" }),
  isOverdue: z.boolean().meta({ description: "Whether a day by which something was due lies before asOf" }),
  note: z.string().optional(),
  evidence: url.optional(),
});

const schema = z
  .strictObject({
    $schema: z.string(),
    council: z.string(),
    asOf: date.optional().meta({ description: "The day on which what is overdue is so" }),
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

function json(path: string, value: unknown): OutputFile {
  return { path, content: { text: `${JSON.stringify(value, undefined, 2)}\n` } };
}

function dataOf(site: Site, { report, recommendation, responseDue, isOverdue }: TrackedRecommendation): Tracked {
  const { label, id, text, paragraph, isWithheld, outcome } = recommendation;
  const { path, frontmatter, committee, notice } = report;
  const { title, date: dated, meeting } = frontmatter;
  const page = dataAddress(site, reportAddress(path));
  const { to, response, date: responseDate, status, due, note, evidence } = outcome;
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
    to,
    notice,
    response,
    responseDate,
    responseDue,
    status,
    due,
    isOverdue,
    note,
    evidence: evidence && wholeEvidence(site, evidence),
  };
}

function wholeEvidence(site: Site, evidence: string): string {
  return /^https?:/i.test(evidence) ? evidence : dataAddress(site, evidence);
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
    ["Notice given", ({ notice }) => notice],
    ["Response", ({ response }) => response],
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
