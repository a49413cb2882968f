import { isOutcomesFile } from "../addresses/addresses.ts";
import { SETTINGS } from "../site/content.ts";
import {
  files,
  type Known,
  type Offer,
  offersInFields,
  offersInOutcomes,
  offersInSettings,
  reasons,
} from "./complete-fields.ts";
import { type Cursor, type EditedFile, isInFields, textBefore } from "./cursor.ts";
import { firstWords, type NamedPart } from "./edited-report.ts";

/** What may be written where the cursor is. */
export function offersAt(file: EditedFile, cursor: Cursor, known: Known): readonly Offer[] {
  if (file.path === SETTINGS) return offersInSettings(file, cursor);
  if (isOutcomesFile(file.path)) return offersInOutcomes(file, cursor);
  // An annex has no fields of its own.
  const isOwn = known.report === undefined || known.report.path === file.path;
  if (isInFields(file, cursor)) return isOwn ? offersInFields(file, cursor, known) : [];
  return offersInText(textBefore(file, cursor), file, cursor, known);
}

/** A list of numbers after the word, as in "paragraphs 3, 4 and". */
const EARLIER = String.raw`(?:[\p{L}\d.()]{1,12}(?:,\s*|\s+(?:and|or|to|a|ac|neu|i)\s+|\s*[–-]\s*))*`;
const PARAGRAPH = new RegExp(
  String.raw`(?<!\p{L})(?:paragraphs?|paras?\.?|[pbm]h?aragraff?(?:au)?)\s${EARLIER}(\p{L}?[\d.]*)$`,
  "iu",
);
const ANNEX = /(?<!\p{L})(?:annex(?:e?s)?|appendix|appendices|atodiad(?:au)?)\s([A-Z\d]{0,4})$/iu;
const RECOMMENDATION = /(?<!\p{L})(?:recommendations?|argymhelliad(?:au)?)\s(\(?[A-Z\d.]{0,5})$/iu;
const ANCHOR = /\]\(#([^()\s]*)$/;
const LINKED = /\]\(([^()#\s]*)$/;
const PASSAGE = /^\s*:::+\s*exempt\{[^}]*paragraphs="?(?:\d+[\s,]+)*(\d*)$/;

function offersInText(before: string, file: EditedFile, cursor: Cursor, known: Known): readonly Offer[] {
  const { report } = known;
  const at = (typed: string): number => cursor.column - typed.length;
  const typedIn = (pattern: RegExp): string | undefined => pattern.exec(before)?.[1];
  const passage = typedIn(PASSAGE);
  if (passage !== undefined) return reasons(file, known).map((one) => ({ ...one, column: at(passage) }));
  if (report === undefined) return [];
  const parts = (kind: NamedPart["kind"]): readonly NamedPart[] => report.parts.filter((part) => part.kind === kind);
  const anchor = typedIn(ANCHOR);
  if (anchor !== undefined)
    return report.parts.map((part) => ({ ...referenceTo(part), text: part.id, column: at(anchor) }));
  const linked = typedIn(LINKED);
  if (linked !== undefined)
    return files(file, known).map((path) => ({ kind: "file", text: encoded(path), label: path, column: at(linked) }));
  const number = typedIn(PARAGRAPH);
  if (number !== undefined) return parts("paragraph").map((part) => ({ ...referenceTo(part), column: at(number) }));
  const letter = typedIn(ANNEX);
  if (letter !== undefined) {
    const listed = report.annexes.map((annex) => ({ number: annex.letter, words: annex.title }));
    const written = parts("annex").filter(({ number: other }) => !listed.some((one) => one.number === other));
    return [...listed, ...written].map((one) => ({ ...referenceTo(one), column: at(letter) }));
  }
  const label = typedIn(RECOMMENDATION);
  if (label !== undefined) return parts("recommendation").map((part) => ({ ...referenceTo(part), column: at(label) }));
  return [];
}

function referenceTo({ number, words }: Pick<NamedPart, "number" | "words">): Omit<Offer, "column"> {
  return { kind: "reference", text: number, detail: firstWords({ words }), help: words };
}

/** A path as it is written in the brackets of a link. */
function encoded(path: string): string {
  return path
    .replace(/[\s()<>%#?]/g, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
}
