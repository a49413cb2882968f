import type { RuleId } from "../../src/diagnostics/catalogue.ts";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import { PATH, reportOf } from "../compile-text.ts";
import type { Files } from "./help-page.ts";

/** The smallest content that must raise a rule, and where. */
export interface Example {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly files: Files;
  /** Symbolic links, each with what it leads to. */
  readonly links?: Readonly<Record<string, string>>;
  /** "path:line"; the path is left out where it is the report's. */
  readonly at: string;
  /** What the message and the fix must say. */
  readonly words?: RegExp;
}

/** A part of a sentence of the format that demands a finding, and what raises it. */
export interface Demand {
  readonly quoted: string;
  readonly examples: readonly Example[];
}

type Rest = Partial<Pick<Example, "words" | "links">> & {
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly files?: Files;
};

/** A report with this text; its first line is the eighth of the file, and one further for each field that is added. */
function raises(severity: Severity, rule: RuleId, at: string | number, text: string, rest: Rest = {}): Example {
  const { fields = {}, files = {}, ...more } = rest;
  return { severity, rule, at: String(at), files: { [PATH]: reportOf(fields, text), ...files }, ...more };
}

const error = (rule: RuleId, at: string | number, text: string, rest?: Rest): Example =>
  raises("error", rule, at, text, rest);
const warning = (rule: RuleId, at: string | number, text: string, rest?: Rest): Example =>
  raises("warning", rule, at, text, rest);
const hint = (rule: RuleId, at: string | number, text: string, rest?: Rest): Example =>
  raises("hint", rule, at, text, rest);
/** A report whose file is as it is given, to the byte. */
const whole = (severity: Severity, rule: RuleId, at: string | number, file: string | Uint8Array, words?: RegExp) =>
  ({ severity, rule, at: String(at), files: { [PATH]: file }, ...(words && { words }) }) satisfies Example;

/** A report with recommendation 1, and what the second line of its `recommendations.yml` says of one. */
const outcome = (entry: string, words: RegExp): Example =>
  error("recommendations-file", "reports/2019/update/recommendations.yml:2", "R1: Plant oaks.\n", {
    fields: { numbering: "none" },
    files: { "reports/2019/update/recommendations.yml": `notice: 2024-01-10\n${entry}\n` },
    words,
  });

const bytes = (text: string, byte: number): Uint8Array =>
  Buffer.concat([Buffer.from(reportOf({}, text)), Buffer.from([byte]), Buffer.from(".\n")]);
const file = (name: string): string => `[{title: The plan, file: ${name}}]`;
const LONG_ITEMS = "1. One. It is long.\n2. Two. It is long.\n3. Three. It is long.\n";
const ESCAPES = { bell: "\u0007", override: "\u202e" };

/** Parts of sentences of the format that demand findings of what the program does not do yet: each goes when that is built. */
export const unbuilt: readonly string[] = [];

