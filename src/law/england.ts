import type { Law } from "./law.ts";
import { SECTION_100A } from "./section-100a.ts";

/** Local Government Act 1972, Part VA and Schedule 12A as substituted by S.I. 2006/88; five days for three by S.I. 2002/715. */
export const england: Law = {
  jurisdiction: "England",
  schedule: "Part 1 of Schedule 12A to the Local Government Act 1972",
  exempt: {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: "Information relating to the financial or business affairs of any particular person (including the authority holding that information).",
    4: "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.",
    5: "Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.",
    6: "Information which reveals that the authority proposes— (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.",
    7: "Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
  },
  notHeld: [],
  publicInterest: {
    paragraphs: [1, 2, 3, 4, 5, 6, 7],
    source: "paragraph 10 of Schedule 12A to the Local Government Act 1972",
  },
  ...SECTION_100A,
  marking: "section 100B(5) of the Local Government Act 1972",
  notice: {
    days: 5,
    counting: "clear working days",
    source: "section 100B(3) of the Local Government Act 1972",
  },
  urgency: {
    words:
      "by reason of special circumstances, which shall be specified in the minutes, the chairman of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency",
    source: "section 100B(4)(b) of the Local Government Act 1972",
  },
  background: { list: "section 100D(1)(a) of the Local Government Act 1972", online: undefined },
  kept: { papers: 6, background: 4, source: "sections 100C(1) and 100D(2) of the Local Government Act 1972" },
  bankHolidays: "england-and-wales",
  enforcer: "Equality and Human Rights Commission",
};
