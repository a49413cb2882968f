/**
 * A way in which papers say that they are not public. A blank in a pattern stands for blanks and hyphens of any kind,
 * and case does not matter. The example is the pattern's own test.
 */
export interface Marking {
  readonly example: string;
  /** The pattern as it is written, and the pattern, which is made when it is first needed. */
  readonly source: string;
  readonly pattern: RegExp;
  /**
   * Where it counts: "line" as the whole of a line, with no more after it than a reason; "word" likewise, but only
   * where a line of one word is no ordinary text; "answer" as a line that names something and says yes, or as two cells
   * or blocks; "denial" likewise, as one that names what is public and says no; "sentence" anywhere.
   */
  readonly on: "line" | "word" | "answer" | "denial" | "sentence";
  /** Whose marking it is, where the sentence also names an annex: "report" it stays; without it, the annex's. */
  readonly of?: "report" | "part" | "annex";
}

/** How a language marks papers. */
export interface MarkingLanguage {
  readonly markings: readonly Marking[];
  /** Phrases that are also printed with blanks between their letters. */
  readonly apart: readonly string[];
  /** What takes a marking back when it is before it in the sentence: "none of this report is exempt". */
  readonly negation: RegExp;
  /** How an answer begins that says that there is nothing of the kind. */
  readonly none: RegExp;
  /** Names of which "yes" says that a paper is not public, and which are mistyped. */
  readonly names: readonly string[];
  /** How a question begins. */
  readonly question: RegExp;
  /** "This report and its annexes". */
  readonly reportAndAnnexes: RegExp;
  /** A paragraph or section by its number. */
  readonly paragraph: RegExp;
  /** Where another clause of a sentence begins. */
  readonly clause: RegExp;
  /** By what law, up to the next sign. */
  readonly law: RegExp;
  /** The words of which markings are made. */
  readonly words: RegExp;
  /** An annex that what follows says is one of the report's: "Appendix 2 to", before "this report". */
  readonly annexOf: RegExp;
  /** A word for annexes, and what names them as `named`. */
  readonly annex: RegExp;
}

/** Makes a pattern of parts in which a blank may be typed in several ways. */
export function markingPattern(source: string, flags = "iu"): RegExp {
  return new RegExp(
    source.replace(/ ([?*])?/g, (_blank, optional) => (optional ? "[ -]*" : "[ -]+")),
    flags,
  );
}

/** An entry of a table; a pattern that capitals make is given with its flags. */
export function marking(
  example: string,
  { source, flags }: { readonly source: string; readonly flags?: string },
  on: Marking["on"],
  of?: Marking["of"],
): Marking {
  let made: RegExp | undefined;
  return {
    example,
    source,
    on,
    ...(of && { of }),
    get pattern() {
      made ??= markingPattern(source, flags);
      return made;
    },
  };
}

const whole = (pattern: string): { readonly source: string } => ({ source: `^(?:${pattern})$` });

/** How an entry of a table is written: a whole line, a word of a line, an answer, a denial, or words in a sentence. */
export const line = (example: string, pattern: string, of?: Marking["of"]): Marking =>
  marking(example, whole(pattern), "line", of);
export const word = (example: string, pattern: string): Marking => marking(example, whole(pattern), "word");
export const answer = (example: string, pattern: string): Marking => marking(example, whole(pattern), "answer");
export const denial = (example: string, pattern: string): Marking => marking(example, whole(pattern), "denial");
export const sentence = (example: string, pattern: string, of?: Marking["of"]): Marking =>
  marking(example, { source: `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])` }, "sentence", of);
