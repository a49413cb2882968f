import { type Box, boxOf } from "./pdf-boxes.ts";
import { type Copy, type Copying, entriesFor, namedOf, object, plainKeys, text, textKeys } from "./pdf-copy.ts";
import { copyAction, copyPlace, type Places } from "./pdf-links.ts";
import type { PdfPage } from "./pdf-page-tree.ts";
import { copyForm, fieldResources } from "./pdf-resources.ts";
import {
  damagedPdf,
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  referenceOf,
  streamOf,
  stringOf,
} from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

const PRINT = "open it, print it to a new PDF, and attach that";
const DEEPEST_FIELD = 32;
const PASSWORD = 1 << 13;

/** The links and fields of pages, as they are copied. */
export interface Annotations {
  /** Copies those of a page that a reader can see. */
  readonly copyFor: (page: PdfPage, reference: PdfReference) => readonly PdfReference[];
  /** The new object for an old one; undefined, where it was left out. */
  readonly copyOf: (old: PdfReference) => PdfReference | undefined;
  /** The form that the fields make, once all pages were copied; null, where there are none. */
  readonly form: (old: PdfDictionary | undefined) => PdfValue;
}

/**
 * Copies links, and the fields of forms that have a place on a page (ISO 32000-1, 12.5 and 12.7). Throws `RefusedFile`
 * at annotations of other kinds.
 */
export function copyAnnotations(places: Places, copying: Copying): Annotations {
  const { file, out } = copying;
  const { resolve } = file;
  const copies = new Map<number, PdfReference>();
  const fields = new Map<PdfDictionary, Field>();
  const roots: PdfReference[] = [];

  /** Enters a field or a widget below the field that it belongs to, or among those that belong to none. */
  const enter = (entries: PdfDictionary, own: PdfReference, kept: Map<string, PdfValue>, depth = 0): void => {
    const parent = entriesOf(resolve(entries.get("Parent")));
    if (depth > DEEPEST_FIELD) throw damagedPdf();
    if (parent === undefined) {
      roots.push(own);
      return;
    }
    let field = fields.get(parent);
    if (field === undefined) {
      field = { reference: out.reserve(), kept: copyField(parent, copying), kids: [] };
      fields.set(parent, field);
      enter(parent, field.reference, field.kept, depth + 1);
    }
    field.kids.push({ reference: own, kept });
    kept.set("Parent", field.reference);
  };

  const copyOne = (value: PdfValue, page: PdfPage, reference: PdfReference): PdfReference | undefined => {
    const entries = entriesOf(resolve(value));
    if (entries === undefined) return undefined;
    const subtype = nameOf(resolve(entries.get("Subtype")));
    if (subtype !== "Link" && subtype !== "Widget")
      throw new RefusedFile("it contains a mark on a page of a kind that cannot be checked", PRINT);
    if (!isOn(boxOf(entries.get("Rect"), file), page)) return undefined;
    const own = out.reserve();
    const number = referenceOf(value)?.number;
    if (number !== undefined) copies.set(number, own);
    const kept = entriesFor(entries, subtype === "Link" ? LINK : WIDGET, copying);
    kept.set("P", reference);
    const action = copyAction(entries.get("A"), places, copying);
    if (action !== null) kept.set("A", action);
    if (subtype === "Link") {
      const place = copyPlace(entries.get("Dest"), places, copying);
      if (place !== null) kept.set("Dest", place);
    } else {
      for (const [key, each] of copyField(entries, copying)) kept.set(key, each);
      const look = copyLook(entries, copying);
      if (look !== null) kept.set("AP", new Map([["N", look]]));
      else if (settingsOf(entries, copying).isFilled)
        throw new RefusedFile(
          "it is a form whose fields are filled in, and how they look is left to each reader's program",
          PRINT,
        );
      enter(entries, own, kept);
    }
    out.fill(own, kept);
    return own;
  };
  return {
    copyFor: (page, reference) => {
      const list = resolve(page.entries.get("Annots"));
      if (list === null) return [];
      if (!Array.isArray(list)) throw damagedPdf();
      return list.flatMap((each) => copyOne(each, page, reference) ?? []);
    },
    copyOf: (old) => copies.get(old.number),
    form: (old) => {
      for (const { reference, kept, kids } of fields.values()) {
        // A value that each field below has in its own way is shown by none.
        if (kids.every((kid) => kid.kept.has("V"))) kept.delete("V");
        out.fill(
          reference,
          kept.set(
            "Kids",
            kids.map((kid) => kid.reference),
          ),
        );
      }
      if (roots.length === 0) return null;
      const kept = entriesFor(old ?? new Map(), FORM, copying);
      return out.add(kept.set("Fields", roots));
    },
  };
}

