import { bullets } from "./bullets.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { dashes } from "./dashes.ts";
import { dates } from "./dates.ts";
import { fieldNamesFix } from "./field-names.ts";
import type { FileFix, ReportFix } from "./fix.ts";
import { headings } from "./headings.ts";
import { hiddenCharacter } from "./hidden-character.ts";
import { brokenLines, letteredParagraphs } from "./lines-apart.ts";
import { imagesWithBlanks, linksWithBlanks } from "./links.ts";
import { listMarkers } from "./list-markers.ts";
import { numberBlanks } from "./number-blanks.ts";
import { numbering } from "./numbering.ts";
import { spacesAfterMarkers, spacesBetweenWords } from "./spaces.ts";
import { swallowedNumbers } from "./swallowed-numbers.ts";
import { typedNotes } from "./typed-notes.ts";

/** Every fix of a file by itself, in the order in which they are tried. */
export const fileFixes: readonly FileFix[] = [byteOrderMark, hiddenCharacter, fieldNamesFix, dates];

/** Those of them that touch no field of a report. */
export const plainFileFixes: readonly FileFix[] = [byteOrderMark, hiddenCharacter];

/** Every fix of a report that can be read, in the order in which they are tried. */
export const reportFixes: readonly ReportFix[] = [
  headings,
  spacesAfterMarkers,
  numberBlanks,
  bullets,
  listMarkers,
  typedNotes,
  letteredParagraphs,
  brokenLines,
  swallowedNumbers,
  numbering,
  spacesBetweenWords,
  dashes,
  linksWithBlanks,
  imagesWithBlanks,
];
