import { answer, denial, line, type MarkingLanguage, marking, markingPattern, sentence, word } from "./table.ts";

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
const THIS = `(?:(?:the |its |all |some |much |most )*(?:information|contents?|details?|data|figures|material)(?: (?:contained|set out|given|included|provided|presented))? (?:in|of|within) )?(?:this(?: \\w+){0,2}? (?:report|paper|document|draft|item|agenda item|briefing|briefing note|note|annexe?|appendix|page|cover sheet)|the(?: present| attached| enclosed| following| entire| whole)? (?:report|paper|document|item|agenda item|briefing))(?:,? (?:and|with|including|together with) (?:(?:its|the|all|any)(?: \\w+){1,6}?|${ANNEXES}))?`;
const ADVERB =
  "(?: (?:now|also|therefore|currently|still|wholly|strictly|partly|both|hereby|itself|highly|entirely|to be|to remain|being|treated|regarded|marked|submitted|presented|brought|listed|included|circulated|issued|classed|classified|considered|deemed|handled|kept|held|designated|as|private and|an?)){0,5}";
const IS = `(?: itself|,[^,.;]{1,80},|,? (?:which|that))? (?:is|are|has been|have been|should|must|will|shall|may|is to|remains?)(?: be)?${ADVERB}`;
const SECRET = `(?:exempt(?:ed)?|confidential|restricted(?! (?:in|by|to (?!members|officers|councillors|named))\\b)|not for (?:general )?(?:publication|release|circulation|disclosure|distribution)|(?:not|never) (?:to )?(?:be |being )?(?:for )?${SHARED}|withheld from|embargoed|private(?=[.,;]|$| (?:and confidential|because|as|since|under|by virtue))|not (?:available )?(?:to|for) (?:the )?(?:press|public)|not (?:open|available) (?:to|for) (?:public |the )?(?:inspection|public|press)|not public\\b|(?:an? )?part (?:2|ii|two|b)(?=[.,;]|$| (?:report|item|paper|because|as|since|under|by virtue)))`;
const CONTAINS =
  "(?: itself|,[^,.;]{1,80},|,? (?:which|that))? (?:also |currently )?(?:contains?|includes?|holds?|discloses?|comprises?|involves?|reveals?|refers? to|relates? to|deals? with|would disclose|may disclose|will disclose|is likely to (?:disclose|reveal|involve))";
const KIND =
  "(?: (?:some|certain|commercially|financially|legally|sensitive|personal|commercial|the|likely|disclosure|disclose|of|and|or|both|either|privileged|private|further)){0,6}";
const INFORMATION = `(?: (?:exempt|confidential|restricted)(?: (?:or|and|&|\\/|personal|commercial|commercially|sensitive|financial|exempt|confidential)){0,4} (?:information|material|matters?|data|details|items?|content)| (?:information|material|matters|details|data)(?: (?:which|that|considered|of a kind|of a confidential nature|is|are|to be|may be|deemed|classed|as)){0,5} (?:exempt|confidential|not for (?:publication|disclosure)))`;

/**
 * The report, and not far from it words that are said of papers alone, with nothing between that denies or only asks.
 */
const SELF = "this(?: \\w+){0,2}? (?:report|paper|document|draft|item|briefing|briefing note|cover sheet)";
const POSITIVELY_ONE =
  "(?!\\b(?:no|not|none|neither|nor|never|nothing|without|whether|if|how|why|when|was|were|had|which reports)\\b)[^.;?]";
const POSITIVELY = `(?:${POSITIVELY_ONE}){0,140}`;
const TOKEN =
  "(?:exempt (?:information|material|under|by virtue|within|from (?:publication|disclosure)|in terms)|not for publication|private and confidential|confidential (?:information|material|under|by virtue))";

/** Some of the report, by where it is. */
const STRETCH =
  "(?:paragraphs?|sections?|tables?|figures?|pages?|information|details|lines|prices?|names|data)(?: [\\d.]+(?: ?(?:to|and|-) ?[\\d.]+)?)?";