/** A field to which widgets or other fields belong. */
interface Field {
  readonly reference: PdfReference;
  readonly kept: Map<string, PdfValue>;
  readonly kids: { readonly reference: PdfReference; readonly kept: ReadonlyMap<string, PdfValue> }[];
}

/** What is kept of a field by itself; the value of a password is not. */
function copyField(entries: PdfDictionary, copying: Copying): Map<string, PdfValue> {
  const kept = entriesFor(entries, FIELD, copying);
  const { isSecret, isButton } = settingsOf(entries, copying);
  if (isSecret) kept.delete("V");
  if (isButton) kept.delete("Opt");
  return kept;
}

/**
 * How a field looks: in every state, if it is a button, which a reader can press, and else in the state that it is in.
 */
function copyLook(widget: PdfDictionary, copying: Copying): PdfValue {
  const { resolve } = copying.file;
  const normal = entriesOf(resolve(widget.get("AP")))?.get("N");
  const found = resolve(normal);
  if (streamOf(found) !== undefined) return object(copyForm)(normal, copying);
  const states = entriesOf(found);
  if (states === undefined) return null;
  if (settingsOf(widget, copying).isButton) return namedOf(object(copyForm))(states, copying);
  return object(copyForm)(states.get(nameOf(resolve(widget.get("AS"))) ?? ""), copying);
}

/** Whether a rectangle has an area, and part of it lies on the page. */
function isOn(box: Box | undefined, { mediaBox }: PdfPage): boolean {
  if (box === undefined) return false;
  const width = Math.min(box[2], mediaBox[2]) - Math.max(box[0], mediaBox[0]);
  const height = Math.min(box[3], mediaBox[3]) - Math.max(box[1], mediaBox[1]);
  return width > 0 && height > 0;
}

/** What a field is by itself, or by a field above it (12.7.3.1). */
function settingsOf(widget: PdfDictionary, { file: { resolve } }: Copying) {
  const inherited = (key: string): PdfValue => {
    let entries: PdfDictionary | undefined = widget;
    for (let depth = 0; entries !== undefined && depth < DEEPEST_FIELD; depth++) {
      const value = resolve(entries.get(key));
      if (value !== null) return value;
      entries = entriesOf(resolve(entries.get("Parent")));
    }
    return null;
  };
  const [value, flags, kind] = [inherited("V"), inherited("Ff"), nameOf(inherited("FT"))];
  if (kind === "Sig" && value !== null) throw signed();
  return {
    isSecret: kind === "Tx" && typeof flags === "number" && (flags & PASSWORD) !== 0,
    isButton: kind === "Btn",
    isFilled: kind !== "Btn" && kind !== "Sig" && (stringOf(value) ?? "") !== "",
  };
}

/** The refusal of a PDF with a signature. */
export function signed(): RefusedFile {
  return new RefusedFile(
    "it is signed, and a signature is valid only for exactly the file that was signed",
    "print it to a new PDF, and attach that; say on the page where readers can get the signed file",
  );
}

const BORDER = "Border C H BS";
const border: Copy = (value, copying) => {
  const entries = entriesOf(copying.file.resolve(value));
  return entries === undefined ? null : entriesFor(entries, plainKeys("Type W S D"), copying);
};
const LINK = {
  ...plainKeys(`Type Subtype Rect F StructParent QuadPoints ${BORDER}`),
  Contents: text,
  Lang: text,
  BS: border,
};
const look: Copy = (value, copying) => {
  const entries = entriesOf(copying.file.resolve(value));
  return entries === undefined ? null : entriesFor(entries, { ...plainKeys("R BC BG TP"), CA: text }, copying);
};
const WIDGET = { ...plainKeys(`Type Subtype Rect F StructParent AS ${BORDER}`), Contents: text, MK: look, BS: border };

/**
 * The words of a list to choose from, each as it is shown; what they would be sent as to a server is seen by nobody.
 */
const options: Copy = (value, copying) => {
  const { resolve } = copying.file;
  const list = resolve(value);
  if (!Array.isArray(list)) return null;
  return list.map((each) => {
    const option = resolve(each);
    if (!Array.isArray(option)) return text(option, copying);
    const [sent, shown] = option.map((part) => stringOf(resolve(part)));
    if (sent !== shown) throw new RefusedFile("it is a form with lists whose values are not what they show", PRINT);
    return text(option[1], copying);
  });
};
const FIELD = { ...plainKeys("FT Ff MaxLen Q"), ...textKeys("T TU V DA"), Opt: options };
const FORM = { ...plainKeys("NeedAppearances Q"), DA: text, DR: fieldResources };
