import type { Law } from "../law/law.ts";
import type { Frontmatter } from "../model/report.ts";
import type { Settings } from "../model/settings.ts";
import type { CalendarDate, Place } from "../model/source.ts";
import type { NumberedText, ParsedText } from "../model/tree.ts";
import type { Readable } from "../text/place.ts";
import type { RunningText } from "../text/running-texts.ts";
import type { RuleGroup } from "./groups.ts";

export type Severity = "error" | "warning" | "hint";

/** All that there is to say of a rule. A rule without checks is raised by a stage, which names it by its id. */
export interface Rule<Id extends string = string> {
  /** The name of its file, too, and of its page of help. */
  readonly id: Id;
  readonly severity: Severity;
  /** The folder of its file. */
  readonly group: RuleGroup;
  /** What it says, in words that quote nothing. */
  readonly summary: string;
  /** A way to put it right, in words that quote nothing. */
  readonly remedy: string;
  /**
   * It keeps what is withheld from being published: no setting turns it off, no fix may silence it, and it is told
   * first.
   */
  readonly guardsWithheld?: true;
  /** After it, it is no longer certain what the author meant to publish, so no message quotes the report. */
  readonly castsDoubt?: true;
  /** An error after which no words are lost and nothing withheld is published, so that `site.yml` may set it. */
  readonly isMild?: true;
  /**
   * Whether it is told where the public part of a report gives it, and the whole does not. Else errors are, because
   * nothing else that only the public part gives is a mistake: a note that only a passage refers to is left out of it.
   */
  readonly ofPublicPartAlone?: "told" | "untold";
  readonly checks?: Checks;
}

/** Writes down a rule. */
export function rule<const Id extends string>(definition: Rule<Id>): Rule<Id> {
  return definition;
}

/** What a check may look at. */
export interface Subjects {
  /** One text of a report, as it was parsed. */
  readonly text: ParsedText;
  /** The same when its paragraphs are numbered, in its sections. */
  readonly numberedText: NumberedText;
  /** The words of one paragraph, heading or cell. */
  readonly runningText: RunningText;
  /** The words of a whole text, block by block in order, because what begins in one may end in another. */
  readonly runningTexts: readonly RunningText[];
  /** What is typed, in the frontmatter and below it, whatever Markdown or YAML makes of it. */
  readonly lines: Readable;
  /** Frontmatter that is sound in itself. */
  readonly frontmatter: SoundFrontmatter;
  /** A plain page, such as the accessibility statement, as it was parsed. */
  readonly plainPage: ParsedPlainPage;
}

interface ParsedPlainPage {
  readonly text: ParsedText;
  /** Its address below the site's root, without the closing slash. */
  readonly slug: string;
  readonly title: string;
  readonly titlePlace: Place;
  readonly settings: Settings;
}

interface SoundFrontmatter {
  readonly frontmatter: Frontmatter;
  /** The place of a field, or of an entry of one. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** The law of its committee. */
  readonly law: Law;
  /** The laws of all meetings that receive it, each once; none where it names no meeting. */
  readonly laws: readonly Law[];
  /** For how many days it is to be public before its meeting; 0 asks for none. */
  readonly noticeDays: number;
  /** Days on which the council's offices are closed. */
  readonly daysOff: readonly CalendarDate[];
  /** Whether the report is withheld as a whole. */
  readonly isWithheld: boolean;
}

/** The checks of a rule, by what they look at. Each raises its own rule alone, and so does not name it. */
type Checks = { readonly [Subject in keyof Subjects]?: (subject: Subjects[Subject], raise: RaiseFound) => void };

/** What is said of a mistake; the rule gives the severity. */
export interface Found {
  readonly place: Place;
  /** What is there and what was expected; may quote the author's text. */
  readonly message: string;
  /** One concrete way to put it right, where the rule's remedy is not all that there is to say. */
  readonly fix?: string | undefined;
  /** The message and the fix are the program's own words, whatever the author typed. */
  readonly quotesNothing?: true;
  /** A word of the program's own, such as the name of a field, that a summary may offer. */
  readonly knownWord?: string | undefined;
  /** In place of the summary and the remedy, words of the program's own that say more, such as which field is meant. */
  readonly ownWords?: { readonly message: string; readonly fix: string } | undefined;
  readonly related?: Related | undefined;
}

/** Another place that a diagnostic is about, and the author's line there, where it may be shown. */
interface Related {
  readonly message: string;
  readonly place: Place;
  readonly line?: string | undefined;
}

/** Takes down what a check found. */
export type RaiseFound = (found: Found) => void;
