import { describe, expect, it } from "vitest";
import { ruleIds, ruleOf } from "../../src/diagnostics/catalogue.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import type { Compiled } from "../../src/report/compile/compile.ts";
import { frontmatterFields } from "../../src/report/frontmatter/fields.ts";
import { compileFile, frontmatterOf, reportOf } from "../compile-text.ts";
import { rows } from "../lane.ts";

/** Stand where a report says what must not come out; the letters are those of no word of the program's. */
const TITLE = "Qxtitlez";
const AUTHOR = "Qxauthorz";
const BODY = "Qxbodyz";
const TYPED = "Qxtypedz";
const CANARY = /Qx\w+z/i;

interface Case {
  readonly name: string;
  readonly file: string;
  /** Words that the author typed and that are no words of the program's. */
  readonly typed: readonly string[];
}

const FIELDS = `title: ${TITLE}\nauthor: ${AUTHOR}\ndate: 2019-03-24\n`;
const TEXT = `${BODY} is what the first paragraph says.\n\n## ${BODY} heading\n\nMore of ${BODY}.\n`;

function fileOf(fields: string, text = TEXT): string {
  return `---\n${FIELDS}${fields}---\n\n${text}`;
}

const KEY = "confidential";
const NEAR_LETTERS = "qwertyuiopasdfghjklzxcvbnm";

function misspellings(word: string): string[] {
  const letters = [...word];
  const at = (index: number, put: string, length = 1): string =>
    word.slice(0, index) + put + word.slice(index + length);
  return letters.flatMap((letter, index) => {
    const place = NEAR_LETTERS.indexOf(letter);
    return [
      at(index, ""),
      at(index, letter + letter),
      at(index, letter.toUpperCase()),
      at(index, NEAR_LETTERS[(place + 1) % NEAR_LETTERS.length] ?? "x"),
      ...(index + 1 < letters.length && letters[index + 1] !== letter
        ? [at(index, `${letters[index + 1]}${letter}`, 2)]
        : []),
    ];
  });
}

