import type { Table, TableCell } from "mdast";

/** Whether a cell holds nothing, or is not there. */
export function isBlank(cell: TableCell | undefined): boolean {
  return cell === undefined || cell.children.every((node) => node.type === "text" && node.value.trim() === "");
}

/** Whether no column of a table has a name. */
export function isNameless({ children: [header] }: Table): boolean {
  return header?.children.every(isBlank) === true;
}

/** Whether the first column heads the rows of a table, because its header is empty: names, and what belongs to each. */
export function isTableOfNames(table: Table): boolean {
  const [header, ...rows] = table.children;
  if (header === undefined || header.children.length < 2 || !isNameless(table)) return false;
  return rows.some(({ children: [name] }) => !isBlank(name));
}

/** Whether a table holds nothing below its header. */
export function isWithoutRows({ children: [, ...rows] }: Table): boolean {
  return rows.every(({ children }) => children.every(isBlank));
}