const BESIDE = `(?:(?:this|these) (?:figures?|prices?|paragraphs?|sections?|tables?|columns?|pages?|lines?)|(?:following|next|remaining|above|below)(?: \\w+)? ${STRETCH}|${STRETCH} (?:below|above|overleaf|(?:that|which) follows?))`;

const PUBLIC =
  "(?:the )?(?:members of )?(?:the )?(?:(?:press|media)(?:,| and| or|\\/|&| &)* ?(?:the )?public|public(?:(?:,| and| or|\\/|&| &)* ?(?:the )?(?:press|media))?)";
const OUT = "(?:excluded|asked to leave|required to leave|to leave|have to leave|not be admitted|absent|not present)";
const HERE =
  "(?:(?:this|the)(?: agenda)? (?:item|report|paper|matter)|this(?: \\w+)? (?:item|report|paper|matter|business))";
const BEHIND_DOORS =
  "(?:in private|in camera|in confidence|in (?:a )?(?:private|closed|confidential|exempt) (?:session|part|meeting)|behind closed doors|in the absence of (?:the )?(?:press|public)|(?:with|after|without) (?:the )?(?:press|public)|(?:in|under|on|as|within) (?:a )?part (?:2|ii|two|b)\\b|(?:in|under|on|within) the (?:private|exempt|confidential|closed) (?:part|section|session|agenda))";

const YES = `(?:(?:yes|true|y|x)\\b(?! ?\\/)|[✓✔☑☒])`;
const MARKED = `(?:(?:(?:this|it|the)(?: (?:report|paper|item|document))? is )?(?:strictly )?(?:private${AND}confidential|${STATE}|private|closed|not for publication|official sensitive|pink|(?:part |wholly |fully |partly )?exempt|part (?:2|ii|b)\\b))(?! (?:accommodation|from))`;
/** "Access: private road" is of a road. */
const MARKED_AS_A_WHOLE = `(?:$| ?[-:,;.()\\/][^]*| (?:by|under|as|because|until|not|and|or|to members|${LAW}|${PAPER}|information(?! ?$)|${ANNEXES})\\b[^]*)`;
/** Words of which names are made of what is said of a paper: "Report status (public or exempt)". */
const FIELD_OF_PAPERS =
  "(?!(?:open|public|private|closed|exempt|confidential|type|part (?:[12ab]|ii?)) ?[:|]|yes\\b)(?:(?:report|status|category|type|item|session|paper|meeting|decision|agenda|section|part|classification|publication|access|to|of|the|this|is|are|information|exempt|exemptions?|or|and|not|public|private|open|closed|confidential|confidentiality|wholly|partly|fully|schedule|12a|7a|local|government|act|1972|level|markings?|freedom|foi|for|key|held|in|taken|considered|restrictions?|sensitivity|security|privacy|protective|gpms|gdpr|document|reasons?|if|so|yes|which|under|paragraphs?|categories|[12ab]|ii?)\\b[^\\p{L}\\p{N}:|]{0,5}?){1,14}";
