import type { Law } from "./law.ts";

/** Local Government (Scotland) Act 1973, Part IIIA and Schedule 7A, which has qualifications of single paragraphs and no general test. */
export const scotland: Law = {
  jurisdiction: "Scotland",
  schedule: "Part I of Schedule 7A to the Local Government (Scotland) Act 1973",
  exempt: {
    1: "Information relating to a particular employee, former employee or applicant to become an employee of, or a particular office holder, former office-holder or applicant to become an office-holder under, the authority.",
    2: "Information relating to any particular occupier or former occupier of, or applicant for, accommodation provided by or at the expense of the authority.",
    3: "Information relating to any particular applicant for, or recipient or former recipient of, any service provided by the authority.",
    4: "Information relating to any particular applicant for, or recipient or former recipient of, any financial assistance provided by the authority.",
    5: "Information relating to the adoption, care, fostering or education of any particular child or where any particular child is subject to a compulsory supervision order or interim compulsory supervision order (as defined respectively in sections 83 and 86 of the Children's Hearings (Scotland) Act 2011 (asp 1)) information relating to the order.",
    6: "Information relating to the financial or business affairs of any particular person (other than the authority).",
    7: "Information relating to anything done or to be done in respect of any particular person for the purposes of any of the matters referred to in section 27(1) of the Social Work (Scotland) Act 1968 (providing reports on and supervision of certain persons).",
    8: "The amount of any expenditure proposed to be incurred by the authority under any particular contract for the acquisition of property or the supply of goods or services.",
    9: "Any terms proposed or to be proposed by or to the authority in the course of negotiations for a contract for the acquisition or disposal of property or the supply of goods or services.",
    11: "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office-holders under, the authority.",
    12: "Any instructions to counsel and any opinion of counsel (whether or not in connection with any proceedings) and any advice received, information obtained or action to be taken in connection with— (a) any legal proceedings by or against the authority, or (b) the determination of any matter affecting the authority, (whether, in either case, proceedings have been commenced or are in contemplation).",
    13: "Information which, if disclosed to the public, would reveal that the authority proposes— (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.",
    14: "Any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
  },
  notHeld: ["10", "15"],
  publicInterest: undefined,
  confidential: {
    words: [
      "information furnished to the authority by a Government department upon terms (however expressed) which forbid the disclosure of the information to the public",
      "information the disclosure of which to the public is prohibited by or under any enactment or by the order of a court",
    ],
    source: "section 50A(3) of the Local Government (Scotland) Act 1973",
  },
  exclusion: {
    source: "section 50A(4) and (5) of the Local Government (Scotland) Act 1973",
    whenever:
      "it is likely, in view of the nature of the business to be transacted or the nature of the proceedings, that if members of the public were present during consideration of that item of business there would be disclosure to them of exempt information",
    withoutResolution: "section 50A(2) of the Local Government (Scotland) Act 1973",
  },
  marking: "section 50B(5) of the Local Government (Scotland) Act 1973",
  notice: {
    days: 3,
    counting: "clear working days",
    source: "section 50B(3) of the Local Government (Scotland) Act 1973",
  },
  urgency: {
    words:
      "by reason of special circumstances, which shall be specified in the minutes, the chairman of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency",
    source: "section 50B(4)(b) of the Local Government (Scotland) Act 1973",
  },
  background: { list: "section 50D(1) of the Local Government (Scotland) Act 1973", online: undefined },
  kept: { papers: 6, background: 4, source: "sections 50C and 50D of the Local Government (Scotland) Act 1973" },
  bankHolidays: "scotland",
  enforcer: "Equality and Human Rights Commission",
};
