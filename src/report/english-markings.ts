import { type Marking, type MarkingLanguage, markingPattern } from "./markings-table.ts";

const AND = " ?(?:and|&|\\/|\\+|,) ?";
const STATE = "(?:exempt(?:ed)?|confidential|restricted|withheld|embargoed)";
/** "private" alone is said of much else. */
const NOT_PUBLIC = `(?:${STATE}|private|closed|part (?:2|ii|two|b)|pink|members only)`;
const PAPER =
  "(?:report|paper|document|draft|item|note|briefing|briefing note|cover sheet|agenda item|matter|business|session|section|supplement|addendum)s?";
/** What a whole line calls a paper: several, or matters, are others. */
const ONE_PAPER =
  "(?:report|paper|document|draft|item|note|briefing|briefing note|cover sheet|agenda item|section|supplement|addendum)";
const ANNEXES = "(?:annex(?:e?s)?|appendix|appendices|enclosures?|schedules?(?! \\d))";
const NAMED = "(?: ?(?:[A-Z]\\d?|\\d{1,2}|[IVX]+)\\b(?:(?:,| and| &| to| or)+ (?:[A-Z]\\d?|\\d{1,2}|[IVX]+)\\b){0,8})?";
const ANNEX = `${ANNEXES}${NAMED}`;
const LAW = "(?:paragraphs?|paras?\\.?|categor(?:y|ies)|section|schedule|regulation|part [1i]\\b|standing order)";

/** What may follow a marking on its line: signs, or why, but not that there is none. */
const NONE = "(?:no|none|nil|nothing|n\\/a|na|not applicable|not exempt|not confidential)\\b";
const WHY = `(?! ?[-:?=,.(]* ?${NONE})(?:(?: ?[-:,.(;=?/]| (?:by virtue|under|until|because|as|in accordance|in terms|pursuant|due|on|for|within|since|to|at|in|except|before|unless|without|or|and|by|${LAW}))[^]*)?`;
const STRICTLY = "(?:this (?:report|paper|document|item) is )?(?:strictly|highly|most|very|still|currently)? ?";
const SHARED =
  "(?:published|disclosed|released|circulated|distributed|shared|copied|made public|made available|reproduced|forwarded|divulged|open to the public)";

/** The report itself, or what is in it. */
const THIS = `(?:(?:the |its |all |some |much |most )*(?:information|contents?|details?|data|figures|material)(?: (?:contained|set out|given|included|provided|presented))? (?:in|of|within) )?(?:this(?: \\w+){0,2}? (?:report|paper|document|draft|item|agenda item|briefing|briefing note|note|annexe?|appendix|page|cover sheet)|the(?: present| attached| enclosed| following)? (?:report|paper|document|item|agenda item|briefing))(?:,? (?:and|with|including|together with) (?:its|the|all|any)(?: \\w+)? ${ANNEXES})?`;
const ADVERB =
  "(?: (?:now|also|therefore|currently|still|wholly|strictly|partly|both|hereby|itself|highly|entirely|to be|being|treated|regarded|marked|classed|classified|considered|deemed|handled|kept|held|designated|as|private and|an?)){0,5}";
const IS = `(?: itself|,[^,.;]{1,80},|,? (?:which|that))? (?:is|are|has been|have been|should|must|will|shall|may|is to|remains?)(?: be)?${ADVERB}`;
const SECRET = `(?:exempt(?:ed)?|confidential|restricted(?! (?:in|by|to (?!members|officers|councillors|named))\\b)|not for (?:general )?(?:publication|release|circulation|disclosure|distribution)|(?:not|never) (?:to )?(?:be )?(?:for )?${SHARED}|withheld from|embargoed|private(?=[.,;]|$| and confidential)|not (?:available )?(?:to|for) (?:the )?(?:press|public)|not public\\b|(?:an? )?part (?:2|ii|two|b)(?=[.,;]|$| (?:report|item|paper)))`;
const CONTAINS =
  "(?: itself|,[^,.;]{1,80},|,? (?:which|that))? (?:also |currently )?(?:contains?|includes?|holds?|discloses?|comprises?|involves?|reveals?|refers? to|relates? to|deals? with|would disclose|may disclose|will disclose|is likely to (?:disclose|reveal|involve))";
const KIND =
  "(?: (?:some|certain|commercially|financially|legally|sensitive|personal|commercial|the|likely|disclosure|disclose|of|and|or|both|either|privileged|private|further)){0,6}";
