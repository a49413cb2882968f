import { OFFICE_REMEDY } from "./office-refusals.ts";
import { isOn } from "./ooxml-markup.ts";
import { usualName } from "./ooxml-names.ts";
import type { OoxmlContents } from "./ooxml-package.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";

const [DOCUMENT, STYLES, NUMBERING, SETTINGS] = ["document", "styles", "numbering", "settings"].map(
  (name) => `word/${name}.xml`,
) as [string, string, string, string];

/** What the text that readers see uses of what a Word document holds besides it. */
export interface WordReferences {
  /** Headers and footers that are shown, each by the number of its section, its element and its type, such as "0 headerReference first". */
  readonly headers: ReadonlySet<string>;
  /** Notes, each by the element that refers to it and its id. */
  readonly notes: ReadonlySet<string>;
  readonly bookmarks: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly abstractLists: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly fonts: ReadonlySet<string>;
}

interface Style {
  readonly id: string;
  readonly isImplicit: boolean;
  readonly refers: Set<string>;
  readonly lists: Set<string>;
  readonly levels: Set<string>;
  readonly fonts: Set<string>;
}

/** Reads what is used, by names of parts whose fields are only those that stay. */
export function readWordReferences(contents: OoxmlContents, part: (name: string) => Uint8Array): WordReferences {
  const sections = readSections(contents, part);
  const found = { notes: new Set<string>(), bookmarks: new Set<string>(), levels: new Set(["0"]) };
  const [styleIds, lists, fonts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const styleNames = new Set<string>();
  const content = [DOCUMENT, "word/footnotes.xml", "word/endnotes.xml", ...sections.parts];
  for (const name of content) {
    readXml(part(name), OFFICE_REMEDY, {
      element: (element, above) => {
        if (isUnusedNote([...above, element], found.notes)) return;
        const { local } = element;
        const value = attributeOf(element, "val") ?? "";
        if (/^(?:foot|end)noteReference$/.test(local)) found.notes.add(noteKey(local, element));
        if (/^(?:pStyle|rStyle|tblStyle)$/.test(local)) styleIds.add(value);
        if (local === "numId") lists.add(value);
        if (local === "ilvl") found.levels.add(value);
        for (const anchor of ["anchor", "instr"])
          for (const word of wordsOf(attributeOf(element, anchor))) found.bookmarks.add(word);
        addFonts(element, fonts);
      },
      text: (run, parent, above) => {
        if (parent.local !== "instrText" || isUnusedNote(above, found.notes)) return;
        for (const word of wordsOf(run)) found.bookmarks.add(word);
        styleNames.add(/STYLEREF\s+"?([^"\\]*)/.exec(run)?.[1]?.trim() ?? "");
      },
    });
  }
  const styles = closure(readStyles(part(STYLES), styleNames), styleIds);
  for (const style of styles) {
    for (const list of style.lists) lists.add(list);
    for (const level of style.levels) found.levels.add(level);
    for (const font of style.fonts) fonts.add(font);
  }
  const abstractLists = new Set<string>();
  const fontsOfLists = new Map<string, Set<string>>();
  readXml(part(NUMBERING), OFFICE_REMEDY, {
    element: (element, above) => {
      const list = [...above, element].find(({ local }) => local === "num" || local === "abstractNum");
      if (list === undefined) return;
      const isUsed = list.local === "num" && lists.has(attributeOf(list, "numId") ?? "");
      if (element.local === "abstractNumId" && isUsed) abstractLists.add(attributeOf(element, "val") ?? "");
      const id = attributeOf(list, "abstractNumId") ?? "";
      const own = fontsOfLists.get(id) ?? new Set<string>();
      fontsOfLists.set(id, own);
      if (list.local === "abstractNum") addFonts(element, own);
      else if (isUsed) addFonts(element, fonts);
    },
  });
  for (const id of abstractLists) for (const font of fontsOfLists.get(id) ?? []) fonts.add(font);
  for (const name of contents.names.filter((each) => /^word\/theme\/theme\d*\.xml$/.test(each)))
    readXml(contents.part(name), OFFICE_REMEDY, {
      element: (element) => fonts.add(attributeOf(element, "typeface") ?? ""),
    });
  return {
    headers: sections.headers,
    ...found,
    styles: new Set(styles.map(({ id }) => id)),
    lists,
    abstractLists,
    fonts,
  };
}

/** How a note is known: by what refers to it, and its id. */
function noteKey(local: string, element: XmlElement): string {
  return `${local.replace("Reference", "")} ${attributeOf(element, "id") ?? ""}`;
}

