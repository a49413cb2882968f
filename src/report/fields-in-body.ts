import type { ParsedText } from "../model.ts";
import { nearestWord } from "../nearest.ts";
import { placeOnLine } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { fieldNames } from "./frontmatter-fields.ts";

const FIELD_LINE = new RegExp(`^(?:${fieldNames.join("|")}):(?:\\s|$)`);
/** "Confidential Yes/No: No", "| Exempt | Yes |", "Status: confidential": a name, a sign, a verdict, and no more on the line. */
const VERDICT =
  /^[\s>*_#|+-]*(\p{L}+)(?:[*_]*[\s(]*yes\s*\/\s*no\)?)?(?=[\s*_]*[:=–—|-])[\s:=–—|*_-]+(yes|no|true|false|y|n|exempt|confidential|restricted|withheld)[\s|.*_!]*$/iu;
const NAMES = ["confidential", "confidentiality", "exempt"];
const STATUS = /^(?:status|classification|marking|publication)$/i;
/** The field itself, with a mapping or nothing behind it. */
const FLAG = /^\s*confidential\s*:\s*(?:[{|>].*)?$/i;
const NOT_FOR_PUBLICATION = /^[\s>*_#|+-]*(?:strictly\s+)?not\s+for\s+publication\b/i;

function statesConfidentiality(line: string): boolean {
  if (FLAG.test(line) || NOT_FOR_PUBLICATION.test(line)) return true;
  const [, name = "", verdict = ""] = VERDICT.exec(line) ?? [];
  if (name !== "" && nearestWord(name, NAMES) !== undefined) return true;
  return STATUS.test(name) && !/^(?:yes|no|true|false|y|n)$/i.test(verdict);
}

/**
 * A line of dashes inside a value ends the frontmatter early, and what follows becomes text: so no field may stand at the
 * start of the text, and nothing that states confidentiality anywhere in it.
 */
export function raiseFieldsInBody(text: ParsedText, raise: Raise): void {
  let firstBlock: "before" | "inside" | "after" = "before";
  for (const [index, line] of text.text.split("\n").entries()) {
    const isEmpty = line.trim() === "";
    if (!isEmpty && firstBlock === "before") firstBlock = "inside";
    else if (isEmpty && firstBlock === "inside") firstBlock = "after";
    const place = placeOnLine(text, index + 1, 1, line.trimEnd().length + 1);
    if (statesConfidentiality(line)) {
      raise({
        rule: "confidential-in-body",
        place,
        message:
          "this line of the text states confidentiality, and only the frontmatter can: here it would be published as text",
        fix: "move it between the lines of --- as `confidential: Yes` or `confidential: No`, or word the sentence differently",
        knownWord: "confidential",
      });
    } else if (firstBlock === "inside" && FIELD_LINE.test(line)) {
      raise({
        rule: "frontmatter-field-in-body",
        place,
        message:
          "a field of the frontmatter stands at the start of the text, so the frontmatter seems to have ended too early",
        fix: "take out the line of --- above it; inside a value, indent such a line or write the value on one line",
      });
    }
  }
}
