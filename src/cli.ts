import { Command, CommanderError, Option } from "commander";
import { readBase } from "./addresses/base-address.ts";
import type { BuildCommandOptions } from "./commands/build.ts";
import type { CheckCommandOptions } from "./commands/check.ts";
import type { DiffCommandOptions } from "./commands/diff.ts";
import type { FixCommandOptions } from "./commands/fix.ts";
import type { InitCommandOptions } from "./commands/init.ts";
import type { NewCommandOptions } from "./commands/new.ts";
import type { PdfCommandOptions } from "./commands/pdf.ts";
import type { PreviewCommandOptions } from "./commands/preview.ts";
import { PRINTING_ERRORS, PRINTING_EXAMPLES, withPrintingFlags } from "./commands/printing-flags.ts";
import type { ServeCommandOptions } from "./commands/serve.ts";
import { PREVIEW_PORT, SERVING_PORT } from "./commands/serving-ports.ts";
import type { VerifyCommandOptions } from "./commands/verify.ts";
import { readCalendarDate } from "./dates/calendar-date.ts";
import { type FixName, fixNames } from "./fixes/fix.ts";
import type { PrintOptions } from "./io/print-diagnostics.ts";
import { programVersion } from "./io/program-version.ts";
import { PublishError } from "./io/publish-error.ts";
import { formatSystemError } from "./io/system-errors.ts";
import { ContentError } from "./model/content-error.ts";
import { FaultInOutput } from "./outputs/fault-in-output.ts";
import { printable } from "./printers/printable.ts";
import { closestMatch } from "./text/closest-match.ts";

const WRONG_USE = 2;

const DAY_DECIDES =
  "a date, or the word today: it decides which reviews are due, which reports are released, and which meetings are past";

const DAY_RELEASES = "a date, or the word today: it decides which withheld reports have been released";

