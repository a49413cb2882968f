/** A value that a template gets, and what it is, in words. */
export type Value =
  /** `html` is put in as it is, with three braces; `flag` is yes or no. */
  | { readonly kind: "text" | "html" | "flag" | "texts"; readonly about: string }
  /** `maybe` is a group of values, or nothing. `must` is what each item of a list must show, as a template must. */
  | {
      readonly kind: "list" | "group" | "maybe";
      readonly about: string;
      readonly of: Values;
      readonly must?: readonly string[];
    }
  /** Every word of the site, by its name in `interface/translations.ts`. */
  | { readonly kind: "words"; readonly about: string };

export type Values = { readonly [name: string]: Value };

const text = (about: string) => ({ kind: "text", about }) as const;
const html = (about: string) => ({ kind: "html", about }) as const;
const flag = (about: string) => ({ kind: "flag", about }) as const;
const texts = (about: string) => ({ kind: "texts", about }) as const;
const list = <Of extends Values>(about: string, of: Of, must: readonly string[] = []) =>
  ({ kind: "list", about, of, must }) as const;
const group = <Of extends Values>(about: string, of: Of) => ({ kind: "group", about, of }) as const;
const maybe = <Of extends Values>(about: string, of: Of) => ({ kind: "maybe", about, of }) as const;

const link = { href: text("its address"), text: text("its words") };
const otherLanguage = text("its language, where that is another than the page's");

/** What every page gets, and `_layout.hbs`. */
export const commonValues = {
  lang: text("the page's language, as its tag"),
  words: { kind: "words", about: "every word of the site itself, in the page's language" },
  council: text("the council's name"),
  logo: maybe("the council's logo", {
    src: text("its address"),
    width: text("its width, where it is known"),
    height: text("its height"),
  }),
  footer: group("what `footer:` in `site.yml` says", {
    text: text("its words"),
    lang: otherLanguage,
    links: list("its links", { ...link, isOutward: flag("whether it leads to the web, and not to a mailbox") }, [
      "text",
    ]),
  }),
  licence: maybe("what `licence:` in `site.yml` says, in the public edition", {
    before: text("the words in front of its name"),
    name: text("its name"),
    url: text("its address, where it has one"),
    after: text("the words after its name"),
  }),
  publishedBy: text("“Published by” and the council"),
  pageIsAt: text("where the page is, for paper"),
  pageTitle: text("the page's title, for the browser's tab"),
  isHome: flag("whether it is the home page"),
  description: text("what the page is about, for search engines"),
  canonical: text("the whole address of the page, where `base-url:` is set"),
  policy: text("what browsers may load for the page"),
  generator: text("what made the site, by which it is known again"),
  hasScript: flag("whether script adds something to the page"),
  isUnlisted: flag("whether search engines are to leave the page out"),
  isForMembers: flag("whether it is the members' edition"),
  alternates: list("feeds and data that say the same", {
    type: text("their media type"),
    title: text("their title"),
    href: text("their address"),
  }),
  languages: list("the page in each of its languages, where there are two", {
    lang: text("the language, as its tag"),
    href: text("its address"),
  }),
  metadata: maybe("what is said of a report to those who link to it", {
    title: text("its title"),
    date: text("its date, as in 2025-03-14"),
    authors: texts("its authors"),
    linkedData: html("the report in the terms of schema.org"),
    locale: text("its language, as Open Graph names it"),
  }),
  isReports: flag("whether it is the list of all reports"),
  hasRecommendations: flag("whether the site has recommendations"),
  isRecommendations: flag("whether it is the list of all recommendations"),
  isCommittees: flag("whether it is the list of committees"),
  hasReports: flag("whether the site has reports"),
  hasCommittees: flag("whether the site has committees"),
  hasSearch: flag("whether the site can be searched"),
  isSearch: flag("whether it is the page that searches"),
  isAbbreviations: flag("whether it is the list of all abbreviations"),
  crumbs: list("the pages above this one", link),
  plainPages: list("the plain pages, such as the accessibility statement", {
    title: text("its title"),
    lang: otherLanguage,
    href: text("its address"),
    isCurrent: flag("whether it is this page"),
  }),
  links: group("addresses, as this page links to them", {
    home: text("the home page"),
    committees: text("the committees"),
    reports: text("all reports"),
    years: text("the reports by year"),
    recommendations: text("all recommendations"),
    abbreviations: text("all abbreviations"),
    withheld: text("what is withheld"),
    search: text("the search"),
    styles: text("the style sheet"),
    customStyles: text("the style sheet that `custom.css` is published as; empty where there is none"),
    icon: text("the icon"),
    script: text("the script of reports"),
  }),
} as const satisfies Values;

