import { latin1 } from "./byte-sequences.ts";
import type { Clean, Cleaned } from "./format.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { refuseTooManyTogether } from "./picture-size.ts";
import { cleanPng } from "./png.ts";
import { RefusedFile } from "./refused-file.ts";
import { cleanStyles, fetches, hiddenDrawing } from "./style-sheet.ts";
import { boundedEffects } from "./svg-effects.ts";
import { findUndrawn } from "./svg-seen-text.ts";
import { ACTIVE_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS } from "./svg-vocabulary.ts";
import { cleanWebp } from "./webp.ts";
import { rewriteXml, type XmlAttribute, type XmlElement } from "./xml-rewrite.ts";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const XHTML = "http://www.w3.org/1999/xhtml";
const XML = "http://www.w3.org/XML/1998/namespace";
const REMEDY = "save it as a plain SVG without links to files, or as PNG, and attach that";
const EMBEDDED: ReadonlyMap<string, Clean> = new Map([
  ["image/png", cleanPng],
  ["image/jpeg", cleanJpeg],
  ["image/jpg", cleanJpeg],
  ["image/gif", cleanGif],
  ["image/webp", cleanWebp],
]);
const ANIMATIONS = new Set(["animate", "set", "animateTransform", "animateMotion"]);
const PIXELS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/**
 * Writes an SVG again with elements and attributes that are known to draw. Comments, metadata and what drawing programs
 * keep for themselves are left out; script, what comes from elsewhere and what is hidden is refused, because an SVG can
 * be opened as a page of its own. Embedded pictures are cleaned as files are.
 */
export function cleanSvg(bytes: Uint8Array): Cleaned {
  let root: XmlElement | undefined;
  const pictures: Size[] = [];
  const refuseCostly = boundedEffects();
  const plain = rewriteXml(bytes, {
    keepElement: (element, above) => {
      const isKept = keepElement(element) && above.at(-1)?.local !== "style";
      refuseCostly(element);
      if (above.length === 0) {
        if (element.uri !== SVG || element.local !== "svg") throw notSvg();
        root = element;
      }
      return isKept;
    },
    attributeValue: (attribute, element) => attributeValue(attribute, element, pictures),
    text: (run, parent, above) => {
      if (parent.local === "style") return cleanStyles(run, REMEDY);
      return isShown(parent, above) || /^(?:title|desc)$/.test(parent.local) || run.trim() === "" ? run : "";
    },
    instruction: (target) => {
      if (target.toLowerCase() === "xml-stylesheet") throw elsewhere();
    },
    remedy: REMEDY,
  });
  if (root === undefined) throw notSvg();
  refuseTooManyTogether(pictures);
  const { text, characters } = withoutUndrawn(plain);
  const shown = characters.size === 0 ? {} : { characters: [...characters].join("") };
  return { bytes: new TextEncoder().encode(text), facts: { ...sizeOf(root), ...shown } };
}

/** A plain drawing without what it defines and never draws, and the characters of the words that it draws. */
function withoutUndrawn(plain: string): { text: string; characters: ReadonlySet<string> } {
  const undrawn = findUndrawn(plain);
  const characters = new Set<string>();
  let index = 0;
  const text = rewriteXml(new TextEncoder().encode(plain), {
    keepElement: () => {
      const size = undrawn.get(index);
      index += size ?? 1;
      return size === undefined;
    },
    attributeValue: ({ value }) => value,
    text: (run, parent, above) => {
      if (isShown(parent, above)) for (const character of run) characters.add(character);
      return run;
    },
    remedy: REMEDY,
  });
  return { text, characters };
}

/** Whether words are drawn, and do not only describe what is. */
function isShown({ local }: XmlElement, above: readonly XmlElement[]): boolean {
  return local !== "title" && local !== "desc" && above.some((element) => element.local === "text");
}

const notSvg = (): RefusedFile => new RefusedFile("it is not an SVG drawing as its name says", REMEDY);
const active = (): RefusedFile => new RefusedFile("it contains script, or a page within the drawing", REMEDY);
const elsewhere = (): RefusedFile => new RefusedFile("it takes something from elsewhere", REMEDY);