/** Letters that look the same: Cyrillic, Greek, full-width, mathematical, with a mark that is hardly seen. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  c: ["\u0441", "\u03f2", "\uff43", "\u{1d41c}", "c\u0327"],
  o: ["\u043e", "\u03bf", "\uff4f", "\u{1d428}", "0", "\u00f6"],
  n: ["\u0578", "\uff4e", "\u{1d427}", "\u00f1"],
  f: ["\u017f", "\uff46", "\u{1d41f}", "\u03dd"],
  i: ["\u0456", "\u03b9", "\uff49", "\u{1d422}", "1", "\u0131", "\u0130"],
  d: ["\u0501", "\uff44", "\u{1d41d}"],
  e: ["\u0435", "\u03b5", "\uff45", "\u{1d41e}", "\u00e9"],
  t: ["\u0442", "\u03c4", "\uff54", "\u{1d42d}"],
  a: ["\u0430", "\u03b1", "\uff41", "\u{1d41a}"],
  l: ["\u04cf", "\uff4c", "\u{1d425}", "1", "I", "|"],
};

function lookalikes(word: string): string[] {
  return [...word].flatMap((letter, index) =>
    (ALIKE[letter] ?? []).map((other) => word.slice(0, index) + other + word.slice(index + 1)),
  );
}

const fullWidth = (word: string): string =>
  [...word].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join("");

const SYNONYMS = [
  "Confidential CONFIDENTIAL confidentiality confidentially confidentional confidence confidencial konfidentiell",
  "confidentail is-confidential not-confidential confidential-report confidential_ _confidential confidential-",
  "exempt Exempt exemption exempted private Private privacy secret Secret restricted sensitive official-sensitive",
  "withheld withhold internal nfp not-for-publication notForPublication embargo embargoed closed part-2 part2 part-ii",
  "pink classified classification security marking protective-marking gdpr redacted redact hidden hide unpublished",
  "public publish published publication visibility access audience status restriction schedule-12a section-100a basis",
  "paragraphs reason review cyfrinachol eithriedig preifat vertraulich confidentiel secreto",
]
  .join(" ")
  .split(" ");

const SPACED = [
  `${KEY}\u00a0`,
  `\u00a0${KEY}`,
  "con fidential",
  "con-fidential",
  "con_fidential",
  `${KEY}\u3000`,
  `"${KEY} "`,
  `" ${KEY}"`,
  `"${KEY}\\n"`,
  `"${KEY}\\0"`,
  `"${KEY}\\u200b"`,
  `"con\\u00adfidential"`,
  `"\\ufeff${KEY}"`,
  `- ${KEY}`,
  `* ${KEY}`,
  `# ${KEY}`,
  `**${KEY}**`,
  `\`${KEY}\``,
  `${KEY}?`,
  `${KEY}!`,
  `!${KEY}`,
  `[${KEY}]`,
  `{${KEY}}`,
  `(${KEY})`,
  `<${KEY}>`,
  `$${KEY}`,
  `@${KEY}`,
  `.${KEY}`,
  `/${KEY}`,
];

const INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u0301", "\ufe0f"];

const KEYS = [
  ...misspellings(KEY),
  ...lookalikes(KEY),
  fullWidth(KEY),
  fullWidth("Confidential"),
  ...SYNONYMS,
  ...SPACED,
  ...INVISIBLE.flatMap((mark) => [`con${mark}fidential`, `${KEY}${mark}`, `${mark}${KEY}`]),
].filter((key) => key !== KEY);

const VALUES = [
  ...[
    "",
    "~",
    "null",
    "Null",
    "0",
    "1",
    "-1",
    "0x0",
    "00",
    "n",
    "N",
    "y",
    "Y",
    "on",
    "off",
    "On",
    "Off",
    "OFF",
    "nope",
  ],
  ...["nein", "non", "na", "nage", "Nac ydy", "naddo", "nie", "не", "нет", "いいえ", "ja", "oui", "ydy", "nil", "none"],
  ...[
    "None",
    "nothing",
    "never",
    "not",
    "No.",
    "No!",
    "No?",
    "No,",
    "No;",
    "No/Yes",
    "Yes/No",
    "Yes or No",
    "No or Yes",
  ],
  ...["No (until May)", "No longer", "No - see below", "Not confidential", "no no", "NoNo", "No Yes", "Yes No", "N o"],
  ...[
    "F",
    "f",
    "t",
    "FALSE.",
    "falsely",
    "fals",
    "flase",
    "untrue",
    "not true",
    "!true",
    "not yes",
    "¬yes",
    "-No",
    "+No",
  ],
  ...[
    "exempt",
    "confidential",
    "private",
    "secret",
    "public",
    "publish",
    "open",
    "pending",
    "TBC",
    "tbc",
    "?",
    "…",
    "n/a",
  ],
  ...[
    "N/A",
    "maybe",
    "perhaps",
    "partly",
    "In part",
    "Part 2",
    "paragraph 3",
    "3",
    "1, 2",
    "2026-03-31",
    "31 March 2026",
  ],
  ...[
    "N\u043e",
    "\u039do",
    "\uff2e\uff4f",
    "f\u0430lse",
    "fals\u0435",
    "\u{1d40d}\u{1d428}",
    "N\u00ba",
    "N0",
    "№",
    "Nó",
    "Nö",
  ],
  ...["N\u200bo", "No\u200b", "\u200bNo", "N\u00ado", "No\u200d", "No\u0301", "No\u00a0indeed", "N\u202eo", "No\ufeff"],
  ...[
    '""',
    "''",
    '" "',
    '"No."',
    "'No!'",
    '"No\\0"',
    '"No\\u200b"',
    '"N\\no"',
    '"N\\u043e"',
    '"no no"',
    '"Nо"',
    "“No”",
  ],
  ...[
    "‘No’",
    "«No»",
    "`No`",
    "**No**",
    "*No*",
    "_No_",
    "<No>",
    "(No)",
    "[No]",
    "[no]",
    "{No}",
    "{no: }",
    "[[No]]",
    "[]",
  ],
  ...["{}", "[No, Yes]", "[false]", "{value: No}", "{No: Yes}", "{confidential: No}", "{public: Yes}", "{basis: none}"],
  ...[
    "{paragraphs: []}",
    "{paragraphs: No}",
    "{paragraphs: [0]}",
    "{paragraphs: [8]}",
    "{paragraphs: 1-3}",
    "{basis: No}",
  ],
  ...["{reason: No}", "{review: 2026-03-31}", "{exempt: [3]}", "{basis: exempt}", "{basis: Exempt, paragraphs: [1]}"],
  ...["!!bool No", "!!bool false", "!!str No", "!str No", "! No", "!!null No", "!!binary Tm8=", "!!js/undefined No"],
  ...["&flag No", "&flag false", "*flag", "&a !!str No", "!<tag:yaml.org,2002:bool> No", "!<tag:yaml.org,2002:str> No"],
  ...[
    "|\n  Yes",
    ">\n  Yes",
    "|-\n  Yes",
    "|+\n  Yes\n\n",
    "|2\n    Yes",
    "|\n  No\n  Yes",
    ">\n  No\n  Yes",
    "|\n  No.",
    ">\n",
  ],
  ...[
    "\n  No\n  Yes",
    "\n  No\n  longer",
    "No\n  longer",
    "\n  - No",
    "\n  - Yes",
    "\n- No",
    "\n  ? No",
    "\n  No:",
    "\n  No: No",
  ],
  ...[
    "\n  value: No",
    "\n  confidential: No",
    "\n  - confidential: No",
    "\n\tNo",
    "\tYes",
    "@No",
    "%No",
    "No: No",
    "No: Yes",
  ],
  ...["Yes", "yes", "YES", "true", "True", "TRUE", '"Yes"', "'true'", "Yes # No", "Yes # confidential: No", "\n  Yes"],
  ...[
    "{paragraphs: [3]}",
    "{basis: confidential}",
    "\n  paragraphs: [1, 2]",
    "\n  basis: confidential\n  reason: None",
  ],
];

/** A word that nobody but this author typed, as far as that can be said of a word. */
function ownWords(typed: string): string[] {
  const isKnown = (word: string): boolean => PROGRAM_WORDS.has(word) || word.length < 5;
  return (typed.match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => !isKnown(word));
}