const INFORMATION = `(?: (?:exempt|confidential|restricted)(?: (?:or|and|&|\\/|personal|commercial|commercially|sensitive|financial|exempt|confidential)){0,4} (?:information|material|matters?|data|details|items?|content)| (?:information|material|matters|details|data)(?: (?:which|that|considered|of a kind|of a confidential nature|is|are|to be|may be|deemed|classed|as)){0,5} (?:exempt|confidential|not for (?:publication|disclosure)))`;

/** The report, and not far from it words that are said of papers alone, with nothing between that denies or only asks. */
const SELF = "this(?: \\w+){0,2}? (?:report|paper|document|draft|item|briefing|briefing note|cover sheet)";
const POSITIVELY =
  "(?:(?!\\b(?:no|not|none|neither|nor|never|nothing|without|whether|if|how|why|when|was|were|had|which reports)\\b)[^.;?]){0,140}";
const TOKEN =
  "(?:exempt (?:information|material|under|by virtue|within|from (?:publication|disclosure)|in terms)|not for publication|private and confidential|confidential (?:information|material|under|by virtue))";

const PUBLIC =
  "(?:the )?(?:members of )?(?:the )?(?:(?:press|media)(?:,| and| or|\\/|&| &)* ?(?:the )?public|public(?:(?:,| and| or|\\/|&| &)* ?(?:the )?(?:press|media))?)";
const OUT = "(?:excluded|asked to leave|required to leave|to leave|have to leave|not be admitted|absent|not present)";
const HERE =
  "(?:(?:this|the)(?: agenda)? (?:item|report|paper|matter)|this(?: \\w+)? (?:item|report|paper|matter|business))";
const BEHIND_DOORS =
  "(?:in private|in camera|in confidence|in (?:a )?(?:private|closed|confidential|exempt) (?:session|part|meeting)|behind closed doors|in the absence of (?:the )?(?:press|public)|(?:with|after|without) (?:the )?(?:press|public)|(?:in|under|on|as|within) (?:a )?part (?:2|ii|two|b)\\b|(?:in|under|on|within) the (?:private|exempt|confidential|closed) (?:part|section|session|agenda))";

const YES = `(?:yes|true|y)\\b(?! ?\\/)`;
const MARKED = `(?:(?:strictly )?(?:private${AND}confidential|${STATE}|private|closed|not for publication|official sensitive|pink|(?:part |wholly |fully |partly )?exempt|part (?:2|ii|b)\\b))(?! (?:accommodation|from))`;
const ANSWER = `(?:${YES}|${MARKED}|(?:by virtue of |under )?(?:paragraphs?|paras?|categor(?:y|ies)) ?\\(?\\d)`;
const IS_IT = "(?:[:?=|.(]+|-)";

