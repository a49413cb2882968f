import { relativeAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import { compareTexts } from "../text/compare.ts";
import { ADDRESSES, crumbsIn, type Output, page } from "./page.ts";
import { hasWithheld, hrefOf, nameOf, type WithheldItem, withheldItems } from "./withheld-items.ts";
import { withheldYears } from "./withheld-years.ts";

/** The page that lists what is withheld, and whose review is due: there only where something is withheld, or was and has been released. */
export const withheldList: Output = (site, templates) => {
  if (!hasWithheld(site)) return [];
  const items = withheldItems(site)
    .filter(({ released }) => released === undefined)
    .toSorted((a, b) => compareTexts(a.review ?? "9999", b.review ?? "9999") || compareTexts(a.title, b.title));
  const { asOf = "" } = site;
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const address = ADDRESSES.withheld;
  const isDue = ({ review }: WithheldItem): boolean => review !== undefined && review <= asOf;
  const view = {
    years: withheldYears(site).map((year) => ({
      name: year,
      href: relativeAddress(address, ADDRESSES.withheldIn(year)),
      isCurrent: false,
    })),
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

function itemView(item: WithheldItem, from: string, lang: Language) {
  const { committee, review } = item;
  return {
    title: nameOf(item, lang),
    committee,
    href: hrefOf(item, from),
    review: review ?? "",
    formattedReview: review === undefined ? "" : dateIn(lang, review),
  };
}
