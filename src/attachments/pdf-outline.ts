import { type Copying, entriesFor, plainKeys, textKeys } from "./pdf-copy.ts";
import { copyAction, copyPlace, type Places } from "./pdf-links.ts";
import { entriesOf, type PdfDictionary, type PdfReference, type PdfValue } from "./pdf-syntax.ts";

const KEPT = { ...textKeys("Title"), ...plainKeys("Count C F") };

/** The bookmarks that readers see (ISO 32000-1, 12.3.3), with where they lead; null, where there are none. */
export function copyOutline(value: PdfValue | undefined, places: Places, copying: Copying): PdfValue {
  const root = entriesOf(copying.file.resolve(value));
  if (root === undefined) return null;
  const visited = new Set<PdfDictionary>();
  const reference = copying.out.reserve();
  const kids = copyKids(root, reference, { visited, places, copying });
  if (kids === undefined) return null;
  copying.out.fill(reference, new Map([...entriesFor(root, plainKeys("Count"), copying), ...kids]));
  return reference;
}

/** The copying of one tree of bookmarks, and those that it has come by. */
interface OutlineCopying {
  readonly visited: Set<PdfDictionary>;
  readonly places: Places;
  readonly copying: Copying;
}

/** The first and the last of the bookmarks below another. */
function copyKids(
  above: PdfDictionary,
  parent: PdfReference,
  outline: OutlineCopying,
): ReadonlyMap<string, PdfValue> | undefined {
  const { visited, places, copying } = outline;
  const { file, out } = copying;
  const items: PdfDictionary[] = [];
  for (
    let item = entriesOf(file.resolve(above.get("First")));
    item !== undefined && !visited.has(item);
    item = entriesOf(file.resolve(item.get("Next")))
  ) {
    visited.add(item);
    items.push(item);
  }
  const references = items.map(() => out.reserve());
  for (const [index, item] of items.entries()) {
    const own = references[index];
    if (own === undefined) continue;
    const kept = entriesFor(item, KEPT, copying);
    const [previous, next] = [references[index - 1], references[index + 1]];
    const below = copyKids(item, own, outline);
    if (below === undefined) kept.delete("Count");
    const links: readonly (readonly [string, PdfValue | undefined])[] = [
      ["Parent", parent],
      ["Prev", previous],
      ["Next", next],
      ["Dest", copyPlace(item.get("Dest"), places, copying)],
      ["A", copyAction(item.get("A"), places, copying)],
      ...(below ?? []),
    ];
    for (const [key, each] of links) if (each !== undefined && each !== null) kept.set(key, each);
    out.fill(own, kept);
  }
  const [first, last] = [references[0], references.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : new Map([
        ["First", first],
        ["Last", last],
      ]);
}
