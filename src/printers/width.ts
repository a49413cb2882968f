import stringWidth from "string-width";

/** How many columns a text takes; of plain letters nobody needs to be asked. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}

/** Whether a text has nothing but the characters of ASCII that are seen. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
