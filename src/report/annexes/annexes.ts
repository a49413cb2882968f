import type { Nodes, Root, RootContent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import { wordsIn } from "../../interface/translations.ts";
import type { Annex, AnnexEntry } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import type { AnnexSection, NumberedText } from "../../model/tree.ts";
import { annexLetters, numberInAnnex } from "../../text/annex-letters.ts";
import { placeOf } from "../../text/place.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";
import { type AnnexSources, resolveEntry } from "./resolve-entry.ts";

export interface AssembledAnnexes {
  readonly annexes: readonly Annex[];
  readonly files: readonly string[];
}

/**
 * Brings together the annexes that the frontmatter lists and those that are written in the report. Puts the sections of
 * Markdown annexes, and the place of the list, into the body's tree.
 */
export function assembleAnnexes(sources: AnnexSources, raise: Raise): AssembledAnnexes {
  const { body, entries } = sources;
  const letters = annexLetters(entries);
  raiseRepeats(sources, letters, raise);
  const written = writtenAnnexes(body, raise);
  // Without an entry nobody asks.
  const asked = entries.length === 0 ? [] : [body, ...sources.texts.values()];
  const kindOf = kindIn(asked, wordsIn(sources.lang).annex);
  const resolved = entries
    .map((entry, index) => {
      const letter = letters[index] ?? "";
      const section = written.get(letter);
      return { entry, index, letter, kind: section?.kind ?? kindOf(letter), written: section };
    })
    .filter(({ index }) => firstWithFile(entries, index) === index)
    .map((entry) => resolveEntry(entry, sources, raise));
  const unlisted = [...written.values()].filter(({ letter }) => !letters.includes(letter)).map(annexOf);
  const annexes = [...resolved.map(({ annex }) => annex), ...unlisted];
  raiseSameNumbers(annexes, (letter) => sources.placeOfEntry(letters.indexOf(letter), "label"), raise);
  arrange(
    body.tree,
    annexes,
    resolved.flatMap(({ section }) => section ?? []),
  );
  return { annexes, files: resolved.flatMap(({ file }) => file ?? []) };
}

/** The annexes that are written in the report, by letter. */
function writtenAnnexes(body: NumberedText, raise: Raise): ReadonlyMap<string, AnnexSection> {
  const written = new Map<string, AnnexSection>();
  for (const node of body.tree.children) {
    if (node.type !== "annexSection") continue;
    const earlier = written.get(node.letter);
    if (earlier === undefined) written.set(node.letter, node);
    else {
      raise({
        rule: "annex-letter-twice",
        place: placeOf(body, node),
        message: `two annexes have the letter ${node.letter}`,
        fix: "give one of them another letter",
        related: { message: "the other is here", place: placeOf(body, earlier) },
      });
    }
  }
  return written;
}

function annexOf({ letter, kind, title }: AnnexSection): Annex {
  return { letter, kind, title, status: "text", id: `annex-${letter}` };
}

/** Paragraphs of Annex 1 are A1.1, A1.2 …, and so are those of Annex A1. */
function raiseSameNumbers(annexes: readonly Annex[], placeOfLabel: (letter: string) => Place, raise: Raise): void {
  const texts = annexes.filter(({ status }) => status === "text").map(({ letter }) => letter);
  for (const letter of texts) {
    const other = texts.find((one) => letter === `A${one}`);
    const number = numberInAnnex(letter, "1");
    if (other === undefined || numberInAnnex(other, "1") !== number) continue;
    raise({
      rule: "annex-letter-twice",
      place: placeOfLabel(letter),
      message: `the paragraphs of annexes ${other} and ${letter} would have the same numbers, ${number} and so on`,
      fix: "give one of them another `label:`",
    });
  }
}

/** Of the entries that name one file, the first. */
function firstWithFile(entries: readonly AnnexEntry[], index: number): number {
  const file = entries[index]?.file;
  return file === undefined
    ? index
    : entries.findIndex((entry) => entry.file?.normalize("NFC") === file.normalize("NFC"));
}

function raiseRepeats({ entries, placeOfEntry }: AnnexSources, letters: readonly string[], raise: Raise): void {
  for (const [index, letter] of letters.entries()) {
    const same = letters.indexOf(letter);
    if (same !== index) {
      raise({
        rule: "annex-letter-twice",
        place: placeOfEntry(index),
        message: `two annexes have the letter ${letter}`,
        fix: "give one of them another `label:`",
        related: { message: "the other is here", place: placeOfEntry(same) },
      });
    }
    const first = firstWithFile(entries, index);
    if (first === index) continue;
    raise({
      rule: "annex-file-twice",
      place: placeOfEntry(index, "file"),
      message: `annexes ${letters[first]} and ${letter} name one file`,
      fix: "keep one of the two, or name the other file",
    });
  }
}

/** Whether the report calls an annex "Appendix" or "Annexe", in words that are on its page; `otherwise` if not. */
function kindIn(texts: readonly NumberedText[], otherwise: string): (letter: string) => string {
  const kinds = new Map<string, string>();
  const walk = (node: Nodes): void => {
    if (node.type === "text") {
      for (const [, noun = "", letter = ""] of node.value.matchAll(
        /\b(appendi(?:x|ces)|annexe)\s+([A-Z0-9]{1,4})\b/gi,
      )) {
        const kind = /^an/i.test(noun) ? "Annexe" : "Appendix";
        if (kinds.get(letter) !== "Appendix") kinds.set(letter, kind);
      }
    } else if ("children" in node && node.type !== "glossarySection") for (const child of node.children) walk(child);
  };
  for (const { tree } of texts) walk(tree);
  return (letter) => kinds.get(letter) ?? otherwise;
}

/**
 * The list is before the annexes and the abbreviations with which a report ends, and the annexes follow it in the
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
  { frontmatter, placeOf }: FrontmatterReading,
  mentioned: ReadonlySet<string>,
  raise: Raise,
): void {
  for (const { letter, kind } of annexes.slice(0, frontmatter.annexes.length)) {
    if (mentioned.has(letter)) continue;
    const place = placeOf(["annexes", annexes.findIndex((annex) => annex.letter === letter)]);
    raise({
      rule: "annex-not-mentioned",
      place,
      message: `the text never mentions ${kind} ${letter}`,
      fix: `say where it matters: "… is attached as ${kind} ${letter}"`,
    });
  }
}
