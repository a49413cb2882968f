import type { Cleaned } from "./format.ts";
import { checkPdfDictionary } from "./pdf-contents.ts";
import { type PdfFile, readPdf } from "./pdf-file.ts";
import { hiddenLayer } from "./pdf-layers.ts";
import { damagedPdf, entriesOf, nameOf, type PdfDictionary, type PdfValue, referenceOf } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/**
 * Looks at every object of a PDF, and refuses it where it holds what no reader of its pages sees. Its bytes are left as they
 * are, with the author and the program in its properties: writing them again would break signatures, and the title, the
 * language and the mark of PDF/UA, which assistive software needs, stand in the same properties.
 */
export function cleanPdf(bytes: Uint8Array): Cleaned {
  const file = readPdf(bytes);
  for (const value of file.objects.values()) checkValue(value, file);
  const catalog = entriesOf(file.resolve(file.trailer.get("Root")));
  if (catalog === undefined) throw damagedPdf();
  const layers = entriesOf(file.resolve(catalog.get("OCProperties")));
  const byDefault = entriesOf(file.resolve(layers?.get("D")));
  const off = file.resolve(byDefault?.get("OFF"));
  const base = nameOf(file.resolve(byDefault?.get("BaseState"))) ?? "ON";
  if (layers !== undefined && (base !== "ON" || (Array.isArray(off) && off.length > 0))) throw hiddenLayer();
  return { bytes, facts: { pages: countPages(catalog, file) } };
}

function checkValue(value: PdfValue, file: PdfFile): void {
  if (Array.isArray(value)) for (const each of value) checkValue(each, file);
  const entries = entriesOf(value);
  if (entries === undefined) return;
  checkPdfDictionary(entries, file);
  for (const each of entries.values()) checkValue(each, file);
}

/** The pages that are shown (ISO 32000-1, 7.7.3); a page that is left in the file and is not among them is refused. */
function countPages(catalog: PdfDictionary, file: PdfFile): number {
  const visited = new Set<number>();
  const waiting: PdfValue[] = [catalog.get("Pages") ?? null];
  let pages = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const number = referenceOf(value)?.number;
    const node = entriesOf(file.resolve(value));
    if (number === undefined || node === undefined || visited.has(number)) throw damagedPdf();
    visited.add(number);
    const kids = file.resolve(node.get("Kids"));
    if (nameOf(node.get("Type")) === "Page") pages++;
    else if (Array.isArray(kids)) for (const kid of kids) waiting.push(kid);
    else throw damagedPdf();
  }
  for (const [number, value] of file.objects) {
    if (nameOf(entriesOf(value)?.get("Type")) === "Page" && !visited.has(number))
      throw new RefusedFile(
        "a page that was taken out is still in it",
        "open it, print it to a new PDF, and attach that",
      );
  }
  if (pages === 0) throw damagedPdf();
  return pages;
}
