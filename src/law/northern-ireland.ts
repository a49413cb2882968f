import type { Law } from "./law.ts";

/** Local Government Act (Northern Ireland) 2014, Part 8 and Schedule 6. Days are days there, and not clear ones. */
export const northernIreland: Law = {
  jurisdiction: "Northern Ireland",
  schedule: "Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014",
  exempt: {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: "Information relating to the financial or business affairs of any particular person (including the council holding that information).",
    4: "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the council or a government department and employees of, or office holders under, the council.",
    5: "Information in relation to which a claim to legal professional privilege could be maintained in legal proceedings.",
    6: "Information which reveals that the council proposes— (a) to give under any statutory provision a notice by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any statutory provision.",
    7: "Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
  },
  notHeld: [],
  publicInterest: {
    paragraphs: [1, 2, 3, 4, 5, 6, 7],
    source: "paragraph 9 of Schedule 6 to the Local Government Act (Northern Ireland) 2014",
  },
  confidential: {
    words: [
      "information provided to the council by a government department upon terms (however expressed) which forbid the disclosure of the information to the public",
      "information the disclosure of which to the public is prohibited by or under any statutory provision or by the order of a court",
    ],
    source: "section 42(3) of the Local Government Act (Northern Ireland) 2014",
  },
  exclusion: {
    source: "section 42(4) and (5) of the Local Government Act (Northern Ireland) 2014",
    whenever:
      "it is likely, in view of the nature of the business to be transacted or the nature of the proceedings, that if members of the public were present during that item there would be disclosure to them of exempt information",
    withoutResolution: "section 42(2) of the Local Government Act (Northern Ireland) 2014",
  },
  marking: "section 43(5) of the Local Government Act (Northern Ireland) 2014",
  notice: {
    days: 5,
    counting: "days",
    source: "section 43(3) of the Local Government Act (Northern Ireland) 2014",
  },
  urgency: {
    words:
      "by reason of special circumstances, which must be specified in the minutes, the chair of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency",
    source: "section 43(4)(b) of the Local Government Act (Northern Ireland) 2014",
  },
  background: {
    list: "section 45(1)(a) of the Local Government Act (Northern Ireland) 2014",
    online: "section 45(6) of the Local Government Act (Northern Ireland) 2014",
  },
  kept: { papers: 6, background: 4, source: "sections 44 and 45 of the Local Government Act (Northern Ireland) 2014" },
  bankHolidays: "northern-ireland",
  enforcer: "Equality Commission for Northern Ireland",
};