const program = new Command("scrutineer")
  .description("Makes a web site of council scrutiny reports, and checks them.")
  .version(programVersion(), "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .showSuggestionAfterError()
  .showHelpAfterError("(npx scrutineer --help lists the commands)")
  .exitOverride()
  .addHelpText(
    "after",
    `
Begin a site with npx scrutineer init, and look at it with npx scrutineer serve --open. npx scrutineer help build says all
that build can do. In node_modules/scrutineer/docs/ are the documents: tutorial.md is the one to begin with.`,
  );

program
  .command("init")
  .description("begin a site: settings, a first report, and what git, a CI and editors need")
  .argument("[dir]", "the folder, which need not exist yet", ".")
  .option("--council <name>", "the council's name")
  .addOption(
    new Option("--nation <nation>", "where the council is, which says which law applies").choices([
      "england",
      "wales",
      "scotland",
      "northern-ireland",
    ]),
  )
  .option("--committee <name>", "a committee that receives reports; may be given more than once", oneMore)
  .option("--git", "make it a git repository, with a hook that checks what is committed")
  .option("--no-git", "without git")
  .addOption(
    new Option("--ci <where>", "check and publish automatically, on GitHub Pages or GitLab Pages").choices([
      "github",
      "gitlab",
      "none",
    ]),
  )
  .option("-y, --yes", "ask nothing, and use the defaults")
  .option("--dry-run", "say what would be written, and write nothing")
  .option("--force", "add what is missing to a folder that is not empty; no existing file is changed")
  .addHelpText(
    "after",
    `
Examples:
  npx scrutineer init scrutiny
  npx scrutineer init scrutiny --council "Aldermere City Council" --committee "Health Scrutiny Committee" --ci github --yes`,
  )
  .action(async (dir: string, options: Omit<InitCommandOptions, "today">) => {
    const { runInit } = await import("./commands/init.ts");
    process.exitCode = await runInit(dir, { ...options, today: today() });
  });

program
  .command("new")
  .description("begin a report: its fields, and the headings that site.yml lists")
  .argument("<title>", "the report's title")
  .option("--committee <committee>", "the committee that receives it: its name or id in site.yml")
  .option("--meeting <date>", "the day of the meeting that receives it", meetingDay)
  .option("--item <n>", "its number on the agenda", itemNumber)
  .option(
    "--confidential [paragraphs]",
    "it is withheld; with the numbers of the law's paragraphs that say why, such as 3 or 1,2 (in Wales 14 or 12,13)",
  )
  .option("--content <dir>", "the content folder", "content")
  .option("--open", "open it in your editor")
  .addHelpText(
    "after",
    `
Examples:
  npx scrutineer new "Update on school transport"
  npx scrutineer new "Update on school transport" --committee children --meeting 2026-03-12 --item 6`,
  )
  .action(async (title: string, options: Omit<NewCommandOptions, "today">) => {
    const { runNew } = await import("./commands/new.ts");
    process.exitCode = await runNew(title, { ...options, today: today() });
  });

withPrintingFlags(program.command("build"))
  .description("check the reports in a content folder, and publish their site")
  .argument("[dir]", "the content folder", "content")
  .option("-o, --out <folder>", "the folder that the site is published in (dist, or dist-members)")
  .addOption(
    new Option("--edition <edition>", "public, or members: everything, marked where it is not for publication")
      .choices(["public", "members"])
      .default("public"),
  )
  .option("--base <url>", "the address of the site, or its path on the host, in place of base-url in site.yml", baseUrl)
  .option(
    "--as-of <date>",
    `${DAY_DECIDES} (without it nothing is released, and reviews are due by the newest date of a report)`,
    day,
  )
  .option("--keep-going", "publish every sound report and leave out those with errors, to take something down at once")
  .option("--no-pdf", "make no PDFs")
  .option("--no-search", "leave out the page that searches the reports, and its index")
  .option("--manifest", "also write manifest.json: each file of the site with its length and SHA-256")
  .option("--cache <folder>", "where what was made is kept for the next build (beside the output)")
  .option("--no-cache", "make everything anew, and keep nothing")
  .option(
    "--live",
    "for a folder that a server shows: the output is a link to the site, which a new one replaces in one step (see the hosting guide)",
  )
  .option(
    "--wait [seconds]",
    "where another build writes to the same folder, wait until it is done, or so many seconds at most (without it, stop and say so)",
    waitingTime,
  )
  .option("--allow-removals", "remove reports from the site, however many")
  .addHelpText(
    "after",
    `
Examples:
  npx scrutineer build content --out dist --base https://scrutiny.example.gov.uk/
  npx scrutineer build content --edition members --out /srv/members
  npx scrutineer build content --max-warnings 0              (publishes nothing if there is a warning)`,
  )
  .action(
    async (
      dir: string,
      options: Omit<BuildCommandOptions, "out" | "printing" | "wait"> &
        PrintOptions & { readonly out?: string; readonly wait?: number | true },
    ) => {
      const out = options.out ?? (options.edition === "members" ? "dist-members" : "dist");
      const wait = options.wait === true ? Number.POSITIVE_INFINITY : options.wait;
      const { runBuildApart } = await import("./commands/build-apart.ts");
      process.exitCode = await runBuildApart(dir, { ...options, out, wait, printing: options });
    },
  );

withPrintingFlags(program.command("check"))
  .description("check reports, and publish nothing")
  .argument(
    "[paths...]",
    "the content folder, or files, folders and globs in it (content, if none is named); - is standard input",
  )
  .option("--stdin-path <file>", "the file as which standard input is checked, such as one that is open in an editor")
  .option("--watch", "check again whenever a file in the content folder changes, until Ctrl-C")
  .option("--staged", "what git is about to commit, as it is staged, and what that breaks elsewhere")
  .option("--changed", "what was changed since the last commit, or since --since, and what that breaks elsewhere")
  .option("--since <revision>", "the branch, tag or commit that --changed counts from, such as origin/main")
  .option("--only <rule>", "tell of this rule alone; may be given more than once", oneMore)
  .option("--skip <rule>", "leave this rule out; may be given more than once", oneMore)
  .option("--baseline <file>", "tell only of what is not in this file of what was found before")
  .option("--write-baseline", "write to that file what is found now")
  .option("--as-of <date>", DAY_RELEASES, day)
  .addHelpText(
    "after",
    `
Examples:
  npx scrutineer check content/reports/2019/update.md
  npx scrutineer check "content/reports/2019/*.md"
  npx scrutineer check - --stdin-path content/reports/2019/update.md < draft.md
  npx scrutineer check --staged
  npx scrutineer check --changed --since origin/main
  npx scrutineer check --only word-twice --only date-weekday
  npx scrutineer check --skip table-wide
  npx scrutineer check --baseline known.json --write-baseline   (and from then on without --write-baseline)
  npx scrutineer check --watch content/reports/2019${PRINTING_EXAMPLES}`,
  )
  .action(
    async (
      paths: string[],
      options: Omit<CheckCommandOptions, "printing" | "only" | "skip"> &
        PrintOptions & { readonly only?: readonly string[]; readonly skip?: readonly string[] },
    ) => {
      const { ruleNamed, ruleToSkip } = await import("./commands/named-rules.ts");
      const [only, skip] = [options.only?.map(ruleNamed), options.skip?.map(ruleToSkip)];
      const { runCheck } = await import("./commands/check.ts");
      process.exitCode = await runCheck(paths, { ...options, only, skip, printing: options });
    },
  );

program
  .command("fix")
  .description("fix in the reports' own files what needs no judgement, and say what was done")
  .argument("[paths...]", "the content folder, or files, folders and globs in it (content, if none is named)")
  .option("--dry-run", "show what would change, and write nothing; the exit code is 1 if something would")
  .addOption(
    new Option("--only <fix>", `fix only this; may be given more than once: ${fixNames.join(", ")}`).argParser(
      (typed: string, before: readonly FixName[] | undefined) => [...(before ?? []), fixNamed(typed)],
    ),
  )
  .addHelpText(
    "after",
    `
What is or may be confidential is fixed too, and its lines are never shown. A report and its annexes are fixed together.

Examples:
  npx scrutineer fix --dry-run
  npx scrutineer fix content/reports/2019/update.md
  npx scrutineer fix --only typed-number --only dashes`,
  )
  .action(async (paths: string[], options: FixCommandOptions) => {
    const { runFix } = await import("./commands/fix.ts");
    process.exitCode = await runFix(paths, options);
  });

program
  .command("pdf")
  .description("make the PDF of one report at once")
  .argument("<file>", "the report's file")
  .option("-o, --out <file>", "the file that is written (the report's name, here)")
  .addOption(
    new Option("--edition <edition>", "public, or members: everything, marked where it is not for publication")
      .choices(["public", "members"])
      .default("public"),
  )
  .option("--as-of <date>", DAY_RELEASES, day)
  .addHelpText("after", "\nExample:\n  npx scrutineer pdf content/reports/2019/update.md -o update.pdf")
  .action(async (file: string, options: PdfCommandOptions) => {
    const { runPdf } = await import("./commands/pdf.ts");
    process.exitCode = await runPdf(file, options);
  });

program
  .command("diff")
  .description("show what changed in a report, paragraph by paragraph, as an edition publishes it")
  .argument(
    "<old>",
    "the older version: a file, or a version that git keeps, such as main:content/reports/2019/update.md",
  )
  .argument("[new]", "the newer version; without it, the file that is named first is compared with the last commit")
  .option("--since <revision>", "the branch, tag or commit that one file is compared with")
  .addOption(
    new Option("--edition <edition>", "public, or members: everything, marked where it is not for publication")
      .choices(["public", "members"])
      .default("public"),
  )
  .addOption(
    new Option("--format <format>", "for a terminal, as a page, or as a comment on a pull request")
      .choices(["text", "html", "markdown"])
      .default("text"),
  )
  .option("--no-color", "print without colours")
  .addHelpText(
    "after",
    `
What is withheld takes no part in the public edition's changes.

Examples:
  npx scrutineer diff content/reports/2019/update.md --since main
  npx scrutineer diff main:content/reports/2019/update.md content/reports/2019/update.md --format markdown
  npx scrutineer diff first-draft.md second-draft.md --format html > changes.html`,
  )
  .action(async (old: string, now: string | undefined, options: DiffCommandOptions) => {
    const { runDiff } = await import("./commands/diff.ts");
    process.exitCode = await runDiff(old, now, options);
  });

withServingFlags(program.command("serve"), SERVING_PORT)
  .description("show the site in a browser while you write: a saved file is seen at once, drafts too")
  .argument("[dir]", "the content folder", "content")
  .addOption(
    new Option("--edition <edition>", "public, or members: everything, marked where it is not for publication")
      .choices(["public", "members"])
      .default("public"),
  )
  .option("--as-of <date>", DAY_DECIDES, day)
  .option("--quiet", "print only errors")
  .option("--no-color", "print without colours")
  .addHelpText(
    "after",
    `
Nothing is written to a disk, and no other computer can see it.

Examples:
  npx scrutineer serve --open
  npx scrutineer serve content --edition members --port 8080`,
  )
  .action(async (dir: string, options: ServeCommandOptions) => {
    const { runServe } = await import("./commands/serve.ts");
    process.exitCode = await runServe(dir, options);
  });

withServingFlags(program.command("preview"), PREVIEW_PORT)
  .description("show in a browser the site that build has made, as a host would send it")
  .argument("[dir]", "the folder that build has made", "dist")
  .addHelpText("after", "\nExample:\n  npx scrutineer preview dist --open")
  .action(async (dir: string, options: PreviewCommandOptions) => {
    const { runPreview } = await import("./commands/preview.ts");
    process.exitCode = await runPreview(dir, options);
  });

program
  .command("verify")
  .description("say whether a published site is what the content makes, file by file")
  .argument("<site>", "the site's address, such as https://scrutiny.example.gov.uk/, or the folder that it is in")
  .option("--content <dir>", "the content folder", "content")
  .addOption(
    new Option("--edition <edition>", "public, or members: everything, marked where it is not for publication")
      .choices(["public", "members"])
      .default("public"),
  )
  .option("--base <url>", "the one that the site was built with", baseUrl)
  .option("--as-of <date>", "the one that the site was built with", day)
  .option("--keep-going", "if the site was built with it")
  .option("--no-pdf", "if the site was built with it")
  .option("--no-search", "if the site was built with it")
  .option("--cache <folder>", "the cache of the builds, so that less is made anew")
  .option("--no-color", "print without colours")
  .addHelpText(
    "after",
    `
The site is made again, with the options that it was built with, and nothing of it is kept. The exit code is 0 where the
published site is the same, 1 where it differs or the content has errors, and 2 where it cannot be read.

Examples:
  npx scrutineer verify https://scrutiny.example.gov.uk/
  npx scrutineer verify dist-members --edition members`,
  )
  .action(async (site: string, options: VerifyCommandOptions) => {
    const { runVerify } = await import("./commands/verify.ts");
    process.exitCode = await runVerify(site, options);
  });

program
  .command("lsp")
  .description("help an editor while you write: it starts this itself, and speaks to it over standard input and output")
  // What editors add of their own accord.
  .addOption(new Option("--stdio").hideHelp())
  .addOption(new Option("--clientProcessId <id>").hideHelp())
  .addHelpText(
    "after",
    `
It tells what check finds as you type, and offers fixes, names, files and numbers of paragraphs. No file is written but
by the editor. node_modules/scrutineer/docs/editors.md says how to set up yours.`,
  )
  .action(async () => {
    const { runLsp } = await import("./commands/lsp.ts");
    await runLsp();
  });

program
  .command("explain")
  .description("say more about a rule: what it finds, why it matters, and how to fix it")
  .argument("[rule]", "the rule's name, as messages show it (without a name, all rules are listed)")
  .addHelpText("after", "\nExample:\n  npx scrutineer explain annex-not-mentioned")
  .action(async (rule: string | undefined) => {
    const { ruleNamed } = await import("./commands/named-rules.ts");
    const { runExplain } = await import("./commands/explain.ts");
    runExplain(rule === undefined ? undefined : ruleNamed(rule));
  });

/** Adds the flags of what serves a site to this computer. */
function withServingFlags(command: Command, usual: number): Command {
  return command
    .option("--port <n>", "the port, or the first one to try; 0 is any that is free", portNumber, usual)
    .option("--strict-port", "end with an error if the port is in use, and try no other")
    .option("--open", "open it in your browser");
}

function oneMore(typed: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), typed];
}