/** What may never be shown without the words that it is withheld. */
const MARK = "words.notForPublication if isWithheld";
const ofReport = ["title", MARK];
const ofMeeting = ["formattedDate", "status"];
const ofPaper = ["title", "notice", "urgency", MARK];
const ofRecommendation = ["name", "text", "response", MARK];

const reportEntry = {
  title: text("its title"),
  href: text("its address"),
  date: text("its date, as in 2025-03-14"),
  formattedDate: text("its date in words"),
  lang: otherLanguage,
  committee: text("its committee"),
  summary: text("its summary"),
  isWithheld: flag("whether it is withheld"),
} as const satisfies Values;

const meetingEntry = {
  href: text("its address"),
  date: text("its date, as in 2025-03-14"),
  formattedDate: text("its date in words"),
  committee: text("its committee"),
  title: text("what it is, where it is no ordinary meeting"),
  time: text("when it begins"),
  venue: text("where it is"),
  status: text("“Cancelled” or “Postponed”, or nothing"),
} as const satisfies Values;

const agendaEntry = {
  ...reportEntry,
  number: text("its item on the agenda"),
  urgency: text("why it is urgent, where it was not on the agenda in time"),
  notice: text("why it is withheld, in the words of the law"),
} as const satisfies Values;

const factValue = {
  text: text("the value"),
  href: text("where it leads"),
  datetime: text("the same for machines, where it is a date"),
  more: text("what is after it"),
  links: list("ways to reach a person", link),
} as const satisfies Values;

const facts = list("what is known of it", { name: text("its name"), values: list("its values", factValue) });

const amendment = {
  heading: text("“Amended on” and the day"),
  note: text("what was changed"),
  noun: text("“paragraph” or “paragraphs”, where some are named"),
  numbers: list("the numbers of these", {
    text: text("the number"),
    href: text("its address, where the page has it"),
    isLast: flag("whether it is the last"),
  }),
} as const satisfies Values;

const recommendation = {
  name: text("“Recommendation” and its number"),
  href: text("its address"),
  text: text("what it says"),
  lang: otherLanguage,
  title: text("the title of its report"),
  committee: text("the committee of its report"),
  date: text("the date of its report, as in 2025-03-14"),
  formattedDate: text("that date in words"),
  response: text("the response to it"),
  progress: text("its progress"),
  hasProgress: flag("whether there is anything to say of that"),
  isOverdue: flag("whether it is overdue"),
  isWithheld: flag("whether it is withheld"),
  note: text("what is said of its progress"),
  evidence: text("where that can be seen"),
  isOutward: flag("whether that is on another site"),
  evidenceWords: text("the words of the link to it"),
} as const satisfies Values;

const withheldItem = {
  title: text("its public title"),
  committee: text("its committee"),
  href: text("its address"),
  review: text("the day of its review, as in 2025-03-14"),
  formattedReview: text("that day in words"),
} as const satisfies Values;

const beside = maybe("the paper beside it", {
  href: text("its address"),
  lang: otherLanguage,
  title: text("its title"),
  isWithheld: flag("whether it is withheld"),
});

const agendaLinks = maybe("the way to the meeting and to the papers beside this one", {
  meeting: text("the address of the meeting"),
  previous: beside,
  next: beside,
});

const pages = maybe("the way to the pages before and after this one", {
  previous: maybe("the page before", link),
  next: maybe("the page after", link),
});

const pack = maybe("the PDF of these papers", link);
const title = text("the page's heading");
const count = text("how many there are, in words");
const noticeLang = text("the language of notices, where that is another than the page's");
const filters = list("other lists", {
  name: text("its name"),
  href: text("its address"),
  isCurrent: flag("whether it is this list"),
});
const years = list("the years of which there is something to review", {
  name: text("the year"),
  href: text("its address"),
  isCurrent: flag("whether it is this one"),
});
const feeds = list("the feeds of this list", { href: text("its address") });
const counted = list("other lists", {
  name: text("its name"),
  href: text("its address"),
  count: text("how many there are in it"),
  isCurrent: flag("whether it is this list"),
});
const neighbour = maybe("a meeting of the same committee", {
  href: text("its address"),
  date: text("its date in words"),
});

/** What is in several templates, by what it is called where they are listed. */
export const sharedValues = {
  report: reportEntry,
  meeting: meetingEntry,
  paper: agendaEntry,
  fact: facts.of,
  amendment,
  recommendation,
  "withheld item": withheldItem,
  "way along the agenda": agendaLinks.of,
  "way along the pages": pages.of,
  link,
} as const satisfies Readonly<Record<string, Values>>;

