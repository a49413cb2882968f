/**
 * A stretch of a file's original text, and what is written in its place. Neither holds the end of a line, but for an
 * empty line.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The blanks at the start of a line become an empty line above it. */
  readonly isEmptyLine?: true;
}

/**
 * Writes edits into a text, all at once; what is between them stays as it is. Throws where two overlap, or where one
 * would make or take away a line: what is withheld is held by lines.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let written = 0;
  for (const { start, end, replacement, isEmptyLine = false } of inOrder) {
    if (start < written || end < start || end > text.length) throw new Error("two fixes overlap");
    const changed = text.slice(start, end) + replacement;
    if (isEmptyLine ? !isEmptyLineAbove(text, start, changed) : /[\r\n]/.test(changed))
      throw new Error("a fix would change the lines of a file");
    parts.push(text.slice(written, start), replacement);
    written = end;
  }
  return parts.join("") + text.slice(written);
}

function isEmptyLineAbove(text: string, start: number, changed: string): boolean {
  return /^[ \t]*(?:\r\n|\r|\n)$/.test(changed) && /[\r\n]/.test(text.charAt(start - 1));
}
