import { relativeAddress } from "../addresses.ts";
import { inWords } from "../calendar-date.ts";
import type { Withheld } from "../model.ts";
import { agendaPlaces, agendaView } from "./agenda.ts";
import { crumbsOf } from "./breadcrumbs.ts";
import { ADDRESSES, type Output, page } from "./page.ts";
import type { View } from "./templates.ts";

/** The page that stands for each report that is withheld: that there is one, and why it is not for publication. */
export const withheldPages: Output = (site, templates) => {
  const places = agendaPlaces(site);
  return site.withheld.map((stub) => {
    const { address, title, notice } = stub;
    const facts = { address, title, crumbs: crumbsOf(stub) };
    const agenda = agendaView(places.get(stub), address);
    return page(site, templates, "withheld", facts, { title, notice, agenda, facts: factsOf(stub) });
  });
};

function factsOf({ address, committee, date, meeting, item }: Withheld): readonly View[] {
  const fact = (name: string, text: string, { datetime = "", to = "" }): View => ({
    name,
    text,
    datetime,
    href: to === "" ? "" : relativeAddress(address, to),
  });
  return [
    ...(committee === undefined ? [] : [fact("Committee", committee.name, { to: ADDRESSES.committee(committee.id) })]),
    ...(meeting === undefined
      ? []
      : [
          fact("Meeting", inWords(meeting), {
            datetime: meeting,
            to: committee === undefined ? "" : ADDRESSES.meeting(committee.id, meeting),
          }),
        ]),
    ...(item === undefined ? [] : [fact("Agenda item", String(item), {})]),
    fact("Date", inWords(date), { datetime: date }),
  ];
}