const ANSWER = `(?:${YES}|${MARKED}|(?:by virtue of |under )?(?:paragraphs?|paras?|categor(?:y|ies)) ?\\(?\\d)`;
const IS_IT = "(?:[:?=|.([]+|-| (?=yes\\b)|(?= ?[✓✔☑☒]))";

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
      `${STRICTLY}(?:(?:this )?(?:report|paper|item|document)(?: is)? )?not (?:for|open (?:to|for)|available (?:to|for))(?: (?:the|any|general|public|press|onward|further|wider|external|members of|or|and)){0,5} (?:publication|release|circulation|disclosure|distribution|inspection|viewing|consumption|transmission|press|public)${WHY}`,
    ),
    line(
      "Confidential report – not for publication",
      `(?!(?:part(?:ly|ially)?|some) (?:exempt|confidential|restricted)(?: (?:report|paper|item))?$)(?=[^]*\\b(?:confidential|exempt|restricted|private|not for publication|commercially sensitive)\\b)(?![^]*\\b(?:no|none|non exempt|not (?:exempt|confidential|private|restricted|closed)|if|or not)\\b)(?!(?:(?:${STATE}|or|and|private|access|to|the|part [12ab])[-:,/\\s]*)*information$)(?:(?:strictly|highly|most|legally|commercially|wholly|fully|private|personal|privileged|sensitive|confidential|in confidence|exempt|restricted|not for publication|circulation|distribution|for|only|and|or|report|paper|document|item|information|by virtue of|under|paragraphs?|schedule|12a|7a|part|pink|yellow|gold|buff|blue|green|closed|official|sensitive|(?:non )?key|decision|members|only|council|draft|papers|committee|cabinet|scrutiny|appendix|appendices|annex|[1-9]|i{1,3}|[ab])\\b[^\\p{L}\\p{N};]*){2,20}(?:until\\b[^]*)?`,
    ),
    line("For internal use only", `(?:for )?(?:internal|official|restricted) use only${WHY}`),
    line(
      "For consideration in private",
      `(?:for )?(?:private|confidential|exempt) consideration|for (?:consideration|decision|discussion) ${BEHIND_DOORS}`,
    ),
    line("Not to be disclosed", `(?:must |should |may )?not (?:to )?be ${SHARED}${WHY}`),
    line(
      "Exempt from publication",
      `(?:wholly |partly )?(?:exempt|withheld|excluded) from (?:general |public )?(?:publication|disclosure|access|release|inspection|the press|the public)${WHY}`,
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
    word(
      "Exempt report on the lease",
      `(?:exempt|confidential|restricted|private) ${ONE_PAPER} (?:on|about|regarding|concerning|relating to) (?:(?!\\b(?:is|are|was|were|has|had|have|will|may|can|must|should)\\b)[^]){1,150}`,
    ),
    line(
      "By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
      `(?:by virtue of|under|pursuant to|in accordance with) (?:the )?(?:paragraphs?|paras?\\.?|categor(?:y|ies))(?:\\(s\\))? (?:\\d|[,()\\s]|and)+ ?of (?:part (?:1|i|4|iv) (?:of|to) )?(?:the )?schedule (?:12a|7a|6)\\b(?: (?:of|to) (?:the )?local government[^.,:;]{0,80})?`,
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
      `part (?:2|ii|two|b) ?[-:,(/]* ?(?:${STATE}|private|closed(?: to (?:the )?(?:press(?: and (?:the )?)?)?(?:public)?)?|not for publication|not (?:open|available) to (?:the )?(?:press|public)(?: and (?:the )?(?:press|public))?)(?: (?:${PAPER}|information))?(?! ?:? ?${NONE})(?: ?[-:,(.)][^]*)?`,
    ),
    line("Embargoed until 3 May", "(?:strictly )?(?:under )?embargo(?:ed)?(?: (?:until|to|till)[^]*| ?[-:][^]*)?"),
    line(
      "PART EXEMPT",
      "(?:part(?:ly|ially|s)?|some) (?:exempt|confidential|restricted)(?: (?:report|paper|item))?(?: ?[-:,(.][^]*)?",
      "part",
    ),
    word(
      "EXEMPT",
      `(?:wholly |fully )?(?:${STATE}|private)(?: ?[-:,(/] ?(?:${LAW}|${STATE}|private|not\\b|for members)[^]*| (?:by virtue|under|until|in accordance|pursuant|${LAW})[^]*)?`,
    ),

    marking(
      "EXEMPT INFORMATION",
      { source: "^(?:EXEMPT|CONFIDENTIAL)(?: (?:OR|AND) (?:EXEMPT|CONFIDENTIAL))? INFORMATION$", flags: "u" },
      "word",
      "part",
    ),

    line("[x] Exempt", `\\[?x\\]? (?:${STATE}|private|not for publication)(?: (?:${ONE_PAPER}|information))?`),
    line("☒ Exempt", `[✓✔☑☒] ?(?:${STATE}|private|not for publication)\\b[^]*`),
    answer(
      "Confidential: Yes",
      `(?:is there |are there |contains? |any |whether |if |the |report |paper |item |information |(?:reasons?|grounds?|basis) (?:for|of) |type of )*(?:${STATE}|confidentiality|exemption|not for publication|part (?:2|ii|b)|private)(?: ?(?:or|and|&|\\/) ?(?:${STATE}|private|part (?:2|ii|b)))?(?: (?:information|report|item|paper|status|matters?|papers|content|appendix|appendices|annex|reason))*(?:\\(s\\))?(?: ?\\([^)]{0,100}\\))? ?${IS_IT} ?(?:${YES}|(?:by virtue of |under )?(?:paragraphs?|paras?|categor(?:y|ies)) ?\\(?\\d|(?:wholly |fully )?${STATE}\\b)[^]*`,
    ),
    answer(
      "Exempt paragraph: 3",
      `(?:(?:exempt|exemption|confidential)(?: \\w+)? (?:paragraphs?|paras?|categor(?:y|ies))|(?:relevant )?paragraphs?(?:\\(s\\))? (?:of|under|in) [^:|]{0,40}schedule (?:12a|7a|6)\\b[^:|]{0,60}?)(?:\\(s\\))?(?: ?\\([^)]{0,100}\\))? ?${IS_IT} ?(?:paragraphs?|paras?|categor(?:y|ies))? ?\\(?\\d[^]*`,
    ),
    answer(
      "Part 1/2: 2",
      `(?:is it )?part (?:1|i|a|one) ?(?:or|\\/) ?(?:part )?(?:2|ii|b|two) ?${IS_IT} ?(?:part )?(?:2|ii|b|two)\\b[^]*`,
    ),
    answer(
      "Press and public: excluded",
      `(?:attendance of |access for )?(?:the )?(?:press|public|media)(?:${AND}(?:the )?(?:press|public|media))? ?${IS_IT} ?(?:to be )?(?:excluded|not admitted|not permitted)\\b[^]*`,
    ),
    answer(
      "Is this report confidential? Yes",
      `(?:is|are|does|will|would|should|has|do) (?:this|the|any|it|there)\\b[^?:|]{0,120}\\b(?:exempt|confidential|private|restricted|withheld|part (?:2|ii|b)|excluded|not for publication)\\b[^?:|]{0,120}[?:|]+ ?${ANSWER}[^]*`,
    ),
    answer("Status: confidential", `${FIELD_OF_PAPERS}${IS_IT} ?${MARKED}${MARKED_AS_A_WHOLE}`),
    answer(
      "Schedule 12A: paragraph 3",
      `(?=[^:|]*(?:exempt|confidential|12a|7a|act|access|reason))${FIELD_OF_PAPERS}${IS_IT} ?(?:paragraphs?|paras?) ?\\(?\\d[^]*`,
    ),
    answer(
      "Lease: not for publication",
      `[^:|]{0,100}[^:|.!?;][:|] ?(?:strictly |highly )?(?:private${AND}confidential|confidential|not for publication|official sensitive)(?:$| ?[-:(][^]*)`,
    ),
    answer(
      "Lease: exempt under paragraph 3",
      `[^:|]{0,100}[^:|.!?;][:|] ?(?:exempt|confidential)(?: information)?[-:,(\\s]*(?:by virtue of|by reason of|under|in|from publication)?[-:,(\\s]*(?:paragraph|para|schedule|from publication)[^]*`,
    ),
    answer(
      "Press embargo: until 12 May",
      `(?:press |media )?embargo(?:ed)?(?: until)? ?${IS_IT} ?(?:until|to|till|yes|\\d)[^]*`,
    ),
    answer(
      "Reason for exemption: it holds the bids",
      `(?:(?:the )?(?:reasons?|grounds?) (?:for|of) (?:the )?(?:exemption|exempting|confidentiality|being exempt|withholding|restriction|non publication)(?: of this report)?|why (?:exempt|confidential|private)) ?[:|?] ?(?!${NONE})\\p{L}[^]*`,
    ),
    denial(
      "Public access: none",
      `(?:public access|disclosable|publishable|available to the (?:press|public)|access by the (?:press|public))(?: (?:to|under|in) [^:|?]{1,60})? ?[:?=|-]+ ?(?:no|none|nil|not permitted|not allowed)\\b[^]*`,
    ),
    denial(
      "Publish on the web site? No",
      `(?:is )?(?:this |the )?(?:report |paper |document |item )?(?:to be (?:made )?(?:public|published)|publish|public)(?: on (?:the )?[^:|?]{0,30})?(?: ?\\([^)]{0,20}\\))? ?[:?=|-]+ ?(?:no|n)\\b[^]*`,
    ),
    answer("Exclusion of press and public: yes", `(?:exclusion of|exclude) ${PUBLIC} ?${IS_IT} ?${YES}[^]*`),
    denial(
      "For publication: No",
      `(?:(?:is|can|may|will|should) (?:this|the) (?:report|paper|item|document)[^?:|]{0,60}\\b(?:public|published|publication|open)\\b[^?:|]{0,60}|publish|for (?:publication|release)|open to (?:the )?(?:press and )?public|(?:suitable for|can be) publi(?:cation|shed)|public (?:document|report|paper|item)|open report) ?[:?=|-]+ ?(?:no|n|false|not for publication)\\b(?! (?:restriction|exempt|conf))[^]*`,
    ),
    // The field itself, typed into the text.
    line("confidential: {paragraphs: [3]}", "confidential ?:(?: ?[{|>][^]*)?"),

    marking(
      "The offer is NOT FOR PUBLICATION",
      {
        source: `(?<!["'])(?<!\\b(?:marked|headed|labelled|stamped|printed|words?|says?|said|saying|reads?|label|called) ?[:-]? ?)\\b(?:NOT FOR PUBLICATION|PRIVATE ?(?:AND|&|\\/) ?CONFIDENTIAL|STRICTLY CONFIDENTIAL|NOT TO BE DISCLOSED|OFFICIAL ?[-:]? ?SENSITIVE|EXEMPT FROM PUBLICATION)\\b`,
        flags: "u",
      },
      "sentence",
    ),
    sentence("This report is exempt", `${THIS}${IS} ${SECRET}`, "report"),
    sentence("This report contains exempt information", `${THIS}${CONTAINS}${KIND}${INFORMATION}`),
    sentence(
      "This report falls under paragraph 3 and is exempt information",
      `${THIS} (?:falls?|comes?|is|are) (?:within|under)[^.;]{0,80} (?:exempt|confidential) information`,
    ),
    sentence(
      "Please return this report as it is confidential",
      `(?:this|the) ${PAPER}[^.;]{0,160} (?:(?:as|because|since) (?:it is|its contents? (?:is|are))|and (?:is|are) (?:therefore|so|hence|accordingly|thus))${ADVERB} ${SECRET}`,
    ),
    sentence(
      "Please treat this report as confidential",
      `(?:treat|regard|keep|handle|mark|class|classify)(?:ed|ing|s)? ${THIS}(?: (?:as|in|strictly|an?|exempt and|private and))* (?:exempt|confidential|confidence|restricted|private)`,
      "report",
    ),
    sentence("This report sets out the offers, which are exempt information", `${SELF}${POSITIVELY} ${TOKEN}`),
    sentence(
      "This report names a tenant and is exempt",
      `${SELF}(?:(?!\\b(?:which|that|who|where)\\b)${POSITIVELY_ONE}){0,140} and (?:is|are)${ADVERB} ${SECRET}`,
    ),
    sentence(
      "This information is exempt under paragraph 3 of Schedule 12A",
      `(?:this|these|it|they|which)\\b[^.;]{0,40} (?:is|are)(?: therefore| so| also)? exempt(?: information)? (?:under|by virtue of|within|in terms of|from disclosure under) [^.;]{0,60}schedule (?:12a|7a|6)\\b`,
      "part",
    ),
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
      "The public leave before this item",
      `${PUBLIC}[^.;]{0,40} (?:leave|withdraw|retire)\\b[^.;]{0,60} ${HERE}`,
    ),
    sentence(
      "The meeting may not be open to the public during this item",
      `not (?:to )?be open to ${PUBLIC}[^.;]{0,120}? ${HERE}`,
    ),
    sentence(
      "To exclude the press and public during this item",
      `(?:exclude|excluding|exclusion of) ${PUBLIC}[^.;]{0,120}? ${HERE}`,
    ),
    // As sentences, because an agenda has them as its headings, too.
    sentence(
      "Cabinet – private session",
      `(?:^|[-:]) ?(?:private|confidential|exempt|closed|restricted|part (?:2|ii|two|b)) (?:session|agenda|business)(?: ?[-:,(.][^]*)?$`,
    ),
    sentence(
      "Items to be considered in private",
      `^ ?(?:items?|matters?|business) to be (?:considered|discussed|taken|heard) in private(?: ?[-:,(.][^]*)?$`,
    ),
    sentence(
      "Items from which the public may be excluded",
      `^ ?(?:part (?:2|ii|two|b) ?[-:]* )?(?:items?|reports?|business) (?:from|for|during) which ${PUBLIC} (?:may|will|are to|should|must|is|are)(?: \\w+){0,3} ${OUT}(?: ?[-:,(.][^]*)?$`,
    ),
    sentence(
      "This item is to be considered in private",
      `${HERE} (?:is|are|will|should|must|to|be|may|has)(?: \\w+){0,7}? ${BEHIND_DOORS}`,
      "report",
    ),
    sentence(
      "The panel is asked to consider this report in private",
      `(?:consider|discuss|take|hear|receive|debate|deal with|treat)(?:s|ed|ing)? ${HERE}(?: \\w+){0,3} ${BEHIND_DOORS}`,
      "report",
    ),
    sentence(
      "The proper officer considers this report exempt",
      `(?:consider|deem|regard|hold|mark|think|believe|declare|make|render|keep)(?:s|es|ed|ing)? ${SELF} (?:to be |as |is )?(?:exempt|confidential|private|restricted|not for publication)`,
      "report",
    ),
    sentence(
      "This report is on pink paper",
      `${THIS} (?:is|are|has been|is being)(?: \\w+){0,4} on (?:pink|yellow|gold|buff) papers?`,
      "report",
    ),
    sentence(
      "Exempt by reason of paragraph 3",
      "^ ?exempt (?:by reason of|by virtue of|under|within) (?:paragraph|para|schedule|section)[^]*",
    ),
    sentence(
      "Please do not forward this report",
      `(?:not|never) (?:to )?(?:be )?(?:discuss|disclose|share|copy|reveal|circulate|forward|publish|distribute|divulge|pass on|release)(?:d|ed)? (?:any of |all of )?(?:the |its )?(?:(?:contents?|details|subject|information) (?:of|in) )?${SELF}`,
      "report",
    ),
    sentence(
      "This report must not be discussed outside the meeting",
      `${THIS} (?:must|should|may|is|are|can) not (?:to )?be (?:discussed|mentioned|passed|shown|given|used|taken)\\b`,
      "report",
    ),
    sentence(
      "Members are reminded of the confidentiality of this report",
      `confidential(?:ity| nature)[^.;]{0,40} (?:of|in respect of|as regards|regarding|concerning|about) ${SELF}`,
    ),
    sentence(
      "This report must be handed back",
      `${SELF} (?:must|should|is to|are to|will) be (?:handed|given back|returned|destroyed|shredded|collected|kept secure)`,
      "report",
    ),
    sentence(
      "Please destroy this report",
      `(?:return|hand back|destroy|shred) (?:(?:all |any |your |their )*cop(?:y|ies) of )?${SELF}`,
      "report",
    ),
    sentence(
      "This report is for members only",
      `${SELF} is (?:intended |provided |issued |meant )?(?:for|to)[^.;]{0,60}\\b(?:members|councillors|officers|recipients?|addressees?)\\b[^.;]{0,40} only`,
      "report",
    ),
    sentence(
      "No part of this report may be disclosed",
      `(?:no|neither|none of)[^.;?]{1,40} (?:of|in|from) ${SELF} (?:may|must|should|shall|can|is to|are to) be ${SHARED}`,
      "report",
    ),
    sentence(
      "The reason for this report being exempt",
      `${SELF} being (?:exempt|confidential|private|restricted|withheld|(?:in|under) part (?:2|ii|b)|considered in private)`,
    ),
    sentence(
      "This report sets out the bids and must not be published",
      `${SELF}[^.;?]{0,140} and (?:(?:is|are|must|should) )?not (?:to )?be ${SHARED}`,
      "report",
    ),
    sentence("Document is restricted", `^ ?(?:document|report|paper|item) is (?:strictly )?${STATE}[.!]?$`),
    sentence(
      "It is not in the public interest to publish this report",
      `(?:not in|against|contrary to) the public interest (?:for|to|that)[^.;]{0,30} ${SELF}`,
      "report",
    ),
    sentence(
      "Disclosure of this report would be a breach of the code",
      `(?:disclosure|publication|release|circulation|sharing|copying) of ${SELF}[^.;]{0,80} (?:would|is|may|could|will) [^.;]{0,40}(?:breach|prohibited|offence|not permitted|prejudice|contrary|forbidden)`,
      "report",
    ),
    sentence(
      "The public interest in maintaining the exemption outweighs that in disclosure",
      "public interest in (?:maintaining the exemption|withholding[^.;]{0,60}|not disclosing[^.;]{0,60}) (?:outweighs|is greater than)",
      "part",
    ),
    sentence(
      "The following paragraphs are not for publication",
      `${BESIDE}${IS} (?!exempt from (?!publication|disclosure|access))${SECRET}`,
      "part",
    ),
    sentence(
      "The table below contains exempt information",
      `${BESIDE} (?:contains?|includes?|discloses?|holds?|sets? out|gives?)${KIND}${INFORMATION}`,
      "part",
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
    "private",
    "not to be disclosed",
  ],
  negation:
    /(?:^|[\s("])(?:no(?! doubt)|none|neither|nor|nothing|whether|if|unless|never|why|without|nobody)\b[^.;:,]{0,60}$|\b(?:parts?|sections?|some|portions?|paragraphs? [\d., to-]+|much|most) of $/i,
  none: markingPattern(
    `^\\W*(?:(?:${NONE}|public|open|part (?:1|i|a))\\W*$|${NONE} ?[-,;][^]{0,80}$|(?:there (?:is|are) (?:no|none|nothing)|this report (?:does not contain|contains no))\\b[^.]{0,80}\\.?$)`,
  ),
  names: ["confidential", "confidentiality", "exempt"],
  reportAndAnnexes: /\b(?:and|with|including|together with) (?:its|the|all|any|this)\b/i,
  paragraph: /\b(?:paragraphs?|paras?|sections?)\b\.?[ -]+[\dA-Z]/i,
  clause: /[;:]| - |, (?:and|but|so|yet)\b/i,
  law: /\b(?:by virtue of|under|in accordance with|pursuant to|in terms of)\b[^:;]*?(?=[:;]| - |$)/gi,
  words:
    /^(?:not|for|publication|private|and|confidential|exempt|restricted|strictly|part|2|ii|b|the|in|information|closed|pink|of)$/i,
  question: /^\W*(?:is|are|does|do|will|would|should|has|have|can|may)\b/i,
  annexOf: markingPattern(
    `(?<![\\p{L}\\p{N}])${ANNEX},?(?: (?:which|that))?(?: (?:is|are|as))?(?: (?:attached|appended|annexed|accompanying|forming part))? (?:to|of|in|with) $`,
  ),
  annex: markingPattern(`(?<![\\p{L}\\p{N}])${ANNEXES}(?![\\p{L}])(?<named>${NAMED})`, "giu"),
};
