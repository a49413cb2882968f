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
export function isHidingLayer(entries: PdfDictionary): boolean {
  const type = nameOf(entries.get("Type"));
  if (type === "OCMD") return entries.has("VE") || /^A(?:ll|ny)Off$/.test(nameOf(entries.get("P")) ?? "");
  const view = entriesOf(entries.get("View"));
  return nameOf(view?.get("ViewState")) === "OFF";
}
