import fc from "fast-check";
import { ruleIds } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { countsOf } from "../../src/printers/counts.ts";
import type { CheckedReport, Findings } from "../../src/printers/findings.ts";

/** A diagnostic with all that one can have, and these changes. */
export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
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

/** What printers get of a run with these diagnostics, of which none is kept quiet. */
export function findings(
  diagnostics: readonly Diagnostic[],
  reports: readonly CheckedReport[] = [{ path: "reports/a.md", isPublished: true }],
): Findings {
  const folders = { folder: "content", folderInRepository: "site/content" };
  return { diagnostics, counts: countsOf(diagnostics), reports, plainFiles: [], ...folders, version: "1.2.3" };
}

/** What an author could type to act on a terminal, a CI, a browser or a parser. */
const HOSTILE = [
  "\u001b[31m",
  "\u001b]0;title\u0007",
  "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
  "\u001b[2J",
  "\u009b31m",
  "\u0008",
  "\0",
  "\u007f",
  "\u0085",
  "\u061c",
  "\u200b",
  "\u200e",
  "\u2028",
  "\u202e",
  "\u2066",
  "\u2069",
  "\ufeff",
  "\r",
  "\r\n",
  "\n",
  "\t",
  "\ud800",
  "\udc00",
  "\uffff",
  "\ufffe",
  "::error file=a::b",
  "\n::add-mask::a",
  " ::stop-commands::x",
  "\u3000::error::x",
  "##[error]x",
  "##vso[task.complete result=Failed]x",
  "##teamcity[buildStop]",
  "%0A::error::x",
  "%25",
  ",title=x",
  "]]>",
  "<![CDATA[",
  "<!--",
  "</failure>",
  "<script>alert(1)</script>",
  "&amp;",
  "&#10;",
  '"',
  "'",
  "|",
  "\\|",
  "`",
  "*a*",
  "[a](https://evil.example)",
  "![a](https://evil.example/a.png)",
  "{0}",
  "{{1}}",
  "日本語",
  "👨‍👩‍👧‍👦",
  "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
  "e\u0301\u0302\u0303",
  "שלום",
] as const;

/** Each with a name that can be printed. */
export const HOSTILE_CASES = HOSTILE.map((hostile) => {
  const name = hostile.replace(/[^ -$&-~]/g, (sign) => `<${sign.charCodeAt(0).toString(16)}>`);
  return { name, hostile };
});

const part = fc.oneof(
  fc.constantFrom<string>(...HOSTILE),
  fc.constantFrom(" ", "  ", " ", "word", "a longer word, and more", "supercalifragilisticexpialidocious"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** Any text, hostile ones first. */
const anyText = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
const anyLine = anyText.map((text) => text.replace(/[\n\r]/g, ""));
const anyPath = fc.oneof(
  fc.constantFrom("reports/a.md", "reports/b.md", "site.yml"),
  anyText.filter((text) => text !== "" && !text.includes("\0")).map((text) => text.replace(/^\/+/, "r")),
);
const anyPlace = fc
  .record({
    path: anyPath,
    line: fc.integer({ min: 1, max: 100_000 }),
    column: fc.integer({ min: 1, max: 80 }),
    endColumn: fc.option(fc.integer({ min: 1, max: 160 }), { nil: undefined }),
  })
  .map((place) => ({ ...place, endColumn: place.endColumn && Math.max(place.column + 1, place.endColumn) }));

/** Any diagnostic that a rule could raise of any text. */
export const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc.record({
  rule: fc.constantFrom(...ruleIds),
  severity: fc.constantFrom("error", "warning", "hint"),
  message: anyText,
  summary: fc.constant("fixed words"),
  remedy: fc.constant("fixed words"),
  fix: fc.option(anyText, { nil: undefined }),
  place: anyPlace,
  frame: fc.option(
    fc.record({
      line: anyLine,
      above: fc.option(fc.record({ number: fc.integer({ min: 1, max: 99_999 }), text: anyLine }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  related: fc.option(fc.record({ message: anyText, place: anyPlace, line: fc.option(anyLine, { nil: undefined }) }), {
    nil: undefined,
  }),
});

export const anyDiagnostics = fc.array(anyDiagnostic, { maxLength: 6 });

/** Characters that no output may hold as they are: controls but for line ends, and marks that hide or turn texts round. */
export const RAW = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What a CI would obey: a line that begins with `::`, or `##[error]` and its like anywhere. */
export const OBEYED = /^\s*::|##\w*\[/m;

export const RUNS = { seed: 20240324, numRuns: 500 } as const;
