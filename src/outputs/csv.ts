/** Rows of cells as CSV (RFC 4180): every line, the last, too, ends in CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as "this is
 * text": one that begins with =, +, -, @, a tab or the end of a line, in full width, too.
 */
function cellText(cell: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
