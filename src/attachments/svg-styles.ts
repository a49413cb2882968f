import { RefusedFile } from "./refused-file.ts";

/** What an element of a drawing is known by in a style sheet. */
export interface StyledElement {
  readonly local: string;
  readonly id: string | undefined;
  readonly classes: ReadonlySet<string>;
  readonly parent: StyledElement | undefined;
}

interface Compound {
  readonly tag: string | undefined;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** Whether what stands before it is its parent, and not any element around it. */
  readonly isChild: boolean;
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** A rule for one selector, with the weight of the selector. */
export interface StyleRule {
  readonly compounds: readonly Compound[];
  readonly weight: number;
  readonly declarations: readonly Declaration[];
}

const REMEDY = "save it as a plain SVG with its styles as attributes, or as PNG, and attach that";

/** The refusal of styles of which nobody can tell what they hide. */
export function unclearStyles(): RefusedFile {
  return new RefusedFile("it holds styles of which it cannot be told whether they hide something", REMEDY);
}

/** Properties of CSS that a drawing may set; what they do to text is looked into, or they leave it where it is and seen. */
const PROPERTIES = new Set(
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
   color-scheme cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity
   font font-family font-feature-settings font-kerning font-optical-sizing font-size font-stretch font-style font-synthesis font-variant
   font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position
   font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering inline-size isolation kerning
   letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
   paint-order pointer-events shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color
   stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
   text-align text-align-last text-anchor text-decoration text-decoration-color text-decoration-line text-decoration-style
   text-decoration-skip-ink text-decoration-thickness text-indent text-orientation text-overflow text-rendering text-transform
   transform transform-box transform-origin unicode-bidi user-select vector-effect visibility white-space word-spacing writing-mode
   background background-color margin max-width max-height min-width min-height width height`.split(/\s+/),
);
const OF_PROGRAMS = /^-(?:inkscape-[\w-]+|(?:webkit|moz|ms)-user-select)$/;

/** The declarations of a style sheet's rule or of a `style` attribute. Throws `RefusedFile` at one that may hide what it styles. */
function readDeclarations(css: string): readonly Declaration[] {
  return css
    .split(";")
    .filter((each) => each.trim() !== "")
    .map((each) => {
      const colon = each.indexOf(":");
      const property = each.slice(0, Math.max(0, colon)).trim().toLowerCase();
      const written = each.slice(colon + 1).trim();
      const value = written.replace(/!\s*important$/i, "").trim();
      const isKnown = PROPERTIES.has(property) || OF_PROGRAMS.test(property);
      const isReferring =
        /^(?:clip-path|mask|filter)$/.test(property) && !/^(?:none|url\(\s*["']?#[^()]*\))$/i.test(value);
      const isZero = /^(?:(?:max-)?(?:width|height))$/.test(property) && Number.parseFloat(value) === 0;
      if (!isKnown || isReferring || isZero || /\bvar\s*\(|\bcalc\s*\(|\battr\s*\(/i.test(value)) throw unclearStyles();
      return { property, value, isImportant: value !== written };
    });
}

/** The rules of a style sheet without comments. Throws `RefusedFile` at all but names of elements, classes and ids in selectors. */
export function readRules(css: string): readonly StyleRule[] {
  const sheet = css.replace(/^\s*@charset\s+"[^"]*"\s*;/i, "").replace(/<!--|-->/g, " ");
  const blocks = sheet.split("}");
  if (/[{@]/.test(blocks.pop() ?? "")) throw unclearStyles();
  return blocks.flatMap((block) => {
    const [selectors = "", body, ...more] = block.split("{");
    if (body === undefined || more.length > 0) throw unclearStyles();
    const declarations = readDeclarations(body);
    return selectors.split(",").map((selector) => ({ ...readSelector(selector), declarations }));
  });
}

function readSelector(selector: string): Omit<StyleRule, "declarations"> {
  const words = selector.replace(/>/g, " > ").trim().split(/\s+/);
  const compounds: Compound[] = [];
  let isChild = false;
  for (const word of words) {
    if (word === ">") {
      isChild = true;
      continue;
    }
    if (!/^(?:\*|[a-z][\w-]*)?(?:[.#][\w-]+)*$/i.test(word) || word === "") throw unclearStyles();
    const tag = /^[a-z][\w-]*/i.exec(word)?.[0];
    const named = (mark: string): readonly string[] =>
      [...word.matchAll(/[.#][\w-]+/g)]
        .map(([name]) => name)
        .filter((name) => name.startsWith(mark))
        .map((name) => name.slice(1));
    compounds.push({ tag, ids: named("#"), classes: named("."), isChild });
    isChild = false;
  }
  const sum = (count: (compound: Compound) => number): number =>
    compounds.reduce((all, compound) => all + Math.min(99, count(compound)), 0);
  const weight =
    sum(({ ids }) => ids.length) * 10_000 +
    sum(({ classes }) => classes.length) * 100 +
    sum(({ tag }) => (tag === undefined ? 0 : 1));
  return { compounds, weight };
}

/**
 * The value of each property that style sheets and an element's own `style` attribute give it; presentation attributes are weaker
 * than both.
 */
export function cascade(
  element: StyledElement,
  rules: readonly StyleRule[],
  own: string | undefined,
): ReadonlyMap<string, string> {
  const weighed = rules
    .filter(({ compounds }) => matches(element, compounds))
    .map(({ weight, declarations }, order) => ({ weight, declarations, order }))
    .toSorted((one, other) => one.weight - other.weight || one.order - other.order);
  const all = [...weighed.flatMap(({ declarations }) => declarations), ...readDeclarations(own ?? "")];
  const values = new Map<string, string>();
  for (const isImportant of [false, true])
    for (const declaration of all)
      if (declaration.isImportant === isImportant) values.set(declaration.property, declaration.value);
  return values;
}

function matches(element: StyledElement, compounds: readonly Compound[]): boolean {
  const compound = compounds.at(-1);
  if (compound === undefined || !fits(element, compound)) return false;
  const before = compounds.slice(0, -1);
  if (before.length === 0) return true;
  for (let ancestor = element.parent; ancestor !== undefined; ancestor = compound.isChild ? undefined : ancestor.parent)
    if (matches(ancestor, before)) return true;
  return false;
}

function fits({ local, id, classes }: StyledElement, compound: Compound): boolean {
  return (
    (compound.tag === undefined || compound.tag === local) &&
    compound.ids.every((each) => each === id) &&
    compound.classes.every((each) => classes.has(each))
  );
}
