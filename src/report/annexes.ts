import type { Root, RootContent } from "mdast";
import { resolvePath } from "../addresses.ts";
import type { Annex, AnnexEntry, AnnexSection, Jurisdiction, ParsedText, Place } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { describeFile, type FileLookup, fileHref, findFile } from "./file-lookup.ts";
import { withheldNotice } from "./statutory-words.ts";

export interface AnnexSources {
  readonly reportPath: string;
  readonly body: ParsedText;
  readonly entries: readonly AnnexEntry[];
  readonly placeOfEntry: (index: number, field?: "file" | "label") => Place;
  /** The numbered texts of annexes that are Markdown files, by path. */
  readonly texts: ReadonlyMap<string, ParsedText>;
  readonly files: FileLookup;
  readonly jurisdiction: Jurisdiction;
}

export interface AssembledAnnexes {
  readonly annexes: readonly Annex[];
  readonly files: readonly string[];
}

/** The letters of a list of annexes, in order: A, B, C …, or the labels that the author gave. */
export function annexLetters(entries: readonly AnnexEntry[]): readonly string[] {
  return entries.map(({ label }, index) => label ?? letterAt(index));
}

function letterAt(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? letterAt(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/**
 * Brings together the annexes that the frontmatter lists and those that are written in the report. Puts the sections of
 * Markdown annexes, and the place of the list, into the body's tree.
 */
export function assembleAnnexes(sources: AnnexSources, raise: Raise): AssembledAnnexes {
  const { body, entries } = sources;
  const letters = annexLetters(entries);
  const written = new Map<string, AnnexSection>();
  for (const node of body.tree.children) {
    if (node.type !== "annexSection") continue;
    const earlier = written.get(node.letter);
    if (earlier === undefined) written.set(node.letter, node);
    else
      raise({
        rule: "annex-letter-twice",
        place: placeOf(body, node),
        message: `two annexes have the letter ${node.letter}`,
        fix: "give one of them another letter",
        related: { message: "the other is here", place: placeOf(body, earlier) },
      });
  }
  const kind = kindIn(body, [...sources.texts.values()]);
  const files: string[] = [];
  const sections: AnnexSection[] = [];
  const listed = entries.map((entry, index): Annex => {
    const letter = letters[index] ?? "";
    const section = written.get(letter);
    if (letters.indexOf(letter) !== index) {
      raise({
        rule: "annex-letter-twice",
        place: sources.placeOfEntry(index),
        message: `two annexes have the letter ${letter}`,
        fix: "give one of them another `label:`",
        related: { message: "the other is here", place: sources.placeOfEntry(letters.indexOf(letter)) },
      });
    }
    const known = { letter, kind: section?.kind ?? kind(letter), title: entry.title, id: `annex-${letter}` };
    const sameFile = entries.findIndex(({ file }) => file !== undefined && file === entry.file);
    if (entry.file !== undefined && sameFile !== index) {
      raise({
        rule: "annex-file-twice",
        place: sources.placeOfEntry(index, "file"),
        message: `annexes ${letters[sameFile]} and ${letter} name one file`,
        fix: "keep one of the two, or name the other file",
      });
      return { ...known, status: "not attached" };
    }
    if (entry.withholding !== undefined) {
      if (section !== undefined)
        raise({
          rule: "exempt-passage",
          place: placeOf(body, section),
          message: `annex ${letter} is withheld, and its text is written in the report`,
          fix: "move its text into a file of its own, and name that file in `annexes:`",
        });
      const notice = withheldNotice(`${known.kind} ${letter}`, entry.withholding, sources.jurisdiction);
      return { ...known, title: entry.publicTitle ?? entry.title, status: "withheld", notice };
    }
    if (section !== undefined) {
      if (entry.file !== undefined)
        raise({
          rule: "annex-file-and-text",
          place: sources.placeOfEntry(index, "file"),
          message: `annex ${letter} names a file, and is also written in the report`,
          fix: "take out one of the two",
          related: { message: "it is written here", place: placeOf(body, section) },
        });
      section.title ||= entry.title;
      return { ...known, title: section.title, status: "text" };
    }
    if (entry.file === undefined) {
      raise({
        rule: "annex-not-attached",
        place: sources.placeOfEntry(index),
        message: `annex ${letter} has no file and is not written in the report, so it is listed as not attached`,
        fix: `add \`file:\`, or write it under a heading ## Annex ${letter}: ${entry.title}`,
      });
      return { ...known, status: "not attached" };
    }
    const text = sources.texts.get(resolvePath(sources.reportPath, entry.file) ?? "");
    if (text !== undefined) {
      sections.push({
        type: "annexSection",
        letter,
        kind: known.kind,
        title: entry.title,
        writtenIn: text,
        children: asSection(text, letter),
      });
      return { ...known, status: "text" };
    }
    const file = findFile(
      sources.reportPath,
      sources.reportPath,
      entry.file,
      sources.placeOfEntry(index, "file"),
      sources.files,
      raise,
    );
    if (file === undefined) return { ...known, status: "not attached" };
    files.push(file.path);
    return { ...known, status: "file", href: fileHref(sources.reportPath, file.path), description: describeFile(file) };
  });
  const unlisted = [...written.values()]
    .filter(({ letter }) => !letters.includes(letter))
    .map(
      (section): Annex => ({
        letter: section.letter,
        kind: section.kind,
        title: section.title,
        status: "text",
        id: `annex-${section.letter}`,
      }),
    );
  const annexes = [...listed, ...unlisted];
  arrange(body.tree, annexes, sections);
  return { annexes, files };
}

/** Whether the report's text calls an annex "Appendix"; else it is an annex. */
function kindIn(body: ParsedText, texts: readonly ParsedText[]): (letter: string) => string {
  const appendices = new Set<string>();
  for (const { text } of [body, ...texts]) {
    for (const match of text.matchAll(/\bappendi(?:x|ces)\s+([A-Z0-9]{1,4})\b/gi)) appendices.add(match[1] ?? "");
  }
  return (letter) => (appendices.has(letter) ? "Appendix" : "Annex");
}

/** A Markdown annex as part of the report's page: one level of headings down, its notes kept apart from the report's. */
function asSection(text: ParsedText, letter: string): RootContent[] {
  const rename = (identifier: string): string => `${letter.toLowerCase()}-${identifier}`;
  const adapt = (node: RootContent): void => {
    if (node.type === "heading") node.depth = node.depth === 6 ? 6 : ((node.depth + 1) as 3 | 4 | 5 | 6);
    if (node.type === "footnoteReference" || node.type === "footnoteDefinition")
      node.identifier = rename(node.identifier);
    if ("children" in node) for (const child of node.children) adapt(child);
  };
  for (const node of text.tree.children) adapt(node);
  return text.tree.children;
}

/**
 * The list stands before the annexes and the abbreviations with which a report ends, and the annexes follow it in the
 * order of their letters.
 */
function arrange(tree: Root, annexes: readonly Annex[], fromFiles: readonly AnnexSection[]): void {
  if (annexes.length === 0) return;
  const content = tree.children;
  let end = content.length;
  while (end > 0 && isEndMatter(content[end - 1])) end--;
  const tail = content.slice(end);
  const before = tail.slice(
    0,
    Math.max(
      0,
      tail.findIndex((node) => node.type === "annexSection"),
    ),
  );
  const after = tail.slice(before.length);
  const order = annexes.map(({ letter }) => letter);
  const sections = [...after.filter((node) => node.type === "annexSection"), ...fromFiles].sort(
    (a, b) => order.indexOf(a.letter) - order.indexOf(b.letter),
  );
  const rest = after.filter((node) => node.type !== "annexSection");
  tree.children = [...content.slice(0, end), ...before, { type: "annexList", annexes }, ...sections, ...rest];
}

function isEndMatter(node: RootContent | undefined): boolean {
  return node?.type === "annexSection" || node?.type === "glossarySection" || node?.type === "footnoteDefinition";
}

/** Raises each annex that the text never mentions. */
export function raiseUnmentioned(
  annexes: readonly Annex[],
  entries: readonly AnnexEntry[],
  mentioned: ReadonlySet<string>,
  placeOfEntry: AnnexSources["placeOfEntry"],
  raise: Raise,
): void {
  for (const { letter, kind } of annexes.slice(0, entries.length)) {
    if (mentioned.has(letter)) continue;
    const place = placeOfEntry(annexes.findIndex((annex) => annex.letter === letter));
    raise({
      rule: "annex-not-mentioned",
      place,
      message: `the text never mentions ${kind} ${letter}`,
      fix: `say where it matters: "… is attached as ${kind} ${letter}"`,
    });
  }
}

/** The words of a section's heading: "Annex A: Budget by service". */
export function annexTitle({
  kind,
  letter,
  title,
}: {
  readonly kind: string;
  readonly letter: string;
  readonly title: string;
}): string {
  return title === "" ? `${kind} ${letter}` : `${kind} ${letter}: ${title}`;
}
