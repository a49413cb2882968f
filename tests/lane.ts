/**
 * Whether this is the thorough lane (`npm run test:thorough`), where long properties take all their runs and tables all their
 * rows. `npm test` takes a small part of each, always the same one.
 */
export const isThorough = process.env["SCRUTINEER_LANE"] === "thorough";

/** How many runs a property takes in this lane. */
export function runs(quick: number, thorough: number): number {
  return isThorough ? thorough : quick;
}

/** The rows of a table that this lane tries: in the quick one the given number of them, spread evenly. */
export function rows<Row>(table: readonly Row[], quick: number): readonly Row[] {
  if (isThorough || table.length <= quick) return table;
  return Array.from({ length: quick }, (_, index) => table[Math.floor((index * table.length) / quick)]).filter(
    (row) => row !== undefined,
  );
}