const PROGRAM_WORDS = new Set(
  "confidential confidentiality exempt public report paragraph paragraphs basis reason review value status files false field".split(
    " ",
  ),
);

const MISSPELT_KEYS: Case[] = KEYS.flatMap((key) =>
  ["Yes", `Yes ${TYPED}`].map((value) => ({
    name: `${key}: ${value}`,
    file: fileOf(`${key}: ${value}\n`),
    typed: ownWords(key),
  })),
);

/** The right flag says No, and beside it stands one that the author meant. */
const BESIDE_THE_RIGHT_ONE: Case[] = KEYS.filter((key) => !key.startsWith("#")).map((key) => ({
  name: `confidential: No, and ${key}: Yes`,
  file: fileOf(`confidential: No\n${key}: Yes\n`),
  typed: ownWords(key),
}));

const NOT_UNDERSTOOD: Case[] = VALUES.map((value) => ({
  name: `confidential: ${value}`,
  file: fileOf(`confidential: ${value}\n`),
  typed: [],
}));

const FLAG = "confidential: Yes";

const PLACEMENTS: Case[] = [
  // No flag in the frontmatter; the author put one elsewhere.
  ...[
    FLAG,
    "Confidential: Yes",
    "CONFIDENTIAL",
    "NOT FOR PUBLICATION",
    "confidential: No",
    "`confidential: No`",
  ].flatMap((line) =>
    [
      fileOf("", `${line}\n\n${TEXT}`),
      fileOf("", `${TEXT}\n${line}\n`),
      fileOf("", `<!-- ${line} -->\n\n${TEXT}`),
      fileOf("", `> ${line}\n\n${TEXT}`),
      fileOf("", `- ${line}\n\n${TEXT}`),
      fileOf("", `## ${line}\n\n${TEXT}`),
      fileOf("", `---\n${line}\n---\n\n${TEXT}`),
      fileOf("", `\`\`\`yaml\n${line}\n\`\`\`\n\n${TEXT}`),
      fileOf("", `| ${line} |\n|---|\n| a |\n\n${TEXT}`),
      fileOf("", `[^1]: ${line}\n\n${TEXT}`),
      fileOf(`# ${line}\n`),
      fileOf(`summary: "${line.replaceAll('"', "")}"\n`),
      fileOf(`summary: |\n  ${line}\n`),
      fileOf(`wards: ["${line}"]\n`),
      fileOf(`abbreviations:\n  ${line.includes(":") ? line.replaceAll("`", "") : `${line}: x`}\n`),
      `${line}\n${fileOf("confidential: No\n")}`,
      `<!-- ${line} -->\n${fileOf("confidential: No\n")}`,
      `# ${line}\n${fileOf("confidential: No\n")}`,
      `\n${fileOf(`${line}\n`)}`,
      `${line}\n\n${TEXT}`,
      `---\n${line}\n---\n---\n${FIELDS}confidential: No\n---\n\n${TEXT}`,
    ].map((file, index) => ({ name: `${line}, misplaced in way ${index + 1}`, file, typed: [] })),
  ),
  // The flag says No, and another says Yes.
  ...[
    `${FLAG}\nconfidential: No\n`,
    `confidential: No\n${FLAG}\n`,
    `confidential: No\n"confidential": Yes\n`,
    `confidential: No\n'confidential': Yes\n`,
    `confidential: No\n? confidential\n: Yes\n`,
    `confidential: No\n...\n${FLAG}\n`,
    `confidential: No\n... # end\n${FLAG}\n`,
    `confidential: No\n...\n...\n${FLAG}\n`,
    `confidential: No\n...\n\n# note\n${FLAG}\nlang: cy\n`,
    `confidential: No\ncontact:\n  name: A\n  ${FLAG}\n`,
    `confidential: No\nbackground:\n  - title: A\n    ${FLAG}\n`,
    `confidential: No\nfields:\n  ${FLAG}\n`,
    `confidential: No\n - ${FLAG}\n`,
    `confidential: No\n  ${FLAG}\n`,
    `confidential: No\n\t${FLAG}\n`,
    `confidential: No ${FLAG}\n`,
    `confidential: No, ${FLAG}\n`,
    `confidential: No\n<<: {${FLAG}}\n`,
    `base: &base {${FLAG}}\n<<: *base\nconfidential: No\n`,
    `confidential: No\n%YAML 1.1\n`,
    `confidential: No\n<<<<<<< HEAD\n${FLAG}\n=======\n>>>>>>> other\n`,
    `<<<<<<< HEAD\nconfidential: No\n=======\n${FLAG}\n>>>>>>> other\n`,
    `confidential: No\nconfidential\n`,
    `confidential: No\n- confidential\n`,
    `summary: |\n  words\n---\nconfidential: No\n`,
  ].map((fields) => ({ name: `fields ${JSON.stringify(fields)}`, file: fileOf(fields), typed: [] })),
  // The flag says No, the frontmatter ends, and the text begins with the field once more.
  ...[
    `${FLAG}\n\n${TEXT}`,
    `${FLAG}\n---\n\n${TEXT}`,
    `---\n${FLAG}\n---\n\n${TEXT}`,
    `---\n\n${FLAG}\n\n---\n\n${TEXT}`,
    `lang: cy\n${FLAG}\n---\n\n${TEXT}`,
    `Confidential: Yes\n\n${TEXT}`,
    `CONFIDENTIAL: YES\n\n${TEXT}`,
    `**Confidential:** Yes\n\n${TEXT}`,
    `- confidential: Yes\n\n${TEXT}`,
    `> confidential: Yes\n\n${TEXT}`,
    `confidential : Yes\n\n${TEXT}`,
    `confidential: {paragraphs: [3]}\n\n${TEXT}`,
  ].map((text) => ({
    name: `text that begins with ${JSON.stringify(text.slice(0, 25))}`,
    file: fileOf("confidential: No\n", text),
    typed: [],
  })),
  // The fences themselves.
  ...["---js", "---json", "---toml", "----", "--- ", " ---", "\n---", "\u200b---", "+++", "***", "–––"].flatMap(
    (fence) => [
      { name: `opened by ${JSON.stringify(fence)}`, file: fence + fileOf(`${FLAG}\n`).slice(3), typed: [] },
      {
        name: `opened by ${JSON.stringify(fence)}, No`,
        file: fence + fileOf("confidential: No\n").slice(3),
        typed: [],
      },
    ],
  ),
  ...["----", "--- ", "--", "...", " ---", "", "---;", "–––"].flatMap((fence) =>
    ["Yes", "No"].map((value) => ({
      name: `closed by ${JSON.stringify(fence)}, ${value}`,
      file: `---\n${FIELDS}confidential: ${value}\n${fence}\n\n${TEXT}`,
      typed: [],
    })),
  ),
  { name: "no frontmatter", file: TEXT, typed: [] },
  { name: "the flag alone", file: `---\n${FLAG}\n---\n\n${TEXT}`, typed: [] },
  { name: "JSON", file: `---\n{"title": "${TITLE}", "author": "A", "date": "2019-03-24"}\n---\n\n${TEXT}`, typed: [] },
  { name: "a title alone", file: `---\ntitle: ${TITLE}\n---\n\n${TEXT}`, typed: [] },
];

const CASES: readonly Case[] = [...MISSPELT_KEYS, ...BESIDE_THE_RIGHT_ONE, ...NOT_UNDERSTOOD, ...PLACEMENTS];

/** All that a build could show of a report: its diagnostics as data, and as they are printed. */
function shownOf({ diagnostics }: Pick<Compiled, "diagnostics">): string {
  const printed = diagnostics.map((diagnostic) =>
    pretty(diagnostic, { folder: "content", columns: 100, widths, hasColour: false }),
  );
  return `${JSON.stringify(diagnostics)}\n${printed.join("\n")}`;
}

function isShown(word: string, shown: string): boolean {
  return shown.split(/[^\p{L}\p{N}_]+/u).includes(word);
}

const compiledOnce = new Map<string, ReturnType<typeof compileFile>>();

function compiledOf(file: string): ReturnType<typeof compileFile> {
  const compiled = compiledOnce.get(file) ?? compileFile(file);
  compiledOnce.set(file, compiled);
  return compiled;
}

/** What is shown, but for the rules' own words, which are the same whatever the author typed. */
function withoutOwnWords(shown: string): string {
  const rules = ruleIds.map(ruleOf).flatMap(({ summary, remedy }) => [summary, remedy]);
  const fields = Object.values(frontmatterFields).flatMap(({ help, example }) => [help, example]);
  return [...rules, ...fields].reduce((rest, words) => rest.replaceAll(words, ""), shown);
}

/** Those that this lane tries. */
const TRIED = [
  ["under a misspelt name", rows(MISSPELT_KEYS, 60)],
  ["under a misspelt name, beside the right one", rows(BESIDE_THE_RIGHT_ONE, 60)],
  ["with a value that is neither Yes nor No, or is Yes", rows(NOT_UNDERSTOOD, 60)],
  ["in another place", rows(PLACEMENTS, 60)],
] as const;

describe("a flag that an author might mean as confidential", () => {
  it("is tried in more than 500 ways", () => {
    expect(new Set(CASES.map(({ file }) => file)).size).toBeGreaterThan(500);
    expect(NOT_UNDERSTOOD.length).toBeGreaterThan(150);
    expect(PLACEMENTS.length).toBeGreaterThan(150);
  });

  it.each(TRIED)("never lets the report be published: %s", (_name, cases) => {
    const published = cases.filter(({ file }) => {
      const compiled = compiledOf(file);
      return compiled.outcome === "published" || compiled.report !== undefined;
    });
    expect(published.map(({ name }) => name).join("\n")).toBe("");
  });

  it.each(TRIED)(
    "is answered with a message at a place, and with nothing that the author typed: %s",
    (_name, cases) => {
      const silent: string[] = [];
      const leaks: string[] = [];
      for (const { name, file, typed } of cases) {
        const compiled = compiledOf(file);
        // A report that is already found to be public is another test's business.
        if (compiled.outcome === "published") continue;
        const shown = shownOf(compiled);
        const isWithheldWithReason = compiled.outcome === "withheld";
        if (compiled.diagnostics.length === 0 && !isWithheldWithReason) silent.push(name);
        const leaked = [
          CANARY.exec(shown)?.[0],
          ...typed.filter((word) => isShown(word, withoutOwnWords(shown))),
        ].filter(Boolean);
        if (leaked.length > 0) leaks.push(`${name} shows ${leaked.join(", ")}`);
      }
      expect(silent.join("\n")).toBe("");
      expect(leaks.join("\n")).toBe("");
    },
  );

  it("has its line and column said", () => {
    const { diagnostics } = compileFile(fileOf("confidental: Yes\n"));
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
      "frontmatter-field-unknown 5:1",
    ]);
    expect(diagnostics.map(({ message }) => message).join("\n")).toMatch(/did you mean `confidential`\?/);
  });
});

