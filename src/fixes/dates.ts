import { dateMeant } from "../dates/guess-date.ts";
import { fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";
import { locate, readYamlMapping } from "../yaml/read-mapping.ts";
import { type FileFix, NOTHING_FOUND } from "./fix.ts";
import { placeInFile } from "./fixable.ts";

const FIELDS = fieldNames.filter((name) => frontmatterFields[name].isDate);

/**
 * Writes the dates of the report and of its meeting in a form that is accepted, where they can be read in one way only.
 */
export const dates: FileFix = {
  names: ["dates"],
  isEachAlone: true,
  find: (text) => {
    const { frontmatter } = text;
    const mapping = frontmatter && readYamlMapping(frontmatter.yaml);
    if (frontmatter === undefined || mapping === undefined || !("value" in mapping)) return NOTHING_FOUND;
    const corrections = FIELDS.flatMap((field) => {
      const typed = mapping.value[field];
      const meant = typeof typed === "string" ? dateMeant(typed) : undefined;
      if (typeof typed !== "string" || meant === undefined) return [];
      const range = locate(mapping.document, [field]);
      const written = text.text.slice(frontmatter.start + range.start, frontmatter.start + range.end);
      const at = frontmatter.start + range.start + written.indexOf(typed);
      if (!written.includes(typed) || typed.includes("\n")) return [];
      const edits = [{ start: text.at(at), end: text.at(at + typed.length), replacement: meant }];
      return [{ name: "dates" as const, place: placeInFile(text, at, at + typed.length), edits }];
    });
    return { corrections, remarks: [] };
  },
};
