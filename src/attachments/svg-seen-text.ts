import { RefusedFile } from "./refused-file.ts";
import { hiddenDrawing } from "./style-sheet.ts";
import {
  type Box,
  IDENTITY,
  leastScale,
  type Matrix,
  multiply,
  overlap,
  readTransform,
  transformed,
} from "./svg-geometry.ts";
import { cascade, readRules, type StyledElement, type StyleRule, unclearStyles } from "./svg-styles.ts";
import { readXml, type XmlElement } from "./xml-rewrite.ts";

interface Drawn extends StyledElement {
  readonly element: XmlElement;
  readonly parent: Drawn | undefined;
  readonly children: (Drawn | Words)[];
  /** Its number in the order in which elements begin, and how many of them it is with all in it. */
  readonly index: number;
  size: number;
}

interface Words {
  readonly text: string;
  readonly owner: Drawn;
}

interface Drawing {
  readonly root: Drawn;
  readonly sheets: readonly string[];
  readonly byId: ReadonlyMap<string, Drawn>;
  /** The drawing holds these words, and their elements and `use` are within these. */
  readonly seen: Set<Words>;
  readonly holding: Set<Drawn>;
  readonly styles: Map<Drawn, ReadonlyMap<string, string>>;
  rules: readonly StyleRule[];
  /** The width of the drawing, or its height where that is more. */
  readonly extent: number;
  repeats: number;
  steps: number;
}

/** What an element has from those around it. */
interface DrawingContext {
  readonly matrix: Matrix;
  readonly clips: readonly Box[];
  readonly isHidden: boolean;
  /** Whether places are worked out in a way that is not followed here, so that text may be anywhere. */
  readonly isAnywhere: boolean;
  readonly opacity: number;
  readonly fontSize: number;
  readonly inherited: ReadonlyMap<string, string>;
  /** The elements that are being drawn by `use`, lest one draws itself. */
  readonly using: readonly Drawn[];
}

const REMEDY = "save it as a plain SVG, or as PNG, and attach that";
const UNDRAWN = /^(?:defs|symbol|pattern|marker|clipPath|mask|linearGradient|radialGradient|filter)$/;
const PAINTING = /^(?:pattern|marker|mask|clipPath)$/;
const TEXT = /^(?:text|tspan|textPath|a)$/;
const INHERITED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "color",
  "font-size",
  "text-anchor",
];
/** Less opacity than this is none to a reader. */
const LEAST_OPACITY = 0.05;
/** The height of letters, as a part of the drawing's width or height. */
const LEAST_HEIGHT = 1 / 2000;
/** How often parts may be drawn again by `use`, and rules be compared with elements. */
const [MOST_REPEATS, MOST_STEPS] = [100_000, 5_000_000];
const MOST_NESTED = 100;

/**
 * Finds what a drawing in plain SVG defines and never draws, as numbers of elements in the order in which they begin, with how many
 * elements each is. Throws `RefusedFile` where it holds text that no reader sees.
 */
export function findUndrawn(svg: string): ReadonlyMap<number, number> {
  const drawing = readDrawing(svg);
  const undrawn = undrawnUnits(drawing);
  const left = wordsIn(drawing.root, undrawn);
  if (left.length > 0) {
    drawing.rules = drawing.sheets.flatMap(readRules);
    noteHolding(drawing, left);
    draw(drawing.root, drawing, canvasOf(drawing.root));
    if (left.some((words) => !drawing.seen.has(words))) throw hiddenDrawing();
  }
  return new Map([...undrawn].map(({ index, size }) => [index, size]));
}

