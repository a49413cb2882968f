import type { Language } from "../model.ts";
import { ENGLISH } from "./english-references.ts";
import type { ReferenceGrammar } from "./reference-grammar.ts";
import { makeWelsh } from "./welsh-references.ts";

const ENGLISH_ALONE: readonly ReferenceGrammar[] = [ENGLISH];
/** Made when the first Welsh report is read, because most sites have none. */
let both: readonly ReferenceGrammar[] | undefined;

/** The languages that the references of a report are read in: a Welsh report may quote English, or be written in both. */
export function grammarsOf(lang: Language): readonly ReferenceGrammar[] {
  if (lang === "en-GB") return ENGLISH_ALONE;
  both ??= [makeWelsh(), ENGLISH];
  return both;
}
