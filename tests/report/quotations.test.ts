import { describe, expect, it } from "vitest";
import { findQuotations, isWithin } from "../../src/text/quotations.ts";

const quoted = (text: string) => findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe("quotations", () => {
  it.each([
    ["She wrote “as to it” and “no”.", ["“as to it”", "“no”"]],
    ['She wrote "as to it" and "no".', ['"as to it"', '"no"']],
    ["“An opening mark without its other half", []],
    ["another's mark ” alone", []],
    ['“a " within” and after', ['“a " within”']],
    ['A 6" pipe, she wrote, "will do", and an 8" one.', ['"will do"']],
    ["none", []],
  ])("of %j are %j", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("hold what lies between their marks, and nothing beside them", () => {
    const text = "a “b” c “d” e";
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + 1 });
    expect(["a", "b", "c", "d", "e"].filter((word) => isWithin(findQuotations(text), at(word)))).toEqual(["b", "d"]);
  });
});
