import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Finding } from "../diagnostics/catalogue.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { nameInGit, setUpGit } from "../io/git-setup.ts";
import { isWithoutShortNames, programFor, programIn } from "../io/npm-folder.ts";
import { addressOfProgramFile } from "../io/program-files.ts";
import { isEmptyFolder, writeNewFiles } from "../io/write-new-files.ts";
import type { CalendarDate } from "../model/source.ts";
import { printable } from "../printers/printable.ts";
import { readSettings } from "../site/settings.ts";
import { committeesIn, type Nation, type Start, startFiles } from "../site/start-files.ts";
import type { Answers } from "./init-questions.ts";
import { SERVING_PORT } from "./serving-ports.ts";

export interface InitCommandOptions {
  readonly council?: string | undefined;
  readonly nation?: Nation | undefined;
  /** The names of the committees. */
  readonly committee?: readonly string[] | undefined;
  readonly git?: boolean | undefined;
  readonly ci?: Start["ci"] | undefined;
  /** Ask nothing, and take what is usual for what no flag says. */
  readonly yes?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  /** Add what is missing to a folder that is not empty. */
  readonly force?: boolean | undefined;
  readonly today: CalendarDate;
}

const USUAL: Answers = { council: "Example Council", nation: "england", committees: [], hasGit: true, ci: "none" };

/**
 * Begins a site in a folder: settings, a first report, and what git, a CI and editors need. Nothing that is there is
 * changed. Gives the exit code: 1 where the person changed their mind. Throws `ContentFolderError` where the folder
 * holds something, or an answer is of no use.
 */
export async function runInit(folder: string, options: InitCommandOptions): Promise<0 | 1> {
  const { dryRun = false, force = false, today } = options;
  refuseFull(folder, force);
  const isAsking = options.yes !== true && process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (!isAsking && options.yes !== true && options.council === undefined)
    throw new ContentFolderError(
      'init asks its questions in a terminal; elsewhere flags answer them: npx scrutineer init --council "Aldermere City Council" --yes',
    );
  const known = given(options);
  const answers = isAsking ? await asked(known) : { ...USUAL, ...known };
  if (answers === undefined) return 1;
  const author = nameInGit(".") ?? "Scrutiny Officer";
  const start: Start = {
    ...answers,
    author,
    date: today,
    program: programFor(folder),
    isWithoutShortNames: isWithoutShortNames(folder),
  };
  const files = startFiles(start, (name) => readFileSync(addressOfProgramFile(`templates/start/${name}`), "utf8"));
  refuseAnswers(files.get(SETTINGS) ?? "");
  const shown = relative(".", resolve(folder)) || ".";
  const doubt = isAsking ? "" : whetherSeveral(answers.committees);
  if (dryRun) {
    const listed = [...files.keys()].map(line).join("");
    say(`init would write in ${shown}, where there is no such file yet:\n${listed}${doubt}`);
    return 0;
  }
  const kept = writeNewFiles(folder, files, (path) => path.startsWith(".githooks/"));
  const written = [...files.keys()].filter((path) => !kept.includes(path));
  const gitProblem = answers.hasGit ? setUpGit(folder) : undefined;
  say(
    (written.length === 0
      ? `Nothing was written in ${shown}, because all files are there.\n`
      : `Written in ${shown}:\n${written.map(line).join("")}`) +
      (kept.length === 0 ? "" : `There already, and not changed:\n${kept.map(line).join("")}`) +
      doubt +
      (gitProblem === undefined ? "" : `\nGit: ${gitProblem}.\n`) +
      nextSteps(shown, options, answers, start.isWithoutShortNames ? ownPackage(folder) : NEW_PACKAGE),
  );
  if (isAsking && (await isToBeServed())) await serve(join(folder, "content"));
  return 0;
}

async function isToBeServed(): Promise<boolean> {
  const { askToServe } = await import("./init-questions.ts");
  return askToServe();
}

async function serve(content: string): Promise<void> {
  const { runServe } = await import("./serve.ts");
  await runServe(relative(".", content), { edition: "public", port: SERVING_PORT, open: true, color: true });
}

const SETTINGS = "content/site.yml";

/** What flags say. */
function given({ council, nation, committee, git, ci }: InitCommandOptions): Partial<Answers> {
  return {
    ...(council === undefined ? {} : { council: council.replace(/\s+/g, " ").trim() }),
    ...(nation === undefined ? {} : { nation }),
    ...(committee === undefined ? {} : { committees: committee.flatMap(committeesIn) }),
    ...(git === undefined ? {} : { hasGit: git }),
    ...(ci === undefined ? {} : { ci }),
  };
}

async function asked(known: Partial<Answers>): Promise<Answers | undefined> {
  const { askQuestions } = await import("./init-questions.ts");
  return askQuestions(known, USUAL);
}

function refuseFull(folder: string, force: boolean): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new ContentFolderError(`${folder} is a file: name a folder, which need not exist yet`);
  if (!force && !isEmptyFolder(folder))
    throw new ContentFolderError(
      `${folder === "." ? "this folder" : folder} is not empty: name a folder that does not exist yet, or add --force, which adds what is missing and changes no existing file`,
    );
}

/** What is in the settings may make no settings, such as two committees of one name. */
function refuseAnswers(text: string): void {
  const findings: Finding[] = [];
  readSettings({ path: SETTINGS, text }, (finding) => findings.push(finding));
  const [first] = findings;
  if (first !== undefined) throw new ContentFolderError(`${first.message}: give it another name`);
}

/** A comma may be in a committee's name, or between the names of two. */
function whetherSeveral(committees: readonly string[]): string {
  const [first] = committees.filter((name) => name.includes(","));
  if (first === undefined) return "";
  return `\n"${first}" is one committee. If it should be several, give --committee once for each, or list each in ${SETTINGS}.\n`;
}

function nextSteps(
  shown: string,
  { council }: InitCommandOptions,
  answers: Answers,
  ofPackage: readonly string[],
): string {
  const isUsual = council === undefined && answers.council === USUAL.council;
  const steps: readonly string[] = [
    ...(shown === "." ? [] : [`cd ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}`]),
    ...(isUsual ? [`write the council's name into ${SETTINGS}`] : []),
    ...ofPackage,
    "complete content/pages/accessibility.md, which the law asks for",
    ...(answers.hasGit ? ["git add --all", 'git commit -m "Begin the site"'] : []),
    ...CI_STEPS[answers.ci],
  ];
  return `\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join("")}`;
}

const NEW_PACKAGE: readonly string[] = [
  "npm install                       (once; it makes package-lock.json, which you commit, too)",
  "npm start                         (the site in your browser, while you write)",
  'npm run new -- "Title"            (your first report; then delete the one that shows how)',
];

/** A package.json that was there already has none of the short names. */
function ownPackage(folder: string): readonly string[] {
  return [
    ...(programIn(folder) === undefined
      ? ["npm install --save-dev scrutineer (your package.json was not changed)"]
      : []),
    "npx scrutineer serve --open  (the site in your browser, while you write)",
    'npx scrutineer new "Title"   (your first report; then delete the one that shows how)',
  ];
}

const CI_STEPS: Readonly<Record<Start["ci"], readonly string[]>> = {
  github: ['on GitHub, under Settings, Pages: choose "GitHub Actions" as the source; then push'],
  gitlab: ["on GitLab, under Build, Pipeline schedules: add one for each night; then push"],
  none: [],
};

function line(path: string): string {
  return `  ${path}\n`;
}

function say(text: string): void {
  process.stdout.write(
    text
      .split("\n")
      .map((one) => printable(one))
      .join("\n"),
  );
}
