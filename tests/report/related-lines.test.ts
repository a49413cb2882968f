import { expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compileFile, reportOf } from "../compile-text.ts";

const TWICE = "[law]: https://example.org/Qxfirstz\n\n%\n[law]: https://example.org/second\n\nSee [the act][law].\n";

function twiceIn(body: string): Diagnostic | undefined {
  return compileFile(reportOf({}, body)).diagnostics.find(({ rule }) => rule === "link-definition-twice");
}

it("the line of the other place is part of a diagnostic, where it may be shown", () => {
  expect(twiceIn(TWICE.replace("%", ""))?.related).toMatchObject({
    place: { line: 8 },
    line: "[law]: https://example.org/Qxfirstz",
  });
});

it("neither the other place nor its line is, where it is withheld", () => {
  const withheld = `Words.\n\n:::exempt{paragraphs=3}\n${TWICE.replace("%", ":::\n\nMore words.\n")}`;
  const found = compileFile(reportOf({}, withheld)).diagnostics;
  expect(found.map(({ rule }) => rule)).toContain("link-definition-twice");
  expect(JSON.stringify(found)).not.toContain("Qxfirstz");
  expect(found.find(({ rule }) => rule === "link-definition-twice")?.related).toBeUndefined();
});
