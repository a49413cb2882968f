/**
 * How many values at the start of a list meet a condition that none after them meets: found by halves, in a few steps.
 */
export function countWhile<Value>(values: readonly Value[], meets: (value: Value) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && meets(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
