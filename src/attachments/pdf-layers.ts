import type { PdfFile } from "./pdf-file.ts";
import { entriesOf, nameOf, type PdfDictionary } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** The refusal of a PDF with a layer that readers do not see unless they switch it on. */
export function hiddenLayer(): RefusedFile {
  return new RefusedFile(
    "it has a layer that is hidden and can be switched on",
    "print it to a new PDF, which keeps only what is seen, and attach that",
  );
}

/** Whether a layer, or a rule about layers, hides something while every layer is on (ISO 32000-1, 8.11). */
export function isHidingLayer(entries: PdfDictionary, { resolve }: PdfFile): boolean {
  if (nameOf(resolve(entries.get("Type"))) === "OCMD")
    return entries.has("VE") || /^A(?:ll|ny)Off$/.test(nameOf(resolve(entries.get("P"))) ?? "");
  const view = entriesOf(resolve(entries.get("View")));
  return nameOf(resolve(view?.get("ViewState"))) === "OFF";
}

/** By these a layer is seen by some readers, at some sizes or in some languages, and not by others. */
const CONDITIONS = new Set(["Zoom", "User", "Language"]);

/** Throws `RefusedFile` where a layer is off when the file is opened, or is on for some readers alone. */
export function refuseHiddenLayers(catalog: PdfDictionary, { resolve }: PdfFile): void {
  const layers = entriesOf(resolve(catalog.get("OCProperties")));
  if (layers === undefined) return;
  const byDefault = entriesOf(resolve(layers.get("D")));
  const off = resolve(byDefault?.get("OFF"));
  const base = nameOf(resolve(byDefault?.get("BaseState"))) ?? "ON";
  if (base !== "ON" || (Array.isArray(off) && off.length > 0)) throw hiddenLayer();
  const rules = resolve(byDefault?.get("AS"));
  for (const rule of Array.isArray(rules) ? rules : []) {
    const categories = resolve(entriesOf(resolve(rule))?.get("Category"));
    for (const category of Array.isArray(categories) ? categories : [])
      if (CONDITIONS.has(nameOf(resolve(category)) ?? "")) throw hiddenLayer();
  }
}
