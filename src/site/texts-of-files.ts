import { Sealed } from "../model/sealed.ts";
import type { Content } from "./content.ts";

/** The bytes of a Markdown file, as far as it can be read. */
export function bytesOf({ texts }: Content, path: string): Buffer | undefined {
  const sealed = texts.get(path);
  if (sealed === undefined) return undefined;
  const bytes = Sealed.open(sealed);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const decoder = new TextDecoder();
const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/** The lines of a file that hold its frontmatter, if it has any. */
export function headIn(bytes: Buffer | undefined): string {
  if (bytes === undefined) return "";
  let end = bytes.indexOf("---");
  while (end !== -1 && bytes[end - 1] !== LINE_FEED && bytes[end - 1] !== CARRIAGE_RETURN)
    end = bytes.indexOf("---", end + 1);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/**
 * A text with one character for each byte. ASCII in it is as it is, and nothing else in UTF-8 seems to be ASCII: to look
 * for that in all files takes a fifth of the time in which they are decoded.
 */
export function asciiIn(bytes: Buffer | undefined): string {
  return bytes?.toString("latin1") ?? "";
}

/** Whether a text decodes without the sign that is put in the place of bytes which are none. */
export function isSound(bytes: Buffer): boolean {
  return !decoder.decode(bytes).includes("\uFFFD");
}

/** The longest run of letters and figures in a short form that nothing but markup within a word can write otherwise. */
export function plainestPart(short: string): string {
  return (short.match(/[A-Za-z0-9]+/g) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    "",
  );
}
