import fc from "fast-check";
import fastStringWidth from "fast-string-width";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { isInNarrowLetters, widthsFor } from "../../src/printers/choose-widths.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { anyScript } from "../../src/printers/widths-of-any-script.ts";
import { narrowLetters } from "../../src/printers/widths-of-narrow-letters.ts";
import { runs } from "../lane.ts";
import { anyDiagnostic, diagnostic } from "./diagnostics.ts";

const narrow = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(isInNarrowLetters);

/** A diagnostic whose texts are of such letters, and of what a CI would obey. */
const anyNarrow = fc
  .tuple(
    anyDiagnostic,
    fc.array(fc.constantFrom(...narrow, "::", "##[error]", "a long word ", " ", "\n"), { maxLength: 90 }),
  )
  .map(([found, pieces]) => {
    const text = (from: number): string => pieces.slice(from).join("");
    const place = { path: `reports/${text(80).replaceAll("\n", "")}.md`, line: 3, column: 1 + (pieces.length % 7) };
    return {
      ...found,
      message: text(0),
      fix: found.fix && text(20),
      place,
      frame: found.frame && { line: text(10), above: found.frame.above && { number: 2, text: text(30) } },
      related: found.related && { message: text(40), place, line: text(5) },
    };
  });

describe("what measures what is found", () => {
  it("knows of Latin letters, and of the signs that are typed with them, that each takes one column", () => {
    expect(narrow.length).toBeGreaterThan(300);
    for (const letter of "azAZ09 £€ŵŷâêîôûÏé–—‘’“”•…«»") expect(narrow).toContain(letter);
    const seen = narrow.filter((letter) => !/[\n\r\t]/.test(letter));
    expect(seen.filter((letter) => stringWidth(letter) !== 1 || fastStringWidth(letter) !== 1)).toEqual([]);
  });

  it.each(["報告", "e\u0301", "🏛", "\u001b[31m", "\u00ad", "\u200b", "\u0007", "\u2028", "\u{18b00}"])(
    "takes what knows every script for %j, wherever it is found",
    async (text) => {
      for (const found of [
        diagnostic({ message: text }),
        diagnostic({ fix: text }),
        diagnostic({ frame: { line: text } }),
        diagnostic({ place: { path: `reports/${text}.md`, line: 1, column: 1 } }),
      ])
        expect(await widthsFor([diagnostic(), found], "content")).toBe(anyScript);
      expect(await widthsFor([], text)).toBe(anyScript);
    },
  );

  it("prints texts of narrow letters as what knows every script does", async () => {
    expect(await widthsFor([diagnostic()], "content")).toBe(narrowLetters);
    fc.assert(
      fc.property(
        anyNarrow,
        fc.integer({ min: 30, max: 130 }),
        fc.boolean(),
        fc.boolean(),
        (found, columns, hasColour, isWrapped) => {
          fc.pre(isInNarrowLetters(found));
          const options = {
            folder: "content",
            columns,
            hasColour,
            isWrapped,
            helpAddress: (rule: string) => `file:///${rule}`,
          };
          expect(pretty(found, { ...options, widths: narrowLetters })).toBe(
            pretty(found, { ...options, widths: anyScript }),
          );
        },
      ),
      { numRuns: runs(200, 5000) },
    );
  });
});
