import type { Annotations } from "./pdf-annotations.ts";
import {
  type Copy,
  type Copying,
  copyDrawing,
  dictionaryOf,
  entriesFor,
  namedOf,
  object,
  plain,
  plainKeys,
  text,
  textKeys,
} from "./pdf-copy.ts";
import { drawnCopy } from "./pdf-resources.ts";
import {
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  referenceOf,
  streamOf,
  stringOf,
} from "./pdf-syntax.ts";
import { leavesOf } from "./pdf-trees.ts";
import { pdfName } from "./pdf-writer.ts";

/** What tags can lead to. */
export interface Tagged {
  readonly pages: ReadonlyMap<number, PdfReference>;
  /** The marks that the content of each page has, by the page's number in the old file. */
  readonly marks: ReadonlyMap<number, ReadonlySet<number>>;
  readonly annotations: Annotations;
}

/** An element, as it was copied. */
interface Element {
  readonly reference: PdfReference;
  /** Whether something on a page belongs to it. */
  readonly hasContent: boolean;
}

/**
 * Copies the tags (ISO 32000-1, 14.7) that lead to what is on the pages; null, where there are none. Words that are
 * read in the place of what is on a page are left out where nothing on a page has them.
 */
export function copyTags(value: PdfValue | undefined, tagged: Tagged, copying: Copying): PdfValue {
  const { file, out } = copying;
  const { resolve } = file;
  const root = entriesOf(resolve(value));
  if (root === undefined) return null;
  const written = new Map<PdfDictionary, PdfReference>();
  const ids: [string, PdfReference][] = [];
  const used = new Set<string>();

  const copyKids = (
    kids: PdfValue | undefined,
    parent: PdfReference,
    page: PdfReference | undefined,
  ): { readonly kept: PdfValue[]; readonly hasContent: boolean } => {
    const found = resolve(kids);
    const list = Array.isArray(found) ? found : kids === undefined || found === null ? [] : [kids];
    const copied = list.map((kid) => copyKid(kid, parent, page));
    return {
      kept: copied.flatMap(({ kept }) => (kept === null ? [] : [kept])),
      hasContent: copied.some(({ hasContent }) => hasContent),
    };
  };
  const copyKid = (kid: PdfValue, parent: PdfReference, page: PdfReference | undefined) => {
    const found = resolve(kid);
    if (typeof found === "number") {
      const isThere = tagged.marks.get(page?.number ?? 0)?.has(found) ?? false;
      return { kept: isThere ? found : null, hasContent: isThere };
    }
    const entries = entriesOf(found);
    if (entries === undefined) return NOTHING;
    const type = nameOf(resolve(entries.get("Type")));
    if (type !== "MCR" && type !== "OBJR") {
      const element = copyElement(entries, parent, page);
      return element === undefined ? NOTHING : { kept: element.reference, hasContent: element.hasContent };
    }
    const own = referenceOf(entries.get("Pg")) ?? page;
    const kept = new Map<string, PdfValue>([["Type", pdfName(type)]]);
    const newPage = tagged.pages.get(own?.number ?? 0);
    if (newPage !== undefined) kept.set("Pg", newPage);
    if (type === "OBJR") {
      const target = referenceOf(entries.get("Obj"));
      const object = (target && tagged.annotations.copyOf(target)) ?? drawnCopy(target, copying);
      return object === null ? NOTHING : { kept: kept.set("Obj", object), hasContent: true };
    }
    const mark = resolve(entries.get("MCID"));
    const form = entries.get("Stm");
    const drawn = form === undefined ? undefined : drawnCopy(form, copying);
    if (drawn === null || typeof mark !== "number") return NOTHING;
    const stream = streamOf(resolve(form));
    const marks = stream ? copyDrawing(stream, copying).drawing.marks : tagged.marks.get(own?.number ?? 0);
    if (marks?.has(mark) !== true) return NOTHING;
    if (drawn !== undefined) kept.set("Stm", drawn);
    return { kept: kept.set("MCID", mark), hasContent: true };
  };
  const copyElement = (
    entries: PdfDictionary,
    parent: PdfReference,
    above: PdfReference | undefined,
  ): Element | undefined => {
    if (written.has(entries)) return undefined;
    const reference = out.reserve();
    written.set(entries, reference);
    const page = referenceOf(entries.get("Pg")) ?? above;
    const kept = entriesFor(entries, ELEMENT, copying);
    const { kept: kids, hasContent } = copyKids(entries.get("K"), reference, page);
    if (hasContent) for (const [key, each] of entriesFor(entries, WORDS, copying)) kept.set(key, each);
    const newPage = tagged.pages.get(referenceOf(entries.get("Pg"))?.number ?? 0);
    if (newPage !== undefined) kept.set("Pg", newPage);
    kept.set("P", parent);
    if (kids.length > 0) kept.set("K", kids);
    for (const key of ["S", "C"]) for (const name of namesIn(kept.get(key))) used.add(name);
    const id = stringOf(kept.get("ID"));
    if (id !== undefined) ids.push([id, reference]);
    out.fill(reference, kept);
    return { reference, hasContent };
  };

  const reference = out.reserve();
  const { kept: kids } = copyKids(root.get("K"), reference, undefined);
  const kept = entriesFor(root, ROOT, copying);
  for (const [key, copy] of [
    ["RoleMap", plain],
    ["ClassMap", attributes],
  ] as const) {
    const named = onlyUsed(entriesOf(resolve(root.get(key))) ?? new Map(), used, copying);
    if (named.length > 0) kept.set(key, new Map(named.map(([name, each]) => [name, copy(each, copying)])));
  }
  kept.set("Type", pdfName("StructTreeRoot"));
  kept.set("K", kids);
  const newElement = (old: PdfValue | undefined): PdfValue => {
    const entries = entriesOf(resolve(old));
    return (entries && written.get(entries)) ?? null;
  };
  const parents = leavesOf(root.get("ParentTree"), "Nums", file).flatMap(([key, old]): readonly PdfValue[] => {
    const list = resolve(old);
    const copied = Array.isArray(list) ? out.add(list.map(newElement)) : newElement(old);
    return copied === null ? [] : [key, copied];
  });
  kept.set("ParentTree", out.add(new Map([["Nums", parents]])));
  if (ids.length > 0) {
    const names = ids.toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([id, each]) => [textOf(id), each]);
    kept.set("IDTree", out.add(new Map([["Names", names]])));
  }
  out.fill(reference, kept);
  return reference;
}

