import { relativeAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import { JURISDICTIONS, lawOf } from "../law/laws.ts";
import type { Language } from "../model/settings.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { groundsInBrief } from "../report/withholding/statutory-notices.ts";
import { csvText } from "./csv.ts";
import { ADDRESSES, crumbsIn, dataAddress, type Output, otherThan, page } from "./page.ts";
import type { Templates } from "./templates.ts";
import { hrefOf, nameOf, type WithheldItem, withheldItems } from "./withheld-items.ts";

/** What there is to review of one year, each in the order of dates. */
interface Year {
  readonly name: string;
  /** Withheld, or in part, in a report of that year, be it released since or not. */
  readonly withheld: readonly WithheldItem[];
  readonly released: readonly WithheldItem[];
  /** Still withheld, with a day of review in that year. */
  readonly due: readonly WithheldItem[];
}

/** The years of which there is something to review, the latest first. */
export function withheldYears(site: Site): readonly string[] {
  const days = withheldItems(site).flatMap(({ date, review, released }) => [date, released?.date ?? review]);
  return [...new Set(days.flatMap((day) => day?.slice(0, 4) ?? []))].sort().reverse();
}

/** The yearly reviews of exemptions, each as a page and as a table for spreadsheets: of what the public is told alone. */
export const withheldYearPages: Output = (site, templates) => {
  const items = withheldItems(site);
  return withheldYears(site).flatMap((name) => {
    const isIn = (day: string | undefined): boolean => day?.startsWith(`${name}-`) === true;
    const year = {
      name,
      withheld: items.filter(({ date }) => isIn(date)),
      released: items.filter(({ released }) => isIn(released?.date)),
      due: items.filter(({ review, released }) => released === undefined && isIn(review)),
    };
    const table = { path: ADDRESSES.withheldTable(name), content: { text: tableOf(year, site) } };
    return [yearPage(year, site, templates), table];
  });
};

function yearPage(year: Year, site: Site, templates: Templates): OutputFile {
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const address = ADDRESSES.withheldIn(year.name);
  const title = fillIn(words.notForPublicationIn, { year: year.name });
  const above = [crumbs.home, crumbs.reports, { text: words.notForPublication, address: ADDRESSES.withheld }];
  const isOfLaws = new Set(withheldItems(site).map(({ law }) => law)).size > 1;
  const rows = (items: readonly WithheldItem[]) => items.map((item) => rowOf(item, address, lang, isOfLaws));
  return page(
    { site, templates },
    "withheld-year",
    {
      address,
      title,
      crumbs: above,
      alternates: [{ type: "text/csv", title: words.withheldSpreadsheet, address: ADDRESSES.withheldTable(year.name) }],
    },
    {
      title,
      years: withheldYears(site).map((name) => ({
        name,
        href: relativeAddress(address, ADDRESSES.withheldIn(name)),
        isCurrent: name === year.name,
      })),
      grounds: groundsOf(year.withheld).map((ground) => ({
        ...ground,
        name: ground.name === "" ? words.noParagraphNamed : ground.name,
        lang: ground.name === "" ? "" : otherThan(lang, "en-GB"),
      })),
      lists: [
        { id: "withheld", heading: words.withheldInYear, rows: rows(year.withheld) },
        { id: "released", heading: words.releasedInYear, rows: rows(year.released) },
        { id: "due", heading: words.reviewInYear, rows: rows(year.due) },
      ],
      table: relativeAddress(address, ADDRESSES.withheldTable(year.name)),
    },
  );
}

/** Where a site has items under the laws of two nations, each row says of which Schedule its paragraphs are. */
function rowOf(item: WithheldItem, from: string, lang: Language, isOfLaws: boolean) {
  const { committee, date, law, grounds, review, released, part, lang: own = lang } = item;
  const inEnglish = isOfLaws || grounds?.basis === "confidential" ? grounds && groundsInBrief(grounds, law) : undefined;
  const words = wordsIn(lang);
  const numbers = numbersOf(item);
  const noun = numbers.includes(",") ? words.paragraphs : words.paragraph;
  return {
    name: nameOf(item, lang),
    nameLang: part === "" ? otherThan(lang, own) : "",
    reasonLang: otherThan(lang, own),
    href: hrefOf(item, from),
    committee,
    date,
    formattedDate: dateIn(lang, date),
    under: inEnglish ?? (numbers === "" ? "" : `${noun} ${numbers}`),
    underLang: inEnglish === undefined ? "" : otherThan(lang, "en-GB"),
    review: review ?? "",
    formattedReview: review === undefined ? "" : dateIn(lang, review),
    released: released?.date ?? "",
    formattedRelease: released === undefined ? "" : dateIn(lang, released.date),
    reason: released?.reason ?? "",
  };
}

function numbersOf({ grounds }: WithheldItem): string {
  return [...new Set(grounds?.paragraphs)].join(", ");
}

/** The laws of all nations, in one order. */
const LAWS = JURISDICTIONS.map(lawOf);

/** How often each provision is relied on, in the order of the law; without a name, where nothing was named. */
function groundsOf(items: readonly WithheldItem[]) {
  const laws = LAWS.filter((law) => items.some((item) => item.law === law));
  const named = laws.flatMap((law) =>
    Object.entries(law.exempt).map(([number, text]) => ({
      name: `Paragraph ${number} of ${law.schedule}`,
      text,
      count: items.filter((item) => item.law === law && item.grounds?.paragraphs.includes(Number(number))).length,
    })),
  );
  // Two nations may have one section.
  const sources = new Set(laws.map(({ confidential }) => confidential.source));
  const confidential = [...sources].map((source) => ({
    name: "Confidential information",
    text: `As defined in ${source}.`,
    count: items.filter(({ grounds, law }) => grounds?.basis === "confidential" && law.confidential.source === source)
      .length,
  }));
  const unnamed = items.filter(
    ({ grounds }) => grounds?.basis !== "confidential" && !grounds?.paragraphs.length,
  ).length;
  return [...named, ...confidential, { name: "", text: "", count: unnamed }]
    .filter(({ count }) => count > 0)
    .map(({ count, ...ground }) => ({ ...ground, count: String(count) }));
}

/** Where the law has what an item is withheld under. */
function sourceOf({ grounds, law }: WithheldItem): string {
  if (grounds?.basis === "confidential") return law.confidential.source;
  return grounds?.paragraphs.length ? law.schedule : "";
}

type Column = readonly [name: string, cell: (item: WithheldItem) => string | undefined];

function tableOf({ withheld, released, due }: Year, site: Site): string {
  const columns: readonly Column[] = [
    ["Report", ({ title }) => title],
    ["Part", ({ part }) => part],
    ["Date of report", ({ date }) => date],
    ["Committee", ({ committee }) => committee],
    ["Basis", ({ grounds }) => grounds?.basis],
    ["Paragraphs", numbersOf],
    ["Of", sourceOf],
    ["Review", ({ review }) => review],
    ["Released", ({ released: release }) => release?.date],
    ["Reason for release", ({ released: release }) => release?.reason],
    ["Address", ({ address }) => dataAddress(site, address)],
  ];
  const rows = ([what, items]: readonly [string, readonly WithheldItem[]]) =>
    items.map((item) => [what, ...columns.map(([, cell]) => cell(item) ?? "")]);
  const lists = [["withheld", withheld] as const, ["released", released] as const, ["due for review", due] as const];
  return csvText([["In this year", ...columns.map(([name]) => name)], ...lists.flatMap(rows)]);
}
