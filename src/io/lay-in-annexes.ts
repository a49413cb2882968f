import {
  decodePDFRawStream,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "pdf-lib";
import { z } from "zod";
import { type Frame, pageAsForm } from "./annex-page.ts";

/**
 * The sheets of a document on which pages of annexes are laid, as the engine tells them; sheets count from 1, pages
 * from 0.
 */
const reservedSheets = z.array(z.object({ sheet: z.number(), file: z.string(), page: z.number() }));

/** Where a page is laid: between the running marks, in points from the lower left corner of an A4 sheet. */
const FRAME: Frame = { left: 57, bottom: 62, width: 481, height: 690 };

/** A document with annexes laid in, and the names of those that could not be. */
export interface LaidIn {
  readonly bytes: Uint8Array;
  readonly failed: readonly string[];
}

/**
 * Lays the pages of PDF annexes on the sheets that wait for them, as a viewer shows them: turned, at their size or
 * smaller, with what fields show. Their words are in no tags, so the document no longer says of itself that it keeps to
 * PDF/UA-1 (ISO 14289-1, 7.1).
 */
export async function layInAnnexes(
  document: Uint8Array,
  reserved: unknown,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<LaidIn> {
  const sheets = reservedSheets.parse(reserved);
  const pdf = await PDFDocument.load(document, { updateMetadata: false });
  const failed: string[] = [];
  for (const [file, bytes] of files) {
    const ofFile = sheets.filter((sheet) => sheet.file === file);
    try {
      const annex = await PDFDocument.load(bytes, { updateMetadata: false });
      takeOffTags(annex);
      const copier = PDFObjectCopier.for(annex.context, pdf.context);
      for (const { sheet, page } of ofFile) layOn(pdf.getPage(sheet - 1), annex.getPage(page), copier);
    } catch {
      failed.push(file);
    }
  }
  claimNoStandard(pdf);
  return { bytes: await pdf.save({ updateFieldAppearances: false }), failed };
}

/** The numbers by which an annex's tags know its parts are those of other parts in the document. */
function takeOffTags(annex: PDFDocument): void {
  for (const [, object] of annex.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream)
      for (const key of ["StructParent", "StructParents"]) object.dict.delete(PDFName.of(key));
}

/** Draws a page of an annex on a sheet, as something that is no part of the document's own text. */
function layOn(target: PDFPage, page: PDFPage, copier: PDFObjectCopier): void {
  const { form, matrix } = pageAsForm(page, FRAME, copier);
  const name = target.node.newXObject("Annex", target.doc.context.register(form(target.doc.context)));
  target.pushOperators(
    PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of("Artifact")]),
    PDFOperator.of(PDFOperatorNames.PushGraphicsState),
    PDFOperator.of(
      PDFOperatorNames.ConcatTransformationMatrix,
      matrix.map((each) => PDFNumber.of(each)),
    ),
    PDFOperator.of(PDFOperatorNames.DrawObject, [name]),
    PDFOperator.of(PDFOperatorNames.PopGraphicsState),
    PDFOperator.of(PDFOperatorNames.EndMarkedContent),
  );
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
