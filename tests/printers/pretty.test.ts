import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { frameAt, inReadingOrder, withoutQuotes } from "../../src/diagnostic.ts";
import { pretty } from "../../src/printers/pretty.ts";

function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "typed-number",
    severity: "error",
    message: "paragraph 9 is typed here, but 7 is due",
    summary: "a number is typed here, but another is due",
    remedy: "type the number that is due",
    fix: "type 7",
    place: { path: "reports/a.md", line: 3, column: 1, endColumn: 3 },
    ...changes,
  };
}

interface Setting {
  readonly lines?: readonly string[] | undefined;
  readonly columns?: number;
  readonly folder?: string;
  readonly hasColour?: boolean;
}

function printed(
  found: Diagnostic,
  {
    lines = ["6. In December", "", "9. It was agreed"],
    columns = 100,
    folder = "content",
    hasColour = false,
  }: Setting = {},
): string {
  return pretty({ ...found, frame: lines && frameAt(lines, found.place) }, { folder, columns, hasColour });
}

/** The text that the marks stand under. */
function markedIn(output: string): string {
  const lines = output.split("\n");
  const at = lines.findIndex((line) => /│ *\^+$/.test(line));
  const marks = lines[at] ?? "";
  const above = lines[at - 1] ?? "";
  const from = stringWidth(marks.slice(0, marks.indexOf("^")));
  const to = from + marks.length - marks.indexOf("^");
  let width = 0;
  let marked = "";
  for (const { segment } of new Intl.Segmenter("en").segment(above)) {
    if (width >= from && width < to) marked += segment;
    width += stringWidth(segment);
  }
  return marked;
}