function readDrawing(svg: string): Drawing {
  const open: Drawn[] = [];
  const byId = new Map<string, Drawn>();
  const sheets: string[] = [];
  let root: Drawn | undefined;
  let count = 0;
  readXml(new TextEncoder().encode(svg), REMEDY, {
    element: (element) => {
      const parent = open.at(-1);
      const id = element.attributes["id"]?.value;
      const classes = new Set(element.attributes["class"]?.value.split(/\s+/) ?? []);
      const drawn = { element, local: element.local, id, classes, parent, children: [], index: count++, size: 1 };
      if (id !== undefined && !byId.has(id)) byId.set(id, drawn);
      parent?.children.push(drawn);
      root ??= drawn;
      open.push(drawn);
    },
    text: (text, { local, attributes }) => {
      const owner = open.at(-1);
      owner?.children.push({ text, owner });
      if (local !== "style" || text.trim() === "") return;
      const isPlain = /^(?:text\/css)?$/.test(attributes["type"]?.value ?? "");
      if (!isPlain || !/^(?:all|screen)?$/.test(attributes["media"]?.value ?? "")) throw unclearStyles();
      sheets.push(text);
    },
    closed: () => {
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed !== undefined && parent !== undefined) parent.size += closed.size;
    },
  });
  if (root === undefined) throw new RefusedFile("it is no SVG drawing as its name says", REMEDY);
  const { left, right, top, bottom } = canvasOf(root).clips[0] ?? UNBOUNDED;
  const extent = Math.max(right - left, bottom - top);
  const empty = {
    seen: new Set<Words>(),
    holding: new Set<Drawn>(),
    styles: new Map(),
    rules: [],
    repeats: 0,
    steps: 0,
  };
  return { root, sheets, byId, extent: Number.isFinite(extent) ? extent : 300, ...empty };
}

/** Notes the elements that are worth following: with words in them, or what can draw words that are elsewhere. */
function noteHolding(drawing: Drawing, words: readonly Words[]): void {
  const isPainting = words.some(({ owner }) => {
    for (let node: Drawn | undefined = owner; node !== undefined; node = node.parent)
      if (PAINTING.test(node.local)) return true;
    return false;
  });
  const visit = (node: Drawn): void => {
    if (isPainting || node.local === "use") holdWith(node, drawing);
    for (const child of node.children) if ("children" in child) visit(child);
  };
  visit(drawing.root);
  for (const { owner } of words) holdWith(owner, drawing);
}

function holdWith(innermost: Drawn, { holding }: Drawing): void {
  for (let node: Drawn | undefined = innermost; node !== undefined && !holding.has(node); node = node.parent)
    holding.add(node);
}

/** What style sheets and its own style say of an element. */
function stylesOf(node: Drawn, drawing: Drawing): ReadonlyMap<string, string> {
  const known = drawing.styles.get(node);
  if (known !== undefined) return known;
  drawing.steps += drawing.rules.length;
  if (drawing.steps > MOST_STEPS) throw tooMuch();
  const styles = cascade(node, drawing.rules, node.element.attributes["style"]?.value);
  drawing.styles.set(node, styles);
  return styles;
}

const tooMuch = (): RefusedFile => new RefusedFile("it repeats parts of itself too often to be looked into", REMEDY);

