import { reportOf } from "../compile-text.ts";

/** The largest file that is read, in bytes (FORMAT, section 1; DESIGN, section 7). */
export const LIMIT = 1024 * 1024;

/** A piece that is repeated to the limit; `index` counts the repetitions. */
export type Unit = string | ((index: number) => string);

/** Pieces that mean something to Markdown, or to one of the program's own stages. */
export const UNITS: Readonly<Record<string, Unit>> = {
  letter: "a",
  capital: "A",
  "accented letter": "é",
  "letter beyond the basic plane": "𝔸",
  digit: "1",
  "digit and stop": "1.",
  "digit and comma": "1,",
  "two numbers": "1.1",
  "round opening": "(",
  "round closing": ")",
  "round pair": "()",
  "square opening": "[",
  "square closing": "]",
  "square pair": "[a]",
  "square pair, numbered": (index) => `[a${index}]`,
  "link closers without openers": "a]",
  "link openers without closers": "[a",
  link: "[a](b.md)",
  "link to a label": (index) => `[](#l${index})`,
  "link without end": "[a](b",
  "link in angle brackets without end": "[a](<b",
  "link with a title without end": '[a](b "c',
  "image without end": "![a](",
  image: "![a](a.png)",
  "reference to a note": "[^1]",
  "reference to a note without end": "[^",
  label: "{#a}",
  "label, numbered": (index) => `a {#l${index}}`,
  elsewhere: "paragraph 1 {elsewhere} ",
  "curly opening": "{",
  star: "*",
  "star and letter": "*a ",
  "two stars and letter": "**a ",
  "emphasis of two kinds, nested": "*a **a ",
  "emphasis closers without openers": "a_ ",
  "emphasis openers without closers": "_a ",
  "mismatched openers and closers": "*a_ ",
  "link openers and emphasis closers": "[ a_",
  emphasis: "*a* ",
  "hard link and emphasis": "**x [a*b**c*](d)",
  "opener of two, closers of one": "a**b c* ",
  "hard words": "a*b_c~~d`e",
  underscore: "_",
  tildes: "~~a~~ ",
  "open tildes": "~~a ",
  tilde: "~",
  tick: "`",
  code: "`a` ",
  "letter and tick": "e`",
  less: "<",
  "tag without end": "<a ",
  tag: "<a>",
  "comment without end": "<!--",
  comment: "<!-- a -->",
  "processing instruction": "<?",
  declaration: "<!A",
  cdata: "<![CDATA[",
  break: "<br>",
  "address in angle brackets": "<https://a.b>",
  address: "https://a.b/ ",
  "address, unending": "https://a.b/",
  "address of a kind": "http://",
  "www.": "www.a.",
  "mail address": "a@b.c ",
  "mail address, unending": "a@b.",
  ampersand: "&",
  entity: "&amp;",
  "entity without end": "&#1",
  backslash: "\\",
  "escaped star": "\\*",
  bar: "|",
  "bar and letter": "a|",
  dash: "-",
  "dash and space": "- ",
  equals: "=",
  hash: "#",
  "hash and space": "# ",
  plus: "+",
  greater: ">",
  colon: ":",
  colons: ":::",
  tab: "\t",
  space: " ",
  "space and letter": "   a",
  "no-break space": "\u00a0",
  exclamation: "!",
  apostrophe: "'",
  quote: '"',
  "curly quotes": "“a” ",
  "curly apostrophe": "’",
  "dashes for print": "a – b — ",
  money: "£1,000.00 ",
  "the word paragraph": "paragraph ",
  "paragraph and number": "paragraph 1 ",
  "paragraph and number, missing": (index) => `paragraph ${index} `,
  "list of paragraphs": "paragraphs 1, 2 and ",
  "numbers in a list": "paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 11 ",
  "unending list of paragraphs": (index) => (index === 0 ? "paragraphs 1, " : "1, "),
  "somebody else's paragraph": "paragraph 1 of ",
  "of the": "of the ",
  "annex and letter": "Annex A ",
  annex: "annex ",
  "short form": "HSB ",
  "short form, numbered": (index) => `HS${letters(index)} `,
  "short form in brackets": "(HSB) ",
  "explained long form": "Harmful Sexual Behaviour (HSB) ",
  "explained long form, numbered": (index) => `Harmful ${letters(index)} Behaviour (H${letters(index)}B) `,
  "explained short form": "HSB (Harmful Sexual Behaviour) ",
  "explained short form, numbered": (index) => `H${letters(index)}B (Harmful ${letters(index)} Behaviour) `,
  "capitals apart": "A B ",
  "capitals with brackets": "A (B) ",
  "open bracket after a word": "a (",
  "capital words": "Aa Bb ",
  "capitals with signs": "A&",
  "capitals with strokes": "A/",
  "capitals with dots": "A.",
  "capitals with dashes": "A-",
  shouted: "SHOUTED WORDS HERE ",
  "words twice": "the the ",
  "a date that is none": "31 June 2019 ",
  weekday: "Tuesday 8 April 2019 ",
  field: "confidential: No ",
  "exempt in words": "exempt ",
  "a definition of a short form": "*[HSB]: a ",
  "sub-paragraph": "(a) ",
  "a sentence": "The council met the partnership at the depot. ",
  "Chinese words": "日本語",
  "combining marks": "e\u0301",
  "a letter with many marks": "\u0301",
  emoji: "👍🏽",
  "right-to-left letters": "א",
};

