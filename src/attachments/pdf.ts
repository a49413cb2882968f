import type { Cleaned } from "./format.ts";
import { copyAnnotations } from "./pdf-annotations.ts";
import type { Drawing } from "./pdf-content-stream.ts";
import { checkPdfDictionary } from "./pdf-contents.ts";
import {
  type Copying,
  copyDrawing,
  copyPdf,
  dictionaryOf,
  entriesFor,
  object,
  plainKeys,
  text,
  textKeys,
} from "./pdf-copy.ts";
import { type PdfFile, readPdf } from "./pdf-file.ts";
import { refuseHiddenLayers } from "./pdf-layers.ts";
import { copyAction, copyPlace, namedPlaces } from "./pdf-links.ts";
import { copyOutline } from "./pdf-outline.ts";
import { type PdfPage, pagesOf } from "./pdf-page-tree.ts";
import { readProperties, titleAsProperty, writeMetadata } from "./pdf-properties.ts";
import { copyResources, pageGroup } from "./pdf-resources.ts";
import {
  damagedPdf,
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  referenceOf,
  streamOf,
} from "./pdf-syntax.ts";
import { copyTags } from "./pdf-tags.ts";
import { leavesOf } from "./pdf-trees.ts";
import { unseenWords } from "./pdf-unseen-words.ts";
import { pdfName, writePdf } from "./pdf-writer.ts";
import { RefusedFile } from "./refused-file.ts";

/**
 * Writes a PDF anew, of what its pages show and of what leads to and through them: links, fields, bookmarks, tags, the
 * title and the language. Whatever no page leads to is left out. Every object is looked at first, and the file is
 * refused where it holds what a person should decide about, such as comments or a hidden layer, or what cannot be
 * followed.
 */
export function cleanPdf(bytes: Uint8Array): Cleaned {
  const file = readPdf(bytes);
  for (const value of file.objects.values()) checkValue(value, file);
  const catalog = entriesOf(file.resolve(file.trailer.get("Root")));
  if (catalog === undefined) throw damagedPdf();
  refuseHiddenLayers(catalog, file);
  const pages = pagesOf(catalog, file);
  refuseOtherPages(pages, file);
  const out = writePdf();
  const root = out.reserve();
  const copying = copyPdf(bytes, file, out);
  const properties = readProperties(file.trailer, catalog, copying);
  out.fill(root, copyCatalog(catalog, pages, copying).set("Metadata", out.add(writeMetadata(properties))));
  copying.copyWaiting();
  const info = properties.title === undefined ? undefined : out.add(titleAsProperty(properties.title));
  const facts = { pages: pages.length };
  return { bytes: out.finish(root, info), facts, unseenWords: () => unseenWords(pages, bytes, file) };
}

function checkValue(value: PdfValue, file: PdfFile): void {
  if (Array.isArray(value)) for (const each of value) checkValue(each, file);
  const entries = entriesOf(value);
  if (entries === undefined) return;
  checkPdfDictionary(entries, file);
  for (const each of entries.values()) checkValue(each, file);
}

function refuseOtherPages(pages: readonly PdfPage[], file: PdfFile): void {
  const shown = new Set(pages.map(({ number }) => number));
  for (const [number, value] of file.objects) {
    if (nameOf(file.resolve(entriesOf(value)?.get("Type"))) === "Page" && !shown.has(number))
      throw new RefusedFile(
        "a page that was taken out is still in it",
        "open it, print it to a new PDF, and attach that",
      );
  }
}