function meetingDay(typed: string): string {
  const reading = readCalendarDate(typed);
  if ("date" in reading) return reading.date;
  throw new CommanderError(WRONG_USE, "meeting", `error: --meeting takes a date such as 2026-03-31, not ${typed}`);
}

function itemNumber(typed: string): string {
  if (/^[1-9]\d{0,3}$/.test(typed)) return typed;
  throw new CommanderError(WRONG_USE, "item", `error: --item takes a number such as 6, not ${typed}`);
}

function waitingTime(typed: string): number {
  if (/^\d{1,6}$/.test(typed)) return Number(typed);
  throw new CommanderError(
    WRONG_USE,
    "wait",
    `error: --wait takes a number of seconds, not ${typed}; without a number it comes last`,
  );
}

function portNumber(typed: string): number {
  if (/^\d{1,5}$/.test(typed) && Number(typed) <= 65_535) return Number(typed);
  throw new CommanderError(WRONG_USE, "port", `error: --port takes a number from 0 to 65535, not ${typed}`);
}

function fixNamed(typed: string): FixName {
  const name = fixNames.find((one) => one === typed);
  if (name !== undefined) return name;
  const nearest = closestMatch(typed, fixNames);
  const offer = nearest === undefined ? `the fixes are ${fixNames.join(", ")}` : `did you mean ${nearest}?`;
  throw new CommanderError(WRONG_USE, "only", `error: there is no fix called ${typed}; ${offer}`);
}