describe("the exact flag", () => {
  it.each(["No", "no", "NO", "nO", "false", "False", "FALSE"])(
    "`confidential: %s`, once, at the top level, makes a report public",
    (value) => {
      const { outcome, report, diagnostics } = compileFile(reportOf({ confidential: value }));
      expect(diagnostics).toEqual([]);
      expect(outcome).toBe("published");
      expect(report?.bodyHtml).toContain("The first paragraph.");
    },
  );

  it.each(["# confidential: Yes\nconfidential: No", "confidential: No # not Yes", '"confidential": "No"'])(
    "may have a comment and quotation marks: %s",
    (fields) => {
      expect(compileFile(`---\n${frontmatterOf({ confidential: undefined })}${fields}\n---\n\nText.\n`).outcome).toBe(
        "published",
      );
    },
  );

  it("lets the text use the word", () => {
    const text =
      "The report on confidential: it was kept.\n\nThis is not confidential. Yes or no?\n\n## Confidential matters\n\nNone.\n";
    expect(compileFile(reportOf({}, text)).outcome).toBe("published");
  });
});

/** Texts in which something is wrong on a line that holds the canary. */
const FAULTY_TEXTS: readonly string[] = [
  `<b>${BODY}</b>`,
  `<!-- ${BODY}`,
  `# ${BODY}`,
  `#### ${BODY}`,
  `[${BODY}](javascript:${BODY})`,
  `[${BODY}](#${BODY})`,
  `[](#${BODY})`,
  `[${BODY}](${BODY}.md)`,
  `[${BODY}](other.md#${BODY})`,
  `![](${BODY}.png)`,
  `![${BODY}](update/${BODY}.png)`,
  `${BODY}[^${BODY}]`,
  `[^${BODY}]: ${BODY}`,
  `[^1]: ${BODY}\n\n[^1]: ${BODY}`,
  `[${BODY}]: https://example.org/${BODY}`,
  `| a |\n|---|\n| b | ${BODY} |`,
  `:::${BODY}\n\n${BODY}\n\n:::`,
  `:::exempt\n\n${BODY}\n`,
  `::${BODY}`,
  `${BODY} {#${BODY}!}`,
  `${BODY} {#${BODY}}\n\n${BODY} {#${BODY}}`,
  `1. ${BODY}\n\n7. ${BODY}`,
  `1. ${BODY}\n\n1. ${BODY}\n\n1. ${BODY}`,
  `${BODY}\n3. ${BODY}`,
  `1.1 ${BODY}`,
  `A1. ${BODY}`,
  `**1** ${BODY}`,
  `${BODY} of paragraph 99 and Annex Z`,
  `${BODY} (QXZ) and ${BODY} again (QXZ)`,
  `${BODY} QXZQ`,
  `## Abbreviations\n\n${BODY}\n\nQX – ${BODY}`,
  `## Annex A: ${BODY}\n\n${BODY}\n\n## Annex A: ${BODY}\n\n${BODY}`,
  `confidential: ${BODY}`,
  `title: ${BODY}`,
  "",
];

