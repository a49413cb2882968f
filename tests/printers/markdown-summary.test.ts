import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownSummary } from "../../src/printers/markdown-summary.ts";
import { printable } from "../../src/printers/printable.ts";
import { runs } from "../lane.ts";
import { anyDiagnostics, diagnostic, findings, RAW, RUNS } from "./diagnostics.ts";

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

interface MarkdownIt {
  readonly parse: (text: string, environment: object) => readonly Token[];
}

const markdownIt = createRequire(import.meta.url)("markdown-it") as (preset: string, options: object) => MarkdownIt;
const markdown = markdownIt("default", { html: true });

/** What stands in the cells of the table below its head, and the kinds of all that is not plain text of one. */
function tableIn(text: string): { readonly rows: readonly (readonly string[])[]; readonly kinds: ReadonlySet<string> } {
  const tokens = markdown.parse(text, {});
  const rows: string[][] = [];
  for (const [index, { type }] of tokens.entries()) {
    if (type === "tr_open") rows.push([]);
    if (type === "td_open")
      rows.at(-1)?.push((tokens[index + 1]?.children ?? []).map(({ content }) => content).join(""));
  }
  const kinds = new Set(tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]));
  return { rows: rows.slice(1), kinds };
}

const KINDS = /^(?:heading|paragraph|table|thead|tbody|tr|th|td)_(?:open|close)$|^inline$|^text(?:_special)?$/;

describe("the summary of a run", () => {
  it("is a table, most important first", () => {
    const related = { message: "first written here", place: { path: "reports/b.md", line: 7, column: 2 } };
    const all = [diagnostic({ severity: "warning", rule: "raw-html", fix: undefined }), diagnostic({ related })];
    const text = markdownSummary(findings(all));
    expect(text).toMatch(/^### Scrutineer: 1 report, 1 error, 1 warning\n\n/);
    expect(tableIn(text).rows).toEqual([
      ["error", "site/content/reports/a.md:3:1", "paragraph 9 is typed here, but 7 is due", "type 7", "typed-number"],
      ["warning", "site/content/reports/a.md:3:1", "paragraph 9 is typed here, but 7 is due", "", "raw-html"],
    ]);
  });

  it("is one line where nothing was found", () => {
    expect(markdownSummary(findings([]))).toBe("### Scrutineer: 1 report, 0 errors, 0 warnings\n\n");
  });

  it("holds texts alone, each in its cell, whatever an author types", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        const text = markdownSummary(findings(diagnostics));
        const { rows, kinds } = tableIn(text);
        expect(text).not.toMatch(RAW);
        expect([...kinds].filter((kind) => !KINDS.test(kind))).toEqual([]);
        const messages = diagnostics.map(({ message }) => message);
        const meant = messages.map((message) => [...printable(message)].slice(0, 300).join("").trim());
        expect(rows.map(([, , what = ""]) => what.replace(/…$/, "")).sort()).toEqual(
          meant.map((what) => what.replace(/…$/, "")).sort(),
        );
        expect(rows.every((row) => row.length === 5)).toBe(true);
      }),
      { ...RUNS, numRuns: runs(60, 500) },
    );
  });

  it("stays far below what GitHub takes, and says what it leaves out", () => {
    const all = Array.from({ length: 5000 }, () =>
      diagnostic({ message: "<".repeat(10_000), fix: "|".repeat(10_000) }),
    );
    const text = markdownSummary(findings(all));
    expect(tableIn(text).rows).toHaveLength(100);
    expect(Buffer.byteLength(text)).toBeLessThan(1 << 19);
    expect(text).toContain("And 4900 more");
  });
});
