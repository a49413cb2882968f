import { resolvePath } from "../addresses/addresses.ts";
import { Sealed } from "../model/sealed.ts";
import { placeAt } from "../text/place.ts";
import type { Moved, Remark } from "./fix.ts";
import { readOriginal } from "./original-text.ts";

const LINK = /[(<\s]((?:[^\s()<>#]+\/)?[^\s()<>#/]+\.md)#para-([A-Z]{0,2}\d+(?:\.\d+)*)/g;

/** The links of other files into reports whose paragraphs were numbered anew: each is for its author to look at. */
export function linksIntoMoved(
  texts: ReadonlyMap<string, Sealed<Uint8Array>>,
  moved: ReadonlyMap<string, Moved>,
): readonly Remark[] {
  if (moved.size === 0) return [];
  return [...texts].flatMap(([path, bytes]) => {
    const text = readOriginal(Sealed.open(bytes))?.text;
    if (text === undefined || !text.includes(".md#para-")) return [];
    return [...text.matchAll(LINK)].flatMap(({ 1: file = "", 2: number = "", index }): Remark[] => {
      const target = resolvePath(path, file);
      const numbers = target === undefined ? undefined : moved.get(target);
      if (numbers?.has(number) !== true) return [];
      const due = numbers.get(number);
      const now = due === undefined ? "" : `; what was typed as ${number} is ${due} now`;
      const summary = "this links to a paragraph of a report whose paragraphs have new numbers: check it";
      const message = `this links to paragraph ${number} of ${target}, whose paragraphs have new numbers${now}: check it`;
      return [
        { name: "typed-number", place: placeAt({ path, text }, index + 1, index + 1 + file.length), message, summary },
      ];
    });
  });
}
