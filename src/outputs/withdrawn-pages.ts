import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { crumbsIn, type Output, page } from "./page.ts";
import { movedPage } from "./report-pages.ts";
import type { Templates } from "./templates.ts";

/**
 * The page at the address of each report that was withdrawn, which says when and why and holds nothing else of it, and the pages at its old
 * addresses that lead there.
 */
export const withdrawnPages: Output = (site, templates) =>
  site.withdrawn.flatMap(({ address, date, reason, formerly, lang = site.settings.lang }): readonly OutputFile[] => [
    withdrawnPage(site, templates, { address, date, reason, lang }),
    ...formerly.map((from) => movedPage(site, templates, { from, to: address, lang, title: wordsIn(lang).withdrawn })),
  ]);

function withdrawnPage(
  site: Site,
  templates: Templates,
  {
    address,
    date,
    reason,
    lang,
  }: Required<Pick<Site["withdrawn"][number], "address" | "date" | "reason">> & {
    readonly lang: Site["settings"]["lang"];
  },
): OutputFile {
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const facts = { address, title: words.withdrawn, lang, crumbs: [crumbs.home, crumbs.reports], isUnlisted: true };
  return page({ site, templates }, "withdrawn", facts, {
    title: words.withdrawn,
    when: fillIn(words.withdrawnOn, { date: dateIn(lang, date) }),
    reason,
  });
}
