import { stringify } from "yaml";
import { nameSlug } from "../addresses/slugs.ts";
import { dateIn } from "../dates/format-date.ts";
import { JURISDICTIONS, lawOf } from "../law/laws.ts";
import type { Jurisdiction } from "../model/settings.ts";
import type { CalendarDate } from "../model/source.ts";
import { committeeId } from "../report/frontmatter/committee.ts";

/** The nations, as the command line and the settings name them: that of a council says which law holds for it. */
export const NATIONS = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
} as const satisfies Readonly<Record<string, Jurisdiction>>;

export type Nation = keyof typeof NATIONS;

/** What a new site is made of. */
export interface Start {
  readonly council: string;
  readonly nation: Nation;
  /** The names of the committees. */
  readonly committees: readonly string[];
  readonly author: string;
  readonly date: CalendarDate;
  readonly hasGit: boolean;
  /** Where the site is checked and published by itself. */
  readonly ci: "github" | "gitlab" | "none";
  /** Which program npm is to install: its versions, or the file that it was installed from. */
  readonly program: string;
  /** The folder has a package.json that stays as it is, without the short names of the program's commands. */
  readonly isWithoutShortNames?: boolean | undefined;
}

/** The names of committees that were typed together: a semicolon is in no name, and a comma may be. */
export function committeesIn(typed: string): readonly string[] {
  return typed
    .split(";")
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "");
}

/** Which file of a new site comes from which text; names without a dot in front, which packages leave out. */
const PLACES: readonly (readonly [path: string, text: string, isWanted: (start: Start) => boolean])[] = [
  ["content/pages/accessibility.md", "accessibility.md", () => true],
  ["README.md", "README.md", () => true],
  [".gitignore", "gitignore", ({ hasGit }) => hasGit],
  [".githooks/pre-commit", "pre-commit", ({ hasGit }) => hasGit],
  [".editorconfig", "editorconfig", () => true],
  [".vscode/extensions.json", "vscode-extensions.json", () => true],
  [".vscode/settings.json", "vscode-settings.json", () => true],
  [".vscode/tasks.json", "vscode-tasks.json", () => true],
  [".github/workflows/check.yml", "github-check.yml", ({ ci }) => ci === "github"],
  [".github/workflows/publish.yml", "github-publish.yml", ({ ci }) => ci === "github"],
  [".gitlab-ci.yml", "gitlab-ci.yml", ({ ci }) => ci === "gitlab"],
];

/** The files of a new site, by their paths; `textOf` gives the texts that they are made of. */
export function startFiles(start: Start, textOf: (name: string) => string): ReadonlyMap<string, string> {
  const year = start.date.slice(0, 4);
  return new Map([
    ["content/site.yml", settingsText(start)],
    [`content/reports/${year}/first-report.md`, filledIn(textOf("first-report.md"), start)],
    ["package.json", packageText(start)],
    ...PLACES.filter(([, , isWanted]) => isWanted(start)).map(
      ([path, name]) => [path, filledIn(textOf(name), start)] as const,
    ),
  ]);
}

