import type { PdfFile } from "./pdf-file.ts";
import { entriesOf, type PdfValue } from "./pdf-syntax.ts";

/**
 * The leaves of a tree of names or numbers (ISO 32000-1, 7.9.6 and 7.9.7), each with its key. A node that comes a
 * second time is left out.
 */
export function leavesOf(
  root: PdfValue | undefined,
  kind: "Names" | "Nums",
  { resolve }: PdfFile,
): readonly (readonly [key: PdfValue, value: PdfValue])[] {
  const leaves: [PdfValue, PdfValue][] = [];
  const visited = new Set<PdfValue>();
  const waiting = [resolve(root)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const entries = entriesOf(node);
    if (entries === undefined || visited.has(node)) continue;
    visited.add(node);
    const [list, kids] = [resolve(entries.get(kind)), resolve(entries.get("Kids"))];
    if (Array.isArray(list))
      for (let index = 0; index + 1 < list.length; index += 2)
        leaves.push([resolve(list[index]), list[index + 1] ?? null]);
    if (Array.isArray(kids)) waiting.push(...kids.map((kid) => resolve(kid)).reverse());
  }
  return leaves;
}
