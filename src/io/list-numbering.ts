/** How a list is numbered, by how many quotations its marks are in, in the templates of PDFs. */
const NUMBERINGS = [undefined, "Decimal", "LowerAlpha", "LowerRoman"] as const;

/**
 * As the engine writes them, on lines of their own, as no text of an author's is; its objects of tags are not
 * compressed.
 */
const LIST_ATTRIBUTES = /\/A \[<<\n +\/O \/List\n +\/ListNumbering \/None\n +>>\]\n/g;
const QUOTATION = "\n  /S /Quote\n";
const SPAN = "\n  /S /Span \n";

/**
 * Writes into a PDF of the engine's how its lists are numbered, as ordered lists must say (ISO 14289-1, 7.6), and takes
 * the quotations out of its tags that tell it. All in place and at the same length, because no offset may change.
 */
export function patchListNumbering(pdf: Buffer): void {
  const text = pdf.toString("latin1");
  const objectAt = readObjects(text);
  for (const { 0: attributes, index } of text.matchAll(LIST_ATTRIBUTES)) {
    const item = firstChild(text.slice(index, text.indexOf("endobj", index)), objectAt);
    const numbering = NUMBERINGS[quotationsAround(firstChild(item, objectAt), objectAt)];
    if (numbering !== undefined)
      pdf.write(`/A [<</O/List/ListNumbering/${numbering}>>]`.padEnd(attributes.length - 1), index, "latin1");
  }
  for (let index = text.indexOf(QUOTATION); index !== -1; index = text.indexOf(QUOTATION, index + 1))
    pdf.write(SPAN, index, "latin1");
}

/** The objects of a PDF with a plain table of cross-references, by their numbers. */
function readObjects(text: string): (number: number) => string {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const [head = ""] = /^xref\s+0 \d+\s+/.exec(text.slice(table, table + 40)) ?? [];
  return (number) => {
    const entry = table + head.length + number * ENTRY_LENGTH;
    const offset = Number(text.slice(entry, entry + OFFSET_LENGTH));
    return text.slice(offset, text.indexOf("endobj", offset));
  };
}

/** Of an entry of the table, in bytes (ISO 32000-1, 7.5.4). */
const ENTRY_LENGTH = 20;
const OFFSET_LENGTH = 10;

function firstChild(object: string, objectAt: (number: number) => string): string {
  const [, child] = /\/K \[?(\d+) 0 R/.exec(object) ?? [];
  return child === undefined ? "" : objectAt(Number(child));
}

function quotationsAround(label: string, objectAt: (number: number) => string): number {
  const child = firstChild(label, objectAt);
  return child.includes(QUOTATION) ? 1 + quotationsAround(child, objectAt) : 0;
}
