import { isSameColour, UNKNOWN } from "./colours.ts";
import type { PdfFile } from "./pdf-file.ts";
import { entriesOf, nameOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";

/** What paints: a colour, or a pattern. */
export interface Ink {
  /** As 0xRRGGBB, or `UNKNOWN`. */
  readonly colour: number;
  /** Whether it leaves nothing of what is beneath it to be seen. */
  readonly isSolid: boolean;
  readonly space: string;
}

/** What a page is painted with before it says anything else. */
export const BLACK: Ink = { colour: 0, isSolid: true, space: "Gray" };

const [GRAY, RGB, CMYK, PATTERN] = ["Gray", "RGB", "CMYK", "Pattern"];
const SPACES: ReadonlyMap<string, string> = new Map([
  ...["DeviceGray", "CalGray", "G"].map((name) => [name, GRAY] as const),
  ...["DeviceRGB", "CalRGB", "RGB"].map((name) => [name, RGB] as const),
  ...["DeviceCMYK", "CMYK"].map((name) => [name, CMYK] as const),
  ["Pattern", PATTERN],
]);
const BY_COMPONENTS = new Map([
  [1, GRAY],
  [3, RGB],
  [4, CMYK],
]);

/** The ink of a space (ISO 32000-1, 8.6) before a colour is said. */
export function inkOfSpace(value: PdfValue | undefined, spaces: PdfDictionary | undefined, file: PdfFile): Ink {
  const space = spaceOf(value, spaces, file);
  return { colour: space === "other" ? UNKNOWN : 0, isSolid: true, space };
}

function spaceOf(value: PdfValue | undefined, spaces: PdfDictionary | undefined, { resolve }: PdfFile): string {
  const named = nameOf(value);
  const found = resolve(named === undefined ? value : (spaces?.get(named) ?? value));
  const [family, second] = Array.isArray(found) ? found : [found];
  const name = nameOf(resolve(family ?? null)) ?? "";
  if (name === "ICCBased") {
    const components = resolve(entriesOf(resolve(second))?.get("N"));
    return (typeof components === "number" ? BY_COMPONENTS.get(components) : undefined) ?? "other";
  }
  if (name === "Separation") {
    const colorant = nameOf(resolve(second));
    if (colorant === "None") return "None";
    return colorant === "Black" || colorant === "All" ? "Black" : "other";
  }
  return SPACES.get(name) ?? "other";
}

/** The ink of a colour in the space of another. */
export function inkOfColour(space: string, operands: readonly PdfValue[]): Ink {
  const parts = operands.map((each) => (typeof each === "number" ? Math.max(0, Math.min(1, each)) : 0));
  return { space, isSolid: space !== PATTERN && space !== "None", colour: colourOf(space, parts) };
}

function colourOf(space: string, [first = 0, second = 0, third = 0, black = 0]: readonly number[]): number {
  switch (space) {
    case GRAY:
      return mixed(first, first, first);
    case "Black":
      return mixed(1 - first, 1 - first, 1 - first);
    case RGB:
      return mixed(first, second, third);
    case CMYK:
      return mixed((1 - first) * (1 - black), (1 - second) * (1 - black), (1 - third) * (1 - black));
    default:
      return UNKNOWN;
  }
}

function mixed(...parts: readonly number[]): number {
  return parts.reduce((colour, part) => colour * 256 + Math.round(part * 255), 0);
}

/** Whether what is beneath cannot be seen through paint that is mixed with it in some way (11.3.5). */
export function hidesBeneath(blend: string, colour: number): boolean {
  if (blend === "Normal" || blend === "Compatible") return true;
  if (blend === "Multiply" || blend === "Darken" || blend === "ColorBurn") return isSameColour(colour, 0);
  return (blend === "Screen" || blend === "Lighten" || blend === "ColorDodge") && isSameColour(colour, 0xffffff);
}
