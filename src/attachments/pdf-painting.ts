import { isSameColour, UNKNOWN } from "./colours.ts";
import {
  type Area,
  type Dots,
  forEachRow,
  isIn,
  type Matrix,
  moved,
  type Polygon,
  rectangle,
  type Shape,
  times,
  type Work,
  within,
} from "./dots.ts";
import { boxOf } from "./pdf-boxes.ts";
import { BLACK, hidesBeneath, type Ink, inkOfColour, inkOfSpace } from "./pdf-colours.ts";
import type { PdfFile } from "./pdf-file.ts";
import { anyLetters, type Decode, type Letters, readLetters } from "./pdf-letters.ts";
import { forEachOperator, type InlinePicture } from "./pdf-operators.ts";
import { gapsOf, isStencil } from "./pdf-picture-gaps.ts";
import {
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  streamOf,
  stringOf,
} from "./pdf-syntax.ts";

/** A page that is being painted. */
export interface Scene {
  readonly dots: Dots;
  readonly file: PdfFile;
  readonly decode: Decode;
  readonly fonts: Map<PdfValue, Letters>;
  readonly work: Work;
  readonly letters: ShownLetter[];
  /** How many things were painted so far. */
  moment: number;
  /** How many strings were shown so far. */
  run: number;
}

/** A letter or a digit that was shown, or that is there without being drawn. */
export interface ShownLetter {
  /** Some of the dots that it is on. */
  readonly dots: readonly number[];
  /** Those of them that have its own colour without it. */
  readonly alike: readonly number[];
  readonly isDrawn: boolean;
  readonly moment: number;
  readonly run: number;
  /** Left, top, right and bottom, in dots. */
  readonly box: readonly [number, number, number, number];
}