/** What a property is said to be, by styles or by an attribute, in small letters but for ids. */
function propertyOf(node: Drawn, drawing: Drawing, property: string): string | undefined {
  const value = (stylesOf(node, drawing).get(property) ?? node.element.attributes[property]?.value)?.trim();
  return value === undefined || /url\(/i.test(value) ? value : value.toLowerCase();
}

/** What is only drawn where something refers to it, and to which nothing that is drawn does. */
function undrawnUnits({ root, byId, sheets }: Drawing): ReadonlySet<Drawn> {
  const units = new Map<Drawn, Set<string>>();
  const roots = new Set(sheets.flatMap(namesIn));
  const visit = (node: Drawn, unit: Drawn | undefined): void => {
    const isUnit = UNDRAWN.test(node.local)
      ? node.local !== "defs"
      : node.parent?.local === "defs" && node.local !== "style";
    const own = unit ?? (isUnit ? node : undefined);
    const names = own === undefined ? roots : (units.get(own) ?? new Set<string>());
    if (own !== undefined) units.set(own, names);
    for (const name of references(node)) names.add(name);
    for (const child of node.children) if ("children" in child) visit(child, own);
  };
  visit(root, undefined);
  const unused = new Set(units.keys());
  for (const name of roots) {
    for (let node = byId.get(name); node !== undefined; node = node.parent) {
      const found = units.get(node);
      if (found === undefined || !unused.delete(node)) continue;
      for (const each of found) roots.add(each);
    }
  }
  return new Set([...unused].filter((unit) => !holdsStyles(unit)));
}

function holdsStyles(node: Drawn): boolean {
  return node.local === "style" || node.children.some((child) => "children" in child && holdsStyles(child));
}

function references({ element }: Drawn): readonly string[] {
  return Object.values(element.attributes).flatMap(({ local, value }) => {
    if (local === "href") return value.startsWith("#") ? [value.slice(1)] : [];
    return local.startsWith("aria-") ? value.split(/\s+/) : namesIn(value);
  });
}

/** The ids in `url(#…)` of a value. */
function namesIn(value: string): readonly string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].map(([, name]) => name ?? "");
}

/** The words of text that are left when what is never drawn is left out. */
function wordsIn(node: Drawn, left: ReadonlySet<Drawn>, isInText = false): readonly Words[] {
  if (left.has(node) || /^(?:title|desc|style)$/.test(node.local)) return [];
  const isText = isInText || node.local === "text";
  return node.children.flatMap((child) => {
    if ("children" in child) return wordsIn(child, left, isText);
    return isText && child.text.trim() !== "" ? [child] : [];
  });
}

const UNBOUNDED: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** The part of the plane that the drawing shows. Where its shape is another than its view box's, that may be more on either side. */
function canvasOf(root: Drawn): DrawingContext {
  const [width, height] = [lengthOf(root, "width"), lengthOf(root, "height")];
  const box = viewBoxOf(root);
  let clip = UNBOUNDED;
  if (box !== undefined) {
    const ratio = width !== undefined && height !== undefined && width > 0 ? height / width : undefined;
    const isStretched = root.element.attributes["preserveAspectRatio"]?.value.trim().startsWith("none") === true;
    const more =
      ratio === undefined || isStretched ? [0, 0] : [box.height / ratio - box.width, box.width * ratio - box.height];
    const [wider, higher] = [Math.max(0, more[0] ?? 0), Math.max(0, more[1] ?? 0)];
    clip = {
      left: box.x - wider,
      top: box.y - higher,
      right: box.x + box.width + wider,
      bottom: box.y + box.height + higher,
    };
  } else if (width !== undefined && height !== undefined) clip = { left: 0, top: 0, right: width, bottom: height };
  const isHidden = width === 0 || height === 0 || box?.width === 0 || box?.height === 0;
  return {
    matrix: IDENTITY,
    clips: [clip],
    isHidden,
    isAnywhere: false,
    opacity: 1,
    fontSize: 16,
    inherited: new Map(),
    using: [],
  };
}

function viewBoxOf({ element }: Drawn): { x: number; y: number; width: number; height: number } | undefined {
  const [x, y, width, height] = numbersOf(element.attributes["viewBox"]?.value.slice(0, 200));
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? undefined
    : { x, y, width, height };
}

