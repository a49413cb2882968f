import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { abridged, MOST_OF_A_RULE } from "../../src/printers/abridged.ts";

function found(rule: string, path: string, line: number): Diagnostic {
  const words = { message: "says Qxtypedz", summary: "something is wrong", remedy: "fix it" };
  return {
    rule,
    severity: "warning",
    ...words,
    frame: { line: "Qxtypedz" },
    place: { path, line, column: 2, endColumn: 9 },
  };
}

const many = (count: number, rule = "a-rule", path = "a.md"): Diagnostic[] =>
  Array.from({ length: count }, (_, index) => found(rule, path, index + 1));

describe("diagnostics for a person", () => {
  it("are all there, up to the bound", () => {
    const all = many(MOST_OF_A_RULE);
    expect(abridged(all)).toEqual(all);
  });

  it("beyond it are counted, at the first that is left out, and quote nothing", () => {
    const shown = abridged(many(MOST_OF_A_RULE + 20));
    expect(shown).toHaveLength(MOST_OF_A_RULE + 1);
    const last = shown.at(-1);
    expect(last?.message).toBe(
      "there are 20 more of a-rule in this file from here on, which are not shown: something is wrong",
    );
    expect(last?.place).toEqual({ path: "a.md", line: MOST_OF_A_RULE + 1, column: 2 });
    expect(JSON.stringify(last)).not.toContain("Qxtypedz");
  });

  it("are counted by rule and by file", () => {
    const all = [...many(400), ...many(400, "a-rule", "b.md"), ...many(400, "b-rule")];
    expect(abridged(all)).toEqual(all);
  });
});