const FAULTY_FIELDS: readonly string[] = [
  `committee: ${TYPED}`,
  `date: ${TYPED}`,
  `meeting: 03/04/${TYPED}`,
  `item: ${TYPED}`,
  `supplement: ${TYPED}`,
  `draft: ${TYPED}`,
  `numbering: ${TYPED}`,
  `lang: ${TYPED}`,
  `wards: ${TYPED}`,
  `contact: [${TYPED}]`,
  `contact: {name: ${TYPED}, ${TYPED}: x}`,
  `public-title: "**${TYPED}**"`,
  `annexes:\n  - title: ${TYPED}`,
  `annexes:\n  - title: ${TYPED}\n    file: ../../${TYPED}`,
  `annexes:\n  - title: ${TYPED}\n    file: update/${TYPED}.pdf`,
  `annexes:\n  - title: ${TYPED}\n    file: update/${TYPED}.md`,
  `annexes:\n  - title: ${TYPED}\n    label: ${TYPED}!`,
  `annexes:\n  - title: ${TYPED}\n    ${TYPED}: x`,
  `annexes:\n  - {title: ${TYPED}, label: B}\n  - title: ${TYPED}`,
  `abbreviations: {QX: [${TYPED}]}`,
  `${TYPED}: ${TYPED}`,
  `${TYPED}`,
  `title: ${TYPED}`,
  `wards: [${TYPED}`,
  `wards: *${TYPED}`,
  `wards: !${TYPED} x`,
  `wards: "${TYPED}`,
];