function filledIn(text: string, start: Start): string {
  const {
    council,
    nation,
    author,
    date,
    committees: [first],
  } = start;
  const { enforcer } = lawOf(NATIONS[nation]);
  const values: Readonly<Record<string, string>> = {
    "@@COUNCIL@@": council.replace(/[\\`*_[\]<>{}#|~&:]/g, (sign) => `\\${sign}`),
    "@@ENFORCER@@": enforcer,
    "@@COMPLAINTS@@": nation === "northern-ireland" ? `[${enforcer}](${COMPLAINTS_NI})` : COMPLAINTS,
    "@@AUTHOR@@": yamlText(author),
    "@@DATE@@": date,
    "@@DATE-IN-WORDS@@": dateIn("en-GB", date),
    "@@COMMITTEE@@": first === undefined ? "" : `committee: ${yamlText(first)}\n`,
    "@@COMMANDS@@": commandTable(start),
  };
  return text.replace(/@@[A-Z-]+@@/g, (name) => values[name] ?? name);
}

/** What readers of a site's own README can type: the short names of its package.json, or the commands themselves. */
function commandTable({ hasGit, isWithoutShortNames = false }: Start): string {
  const named = (short: string, command: string): string => (isWithoutShortNames ? `npx scrutineer ${command}` : short);
  const rows: readonly (readonly [command: string, meaning: string])[] = [
    ["npm install", "once, and after each change of `package.json`"],
    ...(hasGit && isWithoutShortNames
      ? [["git config core.hooksPath .githooks", "once, so that git checks what you commit"] as const]
      : []),
    [named("npm start", "serve --open"), "shows the site in your browser while you write"],
    [named('npm run new -- "Title of the report"', 'new "Title of the report"'), "begins a report"],
    [named("npm run check", "check"), "says what is wrong with the reports, and how to fix it"],
    [named("npm run fix", "fix"), "fixes what needs no judgement"],
    [named("npm run build", "build"), "makes the site in `dist/`"],
    [named("npm run preview", "preview --open"), "shows in your browser what was made"],
  ];
  return rows.map(([command, meaning]) => `| \`${command}\` | ${meaning} |`).join("\n");
}

/** Who hears those who are not content with a council's answer on accessibility. */
const COMPLAINTS = "[Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/)";
const COMPLAINTS_NI = "https://www.equalityni.org/";

/** A text as a value of YAML on one line. */
export function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}

function settingsText({ council, nation, committees }: Start): string {
  const { notice } = lawOf(NATIONS[nation]);
  const listed =
    committees.length > 0
      ? `committees:\n${committees.map(committeeText).join("")}`
      : `# committees:\n${committeeText("Children and Young People Scrutiny Committee").replace(/^/gm, "# ").replace(/# $/, "")}`;
  return `# The council, and how its site is made. Lines that begin with # do nothing: delete the # to use them.

council: ${yamlText(council)}

# Whose law says what may be withheld, and for how long papers are public before a meeting: ${JURISDICTIONS.join(", ")}.
jurisdiction: ${NATIONS[nation]}

# Each committee has its own page; the id is part of its address. Reports name their committee by one of the two.
${listed}
# The headings of a report that "npx scrutineer new" begins.
report-headings:
  - Purpose
  - Background
  - Considerations
  - Financial and legal implications
  - Recommendations

# Where the site will be, so that its pages say so, and feeds and a sitemap are made.
# base-url: https://scrutiny.example.gov.uk/

# The council's colour, and its logo (an SVG or PNG file in content/shared/).
# colour: "#0b5359"
# logo: shared/logo.svg

# At the foot of every page: words, links, and the licence under which readers may use what is published.
# footer:
#   text: Democratic Services, Town Hall
#   links:
#     - text: Privacy
#       url: https://www.example.gov.uk/privacy
# licence: OGL-UK-3.0

# en-GB, or cy for Welsh.
# lang: en-GB

# Abbreviations that many reports use, and short forms that need no explanation.
# abbreviations:
#   MTFS: Medium Term Financial Strategy
# known: [SATs, CCTV]

# Paragraphs as 1, 2, 3 through the whole report (continuous), or as 1.1, 1.2, 2.1 (decimal).
# numbering-style: continuous

# Days between the date of a report and its meeting, where your council asks for more than the law: ${notice.days} ${notice.counting}.
# clear-days: ${notice.days}

# Days on which your offices are closed, beside weekends and bank holidays.
# days-off: [2026-12-24]
`;
}

/** An id that the settings may hold is written down, so that it stays when the committee is renamed. */
function committeeText(name: string): string {
  const id = committeeId(name);
  const shown = /^[a-z0-9-]+$/.test(id) ? `  - id: ${yamlText(id)}\n    name: ` : "  - name: ";
  return `${shown}${yamlText(name)}\n`;
}

function packageText({ council, hasGit, program }: Start): string {
  const scripts = {
    start: "scrutineer serve --open",
    check: "scrutineer check",
    fix: "scrutineer fix",
    new: "scrutineer new",
    build: "scrutineer build",
    preview: "scrutineer preview --open",
    // Where there is no git, as in some CI, nothing needs its hooks.
    ...(hasGit ? { prepare: "git config core.hooksPath .githooks || exit 0" } : {}),
  };
  const name = `${packageName(council)}-scrutiny`;
  const all = { name, private: true, scripts, devDependencies: { scrutineer: program } };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

/** As much of a council's name as the name of a package may hold. */
function packageName(council: string): string {
  const plain = nameSlug(council.normalize("NFD").replace(/\p{M}/gu, "")).replace(/[^a-z0-9-]/g, "");
  return plain.slice(0, 80).replace(/^-+|-+$/g, "") || "council";
}
