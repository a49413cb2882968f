import { oneSpelling } from "../addresses/addresses.ts";
import { type Field, frontmatterFields } from "../report/frontmatter/fields.ts";
import { meetingFields, pageFields } from "../report/frontmatter/page-fields.ts";
import type { Cursor, EditedFile, Stretch } from "./cursor.ts";

/** The fields of a kind of file, with what is said of each. */
export function fieldsOf(path: string): Readonly<Record<string, Field>> {
  if (path.startsWith("meetings/")) return meetingFields;
  return path.startsWith("pages/") ? pageFields : frontmatterFields;
}

/** What is said of a field by its name. */
export function fieldNamed(path: string, name: string): Field | undefined {
  const fields = fieldsOf(path);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The value of a field at the cursor, without its quotation marks, in a line of its own or in braces. */
export function valueAt(
  { lines }: EditedFile,
  { line, column }: Cursor,
  name: string,
): (Stretch & { readonly value: string }) | undefined {
  const text = lines[line - 1] ?? "";
  for (const match of text.matchAll(/(?<=^|[\s{,])([a-z][\w-]*):\s+/gi)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    const quoted = /^(["'])(.*?)\1/.exec(rest);
    const isInBraces = /\{[^}]*$/.test(text.slice(0, match.index + 1));
    const [plain = ""] = isInBraces ? rest.split(/[,}]/, 1) : rest.split(/\s#/, 1);
    const typed = quoted?.[0] ?? plain.trimEnd();
    const found = { column: start + 1, endColumn: start + 1 + typed.length, text: typed, value: quoted?.[2] ?? typed };
    if (match[1] === name && found.column <= column && column <= found.endColumn && typed !== "") return found;
  }
  return undefined;
}

/** Whether a committee is the one that a name or an id names. */
export function isNamed({ id, name }: { readonly id: string; readonly name: string }, typed: string): boolean {
  return id === typed || oneSpelling(name) === oneSpelling(typed);
}