describe("a report that is withheld, or may be, and has faults", () => {
  it.each([
    "confidential: Yes\n",
    "confidential: {paragraphs: [1]}\n",
    "confidential: perhaps\n",
    "confidental: Yes\n",
    "",
  ])("under %j no message quotes its text", (flag) => {
    const leaks = FAULTY_TEXTS.flatMap((text) => {
      const file = fileOf(flag, `${BODY} first.\n\n${text}\n`);
      const compiled = compileFile(file);
      const leaked = CANARY.exec(shownOf(compiled))?.[0];
      return compiled.report !== undefined || leaked !== undefined ? [`${text} shows ${leaked}`] : [];
    });
    expect(leaks.join("\n")).toBe("");
  });

  it.each([
    "confidential: Yes\n",
    "confidential: {paragraphs: [1]}\n",
    "confidential: perhaps\n",
    "confidental: Yes\n",
    "",
  ])("under %j no message quotes its fields", (flag) => {
    const leaks = FAULTY_FIELDS.flatMap((fields) => {
      const file = fileOf(`${flag}${fields}\n`);
      const compiled = compileFile(file);
      const leaked = CANARY.exec(shownOf(compiled))?.[0];
      return compiled.report !== undefined || leaked !== undefined ? [`${fields} shows ${leaked}`] : [];
    });
    expect(leaks.join("\n")).toBe("");
  });

  it("a sound one is withheld without a word, but for the reason that is asked for", () => {
    const withReason = compileFile(fileOf("confidential: {paragraphs: [1], public-interest: Harm}\n"));
    expect(withReason).toEqual({ outcome: "withheld", diagnostics: [] });
    const without = compileFile(fileOf("confidential: Yes\n"));
    expect(without.outcome).toBe("withheld");
    expect(without.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["confidential-reason", "warning"],
    ]);
  });

  it("its canaries would be seen, were they shown", () => {
    const file = reportOf({}, `${BODY} first.\n\n<b>${BODY}</b>\n`);
    expect(shownOf(compileFile(file))).toMatch(CANARY);
  });
});

