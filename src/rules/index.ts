import { abbreviationBeforeDefinition } from "./abbreviations/abbreviation-before-definition.ts";
import { abbreviationDefinedTwice } from "./abbreviations/abbreviation-defined-twice.ts";
import { abbreviationEntryUnread } from "./abbreviations/abbreviation-entry-unread.ts";
import { abbreviationInHeading } from "./abbreviations/abbreviation-in-heading.ts";
import { abbreviationListDiffers } from "./abbreviations/abbreviation-list-differs.ts";
import { abbreviationLongFormAgain } from "./abbreviations/abbreviation-long-form-again.ts";
import { abbreviationMeaningsDiffer } from "./abbreviations/abbreviation-meanings-differ.ts";
import { abbreviationTwoMeanings } from "./abbreviations/abbreviation-two-meanings.ts";
import { abbreviationUndefined } from "./abbreviations/abbreviation-undefined.ts";
import { abbreviationUnused } from "./abbreviations/abbreviation-unused.ts";
import { abbreviationUsedOnce } from "./abbreviations/abbreviation-used-once.ts";
import { abbreviationWordRepeated } from "./abbreviations/abbreviation-word-repeated.ts";
import { statementEnforcer } from "./accessibility/statement-enforcer.ts";
import { statementMissing } from "./accessibility/statement-missing.ts";
import { statementPartMissing } from "./accessibility/statement-part-missing.ts";
import { statementUnfinished } from "./accessibility/statement-unfinished.ts";
import { annexFileAndText } from "./annexes/annex-file-and-text.ts";
import { annexFileMissing } from "./annexes/annex-file-missing.ts";
import { annexFileTwice } from "./annexes/annex-file-twice.ts";
import { annexFrontmatter } from "./annexes/annex-frontmatter.ts";
import { annexLetterTwice } from "./annexes/annex-letter-twice.ts";
import { annexNotAttached } from "./annexes/annex-not-attached.ts";
import { annexNotMentioned } from "./annexes/annex-not-mentioned.ts";
import { annexTextAfter } from "./annexes/annex-text-after.ts";
import { filePlace } from "./annexes/file-place.ts";
import { fileRefused } from "./annexes/file-refused.ts";
import { fileWithheld } from "./annexes/file-withheld.ts";
import { fileWordsUnseen } from "./annexes/file-words-unseen.ts";
import { fileElsewhere } from "./files/file-elsewhere.ts";
import { fileEncoding } from "./files/file-encoding.ts";
import { fileName } from "./files/file-name.ts";
import { fileSymbolicLink } from "./files/file-symbolic-link.ts";
import { fileTooLarge } from "./files/file-too-large.ts";
import { fileUnnamed } from "./files/file-unnamed.ts";
import { fileUnreadable } from "./files/file-unreadable.ts";
import { folderWithoutReport } from "./files/folder-without-report.ts";
import { meetingDate } from "./files/meeting-date.ts";
import { noReports } from "./files/no-reports.ts";
import { outputPathTwice } from "./files/output-path-twice.ts";
import { pathTooLong } from "./files/path-too-long.ts";
import { pdfNotMade } from "./files/pdf-not-made.ts";
import { programFault } from "./files/program-fault.ts";
import { reportTooCostly } from "./files/report-too-costly.ts";
import { frontmatterFieldInBody } from "./frontmatter/frontmatter-field-in-body.ts";
import { frontmatterFieldMissing } from "./frontmatter/frontmatter-field-missing.ts";
import { frontmatterFieldUnknown } from "./frontmatter/frontmatter-field-unknown.ts";
import { frontmatterFieldValue } from "./frontmatter/frontmatter-field-value.ts";
import { frontmatterLanguage } from "./frontmatter/frontmatter-language.ts";
import { frontmatterMissing } from "./frontmatter/frontmatter-missing.ts";
import { frontmatterSyntax } from "./frontmatter/frontmatter-syntax.ts";
import { frontmatterTooLarge } from "./frontmatter/frontmatter-too-large.ts";
import { frontmatterUnclosed } from "./frontmatter/frontmatter-unclosed.ts";
import { releaseNotDue } from "./frontmatter/release-not-due.ts";
import { translationBehind } from "./frontmatter/translation-behind.ts";
import { translationMissing } from "./frontmatter/translation-missing.ts";
import { translationPair } from "./frontmatter/translation-pair.ts";
import { headingCapitals } from "./headings/heading-capitals.ts";
import { headingEmpty } from "./headings/heading-empty.ts";
import { headingFullStop } from "./headings/heading-full-stop.ts";
import { headingInBold } from "./headings/heading-in-bold.ts";
import { headingLevelOne } from "./headings/heading-level-one.ts";
import { headingLevelSkipped } from "./headings/heading-level-skipped.ts";
import { headingTwice } from "./headings/heading-twice.ts";
import { headingUnderlined } from "./headings/heading-underlined.ts";
import { headingUnread } from "./headings/heading-unread.ts";
import { headingWordsMissing } from "./headings/heading-words-missing.ts";
import { imageAlternativeText } from "./images/image-alternative-text.ts";
import { imageAlternativeVague } from "./images/image-alternative-vague.ts";
import { imageAlternativeWording } from "./images/image-alternative-wording.ts";
import { imageLarge } from "./images/image-large.ts";
import { labelForm } from "./links/label-form.ts";
import { labelMissing } from "./links/label-missing.ts";
import { labelTwice } from "./links/label-twice.ts";
import { linkAddress } from "./links/link-address.ts";
import { linkCredential } from "./links/link-credential.ts";
import { linkDefinitionTwice } from "./links/link-definition-twice.ts";
import { linkDefinitionUnused } from "./links/link-definition-unused.ts";
import { linkFragmentMissing } from "./links/link-fragment-missing.ts";
import { linkInternal } from "./links/link-internal.ts";
import { linkScheme } from "./links/link-scheme.ts";
import { linkTargetMissing } from "./links/link-target-missing.ts";
import { linkTextAddress } from "./links/link-text-address.ts";
import { linkTextMissing } from "./links/link-text-missing.ts";
import { linkTextSame } from "./links/link-text-same.ts";
import { linkTextVague } from "./links/link-text-vague.ts";
import { linkUnread } from "./links/link-unread.ts";
import { referenceDirection } from "./links/reference-direction.ts";
import { referenceMissing } from "./links/reference-missing.ts";
import { referenceToItself } from "./links/reference-to-itself.ts";
import { captionUnread } from "./lists-and-tables/caption-unread.ts";
import { listItemEmpty } from "./lists-and-tables/list-item-empty.ts";
import { listRunTogether } from "./lists-and-tables/list-run-together.ts";
import { tableCaptionMissing } from "./lists-and-tables/table-caption-missing.ts";
import { tableCellLost } from "./lists-and-tables/table-cell-lost.ts";
import { tableCellMerged } from "./lists-and-tables/table-cell-merged.ts";
import { tableColumnEmpty } from "./lists-and-tables/table-column-empty.ts";
import { tableDrawn } from "./lists-and-tables/table-drawn.ts";
import { tableEmpty } from "./lists-and-tables/table-empty.ts";
import { tableHeaderCellEmpty } from "./lists-and-tables/table-header-cell-empty.ts";
import { tableRowJoined } from "./lists-and-tables/table-row-joined.ts";
import { tableRowShort } from "./lists-and-tables/table-row-short.ts";
import { tableUnread } from "./lists-and-tables/table-unread.ts";
import { tableWide } from "./lists-and-tables/table-wide.ts";
import { tableWithoutHeader } from "./lists-and-tables/table-without-header.ts";
import { backgroundLink } from "./meeting-papers/background-link.ts";
import { backgroundMissing } from "./meeting-papers/background-missing.ts";
import { descriptionMissing } from "./meeting-papers/description-missing.ts";
import { publicInterest } from "./meeting-papers/public-interest.ts";
import { urgentItem } from "./meeting-papers/urgent-item.ts";
import { footnoteTwice } from "./notes/footnote-twice.ts";
import { footnoteUndefined } from "./notes/footnote-undefined.ts";
import { footnoteUnused } from "./notes/footnote-unused.ts";
import { noteTyped } from "./notes/note-typed.ts";
import { listAlone } from "./numbering/list-alone.ts";
import { numberBlanks } from "./numbering/number-blanks.ts";
import { numberFalls } from "./numbering/number-falls.ts";
import { numberInLine } from "./numbering/number-in-line.ts";
import { numberTwice } from "./numbering/number-twice.ts";
import { numberingAmbiguous } from "./numbering/numbering-ambiguous.ts";
import { paragraphBeforeHeading } from "./numbering/paragraph-before-heading.ts";
import { paragraphEmpty } from "./numbering/paragraph-empty.ts";
import { subListNumber } from "./numbering/sub-list-number.ts";
import { subListStart } from "./numbering/sub-list-start.ts";
import { subParagraphLetter } from "./numbering/sub-paragraph-letter.ts";
import { typedNumber } from "./numbering/typed-number.ts";
import { typedNumberAllOnes } from "./numbering/typed-number-all-ones.ts";
import { typedNumberAmbiguous } from "./numbering/typed-number-ambiguous.ts";
import { typedNumberStray } from "./numbering/typed-number-stray.ts";
import { typedNumberSwallowed } from "./numbering/typed-number-swallowed.ts";
import { recommendationTwice } from "./recommendations/recommendation-twice.ts";
import { recommendationsDates } from "./recommendations/recommendations-dates.ts";
import { recommendationsFile } from "./recommendations/recommendations-file.ts";
import { committeeUnknown } from "./settings/committee-unknown.ts";
import { nameSpeltTwice } from "./settings/name-spelt-twice.ts";
import { settingsSyntax } from "./settings/settings-syntax.ts";
import { settingsValue } from "./settings/settings-value.ts";
import { characterJoined } from "./text/character-joined.ts";
import { characterNotInFonts } from "./text/character-not-in-fonts.ts";
import { characterUnprintable } from "./text/character-unprintable.ts";
import { codeIndented } from "./text/code-indented.ts";
import { codeUnclosed } from "./text/code-unclosed.ts";
import { commentUnread } from "./text/comment-unread.ts";
import { emphasisUnread } from "./text/emphasis-unread.ts";
import { hiddenCharacter } from "./text/hidden-character.ts";
import { ignoreCommentUnread } from "./text/ignore-comment-unread.ts";
import { ignoreCommentUnused } from "./text/ignore-comment-unused.ts";
import { lineDrawn } from "./text/line-drawn.ts";
import { quotationEmpty } from "./text/quotation-empty.ts";
import { rawHtml } from "./text/raw-html.ts";
import { textEmpty } from "./text/text-empty.ts";
import { textTooComplex } from "./text/text-too-complex.ts";
import { textTooDeep } from "./text/text-too-deep.ts";
import { policyBlocked } from "./theme/policy-blocked.ts";
import { styleSheetSyntax } from "./theme/style-sheet-syntax.ts";
import { templatePartMissing } from "./theme/template-part-missing.ts";
import { templateSyntax } from "./theme/template-syntax.ts";
import { templateValue } from "./theme/template-value.ts";
import { templateVersion } from "./theme/template-version.ts";
import { annexWithheldFile } from "./withholding/annex-withheld-file.ts";
import { annexWithheldText } from "./withholding/annex-withheld-text.ts";
import { blockFence } from "./withholding/block-fence.ts";
import { blockIndented } from "./withholding/block-indented.ts";
import { confidentialFlag } from "./withholding/confidential-flag.ts";
import { confidentialInBody } from "./withholding/confidential-in-body.ts";
import { confidentialReason } from "./withholding/confidential-reason.ts";
import { exemptAttributes } from "./withholding/exempt-attributes.ts";
import { exemptDefinition } from "./withholding/exempt-definition.ts";
import { exemptPassage } from "./withholding/exempt-passage.ts";
import { plainFileWithheld } from "./withholding/plain-file-withheld.ts";
import { textWithheld } from "./withholding/text-withheld.ts";
import { bracketsUnbalanced } from "./words-and-dates/brackets-unbalanced.ts";
import { clearDays } from "./words-and-dates/clear-days.ts";
import { dateAmbiguous } from "./words-and-dates/date-ambiguous.ts";
import { dateImpossible } from "./words-and-dates/date-impossible.ts";
import { dateWeekday } from "./words-and-dates/date-weekday.ts";
import { quotesUnbalanced } from "./words-and-dates/quotes-unbalanced.ts";
import { reportAfterMeeting } from "./words-and-dates/report-after-meeting.ts";
import { wordTwice } from "./words-and-dates/word-twice.ts";

