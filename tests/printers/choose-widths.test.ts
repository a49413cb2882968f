import fc from "fast-check";
import fastStringWidth from "fast-string-width";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isInNarrowLetters, printInAnyScript } from "../../src/printers/choose-widths.ts";
import { type PrettyOptions, pretty } from "../../src/printers/pretty.ts";
import type { Widths } from "../../src/printers/widths.ts";
import { anyScript } from "../../src/printers/widths-of-any-script.ts";
import { narrowLetters } from "../../src/printers/widths-of-narrow-letters.ts";
import { runs } from "../lane.ts";
import { anyDiagnostic, diagnostic } from "./diagnostics.ts";

const narrow = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(isInNarrowLetters);

/** A diagnostic whose texts are of such letters, and of what a CI would obey. */
const anyNarrow = fc
  .tuple(
    anyDiagnostic,
    fc.array(fc.constantFrom(...narrow, "報告", "e\u0301", "::", "##[error]", "a long word ", " ", "\n"), {
      maxLength: 90,
    }),
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
    const seen = narrow.filter((letter) => !/\p{Cc}/u.test(letter));
    expect(seen.filter((letter) => stringWidth(letter) !== 1 || fastStringWidth(letter) !== 1)).toEqual([]);
  });

  const printed = async (found: Diagnostic, options: Omit<PrettyOptions, "widths">) => {
    const tried: Widths[] = [];
    const text = await printInAnyScript((widths) => {
      tried.push(widths);
      return pretty(found, { ...options, widths });
    });
    return { text, tried };
  };
  const PLAIN = { folder: "content", columns: 60, hasColour: false } as const;

  it.each(["報告", "e\u0301", "🏛", "\u001b[31m", "\u00ad", "\u200b", "\u0007", "\u2028", "\u{18b00}"])(
    "is what knows every script for %j, wherever it is found",
    async (text) => {
      for (const found of [
        diagnostic({ message: text }),
        diagnostic({ fix: text }),
        diagnostic({ frame: { line: text } }),
        diagnostic({ place: { path: `reports/${text}.md`, line: 1, column: 1 } }),
      ])
        expect((await printed(found, PLAIN)).tried).toEqual([narrowLetters, anyScript]);
      expect((await printed(diagnostic(), { ...PLAIN, folder: text })).tried).toEqual([narrowLetters, anyScript]);
    },
  );

  it("is what loads sooner for narrow letters alone, also in colour", async () => {
    for (const hasColour of [true, false])
      expect((await printed(diagnostic({ frame: { line: "A line." } }), { ...PLAIN, hasColour })).tried).toEqual([
        narrowLetters,
      ]);
  });

  it("prints as what knows every script does", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyNarrow,
        fc.integer({ min: 30, max: 130 }),
        fc.boolean(),
        fc.boolean(),
        async (found, columns, hasColour, isWrapped) => {
          const helpAddress = (rule: string): string => `file:///${rule}`;
          const options = { folder: "content", columns, hasColour, isWrapped, helpAddress };
          expect((await printed(found, options)).text).toBe(pretty(found, { ...options, widths: anyScript }));
        },
      ),
      { numRuns: runs(200, 5000) },
    );
  });
});
