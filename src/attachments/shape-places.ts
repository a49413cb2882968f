import { OFFICE } from "./office-refusals.ts";
import type { XmlElement } from "./xml-rewrite.ts";

/** Follows the shapes of a slide as they are met, and knows which of them lie beyond it. */
export interface ShapePlaces {
  readonly enter: (element: XmlElement, above: readonly XmlElement[]) => void;
  readonly leave: (element: XmlElement, above: readonly XmlElement[]) => void;
  readonly isOff: (shape: XmlElement) => boolean;
}

/** How lengths within a group become those of the slide, along one axis. */
interface Scale {
  readonly factor: number;
  readonly shift: number;
}

type Scales = readonly [Scale, Scale];

const UNSCALED: Scales = [
  { factor: 1, shift: 0 },
  { factor: 1, shift: 0 },
];

/** Reads places (DrawingML's `xfrm`) on a slide of this size. A picture or table that lies beyond the slide is refused at once. */
export function shapePlaces(slide: { readonly width: number; readonly height: number }): ShapePlaces {
  const groups = new WeakMap<XmlElement, Scales>();
  const off = new WeakSet<XmlElement>();
  let pairs = new Map<string, readonly [number, number]>();
  const scalesAround = (above: readonly XmlElement[]): Scales => {
    const group = above.findLast((element) => groups.has(element));
    return (group && groups.get(group)) ?? UNSCALED;
  };
  return {
    enter: ({ local, attributes }, above) => {
      if (local === "xfrm") pairs = new Map();
      if (above.at(-1)?.local !== "xfrm") return;
      const [x, y] = /ext$/i.test(local) ? ["cx", "cy"] : ["x", "y"];
      pairs.set(local, [Number(attributes[x ?? ""]?.value ?? 0), Number(attributes[y ?? ""]?.value ?? 0)]);
    },
    leave: ({ local, attributes }, above) => {
      const [place, extent] = [pairs.get("off"), pairs.get("ext")];
      if (local !== "xfrm" || place === undefined || extent === undefined) return;
      const isOfGroup = above.at(-1)?.local === "grpSpPr";
      const shape = above.at(/^(?:spPr|grpSpPr)$/.test(above.at(-1)?.local ?? "") ? -2 : -1);
      if (shape === undefined || shape.local === "spTree") return;
      const scales = scalesAround(above.slice(0, above.indexOf(shape)));
      if (isOfGroup) {
        groups.set(shape, inGroup(scales, place, extent, pairs));
        return;
      }
      const turned = Number(attributes["rot"]?.value ?? 0) === 0 ? 0 : (extent[0] + extent[1]) / 2;
      const isBeyond = scales.some(({ factor, shift }, axis) => {
        const [start = 0, length = 0] = [place[axis], extent[axis]];
        const limit = axis === 0 ? slide.width : slide.height;
        return (start + length + turned) * factor + shift < 0 || (start - turned) * factor + shift > limit;
      });
      if (isBeyond && /^(?:pic|graphicFrame)$/.test(shape.local)) throw OFFICE.offSlide();
      if (isBeyond || (extent[0] === 0 && extent[1] === 0)) off.add(shape);
    },
    isOff: (shape) => off.has(shape),
  };
}

function inGroup(
  group: Scales,
  place: readonly [number, number],
  extent: readonly [number, number],
  pairs: ReadonlyMap<string, readonly [number, number]>,
): Scales {
  const [from, size] = [pairs.get("chOff") ?? place, pairs.get("chExt") ?? extent];
  const along = (axis: 0 | 1): Scale => {
    const factor = size[axis] === 0 ? 1 : extent[axis] / size[axis];
    const outer = group[axis];
    return {
      factor: outer.factor * factor,
      shift: outer.factor * (place[axis] - from[axis] * factor) + outer.shift,
    };
  };
  return [along(0), along(1)];
}
