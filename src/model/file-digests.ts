import { createHash } from "node:crypto";

/** The largest file that is known by its text, too, in bytes: twice what is read of a report. */
const MOST_OF_A_TEXT = 2 * 1024 * 1024;

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * What tells a text whatever its file is called: the same where only line ends, a byte-order mark, frontmatter, blanks
 * at the ends of lines and empty lines at both ends differ. Nothing, where the bytes are no text, or hold no words.
 */
export function textHashOf(bytes: Uint8Array): string | undefined {
  const before = known.get(bytes);
  if (before !== undefined) return before.hash;
  const text = bytes.length > MOST_OF_A_TEXT ? undefined : wordsOf(bytes);
  const hash = text === undefined || text === "" ? undefined : hashOf(text);
  known.set(bytes, { hash });
  return hash;
}

/** Each time that a site is checked anew, all of its texts are asked for, and few of them have changed. */
const known = new WeakMap<Uint8Array, { readonly hash: string | undefined }>();

/** How many words the text of a file has, as `textHashOf` sees it. */
export function countWords(bytes: Uint8Array): number {
  return bytes.length > MOST_OF_A_TEXT ? 0 : (wordsOf(bytes)?.match(/\S+/g)?.length ?? 0);
}

/** Whether the text of a file has no line but these, as `textHashOf` sees it. */
export function hasOnlyLines(bytes: Uint8Array, lines: ReadonlySet<string>): boolean {
  const text = bytes.length > MOST_OF_A_TEXT ? undefined : wordsOf(bytes);
  return text?.split("\n").every((line) => line === "" || lines.has(line)) ?? false;
}

function wordsOf(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  // Line by line, because an expression for blanks at the ends of lines takes minutes over a file of blanks.
  const lines = text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const body = lines.slice(end + 1);
  const first = body.findIndex((line) => line !== "");
  return first === -1 ? "" : body.slice(first, body.findLastIndex((line) => line !== "") + 1).join("\n");
}
