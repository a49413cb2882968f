/** Texts of authority, which have paragraphs of their own and are seldom attached to a report. */
export const AUTHORITY =
  "guidance|codes?|acts?|orders?|regulations?|schedules?|constitution|statutes?|judge?ments?|minutes|directives?|circulars?|npp[fg]|convention|treaty|byelaws|rules|bill";

/** Other texts that may have numbered paragraphs. */
export const TEXTS =
  "report|paper|papers|letters?|agreements?|contracts?|leases?|licen[cs]es?|deeds?|plan|polic(?:y|ies)|strateg(?:y|ies)|protocols?|petitions?|handbook|manual|charter|scheme|decision letter|decision notice|memorandum|documents?|drafts?|witness statement|statement|emails?|e-mails?|submissions?|prospectus|specification|(?<!in )terms (?:and conditions|of (?:reference|business|trade|engagement|use|sale))|transcript|spd|ruling|book|framework|tenders?|bids?|review|inquiry|study|undertaking|accounts|(?<=(?:the|an?|that|this|its|their|['’]s|enforcement|decision|improvement|public|statutory|stop) )notice|opinion|standards|toolkit|article|leaflet|tenancy|appeal decision|resolution|conditions|version|edition|argument|update|answer|reply|transfer|circular|programme|evidence(?= to )|guides?|guidelines?|(?:standard|advice|briefing|practice|information|guidance|technical|explanatory|covering|file|scoping) notes?|motions?|responses?|memos?|forewords?|prefaces?|bulletins?|newsletters?|brochures?|concordat|compact|questionnaires?|press releases?|speech|mandate|notes? of (?:dissent|guidance|advice|the meeting)|procedures?|manifesto|dossier|affidavit|covenants?|permits?|certificates?|commentary|consultation (?:paper|document)|assessments?|appraisals?|evaluations?|magazine|white paper|green paper|bye-laws|agenda|instructions|franchise|logs?|(?:risk|asset|land) register|diary|indenture|warrant|constitution";

/** What people write or say that may be a text with paragraphs, where it is another's own: "counsel's advice (paragraph 12)". */
export const WRITINGS =
  "advice|notes?|evidence|feedback|comments?|findings?|conclusions?|decisions?|remarks|views|objections?|representations?|complaints?|surveys?|summar(?:y|ies)|analys[ei]s|calculations?|audits?|particulars|account|observations|testimony|guidance|claims?|requests?|defence|audit|work|article|specification";

/** Those who write to a council, or decide over it. */
export const AUTHORS =
  "inspectors?|ombudsman|judges?|court|tribunal|adjudicator|inspectorate|ofsted|cqc|auditors?|secretary of state|commissioner|regulator|coroner|arbitrator|examiner|witness(?:es)?|claimants?|complainants?|applicants?|appellants?|bidders?|developers?|petitioners?|minister|government|reviewers?|counsel|objectors?|landlords?|tenants?|operators?|contractors?|providers?|consultants|barristers?|surveyors?|valuers?|department (?:for|of) [^ ]+";

/** What one of them does in a paragraph. */
export const SAYING =
  "says?|said|states?|stated|provides?|provided|requires?|required|holds?|held|finds?|found|conclude[sd]?|notes?|noted|explains?|explained|sets? out|defines?|defined|confirms?|confirmed|advises?|advised|recommends?|recommended|records?|recorded|observe[sd]?|decides?|decided|adds?|added|makes? clear|made clear|allows?|warns?|warned|asks?|lists?|suggests?|suggested|argue[sd]?|repl(?:y|ies|ied)|writes?|wrote|reads?|claims?|claimed|accepts?|accepted|acknowledge[sd]?|describe[sd]?|refers|referred|comments?|commented|points? out|pointed out";

/** Parts of laws, plans and papers that stand before or behind the number of a paragraph. */
export const DIVISIONS =
  "sections?|schedules?|sch|parts?|pt|chapters?|ch|articles?|art|regulations?|regs?|rules?|clauses?|polic(?:y|ies)|pages?|pp?|items?|minutes?|standing orders?|bye-?laws?|laws?|footnotes?|endnotes?|notes?|covenants?|directions?|directives?|circulars?|resolutions?|orders?|codes?|volumes?|vol|protocol|ss?|title|appendix|annex|no";

/** Numbered things of a report's own, and time, which lend no paragraph their name: "Recommendation 4 (paragraph 27)". */
export const OUR_NUMBERED = new Set(
  "recommendation recommendations table figure chart map box option options action actions phase priority objective outcome stage step risk question theme target year quarter band level tier proposal finding aim goal lot plot site zone route block tranche cohort ward area january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Capitalised words that end the name of a body or a person's office, or of a month or a day: none of them has paragraphs. */
export const BODIES = new Set(
  "council councils committee cabinet executive board panel member members officer officers director chair councillor councillors cllr partnership partners service services team department authority forum group trust school schools academy college university hospital police mayor leader manager ward january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Further kinds of text, by which a subject that says something is known for one. */
export const PAPERS =
  "grounds|articles|profiles?|declarations?|determinations?|directions?|requisitions?|terms|briefs?|business cases?|call-ins?|call-in requests?|minutes?|blueprints?|roadmaps?|registers?|notes?|notices?|verdicts?|awards?|rulings?|wills?|warranty|warranties|guarantees?|quotations?|masterplans?|pledges?|blogs?|editorials?|pamphlets?|digests?|abstracts?|pleadings?|publications?|factsheets?|checklists?|templates?|standards?|reports?|frameworks?|statements?|transcripts?|chapters?|essays?|thesis|texts?|newsletters?|correspondence|(?:claim|application|order|consent|referral|nomination) forms?|memorials?|prefaces?|footnotes?|endnotes?|recitals?|preambles?";

/** What those outside a council publish, rather than send to it. */
export const PUBLICATIONS: ReadonlySet<string> = new Set(
  "guide guides guideline guidelines profile profiles toolkit toolkits handbook handbooks manual manuals framework frameworks report reports bulletin bulletins standard standards publication publications factsheet factsheets checklist checklists pamphlet pamphlets note notes study studies".split(
    " ",
  ),
);

/** Those outside a council whose publications a report quotes more often than it attaches them. */
export const OUTSIDERS =
  "ombudsman|department|government|ministry|minister|secretary of state|commission|commissioner|institute|association|agency|regulator|inspectorate|ofsted|defra|federation|society|union|england|office";
