import { canBeDeleted, HIDDEN_CHARACTERS } from "../text/hidden-characters.ts";
import type { FileFix } from "./fix.ts";
import { placeInFile } from "./fixable.ts";
import { isOpenFieldLine } from "./withholding.ts";

/** Deletes characters that cannot be seen, where what can be seen stays as it is. */
export const hiddenCharacter: FileFix = {
  names: ["hidden-character"],
  isEachAlone: true,
  find: (text) => {
    const endOfFrontmatter = text.frontmatter === undefined ? 0 : text.frontmatter.start + text.frontmatter.yaml.length;
    const corrections = [...text.text.matchAll(HIDDEN_CHARACTERS)].flatMap(({ 0: character, index }) => {
      const end = index + character.length;
      if (!canBeDeleted(text.text, index)) return [];
      if (index < endOfFrontmatter && !isOpenFieldLine(lineAround(text.text, index))) return [];
      const edits = [{ start: text.at(index), end: text.at(end), replacement: "" }];
      return [{ name: "hidden-character" as const, place: placeInFile(text, index, end), edits }];
    });
    return { corrections, remarks: [] };
  },
};

function lineAround(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end === -1 ? undefined : end);
}
