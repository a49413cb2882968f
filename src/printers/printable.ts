import { HIDDEN_CHARACTERS } from "../text/hidden-characters.ts";

/**
 * A text on one line that is safe to print wherever a log is read: it holds no character that moves the cursor, hides,
 * or turns others round, and no `##[error]`, `##vso[…]` or `##teamcity[…]`, which a CI would obey anywhere in a line.
 */
export function printable(text: string): string {
  return visible(withoutCommands(text.replace(/(?<!\s)\s*[\n\r]\s*/g, " ").replaceAll("\t", " ")));
}

/**
 * A text with a sign in place of each character that moves the cursor, hides, or turns others round; line ends and tabs
 * stay.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN_CHARACTERS, "\uFFFD");
}

/** A text that no CI obeys: a backslash is before the bracket. */
export function withoutCommands(text: string): string {
  return text.replace(COMMANDS, "##$1\\[");
}

/** What GitHub (`ActionCommand.TryParse` of its runner), Azure Pipelines and TeamCity take for commands. */
export const COMMANDS = /##(\w*)\[/g;
