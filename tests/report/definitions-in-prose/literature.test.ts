import { describe, expect, it } from "vitest";
import { definitionsInProse } from "../../../src/report/abbreviations/definitions-in-prose.ts";

function found(sentence: string): readonly string[] {
  return definitionsInProse(sentence).map(({ short, long }) => `${short} = ${long}`);
}

/** Kinds of pairs from the literature on Schwartz and Hearst's method, in sentences of our own. */
describe("pairs that the published method finds", () => {
  it.each([
    [
      "a word without a letter",
      "levels of heat shock transcription factor (HSF) rose",
      "heat shock transcription factor",
    ],
    [
      "a letter behind a hyphen",
      "one of the Gcn5-related N-acetyltransferase (GNAT) family",
      "Gcn5-related N-acetyltransferase",
    ],
    ["small letters and a number", "the Heat-shock protein 40 (Hsp40) group", "Heat-shock protein 40"],
    [
      "a small first letter",
      "a basic region helix-loop-helix zipper protein (bHLHzip)",
      "basic region helix-loop-helix zipper protein",
    ],
    [
      "a hyphen in the short form",
      "with thyroid transcription factor 1 (TTF-1) present",
      "thyroid transcription factor 1",
    ],
    ["a letter within a word", "of polyvinyl chloride (PVC) pipes", "polyvinyl chloride"],
    ["plain initials", "by polymerase chain reaction (PCR) tests", "polymerase chain reaction"],
    ["the short form first", "by PCR (polymerase chain reaction) tests", "polymerase chain reaction"],
  ])("are found: %s", (_, sentence, long) => {
    expect(definitionsInProse(sentence).map((definition) => definition.long)).toEqual([long]);
  });
});

describe("pairs that the published method misses or gets wrong", () => {
  it.each([
    ["a letter that stands nowhere", "of serotonin (5-HT) in the blood"],
    ["letters in another order", "in the anterior thalamus (ATN) only"],
    ["a figure in words, behind its noun", "the cyclophilin seven suppressor (CNS1) gene"],
    ["only a part in short", "by RNA polymerase I (Pol I) alone"],
    ["three letters, one within a word: chance would bring too many", "of deoxyribonucleic acid (DNA) in it"],
  ])("are left alone here: %s", (_, sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it.each([
    [
      "the letters' last chance lies too far right",
      "in the Care Act Compliance team and Carers Advice Centre (CAC)",
      "CAC = Carers Advice Centre",
    ],
    [
      "letters by chance within words that are none of its",
      "The budget for social housing and buildings (HSB) fell",
      undefined,
    ],
    ["a sentence between", "Homes are short. Some buildings (HSB) are empty.", undefined],
    ["a number in words", "the Five Year Housing Land Supply (5YHLS) fell", "5YHLS = Five Year Housing Land Supply"],
    ["a name's initials", "Councillor Jane Merrill (JM) asked", undefined],
  ])("are right here: %s", (_, sentence, definition) => {
    expect(found(sentence)).toEqual(definition === undefined ? [] : [definition]);
  });
});
