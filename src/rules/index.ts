import { blockFence } from "./block-fence.ts";
import { blockIndented } from "./block-indented.ts";
import { bracketsUnbalanced } from "./brackets-unbalanced.ts";
import { charactersJoined } from "./characters-joined.ts";
import { charactersUnprintable } from "./characters-unprintable.ts";
import type { Check, FrontmatterCheck, LineCheck, RunningTextCheck, RunningTextsCheck } from "./check.ts";
import { commentMarks } from "./comment-marks.ts";
import { dateAmbiguous } from "./date-ambiguous.ts";
import { dateImpossible } from "./date-impossible.ts";
import { dateWeekday } from "./date-weekday.ts";
import { exemptPassage } from "./exempt-passage.ts";
import { footnotes } from "./footnotes.ts";
import { headingLevels } from "./heading-levels.ts";
import { hiddenReferences } from "./hidden-references.ts";
import { imageAlternativeText } from "./image-alternative-text.ts";
import { linkCredential } from "./link-credential.ts";
import { linkDefinitions } from "./link-definitions.ts";
import { internalAddresses, internalBackground, internalLinks } from "./link-internal.ts";
import { linkScheme } from "./link-scheme.ts";
import { linkTextAddress, linkTextSame, linkTextVague } from "./link-text.ts";
import { clearDays, reportAfterMeeting } from "./meeting-dates.ts";
import { quotesUnbalanced } from "./quotes-unbalanced.ts";
import { rawHtml } from "./raw-html.ts";
import { tableCells } from "./table-cells.ts";
import { wordTwice } from "./word-twice.ts";

/** Every check of a text as it was parsed. */
export const checks: readonly Check[] = [
  blockFence,
  blockIndented,
  exemptPassage,
  rawHtml,
  commentMarks,
  headingLevels,
  tableCells,
  footnotes,
  linkDefinitions,
  linkScheme,
  internalLinks,
  linkTextVague,
  linkTextSame,
  imageAlternativeText,
  hiddenReferences,
];

/** Every check of the words of a paragraph, heading or cell. */
export const runningTextChecks: readonly RunningTextCheck[] = [
  wordTwice,
  dateImpossible,
  dateWeekday,
  dateAmbiguous,
  internalAddresses,
  linkTextAddress,
];

/** Every check of the words of a text as a whole. */
export const runningTextsChecks: readonly RunningTextsCheck[] = [quotesUnbalanced, bracketsUnbalanced];

/** Every check of what is typed, in the frontmatter and below it. */
export const lineChecks: readonly LineCheck[] = [linkCredential, charactersUnprintable, charactersJoined];

/** Every check of frontmatter that is sound in itself. */
export const frontmatterChecks: readonly FrontmatterCheck[] = [reportAfterMeeting, clearDays, internalBackground];