/** The letters that stand for a number: A, B … Z, BA, BB … */
export function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(65 + (index % 26));
}

/** A text of repeated pieces that is as long as it may be. */
export function filled(unit: Unit, most = LIMIT - 400): string {
  const parts: string[] = [];
  let size = 0;
  for (let index = 0; ; index++) {
    const part = typeof unit === "string" ? unit : unit(index);
    size += Buffer.byteLength(part);
    if (size > most) return parts.join("");
    parts.push(part);
  }
}

/** A text of blocks of `length` characters each, to the limit; `block` writes one, with its number. */
function blocksOf(unit: Unit, length: number, block: (text: string, index: number) => string): string {
  if (typeof unit !== "string") {
    let next = 0;
    return filled((index) => {
      let text = "";
      while (text.length < length) text += unit(next++);
      return block(text, index);
    });
  }
  const text = unit.repeat(Math.max(1, Math.floor(length / unit.length)));
  return filled((index) => block(text, index));
}

/** How pieces stand in a text. */
export const ARRANGEMENTS: Readonly<Record<string, (unit: Unit) => string>> = {
  "on one line": (unit) => filled(unit),
  "on lines of one paragraph": (unit) => filled((index) => `${typeof unit === "string" ? unit : unit(index)}\n`),
  "in paragraphs of one": (unit) => blocksOf(unit, 1, (text) => `${text}\n\n`),
  "in paragraphs of 300": (unit) => blocksOf(unit, 300, (text) => `a ${text}\n\n`),
  "in paragraphs of 3,000": (unit) => blocksOf(unit, 3_000, (text) => `a ${text}\n\n`),
  "in paragraphs of 30,000": (unit) => blocksOf(unit, 30_000, (text) => `a ${text}\n\n`),
  "in paragraphs of 99,000": (unit) => blocksOf(unit, 99_000, (text) => `a ${text}\n\n`),
  "on lines of paragraphs": (unit) =>
    filled(
      () =>
        `${Array.from({ length: 1_400 }, (_, line) => (typeof unit === "string" ? unit : unit(line))).join("\n")}\n\n`,
    ),
  "in items": (unit) => blocksOf(unit, 100, (text) => `- ${text}\n`),
  "in typed paragraphs": (unit) => blocksOf(unit, 100, (text, index) => `${index + 1}. ${text}\n`),
  "in quotations": (unit) => blocksOf(unit, 600, (text) => `> ${text}\n\n`),
  "in headings": (unit) => blocksOf(unit, 50, (text) => `## ${text}\n\na\n\n`),
  "in cells": (unit) => `| a | b |\n|---|---|\n${blocksOf(unit, 50, (text) => `| ${text} | a |\n`)}`,
  "in notes": (unit) => blocksOf(unit, 600, (text, index) => `a[^n${index}]\n\n[^n${index}]: ${text}\n\n`),
  "in a list of abbreviations": (unit) =>
    `HSB\n\n## Abbreviations\n\n${blocksOf(unit, 100, (text) => `HSB – ${text}\n\n`)}`,
};

/** A public report of a text. */
export function report(body: string): string {
  return reportOf({}, `${body}\n`);
}