/** A template that a site may put its own in the place of. */
interface TemplateEntry {
  readonly about: string;
  /** It is raised whenever a template that was written before would show something wrong or nothing. */
  readonly version: number;
  /** What each version but the first changed, for those who wrote theirs for the one before. */
  readonly changes?: Readonly<Record<number, string>>;
  readonly values: Values;
  /**
   * The values that it must show wherever they are not empty: all of a list, and what is after `if` only where that is
   * so (or not so, after `!`).
   */
  readonly must: readonly string[];
}

const page = <Of extends Values>(about: string, values: Of, ...must: readonly string[]) =>
  ({ about, version: 1, values, must }) as const satisfies TemplateEntry;

/** The templates of whole pages, with what each gets beside what every page has. */
export const pageTemplates = {
  home: page(
    "the home page",
    {
      lead: text("what the site is"),
      latest: list("the latest reports", reportEntry, ofReport),
      hasMore: flag("whether there are more"),
      allOfReports: text("the words of the link to all reports"),
      committees: list("the committees", { name: text("its name"), href: text("its address") }),
      next: list("the next meetings", meetingEntry, ofMeeting),
      undecided: list("the meetings, where nobody knows which are past", meetingEntry, ofMeeting),
      last: list("the last meetings", meetingEntry, ofMeeting),
    },
    "latest",
  ),
  report: page(
    "a report",
    {
      title: text("its title"),
      facts,
      summary: text("its summary"),
      translation: maybe("the same report in the other language", {
        href: text("its address"),
        lang: text("its language, as its tag"),
        text: text("the words of the link, in that language"),
      }),
      released: maybe("what is said of a report that was withheld, and no longer is", {
        heading: text("“Released on” and the day"),
        reason: text("why"),
        before: text("the words in front of the law"),
        grounds: text("the law under which it was withheld"),
        groundsLang: text("the language of these words, where that is another than the page's"),
      }),
      amended: list("the latest amendment, where there is one", amendment, ["heading", "note"]),
      amendedBefore: list("earlier amendments", amendment, ["heading", "note"]),
      pdf: maybe("its PDF", link),
      data: text("the address of the report as data"),
      contents: list("its headings", {
        id: text("the id of the heading"),
        text: text("its words"),
        children: list("the headings below it", { id: text("the id of the heading"), text: text("its words") }),
      }),
      background: list("its background papers", {
        title: text("its title"),
        url: text("its address, where it has one"),
      }),
      saysNoBackground: flag("whether it says that it has no background papers"),
      marking: text("why it is withheld, in the members' edition"),
      noticeLang,
      runningTitle: text("what is at the head of each printed page"),
      citation: text("how the report is cited"),
      body: html("the text of the report, with its annexes, notes and glossary"),
      agenda: agendaLinks,
    },
    "title",
    "body",
    "marking",
    "words.notForPublication if marking",
    "released.heading",
    "released.reason",
    "amended",
  ),
  withheld: page(
    "what stands for a withheld report",
    {
      title: text("its public title"),
      notice: text("why it is withheld, in the words of the law"),
      noticeLang,
      agenda: agendaLinks,
      facts,
    },
    "title",
    "notice",
    "words.notForPublication",
  ),
  "withheld-list": page(
    "the list of what is withheld",
    {
      years,
      reviewDue: text("the heading of what is due"),
      due: list("what is to be reviewed now", withheldItem, ["title"]),
      later: list("what is to be reviewed later", withheldItem, ["title"]),
      undated: list("what has no day of review", withheldItem, ["title"]),
    },
    "due",
    "later",
    "undated",
  ),
  "withheld-year": page(
    "what was withheld in a year, released or due for review",
    {
      title,
      years,
      grounds: list("the reasons in law, each with how often it was one", {
        name: text("its name"),
        text: text("what it says"),
        lang: otherLanguage,
        count: text("how often"),
      }),
      lists: list(
        "what was withheld, what was released, and what is due",
        {
          id: text("its id"),
          heading: text("its heading"),
          rows: list(
            "what is in it",
            {
              name: text("its public title"),
              nameLang: text("the language of it, where that is another than the page's"),
              href: text("its address"),
              committee: text("its committee"),
              date: text("its date, as in 2025-03-14"),
              formattedDate: text("that date in words"),
              under: text("under which law"),
              underLang: text("the language of these words, where that is another than the page's"),
              review: text("the day of its review, as in 2025-03-14"),
              formattedReview: text("that day in words"),
              released: text("the day of its release, as in 2025-03-14"),
              formattedRelease: text("that day in words"),
              reason: text("why it was released"),
              reasonLang: text("the language of that, where it is another than the page's"),
            },
            ["name"],
          ),
        },
        ["rows"],
      ),
      table: text("the address of the list as a table for spreadsheets"),
    },
    "title",
    "lists",
  ),
  withdrawn: page(
    "what stands for a withdrawn report",
    {
      title,
      when: text("when it was withdrawn"),
      reason: text("why"),
    },
    "title",
    "when",
    "reason",
  ),
  listing: page(
    "a list of reports",
    {
      title,
      count,
      pages,
      hasWithheld: flag("whether something is withheld"),
      feeds: list("the feeds of this list", { ...link, lang: otherLanguage }),
      data: text("the address of the list as data"),
      ways: filters,
      reports: list("the reports on this page", reportEntry, ofReport),
    },
    "title",
    "reports",
  ),
  names: page(
    "a list of years, authors or wards",
    {
      title,
      names: list("the names", { name: text("the name"), href: text("its address"), count }),
    },
    "title",
    "names",
  ),
  committees: page(
    "the list of committees",
    {
      title,
      committees: list("the committees", {
        name: text("its name"),
        href: text("its address"),
        which: text("“Next meeting:” or “Last meeting:”"),
        meeting: maybe("that meeting", meetingEntry),
      }),
    },
    "title",
    "committees",
  ),
  committee: page(
    "a committee",
    {
      title,
      count,
      pages,
      hasMeetings: flag("whether its meetings are on this page"),
      next: list("its next meetings", meetingEntry, ofMeeting),
      last: list("its last meetings", meetingEntry, ofMeeting),
      undecided: list("its meetings, where nobody knows which are past", meetingEntry, ofMeeting),
      all: text("the address of all its meetings, where there are more"),
      allMeetings: text("the words of the link to them"),
      feeds,
      calendar: text("the address of its calendar"),
      recommendations: text("the address of its recommendations, where it has any"),
      abbreviations: text("the address of its abbreviations"),
      reports: list("the reports on this page", reportEntry, ofReport),
    },
    "title",
    "reports",
    "next if hasMeetings",
    "last if hasMeetings",
    "undecided if hasMeetings",
  ),
  meetings: page(
    "the meetings of a committee",
    {
      title,
      count,
      pages,
      meetings: list("the meetings on this page", meetingEntry, ofMeeting),
    },
    "title",
    "meetings",
  ),
  meeting: page(
    "a meeting",
    {
      noticeLang,
      kind: text("what kind of meeting it is"),
      committee: text("its committee"),
      formattedDate: text("its date in words"),
      status: text("“Cancelled” or “Postponed”, or nothing"),
      facts: list("when and where it is", {
        name: text("its name"),
        isLong: flag("whether it needs the whole width"),
        values: list("its values", { ...factValue, isOutward: flag("whether it leads to another site") }),
      }),
      notes: html("its notes"),
      pack,
      agenda: list("its papers", agendaEntry, ofPaper),
      supplements: list("its late papers", {
        title: text("the heading"),
        pack,
        items: list("the papers", agendaEntry, ofPaper),
      }),
      exclusion: list("what is read out before the public is excluded, in the members' edition", {
        sentence: text("the sentence"),
        items: texts("the papers that it is about"),
      }),
      recommendations: list("the recommendations of its reports", recommendation, ofRecommendation),
      isEmpty: flag("whether it has no papers"),
      previous: neighbour,
      next: neighbour,
    },
    "committee",
    "formattedDate",
    "status",
    "notes",
    "agenda",
    "supplements",
  ),
  recommendations: page(
    "a list of recommendations",
    {
      title,
      count,
      pages,
      lead: text("what the list is"),
      states: counted,
      committees: counted,
      rows: list("the recommendations on this page", recommendation, ofRecommendation),
      others: list("the list in other forms", { ...link, type: text("its media type") }),
    },
    "title",
    "rows",
  ),
  glossary: page(
    "the abbreviations of the site or a committee",
    {
      title,
      letters: list("the letters that abbreviations begin with", {
        letter: text("the letter"),
        id: text("its id"),
        entries: list("the abbreviations", {
          short: text("the short form"),
          href: text("its own page, where it has several meanings"),
          meanings: list("its meanings", {
            long: text("the long form"),
            reports: list("the reports that use it", {
              title: text("its title"),
              lang: otherLanguage,
              href: text("its address"),
            }),
          }),
        }),
      }),
      filters,
      count,
      data: text("the address of the abbreviations as data"),
      isEmpty: flag("whether there are none"),
    },
    "title",
    "letters if !isEmpty",
  ),
  abbreviation: page(
    "an abbreviation with several meanings",
    {
      short: text("the short form"),
      lead: text("what the page is"),
      meanings: list("its meanings", {
        long: text("the long form"),
        id: text("its id"),
        reports: list("the reports that use it", reportEntry, ofReport),
      }),
    },
    "short",
    "meanings",
  ),
  search: page("the page that searches", {
    script: text("the address of its script"),
    filters: list("what a search can be narrowed by", {
      name: text("its name for the script"),
      label: text("its name for readers"),
      all: text("the words for no choice"),
      values: texts("the choices"),
    }),
  }),
  "plain-page": page("a plain page", { title, body: html("its text") }, "title", "body"),
  "not-found": page("what is shown where nothing is at an address", {}),
} as const satisfies Readonly<Record<string, TemplateEntry>>;