/** Whether the innermost element is in a note that nothing refers to, other than the lines between text and notes. */
export function isUnusedNote(elements: readonly XmlElement[], notes: ReadonlySet<string>): boolean {
  const note = elements.find((element) => /^w:(?:foot|end)note$/.test(usualName(element)));
  if (note === undefined || (attributeOf(note, "type") ?? "normal") !== "normal") return false;
  return !notes.has(noteKey(note.local, note));
}

function wordsOf(text = ""): readonly string[] {
  return text.split(/[\s"\\#]+/).filter((word) => word !== "");
}

function addFonts(element: XmlElement, fonts: Set<string>): void {
  if (element.local === "rFonts" || element.local === "sym")
    for (const { value } of Object.values(element.attributes)) fonts.add(value);
}

/** The headers and footers that some page can show: a section without one of a type has that of the section before. */
function readSections(
  contents: OoxmlContents,
  part: (name: string) => Uint8Array,
): { headers: Set<string>; parts: readonly string[] } {
  let hasEvenPages = false;
  readXml(part(SETTINGS), OFFICE_REMEDY, {
    element: (element) => {
      if (element.local === "evenAndOddHeaders") hasEvenPages = isOn(attributeOf(element, "val") ?? "1");
    },
  });
  const sections: { hasFirstPage: boolean; references: Map<string, string> }[] = [];
  readXml(part(DOCUMENT), OFFICE_REMEDY, {
    element: (element) => {
      const section = sections.at(-1);
      if (element.local === "sectPr") sections.push({ hasFirstPage: false, references: new Map() });
      else if (section === undefined) return;
      else if (element.local === "titlePg") section.hasFirstPage = isOn(attributeOf(element, "val") ?? "1");
      else if (/^(?:header|footer)Reference$/.test(element.local))
        section.references.set(referenceKey(element), attributeOf(element, "id") ?? "");
    },
  });
  const shown = new Map<string, string>();
  const current = new Map<string, readonly [string, string]>();
  for (const [index, { hasFirstPage, references }] of sections.entries()) {
    for (const [key, id] of references) current.set(key, [`${index} ${key}`, id]);
    for (const [key, [header, id]] of current)
      if (key.endsWith(" default") || (key.endsWith(" first") ? hasFirstPage : hasEvenPages)) shown.set(header, id);
  }
  const ids = new Set(shown.values());
  const parts = contents.targets(DOCUMENT).filter(({ id, kind }) => ids.has(id) && /^(?:header|footer)$/.test(kind));
  return { headers: new Set(shown.keys()), parts: [...new Set(parts.map(({ target }) => target))] };
}

/** How a reference to a header or footer is known within its section. */
export function referenceKey(element: XmlElement): string {
  return `${element.local} ${attributeOf(element, "type") ?? "default"}`;
}

function readStyles(bytes: Uint8Array, names: ReadonlySet<string>): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  readXml(bytes, OFFICE_REMEDY, {
    element: (element, above) => {
      const { local } = element;
      const value = attributeOf(element, "val") ?? "";
      if (local === "style") {
        const [id = "", type, isDefault] = ["styleId", "type", "default"].map((name) => attributeOf(element, name));
        const isImplicit = isOn(isDefault) || type === "numbering" || id === "LineNumber";
        const sets = { refers: new Set<string>(), lists: new Set<string>(), levels: new Set<string>() };
        styles.set(id, { id, isImplicit, ...sets, fonts: new Set() });
        return;
      }
      const ancestor = above.find((each) => each.local === "style");
      const style = styles.get((ancestor && attributeOf(ancestor, "styleId")) ?? "");
      if (style === undefined) return;
      if (local === "name" && names.has(value)) styles.set(style.id, { ...style, isImplicit: true });
      if (local === "basedOn" || local === "link") style.refers.add(value);
      if (local === "numId") style.lists.add(value);
      if (local === "ilvl") style.levels.add(value);
      addFonts(element, style.fonts);
    },
  });
  return styles;
}

function closure(styles: ReadonlyMap<string, Style>, ids: ReadonlySet<string>): readonly Style[] {
  const used = new Set<string>();
  const queue = [...ids, ...[...styles.values()].filter(({ isImplicit }) => isImplicit).map(({ id }) => id)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (used.has(id)) continue;
    used.add(id);
    queue.push(...(styles.get(id)?.refers ?? []));
  }
  return [...styles.values()].filter(({ id }) => used.has(id));
}