function keepElement({ uri, local, attributes }: XmlElement): boolean {
  if (uri === XHTML || ACTIVE_ELEMENTS.has(local)) throw active();
  if (uri !== SVG || local === "metadata") return false;
  if (!SVG_ELEMENTS.has(local))
    throw new RefusedFile(`it contains an element that is not known to be safe, <${local}>`, REMEDY);
  if (ANIMATIONS.has(local)) {
    const target = attributes["attributeName"]?.value.trim() ?? "";
    if (/^(?:.*:)?href$|^on|^style$|^class$/i.test(target)) throw active();
    if (/^(?:display|visibility|opacity)$/i.test(target)) throw hiddenDrawing();
  }
  return true;
}

function attributeValue(attribute: XmlAttribute, element: XmlElement, pictures: Size[]): string | undefined {
  const { name, prefix, local, uri, value } = attribute;
  if (prefix === "xmlns" || name === "xmlns") return value === SVG || value === XLINK ? value : undefined;
  if (uri === XML) return local === "lang" || local === "space" ? value : undefined;
  if (local === "href" && (uri === XLINK || uri === "")) return address(value, element, pictures);
  if (uri !== "") return undefined;
  if (/^on/i.test(local)) throw active();
  if (/^(?:requiredExtensions|systemLanguage)$/.test(local)) throw hiddenDrawing();
  if (!SVG_ATTRIBUTES.has(local) && !local.startsWith("aria-")) return undefined;
  if (local === "style") return cleanStyles(value, REMEDY);
  if (fetches(value) || /\\/.test(value)) throw elsewhere();
  if (isHiding(local, value.trim().toLowerCase())) throw hiddenDrawing();
  return value;
}

function isHiding(attribute: string, value: string): boolean {
  if (attribute === "display") return value === "none";
  if (attribute === "visibility") return value === "hidden" || value === "collapse";
  return attribute === "opacity" && Number.parseFloat(value) === 0;
}

/**
 * A link leads to the web or within the drawing; all else leads within it, or holds a picture itself, which is added to
 * `pictures`.
 */
function address(value: string, { local }: XmlElement, pictures: Size[]): string {
  const target = value.trim();
  if (target.startsWith("#")) return target;
  if (local === "a") {
    if (/^(?:https?:\/\/|mailto:)/i.test(target)) return target;
    throw elsewhere();
  }
  const data = /^data:([a-z]+\/[a-z]+);base64,([A-Za-z0-9+/=\s]*)$/i.exec(target);
  const type = data?.[1]?.toLowerCase() ?? "";
  const clean = local === "image" || local === "feImage" ? EMBEDDED.get(type) : undefined;
  if (clean === undefined) throw elsewhere();
  const { bytes, facts = {} } = clean(fromBase64(data?.[2] ?? ""));
  pictures.push({ width: facts.width ?? 0, height: facts.height ?? 0 });
  return `data:${type};base64,${toBase64(bytes)}`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new RefusedFile("a picture within it is damaged", REMEDY);
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(latin1(bytes));
}

/** Width and height in CSS pixels, rounded, as far as the drawing tells. */
function sizeOf({ attributes }: XmlElement): { width?: number; height?: number } {
  const box = /^\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*$/i.exec(
    attributes["viewBox"]?.value.slice(0, 200) ?? "",
  );
  const [boxWidth, boxHeight] = [Number(box?.[1]), Number(box?.[2])];
  let width = pixels(attributes["width"]?.value);
  let height = pixels(attributes["height"]?.value);
  if (width === undefined && height === undefined) [width, height] = [boxWidth, boxHeight];
  else if (boxWidth > 0 && boxHeight > 0) {
    width ??= ((height ?? 0) * boxWidth) / boxHeight;
    height ??= (width * boxHeight) / boxWidth;
  }
  const isKnown = width !== undefined && height !== undefined && width > 0 && height > 0 && width * height < 1e12;
  return isKnown && width !== undefined && height !== undefined
    ? { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
    : {};
}

function pixels(value = ""): number | undefined {
  if (value.length > 50) return undefined;
  const length = /^\s*(\+?[\d.]+(?:e[-+]?\d+)?)\s*(?:([a-z]+)\s*)?$/i.exec(value);
  const unit = PIXELS[length?.[2]?.toLowerCase() ?? ""];
  return length === null || unit === undefined ? undefined : Number(length[1]) * unit;
}
