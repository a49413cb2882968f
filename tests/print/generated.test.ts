import { expect, it } from "vitest";
import { startPdfEngine } from "../../src/io/pdf-engine.ts";
import { runs } from "../lane.ts";
import { generatedInputs } from "./generated-inputs.ts";

const DOCUMENTS = Number(process.env["SCRUTINEER_GENERATED_PDFS"] ?? runs(20, 150));

it("every generated document that becomes a page becomes a PDF", async () => {
  const engine = startPdfEngine();
  const inputs = generatedInputs(DOCUMENTS, 20251124);
  for (const { input, text } of inputs) {
    const refused = await engine(input).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(refused, text).toBeUndefined();
  }
  expect(inputs.length / DOCUMENTS).toBeGreaterThan(0.3);
});
