/** What each setting is for, and an example: messages, the schema of `site.yml` and the guide are made of it. */
export const SETTING_HELP: Readonly<Record<string, { readonly help: string; readonly example: string }>> = {
  council: {
    help: "the name of the council, in the head of every page and in PDFs",
    example: "council: Aldermere City Council",
  },
  lang: {
    help: "the language of all pages but those of reports and plain pages",
    example: "lang: en-GB",
  },
  colour: {
    help: "the colour of paragraph numbers and lines, readable on white; the dark pages get a lighter shade",
    example: 'colour: "#0b5359"',
  },
  logo: {
    help: "an SVG or PNG file in `content/shared/`, beside the council's name",
    example: "logo: shared/logo.svg",
  },
  footer: {
    help: "words and links at the foot of every page",
    example: "footer: {text: Democratic Services, links: [{text: Privacy, url: https://www.example.gov.uk/privacy}]}",
  },
  licence: {
    help: "the licence of what is published, by its name, or with a name and an address",
    example: "licence: OGL-UK-3.0",
  },
  "base-url": {
    help: "the address of the site: feeds, the sitemap and calendars need it",
    example: "base-url: https://scrutiny.example.gov.uk/",
  },
  jurisdiction: {
    help: "the nation whose law says what may be withheld, and how days are counted; a joint committee may have another's",
    example: "jurisdiction: England",
  },
  "numbering-style": {
    help: "paragraphs as 1, 2, 3 through a report (continuous), or as 1.1, 1.2 (decimal)",
    example: "numbering-style: continuous",
  },
  "numbering-depth": {
    help: "how many levels decimal numbers have: 2 or 3",
    example: "numbering-depth: 3",
  },
  committees: {
    help: "the committees that receive reports: each has a page, and its id is part of addresses; one that follows another nation's law, as a joint one may, names it in `jurisdiction:`",
    example: "committees: [{id: children, name: Children and Young People Scrutiny Committee}]",
  },
  abbreviations: {
    help: "short forms that many reports use, with their long forms",
    example: "abbreviations: {LGA: Local Government Association}",
  },
  known: {
    help: "short forms that need no explanation",
    example: "known: [SATs]",
  },
  "removal-limit": {
    help: "the percentage of the published reports that a build may remove without `--allow-removals`",
    example: "removal-limit: 10",
  },
  "clear-days": {
    help: "days between the date of a report and its meeting, in place of the law's, for committees under the council's own law; 0 asks for none of any",
    example: "clear-days: 5",
  },
  "days-off": {
    help: "days on which the offices are closed, beside weekends and bank holidays",
    example: "days-off: [2026-09-21, 2026-12-24]",
  },
  "recommendation-headings": {
    help: "further headings below which something is recommended",
    example: "recommendation-headings: [Proposals]",
  },
  "report-headings": {
    help: "the headings that `npx scrutineer new` begins a report with",
    example: "report-headings: [Purpose, Background, Recommendations]",
  },
  rules: {
    help: "how grave each rule is: off, hint, warning or error; rules that guard what is withheld cannot be set",
    example: "rules: {abbreviation-undefined: error}",
  },
};

/** An example of each setting. */
export const EXAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SETTING_HELP).map(([name, { example }]) => [name, example]),
);