/** How things are painted at some place of a content stream (ISO 32000-1, 8.4). */
interface State {
  matrix: Matrix;
  clip: Area;
  fill: Ink;
  stroke: Ink;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  /** Something beneath is seen through whatever is painted. */
  isVeiled: boolean;
  /** Letters are cut out of what is painted. */
  isStencilled: boolean;
  lineWidth: number;
  cap: number;
  isDashed: boolean;
  letters: Letters;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

interface Line {
  readonly points: number[];
  isClosed: boolean;
}

const SHADED: Ink = { colour: UNKNOWN, isSolid: true, space: "other" };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const UNIT = rectangle(0, 0, 1, 1);
const DEEPEST_FORM = 20;
/** What lets less than this through is read by nobody; letters of less than that are not seen. */
const [OPAQUE, FAINT] = [0.9, 0.05];
const [INVISIBLE, CLIPPING] = [3, 4];
/** A letter is looked at on a grid of so many dots each way. */
const GRID = 4;

/** How things are painted at the start of a page. */
export function startOf(matrix: Matrix, { width, height }: Dots): State {
  return {
    matrix,
    clip: { left: 0, top: 0, right: width, bottom: height },
    fill: BLACK,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    blend: "Normal",
    isVeiled: false,
    isStencilled: false,
    lineWidth: 1,
    cap: 0,
    isDashed: false,
    letters: anyLetters,
    size: 1,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Paints a drawing of its own (8.10), as `matrix` places it. */
export function paintForm(
  form: PdfStream,
  above: PdfDictionary | undefined,
  { state, depth }: { readonly state: State; readonly depth: number },
  scene: Scene,
): void {
  const { resolve } = scene.file;
  const { dictionary } = form;
  const content = scene.decode(form);
  if (content === undefined || depth > DEEPEST_FORM) return;
  const matrix = times(matrixOf(dictionary.get("Matrix"), scene.file), state.matrix);
  const box = boxOf(dictionary.get("BBox"), scene.file);
  const clip =
    box === undefined ? state.clip : within(state.clip, shapeOf([moved(rectangle(...box), matrix)]), scene.work);
  const inside: State = { ...state, matrix, clip };
  if (entriesOf(resolve(dictionary.get("Group"))) !== undefined) {
    inside.isVeiled ||= state.fillAlpha < OPAQUE || !hidesBeneath(state.blend, UNKNOWN);
    Object.assign(inside, { fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
  }
  paintStream(
    content,
    entriesOf(resolve(dictionary.get("Resources"))) ?? above,
    { state: inside, depth: depth + 1 },
    scene,
  );
}

/** A matrix of a file, or that which changes nothing. */
export function matrixOf(value: PdfValue | undefined, { resolve }: PdfFile): Matrix {
  const list = resolve(value);
  if (!Array.isArray(list)) return IDENTITY;
  return matrixIn(list.map((each) => resolve(each))) ?? IDENTITY;
}

function matrixIn(values: readonly PdfValue[]): Matrix | undefined {
  const [a, b, c, d, e, f] = values.slice(-6).map((value) => (typeof value === "number" ? value : 0));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return e === undefined || f === undefined ? undefined : [a, b, c, d, e, f];
}

/** Paints what a content stream says. */
export function paintStream(
  bytes: Uint8Array,
  resources: PdfDictionary | undefined,
  start: { readonly state: State; readonly depth: number },
  scene: Scene,
): void {
  const { dots, file, work } = scene;
  const { resolve } = file;
  const named = (kind: string, value: PdfValue | undefined): PdfValue =>
    entriesOf(resolve(resources?.get(kind)))?.get(nameOf(value) ?? "") ?? null;
  let state: State = { ...start.state };
  const saved: State[] = [];
  let lines: Line[] = [];
  let clipping: "nonzero" | "even-odd" | undefined;
  let [text, textLine]: readonly [Matrix, Matrix] = [IDENTITY, IDENTITY];

  const fillShape = (shape: Shape, ink: Ink, alpha: number): void => {
    if (ink.space === "None" || alpha < FAINT) return;
    const hides =
      ink.isSolid && alpha >= OPAQUE && !state.isVeiled && !state.isStencilled && hidesBeneath(state.blend, ink.colour);
    const moment = ++scene.moment;
    forEachRow(shape, state.clip, work, (y, from, end) => {
      const row = y * dots.width;
      if (hides) dots.hidden.fill(moment, row + from, row + end);
      dots.colours.fill(hides ? ink.colour : UNKNOWN, row + from, row + end);
    });
  };
  const paintPath = (hasFill: boolean, hasStroke: boolean, isEvenOdd = false): void => {
    const polygons = lines.map(({ points }) => moved(points, state.matrix));
    if (hasFill) fillShape({ polygons, isEvenOdd }, state.fill, state.fillAlpha);
    if (hasStroke && !state.isDashed) fillShape(shapeOf(strokesOf(lines, state)), state.stroke, state.strokeAlpha);
    if (clipping !== undefined) state.clip = within(state.clip, { polygons, isEvenOdd: clipping === "even-odd" }, work);
    clipping = undefined;
    lines = [];
  };
  const paintPicture = (dictionary: PdfDictionary, data: () => Uint8Array | undefined): void => {
    if (isStencil(dictionary, file) && state.fill.space === "None") return;
    const gaps = gapsOf(dictionary, data, scene);
    const [alpha, isSolid] = [state.fillAlpha, !isStencil(dictionary, file) || state.fill.isSolid];
    const hides =
      isSolid && alpha >= OPAQUE && !state.isVeiled && !state.isStencilled && hidesBeneath(state.blend, UNKNOWN);
    const moment = ++scene.moment;
    const [a, b, c, d, e, f] = state.matrix;
    const area = a * d - b * c;
    forEachRow(shapeOf([moved(UNIT, state.matrix)]), state.clip, work, (y, from, end) => {
      for (let x = from; x < end; x++) {
        const dot = y * dots.width + x;
        const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
        dots.colours[dot] = UNKNOWN;
        if (dots.firstPicture[dot] === 0) dots.firstPicture[dot] = moment;
        if (!hides || gaps?.((d * dx - c * dy) / area, (a * dy - b * dx) / area) === true) continue;
        dots.hidden[dot] = moment;
        dots.lastPicture[dot] = moment;
      }
    });
  };
  const show = (string: string): void => {
    const { letters, size, stretch } = state;
    const isDrawn = state.mode % CLIPPING !== INVISIBLE && state.fillAlpha >= FAINT;
    const inks = [
      ...(state.mode % 2 === 0 ? [state.fill] : []),
      ...([1, 2, 5, 6].includes(state.mode) ? [state.stroke] : []),
    ];
    scene.run++;
    for (const { width, isSpace, isWord } of letters.of(string)) {
      work.left -= 40;
      if (work.left < 0) return;
      if (isWord) {
        const placed = times(times([size * stretch, 0, 0, size, 0, state.rise], text), state.matrix);
        const corners = moved(rectangle(0, letters.bottom, width, letters.top), placed);
        const shown = dotsOf(corners, state.clip, dots);
        const alike = isDrawn
          ? shown.filter((dot) => inks.every(({ colour }) => isSameColour(colour, dots.colours[dot] ?? UNKNOWN)))
          : [];
        if (shown.length * 2 >= GRID * GRID)
          scene.letters.push({
            dots: shown,
            alike,
            isDrawn,
            moment: scene.moment,
            run: scene.run,
            box: boundsOf(corners),
          });
      }
      const step = (width * size + state.letterSpace + (isSpace ? state.wordSpace : 0)) * stretch;
      text = times([1, 0, 0, 1, step, 0], text);
    }
  };
  const nextLine = (x: number, y: number): void => {
    textLine = times([1, 0, 0, 1, x, y], textLine);
    text = textLine;
  };
  const draw = (value: PdfValue): void => {
    const external = streamOf(resolve(value));
    const subtype = nameOf(resolve(external?.dictionary.get("Subtype")));
    if (external === undefined) return;
    if (subtype === "Image") paintPicture(external.dictionary, () => scene.decode(external));
    if (subtype === "Form") paintForm(external, resources, { state, depth: start.depth }, scene);
  };
  const setFont = (font: PdfValue, size: number): void => {
    const found = resolve(font);
    const entries = entriesOf(found);
    const known =
      scene.fonts.get(found) ?? (entries === undefined ? anyLetters : readLetters(entries, file, scene.decode));
    scene.fonts.set(found, known);
    Object.assign(state, { letters: known, size });
  };

  forEachOperator(bytes, (operator, operands, picture) => {
    work.left -= 20;
    if (work.left < 0) return false;
    const [first, second] = operands;
    const numbers = operands.map((operand) => (typeof operand === "number" ? operand : 0));
    const [x = 0, y = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers;
    const points = lines.at(-1)?.points;
    switch (operator) {
      case "q":
        saved.push({ ...state });
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "cm":
        state.matrix = times(matrixIn(operands) ?? IDENTITY, state.matrix);
        break;
      case "w":
        state.lineWidth = Math.abs(x);
        break;
      case "J":
        state.cap = x;
        break;
      case "d":
        state.isDashed = Array.isArray(first) && first.length > 0;
        break;
      case "gs":
        setState(entriesOf(resolve(named("ExtGState", first))), state, setFont, file);
        break;
      case "m":
        lines.push({ points: [x, y], isClosed: false });
        break;
      case "l":
        points?.push(x, y);
        break;
      case "c":
        curve(points, [x, y, x2, y2, x3, y3]);
        break;
      case "v":
        curve(points, [points?.at(-2) ?? 0, points?.at(-1) ?? 0, x, y, x2, y2]);
        break;
      case "y":
        curve(points, [x, y, x2, y2, x2, y2]);
        break;
      case "h":
        close(lines);
        break;
      case "re":
        lines.push({ points: [...rectangle(x, y, x + x2, y + y2)], isClosed: true });
        break;
      case "S":
      case "s":
        if (operator === "s") close(lines);
        paintPath(false, true);
        break;
      case "f":
      case "F":
      case "f*":
        paintPath(true, false, operator === "f*");
        break;
      case "B":
      case "B*":
      case "b":
      case "b*":
        if (operator.startsWith("b")) close(lines);
        paintPath(true, true, operator.endsWith("*"));
        break;
      case "n":
        paintPath(false, false);
        break;
      case "W":
      case "W*":
        clipping = operator === "W" ? "nonzero" : "even-odd";
        break;
      case "cs":
      case "CS":
        state[operator === "cs" ? "fill" : "stroke"] = inkOfSpace(
          first,
          entriesOf(resolve(resources?.get("ColorSpace"))),
          file,
        );
        break;
      case "sc":
        state.fill = inkOfColour(state.fill.space, operands);
        break;
      case "SC":
        state.stroke = inkOfColour(state.stroke.space, operands);
        break;
      case "scn":
        state.fill = inkOf(state.fill, operands);
        break;
      case "SCN":
        state.stroke = inkOf(state.stroke, operands);
        break;
      case "g":
      case "rg":
      case "k":
        state.fill = inkOfColour(DEVICES.get(operator) ?? "", operands);
        break;
      case "G":
      case "RG":
      case "K":
        state.stroke = inkOfColour(DEVICES.get(operator.toLowerCase()) ?? "", operands);
        break;
      case "sh": {
        const { left, top, right, bottom } = state.clip;
        fillShape(shapeOf([rectangle(left, top, right, bottom)]), SHADED, state.fillAlpha);
        break;
      }
      case "Do":
        draw(named("XObject", first));
        break;
      case "BI":
        if (picture !== undefined) paintPicture(...inline(picture));
        break;
      case "BT":
        text = IDENTITY;
        textLine = IDENTITY;
        break;
      case "Tc":
        state.letterSpace = x;
        break;
      case "Tw":
        state.wordSpace = x;
        break;
      case "Tz":
        state.stretch = x / 100;
        break;
      case "TL":
        state.leading = x;
        break;
      case "Tf":
        setFont(named("Font", first), typeof second === "number" ? second : 0);
        break;
      case "Tr":
        state.mode = x;
        if (x >= CLIPPING) state.isStencilled = true;
        break;
      case "Ts":
        state.rise = x;
        break;
      case "Td":
        nextLine(x, y);
        break;
      case "TD":
        state.leading = -y;
        nextLine(x, y);
        break;
      case "Tm":
        textLine = matrixIn(operands) ?? IDENTITY;
        text = textLine;
        break;
      case "T*":
        nextLine(0, -state.leading);
        break;
      case "Tj":
        show(stringOf(first) ?? "");
        break;
      case "'":
        nextLine(0, -state.leading);
        show(stringOf(first) ?? "");
        break;
      case '"':
        Object.assign(state, { wordSpace: x, letterSpace: y });
        nextLine(0, -state.leading);
        show(stringOf(operands[2]) ?? "");
        break;
      case "TJ":
        for (const part of Array.isArray(first) ? first : [])
          if (typeof part === "number")
            text = times([1, 0, 0, 1, (-part / 1000) * state.size * state.stretch, 0], text);
          else show(stringOf(part) ?? "");
        break;
      default:
    }
    return true;
  });

  function inkOf(ink: Ink, operands: readonly PdfValue[]): Ink {
    if (ink.space !== "Pattern") return inkOfColour(ink.space, operands);
    const pattern = entriesOf(resolve(named("Pattern", operands.at(-1))));
    return { colour: UNKNOWN, isSolid: resolve(pattern?.get("PatternType")) === 2, space: ink.space };
  }
}

const DEVICES = new Map([
  ["g", "Gray"],
  ["rg", "RGB"],
  ["k", "CMYK"],
]);

function inline({ dictionary, data }: InlinePicture): readonly [PdfDictionary, () => Uint8Array | undefined] {
  return [dictionary, () => (dictionary.has("F") || dictionary.has("Filter") ? undefined : data)];
}

/** What a dictionary of settings (8.4.5) changes. */
function setState(
  settings: PdfDictionary | undefined,
  state: State,
  setFont: (font: PdfValue, size: number) => void,
  { resolve }: PdfFile,
): void {
  const numberOf = (key: string): number | undefined => {
    const value = resolve(settings?.get(key));
    return typeof value === "number" ? value : undefined;
  };
  state.fillAlpha = numberOf("ca") ?? state.fillAlpha;
  state.strokeAlpha = numberOf("CA") ?? state.strokeAlpha;
  state.lineWidth = numberOf("LW") ?? state.lineWidth;
  state.cap = numberOf("LC") ?? state.cap;
  const [dashes] = [resolve(settings?.get("D"))].flat();
  if (Array.isArray(dashes)) state.isDashed = dashes.length > 0;
  const [blend] = [resolve(settings?.get("BM"))].flat();
  state.blend = nameOf(resolve(blend ?? null)) ?? state.blend;
  const mask = resolve(settings?.get("SMask"));
  if (mask !== null) state.isVeiled = nameOf(mask) === undefined;
  const font = resolve(settings?.get("Font"));
  if (Array.isArray(font)) setFont(font[0] ?? null, typeof font[1] === "number" ? font[1] : 0);
}

function shapeOf(polygons: readonly Polygon[]): Shape {
  return { polygons, isEvenOdd: false };
}

function close(lines: readonly Line[]): void {
  const last = lines.at(-1);
  if (last !== undefined) last.isClosed = true;
}

const STEPS = 8;

/** A Bézier curve (8.5.2.2), as short lines. */
function curve(points: number[] | undefined, [x1, y1, x2, y2, x3, y3]: Matrix): void {
  const [x0, y0] = [points?.at(-2) ?? 0, points?.at(-1) ?? 0];
  for (let step = 1; step <= STEPS; step++) {
    const t = step / STEPS;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
    points?.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

/** Lines as what their width covers, each side by itself. */
function strokesOf(lines: readonly Line[], { matrix, lineWidth, cap }: State): readonly Polygon[] {
  return lines.flatMap(({ points, isClosed }) => {
    const ends = isClosed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
    const sides: Polygon[] = [];
    for (let index = 0; index + 3 < ends.length; index += 2) {
      const [x0, y0, x1, y1] = [ends[index] ?? 0, ends[index + 1] ?? 0, ends[index + 2] ?? 0, ends[index + 3] ?? 0];
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length === 0) continue;
      const [along, across] = [((x1 - x0) / length) * (lineWidth / 2), ((y1 - y0) / length) * (lineWidth / 2)];
      const [moreX, moreY] = cap === 0 ? [0, 0] : [along, across];
      const [ax, ay, bx, by] = [x0 - moreX, y0 - moreY, x1 + moreX, y1 + moreY];
      const side = [ax - across, ay + along, ax + across, ay - along, bx + across, by - along, bx - across, by + along];
      sides.push(moved(side, matrix));
    }
    return sides;
  });
}

/** Dots all over a letter that are on the page and not cut off. */
function dotsOf(
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0, , , x3 = 0, y3 = 0]: Polygon,
  clip: Area,
  { width }: Dots,
): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const [across, up] = [(column + 0.5) / GRID, (row + 0.5) / GRID];
      const x = Math.floor(x0 + (x1 - x0) * across + (x3 - x0) * up);
      const y = Math.floor(y0 + (y1 - y0) * across + (y3 - y0) * up);
      if (isIn(clip, x, y)) found.push(y * width + x);
    }
  }
  return found;
}

/** The upright rectangle around a polygon. */
export function boundsOf(polygon: Polygon): readonly [number, number, number, number] {
  const [xs, ys] = [0, 1].map((side) => polygon.filter((_, index) => index % 2 === side));
  return [Math.min(...(xs ?? [])), Math.min(...(ys ?? [])), Math.max(...(xs ?? [])), Math.max(...(ys ?? []))];
}
