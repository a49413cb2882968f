import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";

interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Merged cells that are compared with rows; a sheet that needs more was made to take long. */
const MOST_STEPS = 20_000_000;

/** Follows the cells of a sheet as they are met, and knows which of them a merged cell covers. */
export interface CellPlaces {
  /** Notes that a row or a cell begins. */
  readonly enter: (element: XmlElement) => void;
  readonly isCovered: () => boolean;
  readonly column: () => number;
}

/** Reads the merged cells of a sheet. */
export function readCellPlaces(sheet: Uint8Array): CellPlaces {
  const areas: Area[] = [];
  readXml(sheet, OFFICE_REMEDY, {
    element: (element) => {
      if (element.local === "mergeCell") areas.push(areaOf(attributeOf(element, "ref") ?? ""));
    },
  });
  let [row, column, steps] = [0, 0, 0];
  let inRow: readonly Area[] = [];
  return {
    enter: (element) => {
      if (element.local === "row") {
        const before = row;
        row = Number(attributeOf(element, "r") ?? row + 1);
        if (!(row > before)) throw OFFICE.unknown("rows out of order");
        column = 0;
        steps += areas.length;
        if (steps > MOST_STEPS) throw OFFICE.unknown("too many merged cells");
        inRow = areas.filter((area) => row >= area.firstRow && row <= area.lastRow);
      } else if (element.local === "c") {
        const reference = attributeOf(element, "r");
        const before = column;
        column = reference === undefined ? column + 1 : columnOf(reference);
        if (column <= before) throw OFFICE.unknown("cells out of order");
        steps += inRow.length;
        if (steps > MOST_STEPS) throw OFFICE.unknown("too many merged cells");
      }
    },
    isCovered: () =>
      inRow.some(
        ({ firstRow, firstColumn, lastColumn }) =>
          column >= firstColumn && column <= lastColumn && (row !== firstRow || column !== firstColumn),
      ),
    column: () => column,
  };
}

function areaOf(reference: string): Area {
  const [from = "", to = from] = reference.split(":");
  const row = (cell: string): number => Number(/\d+/.exec(cell)?.[0] ?? 0);
  const area = { firstRow: row(from), lastRow: row(to), firstColumn: columnOf(from), lastColumn: columnOf(to) };
  if (Object.values(area).some((place) => place === 0)) throw OFFICE.unknown("merged cells without a place");
  return area;
}

function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase() ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
