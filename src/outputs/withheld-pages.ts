import { inWords } from "../calendar-date.ts";
import type { Withheld } from "../model.ts";
import { committeeLink, type Output, page } from "./page.ts";
import type { View } from "./templates.ts";

/** The page that stands for each report that is withheld: that there is one, and why it is not for publication. */
export const withheldPages: Output = (site, templates) =>
  site.withheld.map((stub) => {
    const { address, title, notice, committee } = stub;
    return page(
      site,
      templates,
      "withheld",
      { address, title },
      {
        title,
        notice,
        committee: committee === undefined ? false : committeeLink(committee, address),
        facts: facts(stub),
      },
    );
  });

function facts({ date, meeting, item }: Withheld): readonly View[] {
  return [
    { name: "Date", text: inWords(date), datetime: date },
    ...(meeting === undefined ? [] : [{ name: "Meeting", text: inWords(meeting), datetime: meeting }]),
    ...(item === undefined ? [] : [{ name: "Agenda item", text: String(item), datetime: "" }]),
  ];
}
