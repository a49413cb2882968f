import { type Box, boxOf } from "./pdf-boxes.ts";
import { refuseCropped } from "./pdf-cropping.ts";
import type { PdfFile } from "./pdf-file.ts";
import { damagedPdf, entriesOf, nameOf, type PdfDictionary, type PdfValue, referenceOf } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** A page as readers see it. */
export interface PdfPage {
  readonly number: number;
  readonly entries: PdfDictionary;
  readonly resources: PdfValue;
  readonly mediaBox: Box;
  readonly cropBox: Box | undefined;
  /** By how many degrees it is turned clockwise: 0, 90, 180 or 270. */
  readonly turn: number;
  /** How many points its unit has. */
  readonly unit: number;
}

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;
type Inherited = Readonly<Partial<Record<(typeof INHERITED)[number], PdfValue>>>;

/**
 * The pages that are shown, in their order (ISO 32000-1, 7.7.3). Throws `RefusedFile` where the tree is damaged, a page
 * has no size, or shows less than it holds.
 */
export function pagesOf(catalog: PdfDictionary, file: PdfFile): readonly PdfPage[] {
  const { resolve } = file;
  const visited = new Set<number>();
  const waiting: (readonly [PdfValue, Inherited])[] = [[catalog.get("Pages") ?? null, {}]];
  const pages: PdfPage[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, above] = next;
    const number = referenceOf(value)?.number;
    const entries = entriesOf(resolve(value));
    if (number === undefined || entries === undefined || visited.has(number)) throw damagedPdf();
    visited.add(number);
    const own = INHERITED.flatMap((key) =>
      resolve(entries.get(key)) === null ? [] : [[key, resolve(entries.get(key))]],
    );
    const known: Inherited = { ...above, ...Object.fromEntries(own) };
    const type = nameOf(resolve(entries.get("Type")));
    const kids = resolve(entries.get("Kids"));
    if (type === "Page" || (type === undefined && kids === null)) pages.push(pageOf(number, entries, known, file));
    else if (Array.isArray(kids) && (type === undefined || type === "Pages"))
      for (const kid of kids.toReversed()) waiting.push([kid, known]);
    else throw damagedPdf();
  }
  if (pages.length === 0) throw damagedPdf();
  return pages;
}

function pageOf(number: number, entries: PdfDictionary, inherited: Inherited, file: PdfFile): PdfPage {
  const mediaBox = boxOf(inherited.MediaBox, file);
  const cropBox = boxOf(inherited.CropBox, file);
  if (mediaBox === undefined || isEmpty(mediaBox))
    throw new RefusedFile("one of its pages has no size", "open it, print it to a new PDF, and attach that");
  refuseCropped(mediaBox, cropBox);
  const [turn, unit] = [inherited.Rotate, file.resolve(entries.get("UserUnit"))];
  return {
    number,
    entries,
    resources: inherited.Resources ?? null,
    mediaBox,
    cropBox,
    turn: typeof turn === "number" && turn % 90 === 0 ? ((turn % 360) + 360) % 360 : 0,
    unit: typeof unit === "number" && unit > 0 ? unit : 1,
  };
}

function isEmpty([left, bottom, right, top]: Box): boolean {
  return right - left <= 0 || top - bottom <= 0;
}
