/** How English names what reports refer to, in alternations of patterns, and how it shows whose that is. */
export const ENGLISH = {
  words: {
    paragraph: "paragraphs?|paras?\\.?|¶{1,2}",
    annex: "annex(?:es?)?|appendi(?:x|ces)",
    recommendation: "recommendations?",
    section: "sections?",
    table: "tables?",
    figure: "figures?|figs?\\.?",
    /** How the nouns end where there are several. */
    plural: "s\\.?",
    /** "no.", between a noun and its label. */
    number: "nos?\\.?|numbers?",
    and: "and/or|and|or|AND|OR",
    /** What joins the ends of a range. */
    to: "to|TO|through(?: to)?|(?:up to )?and including",
    /** What may follow a number that counts nothing. */
    unlikeCounted: "and|or|to|through|of|above|below|overleaf",
    /** The "of" of "paragraph 4 of Annex A". */
    of: "of|in|at|to",
    above: "above",
    below: "below(?! the )",
    /** Nouns of texts that have paragraphs of their own, which rules see as "~~". */
    texts:
      "report|(?:guidance|code|act|order|regulation|schedule|constitution|statute|judge?ment|minute|directive|circular|framework|convention|treaty|byelaw|rule|bill|letter|agreement|contract|lease|licen[cs]e|deed|protocol|petition|handbook|manual|charter|memorandum|prospectus|specification|transcript|ruling|tenancy|foreword|preface|bulletin|newsletter|brochure|concordat|manifesto|dossier|affidavit|covenant|nppf|nppg|ppg|kcsie|spd|policy|strategy|statement|notice|policies|submission|representation|resolution)s?",
    /** Nouns of what may be such a text: "~". */
    papers:
      "(?:strategie|paper|plan|scheme|decision|document|draft|email|term|book|tender|bid|review|inquiry|study|undertaking|account|opinion|standard|toolkit|article|leaflet|condition|programme|note|motion|response|memo|compact|questionnaire|speech|mandate|procedure|permit|certificate|commentary|assessment|appraisal|evaluation|agenda|instruction|franchise|log|register|advice|evidence|finding|conclusion|objection|complaint|survey|research|audit|claim|request|reply|index|direction|ground|determination|inspection|guide|guideline|report|profile)s?",
    /** Those outside the council who write or decide: "@". */
    authors:
      "(?:inspector|ombudsman|judge|court|tribunal|adjudicator|inspectorate|ofsted|cqc|auditor|secretary|commissioner|regulator|coroner|arbitrator|examiner|minister|counsel)s?",
    /** Words that are no name of a text for their capital. */
    plain:
      "councils?|committee|cabinet|executive|board|panel|members?|officers?|directors?|chair|councillors?|cllrs?|partnership|partners|services?|team|authority|forum|group|trust|schools?|academy|college|university|hospital|police|mayor|leader|manager|ward|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|recommendations?|table|figure|chart|map|box|options?|actions?|phase|priority|objective|stage|step|risk|question|theme|target|year|quarter|band|lot|site|zone|i|a|mr|mrs|ms|dr|for|in|see",
  },
  /** Patterns that rules name in braces. */
  names: {
    this: "(?:this|the present|the current|today's)(?: [^ ,;:()|]+){0,2}? ~*(?:report|paper|update|document|briefing|one)(?!\\p{L})|the ~*(?:report|paper)(?: now)? before (?:members|you|us|the)",
    name: "\\^+[~@]*",
    text: "(?<!(?<!\\p{L})(?:to|will|should|must|may|can|not) )\\^*~+[^ ,;:()|]*",
    division:
      "(?<!\\p{L})(?:~*(?:sections?|schedules?|sch|parts?|pt|chapters?|ch|articles?|art|regulations?|regs?|rules?|clauses?|polic(?:y|ies)|pages?|pp?|items?|minutes?|orders?|bye-?laws?|laws?|footnotes?|endnotes?|notes?|covenants?|directions?|directives?|circulars?|resolutions?|codes?|volumes?|vol|protocol|ss?|title|appendix|annex|no|conditions?))\\.?",
    law: "~*(?:acts?|regulations?|orders?|codes?|constitution|statutes?|convention|directives?|bills?|agreements?|contracts?|leases?|licen[cs]es?|legislation|byelaws?|treaty|law)(?!\\p{L})",
    body: "(?:committees?|sub-committee|panel|board|commission|council|cabinet|executive|forum|group|members?|councillors)",
    notes:
      "(?:notes?|consider(?:s|ed)?|reviews?|agrees?|accepts?|acknowledges?|endorses?|approves?|supports?|welcomes?|receives?|records?|observes?|recommends?|requests?|confirms?|adopts?|scrutinises?|comments? on|refers?|decides?|asks?)",
    after:
      "(?:and|or|to|through|on|for|in|at|as|where|which|that|but|because|when|while|with|by|from|if|the|we|it|they|there|this|these|below|above|overleaf|of|so|only|too|again|still|now|who|will|would|can|could|may|might|should|must|is|are|was|were|has|have|had|also|then|itself|alone|below|onwards|says?|sets?|shows?|gives?|describes?|explains?|deals?|covers?|considers?|lists?|contains?|summari[sz]es?|outlines?|details?|looks?|discuss(?:es)?|examines?|presents?|records?|reports?|holds?|turns?|tells?|makes?|names?|proposes?|recommends?|compares?|reviews?|analyses?|follows?|begins?|identif(?:y|ies)|addresses|asks?|answers|states?|suggests?|confirms?|explores?|assesses|sums|notes?)",
    gap: "[\"')\\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:at|in|under) )?",
    says: "(?<!(?:officers?|members?|we|directors?|group|panel|committee|chair|council) )(?<!\\p{L})(?:says?|said|saying|states|stated|provides|requires|required|holds|held|finds|found|concludes|concluded|notes|noted|explain(?:s|ed)|sets? out|define[sd]|confirm(?:s|ed)|advise[sd]|recommend(?:s|ed)|record(?:s|ed)|observe[sd]|decide[sd]|add(?:s|ed)|makes? clear|made clear|warn(?:s|ed)|suggest(?:s|ed)|argue[sd]|replie[sd]|writes?|wrote|reads?|claim(?:s|ed)|accept(?:s|ed)|acknowledge[sd]|refer(?:s|red)|alleges?|alleged)(?!\\p{L})",
    laid: "set out|laid out|shown|explained|contained|attached|reproduced|printed|appended|enclosed|annexed|included|provided|given|presented|summari[sz]ed|discussed|considered|examined|addressed|described|detailed|outlined|covered|dealt with|analy[sz]ed|answered|listed|tabulated|illustrated|collected|reported|noted|compared|costed|mapped|found|seen|reflected|rehearsed|reviewed|mentioned|referred to|quoted|proposed|identified|recorded|raised|made|read|recommended|suggested|requested|stated|said|repeated",
    adverb: "(?: also| now| \\p{L}+ly| in full| in detail| further| again| below)?",
    demands:
      "states?|stated|requires?|allows?|permits?|forbids?|prohibits?|prevents?|obliges?|entitles?|expects?|encourages?|advises?|provides? (?:that|for)|prescribes?|specif|speaks? of|finds? fault|(?:says?|confirms?|warns?|holds?|recogni[sz]es?|makes? (?:it )?clear) that|extends",
  },
  /** A table for `rulesOf`. What none of them decides is internal. */
  rules: String.raw`internal deep decimal | The reasons in 2.1 above hold. | (?:[|(;:,.–—] ?|(?:in|at|see|and|or|to|from|under|per|with|as|that|where|for|both|also|while) )§,? \(?(?:(?:of|in|to) {this}|(?:above|below)(?=[.,;:)\]”"']|$| (?!the )(?:{after}|allows?|requires?|provides?|applies|apply)(?!\p{L})))
internal | The Act applies, as paragraph 4 above says. | §(?:'s)?,? \(?(?:above|below|overleaf)(?!\p{L}| the )
internal | The Code is in Annex A to this report. | §(?:'s)?,? \(?(?:(?:of|in|to) {this}|to the ~*(?:report|paper)(?=[,.;:)]|$))
internal | The body of this report, in particular paragraph 12, has the costs. | (?:{this}|(?:body|rest) of the (?:main )?~*report),? \(?(?:(?:in particular|especially|see),? )?(?:at |in )?§
internal | It is settled in the way that section 2 describes. | (?<!\p{L})(?<!in )(?:that|which) § (?:be|describes?|explains?|shows?|sets out|gives?|proposes?|lists?|outlines?|leaves?|covers?|deals? with|summari[sz]es?|records?|goes into|looks? into)(?!\p{L})
external section | See Section 3, paragraph 4. | §(?:,|,? and|,? or)? paragraphs? \d
external section | See paragraph 4 and section 175. | paragraphs? [^ ]*(?:,|,? and|,? or)? §
external section figure | The section 21 was withdrawn. | (?<!\p{L})(?:an?|any|each|every|no|the|this|all|new|more|same) §
external table figure | See ONS Table 4 for trends. | (?<!see )\^[^ ]*,? \(?§
external table | Members sat at table 4. | (?:league|pay|life|rate|sat|sits?|seated) (?:at )?§
external paragraph | See paragraph 3(1). | § ?\(\d
external | See paragraph 4 of the minutes. | §(?:'s)?,? \(?(?:of|thereof|therein|thereto|ibid)(?!\p{L})
external | See Appendix 2 to the shared services agreement. | §,? \(?(?:in|to|under|from|within|at|on) (?:(?:it|them|that|which)(?!\p{L})|(?:[^ ,;:()|]+ ){0,4}?(?:{name}|{text}))
external paragraph annex | See paragraph 4 and section 175. | §(?:,|,? and|,? or| \()? ?(?:the )?\^*{division} [\dA-Z]
external | See paragraph 11, Local Plan. | §(?: {name}|(?:,| \() ?(?:the )?(?:\^\^|(?:\^\S+ (?:of |and |the |for )*)*{text}(?=[,.;:)]|$| \d)))
external | See its Appendix 3. | (?:'s|s'|(?<!\p{L})(?:its|their|his|her|whose|your|my|our|old|new|former|existing|original|~*draft|proposed|amended|that|those|said|sub|an))-?(?: own)? §
external | See ibid., paragraph 4. | (?:(?<!\p{L})(?:ibid|op\.? cit|loc\.? cit|supra)\.?|\[\d{4}\][^;|]{0,60}?|\p{L}[.)]? v\.? [^;(|]{1,60}?|\(?\d{4}\)?:){gap}§
external | See Schedule 12A, paragraph 3. | {division} \(?\^?(?:[\da-z]{0,2}\d[\da-z]{0,3}|[a-hivx]{1,4})(?:[./(][\da-z]{1,4}\)?)*(?:(?: to |[–-])\d{1,4})?(?:{gap}|,? (?:and|or|in) )§
external | The tenant sublet in breach of paragraph 4. | (?:sub-?paragraphs? \(\d+\) of|pursuant to|by virtue of|within the meaning of|for the purposes of|as defined (?:in|by)|made under|notwithstanding|without prejudice to|in (?:breach|contravention) of|(?:contraven|infring|invok|breach)(?:es?|ed|ing)|rel(?:y|ies|ied|ying) (?:up)?on|citing|cite[sd]|quoting|quotes|[,(] ?(?:as |when )?read with|of which|(?<!\p{L})under|(?:\||[;,]) by) §
external | The item is exempt: paragraph 3. | (?<!\p{L})exempt[^;|]*(?: is|defined in|described in|within|:|[(–-]) ?§
external paragraph | HC 483 (paragraph 3) says so. | \^[^ ]*(?: \(?[\d./-]+)?{gap}§
internal annex | Under the Data Act, Appendix A is exempt. | , § (?:is|are) 
external annex | See Working Together, Appendix A. | (?:\^\^[^ ]*|\^[^ ]*,) §
external | In Dr Roe's book costs are given in paragraph 4. | \| (?:in|under|within|by|according to) (?:[^ ,;:()|]+ ){0,5}?(?:{text}|\^*@)[^;:|]*§
internal | That the committee notes the savings in paragraph 4. | \| (?:[("]?[\p{L}\d.]{1,4}[.)]+ )?(?:(?:that )?(?:(?:the|this|your|full) )?(?:(?!select )[\p{L}-]+ ){0,4}?\^?{body} (?:also |formally |hereby )?)?[~@]*{notes}(?: (?:also|with [\p{L}]+|in particular))?(?: (?!{says}(?!\p{L}))[\p{L}\p{N}£%.'-]+){0,6}?(?: in| at)? §
internal | The policy is set out in Appendix 1. |  (?:is|are|be|been|appears?|lies?){adverb}(?: (?:{laid}|\p{L}+ed){adverb})?(?: (?:in|at|as|by|to|with|within))? §
external | The rule of the Act set out in Appendix 1 is old. | (?:of|in) the \^+~+[^ ,;:()|]* {laid} (?:in|at) §
internal | The lease attached at Annex B has ended. | (?<!\p{L})(?:set out|laid out|attached|appended|enclosed|reproduced|summari[sz]ed|described|shown|listed|discussed|outlined|referred to|quoted|tabulated)(?:[,:]| in| at| as| to| within)? §
internal | The lease ended, as noted at paragraph 4. | (?<!\p{L})(?:(?:as|reasons?|(?:on|of|to|with|after|for|by|from|than|despite) (?:the|an?|any|those|these)(?: [^ ,;:()|~@^]+){1,2}) {laid}|reasons?) (?:in|at) §
external section deep decimal | Five section 8 notices were served. | § [~@^]*(?!{after}(?!\p{L}))\p{L}
internal deep decimal | The eels are listed at 2.1. | (?:(?:[|(;:,.–—-] ?|(?<!\p{L})(?:please|also|should|to|may|can) )see|(?<!\p{L})(?:set out|laid out|explained|described|detailed|outlined|discussed|summari[sz]ed|listed|mentioned|referred to|considered|covered|dealt with|addressed|proposed)(?: above| below| further)? (?:in|at|under)|(?<!\p{L})refers? (?:back )?to) §
external section | The Act is old. See section 5. | {law}[^|]*(?:\|[^|]*)?§
external section | In section 5 the Act says so. | §[^|]*{law}
external annex | See CIPFA’s guide to resilience (Annex B). | (?:\^[^ ]*'s [^;:|]*~[^;:|]*|(?:guidance|acts?|regulations|orders?|circular|directive|book) )\(§
internal | That new guidance on drainage be prepared (paragraph 39). | (?<!\p{L})that [^;:|]* be [^;:|]*\(§
internal annex | The strategy (Annex B) is new. | (?:\(|{text} (?:at|in) |to (?:approve|agree|adopt|note|endorse|consider|comment on|receive) [^;:|]{0,80})§
internal | The lease ended: see paragraph 14. | (?<!\p{L})see(?: also| further)? §
external | KCSIE says, at paragraph 4, that it is so. | {says}(?: \(| that |(?:,|[^;:|,]{0,40},)?(?: [^ ,;:|]+){0,3} (?:in|at|under) )§
internal | The letter is in our files and the reply to it at paragraph 14. |  (?:is|are){adverb}(?: {laid})? (?:in|at) [^;:|]*(?: and|, with) [^;:|]{0,40}(?:in|at) §
external | The terms of trade, paragraph 4 in particular, are clear. | ,(?: and| or)? (?:at |in )?§(?: in particular)?,
external | In paragraph 17, the auditor found the same. | (?:in|at) §,? (?:(?:it|he|she) {says}|(?:the )?\^*@)
external | The Framework was revised; paragraph 4 now states that it is so. | [~@][^|]*(?:\|[^|]*)?(?:\| |[;:–] ?|, (?:and|but) )§,? (?:also |now )?{demands}
internal | The strategy assumes less, as paragraph 14 explains. | , (?:and|but|as|so|though|although|while) §
external | The guide to funding (2018, paragraph 4) permits one. | \((?!see|for)[^()|;:]{1,40}, §
external | The waste plan (paragraph 14) says more. | {text}(?: (?:of|on|for|from|dated|by|itself)(?: [^ ,;:()|]+){0,4}?){0,2}(?:{gap}|,? and )§
external | The scheme caps payments at 30 weeks' pay (paragraph 6). | (?:\||[;:]|, and) (?:the|an?|our|its|their|[^ ]+'s|\^[^ ]+) (?:[^ ,;:()|]+ ){0,5}?{text}(?: (?:to|of|for|on|by|from)(?: [^ ,;:()|]+){1,3}?)?(?: was \p{L}+ed [^;:|]* and)? (?!(?:is|was|has|this)(?!\p{L}))(?:\p{L}+s|\p{L}+ed|gave|put|made|took|found|held) [^;:|]*§
external | The Code that he broke is plain enough on paragraph 4. | (?<!this |note the )(?:~~|@)[^;:|]*§
internal deep | The eels at 3.2.1 were counted. | (?<!\p{L})(?:at|in|under|see) §`,
};

/** What references are made of in a language. */
export type LanguageOfReferences = Omit<typeof ENGLISH, "names"> & { readonly names: Readonly<Record<string, string>> };
