import { charactersInFonts } from "./characters/characters-in-fonts.ts";
import { charactersJoined } from "./characters/characters-joined.ts";
import { charactersUnprintable } from "./characters/characters-unprintable.ts";
import { codeIndented } from "./characters/code-indented.ts";
import { codeUnclosed } from "./characters/code-unclosed.ts";
import { commentMarks } from "./characters/comment-marks.ts";
import { lineDrawn } from "./characters/line-drawn.ts";
import { rawHtml } from "./characters/raw-html.ts";
import { signsUnread } from "./characters/signs-unread.ts";
import type { Check, FrontmatterCheck, LineCheck, RunningTextCheck, RunningTextsCheck } from "./check.ts";
import { dateAmbiguous } from "./dates/date-ambiguous.ts";
import { dateImpossible } from "./dates/date-impossible.ts";
import { dateWeekday } from "./dates/date-weekday.ts";
import { clearDays, reportAfterMeeting } from "./dates/meeting-dates.ts";
import { footnotes } from "./footnotes/footnotes.ts";
import { notesTyped } from "./footnotes/notes-typed.ts";
import { headingEmpty } from "./headings/heading-empty.ts";
import { headingInBold } from "./headings/heading-in-bold.ts";
import { headingLevels } from "./headings/heading-levels.ts";
import { headingTwice } from "./headings/heading-twice.ts";
import { headingUnread } from "./headings/heading-unread.ts";
import { headingWords } from "./headings/heading-words.ts";
import { imageAlternativeText } from "./images/image-alternative-text.ts";
import { imageWording } from "./images/image-wording.ts";
import { hiddenReferences } from "./links/hidden-references.ts";
import { addressesInText, linkAddresses } from "./links/link-address.ts";
import { linkCredential } from "./links/link-credential.ts";
import { linkDefinitions } from "./links/link-definitions.ts";
import { internalAddresses, internalBackground, internalLinks } from "./links/link-internal.ts";
import { linkScheme } from "./links/link-scheme.ts";
import { linkTextAddress, linkTextSame, linkTextVague } from "./links/link-text.ts";
import { linksUnread } from "./links/links-unread.ts";
import { listsRunTogether } from "./lists/lists-run-together.ts";
import { numberBlanks } from "./lists/number-blanks.ts";
import { captionsUnread } from "./tables/captions-unread.ts";
import { tableCaptions } from "./tables/table-captions.ts";
import { tableCells } from "./tables/table-cells.ts";
import { tableRows } from "./tables/table-rows.ts";
import { tableShape } from "./tables/table-shape.ts";
import { tablesUnread } from "./tables/tables-unread.ts";
import { blockFence } from "./withholding/block-fence.ts";
import { blockIndented } from "./withholding/block-indented.ts";
import { exemptPassage } from "./withholding/exempt-passage.ts";
import { bracketsUnbalanced } from "./words/brackets-unbalanced.ts";
import { paragraphWithoutWords } from "./words/paragraph-without-words.ts";
import { partsEmpty } from "./words/parts-empty.ts";
import { quotesUnbalanced } from "./words/quotes-unbalanced.ts";
import { wordTwice } from "./words/word-twice.ts";

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
