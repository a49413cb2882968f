import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { byImportance } from "../../src/printers/importance.ts";
import { diagnostic } from "./diagnostics.ts";

const at = (line: number, changes: Partial<Diagnostic> = {}, path = "reports/a.md"): Diagnostic =>
  diagnostic({ place: { path, line, column: 1 }, ...changes });

const shown = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  byImportance(diagnostics).map(({ severity, rule, place }) => `${severity} ${rule} ${place.path}:${place.line}`);

describe("what the first ten show", () => {
  it("is errors, then warnings, then hints", () => {
    expect(shown([at(1, { severity: "hint" }), at(2, { severity: "warning" }), at(3)])).toEqual([
      "error typed-number reports/a.md:3",
      "warning typed-number reports/a.md:2",
      "hint typed-number reports/a.md:1",
    ]);
  });

  it("is first of all what is about confidentiality, and never before a graver one", () => {
    const mild = at(9, { rule: "confidential-reason", severity: "warning" });
    expect(shown([at(1), mild, at(2, { rule: "confidential-flag" })])).toEqual([
      "error confidential-flag reports/a.md:2",
      "error typed-number reports/a.md:1",
      "warning confidential-reason reports/a.md:9",
    ]);
  });

  it("is one of each rule and file, before the same once more", () => {
    const many = [at(1), at(2), at(3), at(4, { rule: "raw-html" }), at(1, {}, "reports/b.md")];
    expect(shown(many)).toEqual([
      "error typed-number reports/a.md:1",
      "error raw-html reports/a.md:4",
      "error typed-number reports/b.md:1",
      "error typed-number reports/a.md:2",
      "error typed-number reports/a.md:3",
    ]);
  });

  it("leaves none out, and the order that it gets as it is where all weigh the same", () => {
    const many = Array.from({ length: 30 }, (_, index) => at(index + 1));
    expect(byImportance(many)).toEqual(many);
  });
});