function namesIn(value: PdfValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each));
  const name = nameOf(value);
  return name === undefined ? [] : [name];
}

/** The roles or classes that elements have, and the roles that these stand for. */
function onlyUsed(
  entries: PdfDictionary,
  used: Set<string>,
  { file: { resolve } }: Copying,
): readonly (readonly [string, PdfValue])[] {
  for (const name of used) {
    const other = nameOf(resolve(entries.get(name)));
    if (other !== undefined) used.add(other);
  }
  return [...entries].filter(([name]) => used.has(name));
}

const NOTHING = { kept: null, hasContent: false } as const;
const textOf = (text: string): PdfValue => ({ kind: "string", text });

/** Attributes (14.8.5); those that programs and people make up for themselves are left out. */
const attributes: Copy = (value, copying) => {
  const found = copying.file.resolve(value);
  if (!Array.isArray(found)) return typeof found === "number" ? found : attribute(value, copying);
  return found.map((each) => attributes(each, copying));
};
const attribute: Copy = object(
  dictionaryOf(() => ({
    ...plainKeys("O Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding Color"),
    ...plainKeys("SpaceBefore SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height BlockAlign"),
    ...plainKeys("InlineAlign TBorderStyle TPadding BaselineShift LineHeight TextDecorationColor TextPosition"),
    ...plainKeys("TextDecorationThickness TextDecorationType RubyAlign RubyPosition GlyphOrientationVertical"),
    ...plainKeys("ColumnCount ColumnGap ColumnWidths ListNumbering ContinuedList Role checked Checked RowSpan ColSpan"),
    ...plainKeys("Scope Type Subtype Attached"),
    ...textKeys("Headers Summary Short Desc ContinuedFrom NoteType"),
    NS: namespace,
  })),
);
const namespace: Copy = object(
  dictionaryOf(() => ({
    ...plainKeys("Type"),
    NS: text,
    RoleMapNS: namedOf((value, copying) => {
      const role = copying.file.resolve(value);
      return Array.isArray(role) ? [plain(role[0], copying), namespace(role[1], copying)] : plain(role, copying);
    }),
  })),
);
const ELEMENT = { ...plainKeys("Type S C R"), ...textKeys("ID Lang"), A: attributes, NS: namespace };
const WORDS = textKeys("Alt E ActualText Phoneme PhoneticAlphabet");
const ROOT = {
  Namespaces: ((value, copying) => {
    const list = copying.file.resolve(value);
    return Array.isArray(list) ? list.map((each) => namespace(each, copying)) : null;
  }) satisfies Copy,
  ...plainKeys("ParentTreeNextKey"),
};
