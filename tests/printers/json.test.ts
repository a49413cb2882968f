import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { json } from "../../src/printers/json.ts";
import { jsonDocument } from "../../src/printers/json-document.ts";
import { anyDiagnostics, diagnostic, findings, HOSTILE_CASES, OBEYED, RAW, RUNS } from "./diagnostics.ts";

const SCHEMA = new URL("../../docs/diagnostics.schema.json", import.meta.url);
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

function read(diagnostics: readonly Diagnostic[]) {
  const document: unknown = JSON.parse(json(findings(diagnostics)));
  expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
  return jsonDocument.parse(document);
}

describe("the JSON document", () => {
  it("is described by the schema that is published", async () => {
    const schema = { title: "What npx scrutineer check --format json prints", ...z.toJSONSchema(jsonDocument) };
    await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot("../../docs/diagnostics.schema.json");
  });

  it("holds all of a diagnostic, with paths as they can be opened", () => {
    const related = {
      message: "first written here",
      place: { path: "reports/b.md", line: 7, column: 2, endColumn: 4 },
      line: "7. It met.",
    };
    const frame = { line: "9. It was agreed", above: { number: 1, text: "6. In December" } };
    expect(read([diagnostic({ frame, related })])).toEqual({
      version: 1,
      program: { name: "scrutineer", version: "1.2.3" },
      counts: { reports: 1, meetings: 0, pages: 0, errors: 1, warnings: 0, hints: 0 },
      diagnostics: [
        {
          rule: "typed-number",
          severity: "error",
          message: "paragraph 9 is typed here, but 7 is due",
          fix: "type 7",
          path: "content/reports/a.md",
          line: 3,
          column: 1,
          endColumn: 3,
          frame: [
            { line: 1, text: "6. In December" },
            { line: 3, text: "9. It was agreed" },
          ],
          related: {
            message: "first written here",
            path: "content/reports/b.md",
            line: 7,
            column: 2,
            endColumn: 4,
            frame: [{ line: 7, text: "7. It met." }],
          },
          help: "npx scrutineer explain typed-number",
        },
      ],
    });
  });

  it("has no field for what there is not", () => {
    const bare = diagnostic({ fix: undefined, place: { path: "reports/a.md", line: 1, column: 1 } });
    expect(Object.keys(read([bare]).diagnostics[0] ?? {})).toEqual([
      "rule",
      "severity",
      "message",
      "path",
      "line",
      "column",
      "help",
    ]);
  });

  it("leaves out a line that is too long to be told again for each finding in it", () => {
    const found = (length: number) => read([diagnostic({ frame: { line: "a".repeat(length) } })]).diagnostics[0]?.frame;
    expect(found(1000)).toHaveLength(1);
    expect(found(1001)).toBeUndefined();
  });

  it.each(HOSTILE_CASES)("reads back as it was, and holds nothing that acts: $name", ({ hostile }) => {
    const text = `a${hostile}b`;
    const found = diagnostic({
      message: text,
      fix: text,
      frame: { line: text },
      place: { path: text, line: 1, column: 1 },
    });
    expect(read([found]).diagnostics[0]).toMatchObject({
      message: text,
      fix: text,
      path: `content/${text}`,
      frame: [{ line: 1, text }],
    });
    expect(json(findings([found]))).not.toMatch(RAW);
    expect(json(findings([found]))).not.toMatch(OBEYED);
  });

  it("reads back as it was, whatever is found", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        const output = json(findings(diagnostics));
        expect(output).not.toMatch(RAW);
        expect(output).not.toMatch(OBEYED);
        expect(
          read(diagnostics).diagnostics.map(
            ({ rule, severity, message, fix, path, line, column, endColumn, related }) => ({
              ...{ rule, severity, message, fix, path, line, column, endColumn },
              related: related?.message,
            }),
          ),
        ).toEqual(
          diagnostics.map(({ rule, severity, message, fix, place, related }) => ({
            ...{ rule, severity, message, fix, ...place, path: `content/${place.path}` },
            related: related?.message,
          })),
        );
      }),
      RUNS,
    );
  });
});
