/** A transformation of the plane: [a, b, c, d, e, f] of SVG's `matrix`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** An upright rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** One transformation within another. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The upright rectangle around a transformed one. */
export function transformed([a, b, c, d, e, f]: Matrix, { left, top, right, bottom }: Box): Box {
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Whether two rectangles have some area in common. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** How much a transformation leaves of a length in the direction in which it shrinks most. */
export function leastScale([a, b, c, d]: Matrix): number {
  const sum = a * a + b * b + c * c + d * d;
  const determinant = a * d - b * c;
  return Math.sqrt(Math.max(0, (sum - Math.sqrt(Math.max(0, sum * sum - 4 * determinant * determinant))) / 2));
}

/** Reads a value of `transform`; undefined where it is not understood. */
export function readTransform(text: string): Matrix | undefined {
  let matrix = IDENTITY;
  if (text.length > 2000) return undefined;
  if (text.trim() === "none") return matrix;
  // With single blanks no pattern reads a run of them again from each.
  const spaced = text.replace(/\s+/g, " ");
  const rest = spaced.replace(/ ?,? ?(?<!\w)(\w+) ?\(([^()]*)\)/g, (_all, name: string, list: string) => {
    const step = readStep(name.toLowerCase(), list);
    matrix = step === undefined ? [Number.NaN, 0, 0, 0, 0, 0] : multiply(matrix, step);
    return "";
  });
  return rest.trim() === "" && matrix.every((each) => Number.isFinite(each)) ? matrix : undefined;
}

function readStep(name: string, list: string): Matrix | undefined {
  const numbers = list
    .trim()
    .split(/ ?, ?| |(?<=[\d.])(?=[-+])(?<!e)/i)
    .map((each) =>
      /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:px|deg)?$/i.test(each) ? Number.parseFloat(each) : Number.NaN,
    );
  const [first = 0, second, third] = numbers;
  if (numbers.some((each) => Number.isNaN(each))) return undefined;
  const angle = (first * Math.PI) / 180;
  switch (name) {
    case "matrix": {
      const [a, b, c, d, e, f] = numbers;
      return numbers.length === 6 ? [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0] : undefined;
    }
    case "translate":
      return [1, 0, 0, 1, first, second ?? 0];
    case "translatex":
      return [1, 0, 0, 1, first, 0];
    case "translatey":
      return [1, 0, 0, 1, 0, first];
    case "scale":
      return [first, 0, 0, second ?? first, 0, 0];
    case "scalex":
      return [first, 0, 0, 1, 0, 0];
    case "scaley":
      return [1, 0, 0, first, 0, 0];
    case "rotate": {
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      const [x, y] = [second ?? 0, third ?? 0];
      return multiply(multiply([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
    }
    case "skewx":
      return [1, 0, Math.tan(angle), 1, 0, 0];
    case "skewy":
      return [1, Math.tan(angle), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
