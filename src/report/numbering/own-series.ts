import type { List, ListItem, RootContent } from "mdast";
import type { TypedMark } from "../../text/typed-mark.ts";
import { type NumberingState, putList } from "./state.ts";
import { itemOf, listOf } from "./sub-paragraphs.ts";

/**
 * Whether numbers that begin again at 1 are a series of their own, such as recommendations: they are below a heading,
 * plain or bold, and no paragraph of the report's own series goes before them there.
 */
export function beginsOwnSeries({ open, hasHeading, own }: NumberingState, digits: number): boolean {
  return digits === 1 && open === undefined && hasHeading && own === undefined;
}

/** Whether a number 1 that is typed here begins a series of its own, and is not that of the first paragraph. */
export function startsOwnSeries(state: NumberingState): boolean {
  const { series, isOwnHeading } = state;
  const isFirst = series.count === 0 && !series.isDecimal && !isOwnHeading;
  return !isFirst && beginsOwnSeries(state, 1);
}

/** Adds an item to a series of its own, with its number as it was typed, and gives what its blocks go into. */
export function placeInOwnSeries(
  state: NumberingState,
  mark: string,
  position: RootContent["position"],
): ListItem["children"] {
  const digits = state.own?.next ?? 1;
  const item = itemOf(mark, position);
  item.data = { ...item.data, name: String(digits) };
  const list = state.own?.list;
  state.own = { next: digits + 1, list: list ?? begin(state, listOf(item)) };
  list?.children.push(item);
  state.runs = [];
  return item.children;
}

function begin({ target }: NumberingState, list: List): List {
  target.push(list);
  return list;
}

/** Whether a mark such as 1.2 is that of a point of the last item of a series of its own, such as 1. */
export function isPointOfOwn({ own, runs }: NumberingState, mark: TypedMark): boolean {
  if (own === undefined || mark.kind !== "decimal") return false;
  const [number, point, ...further] = mark.value.split(".").map(Number);
  const isNext = point === (runs.find(({ sequence }) => sequence === "points")?.next ?? 1);
  return number === own.next - 1 && isNext && further.length === 0;
}

/** Adds a point such as 1.2 to the item of a series of its own that is at hand, and gives what its blocks go into. */
export function placePointOfOwn(
  state: NumberingState,
  mark: TypedMark,
  position: RootContent["position"],
): ListItem["children"] {
  const item = itemOf(mark.typed, position);
  item.data = { ...item.data, name: mark.value };
  const run = state.runs.find(({ sequence }) => sequence === "points");
  const list = run?.list ?? listOf(item);
  if (run?.list !== undefined) run.list.children.push(item);
  else putList(state, list);
  state.runs = [{ sequence: "points", next: (run?.next ?? 1) + 1, list }];
  return item.children;
}
