import { distance } from "fastest-levenshtein";
import { type FieldName, fieldNames, frontmatterFields } from "../report/frontmatter/fields.ts";

/** A word of so many letters may have one wrong and still be known. */
const LONG_ENOUGH = 5;

/**
 * The field that a name of the frontmatter stands for beyond doubt: the name itself, in other capitals, or with one
 * letter wrong or two in the wrong order. Nothing for any field about what is withheld, nor for a name that could stand
 * for one.
 */
export function fieldMeant(typed: string): FieldName | undefined {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const near = fieldNames.filter((name) => name === plain || isNear(plain, name));
  const exact = near.find((name) => name === plain);
  const meant = exact ?? (near.length === 1 ? near[0] : undefined);
  return meant !== undefined && frontmatterFields[meant].mayFix ? meant : undefined;
}

function isNear(typed: string, name: string): boolean {
  if (name.length < LONG_ENOUGH || typed.length < LONG_ENOUGH) return false;
  if (distance(typed, name) <= 1) return true;
  if (typed.length !== name.length) return false;
  const at = [...name].findIndex((letter, index) => letter !== typed[index]);
  const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  return swapped === typed;
}
