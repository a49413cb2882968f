import type { Language } from "../model/settings.ts";

/**
 * Every word that the site itself says, in English and in Welsh; what is in braces is filled in. The Welsh follows the
 * usage of Welsh councils and the Senedd, and is worded so that nothing that is filled in would have to mutate. A Welsh
 * speaker should review it.
 */
const TABLE = {
  // What is on every page
  skip: ["Skip to the main content", "Neidio i’r prif gynnwys"],
  site: ["Site", "Y wefan"],
  scrutinyReports: ["Scrutiny reports", "Adroddiadau craffu"],
  siteTitle: ["{council}: scrutiny reports", "{council}: adroddiadau craffu"],
  home: ["Home", "Hafan"],
  committees: ["Committees", "Pwyllgorau"],
  allReports: ["All reports", "Pob adroddiad"],
  abbreviations: ["Abbreviations", "Byrfoddau"],
  breadcrumb: ["Breadcrumb", "Llwybr briwsion"],
  aboutSite: ["About this site", "Am y wefan hon"],
  publishedBy: ["Published by {council}.", "Cyhoeddwr: {council}."],
  licensed: [
    "All content is available under the {licence}, except where otherwise stated.",
    "Trwydded yr holl gynnwys, oni nodir fel arall: {licence}.",
  ],
  pageIsAt: ["This page is at {address}", "Cyfeiriad y dudalen hon: {address}"],
  membersEdition: ["Members’ edition.", "Argraffiad yr aelodau."],
  membersEditionMore: [
    "It holds what is not for publication: do not pass it on.",
    "Mae’n cynnwys gwybodaeth nad yw i’w chyhoeddi: peidiwch â’i rhannu.",
  ],
  notForPublication: ["Not for publication", "Nid i’w gyhoeddi"],
  notForPublicationAfter: ["(not for publication)", "(nid i’w gyhoeddi)"],

  // The home page, committees and meetings
  lead: [
    "Reports to and by the scrutiny committees of {council}. Each paragraph of a report has a number and a link of its own, so that you can quote it.",
    "Adroddiadau i’r pwyllgorau craffu a chanddynt: {council}. Mae gan bob paragraff mewn adroddiad ei rif a’i ddolen ei hun, er mwyn i chi allu ei ddyfynnu.",
  ],
  nextMeeting: ["Next meeting", "Y cyfarfod nesaf"],
  nextMeetings: ["Next meetings", "Y cyfarfodydd nesaf"],
  lastMeeting: ["Last meeting", "Y cyfarfod diwethaf"],
  lastMeetings: ["Last meetings", "Y cyfarfodydd diwethaf"],
  previousMeeting: ["Previous meeting", "Y cyfarfod blaenorol"],
  latestReports: ["Latest reports", "Yr adroddiadau diweddaraf"],
  allOfReports: ["All {count} reports", "Pob adroddiad ({count})"],
  noReports: ["No report has been published yet.", "Nid oes adroddiad wedi’i gyhoeddi eto."],
  meeting: ["Meeting", "Cyfarfod"],
  meetings: ["Meetings", "Cyfarfodydd"],
  meetingCrumb: ["Meeting of {date}", "Cyfarfod {date}"],
  meetingsOf: ["Meetings of the {committee}", "Cyfarfodydd: {committee}"],
  otherMeetings: ["Other meetings of the committee", "Cyfarfodydd eraill y pwyllgor"],
  toCome: ["To come", "I ddod"],
  past: ["Past", "Wedi bod"],
  allMeetings: ["All {count} meetings", "Pob cyfarfod ({count})"],
  cancelled: ["Cancelled", "Wedi’i ganslo"],
  postponed: ["Postponed", "Wedi’i ohirio"],
  agendaPapers: ["Agenda papers", "Papurau’r agenda"],
  agendaItem: ["Item {number}", "Eitem {number}"],
  noPapers: [
    "No paper for this meeting has been published here.",
    "Nid oes papur ar gyfer y cyfarfod hwn wedi’i gyhoeddi yma.",
  ],
  lateItems: ["Late items", "Eitemau hwyr"],
  lateItemsMore: ["These papers were published after the agenda.", "Cyhoeddwyd y papurau hyn ar ôl yr agenda."],
  exclusion: ["Exclusion of the public", "Gwahardd y cyhoedd"],
  exclusionMore: [
    "To be read out before the first of these items is considered.",
    "I’w ddarllen yn uchel cyn ystyried y cyntaf o’r eitemau hyn.",
  ],
  supplementToAgenda: ["Supplement {number} to the agenda", "Atodiad {number} i’r agenda"],
  date: ["Date", "Dyddiad"],
  time: ["Time", "Amser"],
  fromTo: ["{from} to {to}", "{from} tan {to}"],
  venue: ["Venue", "Lleoliad"],
  online: ["Online", "Ar-lein"],
  followOnline: ["Follow the meeting online", "Dilyn y cyfarfod ar-lein"],
  reports: ["Reports", "Adroddiadau"],
  meetingsCalendar: ["Meetings for your calendar (iCalendar)", "Cyfarfodydd ar gyfer eich calendr (iCalendar)"],
  downloadPapers: ["Download all papers ({file})", "Lawrlwytho’r holl bapurau ({file})"],
  downloadThesePapers: ["Download these papers ({file})", "Lawrlwytho’r papurau hyn ({file})"],
  committeeAbbreviations: ["Abbreviations in reports of this committee", "Byrfoddau yn adroddiadau’r pwyllgor hwn"],

  // Lists
  reportCount: ["{count} reports", "Adroddiadau: {count}"],
  reportCountOne: ["1 report", "Adroddiadau: 1"],
  meetingCount: ["{count} meetings", "Cyfarfodydd: {count}"],
  meetingCountOne: ["1 meeting", "Cyfarfodydd: 1"],
  abbreviationCount: ["{count} abbreviations", "Byrfoddau: {count}"],
  abbreviationCountOne: ["1 abbreviation", "Byrfoddau: 1"],
  abbreviationCountFor: [
    "{count}, with the reports that use each",
    "{count}, gyda’r adroddiadau sy’n defnyddio pob un",
  ],
  abbreviationCountOf: [
    "{count} in reports of the {committee}, with the reports that use each",
    "{count}, gyda’r adroddiadau sy’n defnyddio pob un ({committee})",
  ],
  pageOf: ["{count}, page {number} of {total}", "{count}, tudalen {number} o {total}"],
  titleOfPage: ["{title}, page {number}", "{title}, tudalen {number}"],
  pages: ["Pages", "Tudalennau"],
  laterReports: ["Page {number} (later reports)", "Tudalen {number} (adroddiadau diweddarach)"],
  earlierReports: ["Page {number} (earlier reports)", "Tudalen {number} (adroddiadau cynharach)"],
  laterMeetings: ["Page {number} (later meetings)", "Tudalen {number} (cyfarfodydd diweddarach)"],
  earlierMeetings: ["Page {number} (earlier meetings)", "Tudalen {number} (cyfarfodydd cynharach)"],
  otherLists: ["Other lists of reports", "Rhestrau eraill o adroddiadau"],
  byYear: ["By year", "Yn ôl blwyddyn"],
  byAuthor: ["By author", "Yn ôl awdur"],
  byWard: ["By ward", "Yn ôl ward"],
  reportsByYear: ["Reports by year", "Adroddiadau yn ôl blwyddyn"],
  reportsByAuthor: ["Reports by author", "Adroddiadau yn ôl awdur"],
  reportsByWard: ["Reports by ward", "Adroddiadau yn ôl ward"],
  reportsOf: ["Reports of {name}", "Adroddiadau {name}"],
  reportsBy: ["Reports by {name}", "Adroddiadau: {name}"],
  reportsAbout: ["Reports about {name}", "Adroddiadau: {name}"],
  feedOf: ["Reports: {committee}", "Adroddiadau: {committee}"],
  reportsByFeed: ["New reports by feed (Atom)", "Adroddiadau newydd drwy ffrwd (Atom)"],
  reportsData: ["All reports as data (JSON)", "Pob adroddiad fel data (JSON)"],
  withheldAndReviews: ["What is not for publication, and its reviews", "Yr hyn nad yw i’w gyhoeddi, a’i adolygiadau"],

  // Search
  search: ["Search", "Chwilio"],
  searchReports: ["Search the reports", "Chwilio’r adroddiadau"],
  searchNeedsScript: [
    "Search needs JavaScript, which is off or did not load. These lists lead to every report without it:",
    "Mae angen JavaScript i chwilio, ac mae hwnnw wedi’i ddiffodd neu heb lwytho. Mae’r rhestrau hyn yn arwain at bob adroddiad hebddo:",
  ],
  searchNeedsServer: [
    "Search works only where the site is served by a web server: browsers let no page that was opened from a file read the index. These lists lead to every report without it:",
    "Nid yw chwilio’n gweithio oni bai bod y wefan yn dod o weinydd gwe: nid yw porwyr yn gadael i dudalen a agorwyd o ffeil ddarllen y mynegai. Mae’r rhestrau hyn yn arwain at bob adroddiad heb chwilio:",
  ],
  searchWords: ["Words to look for", "Geiriau i chwilio amdanynt"],
  year: ["Year", "Blwyddyn"],
  allYears: ["All years", "Pob blwyddyn"],
  allWards: ["All wards", "Pob ward"],
  searchBlank: [
    "Type a word to look for, or choose from the lists.",
    "Teipiwch air i chwilio amdano, neu dewiswch o’r rhestrau.",
  ],
  allAuthors: ["All authors", "Pob awdur"],
  searchOrder: ["Order", "Trefn"],
  bestFirst: ["Best match first", "Y cyfatebiad gorau yn gyntaf"],
  latestFirst: ["Latest first", "Y diweddaraf yn gyntaf"],
  searching: ["Searching…", "Wrthi’n chwilio…"],
  searchNone: ["No report matches.", "Nid oes adroddiad sy’n cyfateb."],
  searchFailed: [
    "The search index could not be loaded. Try again later, or use the lists of reports.",
    "Nid oedd modd llwytho’r mynegai chwilio. Rhowch gynnig arall arni’n nes ymlaen, neu defnyddiwch y rhestrau o adroddiadau.",
  ],
  searchMore: ["Show more reports", "Dangos rhagor o adroddiadau"],
  searchTop: ["At the top", "Ar y brig"],
  searchNote: ["Note", "Nodyn"],
  searchLeft: ["and {count} more in this report", "rhagor yn yr adroddiad hwn: {count}"],

  // Abbreviations of the site
  allCommittees: ["All committees", "Pob pwyllgor"],
  letters: ["Letters", "Llythrennau"],
  noAbbreviations: ["No report uses an abbreviation.", "Nid oes adroddiad sy’n defnyddio byrfodd."],
  abbreviationsData: ["All abbreviations as data (JSON)", "Pob byrfodd fel data (JSON)"],
  allAbbreviations: ["All abbreviations", "Pob byrfodd"],
  abbreviationsOf: ["Abbreviations: {committee}", "Byrfoddau: {committee}"],
  whatItStandsFor: ["{short}: what it stands for", "{short}: yr ystyr"],
  standsFor: [
    "{short} stands for {count} things in the reports of {council}.",
    "Nifer yr ystyron i {short} yn yr adroddiadau: {count}.",
  ],

  // What is withheld
  withheldLead: [
    "Some reports, and parts of reports, are exempt or confidential. What has a day of review is looked at again on that day.",
    "Mae rhai adroddiadau, a rhannau o adroddiadau, yn esempt neu’n gyfrinachol. Edrychir eto ar y rhai sydd â dyddiad adolygu ar y dyddiad hwnnw.",
  ],
  reviewDue: ["Due for review on {date}", "I’w hadolygu erbyn {date}"],
  reviewLater: ["To be reviewed later", "I’w hadolygu’n ddiweddarach"],
  reviewUndated: ["Without a day of review", "Heb ddyddiad adolygu"],
  review: ["Review:", "Adolygu:"],
  notForPublicationIn: ["Not for publication in {year}", "Nid i’w gyhoeddi yn {year}"],
  withheldByYear: ["Reviews by year", "Adolygiadau yn ôl blwyddyn"],
  withheldYearLead: [
    "What was withheld in this year, under which provisions of the law, what was released, and what is due for review.",
    "Yr hyn na chyhoeddwyd yn y flwyddyn hon, o dan ba ddarpariaethau cyfreithiol, yr hyn a ryddhawyd, a’r hyn sydd i’w adolygu.",
  ],
  withheldGrounds: ["Why, and how often", "Pam, a pha mor aml"],
  noParagraphNamed: ["No provision is named", "Ni enwir darpariaeth"],
  withheldInYear: ["Withheld", "Heb ei gyhoeddi"],
  releasedInYear: ["Released", "Rhyddhawyd"],
  reviewInYear: ["Due for review", "I’w adolygu"],
  nothingInYear: ["Nothing.", "Dim."],
  withheldPaper: ["Report", "Adroddiad"],
  withheldUnder: ["Under", "O dan"],
  reviewOn: ["Review", "Adolygu"],
  releaseOn: ["Released on", "Dyddiad rhyddhau"],
  withheldSpreadsheet: ["This review for a spreadsheet (CSV)", "Yr adolygiad hwn ar gyfer taenlen (CSV)"],
  partOf: ["{part} of {title}", "{part}: {title}"],

  // The page of a report
  contents: ["Contents", "Cynnwys"],
  committee: ["Committee", "Pwyllgor"],
  item: ["Agenda item", "Eitem agenda"],
  supplement: ["Supplement", "Atodiad i’r agenda"],
  urgency: ["Urgent item", "Eitem frys"],
  urgencyAgreed: ["Agreed by the chair", "Cytunodd y cadeirydd"],
  urgencyNotAgreed: ["Not agreed by the chair yet", "Nid yw’r cadeirydd wedi cytuno eto"],
  author: ["Author", "Awdur"],
  authors: ["Authors", "Awduron"],
  contact: ["Contact", "Cyswllt"],
  contacts: ["Contacts", "Cysylltiadau"],
  alsoTo: ["Also to", "Hefyd i"],
  furtherItem: ["{meeting}, item {number}", "{meeting}, eitem {number}"],
  amendedOn: ["Amended on {date}:", "Diwygiwyd ar {date}:"],
  amendedParagraph: ["paragraph", "paragraff"],
  amendedParagraphs: ["paragraphs", "paragraffau"],
  earlierAmendments: ["Earlier amendments", "Diwygiadau cynharach"],
  releasedOn: ["Released on {date}:", "Rhyddhawyd ar {date}:"],
  releasedFrom: ["Until then it was not for publication:", "Tan hynny nid oedd i’w gyhoeddi:"],
  releasedFromNothing: ["Until then it was not for publication.", "Tan hynny nid oedd i’w gyhoeddi."],
  withdrawn: ["This report has been withdrawn", "Mae’r adroddiad hwn wedi’i dynnu’n ôl"],
  withdrawnOn: ["It was withdrawn on {date}.", "Tynnwyd ef yn ôl ar {date}."],
  withdrawnWhy: ["Why", "Pam"],
  ward: ["Ward", "Ward"],
  wards: ["Wards", "Wardiau"],
  backgroundPapers: ["Background papers", "Papurau cefndir"],
  noBackgroundPapers: ["None", "Dim"],
  backToContents: ["Back to the contents", "Yn ôl i’r cynnwys"],
  agendaOfMeeting: ["Agenda of the meeting", "Agenda’r cyfarfod"],
  beforeOnAgenda: ["Before it on the agenda", "O’i flaen ar yr agenda"],
  afterOnAgenda: ["After it on the agenda", "Ar ei ôl ar yr agenda"],
  theMeeting: ["The meeting", "Y cyfarfod"],
  allPapers: ["All papers of this meeting", "Holl bapurau’r cyfarfod hwn"],
  cite: ["Cite", "Dyfynnu"],
  copied: ["Copied:", "Wedi’i gopïo:"],
  downloadReport: ["Download this report ({file})", "Lawrlwytho’r adroddiad hwn ({file})"],
  reportData: ["This report as data (JSON)", "Yr adroddiad hwn fel data (JSON)"],
  movedTitle: ["{title}: new address", "{title}: cyfeiriad newydd"],
  moved: ["This report has a new address", "Mae gan yr adroddiad hwn gyfeiriad newydd"],

  // The same report in another language: each of these is in the language that it leads to
  readInLanguage: ["Read this report in English", "Darllen yr adroddiad hwn yn Gymraeg"],
  languageInShort: ["EN", "CY"],
  paragraphInLanguage: ["paragraph {number} in English", "paragraff {number} yn Gymraeg"],
  feedInLanguage: ["New reports in English by feed (Atom)", "Adroddiadau newydd yn Gymraeg drwy ffrwd (Atom)"],
  // And this in the language of the page
  alsoInOtherLanguage: ["This report is also available in Welsh.", "Mae’r adroddiad hwn hefyd ar gael yn Saesneg."],

  // Within the text of a report
  paragraph: ["paragraph", "paragraff"],
  recommendationInText: ["recommendation", "argymhelliad"],
  paragraphs: ["paragraphs", "paragraffau"],
  paragraphBefore: ["Paragraph", "Paragraff"],
  recommendation: ["Recommendation", "Argymhelliad"],
  annex: ["Annex", "Atodiad"],
  annexes: ["Annexes", "Atodiadau"],
  notAttached: ["not attached", "heb ei atodi"],
  notes: ["Notes", "Nodiadau"],
  backToNote: ["Back to reference {number}", "Yn ôl at gyfeirnod {number}"],
  table: ["Table", "Tabl"],
  firstUsedIn: ["First used in {place}", "Defnydd cyntaf: {place}"],
  alsoIn: ["; also in ", "; hefyd: "],
  commaIn: [", in ", ", "],
  andIn: [" and in ", ", "],
  commaAndIn: [", and in ", ", "],
  and: [" and ", ", "],
  otherPlaces: ["{count} other places", "{count} lle arall"],
  filePages: ["{count} pages", "tudalennau: {count}"],
  filePagesOne: ["1 page", "tudalennau: 1"],
  bytes: ["{count} bytes", "{count} beit"],
  bytesOne: ["1 byte", "1 beit"],
  note: ["a note", "nodyn"],
  anotherNote: ["another note", "nodyn arall"],
  severalNotes: ["{count} notes", "nodiadau ({count})"],
  otherNotes: ["{count} other notes", "nodiadau eraill ({count})"],
  opening: ["the opening", "yr agoriad"],
  section: ["the section “{title}”", "yr adran “{title}”"],

  // What became of recommendations
  recommendations: ["Recommendations", "Argymhellion"],
  recommendationOf: ["Recommendation {label} of {title}", "Argymhelliad {label}: {title}"],
  responseDueTo: ["Response due: {what}", "Ymateb i ddod: {what}"],
  actionDue: ["Due: {what}", "I’w gwblhau: {what}"],
  recommendationNumber: ["Recommendation {label}", "Argymhelliad {label}"],
  response: ["Response", "Ymateb"],
  progress: ["Progress", "Cynnydd"],
  evidenceFor: ["Evidence for recommendation {label}", "Tystiolaeth: argymhelliad {label}"],
  responseDueBy: ["Response due by {date}", "Ymateb i ddod erbyn {date}"],
  dueBy: ["Due by {date}", "I’w gwblhau erbyn {date}"],
  overdue: ["Overdue", "Hwyr"],
  overdueOn: ["Overdue on {date}", "Hwyr ar {date}"],
  responseNotRecorded: ["Not recorded", "Heb ei gofnodi"],
  responseAwaited: ["Awaited", "Disgwylir ymateb"],
  responseAccepted: ["Accepted", "Derbyniwyd"],
  responseInPart: ["Accepted in part", "Derbyniwyd yn rhannol"],
  responseRejected: ["Rejected", "Gwrthodwyd"],
  statusNotStarted: ["Not started", "Heb ddechrau"],
  statusOnTrack: ["On track", "Ar y trywydd iawn"],
  statusDelayed: ["Delayed", "Oedi"],
  statusComplete: ["Complete", "Wedi’i gwblhau"],
  statusWithdrawn: ["Withdrawn", "Tynnwyd yn ôl"],
  recommendationsLead: [
    "What the scrutiny committees of {council} recommended, and what became of it.",
    "Yr hyn a argymhellwyd gan y pwyllgorau craffu, a’r hyn a ddaeth ohono: {council}.",
  ],
  recommendationsOf: ["Recommendations: {committee}", "Argymhellion: {committee}"],
  recommendationsInState: ["Recommendations: {state}", "Argymhellion: {state}"],
  recommendationsReceived: [
    "Recommendations in these papers, and what became of them",
    "Argymhellion yn y papurau hyn, a’r hyn a ddaeth ohonynt",
  ],
  recommendationsAndOutcomes: ["Recommendations and what became of them", "Argymhellion a’r hyn a ddaeth ohonynt"],
  recommendationsOfCommittee: ["Recommendations of this committee", "Argymhellion y pwyllgor hwn"],
  allRecommendations: ["All recommendations", "Pob argymhelliad"],
  noRecommendations: ["There is no recommendation here.", "Nid oes argymhelliad yma."],
  recommendationCount: ["{count} recommendations", "Argymhellion: {count}"],
  recommendationCountOne: ["1 recommendation", "Argymhellion: 1"],
  laterRecommendations: ["Page {number} (later recommendations)", "Tudalen {number} (argymhellion diweddarach)"],
  earlierRecommendations: ["Page {number} (earlier recommendations)", "Tudalen {number} (argymhellion cynharach)"],
  byResponse: ["By response and progress", "Yn ôl ymateb a chynnydd"],
  recommendationsSpreadsheet: [
    "All recommendations for a spreadsheet (CSV)",
    "Pob argymhelliad ar gyfer taenlen (CSV)",
  ],
  recommendationsData: ["All recommendations as data (JSON)", "Pob argymhelliad fel data (JSON)"],
  recommendationsByFeed: ["News of recommendations by feed (Atom)", "Newyddion am argymhellion drwy ffrwd (Atom)"],
  recommendationsCalendar: [
    "Days that are due for your calendar (iCalendar)",
    "Dyddiadau ar gyfer eich calendr (iCalendar)",
  ],

  // Documents to print
  printedPageOf: ["Page {number} of {total}", "Tudalen {number} o {total}"],
  agenda: ["Agenda", "Agenda"],
  supplementNumber: ["Supplement {number}", "Atodiad {number} i’r agenda"],
  packTitle: ["{committee}, {date}: agenda and papers", "{committee}, {date}: agenda a phapurau"],
  packTitleOfSupplement: [
    "{committee}, {date}: supplement {number} to the agenda",
    "{committee}, {date}: atodiad {number} i’r agenda",
  ],
  packWithheld: ["Parts of this pack are not for publication", "Nid yw rhannau o’r pecyn hwn i’w cyhoeddi"],
  laidInOne: [
    "The page that follows is a PDF that is attached to the report, laid in as it is. A screen reader does not find its words here: they are in the file itself, which is published with the report.",
    "PDF sydd ynghlwm wrth yr adroddiad yw’r dudalen nesaf, wedi’i chynnwys fel y mae. Ni all darllenydd sgrin ddod o hyd i’w geiriau yma: maent yn y ffeil ei hun, a gyhoeddir gyda’r adroddiad.",
  ],
  laidIn: [
    "The {count} pages that follow are a PDF that is attached to the report, laid in as it is. A screen reader does not find its words here: they are in the file itself, which is published with the report.",
    "PDF sydd ynghlwm wrth yr adroddiad yw’r tudalennau nesaf ({count}), wedi’i gynnwys fel y mae. Ni all darllenydd sgrin ddod o hyd i’w eiriau yma: maent yn y ffeil ei hun, a gyhoeddir gyda’r adroddiad.",
  ],
  notLaidIn: [
    "The pages of the PDF that is attached to the report could not be laid in here. Read them in the file itself, which is published with the report.",
    "Nid oedd modd cynnwys yma dudalennau’r PDF sydd ynghlwm wrth yr adroddiad. Darllenwch hwy yn y ffeil ei hun, a gyhoeddir gyda’r adroddiad.",
  ],

  // The page for addresses that are not there
  notFound: ["Page not found", "Heb ganfod y dudalen"],
  notFoundWhy: [
    "There is no page at this address. If you typed it, check it against where you read it. If you followed a link, the report may have been renamed or taken down.",
    "Nid oes tudalen yn y cyfeiriad hwn. Os gwnaethoch ei deipio, cymharwch ef â’r man lle gwnaethoch ei ddarllen. Os gwnaethoch ddilyn dolen, efallai fod yr adroddiad wedi’i ailenwi neu ei dynnu i lawr.",
  ],
  notFoundOn: ["From here you can go on to", "O’r fan hon gallwch fynd ymlaen i"],
  notFoundHome: ["the latest reports and the next meetings", "yr adroddiadau diweddaraf a’r cyfarfodydd nesaf"],
  notFoundCommittees: [
    "the committees, with their meetings and reports",
    "y pwyllgorau, gyda’u cyfarfodydd a’u hadroddiadau",
  ],
  notFoundReports: ["all reports", "pob adroddiad"],
  notFoundYears: ["reports by year", "adroddiadau yn ôl blwyddyn"],
  notFoundAbbreviations: ["what abbreviations stand for", "ystyron byrfoddau"],

  // The time of day
  noon: ["12 noon", "12 canol dydd"],
  am: ["am", "yb"],
  pm: ["pm", "yp"],
} as const satisfies Readonly<Record<string, readonly [english: string, welsh: string]>>;

export type Translations = Readonly<Record<keyof typeof TABLE, string>>;

function column(index: 0 | 1): Translations {
  const entries = Object.entries(TABLE).map(([name, texts]) => [name, texts[index]] as const);
  return Object.freeze(Object.fromEntries(entries)) as Translations;
}

const WORDS: Readonly<Record<Language, Translations>> = { "en-GB": column(0), cy: column(1) };

/** What the site says, in one of its languages. */
export function wordsIn(lang: Language): Translations {
  return WORDS[lang];
}

/** Fills in what is in braces. Throws where there is nothing for it. */
export function fillIn(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing was given for {${name}}`);
    return value;
  });
}
