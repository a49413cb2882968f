import type { ListPatterns, ReferenceList } from "./reference-lists.ts";
import type { SentenceAround } from "./sentence-around.ts";

/** Whose paragraphs a sentence names: it says that they are this report's, or another's, or neither. */
export type Ownership = "ours" | "theirs" | "unsaid";

/** What a list of references has beside it, beyond the words of its sentence. */
export interface Beside {
  /** Whether the lists that it follows on are another's. */
  readonly isLastTheirs: boolean;
  /** Whether a list of paragraphs stands behind an annex, which are that annex's. */
  readonly isParagraphNext: boolean;
}

/** How one language names paragraphs and annexes, and says whose they are. */
export interface ReferenceGrammar {
  readonly lists: ListPatterns;
  /** Between two lists: "and" or a comma; the "of" of "paragraph 4 of Annex A"; the comma of "Annex A, paragraph 4". */
  readonly joints: { readonly and: RegExp; readonly of: RegExp; readonly in: RegExp };
  /** Behind a list: "of that annex". */
  readonly thatAnnex: RegExp;
  readonly ownershipOf: (list: ReferenceList, around: SentenceAround, beside: Beside) => Ownership;
  /** Whether a sentence speaks of a text of authority or its author, so that a number in it may be theirs after all. */
  readonly mentionsAuthority: (around: SentenceAround) => boolean;
  /** Where a block first names a text that is somebody else's, or Infinity. */
  readonly firstTextNamed: (text: string) => number;
  /** What the words behind a list say of where it stands. */
  readonly directionOf: (behind: string) => "above" | "below" | undefined;
}
