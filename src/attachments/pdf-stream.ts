import { boundedInflate } from "./bounded-inflate.ts";
import { type Budget, damagedPdf, entriesOf, nameOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";

/**
 * Decodes a stream of a PDF's own structure (object and cross-reference streams), as far as the budget goes. Such streams
 * are written plain or with Flate and a PNG predictor; throws `RefusedFile` at any other.
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
  const predictor = parameters?.get("Predictor") ?? 1;
  if (parameters === undefined || predictor === 1) return inflated;
  if (typeof predictor !== "number" || predictor < 10) throw damagedPdf();
  const [colours, bits, columns] = ["Colors", "BitsPerComponent", "Columns"].map((key) => parameters.get(key));
  if ((colours ?? 1) !== 1 || (bits ?? 8) !== 8) throw damagedPdf();
  return unpredict(inflated, typeof columns === "number" ? columns : 1);
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

/** Undoes the filters of PNG rows (ISO/IEC 15948, 9), one byte a pixel. */
function unpredict(bytes: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || bytes.length % (columns + 1) !== 0) throw damagedPdf();
  const rows = bytes.length / (columns + 1);
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const type = bytes[row * (columns + 1)] ?? 0;
    if (type > 4) throw damagedPdf();
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      const left = column > 0 ? (plain[start + column - 1] ?? 0) : 0;
      const up = row > 0 ? (plain[start + column - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (plain[start + column - columns - 1] ?? 0) : 0;
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0;
      plain[start + column] = raw + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][type] ?? 0);
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
