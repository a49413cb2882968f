import { relativeAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import type { Withheld } from "../model/site.ts";
import { agendaPlaces, agendaView } from "./agenda.ts";
import { crumbsOf } from "./breadcrumbs.ts";
import { ADDRESSES, type Output, otherThan, page } from "./page.ts";
import type { View } from "./templates.ts";

/** The page that stands for each report that is withheld: that there is one, and why it is not for publication. */
export const withheldPages: Output = (site, templates) => {
  const { lang } = site.settings;
  const places = agendaPlaces(site);
  return site.withheld.map((stub) => {
    const { address, title, notice } = stub;
    const facts = { address, title, crumbs: crumbsOf(stub, lang) };
    const agenda = agendaView(places.get(stub), address, lang);
    return page(site, templates, "withheld", facts, {
      title,
      notice,
      noticeLang: otherThan(lang, "en-GB"),
      agenda,
      facts: factsOf(stub, lang),
    });
  });
};

function factsOf({ address, committee, date, meeting, item }: Withheld, lang: Language): readonly View[] {
  const words = wordsIn(lang);
  const fact = (name: string, text: string, { datetime = "", to = "" }): View => ({
    name,
    text,
    datetime,
    href: to === "" ? "" : relativeAddress(address, to),
  });
  return [
    ...(committee === undefined
      ? []
      : [fact(words.committee, committee.name, { to: ADDRESSES.committee(committee.id) })]),
    ...(meeting === undefined
      ? []
      : [
          fact(words.meeting, dateIn(lang, meeting), {
            datetime: meeting,
            to: committee === undefined ? "" : ADDRESSES.meeting(committee.id, meeting),
          }),
        ]),
    ...(item === undefined ? [] : [fact(words.item, String(item), {})]),
    fact(words.date, dateIn(lang, date), { datetime: date }),
  ];
}
