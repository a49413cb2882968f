import { countWhile } from "../text/count-while.ts";

/**
 * A file's text as its author wrote it, beside the text that the program reads: with `\n` line ends and without a
 * byte-order mark.
 */
export interface OriginalText {
  /** Every character of the file. */
  readonly original: string;
  readonly text: string;
  /** Where a character of `text` is in `original`. */
  readonly at: (offset: number) => number;
}

export const BYTE_ORDER_MARK = "\uFEFF";

/** Decodes a file and keeps all that reading it takes away; gives nothing where it is not UTF-8. */
export function readOriginal(bytes: Uint8Array): OriginalText | undefined {
  const original = decode(bytes);
  if (original === undefined) return undefined;
  const mark = original.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const lines = original.slice(mark);
  const text = lines.replace(/\r\n?/g, "\n");
  // Only a line end of two characters moves what is after it.
  const ends = Array.from(lines.matchAll(/\r\n/g), ({ index }, before) => index - before);
  return { original, text, at: (offset) => mark + offset + countWhile(ends, (end) => end < offset) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