/** Every rule, in the order in which lists show them. */
export const rules = [
  fileEncoding,
  fileTooLarge,
  fileElsewhere,
  fileUnnamed,
  fileSymbolicLink,
  fileName,
  fileUnreadable,
  folderWithoutReport,
  meetingDate,
  noReports,
  outputPathTwice,
  pathTooLong,
  programFault,
  pdfNotMade,
  reportTooCostly,
  settingsSyntax,
  settingsValue,
  committeeUnknown,
  nameSpeltTwice,
  templateSyntax,
  templateValue,
  templatePartMissing,
  templateVersion,
  policyBlocked,
  styleSheetSyntax,
  frontmatterMissing,
  frontmatterUnclosed,
  releaseNotDue,
  translationBehind,
  translationMissing,
  translationPair,
  frontmatterLanguage,
  frontmatterSyntax,
  frontmatterTooLarge,
  frontmatterFieldMissing,
  frontmatterFieldUnknown,
  frontmatterFieldValue,
  frontmatterFieldInBody,
  confidentialFlag,
  confidentialReason,
  confidentialInBody,
  plainFileWithheld,
  textWithheld,
  annexWithheldFile,
  annexWithheldText,
  exemptPassage,
  exemptAttributes,
  exemptDefinition,
  blockFence,
  blockIndented,
  publicInterest,
  descriptionMissing,
  urgentItem,
  backgroundMissing,
  backgroundLink,
  statementMissing,
  statementPartMissing,
  statementEnforcer,
  statementUnfinished,
  textEmpty,
  textTooDeep,
  textTooComplex,
  hiddenCharacter,
  rawHtml,
  commentUnread,
  ignoreCommentUnread,
  ignoreCommentUnused,
  codeIndented,
  codeUnclosed,
  lineDrawn,
  emphasisUnread,
  quotationEmpty,
  characterUnprintable,
  characterJoined,
  characterNotInFonts,
  wordTwice,
  quotesUnbalanced,
  bracketsUnbalanced,
  dateImpossible,
  dateWeekday,
  dateAmbiguous,
  reportAfterMeeting,
  clearDays,
  headingLevelOne,
  headingLevelSkipped,
  headingWordsMissing,
  headingEmpty,
  headingTwice,
  headingInBold,
  headingUnread,
  headingUnderlined,
  headingFullStop,
  headingCapitals,
  listRunTogether,
  listItemEmpty,
  tableCellLost,
  tableRowJoined,
  tableRowShort,
  tableWithoutHeader,
  tableHeaderCellEmpty,
  tableColumnEmpty,
  tableEmpty,
  tableWide,
  tableCellMerged,
  tableCaptionMissing,
  captionUnread,
  tableUnread,
  tableDrawn,
  imageAlternativeText,
  imageAlternativeVague,
  imageAlternativeWording,
  imageLarge,
  typedNumber,
  typedNumberStray,
  typedNumberAllOnes,
  typedNumberAmbiguous,
  typedNumberSwallowed,
  numberInLine,
  numberBlanks,
  subListStart,
  subListNumber,
  subParagraphLetter,
  numberTwice,
  numberFalls,
  numberingAmbiguous,
  paragraphEmpty,
  paragraphBeforeHeading,
  listAlone,
  referenceMissing,
  referenceToItself,
  referenceDirection,
  labelForm,
  labelTwice,
  labelMissing,
  linkTargetMissing,
  linkFragmentMissing,
  linkTextMissing,
  linkScheme,
  linkAddress,
  linkUnread,
  linkDefinitionUnused,
  linkDefinitionTwice,
  linkTextVague,
  linkTextSame,
  linkTextAddress,
  linkInternal,
  linkCredential,
  footnoteUndefined,
  footnoteUnused,
  footnoteTwice,
  noteTyped,
  annexNotMentioned,
  annexNotAttached,
  annexFileMissing,
  annexFileTwice,
  annexFileAndText,
  annexLetterTwice,
  annexTextAfter,
  annexFrontmatter,
  filePlace,
  fileRefused,
  fileWithheld,
  fileWordsUnseen,
  recommendationsFile,
  recommendationsDates,
  recommendationTwice,
  abbreviationUndefined,
  abbreviationUnused,
  abbreviationUsedOnce,
  abbreviationBeforeDefinition,
  abbreviationDefinedTwice,
  abbreviationLongFormAgain,
  abbreviationInHeading,
  abbreviationWordRepeated,
  abbreviationListDiffers,
  abbreviationTwoMeanings,
  abbreviationMeaningsDiffer,
  abbreviationEntryUnread,
] as const;
