import { type Copying, entriesFor, plain, plainKeys, text, textKeys } from "./pdf-copy.ts";
import type { PdfFile } from "./pdf-file.ts";
import {
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  referenceOf,
  stringOf,
} from "./pdf-syntax.ts";
import { leavesOf } from "./pdf-trees.ts";
import { pdfName } from "./pdf-writer.ts";
import { RefusedFile } from "./refused-file.ts";

/** Where links can lead: the pages, and places that have names in the old file. */
export interface Places {
  readonly pages: ReadonlyMap<number, PdfReference>;
  readonly named: ReadonlyMap<string, PdfValue>;
}

/** The places that have names (ISO 32000-1, 12.3.2.3), in the old way and the new. */
export function namedPlaces(catalog: PdfDictionary, file: PdfFile): ReadonlyMap<string, PdfValue> {
  const { resolve } = file;
  const old = entriesOf(resolve(catalog.get("Dests"))) ?? new Map<string, PdfValue>();
  const names = entriesOf(resolve(catalog.get("Names")));
  const named = leavesOf(names?.get("Dests"), "Names", file).map(
    ([key, value]) => [stringOf(key) ?? "", value] as const,
  );
  return new Map([...old, ...named]);
}

/** A place, by the page itself and not by a name; null, where no page is shown. */
export function copyPlace(value: PdfValue | undefined, places: Places, copying: Copying): PdfValue {
  const { resolve } = copying.file;
  const found = resolve(value);
  const name = stringOf(found) ?? nameOf(found);
  const place = resolve(name === undefined ? found : places.named.get(name));
  const list = Array.isArray(place) ? place : resolve(entriesOf(place)?.get("D"));
  if (!Array.isArray(list)) return null;
  const [target, ...rest] = list;
  const page = places.pages.get(referenceOf(target)?.number ?? 0);
  return page === undefined ? null : [page, ...rest.map((each) => plain(each, copying))];
}

const MOVES = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/**
 * What a link does: it leads to a place, a page, another file or an address (12.6). Throws `RefusedFile` where it does
 * something else.
 */
export function copyAction(value: PdfValue | undefined, places: Places, copying: Copying): PdfValue {
  const { resolve } = copying.file;
  const entries = entriesOf(resolve(value));
  if (entries === undefined) return null;
  const kind = nameOf(resolve(entries.get("S"))) ?? "";
  const kept = new Map<string, PdfValue>([["S", pdfName(kind)]]);
  const move = nameOf(resolve(entries.get("N"))) ?? "";
  if (kind === "GoTo") {
    const place = copyPlace(entries.get("D"), places, copying);
    return place === null ? null : kept.set("D", place);
  }
  if (kind === "URI") for (const [key, each] of entriesFor(entries, ADDRESS, copying)) kept.set(key, each);
  else if (kind === "Named" && MOVES.has(move)) kept.set("N", pdfName(move));
  else if (kind === "GoToR") {
    for (const [key, each] of entriesFor(entries, OTHER_FILE, copying)) kept.set(key, each);
    const file = entriesOf(resolve(entries.get("F")));
    if (file !== undefined) kept.set("F", entriesFor(file, FILE, copying));
  } else
    throw new RefusedFile(
      "it contains a link or a button that does something other than lead to a page or an address",
      "open it, print it to a new PDF, and attach that",
    );
  return kept;
}

const ADDRESS = { URI: text, ...plainKeys("IsMap") };
const OTHER_FILE = { F: text, D: text, ...plainKeys("NewWindow") };
const FILE = { ...plainKeys("Type"), ...textKeys("F UF") };
