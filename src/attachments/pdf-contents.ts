import { signed } from "./pdf-annotations.ts";
import type { PdfFile } from "./pdf-file.ts";
import { hiddenLayer, isHidingLayer } from "./pdf-layers.ts";
import { entriesOf, nameOf, type PdfDictionary, type PdfValue, stringOf } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

const PRINT = "open it, print it to a new PDF, and attach that";
const [HIDDEN, NO_VIEW] = [2, 32];

/** Kinds of annotations (ISO 32000-1, 12.5.6) that are somebody's remarks on the page, and not the page. */
const REMARKS = new Set(
  "Text FreeText Highlight Underline Squiggly StrikeOut Popup Ink Stamp Caret Line Square Circle Polygon PolyLine Projection".split(
    " ",
  ),
);
const MEDIA = new Set(["RichMedia", "3D", "Movie", "Sound", "Screen"]);
const ACTIONS = new Set(
  "Launch SubmitForm ImportData RichMediaExecute GoTo3DView Movie Sound Rendition GoToE ResetForm".split(" "),
);

/**
 * Throws `RefusedFile` where a dictionary of a PDF attaches a file, runs something, or holds what is not on the page.
 */
export function checkPdfDictionary(entries: PdfDictionary, file: PdfFile): void {
  const [type, subtype, action] = ["Type", "Subtype", "S"].map((key) => nameOf(file.resolve(entries.get(key))));
  const isFilled = (key: string): boolean => entries.has(key) && !isEmpty(entries.get(key), file);
  const isAnnotation = type === "Annot" || entries.has("Rect") || entries.has("Contents");
  // An element of the tags has an S, too, and the element above it as its P.
  const isAction = type === "Action" || (type === undefined && entriesOf(file.resolve(entries.get("P"))) === undefined);
  if (
    entries.has("EF") ||
    entries.has("RF") ||
    type === "EmbeddedFile" ||
    subtype === "FileAttachment" ||
    isFilled("EmbeddedFiles") ||
    isFilled("AF") ||
    (type === "Catalog" && entries.has("Collection"))
  )
    throw new RefusedFile("other files are attached to it", PRINT);
  if (
    entries.has("JS") ||
    action === "JavaScript" ||
    isFilled("JavaScript") ||
    isScriptAddress(file.resolve(entries.get("URI")))
  )
    throw new RefusedFile("it contains JavaScript", PRINT);
  if (isAction && ACTIONS.has(action ?? ""))
    throw new RefusedFile("it starts a program, sends data or plays media", PRINT);
  if (MEDIA.has(subtype ?? "") && isAnnotation) throw new RefusedFile("it contains sound, film or a model", PRINT);
  if (entries.has("XFA")) throw new RefusedFile("it is a form of a kind (XFA) that cannot be checked", PRINT);
  if (subtype === "Redact")
    throw new RefusedFile(
      "passages are marked for redaction, and the redaction was never applied: the text is still there",
      "apply the redactions in the program that marked them, save it under a new name, and attach that",
    );
  if (REMARKS.has(subtype ?? "") && isAnnotation)
    throw new RefusedFile(
      "it contains comments, highlights or other marks of a reviewer",
      "delete the comments, or print it to a new PDF without comments and markups, and attach that",
    );
  const flags = file.resolve(entries.get("F"));
  if (isAnnotation && subtype !== undefined && typeof flags === "number" && (flags & (HIDDEN | NO_VIEW)) !== 0)
    throw new RefusedFile("it contains a field or a mark that is hidden", PRINT);
  if (isHidingLayer(entries, file)) throw hiddenLayer();
  if (entries.has("ByteRange") && entries.has("Contents")) throw signed();
  if (type === "Page" && entries.has("Thumb"))
    throw new RefusedFile("it contains small pictures of pages, which can show what was taken out since", PRINT);
  if ([...entries.keys()].some((key) => key.startsWith("AIPrivateData")))
    throw new RefusedFile(
      "it contains the whole drawing as its program keeps it, with what is hidden or cropped",
      PRINT,
    );
}

/** Readers of addresses leave white space and control characters out. */
function isScriptAddress(address: PdfValue): boolean {
  return /^(?:java|vb)script:/i.test((stringOf(address) ?? "").replace(/[^!-~]/g, ""));
}

/** An empty list or tree of names, as some programs write it. */
function isEmpty(value: PdfValue | undefined, file: PdfFile): boolean {
  const found = file.resolve(value);
  if (found === null) return true;
  if (Array.isArray(found)) return found.length === 0;
  const entries = entriesOf(found);
  return entries !== undefined && ["Kids", "Names"].every((key) => isEmpty(entries.get(key) ?? null, file));
}
