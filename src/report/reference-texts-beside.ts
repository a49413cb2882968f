import { isJoinedToText } from "./reference-clauses.ts";
import { CODE, GAP, lowerCasePattern, PHRASES } from "./reference-patterns.ts";
import { AUTHORITY, TEXTS } from "./reference-vocabulary.ts";

/**
 * Whether the name of a text stands so near that the number is one of its own; `lower` is `before` in lower case, and `whole` is that
 * with its asides.
 */
export function isBesideText(before: string, lower: string, whole: string): boolean {
  return (
    (TEXT_BEFORE.test(lower) && !GAPPED_BEFORE.test(before)) ||
    BRACKETED_BEFORE.test(whole) ||
    OF_WHICH_BEFORE.test(lower) ||
    isJoinedToText(before)
  );
}

/** "have agreed a memorandum of understanding, of which" */
const OF_WHICH_BEFORE = lowerCasePattern(
  `(?<!\\p{L})(?:${AUTHORITY}|${TEXTS})(?!\\p{L})[^;:]{0,40}, (?:of|in|under) which $`,
);

/** "the code of conduct (adopted in 2012, " */
const BRACKETED_BEFORE = lowerCasePattern(
  `(?<!\\p{L})(?<!this |present |current )(?:${AUTHORITY}|${TEXTS})(?!\\p{L})${PHRASES} \\([^();]{1,60}, $|\\((?!see)(?:[^();]{1,40} )?(?:${AUTHORITY}|${TEXTS})(?!\\p{L})[^();]{0,60}, $`,
);

/** "the plan in paragraph 51" may be one that the paragraph makes; "the guidance in paragraph 51" may not. */
export const TEXT_BEFORE = lowerCasePattern(
  `(?<!\\p{L})(?<!this |present |current )(?:${AUTHORITY}|(?<!(?:^|[^\\p{L}])(?:to|will|must|may|can|should|would|could|not) )(?:${TEXTS})(?!.*(?<!,) in $))(?!\\p{L})${CODE}${PHRASES}${GAP}`,
);

/** "The auditor's report is at Appendix 1 and management's response at": so is that where the response is. */
const GAPPED_BEFORE =
  /(?<!\p{L})(?:is|are|was|were) (?:in|at) [^;:]{1,60} and (?:(?!the )[^ ,;:()]+ ){1,4}(?:in|at) $/iu;
