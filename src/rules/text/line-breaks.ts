import type { Parent } from "mdast";

/** Whether HTML is a line break. */
export function isLineBreak(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

/** Whether HTML is a line break in a cell of a table, the one element that is accepted. */
export function isCellBreak(html: string, parent: Parent): boolean {
  return parent.type === "tableCell" && isLineBreak(html);
}
