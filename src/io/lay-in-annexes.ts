import { decodePDFRawStream, PDFDocument, PDFName, PDFOperator, PDFOperatorNames, PDFRawStream, PDFRef } from "pdf-lib";
import { z } from "zod";

/** The sheets of a document on which pages of annexes are laid, as the engine tells them; sheets count from 1, pages from 0. */
const reservedSheets = z.array(z.object({ sheet: z.number(), file: z.string(), page: z.number() }));

/** Where a page is laid: between the running marks, in points from the lower left corner of an A4 sheet. */
const FRAME = { left: 57, bottom: 62, width: 481, height: 690 } as const;

/**
 * Lays the pages of PDF annexes on the sheets that wait for them. Their words are in no tags, so the document no longer says of itself
 * that it keeps to PDF/UA-1 (ISO 14289-1, 7.1). Throws where a file is no PDF that can be read.
 */
export async function layInAnnexes(
  document: Uint8Array,
  reserved: unknown,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const sheets = reservedSheets.parse(reserved);
  const pdf = await PDFDocument.load(document, { updateMetadata: false });
  for (const [file, bytes] of files) {
    const ofFile = sheets.filter((sheet) => sheet.file === file);
    const annex = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = await pdf.embedPages(ofFile.map(({ page }) => annex.getPage(page)));
    for (const [index, { sheet }] of ofFile.entries()) {
      const page = pages[index];
      if (page === undefined) continue;
      const scale = Math.min(FRAME.width / page.width, FRAME.height / page.height, 1);
      const [width, height] = [page.width * scale, page.height * scale];
      const target = pdf.getPage(sheet - 1);
      target.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of("Artifact")]));
      const x = FRAME.left + (FRAME.width - width) / 2;
      target.drawPage(page, { x, y: FRAME.bottom + (FRAME.height - height), width, height });
      target.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
    }
  }
  claimNoStandard(pdf);
  return pdf.save({ updateFieldAppearances: false });
}

function claimNoStandard(pdf: PDFDocument): void {
  const reference = pdf.catalog.get(PDFName.of("Metadata"));
  const stream = pdf.context.lookup(reference);
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
  const metadata = new TextDecoder().decode(decodePDFRawStream(stream).decode());
  const without = metadata.replace("<pdfuaid:part>1</pdfuaid:part>", "");
  pdf.context.assign(
    reference,
    pdf.context.stream(new TextEncoder().encode(without), { Type: "Metadata", Subtype: "XML" }),
  );
}
