import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one most likely stands for, if any is near enough to be worth offering. */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = typed.toLowerCase();
  const candidate = closest(
    lower,
    known.map((word) => word.toLowerCase()),
  );
  const near = distance(lower, candidate) <= Math.max(1, Math.floor(candidate.length / 3));
  return near ? known.find((word) => word.toLowerCase() === candidate) : undefined;
}
