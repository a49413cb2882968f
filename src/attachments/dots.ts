/** Six numbers by which points are moved, turned and scaled (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Corners, as x and y in turn; the last is joined to the first. */
export type Polygon = readonly number[];

/** Polygons, and whether what is in an even number of them is outside (8.5.3.3). */
export interface Shape {
  readonly polygons: readonly Polygon[];
  readonly isEvenOdd: boolean;
}

/** Part of a page, in dots: a rectangle, or what a mask shows of it. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly mask?: Mask | undefined;
}

interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bits: Uint8Array;
}

/** How much may still be done for one file, so that a small file cannot take long. */
export interface Work {
  left: number;
}

/** A page in dots, and what was painted on each of them. Moments are counted from 1; 0 is never. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  /** When something last hid what was there before. */
  readonly hidden: Int32Array;
  /** The colour of a dot, as 0xRRGGBB, or that of what is not known. */
  readonly colours: Int32Array;
  readonly firstPicture: Int32Array;
  readonly lastPicture: Int32Array;
}

const WHITE = 0xffffff;
const FARTHEST = 1e7;

/** A page of white dots. */
export function whiteDots(width: number, height: number): Dots {
  const size = width * height;
  const colours = new Int32Array(size).fill(WHITE);
  const [hidden, firstPicture, lastPicture] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  return { width, height, hidden, colours, firstPicture, lastPicture };
}

/** What the second matrix makes of what the first made. */
export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The polygon that a matrix makes of another. */
export function moved(polygon: Polygon, [a, b, c, d, e, f]: Matrix): Polygon {
  const made: number[] = [];
  for (let index = 0; index + 1 < polygon.length; index += 2) {
    const [x, y] = [polygon[index] ?? 0, polygon[index + 1] ?? 0];
    made.push(near(a * x + c * y + e), near(b * x + d * y + f));
  }
  return made;
}

/** No page is so large; a number that is none would be nowhere. */
function near(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));
}

/** The corners of a rectangle. */
export function rectangle(left: number, bottom: number, right: number, top: number): Polygon {
  return [left, bottom, right, bottom, right, top, left, top];
}

/** Whether a dot is in an area. */
export function isIn({ left, top, right, bottom, mask }: Area, x: number, y: number): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  return mask === undefined || mask.bits[(y - mask.top) * mask.width + x - mask.left] === 1;
}

/** What is both in an area and in a shape. */
export function within(area: Area, shape: Shape, work: Work): Area {
  const [only, ...more] = shape.polygons;
  const bounds = only !== undefined && more.length === 0 ? boundsOfRectangle(only) : undefined;
  if (bounds !== undefined)
    return {
      left: Math.max(area.left, bounds.left),
      top: Math.max(area.top, bounds.top),
      right: Math.min(area.right, bounds.right),
      bottom: Math.min(area.bottom, bounds.bottom),
      mask: area.mask,
    };
  const { left, top } = area;
  const width = Math.max(0, area.right - left);
  const bits = new Uint8Array(width * Math.max(0, area.bottom - top));
  work.left -= bits.length / 8;
  forEachRow(shape, area, work, (y, from, end) => {
    bits.fill(1, (y - top) * width + from - left, (y - top) * width + end - left);
  });
  return { ...area, mask: { left, top, width, bits } };
}

function boundsOfRectangle(polygon: Polygon): Omit<Area, "mask"> | undefined {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = polygon;
  const isClosed = polygon.length === 8 || (polygon.length === 10 && polygon[8] === x0 && polygon[9] === y0);
  const isUpright =
    (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0) || (y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0);
  if (!isClosed || !isUpright) return undefined;
  const dot = (place: number): number => Math.ceil(place - 0.5);
  return {
    left: dot(Math.min(x0, x2)),
    top: dot(Math.min(y0, y2)),
    right: dot(Math.max(x0, x2)),
    bottom: dot(Math.max(y0, y2)),
  };
}

/** Gives the dots whose middles are both in a shape and in an area, in rows of those that are side by side. */
export function forEachRow(
  { polygons, isEvenOdd }: Shape,
  area: Area,
  work: Work,
  visit: (y: number, from: number, end: number) => void,
): void {
  for (const [y, row] of crossings(polygons, area, work)) {
    row.sort((one, other) => one.x - other.x);
    let winding = 0;
    let from = 0;
    for (const { x, turn } of row) {
      const isInside = isEvenOdd ? winding % 2 !== 0 : winding !== 0;
      const [start, end] = [Math.max(area.left, Math.ceil(from - 0.5)), Math.min(area.right, Math.ceil(x - 0.5))];
      if (isInside && start < end) {
        work.left -= end - start;
        if (work.left < 0) return;
        if (area.mask === undefined) visit(y, start, end);
        else visitMasked(area, { y, start, end }, visit);
      }
      winding += turn;
      from = x;
    }
  }
}

function visitMasked(
  area: Area,
  { y, start, end }: { readonly y: number; readonly start: number; readonly end: number },
  visit: (y: number, from: number, end: number) => void,
): void {
  let from: number | undefined;
  for (let x = start; x <= end; x++) {
    const isShown = x < end && isIn(area, x, y);
    if (isShown) from ??= x;
    else if (from !== undefined) {
      visit(y, from, x);
      from = undefined;
    }
  }
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/** Where the sides of the polygons cross the middle of each row of dots. */
function crossings(polygons: readonly Polygon[], area: Area, work: Work): ReadonlyMap<number, Crossing[]> {
  const rows = new Map<number, Crossing[]>();
  for (const polygon of polygons) {
    for (let index = 0; index + 1 < polygon.length; index += 2) {
      const [x0, y0] = [polygon[index] ?? 0, polygon[index + 1] ?? 0];
      const [x1, y1] = [polygon[index + 2] ?? polygon[0] ?? 0, polygon[index + 3] ?? polygon[1] ?? 0];
      const from = Math.max(area.top, Math.ceil(Math.min(y0, y1) - 0.5));
      const end = Math.min(area.bottom, Math.ceil(Math.max(y0, y1) - 0.5));
      work.left -= 4 * Math.max(1, end - from);
      if (work.left < 0) return rows;
      for (let y = from; y < end; y++) {
        const crossing: Crossing = { x: x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 };
        const row = rows.get(y);
        if (row === undefined) rows.set(y, [crossing]);
        else row.push(crossing);
      }
    }
  }
  return rows;
}
