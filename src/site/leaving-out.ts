import { isFromOutside } from "../model/content-error.ts";

/**
 * Works on items, and where that throws, on those of them without which it does not: they are found by halves, so that
 * one faulty item among thousands costs a few tries. Throws what `work` throws where it does so without any item: then
 * none of them is at fault.
 */
export function leavingOutFaulty<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Result,
): { readonly result: Result; readonly faulty: readonly Item[] } {
  const sound: Item[] = [];
  const faulty: Item[] = [];
  let result = attempt(items, work);
  if (result !== undefined) return { result: result.made, faulty };
  result = { made: work([]) };
  const add = (some: readonly Item[]): void => {
    const made = attempt([...sound, ...some], work);
    if (made !== undefined) {
      sound.push(...some);
      result = made;
    } else if (some.length <= 1) faulty.push(...some);
    else addHalves(some);
  };
  const addHalves = (some: readonly Item[]): void => {
    const middle = some.length >> 1;
    add(some.slice(0, middle));
    add(some.slice(middle));
  };
  if (items.length > 1) addHalves(items);
  else faulty.push(...items);
  return { result: result.made, faulty };
}

function attempt<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Result,
): { readonly made: Result } | undefined {
  try {
    return { made: work(items) };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return undefined;
  }
}
