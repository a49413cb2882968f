import { describe, expect, it } from "vitest";
import { lineChecks, runningTextChecks, runningTextsChecks } from "../../src/diagnostics/checks.ts";
import type { ParsedText } from "../../src/model/tree.ts";
import { runningTexts } from "../../src/text/running-texts.ts";
import { raisedBy } from "../compile-text.ts";
import { rows } from "../lane.ts";

const LENGTH = 100_000;

/** One paragraph, far longer than the program accepts, made without the parser. */
function paragraph(text: string): ParsedText {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  // What was typed has a backslash that the text has not, so that places take the longer way.
  const value = text.replace("\\", "");
  const children = [{ type: "paragraph" as const, children: [{ type: "text" as const, value, position }] }];
  return {
    stage: "parsed",
    path: "reports/a.md",
    text,
    tree: { type: "root", children },
    definitions: [],
    nodes: new Map(),
  };
}

describe("a paragraph without end", () => {
  const parts = [
    "the ",
    "the\n",
    "of the ",
    "had had ",
    "“",
    "”",
    "“a ",
    "‘a ",
    "(",
    ")",
    "9",
    "31 ",
    "31 June ",
    "31 June\n",
    "Monday 8, ",
    "Tuesday 8 April 2019, ",
    "31/06/2023 ",
    "03/04/2019 ",
    "2023-02-30 ",
    "http://a ",
    "https://a:b@c ",
    "https://a?sig=",
    "&sig=",
    "\\\\a",
    "C:\\a",
    "\uF0B7",
    "\uFB01 ",
    "     ",
    "a-",
  ];
  it.each(rows(parts, 10))("of %j is read in time that grows with its length", (part) => {
    const text = paragraph(`\\${part.repeat(LENGTH / part.length)}`);
    const { findings } = raisedBy((raise) => {
      for (const check of lineChecks) check(text, raise);
      const running = runningTexts(text, "en-GB");
      for (const one of running) for (const check of runningTextChecks) check(one, raise);
      for (const check of runningTextsChecks) check(running, raise);
    });
    expect(findings.length).toBeLessThanOrEqual(LENGTH / 2);
  });
});
