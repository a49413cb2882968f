import type { ReferenceGrammar } from "./reference-grammar.ts";
import { listPatterns } from "./reference-lists.ts";
import { firstTextNamed, mentionsAuthority, ownershipOf } from "./reference-ownership.ts";

/** How English names paragraphs and annexes. */
export const ENGLISH: ReferenceGrammar = {
  lists: listPatterns({
    hint: "para|annex|appendi|¶",
    paragraph: "paragraphs?|paras?\\.?",
    number: "nos?\\.?|numbers?",
    annex: "annex(?:es?)?|appendi(?:x|ces)",
    sign: "paras?\\.|¶{1,2}[ \\n\\u00a0]?",
    plurals: "paragraphs|paras|annexes|appendices|¶¶",
    anyAnd: "and/or|and|or|AND|OR",
    and: "and|or",
    anyTo: "to|TO|through(?: to)?|(?:up to )?and including",
    to: "to",
    unlikeCounted: "and|or|to|through|of|above|below|overleaf",
    of: "of",
    shouted: "A[MNST]|B[EY]|DO|GO|HE|I[FNST]|M[EY]|NO|O[FNR]|SO|TO|U[PS]|WE",
  }),
  joints: {
    and: /^(?:,|,? ?(?:and|or|and\/or|&|to|–|-))? ?$/,
    of: /^ (?:of|in|at|to) $/,
    in: /^(?:,| \()? ?$/,
  },
  thatAnnex: /^,? (?:of|in) (?:that|the(?: same)?) (?:annexe?|appendix)(?!\p{L}| [\p{Lu}\d])/iu,
  ownershipOf,
  mentionsAuthority,
  firstTextNamed,
  directionOf,
};

function directionOf(behind: string): "above" | "below" | undefined {
  const word = /^,? \(?(above|below)(?!\p{L}| the )/iu.exec(behind)?.[1]?.toLowerCase();
  return word === "above" || word === "below" ? word : undefined;
}