describe("a diagnostic in a terminal", () => {
  it("says where, what, shows the lines, and how to mend it", () => {
    expect(printed(diagnostic(), { columns: 60 })).toBe(
      [
        "content/reports/a.md:3:1  error  paragraph 9 is typed here, but 7 is due",
        "  1 │ 6. In December",
        "  3 │ 9. It was agreed",
        "    │ ^^",
        "  fix: type 7                                   typed-number",
      ].join("\n"),
    );
  });

  it.each(["error", "warning", "hint"] as const)("says that it is of the severity %s", (severity) => {
    expect(printed(diagnostic({ severity })).split("\n")[0]).toContain(`  ${severity}  `);
  });

  it("names the path alone where there is no folder", () => {
    expect(printed(diagnostic(), { folder: "" })).toMatch(/^reports\/a\.md:3:1 {2}/);
  });

  it("shows no line where the file cannot be shown, the line is not there, or quoting is not allowed", () => {
    for (const output of [
      pretty(diagnostic(), { folder: "", columns: 80, hasColour: false }),
      printed(diagnostic({ place: { path: "a.md", line: 99, column: 1 } })),
      pretty(withoutQuotes({ ...diagnostic(), remedy: "type 7", frame: { line: "6. In December" } }), {
        folder: "",
        columns: 80,
        hasColour: false,
      }),
    ]) {
      expect(output).not.toContain("│");
      expect(output).not.toContain("December");
      expect(output).toContain("fix: type 7");
    }
  });

  it("shows the related place", () => {
    const related = { message: "first written here", place: { path: "reports/b.md", line: 7, column: 2 } };
    expect(printed(diagnostic({ related }))).toContain("  first written here: content/reports/b.md:7:2");
  });

  it("holds colours only where they are wanted, and the same words", () => {
    const plain = printed(diagnostic());
    const coloured = printed(diagnostic(), { hasColour: true });
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with this character
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  it("ends without the rule's name lost where there is no room for it", () => {
    const output = printed(diagnostic({ fix: "a long mend ".repeat(12) }), { columns: 60 });
    expect(output.split("\n").at(-1)?.trim()).toBe("typed-number");
  });
});

describe("the frame marks what is meant", () => {
  it.each([
    ["plain words", "a wrong word", 3, 8, "wrong"],
    ["behind a tab", "\twrong word", 2, 7, "wrong"],
    ["behind tabs within", "a\tb\twrong", 5, 10, "wrong"],
    ["behind wide characters", "日本語 wrong", 5, 10, "wrong"],
    ["wide characters", "a 日本 b", 3, 5, "日本"],
    ["behind an emoji", "👍 wrong", 4, 9, "wrong"],
    ["behind an emoji of several parts", "👨‍👩‍👧 wrong", 10, 15, "wrong"],
    ["behind combining marks", "e\u0301e\u0301 wrong", 6, 11, "wrong"],
    ["behind a flag", "🏴󠁧󠁢󠁷󠁬󠁳󠁿 wrong", 16, 21, "wrong"],
    ["at the end of the line", "words wrong", 7, 12, "wrong"],
  ])("%s", (_name, line, column, endColumn, marked) => {
    const output = printed(diagnostic({ place: { path: "a.md", line: 1, column, endColumn } }), { lines: [line] });
    expect(markedIn(output)).toBe(marked);
  });

  it.each([
    ["a place without an end", { line: 1, column: 3 }, 1],
    ["a place beyond the line", { line: 1, column: 40 }, 1],
    ["an empty line", { line: 2, column: 1 }, 1],
    ["an end before its start", { line: 1, column: 5, endColumn: 2 }, 1],
  ])("with one mark for %s", (_name, place, length) => {
    const output = printed(diagnostic({ place: { path: "a.md", ...place } }), { lines: ["a wrong word", ""] });
    expect(/\^+/.exec(output)?.[0]).toHaveLength(length);
  });

  it("shows a line that ends in CR without it", () => {
    const output = printed(diagnostic({ place: { path: "a.md", line: 1, column: 1, endColumn: 3 } }), {
      lines: ["9. It was agreed\r"],
    });
    expect(output).not.toContain("\r");
  });
});

describe("long lines", () => {
  const long = `${"word ".repeat(60)}wrong ${"more ".repeat(60)}`;
  const column = long.indexOf("wrong") + 1;

  it.each([40, 60, 80, 100, 120])("are cut to %i columns, and what is meant is still shown and marked", (columns) => {
    const output = printed(diagnostic({ place: { path: "a.md", line: 1, column, endColumn: column + 5 } }), {
      lines: [long],
      columns,
    });
    expect(markedIn(output)).toBe("wrong");
    for (const line of output.split("\n").filter((text) => text.includes("│"))) {
      expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it.each([
    ["wide characters", "日本語".repeat(80), "日本語".length * 40 + 1],
    ["emoji", "👍".repeat(120), 121],
    ["combining marks", "e\u0301".repeat(300), 301],
    ["tabs", "\t".repeat(60), 40],
  ])("of %s never go beyond the terminal, nor cut a character in two", (_name, line, at) => {
    const output = printed(diagnostic({ place: { path: "a.md", line: 1, column: at, endColumn: at + 2 } }), {
      lines: [line],
      columns: 60,
    });
    for (const text of output.split("\n").filter((one) => one.includes("│"))) {
      expect(stringWidth(text)).toBeLessThanOrEqual(60);
    }
    // Throws where half of a pair of surrogates stands.
    expect(encodeURIComponent(output)).toMatch(/\S/);
  });

  it("are cut in the line above as well", () => {
    const output = printed(diagnostic(), { lines: [long, "", "9. It was agreed"], columns: 60 });
    expect(output).toContain("…");
    for (const line of output.split("\n").filter((text) => text.includes("│"))) {
      expect(stringWidth(line)).toBeLessThanOrEqual(60);
    }
  });
});

describe("escape sequences and invisible marks", () => {
  const HOSTILE = [
    "\u001b[31m",
    "\u001b]0;title\u0007",
    "\u001b[2J",
    "\u009b31m",
    "\u0008",
    "\0",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\r",
    "\u007f",
  ];

  it.each(HOSTILE)("are never printed raw: %j", (hostile) => {
    const output = printed(
      diagnostic({
        message: `a${hostile}b`,
        fix: `a${hostile}b`,
        place: { path: `reports/a${hostile}b.md`, line: 3, column: 1, endColumn: 4 },
        related: { message: `a${hostile}b`, place: { path: `c${hostile}d.md`, line: 1, column: 1 } },
      }),
      { lines: [`above${hostile}`, "", `9.${hostile} It was agreed`], folder: `con${hostile}tent` },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202e\u2066\ufeff]/);
  });

  it("line ends in a message do not break it into lines", () => {
    expect(printed(diagnostic({ message: "one\n\n  two" }), { lines: [] }).split("\n")).toHaveLength(2);
  });
});

describe("withoutQuotes", () => {
  const found = diagnostic({
    frame: { line: "9. Qxtypedz" },
    message: "says Qxtypedz",
    fix: "write Qxtypedz",
    related: { message: "Qxtypedz", place: { path: "reports/a.md", line: 1, column: 1 } },
  });

  it("leaves the rule, the severity, the program's words and the place", () => {
    expect(withoutQuotes(found)).toMatchObject({
      rule: "typed-number",
      severity: "error",
      message: "a number is typed here, but another is due",
      place: { path: "reports/a.md", line: 3, column: 1 },
    });
  });

  it("leaves nothing that the author typed, nor how long it is", () => {
    const bare = withoutQuotes(found);
    expect(JSON.stringify(bare)).not.toContain("Qxtypedz");
    expect(bare.place.endColumn).toBeUndefined();
    expect(bare.frame).toBeUndefined();
  });

  it("offers a word of the program's", () => {
    expect(withoutQuotes(diagnostic({ knownWord: "confidential" })).message).toContain("did you mean `confidential`?");
  });
});

describe("inReadingOrder", () => {
  it("sorts by file, line, column, rule and message", () => {
    const at = (path: string, line: number, column: number, rule = "a-rule", message = "m"): Diagnostic =>
      diagnostic({ rule, message, place: { path, line, column } });
    const sorted = [
      at("a.md", 1, 1),
      at("a.md", 1, 1, "b-rule", "l"),
      at("a.md", 1, 1, "b-rule", "m"),
      at("a.md", 1, 2),
      at("a.md", 2, 1),
      at("a.md", 10, 1),
      at("b.md", 1, 1),
    ];
    expect([...sorted].reverse().sort(inReadingOrder)).toEqual(sorted);
  });
});
