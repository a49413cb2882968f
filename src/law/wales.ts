import type { Law } from "./law.ts";
import { SECTION_100A } from "./section-100a.ts";

/**
 * Local Government Act 1972, Part VA as amended by the Local Government and Elections (Wales) Act 2021, and Part 4 of Schedule 12A as
 * substituted by W.S.I. 2007/969. There is an official Welsh text of that Order, which is not held: notices are in English.
 */
export const wales: Law = {
  jurisdiction: "Wales",
  schedule: "Part 4 of Schedule 12A to the Local Government Act 1972",
  exempt: {
    12: "Information relating to a particular individual.",
    13: "Information which is likely to reveal the identity of an individual.",
    14: "Information relating to the financial or business affairs of any particular person (including the authority holding that information).",
    15: "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.",
    16: "Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.",
    17: "Information which reveals that the authority proposes— (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.",
    18: "Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
  },
  notHeld: ["18A", "18B", "18C"],
  // Privilege, paragraph 16, has no such test.
  publicInterest: {
    paragraphs: [12, 13, 14, 15, 17, 18],
    source: "paragraph 21 of Schedule 12A to the Local Government Act 1972",
  },
  ...SECTION_100A,
  marking: "section 100BA(7) of the Local Government Act 1972",
  notice: {
    days: 3,
    counting: "clear working days",
    source: "section 100BA(3) of the Local Government Act 1972",
  },
  urgency: {
    words:
      "by reason of special circumstances, which must be specified in the minutes, the chair of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency",
    source: "section 100BA(6)(b) of the Local Government Act 1972",
  },
  background: {
    list: "section 100D(1)(a) of the Local Government Act 1972",
    online: "section 100D(1)(c) of the Local Government Act 1972",
  },
  kept: { papers: 6, background: 6, source: "sections 100C(1A) and 100D(2A) of the Local Government Act 1972" },
  bankHolidays: "england-and-wales",
  enforcer: "Equality and Human Rights Commission",
};
