/** A place at which a site publishes something. */
interface SitePath {
  /**
   * The path below the site's root. `{number}` is figures, `{path}` is one name or more, and other words in braces are
   * a name, or part of one.
   */
  readonly path: string;
  /** What is there, in words. */
  readonly what: string;
  /**
   * The outputs that make it (`outputs/index.ts`); none where another part of the program does, or a host reads it
   * there.
   */
  readonly madeBy: readonly string[];
  /** What authors name decides the path, so it is kept from nobody. */
  readonly isNamedByAuthors?: true;
}

/**
 * Every place at which a site publishes something. What authors name can take none of these, but for those that they
 * name.
 */
export const sitePaths: readonly SitePath[] = [
  { path: "index.html", what: "the home page", madeBy: ["homePage"] },
  { path: "reports/index.html", what: "all reports", madeBy: ["listings"] },
  { path: "reports/page-{number}/index.html", what: "all reports, a further page", madeBy: ["listings"] },
  { path: "reports/by-year/index.html", what: "the years", madeBy: ["listings"] },
  { path: "reports/by-year/{year}/index.html", what: "the reports of a year", madeBy: ["listings"] },
  {
    path: "reports/by-year/{year}/page-{number}/index.html",
    what: "the reports of a year, a further page",
    madeBy: ["listings"],
  },
  { path: "authors/index.html", what: "the authors", madeBy: ["listings"] },
  { path: "authors/{author}/index.html", what: "the reports of an author", madeBy: ["listings"] },
  {
    path: "authors/{author}/page-{number}/index.html",
    what: "the reports of an author, a further page",
    madeBy: ["listings"],
  },
  { path: "wards/index.html", what: "the wards", madeBy: ["listings"] },
  { path: "wards/{ward}/index.html", what: "the reports on a ward", madeBy: ["listings"] },
  {
    path: "wards/{ward}/page-{number}/index.html",
    what: "the reports on a ward, a further page",
    madeBy: ["listings"],
  },
  { path: "committees/index.html", what: "the committees", madeBy: ["committeePages"] },
  { path: "committees/{committee}/index.html", what: "a committee", madeBy: ["committeePages"] },
  {
    path: "committees/{committee}/page-{number}/index.html",
    what: "a committee's reports, a further page",
    madeBy: ["committeePages"],
  },
  { path: "committees/{committee}/meetings/index.html", what: "a committee's meetings", madeBy: ["committeePages"] },
  {
    path: "committees/{committee}/meetings/page-{number}/index.html",
    what: "a committee's meetings, a further page",
    madeBy: ["committeePages"],
  },
  {
    path: "committees/{committee}/abbreviations/index.html",
    what: "the abbreviations in a committee's reports",
    madeBy: ["glossaryPages"],
  },
  {
    path: "committees/{committee}/recommendations/index.html",
    what: "the recommendations of a committee",
    madeBy: ["recommendationPages"],
  },
  {
    path: "committees/{committee}/recommendations/page-{number}/index.html",
    what: "the recommendations of a committee, a further page",
    madeBy: ["recommendationPages"],
  },
  { path: "committees/{committee}/{date}/index.html", what: "a meeting", madeBy: ["meetingPages"] },
  { path: "committees/{committee}/{date}/pack.pdf", what: "a meeting's papers as one PDF", madeBy: ["pdfFiles"] },
  {
    path: "committees/{committee}/{date}/pack-supplement-{number}.pdf",
    what: "the papers of a supplement as one PDF",
    madeBy: ["pdfFiles"],
  },
  { path: "committees/{committee}/feed.xml", what: "a committee's newest reports as an Atom feed", madeBy: ["feeds"] },
  { path: "committees/{committee}/meetings.ics", what: "a committee's meetings as a calendar", madeBy: ["calendars"] },
  { path: "abbreviations/index.html", what: "the abbreviations in all reports", madeBy: ["glossaryPages"] },
  {
    path: "abbreviations/{abbreviation}/index.html",
    what: "an abbreviation with several meanings",
    madeBy: ["glossaryPages"],
  },
  { path: "recommendations/index.html", what: "all recommendations", madeBy: ["recommendationPages"] },
  {
    path: "recommendations/page-{number}/index.html",
    what: "all recommendations, a further page",
    madeBy: ["recommendationPages"],
  },
  {
    path: "recommendations/{state}/index.html",
    what: "the recommendations in one state, such as those that are overdue",
    madeBy: ["recommendationPages"],
  },
  {
    path: "recommendations/{state}/page-{number}/index.html",
    what: "the recommendations in one state, a further page",
    madeBy: ["recommendationPages"],
  },
  {
    path: "recommendations/recommendations.csv",
    what: "the recommendations as a table for spreadsheets",
    madeBy: ["recommendationData"],
  },
  {
    path: "recommendations/recommendations.json",
    what: "the recommendations as data",
    madeBy: ["recommendationData"],
  },
  {
    path: "recommendations/feed.xml",
    what: "what became of recommendations as an Atom feed",
    madeBy: ["recommendationFeed"],
  },
  {
    path: "recommendations/recommendations.ics",
    what: "the days by which recommendations are due as a calendar",
    madeBy: ["recommendationCalendar"],
  },
  { path: "withheld/index.html", what: "the reports that are withheld", madeBy: ["withheldList"] },
  {
    path: "withheld/{year}/index.html",
    what: "what was withheld and released in a year, and what is due for review",
    madeBy: ["withheldYearPages"],
  },
  {
    path: "withheld/{year}/withheld-{number}.csv",
    what: "the same as a table for spreadsheets",
    madeBy: ["withheldYearPages"],
  },
  { path: "search/index.html", what: "the search", madeBy: ["searchPage"] },
  { path: "404.html", what: "what the server shows where nothing is at an address", madeBy: ["notFoundPage"] },
  { path: "abbreviations.json", what: "the abbreviations as data", madeBy: ["glossaryData"] },
  { path: "reports.json", what: "the list of reports as data", madeBy: ["reportsData"] },
  {
    path: "schemas/{name}.schema.json",
    what: "the form of the data (JSON Schema)",
    madeBy: ["reportsData", "recommendationData"],
  },
  { path: "feed.xml", what: "the newest reports as an Atom feed", madeBy: ["feeds"] },
  {
    path: "feed-{language}.xml",
    what: "the newest reports in one language as an Atom feed, where there are two",
    madeBy: ["feeds"],
  },
  { path: "sitemap{part}.xml", what: "the addresses of all pages, for search engines", madeBy: ["sitemap"] },
  { path: "robots.txt", what: "what search engines may read", madeBy: ["sitemap"] },
  { path: "_headers", what: "headers, for the hosts that read them here", madeBy: ["headerFile"] },
  { path: "manifest.json", what: "what each file of the site is, with `--manifest`", madeBy: [] },
  { path: "_redirects", what: "nothing; some hosts read rules of their own here", madeBy: [] },
  {
    path: "assets/{file}",
    what: "the style sheets (the site's own, and `custom.css`), the scripts, the icon and the logo",
    madeBy: ["assets"],
  },
  { path: "pagefind/{path}", what: "the index of the search", madeBy: [] },
  {
    path: "shared/{path}",
    what: "files that several reports or pages show",
    madeBy: ["reportPages", "plainPages", "meetingPages"],
  },
  {
    path: "reports/{path}/index.html",
    what: "a report, the notice for a withheld one, or the page that leads on from an old address",
    madeBy: ["reportPages", "withheldPages"],
    isNamedByAuthors: true,
  },
  {
    path: "reports/{path}",
    what: "a report's PDF, its data and its annexes",
    madeBy: ["reportPages", "reportData", "pdfFiles"],
    isNamedByAuthors: true,
  },
  {
    path: "{path}/index.html",
    what: "a plain page, or the page that leads on from an old address",
    madeBy: ["plainPages", "reportPages"],
    isNamedByAuthors: true,
  },
];