describe("a paragraph of the Schedule that there is not", () => {
  it.each(["{paragraphs: [8]}", "{paragraphs: 0}", "{paragraphs: [1, 2a]}"])(
    "is answered with those that there are: %s",
    (flag) => {
      const { diagnostics } = compileFile(reportOf({ confidential: flag }));
      expect(diagnostics.map(({ message }) => message).join()).toMatch(/from 1 to 7/);
    },
  );
});

describe("a passage that is to be withheld", () => {
  it.each([
    `:::exempt{paragraphs=3}\n${BODY}\n:::`,
    `:::exempt\n${BODY}\n:::`,
    `:::exempt{paragraphs="1, 2"}\n\n${BODY}\n\n:::`,
    `::::exempt{paragraphs=3}\n\n:::unnumbered\n\n${BODY}\n\n:::\n\n::::`,
    `::::unnumbered\n\n:::exempt{paragraphs=3}\n\n${BODY}\n\n:::\n\n::::`,
    `:::exempt{paragraphs=9}\n${BODY}\n:::`,
    `:::exempt{pargraphs=3}\n${BODY}\n:::`,
    `:::exempt {paragraphs=3}\n${BODY}\n:::`,
    `::: exempt{paragraphs=3}\n${BODY}\n:::`,
    `:::Exempt{paragraphs=3}\n${BODY}\n:::`,
    `:::exmept{paragraphs=3}\n${BODY}\n:::`,
    `:::exempt{paragraphs=3}\n${BODY}`,
    `::exempt{paragraphs=3}\n${BODY}\n::`,
    `:::confidential\n${BODY}\n:::`,
    `- a\n\n  :::exempt{paragraphs=3}\n  ${BODY}\n  :::`,
    `> :::exempt{paragraphs=3}\n> ${BODY}\n> :::`,
    `Words\n:::exempt{paragraphs=3}\n${BODY}\n:::`,
    `:::exempt{paragraphs=3}\n## ${BODY}\n\n${BODY}\n:::`,
  ])("never reaches a page, whatever else happens: %j", (passage) => {
    const { report } = compileFile(reportOf({}, `Public first.\n\n${passage}\n\nPublic last.\n`));
    expect(JSON.stringify(report ?? "")).not.toMatch(CANARY);
  });

  it.each([`:::exempt{paragraphs=3}\n${BODY}\n:::`, `:::exmept{paragraphs=3}\n${BODY}\n:::`, `:::exempt\n${BODY}`])(
    "is quoted by no message: %j",
    (passage) => {
      const file = reportOf({}, `Public first.\n\n${passage}\n\n<b>public</b>\n`);
      expect(shownOf(compileFile(file))).not.toMatch(CANARY);
    },
  );
});
