import { fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";
import { locate, readYamlMapping } from "../yaml/read-mapping.ts";
import { fieldMeant } from "./field-meant.ts";
import { type Correction, type FileFix, NOTHING_FOUND } from "./fix.ts";
import { placeInFile } from "./fixable.ts";
import type { FileText } from "./types.ts";

/** Writes the names of fields, and words that a field takes from a list, as the program knows them. */
export const fieldNamesFix: FileFix = {
  names: ["field-names"],
  isEachAlone: true,
  find: (text) => {
    const { frontmatter } = text;
    const mapping = frontmatter && readYamlMapping(frontmatter.yaml);
    if (frontmatter === undefined || mapping === undefined || !("value" in mapping)) return NOTHING_FOUND;
    const correctionAt = (
      path: readonly string[],
      kind: "value" | "unknown key",
      typed: string,
      meant: string,
    ): Correction[] => {
      const range = locate(mapping.document, path, kind);
      return correctionOfWord(text, [frontmatter.start + range.start, frontmatter.start + range.end], typed, meant);
    };
    const corrections = Object.entries(mapping.value).flatMap(([name, value]) => {
      const field = fieldNames.find((one) => one === name);
      const words = field === undefined ? undefined : frontmatterFields[field].words;
      const word = typeof value === "string" ? words?.find((one) => sameBut(one, value)) : undefined;
      if (typeof value === "string" && word !== undefined && word !== value)
        return correctionAt([name], "value", value, word);
      if (field !== undefined) return [];
      const meant = fieldMeant(name);
      const isThere = Object.keys(mapping.value).filter((other) => fieldMeant(other) === meant).length > 1;
      return meant === undefined || isThere ? [] : correctionAt([name], "unknown key", name, meant);
    });
    return { corrections, remarks: [] };
  },
};

function sameBut(known: string, typed: string): boolean {
  return known.toLowerCase() === typed.trim().toLowerCase().replace("_", "-");
}

/** A word with or without quotation marks, which stay. */
function correctionOfWord(
  text: FileText,
  [start, end]: readonly [start: number, end: number],
  typed: string,
  meant: string,
): Correction[] {
  const at = start + text.text.slice(start, end).indexOf(typed);
  if (at < start || text.text.slice(at, at + typed.length) !== typed) return [];
  const place = placeInFile(text, at, at + typed.length);
  const edit = { start: text.at(at), end: text.at(at + typed.length), replacement: meant };
  return [{ name: "field-names", place, edits: [edit] }];
}
