import { type Command, CommanderError } from "commander";
import { type Format, formats } from "../printers/formats.ts";
import { closestMatch } from "../text/closest-match.ts";

const WRONG_USE = 2;

/** The codes of the errors that these flags raise for a value that they do not take. */
export const PRINTING_ERRORS: readonly string[] = ["format", "max-warnings"];

export const PRINTING_EXAMPLES = `
  npx scrutineer check --format json > findings.json
  npx scrutineer check --format github --max-warnings 0      (in a workflow of GitHub's)`;

/** Adds to a command the flags that say how what was found is told; their values are `PrintOptions`. */
export function withPrintingFlags(command: Command): Command {
  return command
    .option("--format <format>", `how to print what was found: ${formatChoices(formats)}`, readFormat, "pretty")
    .option(
      "--max-warnings <n>",
      "exit with 1 where there are more warnings than this; build then publishes nothing",
      readNumber,
    )
    .option("--quiet", "print only errors, and nothing at all if nothing is wrong")
    .option("--no-color", "print without colours");
}

function readFormat(typed: string): Format {
  const format = formats.find((known) => known === typed);
  if (format !== undefined) return format;
  const nearest = closestMatch(typed, formats);
  const offer = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  throw new CommanderError(
    WRONG_USE,
    "format",
    `error: --format takes ${formatChoices(formats)}, not ${typed}${offer}`,
  );
}

function readNumber(typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new CommanderError(
    WRONG_USE,
    "max-warnings",
    `error: --max-warnings takes a whole number such as 0 or 20, not ${typed}`,
  );
}

function formatChoices(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
