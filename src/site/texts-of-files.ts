import { Sealed } from "../model/sealed.ts";
import type { Content } from "./content.ts";

/** The lines of a file that hold its frontmatter, if it has any. */
export function headOf(content: Content, path: string): string {
  const text = textOf(content, path);
  const end = /[\n\r]---/.exec(text);
  return end === null ? text : text.slice(0, end.index + 1);
}

/** The text of a Markdown file, as far as it is text. */
export function textOf(content: Content, path: string): string {
  const bytes = content.texts.get(path);
  return bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
}

/** The longest run of letters and figures in a short form that nothing but markup within a word can write otherwise. */
export function plainestPart(short: string): string {
  return (short.match(/[A-Za-z0-9]+/g) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    "",
  );
}