function baseUrl(typed: string): string {
  const address = readBase(typed);
  if (address !== undefined) return address;
  throw new CommanderError(
    WRONG_USE,
    "base",
    `error: --base takes an address such as https://scrutiny.example.gov.uk/, or a path such as /scrutiny/, not ${typed}`,
  );
}

function day(typed: string): string {
  if (typed === "today") return today();
  const reading = readCalendarDate(typed);
  if ("date" in reading) return reading.date;
  throw new CommanderError(
    WRONG_USE,
    "as-of",
    `error: --as-of takes a date such as 2026-03-31, or today, not ${typed}`,
  );
}

/** The day where the program runs. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// A library's warning may quote a report that is withheld.
process.removeAllListeners("warning");

// Whoever reads the output may close the pipe; what was asked for is done all the same. Output that is lost otherwise
// is not.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.once("exit", () => {
      process.exitCode = WRONG_USE;
    });
    const why = formatSystemError(error, "standard output") ?? error.code;
    if (stream === process.stdout) tell(`not everything could be written: ${why}`);
  });

process.once("uncaughtException", (error) => {
  tellOf(error);
  process.exit(WRONG_USE);
});

/** Fulfilled when the command is done, which has set the exit code. */
export const done: Promise<unknown> = program.parseAsync().catch((error: unknown) => {
  process.exitCode = WRONG_USE;
  if (!(error instanceof CommanderError)) tellOf(error);
  else if (error.exitCode === 0) process.exitCode = 0;
  else if (
    ["base", "as-of", "rule", "only", "port", "meeting", "item", "wait", ...PRINTING_ERRORS].includes(error.code)
  )
    process.stderr.write(`${printable(error.message)}\n`);
});

function tell(message: string): void {
  process.stderr.write(`error: ${printable(message)}\n`);
}

function tellOf(error: unknown): void {
  const words =
    error instanceof ContentError || error instanceof PublishError ? error.message : formatSystemError(error);
  if (words !== undefined) {
    tell(words);
    return;
  }
  // The message of an unforeseen error may quote a report that is withheld, so only its kind is shown.
  const where = error instanceof FaultInOutput ? `${error.output}, ` : "";
  const cause = error instanceof FaultInOutput ? error.cause : error;
  const kind = cause instanceof Error ? cause.name : "unknown";
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : "";
  tell(
    `internal error of scrutineer (${where}${kind}${code}), which no report caused. Nothing was published. Run the command again; if it stops there again, report it with what it prints when SCRUTINEER_DEBUG=1 is set, which may quote reports.`,
  );
  if (process.env["SCRUTINEER_DEBUG"])
    process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
}
