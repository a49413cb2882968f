import { agendaPlaces, agendaView } from "./agenda.ts";
import { crumbsOf } from "./breadcrumbs.ts";
import { type Output, otherThan, page } from "./page.ts";
import { stubFacts } from "./report-facts.ts";

/** The page that stands for each report that is withheld: that there is one, and why it is not for publication. */
export const withheldPages: Output = (site, templates) => {
  const { lang } = site.settings;
  const places = agendaPlaces(site);
  return site.withheld.map((stub) => {
    const { address, title, notice } = stub;
    const facts = { address, title, crumbs: crumbsOf(stub, lang) };
    const agenda = agendaView(places.get(stub), address, lang);
    return page({ site, templates }, "withheld", facts, {
      title,
      notice,
      noticeLang: otherThan(lang, "en-GB"),
      agenda,
      facts: stubFacts(stub, lang),
    });
  });
};