/** The templates that pages are made with, and what each gets where it is called. */
export const partTemplates = {
  layout: page(
    "what is around every page",
    {
      ...commonValues,
      running: text("what is at the head of each printed page"),
    },
    "@partial-block",
    "licence.name",
    "footer.text",
    "footer.links",
    "words.membersEdition if isForMembers",
  ),
  "report-list": page("reports as a list", { reports: list("the reports", reportEntry, ofReport) }, "reports"),
  "meeting-list": page("meetings as a list", { meetings: list("the meetings", meetingEntry, ofMeeting) }, "meetings"),
  agenda: page("papers as an agenda", { items: list("the papers", agendaEntry, ofPaper) }, "items"),
  "agenda-links": page("the way to the papers beside one", { agenda: agendaLinks }),
  "page-links": page("the way to the pages beside one", { pages }, "pages.previous.text", "pages.next.text"),
  "withheld-items": page(
    "what is withheld as a list",
    { items: list("what is withheld", withheldItem, ["title"]) },
    "items",
  ),
  "withheld-years": page("the way to the years of what is withheld", { years }),
  "recommendation-table": page(
    "recommendations as a table",
    { rows: list("the recommendations", recommendation, ofRecommendation) },
    "rows",
  ),
  "search-box": page("the box that leads to the search", { isHome: commonValues.isHome, links: commonValues.links }),
  amendment: page("an amendment", amendment, "heading", "note"),
  fact: page(
    "a value of a fact",
    {
      text: factValue.text,
      href: factValue.href,
      datetime: factValue.datetime,
    },
    "text",
  ),
} as const satisfies Readonly<Record<string, TemplateEntry>>;

