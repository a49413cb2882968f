import { blockFence } from "./block-fence.ts";
import { blockIndented } from "./block-indented.ts";
import { bracketsUnbalanced } from "./brackets-unbalanced.ts";
import { captionsUnread } from "./captions-unread.ts";
import { charactersInFonts } from "./characters-in-fonts.ts";
import { charactersJoined } from "./characters-joined.ts";
import { charactersUnprintable } from "./characters-unprintable.ts";
import type { Check, FrontmatterCheck, LineCheck, RunningTextCheck, RunningTextsCheck } from "./check.ts";
import { codeIndented } from "./code-indented.ts";
import { codeUnclosed } from "./code-unclosed.ts";
import { commentMarks } from "./comment-marks.ts";
import { dateAmbiguous } from "./date-ambiguous.ts";
import { dateImpossible } from "./date-impossible.ts";
import { dateWeekday } from "./date-weekday.ts";
import { exemptPassage } from "./exempt-passage.ts";
import { footnotes } from "./footnotes.ts";
import { headingEmpty } from "./heading-empty.ts";
import { headingInBold } from "./heading-in-bold.ts";
import { headingLevels } from "./heading-levels.ts";
import { headingTwice } from "./heading-twice.ts";
import { headingUnread } from "./heading-unread.ts";
import { headingWords } from "./heading-words.ts";
import { hiddenReferences } from "./hidden-references.ts";
import { imageAlternativeText } from "./image-alternative-text.ts";
import { imageWording } from "./image-wording.ts";
import { lineDrawn } from "./line-drawn.ts";
import { addressesInText, linkAddresses } from "./link-address.ts";
import { linkCredential } from "./link-credential.ts";
import { linkDefinitions } from "./link-definitions.ts";
import { internalAddresses, internalBackground, internalLinks } from "./link-internal.ts";
import { linkScheme } from "./link-scheme.ts";
import { linkTextAddress, linkTextSame, linkTextVague } from "./link-text.ts";
import { linksUnread } from "./links-unread.ts";
import { listsRunTogether } from "./lists-run-together.ts";
import { clearDays, reportAfterMeeting } from "./meeting-dates.ts";
import { notesTyped } from "./notes-typed.ts";
import { numberBlanks } from "./number-blanks.ts";
import { paragraphWithoutWords } from "./paragraph-without-words.ts";
import { partsEmpty } from "./parts-empty.ts";
import { quotesUnbalanced } from "./quotes-unbalanced.ts";
import { rawHtml } from "./raw-html.ts";
import { signsUnread } from "./signs-unread.ts";
import { tableCaptions } from "./table-captions.ts";
import { tableCells } from "./table-cells.ts";
import { tableRows } from "./table-rows.ts";
import { tableShape } from "./table-shape.ts";
import { tablesUnread } from "./tables-unread.ts";
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
  linkAddresses,
  internalLinks,
  linkTextVague,
  linkTextSame,
  imageAlternativeText,
  hiddenReferences,
  headingWords,
  headingInBold,
  headingUnread,
  imageWording,
  signsUnread,
  linksUnread,
  codeIndented,
  codeUnclosed,
  numberBlanks,
  notesTyped,
  lineDrawn,
];

/** Every check of a text whose paragraphs are numbered, in its sections. */
export const checksOfNumbered: readonly Check[] = [
  headingEmpty,
  headingTwice,
  paragraphWithoutWords,
  partsEmpty,
  tableShape,
  tableRows,
  tableCaptions,
  captionsUnread,
  tablesUnread,
  listsRunTogether,
];

/** Every check of the words of a paragraph, heading or cell. */
export const runningTextChecks: readonly RunningTextCheck[] = [
  wordTwice,
  dateImpossible,
  dateWeekday,
  dateAmbiguous,
  internalAddresses,
  addressesInText,
  linkTextAddress,
];

/** Every check of the words of a text as a whole. */
export const runningTextsChecks: readonly RunningTextsCheck[] = [quotesUnbalanced, bracketsUnbalanced];

/** Every check of what is typed, in the frontmatter and below it. */
export const lineChecks: readonly LineCheck[] = [
  linkCredential,
  charactersUnprintable,
  charactersJoined,
  charactersInFonts,
];

/** Every check of frontmatter that is sound in itself. */
export const frontmatterChecks: readonly FrontmatterCheck[] = [reportAfterMeeting, clearDays, internalBackground];