const line = (example: string, pattern: string, of?: Marking["of"]): Marking => ({
  example,
  pattern: markingPattern(`^(?:${pattern})$`),
  on: "line",
  ...(of && { of }),
});
const word = (example: string, pattern: string): Marking => ({
  example,
  pattern: markingPattern(`^(?:${pattern})$`),
  on: "word",
});
const answer = (example: string, pattern: string): Marking => ({ ...line(example, pattern), on: "answer" });
const sentence = (example: string, pattern: string, of?: Marking["of"]): Marking => ({
  example,
  pattern: markingPattern(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`),
  on: "sentence",
  ...(of && { of }),
});

/** How papers in English say that they are not public. */
export const englishMarkings: MarkingLanguage = {
  markings: [
    line("PRIVATE AND CONFIDENTIAL", `${STRICTLY}(?:private${AND}confidential|confidential${AND}private)${WHY}`),
    line(
      "Strictly confidential",
      `(?:strictly|highly|most|commercially|commercial|medical|staff|legally) (?:in )?(?:confidential|confidence|restricted)${WHY}`,
    ),
    line(
      "NOT FOR PUBLICATION by virtue of paragraph 3",
      `${STRICTLY}(?:this (?:report|paper) is )?not for (?:general |public |press |onward |further |wider )?(?:publication|release|circulation|disclosure|distribution|inspection|onward transmission)${WHY}`,
    ),
    line("Not to be disclosed", `(?:must |should |may )?not (?:to )?be ${SHARED}${WHY}`),
    line(
      "Exempt from publication",
      `(?:wholly |partly )?exempt from (?:general |public )?(?:publication|disclosure|access|release|inspection|the press)${WHY}`,
    ),
    line(
      "Exempt report – paragraph 3",
      `(?:an? )?(?:${STATE}|closed|private|part (?:2|ii|two|b)|pink|yellow|gold|buff) (?:(?:agenda|committee|cabinet|scrutiny) )?(?:${ONE_PAPER}|${ANNEX})(?! ?:? ?${NONE})(?: ?[-:,(.][^]*| (?:by virtue|under|${LAW})[^]*| (?:of|by) the (?:[\\w']+ ){0,5}[\\w']+)?`,
    ),
    line(
      "OFFICIAL-SENSITIVE: COMMERCIAL",
      `(?:marked )?(?:official ?[-:(]? ?sensitive\\)?|top secret|secret|protect)(?: ?[-:,(\\[][^]*)?`,
    ),
    line(
      "Report exempt under paragraph 3",
      `(?:report|paper|item|document) (?:exempt|confidential|restricted)(?: (?:by virtue|under|in accordance|pursuant|from|${LAW})[^]*)?`,
    ),
    line("Restricted circulation", `(?:restricted|limited|confidential) (?:circulation|distribution)${WHY}`),
    line(
      "Circulation restricted to members",
      "(?:circulation|distribution) (?:is )?(?:strictly )?(?:restricted|limited|confidential)(?: ?[-:,(]| to)?[^]*",
    ),
    line(
      "In camera",
      "(?:(?:report|item|paper|listed|for consideration) )?(?:in|for|on) the (?:private|exempt|confidential|closed) (?:part|session|section|agenda)(?: of (?:the|this) (?:agenda|meeting))?|(?:in camera|in (?:strict |strictest )?confidence|commercial in confidence|staff in confidence|in private|in closed session)",
    ),
    line(
      "Do not publish",
      `(?:please )?do not (?:publish|circulate|copy|share|distribute|forward|disclose|release)${WHY}`,
    ),
    line("PINK PAPERS", "(?:on )?(?:pink|yellow|gold|buff) papers?"),
    line(
      "For members only",
      `(?:report )?(?:for )?(?:the )?(?:eyes of )?(?:(?:committee|panel|council|cabinet|elected) )?(?:members|councillors|members of the (?:committee|panel|council))(?:['’]s?)? (?:eyes )?only(?: ?[-:,(][^]*)?`,
    ),
    line(
      "Part 2 – exempt",
      `part (?:2|ii|two|b) ?[-:,(/]* ?(?:${STATE}|private|closed|not for publication|not (?:open|available) to (?:the )?(?:press|public)(?: and (?:the )?(?:press|public))?)(?: (?:${PAPER}|information))?(?! ?:? ?${NONE})(?: ?[-:,(.)][^]*)?`,
    ),
    line("Embargoed until 3 May", "(?:strictly )?(?:under )?embargo(?:ed)?(?: (?:until|to|till)[^]*| ?[-:][^]*)?"),
    line(
      "PART EXEMPT",
      "(?:part(?:ly|ially|s)?|some) (?:exempt|confidential|restricted)(?: (?:report|paper|item))?(?: ?[-:,(.][^]*)?",
      "part",
    ),
    word(
      "EXEMPT",
      `(?:wholly |fully )?${STATE}(?: ?[-:,(/] ?(?:${LAW}|${STATE}|private|not\\b|for members)[^]*| (?:by virtue|under|until|in accordance|pursuant|${LAW})[^]*)?`,
    ),

    {
      example: "EXEMPT INFORMATION",
      pattern: markingPattern("^(?:EXEMPT|CONFIDENTIAL)(?: (?:OR|AND) (?:EXEMPT|CONFIDENTIAL))? INFORMATION$", "u"),
      on: "word",
      of: "part",
    },

    answer(
      "Confidential: Yes",
      `(?:is there |are there |contains? |any |whether |if |the |report |paper |item |information )*(?:${STATE}|confidentiality|exemption|not for publication|part (?:2|ii|b)|private)(?: ?(?:or|and|&|\\/) ?(?:${STATE}|private|part (?:2|ii|b)))?(?: (?:information|report|item|paper|status|matters?|papers|content|appendix|appendices|annex|reason))*(?:\\(s\\))? ?${IS_IT} ?(?:${YES}|(?:by virtue of |under )?(?:paragraphs?|paras?|categor(?:y|ies)) ?\\(?\\d|(?:wholly |fully )?${STATE}\\b)[^]*`,
    ),
    answer(
      "Is this report confidential? Yes",
      `(?:is|are|does|will|would|should|has|do) (?:this|the|any|it|there)\\b[^?:|]{0,120}\\b(?:exempt|confidential|private|restricted|withheld|part (?:2|ii|b)|excluded|not for publication)\\b[^?:|]{0,120}[?:|]+ ?${ANSWER}[^]*`,
    ),
    answer(
      "Status: confidential",
      `(?:report |publication |document |security |protective |government |information |public |privacy |access |paper |gdpr )*(?:status|classification|marking|access to information|access|confidentiality|publication|security|sensitivity|privacy|exemption|type of report|report type|(?:public|open|exempt|private|part (?:1|i|a)) ?(?:or|\\/) ?(?:public|open|exempt|private|confidential|closed|part (?:2|ii|b)))(?: of (?:this |the )?(?:report|paper|document))? ?${IS_IT} ?${MARKED}[^]*`,
    ),
    answer(
      "For publication: No",
      `(?:(?:is|can|may|will|should) (?:this|the) (?:report|paper|item|document)[^?:|]{0,60}\\b(?:public|published|publication|open)\\b[^?:|]{0,60}|publish|for (?:publication|release)|open to (?:the )?(?:press and )?public|(?:suitable for|can be) publi(?:cation|shed)|public (?:document|report|paper|item)|open report) ?[:?=|-]+ ?(?:no|n|false|not for publication)\\b(?! (?:restriction|exempt|conf))[^]*`,
    ),
    // The field itself, typed into the text.
    line("confidential: {paragraphs: [3]}", "confidential ?:(?: ?[{|>][^]*)?"),

    {
      example: "The offer is NOT FOR PUBLICATION",
      pattern: markingPattern(
        `(?<!["'])(?<!\\b(?:marked|headed|labelled|stamped|printed|words?|says?|said|saying|reads?|label|called) ?[:-]? ?)\\b(?:NOT FOR PUBLICATION|PRIVATE ?(?:AND|&|\\/) ?CONFIDENTIAL|STRICTLY CONFIDENTIAL|NOT TO BE DISCLOSED|OFFICIAL ?[-:]? ?SENSITIVE|EXEMPT FROM PUBLICATION)\\b`,
        "u",
      ),
      on: "sentence",
    },
    sentence("This report is exempt", `${THIS}${IS} ${SECRET}`, "report"),
    sentence("This report contains exempt information", `${THIS}${CONTAINS}${KIND}${INFORMATION}`),
    sentence(
      "This report falls under paragraph 3 and is exempt information",
      `${THIS} (?:falls?|comes?|is|are) (?:within|under)[^.;]{0,80} (?:exempt|confidential) information`,
    ),
    sentence(
      "Please return this report as it is confidential",
      `(?:this|the) ${PAPER}[^.;]{0,160} (?:(?:as|because|since) it is|and (?:is|are) (?:therefore|so|hence|accordingly|thus))${ADVERB} ${SECRET}`,
    ),
    sentence(
      "Please treat this report as confidential",
      `(?:treat|regard|keep|handle|mark|class|classify)(?:ed|ing|s)? ${THIS}(?: (?:as|in|strictly|an?|exempt and|private and))* (?:exempt|confidential|confidence|restricted|private)`,
      "report",
    ),
    sentence("This report sets out the offers, which are exempt information", `${SELF}${POSITIVELY} ${TOKEN}`),
    sentence(
      "Exempt information is in paragraph 4 of this report",
      `(?:exempt|confidential) (?:information|material)${POSITIVELY} (?:in|of|within|by) ${SELF}`,
    ),
    sentence(
      "Please return this report because it contains exempt information",
      `(?:this|the) ${PAPER}[^.;]{0,160} (?:as|because|since) it${CONTAINS}${KIND}${INFORMATION}`,
    ),
    sentence(
      "This is a confidential report",
      `this is (?:an?|the) (?:strictly )?${NOT_PUBLIC}(?: (?:and|or|${STATE}))* ${PAPER}`,
      "report",
    ),
    sentence(
      "Exempt information is contained in this report",
      `(?:exempt|confidential) (?:information|material|matters?) (?:is |are |contained |included |set out |given |held )*(?:in|within) (?:this|the) (?:report|paper|document|item)`,
    ),
    sentence(
      "The press and public may be excluded during consideration of this item",
      `${PUBLIC}[^.;]{0,60}? (?:be|are|is|being|will|should|must|may|to)(?: \\w+){0,3} ${OUT}[^.;]{0,120}? ${HERE}`,
    ),
    sentence(
      "The meeting may not be open to the public during this item",
      `not (?:to )?be open to ${PUBLIC}[^.;]{0,120}? ${HERE}`,
    ),
    sentence(
      "To exclude the press and public during this item",
      `(?:exclude|excluding|exclusion of) ${PUBLIC}[^.;]{0,120}? ${HERE}`,
    ),
    sentence(
      "This item is to be considered in private",
      `${HERE} (?:is|are|will|should|must|to|be|may|has)(?: \\w+){0,7}? ${BEHIND_DOORS}`,
      "report",
    ),
    sentence(
      "This report is on pink paper",
      `${THIS} (?:is|are|has been|is being)(?: \\w+){0,4} on (?:pink|yellow|gold|buff) papers?`,
      "report",
    ),
    sentence(
      "Part of this report is exempt",
      `(?:parts?|sections?|some|portions?|paragraphs? [\\d.]+(?: ?(?:to|and|-) ?[\\d.]+)?) of (?:this|the) (?:report|paper)${IS} ${SECRET}`,
      "part",
    ),

    sentence(
      "The public should be excluded while Appendix 2 is considered",
      `(?:${PUBLIC}[^.;]{0,60}? (?:be|are|is|being|will|should|must|may|to)(?: \\w+){0,3} ${OUT}|(?:exclude|excluding|exclusion of) ${PUBLIC})[^.;]{0,120}? ${ANNEX}`,
      "annex",
    ),
    sentence(
      "Appendix 2 is exempt",
      `${ANNEX}(?: (?:to|of|in) (?:this|the) report)?(?: ?\\([^)]{0,80}\\))?${IS} ${SECRET}`,
      "annex",
    ),
    sentence(
      "Appendix 2 contains exempt information",
      `${ANNEX}(?: (?:to|of) (?:this|the) report)?(?: ?\\([^)]{0,80}\\))?${CONTAINS}${KIND}${INFORMATION}`,
      "annex",
    ),
    sentence(
      "Appendix 2 (exempt)",
      `${ANNEX} ?[-:([]+ ?(?:${STATE}|not for publication|private${AND}confidential|part (?:2|ii|b))(?= ?(?:[)\\].,;:-]|$))`,
      "annex",
    ),
    sentence(
      "Appendix 2, which is not for publication",
      `${ANNEX}[^.;]{0,60}?,? (?:which|that) (?:is|are) ${SECRET}`,
      "annex",
    ),
    sentence(
      "Exempt Appendix 2",
      `(?:exempt|confidential|restricted|private|pink|closed) (?:and (?:exempt|confidential) )?${ANNEX}`,
      "annex",
    ),
  ],
  apart: [
    "private and confidential",
    "not for publication",
    "strictly confidential",
    "confidential",
    "exempt",
    "restricted",
    "in camera",
    "not to be disclosed",
  ],
  negation:
    /(?:^|[\s("])(?:no|none|neither|nor|nothing|whether|if|unless|never|why|without|nobody)\b[^.;:]{0,60}$|\b(?:parts?|sections?|some|portions?|paragraphs? [\d., to-]+|much|most) of $/i,
  none: markingPattern(
    `^\\W*(?:(?:${NONE}|public|open|part (?:1|i|a))\\W*$|${NONE} ?[-,;][^]{0,80}$|(?:there (?:is|are) (?:no|none|nothing)|this report (?:does not contain|contains no))\\b[^.]{0,80}\\.?$)`,
  ),
  names: ["confidential", "confidentiality", "exempt"],
  reportAndAnnexes: /\b(?:and|with|including|together with) (?:its|the|all|any)\b/i,
  paragraph: /\b(?:paragraphs?|paras?|sections?)\b\.?[ -]+[\dA-Z]/i,
  law: /\b(?:by virtue of|under|in accordance with|pursuant to|in terms of)\b[^:;]*?(?=[:;]| - |$)/gi,
  words:
    /^(?:not|for|publication|private|and|confidential|exempt|restricted|strictly|part|2|ii|b|the|in|information|closed|pink|of)$/i,
  question: /^\W*(?:is|are|does|do|will|would|should|has|have|can|may)\b/i,
  annex: markingPattern(`(?<![\\p{L}\\p{N}])${ANNEXES}(?![\\p{L}])(?<named>${NAMED})`, "giu"),
};