/** Every finding that the format demands, in its order. */
export const demands: readonly Demand[] = [
  {
    quoted: "Invalid UTF-8 and NUL are errors that name the byte offset",
    examples: [
      whole("error", "file-encoding", 8, bytes("Text", 0xff), /byte 80\b/),
      whole("error", "hidden-character", 8, bytes("Text", 0), /byte 80\b/),
    ],
  },
  {
    quoted: "one that no annex names is an error",
    examples: [
      error("file-unnamed", "reports/2019/update/plan.md:1", "Text.\n", {
        files: { "reports/2019/update/plan.md": "Text.\n" },
      }),
    ],
  },
  {
    quoted: "Two files that would be published at one path are an error that names both",
    examples: [
      error("output-path-twice", "reports/2019/other.md:1", "Text.\n", {
        files: { "reports/2019/other.md": reportOf({ formerly: "[reports/2019/update]" }) },
        words: /reports\/2019\/update/,
      }),
    ],
  },
  {
    quoted: "`---js`, `---json`, `---toml` are errors",
    examples: ["js", "json", "toml"].map((language) =>
      whole("error", "frontmatter-language", 1, `---${language}\n{}\n---\n\nText.\n`),
    ),
  },
  {
    quoted: "Aliases are refused",
    examples: [error("frontmatter-syntax", 3, "Text.\n", { fields: { title: "&a A", author: "*a" }, words: /alias/ })],
  },
  {
    quoted: "Unknown keys are errors with the nearest known key",
    examples: [
      error("frontmatter-field-unknown", 6, "Text.\n", {
        fields: { committe: "Health" },
        words: /did you mean `committee`/,
      }),
      error("frontmatter-field-unknown", 5, "Text.\n", {
        fields: { confidential: undefined, confidental: "No" },
        words: /did you mean `confidential`/,
      }),
    ],
  },
  {
    quoted: "Every error points at the line and column **in the file**",
    examples: [
      error("frontmatter-field-value", 4, "Text.\n", { fields: { date: "soon" } }),
      error("raw-html", 10, "Text.\n\nMore <b>text.\n"),
      error("frontmatter-field-value", 8, "Text.\n", { fields: { annexes: "\n  - title: A\n    label: '!!'" } }),
    ],
  },
  {
    quoted: "`03/04/2019` is refused as ambiguous, with both readings offered",
    examples: [
      error("frontmatter-field-value", 4, "Text.\n", {
        fields: { date: "03/04/2019" },
        words: /(?=.*3 April 2019)(?=.*4 March 2019)/,
      }),
    ],
  },
  {
    quoted: "Anything else is an error",
    examples: ["perhaps", "''", "[Yes]", "{basis: secret}"].map((confidential) =>
      error("confidential-flag", 5, "Text.\n", { fields: { confidential } }),
    ),
  },
  {
    quoted: "Where both readings make sense, a warning asks for `numbering:`",
    examples: [warning("numbering-ambiguous", 10, `Text.\n\n${LONG_ITEMS}`, { words: /`numbering: typed`/ })],
  },
  {
    quoted: "one that does not rise is a hint, one that comes twice a warning",
    examples: [
      hint("number-falls", 11, "5. Text.\n\n4. Text.\n", { fields: { numbering: "as-published" } }),
      warning("number-twice", 11, "4. Text.\n\n4. Text.\n", { fields: { numbering: "as-published" } }),
    ],
  },
  {
    quoted: "A letter that is not the next is an error that says which was due",
    examples: [error("sub-paragraph-letter", 12, "1. Text:\n\n(a) one\n\n(c) two\n", { words: /\(b\) is due/ })],
  },
  {
    quoted: "any other is an error that names the number due, and offers `as-published`",
    examples: [
      error("typed-number", 9, "1. Text.\n3. Text.\n", { words: /2 is due.*`numbering: as-published`/ }),
      error("typed-number", 10, "1. Text.\n\nA7. Text.\n", { words: /2 is due/ }),
      error("typed-number", 10, "1. Text.\n\n**5.** Text.\n", { words: /2 is due/ }),
    ],
  },
  {
    quoted: "so it is an error at that line",
    examples: [
      error("typed-number-swallowed", 11, "1. Text.\n\nMore text\n2. Text.\n"),
      error("typed-number-swallowed", 9, "1. Text.\n**2.** Text.\n"),
    ],
  },
  {
    quoted: "a hint",
    examples: [hint("number-in-line", 9, "The panel met in\n2018. The review followed.\n")],
  },
  {
    quoted: "is a heading to its readers: a warning",
    examples: [warning("heading-in-bold", 10, "Text.\n\n**Findings**\n\nText.\n")],
  },
  {
    quoted: "`#` in the body is an error (the title is in the frontmatter)",
    examples: [error("heading-level-one", 8, "# A\n\nText.\n")],
  },
  {
    quoted: "as is a skipped level",
    examples: [error("heading-level-skipped", 10, "## A\n\n#### B\n\nText.\n")],
  },
  {
    quoted: "A reference to a paragraph or annex that does not exist is a warning",
    examples: [
      warning("reference-missing", 8, "See paragraph 14.\n"),
      warning("reference-missing", 8, "See Annex A.\n"),
    ],
  },
  {
    quoted: "an error for `[](#…)` and labels",
    examples: [error("label-missing", 8, "See [](#review).\n"), error("label-missing", 8, "See [this](#review).\n")],
  },
  {
    quoted: "A link to a file that is not there, or a fragment that is not there, is an error",
    examples: [
      error("link-target-missing", 8, "See [this](other.md).\n"),
      error("link-fragment-missing", 8, "See [this](other.md#none).\n", {
        files: { "reports/2019/other.md": reportOf({}) },
      }),
    ],
  },
  {
    quoted: 'An annex without either is listed as "not attached", with a warning',
    examples: [warning("annex-not-attached", 6, "Annex A.\n", { fields: { annexes: "[{title: The plan}]" } })],
  },
  {
    quoted:
      "a missing file, a path anywhere else (also through a symbolic link), a directory, or two annexes with the same letter are errors",
    examples: [
      error("annex-file-missing", 6, "Annex A.\n", { fields: { annexes: file("update/none.pdf") } }),
      error("file-place", 6, "Annex A.\n", { fields: { annexes: file("../plan.csv") } }),
      error("file-symbolic-link", "reports/2019/update/plan.csv:1", "Annex A.\n", {
        fields: { annexes: file("update/plan.csv") },
        links: { "reports/2019/update/plan.csv": "/etc/hostname" },
      }),
      error("annex-file-missing", 6, "Annex A.\n", {
        fields: { annexes: file("update/plans") },
        files: { "reports/2019/update/plans/a.csv": "a\n" },
      }),
      error("annex-letter-twice", 6, "Annex A.\n", {
        fields: { annexes: "[{title: B, label: A}, {title: C, label: A}]" },
      }),
    ],
  },
  {
    quoted: "An annex that the text never mentions is a warning",
    examples: [
      warning("annex-not-mentioned", 6, "Text.\n", {
        fields: { annexes: file("update/plan.csv") },
        files: { "reports/2019/update/plan.csv": "a\n" },
      }),
    ],
  },
  {
    quoted: "a warning asks for the reason",
    examples: [warning("confidential-reason", 5, "Text.\n", { fields: { confidential: "Yes" } })],
  },
  {
    quoted: "a number that is not held is an error that says so",
    examples: [
      error("confidential-flag", 5, "Text.\n", {
        fields: { confidential: "{paragraphs: [10]}" },
        files: { "site.yml": "council: Sallow\njurisdiction: Scotland\n" },
        words: /10 and 15 are not held/,
      }),
    ],
  },
  {
    quoted: "is not the opening or closing of a known block is an error",
    examples: [error("block-fence", 10, "Text.\n\n:: exempt\n"), error("block-fence", 10, "Text.\n\n   :::secret\n")],
  },
  {
    quoted: "so are a block without its end, an end without its block, and a block inside a block with as many colons",
    examples: [
      error("block-fence", 8, ":::unnumbered\nText.\n"),
      error("block-fence", 10, "Text.\n\n:::\n"),
      error("block-fence", 10, ":::unnumbered\nText.\n:::exempt{paragraphs=3}\nText.\n:::\n:::\n"),
    ],
  },
  {
    quoted: "a report whose `confidential` is missing, misspelt or not understood is an error",
    examples: [
      error("confidential-flag", 1, "Text.\n", { fields: { confidential: undefined } }),
      error("frontmatter-field-unknown", 5, "Text.\n", { fields: { confidential: undefined, confidental: "Yes" } }),
      error("confidential-flag", 5, "Text.\n", { fields: { confidential: "Nope" } }),
    ],
  },
  {
    quoted: "So is a report with `confidential: No` whose own text says that it is not public",
    examples: [
      error("confidential-in-body", 8, "PRIVATE AND CONFIDENTIAL\n"),
      error("confidential-in-body", 8, "This report contains exempt information by virtue of paragraph 3.\n"),
      error("confidential-in-body", 8, "Appendix 2 is exempt.\n", { words: /annex/ }),
    ],
  },
  {
    quoted: "Checked (warnings, but for two truly different long forms in one report, an error)",
    examples: [
      error(
        "abbreviation-two-meanings",
        10,
        "Harmful Sexual Behaviour (HSB) fell.\n\nHealth Service Board (HSB) met.\n",
      ),
      warning("abbreviation-undefined", 8, "The NSPCC met.\n"),
      warning("abbreviation-unused", 12, "Text.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n"),
      warning(
        "abbreviation-before-definition",
        8,
        "The HSB fell.\n\nHarmful Sexual Behaviour (HSB) fell. The HSB fell.\n",
      ),
      warning(
        "abbreviation-defined-twice",
        10,
        "Harmful Sexual Behaviour (HSB) fell.\n\nHarmful Sexual Behaviour (HSB) fell.\n",
      ),
      warning(
        "abbreviation-meanings-differ",
        "reports/2019/other.md:8",
        "The Local Safety Board (LSB) met. The LSB agreed.\n",
        {
          files: { "reports/2019/other.md": reportOf({}, "The Local Schools Board (LSB) met. The LSB agreed.\n") },
        },
      ),
      warning(
        "abbreviation-long-form-again",
        10,
        "Harmful Sexual Behaviour (HSB) fell.\n\nHarmful Sexual Behaviour and HSB fell.\n",
      ),
    ],
  },
  {
    quoted: "Raw HTML is an error at its line",
    examples: [error("raw-html", 10, "Text.\n\n<div>Text</div>\n"), error("raw-html", 9, "Text\n<b>more</b>.\n")],
  },
  {
    quoted: "A link or image with a scheme other than http, https, mailto or tel is an error",
    examples: [
      error("link-scheme", 8, "See [this](ftp://a.b).\n"),
      error("link-scheme", 8, "![Bars that fall](data:a)\n"),
    ],
  },
  {
    quoted: "An image without alternative text is an error",
    examples: [error("image-alternative-text", 10, "Text.\n\n![](update/chart.png)\n")],
  },
  {
    quoted: "Control characters and invisible bidirectional overrides are errors that name them",
    examples: [
      error("hidden-character", 8, `Text${ESCAPES.bell}.\n`, { words: /U\+0007/ }),
      error("hidden-character", 8, `Text${ESCAPES.override}.\n`, { words: /U\+202E/ }),
    ],
  },
  {
    quoted: "different words under one label are a warning",
    examples: [
      warning("recommendation-twice", 11, "R1: Plant oaks.\n\nR1: Fell oaks.\n", { fields: { numbering: "none" } }),
    ],
  },
  {
    quoted:
      "A label that the report does not have, a date that is none, a status that is not known are errors at their line",
    examples: [
      outcome("2: {to: Cabinet}", /no recommendation 2/),
      outcome("1: {date: 2024-02-30}", /2024-02-30/),
      outcome("1: {status: nearly done}", /on track/),
    ],
  },
];
