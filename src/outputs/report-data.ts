import { z } from "zod";
import { reportAddress } from "../addresses/addresses.ts";
import { readAddress } from "../addresses/web-addresses.ts";
import type { Annex, Frontmatter, Outcome, Report } from "../model/report.ts";
import type { Committee } from "../model/settings.ts";
import type { AgendaItem, OutputFile, Site } from "../model/site.ts";
import { fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";
import { responseDue } from "../report/outcomes/format-outcome.ts";
import { latestFirst } from "./listings.ts";
import { ADDRESSES, addressOf, dataAddress, type Output } from "./page.ts";
import { type ReportData, type ReportsData, reportSchema, reportsSchema } from "./report-data-schema.ts";

/** Each report as data. */
export const reportData: Output = ({ edition, settings, ...site }, { known }) => {
  const shared = { edition, settings };
  const make = (report: Report, rest: Rest): string => jsonText(dataOf(shared, report, rest));
  return site.reports.map((report) =>
    known.file(pathOf(ADDRESSES.reportData(report.path)), {
      report,
      shared,
      rest: { translation: translationOf({ ...site, ...shared }, report) },
      make,
    }),
  );
};

/** The list of all reports as data, and the JSON Schemas of it and of each. */
export const reportsData: Output = (site) => [
  json(ADDRESSES.reportsData, listOf(site)),
  schemaFile(ADDRESSES.reportSchema, reportSchema),
  schemaFile(ADDRESSES.reportsSchema, reportsSchema),
];

/** What all data of a report is told of the site. */
type DataSite = Pick<Site, "edition" | "settings">;

/** What the data of a report says that the report itself does not tell. */
type Rest = Pick<ReportData, "translation">;

/** The schemas are the same for every site. */
const schemaFiles = new Map<string, OutputFile>();

function schemaFile(address: string, schema: z.ZodType): OutputFile {
  const file = schemaFiles.get(address) ?? json(address, z.toJSONSchema(schema));
  schemaFiles.set(address, file);
  return file;
}

/** A value as a file of data. */
export function json(address: string, value: unknown): OutputFile {
  return { path: pathOf(address), content: { text: jsonText(value) } };
}

function pathOf(address: string): string {
  return decodeURIComponent(address);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function dataOf(site: DataSite, report: Report, { translation }: Rest): ReportData {
  const { frontmatter, parts, notes, annexes, abbreviations, pageLinks, marking, recommendations } = report;
  const base = reportAddress(report.path);
  return {
    $schema: dataAddress(site, ADDRESSES.reportSchema),
    ...factsOf(site, report),
    council: site.settings.council,
    ...fieldsOf(frontmatter),
    translation,
    marking,
    paragraphs: parts.map(({ number, id, label, heading, text, isWithheld }) => ({
      number,
      id,
      label,
      heading,
      text,
      isWithheld,
    })),
    notice: report.notice,
    recommendations: recommendations.map(({ outcome, label, id, text, paragraph, isWithheld }) => ({
      label,
      id,
      text,
      paragraph,
      isWithheld,
      ...outcomeData(site, outcome, report),
    })),
    notes: [...notes],
    annexes: annexes.map((annex) => annexOf(site, base, annex)),
    abbreviations: abbreviations.map(({ short, long, id }) => ({ short, long, id })),
    links: pageLinks.map(({ text, href }) => ({ text, url: addressFrom(site, base, href) })),
  };
}

function translationOf(site: Site, { path }: Report): ReportData["translation"] {
  const other = site.translations.get(path);
  return other && { lang: other.frontmatter.lang, url: dataAddress(site, reportAddress(other.path)) };
}

/** What the table of fields says of the data of a report. */
function fieldsOf(frontmatter: Frontmatter): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldNames.flatMap((field) => (frontmatterFields[field].data ?? []).map(({ name, of }) => [name, of(frontmatter)])),
  );
}

/** What became of a recommendation, as data has it. */
export function outcomeData(site: DataSite, outcome: Outcome, { notice, hasOutcomes }: Report) {
  const { to, response, date, status, due, note, evidence } = outcome;
  const isOutward = evidence !== undefined && /^https?:/i.test(evidence);
  return {
    to,
    isRecorded: hasOutcomes,
    response,
    responseDate: date,
    responseDue: responseDue(outcome, notice),
    status,
    due,
    note,
    evidence: evidence === undefined || isOutward ? evidence : dataAddress(site, evidence),
  };
}

function annexOf(site: DataSite, base: string, annex: Annex): ReportData["annexes"][number] {
  const { letter, kind, title, status, id, href, facts, notice } = annex;
  const isThere = status === "file" || status === "text";
  const url = isThere ? { url: addressFrom(site, base, href ?? `#${id}`) } : {};
  return { letter, kind, title, status, ...url, ...facts, notice };
}

/** An address as the page at `base` has it, as data has it. */
function addressFrom(site: DataSite, base: string, href: string): string {
  const root = "https://site.invalid/";
  const whole = readAddress(href, root + base)?.href;
  return whole?.startsWith(root) ? dataAddress(site, whole.slice(root.length)) : href;
}

function factsOf(site: DataSite, item: AgendaItem) {
  const { title, date, meeting, item: number } = item.kind === "report" ? item.frontmatter : item;
  return {
    url: dataAddress(site, addressOf(item)),
    title,
    date,
    committee: item.committee && committeeOf(site, item.committee),
    meeting,
    item: number,
    alsoTo: item.alsoTo.map(({ committee, meeting: day, item: place }) => ({
      committee: committeeOf(site, committee),
      meeting: day,
      item: place,
    })),
  };
}

function committeeOf(site: DataSite, { id, name }: Committee) {
  return { id, name, url: dataAddress(site, ADDRESSES.committee(id)) };
}

function listOf(site: Site): ReportsData {
  return {
    $schema: dataAddress(site, ADDRESSES.reportsSchema),
    council: site.settings.council,
    reports: latestFirst(site).map((item) => {
      const facts = factsOf(site, item);
      if (item.kind === "withheld") {
        const nothing = { authors: [], wards: [], isAboutAllWards: false };
        return { ...facts, isWithheld: true, notice: item.notice, ...nothing };
      }
      const { summary, authors, wards, isAboutAllWards } = item.frontmatter;
      return {
        ...facts,
        isWithheld: item.isWithheld,
        notice: item.marking,
        data: dataAddress(site, ADDRESSES.reportData(item.path)),
        summary,
        authors: authors.map(({ name }) => name),
        wards: [...wards],
        isAboutAllWards,
      };
    }),
  };
}
