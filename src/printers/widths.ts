/** How texts are in a terminal, with what colours them. */
export interface Widths {
  /** How many columns a text takes. */
  readonly widthOf: (text: string) => number;
  /** A text with line ends, so that no line takes more columns. */
  readonly wrapped: (text: string, columns: number) => string;
}

/** Whether a text has nothing but the characters of ASCII that are seen. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
