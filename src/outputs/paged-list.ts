import { relativeAddress } from "../addresses/addresses.ts";
import type { PageTemplate, PageView } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { type Alternate, type Crumb, page } from "./page.ts";
import type { Templates } from "./templates.ts";

const PER_PAGE = 50;

/** A list that is divided into pages: the first at its own address, the others at `page-2/` and so on below it. */
export interface PagedList<Item, Name extends PageTemplate> {
  readonly template: Name;
  readonly address: string;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly alternates?: readonly Alternate[];
  readonly items: readonly Item[];
  /** What an item is called, to count it. */
  readonly noun: "report" | "meeting" | "recommendation";
  /** What the template of one of the pages gets. */
  readonly view: (page: OneOfPages<Item>) => PageView<Name>;
}

interface OneOfPages<Item> {
  readonly items: readonly Item[];
  readonly address: string;
  readonly isFirst: boolean;
  /** What every list shows above its items and below them. */
  readonly frame: Pick<PageView<"listing">, "title" | "count" | "pages">;
}

type Beside = { readonly href: string; readonly text: string } | false;

/** The pages of a list. An empty list has one page, too. */
export function pagedList<Item, Name extends PageTemplate>(
  site: Site,
  templates: Templates,
  list: PagedList<Item, Name>,
): readonly OutputFile[] {
  const { template, address: base, title, crumbs, items, noun, alternates = [] } = list;
  const words = wordsIn(site.settings.lang);
  const length = String(items.length);
  const count = items.length === 1 ? words[`${noun}CountOne`] : fillIn(words[`${noun}Count`], { count: length });
  const [later, earlier] = {
    report: [words.laterReports, words.earlierReports] as const,
    meeting: [words.laterMeetings, words.earlierMeetings] as const,
    recommendation: [words.laterRecommendations, words.earlierRecommendations] as const,
  }[noun];
  const total = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const addressOf = (number: number): string => (number === 1 ? base : `${base}page-${number}/`);
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    const address = addressOf(number);
    const link = (to: number, text: string): Beside =>
      to < 1 || to > total
        ? false
        : { href: relativeAddress(address, addressOf(to)), text: fillIn(text, { number: String(to) }) };
    const pages = total === 1 ? false : { previous: link(number - 1, later), next: link(number + 1, earlier) };
    const facts = {
      address,
      title: number === 1 ? title : fillIn(words.titleOfPage, { title, number: String(number) }),
      alternates,
      crumbs: number === 1 ? crumbs : [...crumbs, { text: title, address: base }],
    };
    const shown = total === 1 ? count : fillIn(words.pageOf, { count, number: String(number), total: String(total) });
    const view = list.view({
      items: items.slice(index * PER_PAGE, number * PER_PAGE),
      address,
      isFirst: number === 1,
      frame: { title, count: shown, pages },
    });
    return page({ site, templates }, template, facts, view);
  });
}
