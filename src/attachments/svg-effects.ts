import { RefusedFile } from "./refused-file.ts";
import type { XmlElement } from "./xml-rewrite.ts";

/** What effects may ask for: each number costs time for every pixel, and past these nobody sees a difference. */
const MOST: Readonly<Record<string, number>> = { numOctaves: 20, radius: 100, order: 20 };
/** The steps of all effects of a drawing together. */
const MOST_STEPS = 300;

/** Looks at the elements of a drawing one by one, and refuses effects that take minutes to be drawn. */
export function boundedEffects(): (element: XmlElement) => void {
  let steps = 0;
  return ({ local, attributes }) => {
    if (!local.startsWith("fe")) return;
    steps++;
    const isTooMuch = Object.entries(MOST).some(([name, most]) =>
      (attributes[name]?.value ?? "").split(/[\s,]+/).some((number) => Number.parseFloat(number) > most),
    );
    if (isTooMuch || steps > MOST_STEPS)
      throw new RefusedFile(
        "it has effects (filters) that take too long to be drawn",
        "take the effects out in the program that it was drawn with, or save it as PNG, and attach that",
      );
  };
}