function numbersOf(text = ""): readonly number[] {
  return (text.match(/[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

/** A length in units of the drawing; undefined where it is none, or depends on something else. */
function lengthOf({ element }: Drawn, attribute: string): number | undefined {
  const [, number, unit = ""] =
    /^\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*([a-z%]*)\s*$/i.exec(
      element.attributes[attribute]?.value.slice(0, 100) ?? "",
    ) ?? [];
  if (number === undefined) return undefined;
  if (Number(number) === 0) return 0;
  const factor = UNITS.get(unit.toLowerCase());
  return factor === undefined ? undefined : Number(number) * factor;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["px", 1],
  ["pt", 4 / 3],
  ["pc", 16],
  ["mm", 96 / 25.4],
  ["cm", 96 / 2.54],
  ["in", 96],
]);

/** Follows what is drawn, and notes the text that is seen. */
function draw(node: Drawn, drawing: Drawing, context: DrawingContext): void {
  if (context.using.length > 0 && ++drawing.repeats > MOST_REPEATS) throw tooMuch();
  if (context.using.length > MOST_NESTED) throw tooMuch();
  const within = contextOf(node, { drawing, context });
  for (const property of ["fill", "stroke", "marker", "marker-start", "marker-mid", "marker-end", "mask", "clip-path"])
    for (const name of namesIn(propertyOf(node, drawing, property) ?? ""))
      drawPart(drawing.byId.get(name), drawing, within);
  if (node.local === "use") drawUsed(node, drawing, within);
  else if (node.local === "text") drawText(node, drawing, within);
  else
    for (const child of node.children)
      if ("children" in child && !UNDRAWN.test(child.local) && drawing.holding.has(child)) draw(child, drawing, within);
}

/** What fills, ends, cuts or covers what is drawn is drawn with it, in a place of its own. */
function drawPart(part: Drawn | undefined, drawing: Drawing, context: DrawingContext): void {
  if (part === undefined || context.using.includes(part) || !PAINTING.test(part.local)) return;
  const isNone = ["width", "height", "markerWidth", "markerHeight"].some((side) => lengthOf(part, side) === 0);
  const within = {
    ...context,
    isHidden: context.isHidden || isNone,
    isAnywhere: true,
    using: [...context.using, part],
  };
  for (const child of part.children) if ("children" in child) draw(child, drawing, within);
}

function drawUsed(node: Drawn, drawing: Drawing, context: DrawingContext): void {
  const used = drawing.byId.get(
    node.element.attributes["href"]?.value.slice(1) ?? node.element.attributes["xlink:href"]?.value.slice(1) ?? "",
  );
  if (used === undefined || context.using.includes(used)) return;
  const place: Matrix = [1, 0, 0, 1, lengthOf(node, "x") ?? 0, lengthOf(node, "y") ?? 0];
  const isViewport = used.local === "symbol" || used.local === "svg";
  const isNone = isViewport && ["width", "height"].some((side) => lengthOf(node, side) === 0);
  const isAnywhere = context.isAnywhere || isViewport;
  const within = {
    ...context,
    matrix: multiply(context.matrix, place),
    isHidden: context.isHidden || isNone,
    isAnywhere,
  };
  draw(used, drawing, { ...within, using: [...context.using, used] });
}

function contextOf(
  node: Drawn,
  { drawing, context }: { readonly drawing: Drawing; readonly context: DrawingContext },
): DrawingContext {
  const value = (property: string): string | undefined => propertyOf(node, drawing, property);
  const inherited = new Map(context.inherited);
  for (const property of INHERITED) {
    const own = value(property);
    if (own !== undefined && own !== "inherit" && own !== "") inherited.set(property, own);
  }
  const isPartOfText = /^(?:tspan|textPath)$/.test(node.local);
  const transform = readTransform((isPartOfText ? undefined : value("transform")) ?? "none");
  if (transform === undefined) throw unclearStyles();
  const matrix = multiply(context.matrix, transform);
  const nested =
    node.local === "svg" && node !== drawing.root ? viewportOf(node, matrix) : { matrix, clips: [], isNone: false };
  const cut = cutBy(node, drawing, nested.matrix);
  return {
    ...context,
    matrix: nested.matrix,
    clips: [...context.clips, ...nested.clips, ...cut.clips],
    isHidden: context.isHidden || nested.isNone || cut.isNone,
    isAnywhere: context.isAnywhere || value("transform-origin") !== undefined || value("transform-box") !== undefined,
    opacity: context.opacity * portion(value("opacity")),
    fontSize: fontSizeOf(value, context.fontSize),
    inherited,
  };
}

function viewportOf(node: Drawn, matrix: Matrix): { matrix: Matrix; clips: readonly Box[]; isNone: boolean } {
  const [width, height] = [lengthOf(node, "width"), lengthOf(node, "height")];
  const box = viewBoxOf(node);
  const isNone = width === 0 || height === 0 || box?.width === 0 || box?.height === 0;
  const placed = multiply(matrix, [1, 0, 0, 1, lengthOf(node, "x") ?? 0, lengthOf(node, "y") ?? 0]);
  if (width === undefined || height === undefined) return { matrix: placed, clips: [], isNone };
  const clips = [transformed(placed, { left: 0, top: 0, right: width, bottom: height })];
  if (box === undefined || isNone) return { matrix: placed, clips, isNone };
  const scale = Math.min(width / box.width, height / box.height);
  return { matrix: multiply(placed, [scale, 0, 0, scale, -box.x * scale, -box.y * scale]), clips, isNone };
}

/** What clip paths, masks and filters leave of an element. */
function cutBy(node: Drawn, drawing: Drawing, matrix: Matrix): { clips: readonly Box[]; isNone: boolean } {
  const target = (property: string): Drawn | undefined =>
    drawing.byId.get(namesIn(propertyOf(node, drawing, property) ?? "")[0] ?? "");
  const [clip, mask, filter] = [target("clip-path"), target("mask"), target("filter")];
  const shapes = clip === undefined ? [] : shapesIn(clip);
  const isNone =
    (clip?.local === "clipPath" && shapes.length === 0) ||
    (mask?.local === "mask" && !isLetThrough(mask, drawing)) ||
    (filter?.local === "filter" && !showsSource(filter));
  const isByRectangles =
    clip !== undefined &&
    clip.element.attributes["clipPathUnits"]?.value !== "objectBoundingBox" &&
    shapes.every(
      ({ local, element }) =>
        local === "rect" && !("transform" in element.attributes) && !("style" in element.attributes),
    );
  if (!isByRectangles || isNone || "transform" in clip.element.attributes) return { clips: [], isNone };
  const boxes = shapes.map((shape) => {
    const [x, y] = [lengthOf(shape, "x") ?? 0, lengthOf(shape, "y") ?? 0];
    return {
      left: x,
      top: y,
      right: x + (lengthOf(shape, "width") ?? 1e9),
      bottom: y + (lengthOf(shape, "height") ?? 1e9),
    };
  });
  const all = (pick: (...sides: number[]) => number, side: keyof Box): number => pick(...boxes.map((box) => box[side]));
  const box = {
    left: all(Math.min, "left"),
    top: all(Math.min, "top"),
    right: all(Math.max, "right"),
    bottom: all(Math.max, "bottom"),
  };
  return { clips: [transformed(matrix, box)], isNone };
}

/** Shapes of some size; lines and empty paths cut everything off. */
function shapesIn(node: Drawn): readonly Drawn[] {
  return node.children.flatMap((child) => {
    if (!("children" in child)) return [];
    if (child.local === "g" || child.local === "a") return shapesIn(child);
    const isNone = ["width", "height", "r", "rx", "ry"].some((side) =>
      child.local !== "rect" || !side.startsWith("r") ? lengthOf(child, side) === 0 : false,
    );
    const isDrawn =
      /^(?:rect|circle|ellipse|polygon|polyline|use|text|image)$/.test(child.local) ||
      (child.local === "path" && /[lhvcsqtaz]/i.test(child.element.attributes["d"]?.value ?? ""));
    return isDrawn && !isNone ? [child] : [];
  });
}

/** A mask lets through what is light in it; nothing is light by itself. */
function isLetThrough(mask: Drawn, drawing: Drawing): boolean {
  const isByAlpha = /alpha/.test(
    `${mask.element.attributes["style"]?.value} ${mask.element.attributes["mask-type"]?.value}`,
  );
  return shapesIn(mask).some((shape) => {
    if (isByAlpha || shape.local === "image" || shape.local === "use") return true;
    let fill: string | undefined;
    for (
      let node: Drawn | undefined = shape;
      node !== undefined && fill === undefined;
      node = node === mask ? undefined : node.parent
    )
      fill = propertyOf(node, drawing, "fill");
    return (
      fill !== undefined &&
      alphaOf(fill, drawing) >= LEAST_OPACITY &&
      !/^\s*(?:black|#0+|rgb\(\s*0[\s,%]+0[\s,%]+0[\s%]*\))\s*$/i.test(fill)
    );
  });
}

function showsSource(filter: Drawn): boolean {
  return filter.children.some((child, index) => {
    if (!("children" in child)) return false;
    const from = [child, ...child.children.filter((each) => "children" in each)].map(
      ({ element }) => element.attributes["in"]?.value,
    );
    return (
      from.some((name) => /^Source/.test(name ?? "")) ||
      (index === 0 && from[0] === undefined && !/^fe(?:Flood|Image|Turbulence|Merge)$/.test(child.local))
    );
  });
}

/** Notes the words of a text element that are painted within what the drawing shows. */
function drawText(text: Drawn, drawing: Drawing, context: DrawingContext): void {
  let [x, y] = [0, 0];
  /** Words that follow others on a line are where these are. */
  let isFollowing: boolean | undefined;
  const visit = (node: Drawn, within: DrawingContext): void => {
    const own = (attribute: string): readonly number[] =>
      numbersOf(node.element.attributes[attribute]?.value.slice(0, 100_000));
    const isRelative = ["x", "y", "dx", "dy"].some((each) =>
      /%|e[mx]/i.test(node.element.attributes[each]?.value ?? ""),
    );
    const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
    x = (own("x")[0] ?? x) + sum(own("dx").slice(0, 1));
    y = (own("y")[0] ?? y) + sum(own("dy").slice(0, 1));
    if (["x", "y", "dx", "dy"].some((each) => own(each).length > 0)) isFollowing = undefined;
    const isLost =
      node.local === "textPath" &&
      !drawing.byId.has(
        (node.element.attributes["href"] ?? node.element.attributes["xlink:href"])?.value.slice(1) ?? "",
      );
    const isAnywhere =
      within.isAnywhere || isRelative || node.local === "textPath" || own("x").length > 1 || own("y").length > 1;
    const isHidden = within.isHidden || isLost || lengthOf(node, "textLength") === 0;
    const here = { ...within, isAnywhere, isHidden };
    for (const child of node.children) {
      if (!("children" in child)) {
        if (child.text.trim() === "") continue;
        const width = child.text.trim().length * here.fontSize * 0.5;
        isFollowing ??= here.isAnywhere || isWithin(here, { x, y, width });
        if (isFollowing && isPainted(drawing, here)) drawing.seen.add(child);
        x += width;
      } else if (TEXT.test(child.local) && child.local !== "text") {
        visit(child, contextOf(child, { drawing, context: here }));
      }
    }
  };
  visit(text, context);
}

/** Whether letters have a colour and a size. */
function isPainted(drawing: Drawing, { matrix, isHidden, opacity, fontSize, inherited }: DrawingContext): boolean {
  if (isHidden || fontSize <= 0 || fontSize * leastScale(matrix) < drawing.extent * LEAST_HEIGHT) return false;
  const paint = (property: "fill" | "stroke", fallback: string): number => {
    const written = inherited.get(property) ?? fallback;
    const colour = written === "currentcolor" ? (inherited.get("color") ?? "black") : written;
    return alphaOf(colour, drawing) * portion(inherited.get(`${property}-opacity`)) * opacity;
  };
  const isStroked =
    paint("stroke", "none") >= LEAST_OPACITY && Number.parseFloat(inherited.get("stroke-width") ?? "1") > 0;
  return isStroked || paint("fill", "black") >= LEAST_OPACITY;
}

function isWithin(context: DrawingContext, place: { x: number; y: number; width: number }): boolean {
  const { matrix, clips, fontSize, inherited } = context;
  const anchor = inherited.get("text-anchor");
  const before = { end: place.width, middle: place.width / 2 }[anchor ?? ""] ?? 0;
  const left = place.x - before;
  const box = { left, top: place.y - fontSize * 1.2, right: left + place.width, bottom: place.y + fontSize * 0.4 };
  return clips.every((clip) => overlap(transformed(matrix, box), clip));
}

/** How opaque a colour is, from 0 to 1; what is not understood is a colour. */
function alphaOf(colour: string, drawing: Drawing): number {
  const [name] = namesIn(colour);
  const paint = colour.slice(0, 1000).trim().toLowerCase();
  if (paint === "none" || paint === "transparent") return 0;
  const hex = /^#(?:[\da-f]{3}([\da-f])|[\da-f]{6}([\da-f]{2}))$/.exec(paint);
  if (hex !== null) return Number.parseInt(hex[1] ?? hex[2] ?? "f", 16) / (hex[1] === undefined ? 255 : 15);
  const alpha = /^(?:rgb|hsl)a?\((?:[^,()]*,){3}([^,()]*)\)$|^[a-z-]+\([^()]*\/([^()]*)\)$/.exec(paint);
  if (alpha !== null) return portion(alpha[1] ?? alpha[2]);
  if (name === undefined) return 1;
  const server = drawing.byId.get(name);
  const fallback = /\)\s*(\S.*)$/.exec(paint)?.[1];
  if (server === undefined) return fallback === undefined ? 0 : alphaOf(fallback, drawing);
  return alphaOfServer(server, drawing, 0);
}

function alphaOfServer(server: Drawn, drawing: Drawing, depth: number): number {
  const children = server.children.filter((child) => "children" in child);
  const next = drawing.byId.get(
    (server.element.attributes["href"] ?? server.element.attributes["xlink:href"])?.value.slice(1) ?? "",
  );
  if (children.length === 0) return next === undefined || depth > 20 ? 0 : alphaOfServer(next, drawing, depth + 1);
  if (server.local === "pattern") return ["width", "height"].some((side) => lengthOf(server, side) === 0) ? 0 : 1;
  const alphas = children.map((stop) => {
    return (
      alphaOf(propertyOf(stop, drawing, "stop-color") ?? "black", drawing) *
      portion(propertyOf(stop, drawing, "stop-opacity"))
    );
  });
  return Math.max(...alphas);
}

/** A number from 0 to 1, or a percentage; 1 where there is none. */
function portion(value = "1"): number {
  const number = Number.parseFloat(value) / (value.trim().endsWith("%") ? 100 : 1);
  return Number.isNaN(number) ? 1 : Math.min(1, Math.max(0, number));
}

function fontSizeOf(value: (property: string) => string | undefined, inherited: number): number {
  const shorthand = /(?:^|\s)([\d.]+(?:e[-+]?\d+)?[a-z%]*)(?:\s*\/|\s)/i.exec(value("font")?.slice(0, 200) ?? "")?.[1];
  const size = value("font-size") ?? shorthand;
  const [, number, unit = ""] = /^([-+]?[\d.]+(?:e[-+]?\d+)?)([a-z%]*)$/i.exec(size?.slice(0, 200).trim() ?? "") ?? [];
  if (number === undefined) return inherited;
  const relative: Readonly<Record<string, number>> = {
    em: inherited,
    "%": inherited / 100,
    ex: inherited / 2,
    rem: 16,
  };
  return Number(number) * (relative[unit] ?? UNITS.get(unit) ?? 1);
}
