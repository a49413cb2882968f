import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { frameAt, inReadingOrder, withoutQuotes } from "../../src/diagnostics/diagnostic.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { printable } from "../../src/printers/printable.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import { runs } from "../lane.ts";
import { anyDiagnostic, diagnostic, HOSTILE_CASES, OBEYED, RAW, RUNS } from "./diagnostics.ts";

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
  return pretty({ ...found, frame: lines && frameAt(lines, found.place) }, { folder, columns, hasColour, widths });
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
  it("says where, what, shows the lines, and how to fix it", () => {
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
      pretty(diagnostic(), { folder: "", columns: 80, widths, hasColour: false }),
      printed(diagnostic({ place: { path: "a.md", line: 99, column: 1 } })),
      pretty(withoutQuotes({ ...diagnostic(), remedy: "type 7", frame: { line: "6. In December" } }), {
        folder: "",
        columns: 80,
        widths,
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

  it("shows the line of the related place, marked, and not twice", () => {
    const related = {
      message: "first written here",
      place: { path: "reports/a.md", line: 1, column: 4, endColumn: 6 },
      line: "6. In December",
    };
    expect(printed(diagnostic({ related }), { columns: 60 })).toBe(
      [
        "content/reports/a.md:3:1  error  paragraph 9 is typed here, but 7 is due",
        "  3 │ 9. It was agreed",
        "    │ ^^",
        "  first written here: content/reports/a.md:1:4",
        "  1 │ 6. In December",
        "    │    ^^",
        "  fix: type 7                                   typed-number",
      ].join("\n"),
    );
    const elsewhere = { ...related, place: { ...related.place, path: "reports/a/annex.md", line: 1200 } };
    expect(
      printed(diagnostic({ related: elsewhere }), { columns: 60 })
        .split("\n")
        .slice(1, 6),
    ).toEqual([
      "     1 │ 6. In December",
      "     3 │ 9. It was agreed",
      "       │ ^^",
      "  first written here: content/reports/a/annex.md:1200:4",
      "  1200 │ 6. In December",
    ]);
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
    const output = printed(diagnostic({ fix: "a long fix ".repeat(12) }), { columns: 60 });
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
  it.each(HOSTILE_CASES)("are never printed raw, and obeyed by no CI: $name", ({ hostile }) => {
    for (const isWrapped of [false, true]) {
      const output = pretty(
        diagnostic({
          message: `a${hostile}b`,
          fix: `a${hostile}b`,
          place: { path: `reports/a${hostile}b.md`, line: 3, column: 2, endColumn: 5 },
          frame: { line: `9.${hostile} It was agreed`, above: { number: 1, text: `above${hostile}` } },
          related: { message: `a${hostile}b`, place: { path: `c${hostile}d.md`, line: 1, column: 1 }, line: hostile },
        }),
        { folder: `con${hostile}tent`, columns: 40, widths, hasColour: false, isWrapped },
      );
      expect(output).not.toMatch(RAW);
      expect(output).not.toMatch(OBEYED);
    }
  });

  it.each([
    ["path", { place: { path: "::error::a.md", line: 1, column: 1 } }, "./::error::a.md:1:1"],
    [
      "name of another place",
      { related: { message: "::a", place: { path: "b", line: 1, column: 1 } } },
      " \\::a: b:1:1",
    ],
    ["wrapped message", { message: `${"word ".repeat(7)}::error::x` }, "   \\::error::x"],
    ["wrapped fix", { fix: `${"word ".repeat(6)}::error::x` }, "      \\::error::x"],
    ["word that is broken", { message: `${"w".repeat(36)}::error::x` }, "   \\::error::x"],
  ])("begin no line as a command of GitHub's would: a %s", (_name, changes, line) => {
    const output = pretty(diagnostic(changes), { folder: "", columns: 40, widths, hasColour: false, isWrapped: true });
    expect(output.split("\n").some((one) => one.startsWith(line))).toBe(true);
    expect(output).not.toMatch(OBEYED);
  });

  it.each([
    ["before the mark", "##[error] It was", 11, 13, "It"],
    ["within the mark", "a ##[error] b", 3, 12, "##\\[error]"],
    ["where the mark begins within it", "##[error] It", 2, 10, "#\\[error]"],
  ])(
    "are shown with a backslash, and the mark stands where it should: a command %s",
    (_name, line, column, endColumn, marked) => {
      const output = printed(diagnostic({ place: { path: "a.md", line: 1, column, endColumn } }), { lines: [line] });
      expect(output).toContain("##\\[error]");
      expect(markedIn(output)).toBe(marked);
    },
  );

  it("line ends in a message do not break it into lines", () => {
    expect(printed(diagnostic({ message: "one\n\n  two" }), { lines: [] }).split("\n")).toHaveLength(2);
  });
});

describe("in a terminal", () => {
  const long = diagnostic({
    message: "the date of this report is after the date of its meeting, which cannot be",
    fix: "write the day on which the report was written, or correct the day of the meeting",
    place: { path: "reports/2019/update.md", line: 4, column: 7 },
  });
  const shown = (columns: number): readonly string[] =>
    pretty(long, { folder: "content", columns, widths, hasColour: false, isWrapped: true }).split("\n");

  it("a message that does not fit stands below its place, broken between words", () => {
    expect(shown(40)).toEqual([
      "content/reports/2019/update.md:4:7",
      "  error",
      "    the date of this report is after the",
      "    date of its meeting, which cannot be",
      "  fix: write the day on which the report",
      "       was written, or correct the day",
      "       of the meeting       typed-number",
    ]);
    expect(shown(80)).toEqual([
      "content/reports/2019/update.md:4:7  error",
      "    the date of this report is after the date of its meeting, which cannot be",
      "  fix: write the day on which the report was written, or correct the day of the",
      "       meeting                                                      typed-number",
    ]);
    expect(shown(120)[0]).toMatch(/update\.md:4:7 {2}error {2}the date of this report .* which cannot be$/);
  });

  it("nothing is broken that goes to a file, so that it can be searched", () => {
    const lines = pretty(long, { folder: "content", columns: 40, widths, hasColour: false }).split("\n");
    expect(lines[0]).toMatch(/which cannot be$/);
    expect(lines[1]).toBe(`  fix: ${long.fix}`);
  });

  it("the name of a rule leads to its page of help, where an address is given", () => {
    const helpAddress = (rule: string): string => `file:///docs/${rule}.md`;
    const options = { folder: "content", columns: 60, widths, hasColour: false, isWrapped: true };
    const linked = pretty(diagnostic(), { ...options, helpAddress });
    expect(linked).toContain("\u001b]8;;file:///docs/typed-number.md\u001b\\typed-number\u001b]8;;\u001b\\");
    expect(stripVTControlCharacters(linked)).toBe(pretty(diagnostic(), options));
  });

  it("no line is wider than it, no word is lost, and nothing acts, whatever is found", () => {
    const words = (text: string): string => text.normalize().replace(/[\s\\]/g, "");
    fc.assert(
      fc.property(anyDiagnostic, fc.integer({ min: 40, max: 130 }), (found, columns) => {
        const options = { folder: "content", columns, isWrapped: true };
        const output = pretty(found, { ...options, widths, hasColour: false });
        expect(output).not.toMatch(RAW);
        expect(output).not.toMatch(OBEYED);
        expect(output.split("\n").filter((line) => stringWidth(line) > columns)).toEqual([]);
        expect(words(output)).toContain(words(printable(found.message)));
        expect(words(output)).toContain(words(printable(found.fix ?? "")));
        const coloured = pretty(found, {
          ...options,
          widths,
          hasColour: true,
          helpAddress: (rule) => `file:///${rule}`,
        });
        expect(words(stripVTControlCharacters(coloured))).toBe(words(output));
      }),
      { ...RUNS, numRuns: runs(60, 500) },
    );
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
