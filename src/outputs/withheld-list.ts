import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { compareTexts } from "../text/compare.ts";
import { ADDRESSES, crumbsIn, type Output, page } from "./page.ts";

interface Item {
  readonly title: string;
  /** The part of the report that is withheld, or nothing for the whole. */
  readonly part: string;
  readonly address: string;
  readonly committee: string;
  readonly review: CalendarDate | undefined;
}

/** The page that lists what is withheld, and whose review is due: there only where something is withheld. */
export const withheldList: Output = (site, templates) => {
  const items = withheldItems(site).sort(
    (a, b) => compareTexts(a.review ?? "9999", b.review ?? "9999") || compareTexts(a.title, b.title),
  );
  if (items.length === 0) return [];
  const { asOf = "" } = site;
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const address = ADDRESSES.withheld;
  const isDue = ({ review }: Item): boolean => review !== undefined && review <= asOf;
  const view = {
    reviewDue: fillIn(words.reviewDue, { date: dateIn(lang, asOf) }),
    due: items.filter(isDue).map((item) => itemView(item, address, lang)),
    later: items
      .filter((item) => item.review !== undefined && !isDue(item))
      .map((item) => itemView(item, address, lang)),
    undated: items.filter(({ review }) => review === undefined).map((item) => itemView(item, address, lang)),
  };
  return [
    page(
      { site, templates },
      "withheld-list",
      { address, title: words.notForPublication, crumbs: [crumbs.home, crumbs.reports] },
      view,
    ),
  ];
};

/** Whether a site has a page of what is withheld. */
export function hasWithheld(site: Site): boolean {
  return withheldItems(site).length > 0;
}

function withheldItems({ reports, withheld }: Site): Item[] {
  const stubs = withheld.map(({ title, address, committee, review }) => ({
    title,
    part: "",
    address,
    committee: committee?.name ?? "",
    review,
  }));
  const ofReports = reports.flatMap(
    ({ path, frontmatter: { title }, committee, isWithheld, review, withheldParts }) => {
      const address = reportAddress(path);
      const whole = { title, part: "", address, committee: committee?.name ?? "", review };
      const parts = withheldParts.map(({ words, id, review: due }) => ({
        ...whole,
        part: words,
        address: `${address}#${id}`,
        review: due,
      }));
      return [...(isWithheld ? [whole] : []), ...parts];
    },
  );
  return [...stubs, ...ofReports];
}

function itemView({ title, part, address, committee, review }: Item, from: string, lang: Language) {
  const [page = "", fragment] = address.split("#");
  const href = relativeAddress(from, page);
  return {
    title: part === "" ? title : fillIn(wordsIn(lang).partOf, { part, title }),
    committee,
    href: fragment === undefined ? href : `${href}#${fragment}`,
    review: review ?? "",
    formattedReview: review === undefined ? "" : dateIn(lang, review),
  };
}
