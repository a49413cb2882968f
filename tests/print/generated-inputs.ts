import fc from "fast-check";
import { lacksInFonts } from "../../src/interface/font-coverage.ts";
import type { PdfInput } from "../../src/io/pdf-engine.ts";
import type { Report } from "../../src/model/report.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printReport } from "../../src/print/print-report.ts";
import { compileReport } from "../compiled-report.ts";
import { documentOf } from "../generated/documents.ts";
import { choicesOf } from "../withheld/choices.ts";
import { contentOf } from "../withheld/public-outcome.ts";

const tape = fc.uint8Array({ minLength: 40, maxLength: 400 });

/** What the engine makes PDFs of, for generated documents; those that become no page have none. */
export function generatedInputs(
  documents: number,
  seed: number,
): readonly { readonly input: PdfInput; readonly text: string }[] {
  return fc.sample(tape, { seed, numRuns: documents }).flatMap((bytes) => {
    const { body, fields } = documentOf(choicesOf(bytes));
    const { report } = compileReport(body, { fields });
    const input = report === undefined ? undefined : inputOf(report);
    return input === undefined ? [] : [{ input, text: `${fields}\n${body}` }];
  });
}

/** What the engine makes the PDF of a report of; nothing, where it shows pictures or the fonts lack a character. */
export function inputOf(report: Report): PdfInput | undefined {
  if (lacksInFonts(report.bodyHtml) !== undefined) return undefined;
  const { site } = checkContent(contentOf({}), {});
  const { print, images } = printReport(site, report);
  if (images.size > 0) return undefined;
  const document = JSON.stringify(print.document);
  return { template: print.template, document, images: new Map(), annexes: new Map(), firstPage: 1 };
}
