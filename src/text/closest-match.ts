import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one most likely stands for, if any is near enough to be worth offering. */
export function closestMatch(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = typed.toLowerCase();
  const candidate = closest(
    lower,
    known.map((word) => word.toLowerCase()),
  );
  const isNear = distance(lower, candidate) <= Math.max(1, Math.floor(candidate.length / 3));
  return isNear || letters(lower) === letters(candidate)
    ? known.find((word) => word.toLowerCase() === candidate)
    : undefined;
}

/** The letters of a word in order, by which two that were typed the wrong way round are the same. */
function letters(word: string): string {
  return [...word].sort().join("");
}