const FILLED: Readonly<Record<string, string>> = { number: "\\d+", path: ".+" };

/** Braces in a pattern, each as a regular expression. */
function expressionOf(path: string): string {
  return path
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.]/g, "\\.") : (FILLED[part] ?? "[^/]*")))
    .join("");
}

/** Whether a file of the site has a path of this form. */
export function isAt({ path: form }: SitePath, path: string): boolean {
  return new RegExp(`^${expressionOf(form)}$`).test(path);
}

/**
 * A folder that is kept from authors with all in it: the part of a path above the first name that is not fixed.
 * `reports/page-2/` is such a folder, too.
 */
function folderOf(form: string): string {
  const names = form.split("/");
  const open = names.findIndex((name) => /\{(?!number\})/.test(name));
  if (open !== -1) return names.slice(0, open).join("/");
  return form.includes("{") ? names.slice(0, -1).join("/") : "";
}

const reserved = sitePaths.flatMap(({ path, isNamedByAuthors }) => {
  if (isNamedByAuthors) return [];
  const isPage = path.endsWith("/index.html");
  const own = isPage ? `${expressionOf(path.replace(/index\.html$/, ""))}$` : `${expressionOf(path)}/`;
  const folder = folderOf(path);
  const all = folder === "" ? own : `${own}|${expressionOf(folder)}/`;
  return [{ kind: isPage ? ("list" as const) : ("file" as const), form: new RegExp(`^(?:${all})`) }];
});

/**
 * Whether a page that authors name would lie where the site puts a list or a file of its own, or below such a file,
 * which would have to be a folder, too. `address` ends in a slash, and is spelt as `oneSpelling` spells it.
 */
export function reservedFor(address: string): "list" | "file" | undefined {
  return reserved.find(({ form }) => form.test(address))?.kind;
}
