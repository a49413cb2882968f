/** Texts of authority, which have paragraphs of their own and are seldom attached to a report. */
export const AUTHORITY =
  "guidance|codes?|acts?|orders?|regulations?|schedules?|constitution|statutes?|judge?ments?|minutes|directives?|circulars?|npp[fg]|convention|treaty|byelaws|rules|bill";

/** Other texts that may have numbered paragraphs. */
export const TEXTS =
  "report|paper|papers|letters?|agreements?|contracts?|leases?|licen[cs]es?|deeds?|plans?|polic(?:y|ies)|strateg(?:y|ies)|protocols?|petitions?|handbook|manual|charter|schemes?|decision letter|decision notice|memorandum|documents?|drafts?|witness statement|statement|emails?|e-mails?|submissions?|prospectus|specification|terms of reference|transcript|spd|ruling|book|framework|tenders?|bids?|review|inquiry|study|undertaking|accounts|notice|opinion|standards|toolkit|article|leaflet|tenancy|appeal decision|resolution|conditions|version|edition|argument|update|answer|reply|transfer|circular|programme|proposals?|evidence(?= to )";

/** Those who write to a council, or decide over it. */
export const AUTHORS =
  "inspectors?|ombudsman|judges?|court|tribunal|adjudicator|inspectorate|ofsted|cqc|auditors?|secretary of state|commissioner|regulator|coroner|arbitrator|examiner|witness(?:es)?|claimants?|complainants?|applicants?|appellants?|bidders?|developers?|petitioners?|minister|government|reviewers?|department (?:for|of) [^ ]+";

/** What one of them does in a paragraph. */
export const SAYING =
  "says?|said|states?|stated|provides?|provided|requires?|required|holds?|held|finds?|found|conclude[sd]?|notes?|noted|explains?|explained|sets? out|defines?|defined|confirms?|confirmed|advises?|advised|recommends?|recommended|records?|recorded|observe[sd]?|decides?|decided|adds?|added|makes? clear|made clear|allows?|warns?|warned|asks?|lists?|suggests?|suggested|argue[sd]?|repl(?:y|ies|ied)|writes?|wrote|reads?|claims?|claimed|accepts?|accepted|acknowledge[sd]?|describe[sd]?|refers|referred|comments?|commented|points? out|pointed out";

/** Parts of laws, plans and papers that stand before or behind the number of a paragraph. */
export const DIVISIONS =
  "sections?|schedules?|sch|parts?|pt|chapters?|ch|articles?|art|regulations?|regs?|rules?|clauses?|polic(?:y|ies)|pages?|pp?|items?|minutes?|standing orders?|volumes?|vol|protocol|ss?|title|appendix|annex|no";

/** Numbered things of a report's own, and time, which lend no paragraph their name: "Recommendation 4 (paragraph 27)". */
export const OUR_NUMBERED = new Set(
  "recommendation recommendations table figure chart map box option options action actions phase priority objective outcome stage step risk question theme target year quarter band level tier proposal finding aim goal january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Capitalised words that end the name of a body or a person's office, or of a month or a day: none of them has paragraphs. */
export const BODIES = new Set(
  "council councils committee cabinet executive board panel member members officer officers director chair councillor councillors cllr partnership partners service services team department authority forum group trust school schools academy college university hospital police mayor leader manager ward january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);
