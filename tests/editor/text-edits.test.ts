import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEditor, toEditor } from "../../src/editor/position-encoding.ts";
import { type TextEdit, textEdits } from "../../src/editor/text-edits.ts";

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

const line = fc.string({
  unit: fc.constantFrom("a", "b", " ", "é", "e\u0301", "😀", "😁", "\u{10ffff}"),
  maxLength: 6,
});
const text = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([lines, end, isEnded]) => lines.join(end) + (isEnded ? end : ""));

describe("the edits between two texts", () => {
  it("make the one of the other, and cut no character and no end of line in two", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = textEdits(before, after);
        expect(applied(before, edits)).toBe(after);
        for (const { start, end } of edits)
          for (const at of [start, end])
            expect(before.slice(at - 1, at + 1)).not.toMatch(/^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/);
      }),
    );
  });

  it("are no wider than what differs", () => {
    expect(textEdits("one\ntwo\nthree\n", "one\ntwelve\nthree\n")).toEqual([{ start: 6, end: 7, text: "elve" }]);
    expect(textEdits("a 😀\nb\n", "a 😁\nb\n")).toEqual([{ start: 2, end: 4, text: "😁" }]);
    expect(textEdits("a\r\nb\r\n", "a\r\n\r\nb\r\n")).toEqual([{ start: 3, end: 3, text: "\r\n" }]);
    expect(textEdits("same\n", "same\n")).toEqual([]);
  });
});

describe("places in a line", () => {
  it("are the same after they were counted in an editor's way and back", () => {
    fc.assert(
      fc.property(line, fc.nat(12), fc.constantFrom("utf-8", "utf-16", "utf-32"), (typed, at, encoding) => {
        const units = Math.min(at, typed.length);
        const isWithin = /^[\ud800-\udbff][\udc00-\udfff]$/.test(typed.slice(units - 1, units + 1));
        fc.pre(!isWithin);
        expect(fromEditor(typed, toEditor(typed, units, encoding), encoding)).toBe(units);
      }),
    );
  });

  it("are counted in bytes, units or characters, and end with the line", () => {
    expect(toEditor("é😀x", 3, "utf-8")).toBe(6);
    expect(toEditor("é😀x", 3, "utf-16")).toBe(3);
    expect(toEditor("é😀x", 3, "utf-32")).toBe(2);
    expect(fromEditor("é😀x", 3, "utf-8")).toBe(1);
    expect(fromEditor("é", 99, "utf-8")).toBe(1);
    expect(fromEditor("é", -4, "utf-32")).toBe(0);
    expect(toEditor("é", 99, "utf-16")).toBe(1);
  });
});
