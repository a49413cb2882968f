import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findShortForms, indexShortForms } from "../../src/report/abbreviations/trie.ts";
import { runs } from "../lane.ts";
import { processorTime } from "../processor-time.ts";

/** "AIM 3 as AIM 3s": the short form found, and what stands in the text. */
function found(text: string, shorts: readonly string[]): readonly string[] {
  const index = indexShortForms(shorts.map((short) => ({ short })));
  return findShortForms(text, index).map(({ start, end, entry }) => `${entry.short} as ${text.slice(start, end)}`);
}

describe("a use", () => {
  it.each([
    ["pre-HSB and HSB-related, HSB/CSE", ["HSB", "CSE"], ["HSB as HSB", "HSB as HSB", "HSB as HSB", "CSE as CSE"]],
    ["COVID-19 and COVID-20", ["COVID", "COVID-19"], ["COVID-19 as COVID-19", "COVID as COVID"]],
    ["COVID\u201119 or COVID\u201019", ["COVID-19"], ["COVID-19 as COVID\u201119", "COVID-19 as COVID\u201019"]],
    [
      "NHS\u202fEngland, NHS \n England",
      ["NHS", "NHS England"],
      ["NHS England as NHS\u202fEngland", "NHS England as NHS \n England"],
    ],
    ["AIM\u00a03s", ["AIM 3"], ["AIM 3 as AIM\u00a03s"]],
    ["‘HSBs’ and HSBs’ and 'HSBs' and ‘HSB’", ["HSB"], ["HSB as HSBs", "HSB as HSBs’", "HSB as HSBs", "HSB as HSB"]],
    ["O’HSB, HSB’x, HSBs’s, D'HSB", ["HSB"], []],
    ["“HSB”’s", ["HSB"], ["HSB as HSB"]],
    ["HSB hsb Hsb HSb", ["HSB"], ["HSB as HSB"]],
    ["🐟HSB🐟 ☎️HSB ⚠️ HSB", ["HSB"], ["HSB as HSB", "HSB as HSB", "HSB as HSB"]],
    ["HSB\u0301 é\u0301HSB e\u200dHSB HSB\u200d", ["HSB"], []],
    ["𝔸HSB HSB𝔸 HSB_ _HSB", ["HSB"], []],
    ["p.a. and p.a.x", ["p.a."], ["p.a. as p.a."]],
    ["EHCP, EHCPs and EHCPs’", ["EHCPs"], ["EHCPs as EHCP", "EHCPs as EHCPs", "EHCPs as EHCPs"]],
    ["EHCP", ["EHCPs", "EHCP"], ["EHCP as EHCP"]],
    ["St John’s", ["St John's"], ["St John's as St John’s"]],
    ["£m and 10£m", ["£m"], ["£m as £m"]],
    ["R&D, R&DX, XR&D, R&D&X, X & R&D", ["R&D"], ["R&D as R&D", "R&D as R&D"]],
    ["A B C D", ["A B", "B C D"], ["A B as A B"]],
    ["A B C", ["A B C D", "A"], ["A as A"]],
    ["x".repeat(64), ["x".repeat(64)], [`${"x".repeat(64)} as ${"x".repeat(64)}`]],
    ["x".repeat(65), ["x".repeat(65)], []],
    ["anything", ["", " "], []],
  ] satisfies [string, string[], string[]][])("in %j of %j gives %j", (text, shorts, uses) => {
    expect(found(text, shorts)).toEqual(uses);
  });
});

const WORD = "[\\p{L}\\p{N}_]";
const MARK = "[\\p{M}\\u200c\\u200d]";
const END = `(?!${WORD}|${MARK}|[&'’]${WORD})`;

/** The same, said as one regular expression that tries every short form at every place. */
function expected(text: string, shorts: readonly string[]): readonly string[] {
  const singulars = shorts.flatMap((short) => {
    const singular = /^.*\p{Lu}{2,}(?=s$)/u.exec(short)?.[0];
    return singular === undefined || shorts.includes(singular) ? [] : [[singular, short] as const];
  });
  const all = [...shorts.map((short) => [short, short] as const), ...singulars];
  const bySpelling = new Map(all);
  const forms = [...bySpelling.keys()]
    .sort((a, b) => b.length - a.length)
    .map((short) =>
      [...short]
        .map((character) => {
          if (character === " ") return "[ \\t\\n\\u00a0\\u202f]+";
          if (character === "-") return "[-\\u2010\\u2011]";
          return character === "'" ? "['’]" : `\\u{${character.codePointAt(0)?.toString(16)}}`;
        })
        .join(""),
    );
  const use = new RegExp(
    `(?<!${WORD}${MARK}*|${WORD}${MARK}*[&'’])(${forms.join("|")})(?:${END}|s['’]${END}|['’]s${END}|s${END})`,
    "gu",
  );
  return [...text.matchAll(use)].map((match) => {
    const plain = (match[1] ?? "")
      .replace(/[ \t\n\u00a0\u202f]+/g, " ")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/’/g, "'");
    const isQuoted = /[‘']/.test(text.charAt(match.index - 1)) && /^s['’]$/.test(match[0].slice(match[1]?.length));
    return `${bySpelling.get(plain)} as ${isQuoted ? match[0].slice(0, -1) : match[0]}`;
  });
}

const SHORTS = [
  "HSB",
  "NHS",
  "NHS England",
  "NHS E&I",
  "AIM",
  "AIM 3",
  "R&D",
  "COVID-19",
  "COVID",
  "EHCPs",
  "St J's",
  "A",
  "A B",
  "É",
  "Éa",
  "HT",
];
const PIECES = [
  ...SHORTS,
  ..."s ’s 's s’ s' ‘ ’ ' & - / . , x X 3 _ é \u0301 \u200d 🐟 𝔸 \uFE0F “ ”".split(" "),
  ...[" ", " ", "  ", "\n", "\u00a0", "\u202f", "\u2011", "\uFFFC", "England", "hsb", "HTML", "SENDING"],
];

describe("the uses in any text", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));
  const shorts = fc
    .subarray(SHORTS, { minLength: 1 })
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));

  it("are those that a search for every short form at every place finds", () => {
    fc.assert(
      fc.property(text, shorts, (words, some) => {
        expect(found(words, some)).toEqual(expected(words, some));
      }),
      { seed: 29, numRuns: runs(100, 1_000) },
    );
  });

  it("are as many as a naive search finds, so that the search above finds something", () => {
    expect(expected("The NHS and NHS\nEngland’s EHCP.", SHORTS)).toEqual([
      "NHS as NHS",
      "NHS England as NHS\nEngland’s",
      "EHCPs as EHCP",
    ]);
  });
});

describe("a hostile text takes no longer than its length allows", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `A${index.toString(36)}`.toUpperCase());
  const spaced = Array.from({ length: 2_000 }, (_, index) => `A ${index}`);
  it.each<[string, string, readonly string[]]>([
    ["many short forms that begin alike", "AZZZZZZ ", many],
    ["many short forms of two words that begin alike", "A b ", spaced],
    ["a short form of many words", "A ", [`${"A ".repeat(30)}B`]],
    ["spaces", "NHS                                  ", ["NHS England"]],
    ["apostrophes", "HSB’", ["HSB"]],
    ["marks", "\u0301", ["HSB"]],
    ["capitals without a stop", "SEND ", ["SEND"]],
  ])("%s", (_, piece, shorts) => {
    const index = indexShortForms(shorts.map((short) => ({ short })));
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(processorTime(() => findShortForms(text, index))).toBeLessThan(1_000);
  });
});
