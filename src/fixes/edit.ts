/** A stretch of a file's original text, and what is written in its place. Neither holds the end of a line. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * Writes edits into a text, all at once; what stands between them stays as it is. Throws where two overlap, or where one would
 * make or take away a line: what is withheld is held by lines.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let written = 0;
  for (const { start, end, replacement } of inOrder) {
    if (start < written || end < start || end > text.length) throw new Error("two fixes overlap");
    if (/[\r\n]/.test(text.slice(start, end) + replacement)) throw new Error("a fix would change the lines of a file");
    parts.push(text.slice(written, start), replacement);
    written = end;
  }
  return parts.join("") + text.slice(written);
}
