import { expect, expectTypeOf, it } from "vitest";
import { lawOf } from "../../src/law/laws.ts";
import type { NormalisedText, NumberedText, ParsedText } from "../../src/model/tree.ts";
import { normalise } from "../../src/report/markdown/normalise.ts";
import { numberParagraphs, withoutNumbers } from "../../src/report/numbering/number-paragraphs.ts";
import { withoutPassages } from "../../src/report/withholding/exempt-passages.ts";
import { type AssembledReport, type LinkedReport, triage } from "../../src/report/withholding/triage.ts";
import { parsed } from "../compile-text.ts";

const options = {
  numbering: undefined,
  style: undefined,
  siteStyle: "continuous",
  depth: 2,
  lang: "en-GB",
  law: lawOf("England"),
} as const;

it("each stage takes the text of the one before, and gives it on as its own", () => {
  const text = parsed("The text.\n");
  const normalised = normalise(text);
  const numbered = numberParagraphs(normalised.text, options, () => {});
  expect([text.stage, normalised.text.stage, numbered.text.stage]).toEqual(["parsed", "normalised", "numbered"]);
  expect(withoutNumbers(normalise(parsed("Notes.\n")).text).stage).toBe("numbered");
});

// `npm run types` fails where the compiler would let a wrong order pass.
it("no stage takes the text of another", () => {
  expectTypeOf(normalise).parameter(0).toEqualTypeOf<ParsedText>();
  expectTypeOf(withoutPassages).parameter(0).toEqualTypeOf<ParsedText>();
  expectTypeOf(numberParagraphs).parameter(0).toEqualTypeOf<NormalisedText>();
  expectTypeOf(triage).parameter(1).toEqualTypeOf<LinkedReport>();
  expectTypeOf<ParsedText>().not.toExtend<NormalisedText>();
  expectTypeOf<NormalisedText>().not.toExtend<NumberedText>();
  expectTypeOf<NumberedText>().not.toExtend<NormalisedText>();
  expectTypeOf<AssembledReport>().not.toExtend<LinkedReport>();
});