function copyCatalog(catalog: PdfDictionary, pages: readonly PdfPage[], copying: Copying): Map<string, PdfValue> {
  const { file, out } = copying;
  const { resolve } = file;
  const tree = out.reserve();
  const references = new Map(pages.map(({ number }) => [number, out.reserve()]));
  const places = { pages: references, named: namedPlaces(catalog, file) };
  const annotations = copyAnnotations(places, copying);
  const marks = new Map<number, ReadonlySet<number>>();
  for (const page of pages) {
    const own = references.get(page.number);
    if (own === undefined) continue;
    const { contents, drawings } = copyContents(page.entries.get("Contents"), copying);
    marks.set(page.number, new Set(drawings.flatMap((drawing) => [...drawing.marks])));
    const kept = entriesFor(page.entries, PAGE, copying);
    const links = annotations.copyFor(page, own);
    const more: readonly (readonly [string, PdfValue])[] = [
      ["Type", pdfName("Page")],
      ["Parent", tree],
      ["MediaBox", page.mediaBox],
      ["Resources", copyResources(page.resources, drawings, copying)],
      ...(page.cropBox === undefined ? [] : [["CropBox", page.cropBox] as const]),
      ...(page.turn === 0 ? [] : [["Rotate", page.turn] as const]),
      ...(page.unit === 1 ? [] : [["UserUnit", page.unit] as const]),
      ...(contents.length === 0 ? [] : [["Contents", contents] as const]),
      ...(links.length === 0 ? [] : [["Annots", links] as const]),
    ];
    for (const [key, value] of more) kept.set(key, value);
    out.fill(own, kept);
  }
  copying.copyWaiting();
  out.fill(
    tree,
    new Map<string, PdfValue>([
      ["Type", pdfName("Pages")],
      ["Kids", [...references.values()]],
      ["Count", pages.length],
    ]),
  );
  const kept = entriesFor(catalog, CATALOG, copying);
  const opening = resolve(catalog.get("OpenAction"));
  const more: readonly (readonly [string, PdfValue])[] = [
    ["Type", pdfName("Catalog")],
    ["Pages", tree],
    ["AcroForm", annotations.form(entriesOf(resolve(catalog.get("AcroForm"))))],
    ["StructTreeRoot", copyTags(catalog.get("StructTreeRoot"), { pages: references, marks, annotations }, copying)],
    ["Outlines", copyOutline(catalog.get("Outlines"), places, copying)],
    ["PageLabels", copyLabels(catalog, copying)],
    ["OpenAction", Array.isArray(opening) ? copyPlace(opening, places, copying) : copyAction(opening, places, copying)],
  ];
  for (const [key, value] of more) if (value !== null) kept.set(key, value);
  return kept;
}

const PAGE = { ...plainKeys("StructParents Tabs"), Group: pageGroup };
const CATALOG = {
  ...plainKeys("PageLayout PageMode"),
  Lang: text,
  MarkInfo: object(dictionaryOf(() => plainKeys("Marked Suspects"))),
  ViewerPreferences: object(dictionaryOf(() => plainKeys("DisplayDocTitle Direction"))),
};

/** The content streams of a page (ISO 32000-1, 7.7.3.3): one, several, or none, where the page is empty. */
function copyContents(value: PdfValue | undefined, copying: Copying) {
  const { resolve } = copying.file;
  const found = resolve(value);
  const list = Array.isArray(found) ? found : found === null ? [] : [value ?? null];
  const drawings: Drawing[] = [];
  const contents = list.flatMap((each): readonly PdfReference[] => {
    const reference = referenceOf(each);
    if (resolve(each) === null) return [];
    const stream = streamOf(resolve(each));
    if (stream === undefined || reference === undefined) throw damagedPdf();
    drawings.push(copyDrawing(stream, copying).drawing);
    return [copying.copyOnce(reference, copyContent)];
  });
  return { contents, drawings };
}

function copyContent(value: PdfValue, copying: Copying) {
  const stream = streamOf(value);
  if (stream === undefined) throw damagedPdf();
  return copyDrawing(stream, copying).stream(new Map());
}

/** The numbers that readers see pages under (12.4.2). */
function copyLabels(catalog: PdfDictionary, copying: Copying): PdfValue {
  const leaves = leavesOf(catalog.get("PageLabels"), "Nums", copying.file);
  const labels = leaves.flatMap(([first, value]): readonly PdfValue[] => {
    const entries = entriesOf(copying.file.resolve(value));
    return entries === undefined ? [] : [first, entriesFor(entries, LABEL, copying)];
  });
  return labels.length === 0 ? null : new Map([["Nums", labels]]);
}

const LABEL = { ...plainKeys("Type S St"), ...textKeys("P") };
