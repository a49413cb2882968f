import { englishMarkings } from "./english.ts";
import type { MarkingLanguage } from "./table.ts";
import { welshMarkings } from "./welsh.ts";

/** In both languages, whatever language a report says that it is in: what is missed here is published. */
export const LANGUAGES: readonly MarkingLanguage[] = [englishMarkings, welshMarkings];