export type PageTemplate = keyof typeof pageTemplates;

/** A template that a site may put its own in the place of, with all that it may use. */
export interface KnownTemplate extends TemplateEntry {
  /** The name of its file, without the ending. */
  readonly file: string;
  readonly isPage: boolean;
  /** What `@root` is within it. */
  readonly root: Values;
}

/** Every such template. What an agenda gets at the root is that of a meeting, as only these have one. */
export const knownTemplates: readonly KnownTemplate[] = [
  ...Object.entries(pageTemplates).map(([file, entry]): KnownTemplate => {
    const values = { ...commonValues, ...entry.values };
    return { ...entry, file, isPage: true, values, root: values };
  }),
  ...Object.entries(partTemplates).map(([name, entry]): KnownTemplate => {
    const root = name === "agenda" ? { ...commonValues, ...pageTemplates.meeting.values } : commonValues;
    return { ...entry, file: `_${name}`, isPage: false, root };
  }),
];

/** What a template with these values is filled with. */
type ViewOf<Of extends Values> = { readonly [Name in keyof Of]: ViewOfValue<Of[Name]> };

type ViewOfValue<One extends Value> = One extends { readonly kind: "text" | "html" }
  ? string
  : One extends { readonly kind: "flag" }
    ? boolean
    : One extends { readonly kind: "texts" }
      ? readonly string[]
      : One extends { readonly kind: "list"; readonly of: infer Of extends Values }
        ? readonly ViewOf<Of>[]
        : One extends { readonly kind: "group"; readonly of: infer Of extends Values }
          ? ViewOf<Of>
          : One extends { readonly kind: "maybe"; readonly of: infer Of extends Values }
            ? ViewOf<Of> | false
            : { readonly [word: string]: string };

/** What every page gets. */
export type CommonView = ViewOf<typeof commonValues>;

/** What the template of a page gets beside that. */
export type PageView<Name extends PageTemplate> = ViewOf<(typeof pageTemplates)[Name]["values"]>;

export type ReportEntry = ViewOf<typeof reportEntry>;
export type MeetingEntry = ViewOf<typeof meetingEntry>;
export type RecommendationEntry = ViewOf<typeof recommendation>;
