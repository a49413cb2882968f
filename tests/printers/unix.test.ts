import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { printable } from "../../src/printers/printable.ts";
import { unix } from "../../src/printers/unix.ts";
import { anyDiagnostics, diagnostic, findings, HOSTILE_CASES, OBEYED, RAW, RUNS } from "./diagnostics.ts";

/** Reads a line as editors do, by the first place in it. */
const LINE = /^(.+?):(\d+):(\d+): (error|warning|hint): (.*) \[([a-z0-9-]+)\]$/;

function read(diagnostics: readonly Diagnostic[]) {
  const output = unix(findings(diagnostics));
  expect(output).not.toMatch(RAW);
  expect(output).not.toMatch(OBEYED);
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => LINE.exec(line)?.slice(1));
}

describe("a line for each finding", () => {
  it("says the file from where the command was started, the place, how grave it is, what it is, and the rule", () => {
    expect(unix(findings([diagnostic(), diagnostic({ severity: "hint" })]))).toBe(
      "content/reports/a.md:3:1: error: paragraph 9 is typed here, but 7 is due [typed-number]\n" +
        "content/reports/a.md:3:1: hint: paragraph 9 is typed here, but 7 is due [typed-number]\n",
    );
  });

  it("is not there where there is none", () => {
    expect(unix(findings([]))).toBe("");
  });

  it("is not broken, however long it is", () => {
    const message = "a word ".repeat(300).trim();
    expect(read([diagnostic({ message })])).toEqual([
      ["content/reports/a.md", "3", "1", "error", message, "typed-number"],
    ]);
  });

  it.each(HOSTILE_CASES)("is not broken or obeyed, whatever an author types: $name", ({ hostile }) => {
    const text = `a${hostile}b`;
    const found = diagnostic({ message: text, place: { path: `reports/${text}`, line: 3, column: 1 } });
    expect(read([found])).toEqual([
      [printable(`content/reports/${text}`), "3", "1", "error", printable(text), "typed-number"],
    ]);
  });

  it.each([
    ["b.md:7:2: error: c [raw-html]", "b.md\uFFFD7\uFFFD2: error: c [raw-html]"],
    ["b.md:7", "b.md\uFFFD7"],
    ["at 10:30 c.md", "at 10:30 c.md"],
  ])("is of its own file, whatever that is called: %s", (name, shown) => {
    const lines = read([diagnostic({ place: { path: `reports/${name}`, line: 3, column: 1 } })]);
    expect(lines.map((line) => line?.slice(0, 3))).toEqual([[`content/reports/${shown}`, "3", "1"]]);
  });

  it("is no command of GitHub's where nothing is before the name of the file", () => {
    const found = { ...findings([diagnostic({ place: { path: " ::error::a.md", line: 3, column: 1 } })]), folder: "" };
    expect(unix(found)).toMatch(/^\.\/ ::error::a\.md:3:1: error: /);
  });

  it("reads back, whatever is found", () => {
    fc.assert(
      fc.property(anyDiagnostics, (diagnostics) => {
        expect(read(diagnostics)).toEqual(
          diagnostics.map(({ rule, severity, message, place: { path, line, column } }) => [
            printable(`content/${path}`).replace(/:(?=\d+(?::|$))/g, "\uFFFD"),
            String(line),
            String(column),
            severity,
            printable(message),
            rule,
          ]),
        );
      }),
      RUNS,
    );
  });
});
