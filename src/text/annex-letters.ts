import type { AnnexEntry } from "../model/report.ts";

/** The letters of a list of annexes, in order: A, B, C …, or the labels that the author gave. */
export function annexLetters(entries: readonly AnnexEntry[]): readonly string[] {
  return entries.map(({ label }, index) => label ?? letterAt(index));
}

function letterAt(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? letterAt(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** The words of a section's heading: "Annex A: Budget by service". */
export function annexTitle({
  kind,
  letter,
  title,
}: {
  readonly kind: string;
  readonly letter: string;
  readonly title: string;
}): string {
  return title === "" ? `${kind} ${letter}` : `${kind} ${letter}: ${title}`;
}

/** Annex A has A1, A2 …; Appendix 1 has A1.1, A1.2 …, which no paragraph of the report's own can be taken for. */
export function numberInAnnex(letter: string, count: string): string {
  return (/^\d/.test(letter) ? "A" : "") + letter + (/\d$/.test(letter) ? "." : "") + count;
}
