import { boundedInflate } from "./bounded-inflate.ts";
import { unpredict } from "./pdf-filters.ts";
import { type Budget, damagedPdf, entriesOf, nameOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";

/**
 * Decodes a stream of a PDF's own structure (object and cross-reference streams), as far as the budget goes. Such
 * streams are written plain or with Flate and a PNG predictor; throws `RefusedFile` at any other.
 */
export function decodeStream(dictionary: PdfDictionary, encoded: Uint8Array, budget: Budget): Uint8Array {
  const filter = single(dictionary.get("Filter"));
  if (filter === undefined) {
    spend(encoded.length, budget);
    return encoded;
  }
  if (nameOf(filter) !== "FlateDecode") throw damagedPdf();
  const inflated = boundedInflate(encoded, "zlib", budget.decoded);
  if (inflated === undefined) throw damagedPdf();
  spend(inflated.length, budget);
  const parameters = entriesOf(single(dictionary.get("DecodeParms")));
  return parameters === undefined ? inflated : unpredict(inflated, parameters, (value) => value ?? null);
}

function spend(length: number, budget: Budget): void {
  budget.decoded -= length;
  if (budget.decoded < 0) throw damagedPdf();
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!Array.isArray(value)) return value ?? undefined;
  if (value.length > 1) throw damagedPdf();
  return value[0] ?? undefined;
}
