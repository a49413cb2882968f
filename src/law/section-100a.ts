import type { Law } from "./law.ts";

/** What section 100A of the Local Government Act 1972 says, which holds in England and in Wales. */
export const SECTION_100A = {
  confidential: {
    words: [
      "information furnished to the council by a Government department upon terms (however expressed) which forbid the disclosure of the information to the public",
      "information the disclosure of which to the public is prohibited by or under any enactment or by the order of a court",
    ],
    source: "section 100A(3) of the Local Government Act 1972",
  },
  exclusion: {
    source: "section 100A(4) and (5) of the Local Government Act 1972",
    whenever:
      "it is likely, in view of the nature of the business to be transacted or the nature of the proceedings, that if members of the public were present during that item there would be disclosure to them of exempt information",
    withoutResolution: "section 100A(2) of the Local Government Act 1972",
  },
} as const satisfies Pick<Law, "confidential" | "exclusion">;
