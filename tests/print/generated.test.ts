import fc from "fast-check";
import { expect, it } from "vitest";
import { lacksInFonts } from "../../src/interface/font-coverage.ts";
import { startPdfEngine } from "../../src/io/pdf-engine.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printReport } from "../../src/print/print-report.ts";
import { compileReport } from "../compiled-report.ts";
import { documentOf } from "../generated/documents.ts";
import { runs } from "../lane.ts";
import { choicesOf } from "../withheld/choices.ts";
import { contentOf } from "../withheld/public-outcome.ts";

const tape = fc.uint8Array({ minLength: 40, maxLength: 400 });
const DOCUMENTS = Number(process.env["SCRUTINEER_GENERATED_PDFS"] ?? runs(40, 150));

it("every generated document that becomes a page becomes a PDF", async () => {
  const engine = startPdfEngine();
  const { site } = checkContent(contentOf({}), {});
  let made = 0;
  for (const bytes of fc.sample(tape, { seed: 20251124, numRuns: DOCUMENTS })) {
    const { body, fields } = documentOf(choicesOf(bytes));
    const { report } = compileReport(body, { fields });
    if (report === undefined || lacksInFonts(report.bodyHtml) !== undefined) continue;
    const { print, images } = printReport({ ...site, reports: [report] }, report);
    if (images.size > 0) continue;
    const document = JSON.stringify(print.document);
    const input = { template: print.template, document, images: new Map(), annexes: new Map(), firstPage: 1 };
    const refused = await engine(input).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(refused, `${fields}\n${body}`).toBeUndefined();
    made += 1;
  }
  expect(made / DOCUMENTS).toBeGreaterThan(0.3);
});
