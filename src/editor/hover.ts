import { lawFor } from "../law/laws.ts";
import { type Cursor, type EditedFile, isInFields, type Stretch, stretchAt, wordsAt } from "./cursor.ts";
import type { EditedReport, NamedPart } from "./edited-report.ts";
import { fieldNamed, isNamed, valueAt } from "./fields-of-files.ts";
import type { FilesAround } from "./files-around.ts";

/** What is shown at a place: plain words, and where they are about. */
export interface Shown extends Stretch {
  readonly title: string;
  readonly words: string;
}

/** What a word in a file means, or what is referred to there. */
export function hoverAt(
  file: EditedFile,
  cursor: Cursor,
  report: EditedReport | undefined,
  { settings }: Pick<FilesAround, "settings">,
): Shown | undefined {
  if (isInFields(file, cursor)) {
    const field = stretchAt(file, cursor, /^[a-z][a-z-]*(?=:)/g);
    const known = field && fieldNamed(cursor.path, field.text);
    if (field !== undefined && known !== undefined)
      return { ...field, title: field.text, words: `${known.help}\n\nFor example: ${known.example}` };
    const named = valueAt(file, cursor, "committee");
    const committee = named && settings.committees.find((one) => isNamed(one, named.value));
    if (named === undefined || committee === undefined) return undefined;
    const { jurisdiction } = lawFor({ committee }, settings);
    return { ...named, title: committee.name, words: `${committee.id}\n\nThe law of ${jurisdiction}` };
  }
  if (report === undefined) return undefined;
  const found = madeAt(file, cursor, report);
  if (found === undefined) return undefined;
  const { node, stretch } = found;
  if (node.type === "abbreviationUse") return { ...stretch, title: stretch.text, words: node.long };
  const part = node.type === "link" ? partNamed(report, node.url) : undefined;
  if (part !== undefined) return { ...stretch, title: titleOf(part), words: part.words };
  const annex = node.type === "link" ? annexNamed(report, node.url) : undefined;
  return (
    annex && { ...stretch, title: `Annex ${annex.letter}`, words: [annex.title, annex.file ?? ""].join("\n\n").trim() }
  );
}

/** The innermost link, or use of an abbreviation, that holds the cursor, with its words. */
export function madeAt(file: EditedFile, cursor: Cursor, { made }: EditedReport) {
  const found = made.flatMap(({ path, node }) => {
    const stretch = path === cursor.path ? wordsAt(node, file, cursor) : undefined;
    return stretch === undefined ? [] : [{ node, stretch }];
  });
  // What is within another comes after it.
  return found.at(-1);
}

/** An address as it was meant; as it is, where a percent sign in it is nothing but that. */
export function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The part of a report that an address within its page leads to. */
export function partNamed({ parts }: EditedReport, url: string): NamedPart | undefined {
  const id = url.startsWith("#") ? unescaped(url.slice(1)) : undefined;
  const found = id === undefined ? undefined : parts.find((part) => part.id === id);
  // A label of its author's is another name of a paragraph.
  const paragraph =
    found?.kind === "other" ? parts.find((part) => part.kind === "paragraph" && part.place === found.place) : undefined;
  return paragraph ?? found;
}

/** The annex that an address within the report's page leads to, where it is a file. */
export function annexNamed({ annexes }: EditedReport, url: string) {
  return annexes.find(({ letter }) => url === `#annex-${letter}`);
}

function titleOf({ kind, number }: NamedPart): string {
  if (kind === "paragraph") return `Paragraph ${number}`;
  if (kind === "recommendation") return `Recommendation ${number}`;
  return kind === "annex" ? `Annex ${number}` : "";
}
