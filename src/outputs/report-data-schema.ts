import { z } from "zod";
import { RESPONSES, STATUSES } from "../model/report.ts";
import { fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";

const DATE = "A day, as YYYY-MM-DD";
const ADDRESS = "Complete if the site knows its address; otherwise relative to the root of the site";

/** A day. */
export const date = z.iso.date().meta({ description: DATE });
/** An address. */
export const url = z.string().meta({ description: ADDRESS });
const count = z.int().nonnegative();

const committee = z.strictObject({ id: z.string(), name: z.string(), url });

const facts = {
  url,
  title: z.string(),
  date,
  committee: committee.optional(),
  meeting: date.optional(),
  item: z.string().optional().meta({ description: "The number of the item, as the agenda prints it" }),
  alsoTo: z
    .array(z.strictObject({ committee, meeting: date, item: z.string().optional() }))
    .meta({ description: "Further meetings that receive the report" }),
};

/** What the table of fields says of the data of a report. */
const ofFields: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  fieldNames.flatMap((field) => (frontmatterFields[field].data ?? []).map(({ name, schema }) => [name, schema])),
);

const paragraph = z.strictObject({
  number: z
    .string()
    .optional()
    .meta({ description: "As readers cite it: 14, A2 or 2.3; missing where the text has no number" }),
  id: z.string().meta({
    description: "The part of the page's address after #; text without a number has that of what it follows",
  }),
  label: z.string().optional().meta({ description: "The author's own name for the paragraph, which is also an id" }),
  heading: z.string().meta({ description: "The words of the heading above it" }),
  text: z
    .string()
    .meta({ description: "Plain text; line feeds divide its lines, tabs the cells of a table, and [1] is note 1" }),
  isWithheld: z
    .boolean()
    .meta({ description: "Whether it is not for publication; in the public edition a notice replaces its text" }),
});

const annex = z.strictObject({
  letter: z.string(),
  kind: z.string().meta({ description: "Annex, Annexe or Appendix, as the report calls it" }),
  title: z.string(),
  status: z.enum(["file", "text", "not attached", "withheld"]),
  url: url.optional(),
  format: z.string().optional(),
  bytes: count.optional(),
  pages: count.optional(),
  notice: z.string().optional().meta({ description: "Why it is withheld" }),
});

/** What became of a recommendation, as all data have it. */
export const outcomeFields = {
  to: z.string().optional().meta({ description: "To whom it is made" }),
  isRecorded: z
    .boolean()
    .meta({ description: "Whether anything is recorded for the report: if nothing is, `awaited` says nothing" }),
  response: z.enum(RESPONSES),
  responseDate: date.optional().meta({ description: "The day of the response" }),
  responseDue: date.optional().meta({ description: "The day by which an awaited response is due" }),
  status: z.enum(STATUSES).optional().meta({ description: "How far it has been carried out" }),
  due: date.optional().meta({ description: "The day by which it is to be carried out" }),
  note: z.string().optional(),
  evidence: url.optional().meta({ description: "Where it can be read that it was carried out" }),
};

/** A recommendation, as all data have it. */
export const recommendationFields = {
  label: z.string().meta({ description: "As it was typed: 3, R3 or (a); the next number where nothing was typed" }),
  id: z.string().meta({ description: "The part of the page's address after #" }),
  text: z.string().meta({ description: "Plain text, without the label" }),
  paragraph: z.string().optional().meta({ description: "The number of the paragraph that it is, or is part of" }),
  isWithheld: z
    .boolean()
    .meta({ description: "Whether it is not for publication; only the members' edition has such recommendations" }),
};

/** When notice was given, as all data have it. */
export const notice = date.optional().meta({ description: "When the executive was given notice of recommendations" });

/** A report as data: what its page says, in plain text. */
export const reportSchema = z
  .strictObject({
    $schema: z.string(),
    ...facts,
    council: z.string(),
    ...ofFields,
    translation: z
      .strictObject({ lang: z.string(), url })
      .optional()
      .meta({ description: "The same report in the other language" }),
    marking: z.string().optional().meta({ description: "In the members' edition, what of it is not for publication" }),
    paragraphs: z.array(paragraph).meta({ description: "All text except headings and notes, in reading order" }),
    notice,
    recommendations: z
      .array(z.strictObject({ ...recommendationFields, ...outcomeFields }))
      .meta({ description: "In reading order, each once" }),
    notes: z.array(z.strictObject({ number: z.string(), id: z.string(), text: z.string() })),
    annexes: z.array(annex),
    abbreviations: z.array(z.strictObject({ short: z.string(), long: z.string(), id: z.string() })),
    links: z.array(z.strictObject({ text: z.string(), url })).meta({ description: "The links in the text" }),
  })
  .meta({ title: "A scrutiny report" });

const listed = z.strictObject({
  ...facts,
  isWithheld: z.boolean().meta({ description: "Whether the report is not for publication" }),
  notice: z.string().optional().meta({ description: "Why it is not for publication" }),
  data: url.optional(),
  summary: z.string().optional(),
  authors: z.array(z.string()),
  wards: z.array(z.string()),
  isAboutAllWards: z.boolean(),
});

/** The list of all reports as data, latest first. */
export const reportsSchema = z
  .strictObject({ $schema: z.string(), council: z.string(), reports: z.array(listed) })
  .meta({ title: "All scrutiny reports of a site, latest first" });

export type ReportData = z.infer<typeof reportSchema>;
export type ReportsData = z.infer<typeof reportsSchema>;
